"""Words know nothing of files, models or pages."""
