"""Reading turns text into nodes and records with spots; it judges nothing."""
