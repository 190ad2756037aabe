"""How cost grows from a few municipalities to all 357: synthetic passages, real vectors with small noise.

Only building and search are measured, never embedding of texts. Each size is built and served in processes of its own.
"""
