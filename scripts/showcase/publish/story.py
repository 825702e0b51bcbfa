"""A story's tokens become safe HTML here: escaped as they are written, then sanitised, and never rendered again.

Two walls of its own, each enough alone: `write_html` writes sixteen tags and escapes all else; `sanitise` (nh3) lets the same tags
through with `href`, `rel` and `start`, and nothing more. Pictures are ready markup of our own templates; they are put in
after the second wall, at marks that no text can hold.
"""

import re
from collections.abc import Callable, Iterable

import nh3
from markdown_it.token import Token
from markupsafe import Markup

from showcase.publish.paragraph import PHRASES, REL, FindModel, LinkTarget, Words, paragraph, shown
from showcase.reading.commonmark import bare_paragraphs, paragraphs_as_typed, story_tokens
from showcase.reading.story import picture_file

__all__ = ["TAGS", "FindModel", "FindPicture", "LinkTarget", "render_story", "sanitise", "write_html"]

FindPicture = Callable[[str], Markup | None]

# U+FFFE is no character: files that hold it are refused, entities for it are not decoded, and `shown` replaces it.
_MARK = "\ufffe"
_MARKED = re.compile(f"{_MARK}([0-9]+){_MARK}")
_HREF = re.compile(r"(?:https?://(?!/)|mailto:|\.{0,2}/(?!/))[!#-;=?-\[\]^_a-z~]*")
_CONTAINERS = frozenset({"ul", "ol", "li", "blockquote"})
TAGS = frozenset({"p", "h3", "h4", "h5", "h6", *_CONTAINERS, *PHRASES, "code", "pre", "hr", "br", "a"})
"""The elements of a story; pictures stand in `<figure>`s of our templates."""


def render_story(markdown: str, *, heading_level: int, link: FindModel, picture: FindPicture) -> Markup:
    """Turn one section of a story into HTML for the page.

    `heading_level` (2 to 5) is that of the section's own heading; those in the text begin one below. `link` gives the
    place of a model by its id, or None: then its words stand without a link. `picture` gives the block to show (a
    `<figure>`) for a file of the model's folder, or None: then its alternative text is shown. The titles of links and
    pictures (`[x](y "title")`) are not shown: on a phone nobody could see them.
    """
    html, pictures = write_html(markdown, heading_level=heading_level, link=link, picture=picture)
    clean = sanitise(html)
    return Markup(_MARKED.sub(lambda mark: pictures[int(mark[1])], clean))  # noqa: S704 -- what the walls are for


def sanitise(html: str) -> str:
    """Be the second wall: parse as a browser does, keep what a story may have, write it anew."""
    return _CLEANER.clean(html)


def write_html(
    markdown: str, *, heading_level: int, link: FindModel, picture: FindPicture
) -> tuple[str, tuple[Markup, ...]]:
    """Be the first wall: give HTML in which numbered marks stand for the pictures, and the pictures."""
    bare = bare_paragraphs(markdown)
    if bare is not None:
        return _paragraphs(bare), ()
    tokens = story_tokens(markdown)
    if tokens is None:
        return _paragraphs(paragraphs_as_typed(markdown)), ()
    writer = _Writer(heading_level, link, picture)
    for token in tokens:
        writer.token(token)
    return "".join(writer.out), tuple(writer.pictures)


class _Writer:
    """Writes the blocks of a story into `out`, in their order."""

    def __init__(self, heading_level: int, link: FindModel, picture: FindPicture) -> None:
        self.out: list[str] = []
        self.pictures: list[Markup] = []
        self._link = link
        self._picture = picture
        self._section_level = heading_level
        self._above: list[int] = []
        self._around = ""

    def token(self, token: Token) -> None:
        match token.type:
            case "inline":
                self._paragraph(token.children or [])
            case "paragraph_open" | "heading_open":
                self._around = "" if token.hidden else token.tag
            case "fence" | "code_block":
                self.out.append(f"<pre><code>{shown(token.content)}</code></pre>\n")
            case "hr":
                self.out.append("<hr>\n")
            case _ if token.tag in _CONTAINERS:
                self.out.append(_container(token))

    def _paragraph(self, run: list[Token]) -> None:
        is_heading = self._around.startswith("h")
        for part in paragraph(run, is_heading=is_heading, link=self._link, mark=self._mark):
            tag = self._tag() if isinstance(part, Words) else ""
            self.out.append(f"<{tag}>{part.html}</{tag}>\n" if tag else f"{part.html}\n")

    def _mark(self, image: Token) -> str:
        found = self._picture(picture_file(str(image.attrs["src"])))
        if found is None:
            return ""
        self.pictures.append(found)
        return f"{_MARK}{len(self.pictures) - 1}{_MARK}"

    def _tag(self) -> str:
        """Give the tag around the words: `p`, a heading's, or none in a tight list.

        A heading is one below that which it belongs to, however many `#` were typed: who jumps by headings misses none.
        """
        if not self._around.startswith("h"):
            return self._around
        typed = int(self._around[1])
        while self._above and self._above[-1] >= typed:
            self._above.pop()
        self._above.append(typed)
        return f"h{min(6, self._section_level + len(self._above))}"


def _container(token: Token) -> str:
    if token.nesting < 0:
        return f"</{token.tag}>\n"
    start = token.attrs.get("start")
    return f"<{token.tag}>" if start is None else f'<{token.tag} start="{int(start)}">'


def _paragraphs(typed: Iterable[str]) -> str:
    return "".join(f"<p>{shown(words)}</p>\n" for words in typed)


def _allowed(_tag: str, attribute: str, value: str) -> str | None:
    # nh3 lets any relative address through, "//other.example" among them.
    if attribute == "href":
        return value if _HREF.fullmatch(value) else None
    return value if attribute == "rel" or (value.isascii() and value.isdigit()) else None


_CLEANER = nh3.Cleaner(
    tags=set(TAGS),
    attributes={"a": {"href"}, "ol": {"start"}},
    tag_attribute_values={"a": {"rel": {REL}}},
    attribute_filter=_allowed,
    url_schemes={"http", "https", "mailto"},
    link_rel=None,
)
