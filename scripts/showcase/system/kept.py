"""What is kept between builds is read back whole or not at all: in its place may lie half of it, noise, a folder, nothing.

Before the bytes of a file stands a checksum of them and of the edition that wrote them.
"""

import shutil
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from showcase.system.reading import read_regular
from showcase.system.writing import write_whole

_SUM = 16
"""Bytes of the checksum."""
_MOST = 1 << 40


def read_kept(path: Path, edition: str = "") -> bytes | None:
    """Give what was kept by this edition; None where anything else is there."""
    try:
        kept = read_regular(str(path), _MOST)
    except OSError:
        return None
    data = kept[_SUM:]
    return data if kept[:_SUM] == _sum(data, edition) else None


def write_kept(path: Path, data: bytes, edition: str = "") -> None:
    """Keep bytes, whatever was there before; raises OSError."""
    if path.is_dir():
        clear(path)
    write_whole(path, (_sum(data, edition), data))


def clear(path: Path) -> None:
    """Take away whatever is at a path, if anything is; of a link the link alone. Raises OSError."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
        return
    with suppress(FileNotFoundError, NotADirectoryError):
        path.unlink()


def emptied(folder: Path) -> Path:
    """Have an empty folder at a path, whatever was there, or in the way; gives the path. Raises OSError."""
    clear(folder)
    try:
        folder.mkdir(parents=True)
    except (FileExistsError, NotADirectoryError):  # a file on the way, which we never made
        clear(next(place for place in reversed(folder.parents) if place.exists() and not place.is_dir()))
        folder.mkdir(parents=True)
    return folder


def _sum(data: bytes, edition: str) -> bytes:
    return blake2b(data, digest_size=_SUM, key=blake2b(edition.encode(), digest_size=_SUM).digest()).digest()
