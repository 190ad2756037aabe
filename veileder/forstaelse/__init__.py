"""What is asked: masking, language, place, boundary, follow-up, service and aspect."""
