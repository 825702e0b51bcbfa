"""How far a family of copies has come, in numbers and in a sentence; computed of a whole family, and small."""

from collections.abc import Iterable
from dataclasses import dataclass

from showcase.record.family import Family
from showcase.record.units import Gazetteer
from showcase.words.numbers import write_number

_TWO = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """To how many places, over how many generations, in which years (0 where none is told), in which provinces by code."""

    places: int
    generations: int
    first: int
    last: int
    provinces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SpreadWords:
    """The same for readers: a sentence, a line beside the number of places, and figures with what each of them counts."""

    sentence: str
    line: str
    figures: tuple[tuple[str, str], ...]


def measured(family: Family) -> Spread:
    """Measure a family."""
    copied = [year for member in family.members for *_, year, _, _ in member.model.copies]
    told = [year for year in (*(member.model.first_year for member in family.members), *copied) if year]
    return Spread(
        places=family.spread,
        generations=max(member.generation + bool(member.model.copies) for member in family.members),
        first=min(told, default=0),
        last=max(told, default=0),
        provinces=tuple(sorted(provinces_of(family))),
    )


def provinces_of(family: Family, *, after_the_first: bool = False) -> set[str]:
    """Give the codes of the provinces where a family is at home, those of its first model left out if you ask so."""
    members = family.members[1:] if after_the_first else family.members
    found = {code for member in members for code in member.model.provinces}
    return found | {codes[0] for member in family.members for *_, codes in member.model.copies}


def spread_words(spread: Spread, gazetteer: Gazetteer) -> SpreadWords:
    """Write what was measured; two generations are what every family has, and are not told."""
    places = f"{write_number(spread.places)}\u00a0nơi"
    lives = f"{write_number(spread.generations)}\u00a0đời" if spread.generations > _TWO else ""
    home = _home(spread.provinces, gazetteer)
    sentence = (f"Lan tới {places}", f"qua {lives}" if lives else "", _since(spread), home)
    span = _span(spread)
    line = (lives, span, _counted(spread.provinces) or home)
    return SpreadWords(_joined(sentence, ", "), _joined(line, "\u00a0· "), tuple(_figures(spread, span)))


def _figures(spread: Spread, span: str) -> Iterable[tuple[str, str]]:
    yield write_number(spread.places), "nơi đã làm theo"
    if spread.generations > _TWO:
        yield write_number(spread.generations), "đời: nơi học theo lại có nơi khác học theo"
    if span:
        yield span, "từ nơi đầu tiên đến nơi mới nhất" if spread.first < spread.last else "năm bắt đầu và lan đi"
    if len(spread.provinces) > 1:
        yield write_number(len(spread.provinces)), "tỉnh, thành phố hiện nay"


def _span(spread: Spread) -> str:
    return f"{spread.first}–{spread.last}" if spread.first < spread.last else str(spread.last or "")


def _since(spread: Spread) -> str:
    if spread.first < spread.last:
        return f"từ năm {spread.first} đến năm {spread.last}"
    return f"trong năm {spread.last}" if spread.last else ""


def _home(provinces: tuple[str, ...], gazetteer: Gazetteer) -> str:
    if not provinces:
        return ""
    return f"ở {_counted(provinces)}" if len(provinces) > 1 else f"đều ở {gazetteer.province(provinces[0]).full_name}"


def _counted(provinces: tuple[str, ...]) -> str:
    return f"{write_number(len(provinces))}\u00a0tỉnh, thành phố" if len(provinces) > 1 else ""


def _joined(parts: Iterable[str], between: str) -> str:
    return between.join(part for part in parts if part)
