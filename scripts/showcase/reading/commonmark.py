"""Text becomes CommonMark tokens here, always and soon; HTML is text, and no target is judged.

No text of the format's size may hang or break a build that reads every story. 20,000 characters made to hurt cost
markdown-it up to 1.3 s, where rows of `![` that nobody closes make it look ahead to the end of the paragraph over and
over, and twenty times as much where CPython 3.11 runs out of a piece of its stack just there. What lies deeper than its
limit it drops without a word. So signs, looks and depth are counted, and a text beyond a limit has no tokens: it is
shown as plain paragraphs. Within the limits the worst text found costs 0.1 s, or 0.5 s at such a place.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from showcase.reading.kinds import Story

__all__ = ["DEEPEST", "TYPED_HTML", "bare_paragraphs", "paragraphs_as_typed", "story_tokens"]

TYPED_HTML = "typed_html"
"""The type of a token whose content looks like HTML; it is text like any other."""
DEEPEST = 20
"""Levels of blocks in blocks; a list and its item are two, its paragraph the third."""
_MOST_LOOKS = 5_000
_MOST_SIGNS = 5_000
"""Characters that may be markup; a story of 20,000 characters with a link in every line has 2,500 and needs 300 looks."""
_SIGN = re.compile(r"[]!#$%&*+:<=>@[\\^_`{}~-]")
_LIMITS = Story()
_LINE_END = re.compile(r"\r\n?|\n")
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
# Without any of these a section is paragraphs and nothing else, and need not be read as Markdown: that is so for nine
# sections of ten, and takes a tenth of the time. Signs and lines are looked for one after the other, since each can then
# be searched for by how it begins: 10 µs a section, in one pattern 45.
_MARKUP = re.compile(r"[*_\[\]<>&\\`~|!\t\r]")
_MARKED_LINE = re.compile(r"\n(?: |[-+#=]|\d{1,9}[.)])")
# As browsers see a tag, not as CommonMark does: "<img/src=x/onerror=…>" is one too.
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:[\s/][^<>]*)?>|<![A-Za-z][^<>]*>")
_PAIRS = (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"))


def bare_paragraphs(markdown: str) -> list[str] | None:
    """Give the paragraphs of a text as they were typed, where it is paragraphs and nothing else; None where it may be more."""
    if _MARKUP.search(markdown) or " \n" in markdown or markdown.endswith(" ") or _MARKED_LINE.search(f"\n{markdown}"):
        return None
    return paragraphs_as_typed(markdown)


def paragraphs_as_typed(text: str) -> list[str]:
    """Give what stands between empty lines, whatever it holds."""
    parts = _BLANK_LINES.split(text.replace("\r\n", "\n").replace("\r", "\n"))
    return [part.strip() for part in parts if part.strip()]


def story_tokens(markdown: str) -> list[Token] | None:
    """Give the tokens of one section of a story, or None where the text is over a limit.

    What looks like HTML is text, of type `TYPED_HTML`. Targets are as typed, with entities and escapes decoded.
    """
    lines, signs = len(_LINE_END.findall(markdown)), len(_SIGN.findall(markdown))
    if len(markdown) > _LIMITS.most or lines >= _LIMITS.lines or signs > _MOST_SIGNS:
        return None
    try:
        tokens = _PARSER.parse(markdown, {"looks": 0})
    except (_TooManyLooksError, RecursionError, IndexError):
        # No text is known to raise the last two; a slip of the parser must cost a story its markup, never the site.
        return None
    too_deep = any(token.nesting == 1 and token.level >= DEEPEST - 1 for token in tokens)
    return None if too_deep else tokens


class _TooManyLooksError(Exception):
    """The text was made to hurt."""


class _CountedInline(ParserInline):
    """Counts the steps with which the parser looks ahead for the end of a link's words."""

    def skipToken(self, state: StateInline) -> None:  # noqa: N802 -- the parser's name
        state.env["looks"] += 1
        if state.env["looks"] > _MOST_LOOKS:
            raise _TooManyLooksError
        super().skipToken(state)


class _Parser(MarkdownIt):
    """CommonMark and nothing more; targets stay as typed, for `link_target` alone judges them."""

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


def _typed_html(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 -- the parser's signature
    """Take what looks like HTML as a piece of text of its own, so that no `*` in it becomes markup."""
    end = _html_end(state.src, state.pos, state.posMax) if state.src[state.pos] == "<" else -1
    if end < 0:
        return False
    if not silent:
        token = state.push(TYPED_HTML, "", 0)
        token.content = state.src[state.pos : end]
    state.pos = end
    return True


def _html_end(source: str, start: int, stop: int) -> int:
    # `find`, for one expression with `.*?` needs a second for 5,000 comments that never end.
    for opening, closing in _PAIRS:
        if source.startswith(opening, start):
            found = source.find(closing, start + len(opening), stop)
            return found + len(closing) if found >= 0 else -1
    tag = _TAG.match(source, start, stop)
    return tag.end() if tag else -1


_PARSER = _Parser()
