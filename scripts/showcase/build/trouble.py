"""What keeps a build from its end, by name: nobody has to load the program that failed to say so."""


class PagefindError(Exception):
    """Pagefind ended or refused; the message is what it said."""


class PhotoTroubleError(Exception):
    """A photo that was sound when it was checked could not be developed; the message names it. Nothing was published."""


class ForeignFolderError(Exception):
    """The folder for the site holds something that we did not make, and nothing may be lost; the message is the folder."""
