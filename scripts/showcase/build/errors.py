"""The errors that end a build; each message says what an operator can do."""


class PhotoError(Exception):
    """A photo that was sound when it was checked could not be made into pictures; the message names it. Nothing was published."""


class ForeignFolderError(Exception):
    """The folder for the site holds something that we did not make, and nothing may be lost; the message is the folder."""


class DamagedLedgerError(ForeignFolderError):
    """The ledger in the folder is not as we wrote it, so that nobody knows what in it is ours; the message is the folder."""


class LossError(Exception):
    """The site would lose all pages of models, or most: its folder, one of them, how many, of how many; nothing was touched."""

    def __init__(self, site: str, example: str, lost: int, before: int) -> None:
        """Say what would be lost."""
        super().__init__(site)
        self.example, self.lost, self.before = example, lost, before
