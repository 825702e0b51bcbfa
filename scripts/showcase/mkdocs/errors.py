"""What keeps the host, or those whom it calls, from their end; nobody has to load MkDocs to say so."""


class HostError(Exception):
    """MkDocs could not build the pages of docs/; the message is for the operator."""


class PublishError(Exception):
    """The site could not be published after MkDocs had built the pages of docs/; the message is for the operator."""
