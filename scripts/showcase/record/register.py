"""The State's lists of units, to be looked up; nothing here reads what people write.

Built from texts; ``data/README.md`` tells their columns and origin. Rows stay rows until somebody asks for a unit:
making all 14,000 at once would cost every command a tenth of a second.
"""

from functools import cached_property
from typing import Self

from showcase.record.unit import Tier, Unit
from showcase.record.unit_table import Table, in_order, slugs

__all__ = ["Register"]

_TIER_BY_LENGTH = {2: Tier.PROVINCE, 3: Tier.DISTRICT, 5: Tier.COMMUNE}


class Register:
    """Every unit of both eras by its code and by its parent; a look-up by an unknown code is a ``KeyError``."""

    def __init__(self, tables: dict[tuple[Tier, bool], Table]) -> None:
        """Take one table for each tier and era (``True`` is the former era)."""
        self._tables = tables
        self._slugs: dict[tuple[Tier, bool, str], dict[str, str]] = {}
        self._communes: dict[str, tuple[Unit, ...]] = {}
        self._merged_communes = ""

    @classmethod
    def from_tables(
        cls,
        provinces: str,
        communes: str,
        former_provinces: str,
        former_districts: str,
        former_communes: str,
        *,
        other_names: str = "",
    ) -> Self:
        """Build from the texts of the tables: tab-separated, one header line; ``other_names`` may be left out."""
        texts = {
            (Tier.PROVINCE, False): provinces,
            (Tier.COMMUNE, False): communes,
            (Tier.PROVINCE, True): former_provinces,
            (Tier.DISTRICT, True): former_districts,
            (Tier.COMMUNE, True): former_communes,
        }
        tables = {key: Table(text, *key) for key, text in texts.items()}
        for row in other_names.rstrip("\n").split("\n")[1:]:
            era, code, kind, name = row.split("\t")[:4]
            tables[_TIER_BY_LENGTH[len(code)], era == "former"].add_name(code, kind, name)
        return cls(tables)

    def add_earlier_units(self, text: str) -> None:
        """Let former units be found by what they were before; to be called before the first look-up by name."""
        for row in text.rstrip("\n").split("\n")[1:]:
            code, kind, name, within = row.split("\t")[:4]
            self.table(_TIER_BY_LENGTH[len(code)], former=True).add_name(code, kind, name, within)

    def add_merged_communes(self, text: str) -> None:
        """Let it be proposed what communes became that were merged away before early 2025; read when first asked for."""
        self._merged_communes = text

    def table(self, tier: Tier, *, former: bool) -> Table:
        """Give the list of one tier and era."""
        return self._tables[tier, former]

    def province(self, code: str) -> Unit:
        """Give today's province of that code."""
        return self.table(Tier.PROVINCE, former=False).unit(code)

    def commune(self, code: str) -> Unit:
        """Give today's commune of that code."""
        return self.table(Tier.COMMUNE, former=False).unit(code)

    def former_province(self, code: str) -> Unit:
        """Give the former province of that code."""
        return self.table(Tier.PROVINCE, former=True).unit(code)

    def former_district(self, code: str) -> Unit:
        """Give the former district of that code."""
        return self.table(Tier.DISTRICT, former=True).unit(code)

    def former_commune(self, code: str) -> Unit:
        """Give the former commune of that code."""
        return self.table(Tier.COMMUNE, former=True).unit(code)

    @cached_property
    def names(self) -> frozenset[str]:
        """Every name that a unit of either era bears, as the lists write it: ``"Hoàng Mai"``."""
        return frozenset(name for table in self._tables.values() for name in table.names())

    @cached_property
    def provinces(self) -> tuple[Unit, ...]:
        """Today's 34 provinces in dictionary order."""
        return in_order(self.table(Tier.PROVINCE, former=False).children(""))

    @cached_property
    def former_provinces(self) -> tuple[Unit, ...]:
        """The 63 former provinces in dictionary order."""
        return in_order(self.table(Tier.PROVINCE, former=True).children(""))

    def communes_of(self, province: str) -> tuple[Unit, ...]:
        """Give today's communes of the province of that code, in dictionary order: sorted once, for pages ask for all of them."""
        if province not in self._communes:
            self._communes[province] = in_order(self.table(Tier.COMMUNE, former=False).children(province))
        return self._communes[province]

    def former_districts_of(self, former_province: str) -> tuple[Unit, ...]:
        """Give the former districts of the former province of that code, in dictionary order."""
        return in_order(self.table(Tier.DISTRICT, former=True).children(former_province))

    def communes_of_former_district(self, former_district: str) -> tuple[Unit, ...]:
        """Give the former communes of the former district of that code, in dictionary order."""
        return in_order(self.table(Tier.COMMUNE, former=True).children(former_district))

    def parent(self, unit: Unit) -> Unit | None:
        """Give the next larger unit of the same era, ``None`` for a province."""
        if unit.tier is Tier.PROVINCE:
            return None
        above = Tier.DISTRICT if unit.former and unit.tier is Tier.COMMUNE else Tier.PROVINCE
        return self.table(above, former=unit.former).unit(unit.parent)

    def lineage(self, unit: Unit) -> tuple[Unit, ...]:
        """Give the unit and all larger ones of its era, smallest first."""
        parent = self.parent(unit)
        return (unit,) if parent is None else (unit, *self.lineage(parent))

    def written(self, unit: Unit) -> str:
        """Give the name in full, smallest to largest, as it can be read back: ``"phường Hoàng Mai, tỉnh Nghệ An"``."""
        return ", ".join(step.full_name for step in self.lineage(unit))

    def slug_of(self, unit: Unit) -> str:
        """Give a unit's part of an address, unique among the units of its tier, era and parent (see ``slugs``)."""
        key = unit.tier, unit.former, unit.parent
        if key not in self._slugs:
            self._slugs[key] = slugs(self.table(unit.tier, former=unit.former).children(unit.parent))
        return self._slugs[key][unit.code]
