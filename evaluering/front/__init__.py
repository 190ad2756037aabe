"""What is measured and shown of the pages and the chat, from a real server in a real browser: weight, load, pictures."""
