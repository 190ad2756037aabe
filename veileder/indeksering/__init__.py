"""From files to a bundle that can be searched: read, split, embed, check, switch."""
