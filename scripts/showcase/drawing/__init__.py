"""Share pictures are drawn here: bytes of a view, the same in every process; nothing here knows a page."""
