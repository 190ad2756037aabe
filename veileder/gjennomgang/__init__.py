"""What is kept of the answers and looked at by people: flags, reports, and those who want to be contacted."""
