"""The errors that end a build; each message says what an operator can do."""


class PhotoError(Exception):
    """A photo that was sound when it was checked could not be made into pictures; the message names it. Nothing was published."""


class ForeignFolderError(Exception):
    """The folder for the site holds something that we did not make, and nothing may be lost; the message is the folder."""
