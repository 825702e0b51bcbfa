"""All units by their names without marks, and by those that they had before; made when the first slip is met."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from showcase.record.loose_name import FAR, distance, loose_key, loose_keys
from showcase.record.readings import Readings
from showcase.record.unit import Tier, Unit
from showcase.record.written_place import Part
from showcase.words.text import fold

__all__ = ["BY_ANOTHER", "LooseNames"]

BY_ANOTHER = 0.3
"""How much less likely a unit is meant by a name that it had before than by its own."""

ByName = dict[str, list[Unit]]
LooseName = tuple[str, str, float]
"""A name of a unit without marks, the kind that it bore by that name, and how much less likely it is meant by it."""


class LooseNames(Readings):
    """A register that finds units by what a hurried hand makes of their names."""

    def written_as_meant(self, parts: tuple[Part, ...], unit: Unit) -> str:
        """Write a unit in full, by the name of before by which it was meant: quận 2, not thành phố Thủ Đức."""
        keys = loose_keys(parts[0])
        if distance(keys, loose_key(unit.name)) >= FAR:
            for other, kind, name, parent in self.table(unit.tier, former=unit.former).other_names():
                if other == unit and distance(keys, loose_key(name)) < FAR:
                    above = Tier.PROVINCE if unit.tier is Tier.DISTRICT else Tier.DISTRICT
                    around = (
                        [self.written(self.table(above, former=True).unit(parent))] if parent and unit.former else []
                    )
                    return ", ".join([f"{kind} {name}".strip(), *around])
        return self.written(unit)

    def loose_names(self, unit: Unit) -> tuple[LooseName, ...]:
        """Give the names by which a unit may be meant, its own first."""
        names = self._loose_names_of.get(unit)
        if names is None:
            own = (loose_key(unit.name), fold(unit.kind), 0.0)
            # Đồng Nai was a tỉnh and is a thành phố; people say the one for the other.
            other = {"tinh": "thanh pho", "thanh pho": "tinh"}.get(own[1], "") if unit.tier is Tier.PROVINCE else ""
            names = (own, *([(own[0], other, BY_ANOTHER)] if other else ()), *self._other_loose_names.get(unit, ()))
            self._loose_names_of[unit] = names
        return names

    @cached_property
    def _loose_names_of(self) -> dict[Unit, tuple[LooseName, ...]]:
        return {}

    def larger_units_meant(self, rest: tuple[Part, ...]) -> list[Unit]:
        """Give the provinces and districts that the largest part that is understood, or nearly so, may mean."""
        for part in reversed(rest):
            keys = loose_keys(part)
            exact = [unit for key in keys for unit in self.larger_units.get(key, ())]
            units = exact or [
                unit for name, named in self.larger_units.items() if distance(keys, name) < FAR for unit in named
            ]
            if units:
                return units
        return []

    def within(self, larger: Unit) -> Iterator[Unit]:
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

    @cached_property
    def larger_units(self) -> ByName:
        """The provinces and former districts by their names without marks, other names too."""
        tables = [self.table(Tier.PROVINCE, former=False), self.table(Tier.PROVINCE, former=True)]
        tables.append(self.table(Tier.DISTRICT, former=True))
        found = _by_loose_name(
            unit for table in tables for parent in table.parents() for unit in table.children(parent)
        )
        for unit, names in self._other_loose_names.items():
            for name, _, _ in names if unit.tier is not Tier.COMMUNE else ():
                found.setdefault(name, []).append(unit)
        return found

    @cached_property
    def by_loose_name(self) -> ByName:
        """All units by their names without marks, other names too."""
        tables = self._tables.values()
        found = _by_loose_name(
            unit for table in tables for parent in table.parents() for unit in table.children(parent)
        )
        for unit, names in self._other_loose_names.items():
            for name, _, _ in names:
                found.setdefault(name, []).append(unit)
        return found

    @cached_property
    def _other_loose_names(self) -> dict[Unit, tuple[LooseName, ...]]:
        found: defaultdict[Unit, list[LooseName]] = defaultdict(list)
        for table in self._tables.values():
            for unit, kind, name, _ in table.other_names():
                found[unit].append((loose_key(name), fold(kind), BY_ANOTHER))
        return {unit: tuple(names) for unit, names in found.items()}


def _by_loose_name(units: Iterable[Unit]) -> ByName:
    found = defaultdict(list)
    for unit in units:
        found[loose_key(unit.name)].append(unit)
    return dict(found)
