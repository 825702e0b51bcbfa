"""The errors that end the making of the host; nobody has to load MkDocs to catch them."""


class HostError(Exception):
    """MkDocs could not build the pages of docs/; the message is for the operator."""


class PublishError(Exception):
    """The site could not be published after MkDocs had built the pages of docs/; the message is for the operator."""
