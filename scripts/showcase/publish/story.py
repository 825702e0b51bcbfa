"""A story's tokens become safe HTML here: escaped as they are written, then sanitised, and never rendered again.

Two walls, each enough alone: `write_html` writes sixteen tags and escapes all else; `sanitise` (nh3) lets the same tags
through with `href`, `rel` and `start`, and nothing more. Pictures are ready markup of our own templates; they are put in
after the second wall, at marks that no text can hold.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape

import nh3
from markdown_it.token import Token
from markupsafe import Markup

from showcase.reading.characters import forbidden
from showcase.reading.story import LinkKind, link_target, picture_file, story_tokens, text_of

__all__ = ["LinkTarget", "render_story", "sanitise", "write_html"]


@dataclass(frozen=True, slots=True)
class LinkTarget:
    """Where another model lies: an address relative to the page, `../ID/` or `../../mo-hinh/ID/`."""

    address: str


FindModel = Callable[[str], LinkTarget | None]
FindPicture = Callable[[str], Markup | None]

# U+FFFE is no character: files that hold it are refused, entities for it are not decoded, and `_shown` replaces it.
_MARK = "\ufffe"
_MARKED = re.compile(f"{_MARK}([0-9]+){_MARK}")
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
_HREF = re.compile(r"(?:https?://(?!/)|mailto:|\.{0,2}/(?!/))[!#-;=?-\[\]^_a-z~]*")
_REL = "noopener nofollow"
_BREAK = "<br>"
_CONTAINERS = frozenset({"ul", "ol", "li", "blockquote"})
_PHRASES = frozenset({"em", "strong"})


def render_story(markdown: str, *, heading_level: int, link: FindModel, picture: FindPicture) -> Markup:
    """Turn one section of a story into HTML for the page.

    `heading_level` (2 to 5) is that of the section's own heading; those in the text begin one below. `link` gives the
    place of a model by its id, or None: then its words stand without a link. `picture` gives the block to show (a
    `<figure>`) for a file of the model's folder, or None: then its alternative text is shown.

    A picture on a line of its own stands there; one within a sentence follows the paragraph, so that no block lies in
    a `<p>`. Titles of links and pictures (`[x](y "title")`) are not shown: on a phone nobody could see them.
    """
    html, pictures = write_html(markdown, heading_level=heading_level, link=link, picture=picture)
    clean = sanitise(html)
    return Markup(_MARKED.sub(lambda mark: pictures[int(mark[1])], clean))  # noqa: S704 -- this is what the walls are for


def sanitise(html: str) -> str:
    """Be the second wall: parse as a browser does, keep what a story may have, write it anew."""
    return _CLEANER.clean(html)


def write_html(
    markdown: str, *, heading_level: int, link: FindModel, picture: FindPicture
) -> tuple[str, tuple[Markup, ...]]:
    """Be the first wall: give HTML in which numbered marks stand for the pictures, and the pictures."""
    tokens = story_tokens(markdown)
    if tokens is None:
        return _plain_paragraphs(markdown), ()
    writer = _Writer(heading_level, link, picture)
    writer.write(tokens)
    return "".join(writer.out), tuple(writer.pictures)


class _Writer:
    """Writes the blocks of a story into `out`; within a paragraph or a heading a `_Piece` writes."""

    def __init__(self, heading_level: int, link: FindModel, picture: FindPicture) -> None:
        self.out: list[str] = []
        self.pictures: list[Markup] = []
        self.link = link
        self._picture = picture
        self._section_level = heading_level
        self._above: list[int] = []

    def write(self, tokens: list[Token]) -> None:
        around = ""
        for token in tokens:
            match token.type:
                case "inline":
                    _Piece(self, around).write(token.children or [])
                case "paragraph_open" | "heading_open":
                    around = "" if token.hidden else token.tag
                case "fence" | "code_block":
                    self.out.append(f"<pre><code>{_shown(token.content)}</code></pre>\n")
                case "hr":
                    self.out.append("<hr>\n")
                case _ if token.tag in _CONTAINERS:
                    self.out.append(_tag(token))

    def mark(self, image: Token) -> str:
        """Give the mark where a picture will stand, '' where the model has no such picture."""
        found = self._picture(picture_file(str(image.attrs["src"])))
        if found is None:
            return ""
        self.pictures.append(found)
        return f"{_MARK}{len(self.pictures) - 1}{_MARK}\n"

    def block(self, around: str, words: str) -> None:
        """Write the words of one paragraph (`p`), heading (`h1` to `h6` as typed) or tight list item (no tag)."""
        tag = self._heading(int(around[1])) if around.startswith("h") else around
        self.out.append(f"<{tag}>{words}</{tag}>\n" if tag else f"{words}\n")

    def _heading(self, typed: int) -> str:
        # One below the heading that it belongs to, whatever was typed: readers who jump by headings miss no level.
        while self._above and self._above[-1] >= typed:
            self._above.pop()
        self._above.append(typed)
        return f"h{min(6, self._section_level + len(self._above))}"


class _Piece:
    """Writes what stands in one paragraph, heading or tight list item: words, and pictures beside them."""

    def __init__(self, writer: _Writer, around: str) -> None:
        self._writer = writer
        self._around = around
        self._words: list[str] = []
        self._after: list[str] = []
        self._within = 0
        self._line_begins = True
        self._said = 0
        self._link = _Link()

    def write(self, run: list[Token]) -> None:
        for token in run:
            self._token(token)
        self._end()
        self._writer.out += self._after

    def _token(self, token: Token) -> None:
        match token.type:
            case "code_inline":
                self._say(token.content, "<code>", "</code>")
            case "softbreak" | "hardbreak":
                self._words.append("\n" if token.type == "softbreak" else f"{_BREAK}\n")
                self._line_begins = True
            case "image":
                self._show(token)
            case "link_open":
                self._open_link(token)
            case "link_close":
                self._close_link()
            case _ if token.tag in _PHRASES:
                self._within += token.nesting
                self._words.append(_tag(token))
            case _:
                self._say(token.content)

    def _say(self, text: str, before: str = "", after: str = "") -> None:
        self._words.append(f"{before}{_shown(text)}{after}")
        if text.strip():
            self._said += 1
            self._line_begins = False

    def _show(self, image: Token) -> None:
        mark = self._writer.mark(image)
        alone = self._line_begins and not self._within and not self._around.startswith("h")
        if mark and alone:
            self._end()
            self._writer.out.append(mark)
        elif mark:
            self._after.append(mark)
        if not mark or self._link.is_open:
            self._say(text_of([image]))

    def _open_link(self, token: Token) -> None:
        self._within += 1
        target = str(token.attrs["href"])
        before, after = self._link_tags(target, in_brackets=token.info == "auto")
        self._words.append(before)
        self._link = _Link(target, after, self._said, is_open=True)

    def _close_link(self) -> None:
        if self._said == self._link.said_before:
            self._say(self._link.target)  # a link without words could not be seen, nor followed by a keyboard
        self._words.append(self._link.closing)
        self._link = _Link()
        self._within -= 1

    def _link_tags(self, target: str, *, in_brackets: bool) -> tuple[str, str]:
        destination = link_target(target)
        model = self._writer.link(destination.model) if destination.kind is LinkKind.MODEL else None
        address = model.address if model else destination.address
        if address:
            rel = f' rel="{_REL}"' if destination.kind is LinkKind.WEB else ""
            return f'<a href="{escape(address)}"{rel}>', "</a>"
        return ("&lt;", "&gt;") if in_brackets else ("", "")

    def _end(self) -> None:
        words = "".join(self._words).strip(" \n")
        while words.endswith(_BREAK):
            words = words.removesuffix(_BREAK).rstrip(" \n")
        if self._said:
            self._writer.block(self._around, words)
        self._words, self._said = [], 0


@dataclass(frozen=True, slots=True)
class _Link:
    """The link whose words are being written; `said_before` tells later whether it has any."""

    target: str = ""
    closing: str = ""
    said_before: int = 0
    is_open: bool = False


def _tag(token: Token) -> str:
    if token.nesting < 0:
        return f"</{token.tag}>\n" if token.block else f"</{token.tag}>"
    start = token.attrs.get("start")
    return f"<{token.tag}>" if start is None else f'<{token.tag} start="{int(start)}">'


def _shown(text: str) -> str:
    """Escape a text, and show U+FFFD where a character could not be seen or would turn the line around."""
    unseen = dict(forbidden(text))
    if unseen:
        text = "".join("\ufffd" if offset in unseen else sign for offset, sign in enumerate(text))
    return escape(text, quote=False)


def _plain_paragraphs(text: str) -> str:
    paragraphs = _BLANK_LINES.split(text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(f"<p>{_shown(words.strip())}</p>\n" for words in paragraphs if words.strip())


def _allowed(_tag: str, attribute: str, value: str) -> str | None:
    # nh3 lets any relative address through, "//other.example" among them.
    if attribute == "href":
        return value if _HREF.fullmatch(value) else None
    return value if attribute == "rel" or (value.isascii() and value.isdigit()) else None


_CLEANER = nh3.Cleaner(
    tags={"p", "h3", "h4", "h5", "h6", *_CONTAINERS, *_PHRASES, "code", "pre", "hr", "br", "a"},
    attributes={"a": {"href"}, "ol": {"start"}},
    tag_attribute_values={"a": {"rel": {_REL}}},
    attribute_filter=_allowed,
    url_schemes={"http", "https", "mailto"},
    link_rel=None,
)
