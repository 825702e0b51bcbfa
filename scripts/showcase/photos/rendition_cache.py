"""Keeps developed pictures from build to build, under names that tell their content; what is there is never changed."""

import re
import time
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from showcase.record.photo import Rendition
from showcase.system.writing import write_whole

_NAME = re.compile(r"[0-9a-f]{16}-\d+\.(jpg|webp)")
_DAY = 24 * 60 * 60


class Negatives:
    """A folder of pictures, each by the last part of its path in the site."""

    def __init__(self, folder: Path) -> None:
        """Take a folder, which need not exist."""
        self.folder = folder

    def place(self, path: str) -> Path:
        """Give the file of a picture, there or not."""
        return self.folder / PurePosixPath(path).name

    def has(self, rendition: Rendition) -> bool:
        """Tell whether a picture is there; an empty file is what a power cut leaves, and none."""
        place = self.place(rendition.path)
        return place.is_file() and place.stat().st_size > 0

    def get(self, rendition: Rendition) -> bytes | None:
        """Give a picture, or None."""
        return self.place(rendition.path).read_bytes() if self.has(rendition) else None

    def keep(self, pictures: Iterable[tuple[str, bytes]]) -> None:
        """Put (path, bytes) in place, each in one step, so that several builds may share a folder."""
        for path, data in pictures:
            write_whole(self.place(path), data)

    def sweep(self, in_use: Iterable[Rendition], days: int = 30) -> int:
        """Remove pictures that are not in use and were made more than `days` days ago; gives their number.

        The days are for those who go to and fro between versions of the catalogue. Files of other names stay.
        """
        names = {PurePosixPath(rendition.path).name for rendition in in_use}
        oldest = time.time() - days * _DAY
        gone = [
            place
            for place in sorted(self.folder.glob("*"))
            if _NAME.fullmatch(place.name) and place.name not in names and place.stat().st_mtime < oldest
        ]
        for place in gone:
            place.unlink(missing_ok=True)
        return len(gone)
