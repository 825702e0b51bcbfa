"""The files of the search, which are made once all pages are."""

import re
from collections.abc import Iterator

from showcase.publish.context import Context
from showcase.publish.output import EVERYONE, Output

_PIECE = re.compile(r".*[._/]vi_[0-9a-f]+\.pf_\w+")


def outputs(context: Context) -> Iterator[Output]:
    """Yield the files; the last one names the others."""
    paths = list(context.search_files())
    for number, path in enumerate(paths, 1):
        owner = EVERYONE if _PIECE.fullmatch(path) else None
        yield Output(path, _file, (path,), names_others=number == len(paths), owner=owner)


def _file(context: Context, path: str) -> bytes:
    return context.search_file(path)
