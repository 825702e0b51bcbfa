"""Records are what is true of the movement: models, places, vocabularies, figures; they know nothing of pages."""
