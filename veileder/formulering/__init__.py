"""Making the answer: choosing sentences, composing them, checking them."""
