"""Keeps renditions from build to build, by their names.

The name comes from the photo's digest and the width, so that several builds and catalogues may share a folder.
"""

import re
import stat
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from showcase.record.photo import Rendition
from showcase.system.kept import read_kept, write_kept
from showcase.system.writing import is_temporary

_ENDING = ".kept"
_NAME = re.compile(rf"[0-9a-f]{{16}}-\d+\.(jpg|webp)({_ENDING})?")
"""Without the ending they are of a program of before, and nobody uses them."""
_DAY = 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class RenditionCache:
    """The files in `folder`, which need not exist; a file that is cut, empty or unreadable counts as missing."""

    folder: Path

    def file(self, rendition: Rendition) -> Path:
        """Give the file of a rendition, there or not."""
        return self.folder / f"{rendition.name}{_ENDING}"

    def has(self, rendition: Rendition) -> bool:
        """Tell whether a rendition seems to be there; an empty file is what a power cut leaves."""
        try:
            status = self.file(rendition).stat()
        except OSError:
            return False
        return stat.S_ISREG(status.st_mode) and status.st_size > 0

    def get(self, rendition: Rendition) -> bytes | None:
        """Give the bytes of a rendition, or None."""
        return read_kept(self.file(rendition))

    def put(self, renditions: Iterable[Rendition], encoded: Iterable[bytes]) -> None:
        """Keep the bytes of renditions, given in the same order; raises OSError."""
        for rendition, data in zip(renditions, encoded, strict=True):
            write_kept(self.file(rendition), data)

    def remove_unused(self, in_use: Iterable[Rendition], days: int = 30) -> int:
        """Remove renditions that are not in use and were made more than `days` days ago; gives their number.

        The days are for those who go to and fro between versions of the catalogue. Files of other names stay.
        """
        names = {self.file(rendition).name for rendition in in_use}
        oldest = time.time() - days * _DAY
        removed = 0
        for file in self.folder.glob("*"):
            if (_NAME.fullmatch(file.name) and file.name not in names) or is_temporary(file.name):
                with suppress(OSError):
                    if file.stat().st_mtime < oldest:
                        file.unlink()
                        removed += 1
        return removed
