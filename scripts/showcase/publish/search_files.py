"""The files of the search, which are made once all pages are."""

from collections.abc import Iterator

from showcase.publish.context import Context
from showcase.publish.output import Output


def outputs(context: Context) -> Iterator[Output]:
    """Yield the files; the last one names the others."""
    paths = list(context.search_files())
    for number, path in enumerate(paths, 1):
        yield Output(path, _file, (path,), names_others=number == len(paths))


def _file(context: Context, path: str) -> bytes:
    return context.search_file(path)
