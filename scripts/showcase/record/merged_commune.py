"""Communes that were merged away before early 2025 are known by name and heir, well enough to propose ``hien_nay``, and no more.

The list has their names without marks, and of one that was divided the heir with most people; so nothing is decided by it.
"""

from collections import defaultdict
from functools import cached_property

from showcase.record.loose_name import loose_keys, loose_kind
from showcase.record.proposals import Proposals
from showcase.record.unit import Tier, Unit
from showcase.record.written_place import Part
from showcase.words.text import fold

__all__ = ["MergedCommunes"]

_MOST_PARTS = 3


class MergedCommunes(Proposals):
    """A register that also knows what such a commune became."""

    def merged_into(self, parts: tuple[Part, ...]) -> tuple[Unit, ...]:
        """Give the communes of early 2025 that one was merged into before; empty where no list tells, or a slip is likelier."""
        if not 1 < len(parts) <= _MOST_PARTS or self.loosely(parts):
            return ()
        districts = {
            code for unit in self.fitting(parts[1:]) or self.loosely(parts[1:]) for code in self._districts_of(unit)
        }
        kind, keys = loose_kind(parts[0]), loose_keys(parts[0])
        found = (
            into
            for key in keys
            for district, own, into in self._merged.get(key, ())
            if district in districts and kind in ("", own)
        )
        table = self.table(Tier.COMMUNE, former=True)
        return tuple(table.unit(code) for code in dict.fromkeys(found))

    def _districts_of(self, unit: Unit) -> tuple[str, ...]:
        if unit.tier is not Tier.PROVINCE:
            return (unit.code,) if unit.former and unit.tier is Tier.DISTRICT else ()
        table = self.table(Tier.DISTRICT, former=True)
        formers = (unit,) if unit.former else self.former_provinces_of(unit.code)
        return tuple(district.code for former in formers for district in table.children(former.code))

    @cached_property
    def _merged(self) -> dict[str, list[tuple[str, str, str]]]:
        """Of each name without marks: the district of early 2025, the kind without marks, the commune that it became."""
        found = defaultdict(list)
        for row in self._merged_communes.rstrip("\n").split("\n")[1:]:
            district, kind, key, into = row.split("\t")
            found[key].append((district, fold(kind), into))
        return dict(found)
