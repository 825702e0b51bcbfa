"""A number becomes the text that people see in its cell, where the cell's format adds a sign or a word, or changes its size.

To Excel “85%” is 0.85 and “0,9 tỷ” is 0.9: what its writer means, and checks, is what is seen.
"""

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from math import isfinite
from typing import NamedTuple

from showcase.exchange.grid import Odd
from showcase.words.numbers import write_number

__all__ = ["seen_by_format", "seen_by_text"]

_SECTION = re.compile(r'(?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\\[])+|;', re.DOTALL)
_PART = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|[_*].|\[(?P<bracket>[^\]]*)\]|(?P<scientific>[0#?.,]+E[+-][0#?]+)'
    r"|(?P<number>General|[0#?][0#?,]*(?:\.[0#?]*)?,*|\.[0#?]+,*)|(?P<percent>%)|@|(?P<sign>.)",
    re.DOTALL | re.IGNORECASE,
)
_CONDITION = re.compile(r"[<>=]")
_SAYS_NOTHING = re.compile(r"[\s()+\-\u2212\u2013./:,']*")
"""Blanks, and the signs that stand between digits or around what is negative."""
_DIGITS = re.compile(r"(?:[-\u2212(]\s?)?\d(?:[\d.,\u00a0\u202f ]*\d)?\)?")
_EXPONENT = re.compile(r"(?<!\w)E")
"""What is left of `1,37E+04` without its digits."""
_PADDED = re.compile(r"0\d+")
_LONGEST_FORMAT = 255
_LARGEST = 10**15
"""Beyond it a spreadsheet knows no digits either."""
_MOST_DECIMALS, _MOST_SHOWN = 10, 17
"""Decimals that are kept, and those that a cell may show."""


class _Format(NamedTuple):
    """How one section of a format shows a number: by how much it multiplies it, to how many decimals, with how many digits at least, and whether with points between thousands."""

    before: str
    after: str
    factor: Decimal
    decimals: int
    digits: int
    is_grouped: bool
    is_clear: bool
    """It has one run of digits, so that it is known where each word stands."""
    is_conditional: bool
    """It holds for some numbers only, above a bound for instance."""

    @property
    def is_plain(self) -> bool:
        """Whether what is seen is the number itself."""
        return self.factor == 1 and _SAYS_NOTHING.fullmatch(self.before + self.after) is not None


def seen_by_format(value: float, number_format: str) -> float | str | Odd:
    """Give what is seen of a number under a format of Excel: the number itself where the format adds nothing to it."""
    if not isfinite(value) or abs(value) >= _LARGEST or len(number_format) > _LONGEST_FORMAT:
        return value
    sections = _sections(number_format)
    is_conditional = any(section.is_conditional for section in sections)
    if is_conditional and not all(section.is_plain for section in sections):
        return Odd.SHOWN
    which = 1 if value < 0 and len(sections) > 1 else 2 if value == 0 and len(sections) > 2 else 0
    section = sections[0 if is_conditional else which]
    if section.is_plain and not _is_padded(value, section):
        return value
    return _shown(value, section) if section.is_clear else Odd.SHOWN


def seen_by_text(value: float, text: str, *, is_share: bool) -> float | str | Odd:
    """Give what is seen of a number that a cell shows as `text`, in the signs of any language; `is_share` if as a part of 100."""
    text = " ".join(text.split())
    runs = _DIGITS.findall(text)
    is_plain = not is_share and _SAYS_NOTHING.fullmatch(_EXPONENT.sub("", _DIGITS.sub("", text))) is not None
    if not text or not isfinite(value) or abs(value) >= _LARGEST or (is_plain and (len(runs) != 1 or "E" in text)):
        return value
    if len(runs) != 1:
        return Odd.SHOWN
    number = Decimal(repr(value)) * (100 if is_share else 1)
    before, _, after = text.partition(runs[0])
    for places in range(_MOST_SHOWN + 1):
        rounded = abs(_rounded(number, places))
        if _figures(f"{rounded:f}") == _figures(runs[0]):
            if is_plain:
                return text if _PADDED.fullmatch(text) else value
            is_grouped = len(re.findall(r"\d\D(?=\d)", runs[0])) > bool(places)
            return f"{before}{'-' if value < 0 else ''}{_written(rounded, is_grouped=is_grouped)}{after}"
    return Odd.SHOWN


def _figures(text: str) -> str:
    return re.sub(r"\D", "", text).lstrip("0")


def _written(number: Decimal, *, is_grouped: bool) -> str:
    """Write a number with or without points between thousands: a year has none."""
    written = write_number(number)
    return written if is_grouped else written.replace(".", "")


@lru_cache(maxsize=256)
def _sections(number_format: str) -> tuple[_Format, ...]:
    """Read a format: one section, or several for what is positive, negative and zero."""
    texts = [""]
    for part in _SECTION.findall(number_format):
        texts[-1:] = [texts[-1], ""] if part == ";" else [texts[-1] + part]
    return tuple(map(_section, texts))


def _section(text: str) -> _Format:
    said = ["", ""]
    numbers: list[str] = []
    percents = 0
    is_conditional = False
    for part in _PART.finditer(text):
        if part["number"] or part["scientific"]:
            numbers.append(part[0])
        elif part["bracket"] is not None and _CONDITION.match(part["bracket"]):
            is_conditional = True
        else:
            percents += bool(part["percent"])
            said[bool(numbers)] += "".join(_words(part))
    number = numbers[0] if len(numbers) == 1 else ""
    whole, _, decimals = number.rstrip(",").partition(".")
    is_general = whole.lower() == "general" or "e" in number.lower()
    thousands = len(number) - len(number.rstrip(",")) + len(whole) - len(whole.rstrip(","))
    return _Format(
        before=said[0],
        after=said[1],
        factor=Decimal(100) ** percents / Decimal(1000) ** thousands,
        decimals=_MOST_DECIMALS if is_general else min(len(decimals), _MOST_DECIMALS),
        digits=0 if is_general else whole.count("0"),
        is_grouped="," in whole.rstrip(","),
        is_clear=bool(number) and (whole.lower() == "general" or not is_general),
        is_conditional=is_conditional,
    )


def _words(part: re.Match[str]) -> Iterator[str]:
    """Yield what a part of a format puts beside a number: `[$₫-42A]` is a ₫."""
    bracket = part["bracket"] or ""
    yield from (bracket[1:].partition("-")[0] if bracket.startswith("$") else "",)
    yield from (part[name] or "" for name in ("quoted", "escaped", "percent", "sign"))


def _is_padded(value: float, section: _Format) -> bool:
    """Tell whether noughts stand before the number that it has not: 007."""
    return section.is_clear and section.digits > len(str(abs(int(value)))) and value == int(value) and value != 0


def _shown(value: float, section: _Format) -> str:
    number = abs(_rounded(_decimal(value) * section.factor, section.decimals))
    written = (
        f"{number:f}".zfill(section.digits)
        if _is_padded(value, section)
        else _written(number, is_grouped=section.is_grouped)
    )
    before, after = section.before, section.after
    sign = ""
    if value < 0:
        sign, before, after = "-", before.replace("-", "").replace("(", ""), after.replace(")", "")
    return " ".join(f"{before}{sign}{written}{after}".split())


def _decimal(value: float) -> Decimal:
    return Decimal(repr(round(value, _MOST_DECIMALS + 2) if isinstance(value, float) else value))


def _rounded(number: Decimal, places: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
