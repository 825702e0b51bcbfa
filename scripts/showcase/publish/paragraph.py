"""One paragraph or heading of a story becomes escaped words and the marks of its pictures; no tag is copied from a text."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from markdown_it.token import Token

from showcase.reading.characters import forbidden
from showcase.reading.link import LinkKind, link_target
from showcase.reading.story import text_of

REL = "noopener nofollow"
"""What a link to the web says of itself; the style sheet knows such links by it."""
PHRASES = frozenset({"em", "strong"})
_BREAK = "<br>"


@dataclass(frozen=True, slots=True)
class LinkTarget:
    """Where another model lies: an address relative to the page, `../ID/` or `../../mo-hinh/ID/`."""

    address: str


FindModel = Callable[[str], LinkTarget | None]


@dataclass(frozen=True, slots=True)
class Words:
    """HTML that belongs into a paragraph or a heading."""

    html: str


@dataclass(frozen=True, slots=True)
class Mark:
    """The place of a picture: a block, which belongs beside paragraphs."""

    html: str


def shown(text: str) -> str:
    """Escape a text, and show U+FFFD where a character could not be seen or would turn the line around."""
    unseen = dict(forbidden(text))
    if unseen:
        text = "".join("\ufffd" if offset in unseen else sign for offset, sign in enumerate(text))
    return escape(text, quote=False)


def paragraph(
    run: list[Token], *, is_heading: bool, link: FindModel, mark: Callable[[Token], str]
) -> list[Words | Mark]:
    """Give what an inline run shows, in order; nothing where it shows nothing.

    A picture at the beginning of a line stands there, between two paragraphs. One within a sentence, a heading or
    other markup comes after: no block may lie in them, and no sentence is torn. `mark` gives a picture's mark, or ''
    where there is none to show.
    """
    writer = _Writer(is_heading=is_heading, link=link, mark=mark)
    for token in run:
        writer.token(token)
    writer.end()
    return [*writer.parts, *writer.after]


@dataclass(frozen=True, slots=True)
class _Link:
    """The link whose words are being written; `said_before` tells later whether it has any."""

    target: str
    closing: str
    said_before: int


class _Writer:
    def __init__(self, *, is_heading: bool, link: FindModel, mark: Callable[[Token], str]) -> None:
        self.parts: list[Words | Mark] = []
        self.after: list[Mark] = []
        self._is_heading = is_heading
        self._find_model = link
        self._mark = mark
        self._html: list[str] = []
        self._within = 0
        self._line_begins = True
        self._said = 0
        self._links: list[_Link] = []

    def token(self, token: Token) -> None:
        match token.type:
            case "code_inline":
                self._say(token.content, "<code>", "</code>")
            case "softbreak" | "hardbreak":
                self._html.append("\n" if token.type == "softbreak" else f"{_BREAK}\n")
                self._line_begins = True
            case "image":
                self._show(token)
            case "link_open":
                self._open_link(token)
            case "link_close":
                self._close_link()
            case _ if token.tag in PHRASES:
                self._within += token.nesting
                self._html.append(f"<{token.tag}>" if token.nesting > 0 else f"</{token.tag}>")
            case _:
                self._say(token.content)

    def end(self) -> None:
        words = "".join(self._html).strip(" \n")
        while words.endswith(_BREAK):
            words = words.removesuffix(_BREAK).rstrip(" \n")
        if self._said:
            self.parts.append(Words(words))
        self._html, self._said = [], 0

    def _say(self, text: str, before: str = "", after: str = "") -> None:
        self._html.append(f"{before}{shown(text)}{after}")
        if text.strip():
            self._said += 1
            self._line_begins = False

    def _show(self, image: Token) -> None:
        mark = self._mark(image)
        if mark and self._line_begins and not self._within and not self._is_heading:
            self.end()
            self.parts.append(Mark(mark))
        elif mark:
            self.after.append(Mark(mark))
        if not mark or self._links:
            self._say(text_of([image]))

    def _open_link(self, token: Token) -> None:
        target = str(token.attrs["href"])
        before, after = self._tags(target, in_brackets=token.info == "auto")
        self._html.append(before)
        self._links.append(_Link(target, after, self._said))
        self._within += 1

    def _close_link(self) -> None:
        link = self._links.pop()
        if self._said == link.said_before:
            self._say(link.target)  # a link without words could not be seen, nor be reached by keyboard
        self._html.append(link.closing)
        self._within -= 1

    def _tags(self, target: str, *, in_brackets: bool) -> tuple[str, str]:
        destination = link_target(target)
        model = self._find_model(destination.model) if destination.kind is LinkKind.MODEL else None
        address = model.address if model else destination.address
        if address and not self._links:  # "[<https://a.vn>](https://b.vn)" is a link in a link, which HTML has not
            rel = f' rel="{REL}"' if destination.kind is LinkKind.WEB else ""
            return f'<a href="{escape(address)}"{rel}>', "</a>"
        return ("&lt;", "&gt;") if in_brackets else ("", "")
