"""The files of the search, which are made once all pages are."""

from collections.abc import Iterator

from showcase.publish.context import Context
from showcase.publish.output import EVERYONE, Output


def outputs(context: Context) -> Iterator[Output]:
    """Yield the files: pieces that are named by their content, and last the one that names them."""
    *pieces, manifest = context.search_files() or ("",)
    for path in pieces:
        yield Output(path, _file, (path,), is_named_by_content=True, owner=EVERYONE)
    if manifest:
        yield Output(manifest, _file, (manifest,), names_others=True)


def _file(context: Context, path: str) -> bytes:
    return context.search_file(path)
