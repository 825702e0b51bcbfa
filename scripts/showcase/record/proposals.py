"""“Ý bạn là …?” for a place that was not understood: units are proposed here, nothing is decided.

It runs only where somebody made a mistake, so it may compare some hundreds of names; all 14,000 would take a second.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from showcase.record.readings import Readings
from showcase.record.unit import Tier, Unit
from showcase.record.written_place import Part, folded_names
from showcase.words.nearest import nearest
from showcase.words.text import fold

__all__ = ["Proposals"]

_MOST = 3

ByName = dict[str, list[Unit]]


class Proposals(Readings):
    """A register that also guesses which units a written name was meant for."""

    def proposed(self, parts: tuple[Part, ...]) -> tuple[Unit, ...]:
        """Give up to three units that somebody may have meant, the likeliest first."""
        if not parts:
            return ()
        inside = _by_name(unit for larger in self._larger_units_meant(parts[1:]) for unit in self._within(larger))
        close = self._alike(parts, inside)
        found = [*self._without_the_head(parts), *close]
        if not any(fold(unit.name) in folded_names(parts[0]) for unit in close):
            # No such name there: the name may be wrong, or the place around it.
            found = [*found[: _MOST - 1], *self._alike(parts, self._everywhere_alike(parts[0], exact=bool(close)))]
        return tuple(dict.fromkeys(found))[:_MOST]

    def _without_the_head(self, parts: tuple[Part, ...]) -> list[Unit]:
        """Give the communes that the rest names: a hamlet before them belongs to ``tai``, not to ``noi``."""
        rests = (self.fitting(parts[start:]) for start in range(1, len(parts)))
        fitting = next(filter(None, rests), {})
        best = [unit for unit, rank in fitting.items() if rank == min(fitting.values())]
        return best if all(unit.tier is Tier.COMMUNE for unit in best) else []

    def _larger_units_meant(self, rest: tuple[Part, ...]) -> list[Unit]:
        """Give the provinces and districts that the largest part that is understood, or nearly so, may mean."""
        for part in reversed(rest):
            names = [name for folded in folded_names(part) for name in nearest(folded, self._larger_units, limit=1)]
            if names:
                return [unit for name in dict.fromkeys(names) for unit in self._larger_units[name]]
        return []

    def _within(self, larger: Unit) -> Iterator[Unit]:
        """Give the units of both eras that lie in a province or a former district."""
        if larger.tier is Tier.DISTRICT:
            yield from self.communes_after(larger.code)
            yield from self._tables[Tier.COMMUNE, True].children(larger.code)
            return
        province = self.today_province(larger)
        yield from self._tables[Tier.COMMUNE, False].children(province.code)
        for former in (larger,) if larger.former else self.former_provinces_of(province.code):
            for district in self._tables[Tier.DISTRICT, True].children(former.code):
                yield district
                yield from self._tables[Tier.COMMUNE, True].children(district.code)

    def _alike(self, parts: tuple[Part, ...], by_name: ByName) -> list[Unit]:
        """Give units whose names resemble the first part's; among equal names those whose kind and district fit."""
        first, around = parts[0], {name for part in parts[1:] for name in folded_names(part)}
        meant = folded_names(first)

        def misfit(unit: Unit) -> tuple[bool, bool, bool, str]:
            elsewhere = not all(fold(larger.name) in around for larger in self.lineage(unit)[1:])
            other_kind = unit.kind != first.kind and fold(unit.full_name) not in meant
            return other_kind, elsewhere, unit.former, self.written(unit)

        names = dict.fromkeys(name for folded in meant for name in nearest(folded, by_name, limit=_MOST))
        return [unit for name in names for unit in sorted(by_name[name], key=misfit)]

    def _everywhere_alike(self, part: Part, *, exact: bool) -> ByName:
        """Give the units of the whole country of that name; if there are none, of names that begin and end as long."""
        same = {name: self._everywhere[name] for name in folded_names(part) if name in self._everywhere}
        if same or exact:
            return same
        return {
            name: units
            for folded in folded_names(part)
            for name, units in self._everywhere.items()
            if name[0] == folded[0] and abs(len(name) - len(folded)) < _MOST
        }

    @cached_property
    def _larger_units(self) -> ByName:
        districts = self._tables[Tier.DISTRICT, True]
        return _by_name(
            unit
            for table in (self._tables[Tier.PROVINCE, False], self._tables[Tier.PROVINCE, True], districts)
            for parent in table.parents()
            for unit in table.children(parent)
        )

    @cached_property
    def _everywhere(self) -> ByName:
        tables = self._tables.values()
        return _by_name(unit for table in tables for parent in table.parents() for unit in table.children(parent))


def _by_name(units: Iterable[Unit]) -> ByName:
    found = defaultdict(list)
    for unit in units:
        found[fold(unit.name)].append(unit)
    return dict(found)
