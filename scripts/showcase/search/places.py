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
"""A place: its full name; in what it lies; its code if it is one of before July 2025, else '', and several with blanks between them
where a unit of an earlier time, such as huyện Từ Liêm, was divided by early 2025; slug and name of today's province; slug and full
name of each of today's communes that it is or went to, none for a province; slugs of those near it, for a commune of today."""

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
    listed = [(unit.name, _row(unit, gazetteer)) for unit in _units(gazetteer)]
    known = {row[:2] for _, row in listed}
    listed += _other_names(gazetteer)
    for name, row in (*listed, *(one for one in _earlier_rows(gazetteer) if one[1][:2] not in known)):
        key = place_key(name)
        pieces[bucket(key, _PIECES)][key].append(row)
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


def _other_names(gazetteer: Gazetteer) -> Iterator[tuple[str, Row]]:
    """Yield what units of today are called besides, “HCM”, with their rows."""
    for tier in (Tier.PROVINCE, Tier.COMMUNE):
        for unit, _, name, _ in gazetteer.table(tier, former=False).other_names():
            yield name, _row(unit, gazetteer)


def _earlier_rows(gazetteer: Gazetteer) -> Iterator[tuple[str, Row]]:
    """Yield the name and the row of what was renamed, raised or divided before 2025: one for each province that it lies in today."""
    groups: dict[tuple[str, str, str, Unit], list[Unit]] = defaultdict(list)
    for tier in Tier:
        for unit, kind, name, parent in gazetteer.table(tier, former=True).other_names():
            groups[kind, name, parent, gazetteer.today_province(unit)].append(unit)
    aliases = {(one, kind, name) for one, kind, name, _ in gazetteer.table(Tier.PROVINCE, former=False).other_names()}
    for (kind, name, parent, province), units in groups.items():
        if (province, kind, name) in aliases:  # “TP. HCM” was no other place
            continue
        above = Tier.DISTRICT if units[0].tier is Tier.COMMUNE else Tier.PROVINCE
        within = (
            ", ".join(_names(gazetteer.lineage(gazetteer.table(above, former=True).unit(parent)))) if parent else ""
        )
        codes = " ".join(unit.code for unit in units)
        communes = dict.fromkeys(commune for unit in units for commune in _today(unit, gazetteer))
        today = [(gazetteer.slug_of(one), one.full_name) for one in communes]
        yield name, (f"{kind} {name}", within, codes, gazetteer.slug_of(province), province.known_as, today, "")


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
