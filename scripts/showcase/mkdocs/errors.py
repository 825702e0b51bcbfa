"""What keeps the host from its end, by name: nobody has to load MkDocs to say so."""


class HostError(Exception):
    """MkDocs could not build the pages of docs/; the message is for the operator."""
