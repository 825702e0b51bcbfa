"""The machine as all that touches it shares it: files, processes, the lock, the package."""
