"""Doors are thin: they translate what comes from outside into one call, and its answer into words and exit codes."""
