"""What goes wrong with the host, where nobody needs to load MkDocs to know its name."""


class HostError(Exception):
    """MkDocs could not build the pages of docs/; the message is for the operator."""
