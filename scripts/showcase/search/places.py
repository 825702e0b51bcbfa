"""Every place of either era by its name, and what it is today: what the search says above its results, with or without models.

These pieces are the same for every catalogue: how many models a place has is told by the facets.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from showcase.record.unit import Tier, Unit
from showcase.record.units import Gazetteer
from showcase.search.pieces import bucket
from showcase.search.words import exact, plain, words_of
from showcase.system.gazetteer import load_gazetteer

__all__ = ["Begun", "Row", "place_key", "place_pieces", "start_pieces"]

_PIECES = 64
_STARTS, _LETTERS = 24, 2
"""Pieces of names by their first letters: none of them has more than 15 kB on the way."""
_MOST_NEAR = 12

Row = tuple[str, str, str, str, str, list[tuple[str, str]], str]
"""A place: its full name; in what it lies; its code if it is one of before July 2025, else ''; slug and name of today's province; slug and
full name of each of today's communes that it is or went to, none for a province; slugs of those near it, for a commune of today."""

Begun = tuple[str, str, str, int]
"""A place as it is offered while its name is typed: full name; in what it lies; name of today's province; 1 if it is one of before."""


def place_key(name: str) -> str:
    """Give what a place is looked up by: the plain form of its name, without its kind."""
    return " ".join(plain(exact(word)) for word in words_of(name))


@cache
def place_pieces() -> tuple[dict[str, list[Row]], ...]:
    """Give for each piece its places by their keys; the larger and the present ones first."""
    gazetteer = load_gazetteer()
    pieces: list[dict[str, list[Row]]] = [defaultdict(list) for _ in range(_PIECES)]
    for unit in _units(gazetteer):
        key = place_key(unit.name)
        pieces[bucket(key, _PIECES)][key].append(_row(unit, gazetteer))
    return tuple(dict(sorted(piece.items())) for piece in pieces)


@cache
def start_pieces() -> tuple[list[Begun], ...]:
    """Give for each piece the places whose keys begin with its letters, in the order of their keys."""
    pieces: list[list[Begun]] = [[] for _ in range(_STARTS)]
    every = [(key, row) for piece in place_pieces() for key, rows in piece.items() for row in rows]
    for key, (name, within, former, _, province, *_) in sorted(every, key=lambda pair: pair[0]):
        pieces[bucket(key[:_LETTERS], _STARTS)].append((name, within, province, 1 if former else 0))
    return tuple(pieces)


def _units(gazetteer: Gazetteer) -> Iterator[Unit]:
    """Yield all units; of one that is still what it was, today's alone."""
    today: dict[tuple[str, str], Unit] = {}
    for province in gazetteer.provinces:
        for unit in (province, *gazetteer.communes_of(province.code)):
            today[unit.full_name, province.code] = unit
            yield unit
    for former in gazetteer.former_provinces:
        districts = gazetteer.former_districts_of(former.code)
        communes = (commune for unit in districts for commune in gazetteer.communes_of_former_district(unit.code))
        for unit in (former, *districts, *communes):
            namesake = today.get((unit.full_name, gazetteer.today_province(unit).code))
            if namesake not in gazetteer.successors(unit):
                yield unit


def _row(unit: Unit, gazetteer: Gazetteer) -> Row:
    province = gazetteer.today_province(unit)
    within = ", ".join(_names(step for step in gazetteer.lineage(unit) if step != unit))
    communes = _today(unit, gazetteer)
    near = _near(unit, gazetteer) if not unit.former and unit.tier is Tier.COMMUNE else ()
    return (
        unit.full_name,
        within,
        unit.code if unit.former else "",
        gazetteer.slug_of(province),
        province.known_as,
        [(gazetteer.slug_of(one), one.full_name) for one in communes],
        " ".join(map(gazetteer.slug_of, near)),
    )


def _names(units: Iterable[Unit]) -> Iterator[str]:
    return (unit.known_as if unit.tier is Tier.PROVINCE else unit.full_name for unit in units)


def _today(unit: Unit, gazetteer: Gazetteer) -> tuple[Unit, ...]:
    if unit.tier is Tier.PROVINCE:
        return ()
    return gazetteer.successors(unit) if unit.former else (unit,)


def _near(commune: Unit, gazetteer: Gazetteer) -> tuple[Unit, ...]:
    """Give the communes that were of the same district, those of its own land first; nobody's outline is known here."""
    formers = gazetteer.former_communes_of(commune.code)
    districts = dict.fromkeys(former.parent if former.tier is Tier.COMMUNE else former.code for former in formers)
    others = (other for code in districts for other in gazetteer.communes_after(code) if other != commune)
    return tuple(dict.fromkeys(others))[:_MOST_NEAR]
