"""Which units a written name fits, and how well; what is done with several is decided elsewhere.

Ranks, the best first. A name of today's two tiers is today's; what names more of its parents is closer; a former unit
may be written with the province that it lies in today, as people do, but its own former province comes first
("huyện Châu Thành, tỉnh Tây Ninh" is Tây Ninh's own, not the one that came from Long An).

====  =========================================================================================
0     a province; today's commune in its province; a former district in its former province;
      a former commune in its district and former province
1     the last two with today's province; a former commune with its district alone; anything alone
3, 4  a former commune with a province alone: its former one, today's
====  =========================================================================================
"""

from collections.abc import Iterable, Iterator
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
        found: dict[Unit, int] = {}
        for rank, unit in self._ranked(parts):
            found[unit] = min(rank, found.get(unit, rank))
        return found

    def province_named(self, part: Part) -> Unit | None:
        """Give today's province of that name, whatever it is called, tỉnh or thành phố."""
        return next(iter(self._provinces_named(part, former=False)), None)

    def former_provinces_named(self, part: Part) -> list[Unit]:
        """Give the former provinces of that name: one or none."""
        return self._provinces_named(part, former=True)

    def former_districts_named(self, part: Part) -> list[Unit]:
        """Give the former districts of that name in all provinces."""
        table = self._tables[Tier.DISTRICT, True]
        return [unit for parent in table.parents() for unit in _bearing(table.named(parent), part)]

    def communes_named(self, part: Part, provinces: Iterable[Unit]) -> list[Unit]:
        """Give today's communes of that name in some of today's provinces."""
        table = self._tables[Tier.COMMUNE, False]
        return [unit for province in provinces for unit in _bearing(table.named(province.code), part)]

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
        province = self.province_named(part)
        provinces = [province] if province else self.former_provinces_named(part)
        if provinces:
            yield from ((0, named) for named in provinces)
            return
        communes = self.communes_named(part, self._tables[Tier.PROVINCE, False].children(""))
        yield from ((1, commune) for commune in communes)
        yield from ((1, district) for district in self.former_districts_named(part))
        # "xã Ngọc Chiến" was and is; as with its province beside it, today's comes before the former one.
        homes = {commune.parent for commune in communes}
        table = self._tables[Tier.COMMUNE, True]
        for parent in table.parents():
            for unit in _bearing(table.named(parent), part):
                if self.today_province(unit).code not in homes:
                    yield 1, unit

    def _in_one(self, part: Part, larger: Part) -> Ranked:
        province = self.province_named(larger)
        if province:
            yield from ((0, commune) for commune in self.communes_named(part, [province]))
        for rank, former_province in self._former_provinces_meant(larger):
            yield from ((rank, unit) for unit in self._districts_in(part, former_province))
            for district in self._tables[Tier.DISTRICT, True].children(former_province.code):
                yield from ((3 + rank, unit) for unit in self._communes_in(part, district))
        for district in self.former_districts_named(larger):
            yield from ((1, unit) for unit in self._communes_in(part, district))

    def _in_two(self, part: Part, district_part: Part, province_part: Part) -> Ranked:
        for rank, former_province in self._former_provinces_meant(province_part):
            for district in self._districts_in(district_part, former_province):
                yield from ((rank, unit) for unit in self._communes_in(part, district))

    def _former_provinces_meant(self, part: Part) -> Iterator[tuple[int, Unit]]:
        """Give the former provinces of that name (0), then those that lie in today's province of that name (1)."""
        named = self.former_provinces_named(part)
        yield from ((0, former) for former in named)
        province = self.province_named(part)
        if province:
            yield from ((1, former) for former in self.former_provinces_of(province.code) if former not in named)

    def _provinces_named(self, part: Part, *, former: bool) -> list[Unit]:
        if part.kind not in _PROVINCE_KINDS or (part.kind == "thành phố" and part.key in self._towns):
            return []
        named = self._tables[Tier.PROVINCE, former].named("")
        return [unit for _, unit in named.get(part.key, ())]

    def _districts_in(self, part: Part, former_province: Unit) -> list[Unit]:
        return _bearing(self._tables[Tier.DISTRICT, True].named(former_province.code), part)

    def _communes_in(self, part: Part, district: Unit) -> list[Unit]:
        return _bearing(self._tables[Tier.COMMUNE, True].named(district.code), part)

    @cached_property
    def _towns(self) -> frozenset[str]:
        """Keys of names that "thành phố" makes a former district: thành phố Cao Bằng is not tỉnh Cao Bằng."""
        districts = self._tables[Tier.DISTRICT, True]
        named = (districts.named(parent) for parent in districts.parents())
        towns = {key for names in named for key, units in names.items() for kind, _ in units if kind == "thành phố"}
        provinces = (self._tables[Tier.PROVINCE, former].named("") for former in (False, True))
        cities = {
            key for names in provinces for key, units in names.items() for kind, _ in units if kind == "thành phố"
        }
        return frozenset(towns - cities)


def _bearing(named: Named, part: Part) -> list[Unit]:
    """Give the units of that name; where a kind was written, of that kind alone."""
    return [unit for kind, unit in named.get(part.key, ()) if part.kind in ("", kind)]
