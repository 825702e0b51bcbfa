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
where those fit nothing, so that they never make a clear name ambiguous; last comes a kind that the unit had before it was
raised ("xã Nghi Phú, thành phố Vinh" became a phường in 2024).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from showcase.record.succession import Succession
from showcase.record.unit import Tier, Unit
from showcase.record.unit_table import Named
from showcase.record.written_place import Part, name_key

__all__ = ["Readings"]

_PROVINCE_KINDS = frozenset({"", "tỉnh", "thành phố"})

_RAISED_TO = {"xã": ("phường", "thị trấn"), "thị trấn": ("phường",), "thị xã": ("thành phố",)}
"""What a unit of a kind may have become under the same name. Huyện that were raised are rows of the tables: many a town
bears a name that no huyện had (Hoàng Mai, Thái Hoà)."""
_NEVER_LOWER = frozenset({"193", "311", "374", "769", "911"})
"""Towns that were no thị xã of their name: Hạ Long, Thuỷ Nguyên, Hoa Lư, Thủ Đức, Phú Quốc."""
_KINDS_WITHIN = {
    "quận": frozenset({"phường"}),
    "thị xã": frozenset({"phường", "xã"}),
    "thành phố": frozenset({"phường", "xã"}),
    "huyện": frozenset({"xã", "thị trấn"}),
}
"""Of which kinds the communes of a district are, by law; a quận never had a xã."""

Ranked = Iterator[tuple[int, Unit]]


class Readings(Succession):
    """A register that finds units by a written name."""

    def fitting(self, parts: tuple[Part, ...]) -> dict[Unit, int]:
        """Give every unit that the parts fit, with its best rank; empty where there is none or too many parts."""
        if not parts or parts[0].key not in self._keys:  # bodies are asked about too, and nearly all end here
            return {}
        return self.fitting_the_lists(parts) or self.fitting_earlier_names(parts)

    def fitting_the_lists(self, parts: tuple[Part, ...]) -> dict[Unit, int]:
        """Give the same by the names of the lists alone."""
        return self._by_list.fitting(parts)

    def fitting_earlier_names(self, parts: tuple[Part, ...]) -> dict[Unit, int]:
        """Give the same for names that no list of early 2025 has."""
        return self._by_any_name.fitting(parts) or self._by_lower_kind.fitting(parts)

    def province_named(self, part: Part) -> Unit | None:
        """Give today's province of that name, whatever it is called, tỉnh or thành phố."""
        return next(iter(self._by_any_name.provinces(part, former=False)), None)

    def provinces_meant(self, part: Part) -> tuple[Unit, ...]:
        """Give today's provinces that a name of any time may mean: tỉnh Hải Hưng lies in two of them."""
        named = self._by_any_name.provinces(part, former=True)
        today = [*self._by_any_name.provinces(part, former=False), *map(self.today_province, named)]
        return tuple(dict.fromkeys(today))

    def communes_named(self, part: Part, provinces: Iterable[Unit]) -> list[Unit]:
        """Give today's communes of that name in some of today's provinces."""
        return [unit for province in provinces for unit in self._by_any_name.communes_today(part, province)]

    @cached_property
    def _keys(self) -> frozenset[str]:
        """Keys of all names of all units, of the lists and others."""
        return frozenset(key for table in self._tables.values() for key in table.name_keys())

    @cached_property
    def _by_list(self) -> "_Reading":
        return _Reading(self, self._towns, others=False)

    @cached_property
    def _by_any_name(self) -> "_Reading":
        return _Reading(self, self._towns, others=True)

    @cached_property
    def _by_lower_kind(self) -> "_Reading":
        return _Reading(self, self._towns, others=True, lower=True)

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
    """One way to read names: by those of the lists, by other names too, or by a lower kind; it remembers what it merged."""

    lists: Succession
    towns: frozenset[str]
    others: bool
    lower: bool = False
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
        for district in self._called(self._named(Tier.DISTRICT, everywhere, former=True), larger):
            yield from ((1, commune) for commune in self._communes(part, district, larger.kind))

    def _in_two(self, part: Part, district_part: Part, province_part: Part) -> Ranked:
        for rank, former_province in self._former_provinces(province_part):
            for district in self._districts(district_part, former_province):
                yield from ((rank, commune) for commune in self._communes(part, district, district_part.kind))

    def _former_provinces(self, part: Part) -> Ranked:
        """Give the former provinces of that name (0), then those that lie in today's province of that name (1)."""
        named = self.provinces(part, former=True)
        yield from ((0, former) for former in named)
        for province in self.provinces(part, former=False):
            merged = self.lists.former_provinces_of(province.code)
            yield from ((1, former) for former in merged if former not in named)

    def _districts(self, part: Part, former_province: Unit) -> list[Unit]:
        return self._called(self._named(Tier.DISTRICT, (former_province.code,), former=True), part)

    def _communes(self, part: Part, district: Unit, kind: str) -> list[Unit]:
        """Give the communes of a district; by a lower kind, only where one that is called `kind` may have had such."""
        if self.lower and part.kind not in _KINDS_WITHIN.get(kind or district.kind, (part.kind,)):
            return []
        return self._called(self._named(Tier.COMMUNE, (district.code,), former=True), part)

    def _communes_of_province(self, part: Part, former_province: Unit) -> list[Unit]:
        table = self.lists.table(Tier.DISTRICT, former=True)
        districts = table.children_codes(former_province.code)
        if self.lower:
            return [unit for code in districts for unit in self._communes(part, table.unit(code), "")]
        return _bearing(self._named(Tier.COMMUNE, districts, former=True), part)

    def _called(self, named: Named, part: Part) -> list[Unit]:
        """Give the former units of that name and kind, or of one that it was raised to."""
        units = _bearing(named, part)
        if self.lower and not units:
            kinds = _RAISED_TO.get(part.kind, ())
            return [
                unit for kind, unit in named.get(part.key, ()) if kind in kinds and _may_have_been_lower(unit, part)
            ]
        return units

    def _named(self, tier: Tier, parents: tuple[str, ...], *, former: bool) -> Named:
        """Give the units of some parents by the key of their names."""
        key = tier, former, parents
        if key not in self.memory:
            table = self.lists.table(tier, former=former)
            ways = (table.named, table.named_otherwise) if self.others else (table.named,)
            self.memory[key] = _merged(by(parent) for parent in parents for by in ways)
        return self.memory[key]


def _may_have_been_lower(unit: Unit, part: Part) -> bool:
    """Tell whether a unit may have borne its name before it was raised; an earlier name of it was of one kind."""
    return unit.code not in _NEVER_LOWER and name_key(unit.name) == part.key


def _merged(names: Iterable[Named]) -> Named:
    found: defaultdict[str, list[tuple[str, Unit]]] = defaultdict(list)
    for named in names:
        for key, units in named.items():
            found[key] += units
    return dict(found)


def _bearing(named: Named, part: Part) -> list[Unit]:
    """Give the units of that name; where a kind was written, of that kind alone."""
    return [unit for kind, unit in named.get(part.key, ()) if part.kind in ("", kind)]
