"""One build at a time: who comes second waits, and says so."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform != "win32":
    import fcntl


@contextmanager
def lock(*folders: Path, tell: Callable[[], None]) -> Iterator[None]:
    """Hold folders while a build works in them; `tell` is called where another holds one and we wait.

    The system lets go of them when a process ends, however it ends. Where it knows no such locks, nobody waits.
    """
    held: list[int] = []
    try:
        for folder in folders:
            held += _locked(folder, tell)
        yield
    finally:
        for descriptor in held:
            os.close(descriptor)


def _locked(folder: Path, tell: Callable[[], None]) -> Iterator[int]:
    if sys.platform == "win32":
        return
    folder.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(folder, os.O_RDONLY)
    with suppress(OSError):  # a file system without locks
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            tell()
            fcntl.flock(descriptor, fcntl.LOCK_EX)
    yield descriptor
