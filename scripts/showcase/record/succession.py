"""What became of a former unit, and what a unit of today was before; facts of the conversion table alone."""

from collections import defaultdict
from functools import cached_property

from showcase.record.register import Register
from showcase.record.unit import Share, Tier, Unit
from showcase.record.unit_table import in_order
from showcase.record.written_place import name_key
from showcase.words.collation import sort_key

__all__ = ["Succession"]


class Succession(Register):
    """A register that also knows which units followed which on 2025-07-01."""

    def province_after(self, former_province: str) -> Unit:
        """Give today's province that the former one of that code lies in; none of them was divided."""
        return self.province(self.table(Tier.PROVINCE, former=True).now(former_province))

    def communes_after(self, former_district: str) -> tuple[Unit, ...]:
        """Give today's communes that hold land of the former district of that code, in dictionary order: sorted once."""
        if former_district not in self._communes_after:
            codes = self.table(Tier.DISTRICT, former=True).now(former_district).split()
            self._communes_after[former_district] = in_order(self.commune(code) for code in codes)
        return self._communes_after[former_district]

    def today_province(self, unit: Unit) -> Unit:
        """Give today's province that a unit of either era lies in."""
        province = self.lineage(unit)[-1]
        return self.province_after(province.code) if unit.former else province

    def successors(self, unit: Unit) -> tuple[Unit, ...]:
        """Give what a unit is today: the province of a province, the communes of a district or a commune.

        A former commune's come as in ``shares``, a district's in dictionary order; a unit of today is its own.
        """
        if not unit.former:
            return (unit,)
        if unit.tier is Tier.PROVINCE:
            return (self.province_after(unit.code),)
        if unit.tier is Tier.DISTRICT:
            return self.communes_after(unit.code)
        return tuple(commune for commune, _ in self.shares(unit))

    def shares(self, former_commune: Unit) -> tuple[tuple[Unit, Share], ...]:
        """Give today's communes that hold land of a former one, and how much; the likeliest first.

        The one that took all, or all the people, is known. Where the table knows only parts, the first is a guess for
        proposals and nothing else: the one that kept the code (in 19 of the 20 cases where the table names who got all
        the people, it was that one), then the one that kept the name (7 of 8), then the one whose name is in the
        former district's (12 of 20: phường Từ Liêm before phường Cầu Giấy for a ward of quận Nam Từ Liêm).
        """
        cells = (cell.split(":") for cell in self.table(Tier.COMMUNE, former=True).now(former_commune.code).split())
        pairs = [(self.commune(code), Share(share)) for code, share in cells]
        if len(pairs) == 1:
            return tuple(pairs)
        name = name_key(former_commune.name)
        around = f" {name_key(self.former_district(former_commune.parent).name)} "

        def likeliest(pair: tuple[Unit, Share]) -> tuple[bool, bool, bool, bool, str]:
            commune, share = pair
            key = name_key(commune.name)
            return (
                share is Share.PART,
                commune.code != former_commune.code,
                key != name,
                f" {key} " not in around,
                sort_key(commune.name),
            )

        return tuple(sorted(pairs, key=likeliest))

    def heir(self, former_commune: Unit) -> Unit | None:
        """Give the one commune that a former one is today, ``None`` where it was divided.

        It is the one that took it whole, or all its people. Where the table contradicts itself (two heirs of the whole)
        or knows only one part (xã Đặng Xá), nothing is concluded from it.
        """
        code, _, share = self.table(Tier.COMMUNE, former=True).now(former_commune.code).partition(":")
        if share == Share.WHOLE.value:
            return self.commune(code)
        shares = self.shares(former_commune)
        takers = [commune for commune, share in shares if share is not Share.PART]
        whole_is_shared = len(shares) > 1 and any(share is Share.WHOLE for _, share in shares)
        return takers[0] if len(takers) == 1 and not whole_is_shared else None

    def former_provinces_of(self, province: str) -> tuple[Unit, ...]:
        """Give the former provinces that today's province of that code is made of, in dictionary order."""
        return self._by_province.get(province, ())

    def former_communes_of(self, commune: str) -> tuple[Unit, ...]:
        """Give the former units that today's commune of that code holds land of: “lập từ …”.

        They are communes, district by district and there in dictionary order; five island districts had no communes,
        so the district itself stands there (huyện Lý Sơn for đặc khu Lý Sơn).
        """
        formers = [self.table(tier, former=True).unit(code) for tier, code in self._by_successor.get(commune, ())]
        return tuple(sorted(formers, key=lambda former: (former.parent, sort_key(former.name), former.code)))

    @cached_property
    def _communes_after(self) -> dict[str, tuple[Unit, ...]]:
        return {}

    @cached_property
    def _by_province(self) -> dict[str, tuple[Unit, ...]]:
        table = self.table(Tier.PROVINCE, former=True)
        return {
            province.code: tuple(former for former in self.former_provinces if table.now(former.code) == province.code)
            for province in self.table(Tier.PROVINCE, former=False).children("")
        }

    @cached_property
    def _by_successor(self) -> dict[str, list[tuple[Tier, str]]]:
        found = defaultdict(list)
        districts, communes = self.table(Tier.DISTRICT, former=True), self.table(Tier.COMMUNE, former=True)
        for code in communes.codes():
            for cell in communes.now(code).split():
                found[cell.partition(":")[0]].append((Tier.COMMUNE, code))
        for code in set(districts.codes()).difference(communes.parents()):
            for successor in districts.now(code).split():
                found[successor].append((Tier.DISTRICT, code))
        return dict(found)
