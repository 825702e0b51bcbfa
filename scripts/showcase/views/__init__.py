"""A view is what one page says: frozen values computed from the catalogue; no HTML, no clock, no disk."""
