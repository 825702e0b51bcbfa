"""The check finds what lies in models/, asks the rules of it, and keeps what it found; it publishes nothing."""
