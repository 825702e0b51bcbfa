"""“Ý bạn là …?” for a place that was not understood: units are proposed here, nothing is decided.

It runs only where somebody made a mistake, so it may compare some hundreds of names; all 14,000 would take a second.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from showcase.record.readings import Readings
from showcase.record.unit import Tier, Unit
from showcase.record.written_place import Part, folded_names, name_key
from showcase.words.nearest import nearest
from showcase.words.text import fold

__all__ = ["Proposals"]

_MOST = 3
_MANY = 2000

ByName = dict[str, list[Unit]]


class Proposals(Readings):
    """A register that also guesses which units a written name was meant for."""

    def proposed(self, parts: tuple[Part, ...]) -> tuple[Unit, ...]:
        """Give up to three units that somebody may have meant, the likeliest first."""
        rest = self._named_by_the_rest(parts)
        if rest or not parts:
            return tuple(rest[:_MOST])
        inside = _by_name(unit for larger in self._larger_units_meant(parts[1:]) for unit in self._within(larger))
        close = self._alike(parts, inside)
        found = close
        if not any(fold(unit.name) in folded_names(parts[0]) for unit in close):
            # No such name there: either the name is wrong, or the place around it.
            found = [*self._alike(parts, self._namesakes(parts[0]))[: _MOST - 1], *close]
        found = found or self._alike(parts, self._everywhere)
        return tuple(dict.fromkeys(found))[:_MOST]

    def _named_by_the_rest(self, parts: tuple[Part, ...]) -> list[Unit]:
        """Give the communes that the rest names: a hamlet before them belongs to ``tai``, not to ``noi``."""
        rests = (self.fitting(parts[start:]) for start in range(1, len(parts)))
        fitting = next(filter(None, rests), {})
        best = [unit for unit, rank in fitting.items() if rank == min(fitting.values())]
        return best if all(unit.tier is Tier.COMMUNE for unit in best) else []

    def _larger_units_meant(self, rest: tuple[Part, ...]) -> list[Unit]:
        """Give the provinces and districts that the largest part that is understood, or nearly so, may mean."""
        for part in reversed(rest):
            names = _nearest_names(part, self._larger_units, limit=1)
            if names:
                return [unit for name in names for unit in self._larger_units[name]]
        return []

    def _within(self, larger: Unit) -> Iterator[Unit]:
        """Give the units of both eras that lie in a province or a former district."""
        if larger.tier is Tier.DISTRICT:
            yield from self.communes_after(larger.code)
            yield from self.table(Tier.COMMUNE, former=True).children(larger.code)
            return
        province = self.today_province(larger)
        yield from self.table(Tier.COMMUNE, former=False).children(province.code)
        for former in (larger,) if larger.former else self.former_provinces_of(province.code):
            for district in self.table(Tier.DISTRICT, former=True).children(former.code):
                yield district
                yield from self.table(Tier.COMMUNE, former=True).children(district.code)

    def _alike(self, parts: tuple[Part, ...], by_name: ByName) -> list[Unit]:
        """Give units whose names resemble the first part's; of those that share a name, the best fitting ones."""
        around = {name for part in parts[1:] for name in folded_names(part)}
        meant = folded_names(parts[0])

        def misfit(unit: Unit) -> tuple[bool, bool]:
            other_kind = unit.kind != parts[0].kind and fold(unit.full_name) not in meant
            return other_kind, not all(fold(larger.name) in around for larger in self.lineage(unit)[1:])

        found: list[Unit] = []
        for name in _nearest_names(parts[0], by_name, limit=_MOST):
            units = sorted(by_name[name], key=lambda unit: (*misfit(unit), unit.former, self.written(unit)))
            fully = [unit for unit in units if misfit(unit) == (False, False)]
            found += fully or units
        return found

    def _namesakes(self, part: Part) -> ByName:
        """Give the units of the whole country that bear exactly that name, and are of that kind."""
        units = (unit for name in folded_names(part) for unit in self._everywhere.get(name, ()))
        return _by_name(unit for unit in units if part.kind in ("", unit.kind) and name_key(unit.name) == part.key)

    @cached_property
    def _larger_units(self) -> ByName:
        districts = self.table(Tier.DISTRICT, former=True)
        return _by_name(
            unit
            for table in (self.table(Tier.PROVINCE, former=False), self.table(Tier.PROVINCE, former=True), districts)
            for parent in table.parents()
            for unit in table.children(parent)
        )

    @cached_property
    def _everywhere(self) -> ByName:
        tables = self._tables.values()
        return _by_name(unit for table in tables for parent in table.parents() for unit in table.children(parent))


def _nearest_names(part: Part, names: ByName, limit: int) -> tuple[str, ...]:
    """Give the folded names that a part resembles; the part as a whole only where it is exactly one of them."""
    bare, *whole = folded_names(part)
    exact = [name for name in whole if name in names]
    # Those who mistype a name nearly always have its first letter right; one compares 60 names in a millisecond.
    pool = names if len(names) < _MANY else [name for name in names if name[:1] == bare[:1]]
    close = nearest(bare, pool, limit)
    return tuple(dict.fromkeys([*exact, *close]))[:limit]


def _by_name(units: Iterable[Unit]) -> ByName:
    found = defaultdict(list)
    for unit in units:
        found[fold(unit.name)].append(unit)
    return dict(found)
