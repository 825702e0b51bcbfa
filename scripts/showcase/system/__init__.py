"""The machine as all that touches it shares it: files read without following links, files written whole, processes."""
