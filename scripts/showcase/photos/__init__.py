"""Photos are inspected, decoded in a sandbox, resized, encoded and cached here; nothing that their bytes say is trusted."""
