"""Markdown that nobody meant is found here: running text that would be shown as a list, a heading, a frame of code.

What is meant keeps its rights: lists behind a colon, a blank line or a finished sentence, quotations, headings, rules. The
parser says what a text becomes; whether that was meant, its lines say. Nothing is judged and nothing rendered.
"""

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from showcase.reading.commonmark import story_tokens
from showcase.reading.run_on import FINISHED, is_finished, lists, tables


class AccidentKind(Enum):
    """What running text would become."""

    LIST = auto()
    NUMBERED_LIST = auto()
    QUOTATION = auto()
    HEADING = auto()
    HEADING_ABOVE = auto()
    CODE = auto()
    TABLE = auto()
    RUN_ON_LIST = auto()
    ITALICS = auto()
    STARS = auto()


class Accident(NamedTuple):
    """One of them: the line of the text, from 0, and the words at which it happens."""

    kind: AccidentKind
    line: int
    words: str


# Each way begins with a line end, so that `re` looks for these first.
_LINE_START = re.compile(
    r"\n(?:    |\t|[ \t]*(?:[-+*>#=\u2012-\u2015\u2022\u2023\u25a0-\u25cf\u25e6\u2043\u2212\u00b7\u27a2\u27a4\u2192]|\(?\w{1,3}[)/.]))"
)
_ITEM = re.compile(r" {0,3}(?P<sign>[-+*]) +(?P<text>\S.*)")
_NUMBERED = re.compile(r" {0,3}(?P<number>\d{1,9})[.)] +\S")
_QUOTED = re.compile(r" {0,3}>(?P<text>.*)")
_TITLED = re.compile(r" {0,3}#{1,6}[ \t]+(?P<text>\S.*)")
_UNDERLINE = re.compile(r" {0,3}(?:-+|=+)[ \t]*")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_INDENTED = re.compile(r"(?: {4}| {0,3}\t)\s*\S")
_MULTIPLIED = re.compile(r"[^\W_]{1,20}\*(?:\d[^*\n]{0,80}\*[^\W_]{0,20}|[^\W_][^*\n]{0,80}\*[^\W_]{1,20})(?!\*)")
_STARS = re.compile(r"\*\*[^*\n]{1,120}\*\*[^\W_]{0,20}")
_STAR = re.compile(r"(?<!\*)\*[“\"(][^*\n]{1,120}[”\")]\*[^\W_]{1,20}")
_LONGEST_TITLE = 60
_FEW = 2


def accidents(text: str) -> Iterator[Accident]:
    """Yield what in a section of a story would be shown as nobody meant it, in no order."""
    if not (_LINE_START.search(f"\n{text}") or "*" in text or "\t" in text or "|" in text):
        return
    lines = _without_fences(text.splitlines())
    yield from _of_lines(lines)
    for kind, find in ((AccidentKind.TABLE, tables), (AccidentKind.RUN_ON_LIST, lists)):
        for number in find(lines):
            yield Accident(kind, number, lines[number].strip())
    if "*" in text or any(_INDENTED.match(line) for line in lines):
        yield from _of_tokens(text, lines)


def _without_fences(lines: list[str]) -> list[str]:
    """Give the lines with nothing in those of code that was meant."""
    is_code, kept = False, []
    for line in lines:
        is_fence = _FENCE.match(line) is not None
        kept.append("" if is_code or is_fence else line)
        is_code ^= is_fence
    return kept


def _of_lines(lines: list[str]) -> Iterator[Accident]:
    """Yield the lines that begin with a sign of Markdown while the sentence above goes on."""
    is_in_list = False
    above = ""
    for number, line in enumerate(lines):
        if kind := _kind(lines, number, above, is_in_list=is_in_list):
            item = _ITEM.match(line)
            yield Accident(kind, number, (item["text"] if item else line).strip())
        numbered = _NUMBERED.match(line)
        if _ITEM.match(line) or (numbered and (not above or numbered["number"] == "1")):
            is_in_list = True
        elif line.strip() and not above and not line.startswith(" "):
            is_in_list = False
        above = line.strip()


def _kind(lines: list[str], number: int, above: str, *, is_in_list: bool) -> AccidentKind | None:
    """Tell what a line becomes that nobody meant; `above` is the line before it, '' where that is blank."""
    line = lines[number]
    goes_on = bool(above) and not is_finished(above)
    if _ITEM.match(line):
        return AccidentKind.LIST if goes_on and not is_in_list and _is_sentence(lines, number) else None
    if numbered := _NUMBERED.match(line):
        is_alone = numbered["number"] == "1" and not any(map(_NUMBERED.match, lines[number + 1 : number + 2]))
        return AccidentKind.NUMBERED_LIST if goes_on and not is_in_list and is_alone else None
    if quoted := _QUOTED.match(line):
        is_number = quoted["text"].lstrip()[:1].isdigit()
        return AccidentKind.QUOTATION if not _QUOTED.match(above) and (is_number or goes_on) else None
    if _TITLED.match(line):
        return AccidentKind.HEADING if goes_on and not _TITLED.match(above) else None
    if _UNDERLINE.fullmatch(line) and above and not is_in_list and not _TITLED.match(above):
        return AccidentKind.HEADING_ABOVE if _is_no_title(lines, number) else None
    return None


def _is_sentence(lines: list[str], number: int) -> bool:
    """Tell whether hyphens at the start of lines belong to a sentence: "kinh tế / - xã hội", "2020 / - 2025"."""
    items = []
    for line in lines[number:]:
        if not line.strip():
            break
        if match := _ITEM.match(line):
            items.append(match["text"].strip())
        elif items:
            items[-1] = f"{items[-1]} {line.strip()}"
    if len(items) < _FEW:
        return True
    starts_small = all(item[:1].islower() or item[:1].isdigit() for item in items)
    return starts_small and items[-1].endswith(".") and not any(item.endswith((",", *FINISHED)) for item in items[:-1])


def _is_no_title(lines: list[str], number: int) -> bool:
    """Tell whether what stands above a row of dashes is no title: a sentence, several lines, or the row is too short."""
    above = lines[number - 1].strip()
    is_long = len(above) > _LONGEST_TITLE or (number >= _FEW and bool(lines[number - 2].strip()))
    return is_long or len(lines[number].strip()) < 3 or above.endswith((".", ",", ";", ":"))


def _of_tokens(text: str, lines: list[str]) -> Iterator[Accident]:
    """Yield what only the parser knows: frames of code, stars that are lost or shown."""
    tokens = story_tokens(text) or []
    for token in tokens:
        if token.type == "code_block" and token.map:
            number = next((one for one in range(*token.map) if one < len(lines) and lines[one].strip()), token.map[0])
            yield Accident(AccidentKind.CODE, number, lines[number].strip() if number < len(lines) else "")
    if "*" not in text:
        return
    shown = "\n".join(child.content for token in tokens for child in token.children or () if child.type == "text")
    is_lost = any(child.type == "em_open" for token in tokens for child in token.children or ())
    for number, line in enumerate(lines):
        patterns = (_STARS, _STAR) if "*" in shown and "\\*" not in line else ()
        for stars in [found for pattern in patterns for found in pattern.findall(line)]:
            if stars in shown:
                yield Accident(AccidentKind.STARS, number, stars)
        if is_lost and (multiplied := _MULTIPLIED.search(line)) and multiplied.group() not in shown:
            yield Accident(AccidentKind.ITALICS, number, multiplied.group())
