"""Files are put in place whole: a reader sees the old bytes or the new ones, never a part."""

import errno
import filecmp
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import rmtree

from showcase.system.reading import is_regular

_SUFFIX = ".tmp"
_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
_AT_ONCE = 128 * 1024
"""Bytes that are written at once: given 70 MB whole, Linux looks for large pages of memory, and took up to 0.3 s for 0.03."""


def write_whole(path: Path, parts: bytes | Iterable[bytes]) -> None:
    """Replace a file, or make it with its folders, in one step; raises OSError, and then the old file is as it was."""
    temporary = _temporary(path)
    with _named(path, temporary):
        write_new(temporary, parts)
        os.replace(temporary, path)  # noqa: PTH105 - half the time of a Path


def write_lasting(path: Path, data: bytes) -> None:
    """Do the same with a file that must be there after a power cut; a disk takes some milliseconds for it."""
    temporary = _temporary(path)
    with _named(path, temporary):
        write_new(temporary, data)
        _sync(temporary)
        os.replace(temporary, path)  # noqa: PTH105 - half the time of a Path
        sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Have the names in a folder outlast a power cut; Windows opens no folder, and does so by itself."""
    if sys.platform != "win32":
        _sync(str(folder))


def sync_all() -> None:
    """Have all that was written so far outlast a power cut: one call, however many files there are."""
    if sys.platform != "win32":
        os.sync()


def _sync(path: str) -> None:
    descriptor = os.open(path, os.O_RDWR if sys.platform == "win32" else os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_if_other(path: Path, parts: bytes | Iterable[bytes]) -> bool:
    """Do the same unless the file holds just these bytes: then it is left alone; tell whether it was written."""
    if isinstance(parts, bytes):
        try:
            with open(path, "rb") as file:  # noqa: PTH123 - half the time of a Path
                if file.read() == parts:
                    return False
        except OSError:
            pass
        write_whole(path, parts)
        return True
    temporary = _temporary(path)
    with _named(path, temporary):
        write_new(temporary, parts)
    if path.is_file() and filecmp.cmp(temporary, path, shallow=False):
        os.unlink(temporary)  # noqa: PTH108 - as it was made
        return False
    os.replace(temporary, path)  # noqa: PTH105 - half the time of a Path
    return True


def write_together(files: Mapping[Path, bytes]) -> None:
    """Replace files, or make them, in their order, when all are written; raises OSError, and then each is as it was.

    Only where the system refuses a new name to a file that it let us write may some be new.
    """
    for path in files:
        if not is_regular(path):
            raise OSError(errno.EISDIR if path.is_dir() else errno.EEXIST, "", str(path))
    temporaries = {path: _temporary(path) for path in files}
    try:
        for path, temporary in temporaries.items():
            with _named(path, temporary):
                write_new(temporary, files[path])
        for path, temporary in temporaries.items():
            with _named(path, temporary):
                os.replace(temporary, path)  # noqa: PTH105 - half the time of a Path
    finally:
        for temporary in temporaries.values():
            with suppress(OSError):
                os.unlink(temporary)  # noqa: PTH108 - as it was made


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make a folder with its files in one step; raises OSError, and then there is none, nor one above it that was not there."""
    temporary, is_first = _temporary(folder), not folder.parent.exists()
    try:
        for name, data in files.items():
            write_new(f"{temporary}/{name}", data)
        os.rename(temporary, folder)  # noqa: PTH104 - as all here
    except OSError as error:
        rmtree(temporary, ignore_errors=True)
        if is_first:
            with suppress(OSError):
                folder.parent.rmdir()
        error.filename, error.filename2 = str(folder), None
        raise


@contextmanager
def _named(path: Path, temporary: str) -> Iterator[None]:
    """Have an error name the file that was to be written, and leave no half of it."""
    try:
        yield
    except OSError as error:
        with suppress(OSError):
            os.unlink(temporary)  # noqa: PTH108 - as it was made
        error.filename, error.filename2 = str(path), None
        raise


def _temporary(path: Path) -> str:
    return os.path.join(path.parent, f".{path.name}.{os.getpid()}{_SUFFIX}")  # noqa: PTH118 - half the time of a Path


def write_new(path: str, parts: bytes | Iterable[bytes]) -> None:
    """Write a file that nobody reads yet, with its folders; nearly every page is the only file of a folder of its own."""
    folder = path.rpartition("/")[0]
    try:
        if path.endswith("/index.html"):
            with suppress(FileExistsError):
                os.mkdir(folder)  # noqa: PTH102 - half the time of a Path
        descriptor = os.open(path, _NEW, 0o666)
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103 - the same
        descriptor = os.open(path, _NEW, 0o666)
    try:
        for part in (parts,) if isinstance(parts, bytes) else parts:
            remaining = memoryview(part)
            while remaining:  # a full disk may take a part before it refuses the rest
                remaining = remaining[os.write(descriptor, remaining[:_AT_ONCE]) :]
    except OSError as error:
        error.filename = path  # the system does not say it
        raise
    finally:
        os.close(descriptor)


def is_temporary(name: str) -> bool:
    """Tell whether a name is that of a file which a killed process never put in place."""
    return name.startswith(".") and name.endswith(_SUFFIX)
