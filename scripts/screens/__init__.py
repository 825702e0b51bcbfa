"""Takes the pictures of screens that the editors' guide shows, from real pages of the real catalogue."""
