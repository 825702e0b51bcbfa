"""Styles and scripts are named by their content: `trang.css` becomes `trang.0f1e2d3c4b.css`, and so does who refers to it.

So a page is never shown with the styles or scripts of another edition, and a browser need never ask whether it has the
right ones. What a file refers to is named first: its own content, and with it its name, changes with that.
"""

import hashlib
import posixpath
import re
from collections.abc import Callable, Iterable, Mapping

from showcase.mkdocs.errors import HostError
from showcase.publish.headers import ASSETS, NAMED_BY_CONTENT

_DIGITS = 10
"""Hexadecimal digits of a name: two editions of a file would have to be 2^20 before two are likely to share one."""
_NAMED = re.compile(rf"(?P<stem>{ASSETS}.+)\.[0-9a-f]{{{_DIGITS}}}(?P<ending>\.css|\.js)")
_REFERENCES = {
    ".css": (re.compile(r"""\burl\(\s*["']?(?P<path>[^"')]+)"""), re.compile(r"""@import\s+["'](?P<path>[^"']+)""")),
    ".js": (
        re.compile(r"""\b(?:from|import)\s*\(?\s*["'](?P<path>[^"']+)["']"""),
        re.compile(r"""\bnew URL\(\s*["'](?P<path>[^"']+)["']\s*,\s*import\.meta\.url"""),
    ),
}
"""How a file names another, relative to itself."""
_IN_PAGE = re.compile(r"""\b(?:href|src)="[^":]*?(?P<path>assets/[^"?#]+)""")
"""Where a page names a file of this site, relative to itself or from the host's root."""


def is_named(path: str) -> bool:
    """Tell whether a file of the host is named by its content."""
    return path.startswith(ASSETS) and path.endswith(NAMED_BY_CONTENT)


def named_by_content(files: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Give for each path the path that says the content too, and the text with the names of what it refers to.

    Raises HostError where files refer to each other in a circle: neither could be named before the other.
    """
    done: dict[str, tuple[str, str]] = {}
    begun: set[str] = set()

    def name(path: str) -> str:
        if path not in done:
            if path in begun:
                message = f"{path} dẫn tới chính nó qua các tệp khác, nên không đặt được tên theo nội dung."
                raise HostError(message)
            begun.add(path)
            text = _rewritten(path, files[path], lambda other: name(other) if other in files else "")
            done[path] = _with_digest(path, text), text
        return done[path][0]

    for path in files:
        name(path)
    return done


def names_among(paths: Iterable[str]) -> dict[str, str]:
    """Give by the path that it had before each of the paths that say the content."""
    found = (_NAMED.fullmatch(path) for path in paths)
    return {f"{named['stem']}{named['ending']}": named[0] for named in found if named}


def rewritten_page(page: str, names: Mapping[str, str]) -> str:
    """Give a page with the names by content of what it refers to."""
    return _IN_PAGE.sub(lambda found: _put(found, names.get(found["path"], found["path"])), page)


def _rewritten(path: str, text: str, name: Callable[[str], str]) -> str:
    """Give the text of a file with other names for what it refers to; `name` gives '' for what keeps its own."""
    folder, ending = posixpath.split(path)[0], posixpath.splitext(path)[1]

    def rename(found: re.Match[str]) -> str:
        new = name(posixpath.normpath(posixpath.join(folder, found["path"])))
        return (
            _put(found, posixpath.join(posixpath.dirname(found["path"]), posixpath.basename(new))) if new else found[0]
        )

    for reference in _REFERENCES[ending]:
        text = reference.sub(rename, text)
    return text


def _put(found: re.Match[str], path: str) -> str:
    start, end = (at - found.start() for at in found.span("path"))
    return found[0][:start] + path + found[0][end:]


def _with_digest(path: str, text: str) -> str:
    stem, ending = posixpath.splitext(path)
    return f"{stem}.{hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]}{ending}"
