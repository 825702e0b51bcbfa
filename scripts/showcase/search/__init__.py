"""The search of the site: a record of each model, and the files that a browser searches."""
