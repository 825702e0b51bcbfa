"""The bench measures the whole tool from outside, taking turns with others; nothing of the site needs it."""
