"""The systems, one a module: each as its own documentation sets it up."""

LAGER = "YTELSE_VEKTORLAGER"
"""Environment variable with the folder of kept vectors. Without it every vector is computed: so when time is taken."""
