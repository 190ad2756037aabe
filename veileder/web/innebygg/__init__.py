"""The chat inside another website: one script line that shows a button and opens the chat in a dialog."""
