"""Which units a written name fits, and how well; what is done with several is decided elsewhere.

Ranks, the best first. A name of today's two tiers is today's; what names more of its parents is closer; a former unit
may be written with the province that it lies in today, as people do, but its own former province comes first
("huyện Châu Thành, tỉnh Tây Ninh" is Tây Ninh's own, not the one that came from Long An).

====  ======================================================================================
0     a province; today's commune in its province; a former district in its former province;
      a former commune in its district and former province
1     the last two with today's province; a former commune with its district alone;
      a commune or district alone
3, 4  a former commune with a province alone: its former one, today's
====  ======================================================================================

Names of the lists come first; the other names of units (before a merger, before a town was raised) are looked up only
where those fit nothing, so that they never make a clear name ambiguous.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from showcase.record.succession import Succession
from showcase.record.unit import Tier, Unit
from showcase.record.unit_table import Named
from showcase.record.written_place import Part

__all__ = ["Readings"]

_PROVINCE_KINDS = frozenset({"", "tỉnh", "thành phố"})

Ranked = Iterator[tuple[int, Unit]]


class Readings(Succession):
    """A register that finds units by a written name."""

    def fitting(self, parts: tuple[Part, ...]) -> dict[Unit, int]:
        """Give every unit that the parts fit, with its best rank; empty where there is none or too many parts."""
        return self._by_list.fitting(parts) or self._by_any_name.fitting(parts)

    def province_named(self, part: Part) -> Unit | None:
        """Give today's province of that name, whatever it is called, tỉnh or thành phố."""
        return next(iter(self._by_any_name.provinces(part, former=False)), None)

    def communes_named(self, part: Part, provinces: Iterable[Unit]) -> list[Unit]:
        """Give today's communes of that name in some of today's provinces."""
        return [unit for province in provinces for unit in self._by_any_name.communes_today(part, province)]

    @cached_property
    def _by_list(self) -> "_Reading":
        return _Reading(self, self._towns, others=False)

    @cached_property
    def _by_any_name(self) -> "_Reading":
        return _Reading(self, self._towns, others=True)

    @cached_property
    def _towns(self) -> frozenset[str]:
        """Keys of names that "thành phố" makes a former district: thành phố Cao Bằng is not tỉnh Cao Bằng."""
        cities = self._called_city(Tier.PROVINCE, former=False) | self._called_city(Tier.PROVINCE, former=True)
        return self._called_city(Tier.DISTRICT, former=True) - cities

    def _called_city(self, tier: Tier, *, former: bool) -> frozenset[str]:
        table = self.table(tier, former=former)
        named = _merged(by(parent) for parent in table.parents() for by in (table.named, table.named_otherwise))
        return frozenset(key for key, units in named.items() if any(kind == "thành phố" for kind, _ in units))


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to read names: by the names of the lists alone, or by other names too; it remembers what it merged."""

    lists: Succession
    towns: frozenset[str]
    others: bool
    memory: dict[tuple[Tier, bool, tuple[str, ...]], Named] = field(default_factory=dict)

    def fitting(self, parts: tuple[Part, ...]) -> dict[Unit, int]:
        found: dict[Unit, int] = {}
        for rank, unit in self._ranked(parts):
            found[unit] = min(rank, found.get(unit, rank))
        return found

    def provinces(self, part: Part, *, former: bool) -> list[Unit]:
        """Give the provinces of that name, tỉnh and thành phố alike: Đồng Nai was the one and is the other."""
        if part.kind not in _PROVINCE_KINDS or (part.kind == "thành phố" and part.key in self.towns):
            return []
        return [unit for _, unit in self._named(Tier.PROVINCE, ("",), former=former).get(part.key, ())]

    def communes_today(self, part: Part, province: Unit) -> list[Unit]:
        return _bearing(self._named(Tier.COMMUNE, (province.code,), former=False), part)

    def _ranked(self, parts: tuple[Part, ...]) -> Ranked:
        match parts:
            case (part,):
                yield from self._alone(part)
            case (part, larger):
                yield from self._in_one(part, larger)
            case (part, district, province):
                yield from self._in_two(part, district, province)

    def _alone(self, part: Part) -> Ranked:
        """A province's name is the province's, though wards and towns bear it too; else all units count alike."""
        provinces = self.provinces(part, former=False) or self.provinces(part, former=True)
        if provinces:
            yield from ((0, province) for province in provinces)
            return
        communes = [unit for province in self.lists.provinces for unit in self.communes_today(part, province)]
        yield from ((1, commune) for commune in communes)
        # "xã Ngọc Chiến" was and is; as with its province beside it, today's comes before the former one.
        homes = {commune.parent for commune in communes}
        for former_province in self.lists.former_provinces:
            yield from ((1, district) for district in self._districts(part, former_province))
            if self.lists.province_after(former_province.code).code not in homes:
                yield from ((1, commune) for commune in self._communes_of_province(part, former_province))

    def _in_one(self, part: Part, larger: Part) -> Ranked:
        for province in self.provinces(larger, former=False):
            yield from ((0, commune) for commune in self.communes_today(part, province))
        for rank, former_province in self._former_provinces(larger):
            yield from ((rank, district) for district in self._districts(part, former_province))
            yield from ((3 + rank, commune) for commune in self._communes_of_province(part, former_province))
        everywhere = self.lists.table(Tier.DISTRICT, former=True).parents()
        for district in _bearing(self._named(Tier.DISTRICT, everywhere, former=True), larger):
            yield from ((1, commune) for commune in self._communes(part, district))

    def _in_two(self, part: Part, district_part: Part, province_part: Part) -> Ranked:
        for rank, former_province in self._former_provinces(province_part):
            for district in self._districts(district_part, former_province):
                yield from ((rank, commune) for commune in self._communes(part, district))

    def _former_provinces(self, part: Part) -> Ranked:
        """Give the former provinces of that name (0), then those that lie in today's province of that name (1)."""
        named = self.provinces(part, former=True)
        yield from ((0, former) for former in named)
        for province in self.provinces(part, former=False):
            merged = self.lists.former_provinces_of(province.code)
            yield from ((1, former) for former in merged if former not in named)

    def _districts(self, part: Part, former_province: Unit) -> list[Unit]:
        return _bearing(self._named(Tier.DISTRICT, (former_province.code,), former=True), part)

    def _communes(self, part: Part, district: Unit) -> list[Unit]:
        return _bearing(self._named(Tier.COMMUNE, (district.code,), former=True), part)

    def _communes_of_province(self, part: Part, former_province: Unit) -> list[Unit]:
        districts = self.lists.table(Tier.DISTRICT, former=True).children_codes(former_province.code)
        return _bearing(self._named(Tier.COMMUNE, districts, former=True), part)

    def _named(self, tier: Tier, parents: tuple[str, ...], *, former: bool) -> Named:
        """Give the units of some parents by the key of their names."""
        key = tier, former, parents
        if key not in self.memory:
            table = self.lists.table(tier, former=former)
            ways = (table.named, table.named_otherwise) if self.others else (table.named,)
            self.memory[key] = _merged(by(parent) for parent in parents for by in ways)
        return self.memory[key]


def _merged(names: Iterable[Named]) -> Named:
    found: defaultdict[str, list[tuple[str, Unit]]] = defaultdict(list)
    for named in names:
        for key, units in named.items():
            found[key] += units
    return dict(found)


def _bearing(named: Named, part: Part) -> list[Unit]:
    """Give the units of that name; where a kind was written, of that kind alone."""
    return [unit for kind, unit in named.get(part.key, ()) if part.kind in ("", kind)]
