"""A cover set in type stands where a model has no picture: what it says, in which tone, and where its field's band lies.

The first that is true decides: before and after are known, so two blocks in true proportion; a measured result, so one
number; ten copies or more, so a square each; words that the title itself puts in quotes; a place below the commune, then
and now; else the title. Nothing is drawn: `templates/parts/cover.html` and `docs/assets/the.css` set it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from hashlib import sha256
from math import ceil, inf
from typing import Literal, NamedTuple

from showcase.reading.form import APPROXIMATIONS
from showcase.record.model import Result
from showcase.record.reference import Reference
from showcase.record.summary import Summary
from showcase.views.page import capitalised, uncapitalised
from showcase.views.place_names import bare_name, place_then, place_today, smallest_place
from showcase.words.numbers import write_number
from showcase.words.text import fold

Kind = Literal["bars", "number", "copies", "quote", "place", "words"]


class Look(NamedTuple):
    """A tone of the field's ground, and where its band lies: along an edge, at the side, as a block, or nowhere."""

    tone: str
    band: str


_TONES = ("full", "deep", "pale")
_LOOKS: dict[Kind, list[Look]] = {
    "bars": [Look(tone, "none") for tone in _TONES],
    "number": [Look(tone, band) for band in ("side", "edge") for tone in _TONES],
    "copies": [Look(tone, "none") for tone in _TONES],
    "quote": [Look(tone, band) for band in ("edge", "none") for tone in _TONES],
    "place": [Look(tone, "edge") for tone in _TONES],
    "words": [Look(tone, band) for band in ("block", "side", "edge") for tone in _TONES],
}
_MANY_COPIES = 10
_QUOTED = re.compile(r"“([^“”]{4,48})”")
_MOVEMENT = fold("dân vận khéo")

_SIZES = (5, 6, 7, 8, 9, 11, 13, 15)
"""Sizes of words in hundredths of the cover's width, each a class of the style sheet."""
_LETTER, _LINE = 0.5, 1.27
"""Of the size of words, how wide a letter is and how high a line. Letters of our titles have 0.43 to 0.48 in Roboto; where a face is
wider, the cover grows."""
_WIDTHS = {"block": 57, "side": 81, "edge": 89, "none": 89}
_HEIGHTS: dict[Kind, int] = {"words": 43, "quote": 31, "place": 32}
"""What words have of a cover of 3 : 2, in hundredths of its width: less padding, the band, and the small lines."""
_SIGN, _SMALL = 0.45, 0.38
"""Widths of a point or comma, and of a letter of the unit, where a digit is 1."""
_MOST_COLUMNS = 27
_INSIDE = 600
"""Thousandths of the width from which a block has room for its number."""


@dataclass(frozen=True, slots=True)
class Block:
    """One of the two blocks: its number, as sure as the source is of it, and its length in thousandths of the width."""

    number: str
    length: int
    about: str = ""

    @property
    def step(self) -> str:
        """Where its number stands: after so many tenths of the width, or within."""
        return "in" if self.length >= _INSIDE else str(-(-self.length // 100))


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """What a cover says, from top to bottom; `size` is that of the words, or of how many digits the number has the width.

    `thumb` is all that a small one says: the number, the words, or where it is.
    """

    kind: Kind
    look: Look
    large: str
    size: int
    thumb: str
    above: str = ""
    about: str = ""
    unit: str = ""
    below: str = ""
    blocks: tuple[Block, ...] = ()
    squares: tuple[int, ...] = ()


def make_cover(model: Summary, copied: int, reference: Reference) -> Cover:
    """Choose the cover of a model without a picture, which was copied so often."""
    result, place = model.result, model.located(reference.gazetteer)[0]
    where = smallest_place(model.written, place)
    if result and result.before is not None and result.before != result.after:
        return _bars(model, result, result.before)
    if result:
        return _number(model, result, where)
    if copied >= _MANY_COPIES:
        return _copies(model, copied)
    if quoted := _quoted(model.title):
        return _of_words("quote", model, quoted, quoted, below=where)
    if model.detail:
        detail, then, today = capitalised(model.detail), place_then(model.written), place_today(place)
        below = "" if today.startswith(then) else f"Nay: {uncapitalised(today)}"
        return _of_words("place", model, detail, detail, above=then, below=below)
    return _of_words("words", model, model.title, bare_name(model.written, place), below=where)


def varied(covers: Iterable[Cover | None]) -> Iterator[Cover | None]:
    """Yield covers as they follow each other on a page; none has the tone and the band of the one before it."""
    last = None
    for cover in covers:
        new = _with_another_look(cover) if cover and cover.look == last else cover
        last = new.look if new else None
        yield new


def _with_another_look(cover: Cover) -> Cover:
    looks = _LOOKS[cover.kind]
    look = looks[(looks.index(cover.look) + 1) % len(looks)]
    size = _fitting(cover.large, look.band, _HEIGHTS[cover.kind]) if cover.kind in _HEIGHTS else cover.size
    return replace(cover, look=look, size=size)


def _look(model: Summary, kind: Kind) -> Look:
    """Choose by the id, so that a model always looks the same where nothing stands before it."""
    looks = _LOOKS[kind]
    return looks[int.from_bytes(sha256(model.id.encode()).digest()[:4]) % len(looks)]


def _bars(model: Summary, result: Result, before: Decimal) -> Cover:
    longer = max(abs(result.after), abs(before))
    now, about = write_number(result.after), APPROXIMATIONS.get(result.approximation, "")
    blocks = (
        Block(write_number(before), int(abs(before) * 1000 / longer)),
        Block(now, int(abs(result.after) * 1000 / longer), about),
    )
    return Cover(
        kind="bars",
        look=_look(model, "bars"),
        large=now,
        size=ceil(_width(now) + _SMALL * len(about)),
        thumb=now,
        above=result.measure,
        unit=result.unit,
        blocks=blocks,
    )


def _number(model: Summary, result: Result, where: str) -> Cover:
    number, about = write_number(result.after), APPROXIMATIONS.get(result.approximation, "")
    unit = "" if fold(result.measure).startswith(fold(result.unit)) else result.unit
    width = _width(number) + _SMALL * (len(about) + len(unit) + 1)
    return Cover(
        kind="number",
        look=_look(model, "number"),
        large=number,
        size=ceil(width),
        thumb=number,
        above=where,
        about=about,
        unit=unit,
        below=uncapitalised(result.measure),
    )


def _copies(model: Summary, copied: int) -> Cover:
    """One square for each, in rows as long as each other but for the last."""
    rows = -(-copied // _MOST_COLUMNS)
    columns = -(-copied // rows)
    squares = tuple(min(columns, copied - columns * row) for row in range(rows))
    number = write_number(copied)
    return Cover(
        kind="copies",
        look=_look(model, "copies"),
        large=number,
        size=ceil(_width(number)),
        thumb=number,
        below="nơi đã làm theo",
        squares=squares,
    )


def _of_words(kind: Kind, model: Summary, words: str, thumb: str, *, above: str = "", below: str = "") -> Cover:
    look = _look(model, kind)
    size = _fitting(words, look.band, _HEIGHTS[kind])
    return Cover(kind=kind, look=look, large=words, size=size, thumb=thumb, above=above, below=below)


def _quoted(title: str) -> str:
    """Give the first words that a title puts in quotes; the name of the movement says nothing about a model."""
    return next((words for words in _QUOTED.findall(title) if fold(words) != _MOVEMENT), "")


def _width(number: str) -> float:
    """Give how many digits wide a number is."""
    return sum(1 if sign.isdigit() else _SIGN if sign in ".,\u00a0-" else _SMALL for sign in number)


def _fitting(words: str, band: str, height: int) -> int:
    """Give the largest size at which words stand within a cover, tried line by line; the smallest if none does."""
    fitting = (
        size for size in reversed(_SIZES) if _lines(words, _WIDTHS[band] / (_LETTER * size)) * size * _LINE <= height
    )
    return next(fitting, _SIZES[0])


def _lines(words: str, letters: float) -> float:
    """Count the lines that words take where so many letters stand on one; without end where a word is longer than one."""
    lines, room = 1.0, letters
    for word in words.split():
        if len(word) > letters:
            return inf
        if room < letters and room < len(word) + 1:
            lines, room = lines + 1, letters
        room -= len(word) + (room < letters)
    return lines
