"""Whether every file of a site is there is found out beside all else, by a process of its own, where the files are many."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from showcase.build.ledger import is_whole, size_of_ledger

_WORTH_A_PROCESS = 1_000_000
"""Bytes of a ledger, of 12,000 files: to ask for so many takes 0.04 s, and as long the start of a process. 46,000 take 0.15."""
_WHOLE, _NOT_WHOLE = 0, 3
"""What our process ends with; 1 and 2 are what Python ends with that could not even begin."""

Question = Callable[[], bool]
"""Asked when it matters, it tells whether the site was whole."""


@contextmanager
def looked_for(site: Path) -> Iterator[Question]:
    """Begin to look for the files of a site; within the `with` it may be asked whether all are there."""
    process = _begun(site) if size_of_ledger(site) >= _WORTH_A_PROCESS else None
    if process is None:
        yield partial(is_whole, site)
        return
    with process:
        try:
            yield partial(_answer, process, site)
        finally:
            process.kill()


def _begun(site: Path) -> subprocess.Popen[bytes] | None:
    """Begin to look in a process of its own; None where the system gives none."""
    command, nothing = [sys.executable, "-m", __name__, str(site)], subprocess.DEVNULL
    try:
        return subprocess.Popen(command, stdin=nothing, stdout=nothing, stderr=nothing)
    except OSError:
        return None


def _answer(process: subprocess.Popen[bytes], site: Path) -> bool:
    """Wait for what our process finds; where it could not look, look here."""
    found = process.wait()
    return found == _WHOLE if found in (_WHOLE, _NOT_WHOLE) else is_whole(site)


if __name__ == "__main__":
    sys.exit(_WHOLE if is_whole(Path(sys.argv[1])) else _NOT_WHOLE)
