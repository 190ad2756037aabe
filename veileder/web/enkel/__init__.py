"""The chat without JavaScript: the same flow behind plain forms at /enkel."""
