"""Commands: what was typed in, one call, its answer in words and an exit code out."""
