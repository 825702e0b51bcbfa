"""The checker in the browser: what runs there, and the files of which it is made."""
