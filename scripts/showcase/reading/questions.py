"""What a section still asks is told apart from what it tells: its lists of plain questions, and its Markdown without them.

Nothing is lost: a list of which one item is no question, or cannot be said as plain text, stays where it was written, and
so does every list where the rest would be read in another way without it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from markdown_it.token import Token

from showcase.reading.characters import forbidden
from showcase.reading.commonmark import story_tokens
from showcase.reading.story import text_of

__all__ = ["Parted", "part_questions"]

_ITEM = ("list_item_open", "paragraph_open", "inline", "paragraph_close", "list_item_close")
_WORDS = frozenset({"text", "softbreak"})
_ASKS = re.compile(r"\?[”’\"')]*$")


class Parted(NamedTuple):
    """A section in two: the Markdown to be shown as its text, '' where nothing is left, and the questions as plain text."""

    rest: str
    questions: tuple[str, ...]


def part_questions(markdown: str) -> Parted:
    """Take the bullet lists of questions out of one section."""
    tokens = (story_tokens(markdown) if "?" in markdown else None) or []
    found = {span: asked for span in _bullet_lists(tokens) if (asked := _questions(tokens[span.start : span.stop]))}
    rest = _without(markdown, [tokens[span.start].map or [0, 0] for span in found])
    told = [token for index, token in enumerate(tokens) if not any(index in span for span in found)]
    if not found or _placeless(story_tokens(rest) or []) != _placeless(told):
        return Parted(markdown, ())
    return Parted(rest, tuple(question for asked in found.values() for question in asked))


def _bullet_lists(tokens: Sequence[Token]) -> Iterator[range]:
    """Yield the places of the bullet lists that stand in nothing else."""
    start = 0
    for index, token in enumerate(tokens):
        if token.level == 0 and token.type == "bullet_list_open":
            start = index
        elif token.level == 0 and token.type == "bullet_list_close":
            yield range(start, index + 1)


def _questions(bullets: Sequence[Token]) -> tuple[str, ...]:
    """Give what the items of a list ask, each in one plain paragraph; nothing where one of them does not."""
    runs = [token.children or [] for token in bullets if token.type == "inline"]
    if [token.type for token in bullets[1:-1]] != [*_ITEM] * len(runs):
        return ()
    asked = tuple(text_of(run).strip() for run in runs if _WORDS.issuperset(child.type for child in run))
    is_plain = len(asked) == len(runs) and all(_ASKS.search(text) and not any(forbidden(text)) for text in asked)
    return asked if is_plain else ()


def _without(markdown: str, places: Sequence[Sequence[int]]) -> str:
    """Leave out some lines; a blank one stays, so that no line comes to belong to another."""
    lines = markdown.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for first, end in reversed(places):
        lines[first:end] = [""]
    rest = "\n".join(lines).strip("\n")
    return rest if rest.strip() else ""


def _placeless(tokens: Iterable[Token]) -> list[Token]:
    """Give the tokens without the lines in which they stand."""
    return [replace(token, map=None) for token in tokens]
