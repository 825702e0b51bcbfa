"""Charts: a total divided into parts, as bars sorted by length, and the same as a table."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from showcase.words.numbers import write_number, write_share

_LONGEST = 1000
BRIEF = 12
"""Letters: as the longest names of provinces have."""


class Part(NamedTuple):
    """A part of a total: its name on a line of its own, its name in a sentence, how many it counts."""

    label: str
    said: str
    number: Decimal


@dataclass(frozen=True, slots=True)
class Bar:
    """One part of a total; `length` in thousandths of the longest."""

    label: str
    number: str
    share: str
    length: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A total divided along one dimension, the largest part first; `finding` is what one sees at a glance.

    Parts that do not add up to the total stand on their own, as shares of their `sum`: of what they are parts nobody knows.
    Then `gap` says why.
    """

    title: str
    finding: str
    bars: tuple[Bar, ...]
    total: str
    sum: str
    gap: str = ""

    @property
    def is_brief(self) -> bool:
        """Whether all labels are so short that they stand beside their bars on a phone too."""
        return max((len(bar.label) for bar in self.bars), default=0) <= BRIEF


def sorted_parts(parts: Iterable[Part]) -> list[Part]:
    """Put the largest first; equals stay in their order."""
    return sorted(parts, key=lambda part: -part.number)


def finding_of(parts: list[Part], whole: Decimal) -> str:
    """Say which part is the largest; nothing where none is, or two are."""
    first, *others = parts or [Part("", "", Decimal(0))]
    if not first.number or (others and others[0].number == first.number):
        return ""
    if first.number == whole:
        return f"tất cả {first.said}"
    return f"{'hơn nửa' if first.number * 2 > whole else 'nhiều nhất'} {first.said}"


def bars_of(parts: list[Part], whole: Decimal) -> Iterator[Bar]:
    """Yield a bar for each part; whatever counts something can be seen."""
    longest = max((part.number for part in parts), default=Decimal(0)) or Decimal(1)
    for label, _, number in parts:
        length = max(1, int(number * _LONGEST / longest)) if number else 0
        yield Bar(label, write_number(number), write_share(number, whole or 1), length)
