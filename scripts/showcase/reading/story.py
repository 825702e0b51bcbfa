"""A story is CommonMark without HTML: text becomes tokens and facts here, always, soon, and nothing is judged.

No text of the format's size may hang or break the reader (a story of six sections is read by every build). Measured
with 20,000 characters made to hurt, of which `DEEPEST` and `_MOST_LOOKS` are the outcome: the parser alone needs up to
1.3 s, with them a fifth of it. A text beyond a limit has no tokens, and is shown as plain paragraphs.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from showcase.reading.characters import forbidden
from showcase.reading.kinds import Story
from showcase.reading.link import Destination, LinkKind, Refusal, link_target
from showcase.words.text import nfc

__all__ = [
    "TYPED_HTML",
    "Destination",
    "LinkKind",
    "Refusal",
    "StoryFacts",
    "StoryLink",
    "StoryPicture",
    "link_target",
    "picture_file",
    "story_facts",
    "story_tokens",
    "text_of",
]

TYPED_HTML = "typed_html"
"""The type of a token whose content looks like HTML; it is text like any other."""
DEEPEST = 20
"""Levels of blocks in blocks (a list and its item are two); what lies deeper the parser would drop without a word."""
_MOST_LOOKS = 40_000
"""Steps that the parser may look ahead for the end of links' texts; an honest story of 20,000 characters needs 3,000."""


@dataclass(frozen=True, slots=True)
class StoryLink:
    """A link: the text that a reader sees, and the target as typed with entities decoded; see `link_target`."""

    text: str
    target: str


@dataclass(frozen=True, slots=True)
class StoryPicture:
    """A picture: its alternative text and its target as typed; see `picture_file`."""

    alternative: str
    target: str


@dataclass(frozen=True, slots=True)
class StoryFacts:
    """What the rules ask of a story, each in the order of the text."""

    links: tuple[StoryLink, ...] = ()
    pictures: tuple[StoryPicture, ...] = ()
    raw_html: tuple[str, ...] = ()
    """Tags, comments and the like outside code, as typed; they will be shown as typed."""
    unseen: tuple[str, ...] = ()
    """Characters that no file may hold, written as entities such as `&#8238;`; U+FFFD is shown in their place."""
    plain: bool = False
    """The text is over a limit: it is shown as plain paragraphs, and nothing else is known of it."""


def story_facts(markdown: str) -> StoryFacts:
    """Read one section of a story and tell what it holds."""
    tokens = story_tokens(markdown)
    if tokens is None:
        return StoryFacts(plain=True)
    runs = [token.children for token in tokens if token.children]
    inline = [child for run in runs for child in run]
    return StoryFacts(
        links=tuple(link for run in runs for link in _links(run)),
        pictures=tuple(
            StoryPicture(text_of(token.children), str(token.attrs["src"])) for token in inline if token.type == "image"
        ),
        raw_html=tuple(token.content for token in inline if token.type == TYPED_HTML),
        unseen=tuple(sign for token in inline for _, sign in forbidden(text_of([token]))),
    )


def story_tokens(markdown: str) -> list[Token] | None:
    """Give the tokens of markdown-it for one section, or None where the text is over a limit.

    No token carries HTML: what looks like it is text, of type `TYPED_HTML`. Targets are as typed, nobody has judged them.
    """
    if len(markdown) > Story.most or len(_LINE_END.findall(markdown)) >= Story.lines:
        return None
    try:
        tokens = _PARSER.parse(markdown, {"looks": 0})
    except (_TooManyLooksError, RecursionError, IndexError):
        # None is known to raise the last two; a slip of the parser must cost one text its markup, never the site.
        return None
    too_deep = any(token.nesting == 1 and token.level >= DEEPEST - 1 for token in tokens)
    return None if too_deep else tokens


def text_of(tokens: Iterable[Token] | None) -> str:
    """Give the text of an inline run as it is read aloud: markup gone, pictures by their alternative text."""
    return "".join(
        text_of(token.children)
        if token.type == "image"
        else " "
        if token.type in ("softbreak", "hardbreak")
        else token.content
        for token in tokens or ()
    )


def picture_file(target: str) -> str:
    """Give the name of the file in the model's folder that a picture's target means: `./l%E1%BA%AFp.jpg` → `lắp.jpg`."""
    return nfc(unquote(target)).removeprefix("./")


def _links(run: list[Token]) -> Iterator[StoryLink]:
    opened: tuple[int, str] | None = None
    for index, token in enumerate(run):
        if token.type == "link_open":
            opened = index, str(token.attrs["href"])
        elif token.type == "link_close" and opened:
            yield StoryLink(text_of(run[opened[0] : index]), opened[1])


class _TooManyLooksError(Exception):
    """The text was made to hurt."""


class _CountedInline(ParserInline):
    # A row of "[" or "![" that nobody closes makes the parser run to the end of the paragraph for each of them, and for
    # pictures in pictures once more; every such step is one call.
    def skipToken(self, state: StateInline) -> None:  # noqa: N802 -- the parser's name
        state.env["looks"] += 1
        if state.env["looks"] > _MOST_LOOKS:
            raise _TooManyLooksError
        super().skipToken(state)


class _Parser(MarkdownIt):
    """CommonMark and nothing more, HTML off; targets stay as typed, for `link_target` alone judges them."""

    def __init__(self) -> None:
        super().__init__()
        self.inline = _CountedInline()
        self.configure("commonmark", {"html": False, "maxNesting": DEEPEST})
        self.inline.ruler.after("autolink", TYPED_HTML, _typed_html)

    def normalizeLink(self, url: str) -> str:  # noqa: N802 -- the parser's name
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 -- the parser's name
        return link

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 -- the parser's name
        return True


_LINE_END = re.compile(r"\r\n?|\n")
# As a browser sees a tag, not as CommonMark does: "<img/src=x/onerror=…>" is one too.
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:[\s/][^<>]*)?>|<![A-Za-z][^<>]*>")
_PAIRS = (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"))


def _typed_html(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 -- the parser's signature
    """Take what looks like HTML as a piece of text of its own, so that no `*` in it becomes markup."""
    if state.src[state.pos] != "<":
        return False
    end = _html_end(state.src, state.pos, state.posMax)
    if end < 0:
        return False
    if not silent:
        token = state.push(TYPED_HTML, "", 0)
        token.content = state.src[state.pos : end]
    state.pos = end
    return True


def _html_end(source: str, start: int, stop: int) -> int:
    # `find` where an expression would do: 5,000 comments that never end cost 10 ms instead of a second.
    for opening, closing in _PAIRS:
        if source.startswith(opening, start):
            found = source.find(closing, start + len(opening), stop)
            return found + len(closing) if found >= 0 else -1
    tag = _TAG.match(source, start, stop)
    return tag.end() if tag else -1


_PARSER = _Parser()
