"""A showcase of exemplary civic models: YAML in, a static site out."""
