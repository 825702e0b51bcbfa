"""The hostile stories, and each wall of the renderer alone; for tests of what it writes and of what a browser does.

Every payload calls `alert`: a page that replaces it knows what ran. `CONTROL` must run, or such a test proves nothing.
"""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from markdown_it import MarkdownIt
from markupsafe import Markup
from showcase.publish.story import LinkTarget, render_story, sanitise, write_html

CONTROL = "<img src=x onerror=alert(1)>"
"""What must fire when it stands in the page as it is."""
PICTURE = Markup('<figure><img src="a.webp" alt="Ảnh"></figure>')
"""What stands for `a.jpg`, the only picture of the hostile model."""

_FILE = Path(__file__).with_name("hostile") / "stories.txt"
_CASE = re.compile(r"^=== (?!\")(.+)\n", re.MULTILINE)
_CHARACTER = re.compile(r"⟨U\+([0-9A-F]{4,6})⟩")
_REPEATED = re.compile(r"⟨([^⟨⟩]+)×([0-9]+)⟩")


def hostile_stories() -> dict[str, str]:
    """Give the texts by their names, in the order of the file."""
    _before, *pieces = _CASE.split(_FILE.read_text(encoding="utf-8"))
    names, texts = pieces[::2], pieces[1::2]
    assert len(set(names)) == len(names), "two cases have one name"
    return {name: _spelt_out(text.removesuffix("\n")) for name, text in zip(names, texts, strict=True)}


def _spelt_out(text: str) -> str:
    with_characters = _CHARACTER.sub(lambda match: chr(int(match[1], 16)), text)
    return _REPEATED.sub(lambda match: match[1] * int(match[2]), with_characters)


def find_model(model_id: str) -> LinkTarget | None:
    return LinkTarget(f"../{model_id}/") if model_id == "mo-hinh-khac" else None


def find_picture(name: str) -> Markup | None:
    return PICTURE if name == "a.jpg" else None


def both_walls(text: str) -> str:
    return str(render_story(text, heading_level=2, link=find_model, picture=find_picture))


def first_wall_alone(text: str) -> str:
    """Write as the renderer does, nothing sanitised; the marks of pictures are still in it."""
    return write_html(text, heading_level=2, link=find_model, picture=find_picture)[0]


@cache
def _careless() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True})
    parser.enable(["table", "strikethrough"])
    parser.validateLink = lambda _url: True  # type: ignore[method-assign]
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return parser


def no_wall(text: str) -> str:
    """Render as carelessly as one can, HTML and every scheme let through."""
    return _careless().render(text.encode("utf-8", "replace").decode())


def second_wall_alone(text: str) -> str:
    """Render the beginning carelessly, then sanitise; such a renderer takes long for the long ones, which limits keep from ours."""
    return sanitise(no_wall(text[:3000]))


def second_wall_bare(text: str) -> str:
    """Give the text to the second wall as if it were HTML already."""
    return sanitise(text.encode("utf-8", "replace").decode())


WALLS: dict[str, Callable[[str], str]] = {
    "both": both_walls,
    "first": first_wall_alone,
    "second": second_wall_alone,
    "second, bare": second_wall_bare,
}
