"""A folder of models/ is listed here and its files are read, following no link; what is neither file nor folder is unexpected."""

import os
from collections.abc import Callable, Iterable
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from showcase.checking.strays import legible
from showcase.reading.characters import LARGEST
from showcase.record.intake import UnexpectedFile, UnexpectedKind
from showcase.record.photo import PhotoFacts
from showcase.system.reading import file_stamp, last_change, read_regular

Inspect = Callable[[list[Path]], list[PhotoFacts]]
"""Looks at photo files and says what they are."""


class Folder(NamedTuple):
    """The folder of a model or an event: its path as editors see it, its own file, the names of the files beside that.

    `stamp` tells how its files look, and is another when one of them changed; `changed` is when one last did, in
    nanoseconds.
    """

    path: str
    file: str
    photos: tuple[str, ...]
    stamp: str
    changed: int

    @property
    def file_path(self) -> str:
        """The path of its own file."""
        return f"{self.path}/{self.file}"

    @property
    def name(self) -> str:
        """Its name, which is the id."""
        return self.path.rpartition("/")[2]

    def photo_paths(self) -> list[Path]:
        """Give the paths of the files beside its own."""
        return [Path(self.path, name) for name in self.photos]


def folder_of(path: str, file: str, names: Iterable[str]) -> Folder:
    """Give the folder at a path, of whose files these are the names."""
    photos = tuple([name for name in names if name != file])
    stamps = [file_stamp(f"{path}/{name}") for name in (file, *photos)]
    stamp = " ".join([stamps[0], *[f"{name}:{stamp}" for name, stamp in zip(photos, stamps[1:], strict=True)]])
    return Folder(path, file, photos, stamp, max(map(last_change, stamps)))


def entries_of(folder: str, unexpected: list[UnexpectedFile]) -> list[os.DirEntry[str]]:
    """List a folder: regular files and folders, sorted; links and devices are unexpected and never opened.

    Of what begins with a dot only folders are named.
    """
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=attrgetter("name"))
    except OSError:
        unexpected.append(UnexpectedFile(UnexpectedKind.UNREADABLE, folder))
        return []
    return [
        entry
        for entry in entries
        if (is_folder(entry) if entry.name.startswith(".") else _is_sound(entry, folder, unexpected))
    ]


def read_source(path: str, unexpected: list[UnexpectedFile], most: int = LARGEST) -> bytes | None:
    """Read a source; of one that is too large only what tells that it is.

    One that may not be read, or is no file any more, is unexpected: it must not hide what is wrong with the others.
    """
    try:
        return read_regular(path, most)
    except OSError:
        unexpected.append(UnexpectedFile(UnexpectedKind.UNREADABLE, path))
        return None


def is_folder(entry: os.DirEntry[str]) -> bool:
    """Tell whether an entry is a folder itself, and no link to one."""
    return entry.is_dir(follow_symlinks=False)


def _is_sound(entry: os.DirEntry[str], folder: str, unexpected: list[UnexpectedFile]) -> bool:
    name = entry.name
    shown = legible(name)
    if shown != name:
        unexpected.append(UnexpectedFile(UnexpectedKind.ILLEGIBLE_NAME, f"{folder}/{shown}"))
    elif entry.is_symlink():
        unexpected.append(UnexpectedFile(UnexpectedKind.LINK, f"{folder}/{name}"))
    elif not (entry.is_file(follow_symlinks=False) or is_folder(entry)):
        unexpected.append(UnexpectedFile(UnexpectedKind.NOT_REGULAR, f"{folder}/{name}"))
    else:
        return True
    return False
