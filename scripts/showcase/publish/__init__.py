"""Publishing turns the catalogue into outputs: a site is a table from path to maker; nothing here writes a file."""
