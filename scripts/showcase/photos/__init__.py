"""Photos become pictures here: looked at, decoded in a sandbox, resized and kept; strangers wrote every byte."""
