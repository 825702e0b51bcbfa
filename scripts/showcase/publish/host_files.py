"""What the host made of docs/, and the headers that a static host is asked to send."""

from collections.abc import Iterator

from showcase.publish.allowances import allowances
from showcase.publish.context import Context
from showcase.publish.headers import ASSETS, NAMED_BY_CONTENT, headers_file
from showcase.publish.output import Output

_PAGE = "/index.html"


def outputs(context: Context) -> Iterator[Output]:
    """Yield the host's files; its pages are written by hand, its front page and the page for what is missing are ours."""
    for path in context.host_files():
        about = "trang-viet-tay" if path.endswith(_PAGE) else ""
        is_named_by_content = path.startswith(ASSETS) and path.endswith(NAMED_BY_CONTENT)
        yield Output(path, _file, (path,), about, owner="" if is_named_by_content else None)
    yield Output("_headers", _headers)


def _file(context: Context, path: str) -> bytes:
    return context.host_file(path)


def _headers(context: Context) -> bytes:
    return headers_file(context.script_hashes(), context.host_files(), allowances(context.settings.site))
