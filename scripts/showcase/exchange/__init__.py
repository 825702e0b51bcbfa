"""What officials' own programs write becomes models, and models become a workbook that those programs open."""
