"""What the host made of docs/, and the headers that a static host is asked to send."""

from collections.abc import Iterator

from showcase.publish.context import Context
from showcase.publish.output import Output
from showcase.publish.policy import headers_file

_PAGE = "/index.html"


def outputs(context: Context) -> Iterator[Output]:
    """Yield the host's files; its pages are written by hand, its front page and the page for what is missing are ours."""
    for path in context.host_files():
        yield Output(path, _file, (path,), about="trang-viet-tay" if path.endswith(_PAGE) else "")
    yield Output("_headers", _headers)


def _file(context: Context, path: str) -> bytes:
    return context.host_file(path)


def _headers(context: Context) -> bytes:
    return headers_file(context.script_hashes())
