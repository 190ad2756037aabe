"""Review at /gjennomgang: login, the queue, the case, requests for contact. Server-rendered, and better with JavaScript."""
