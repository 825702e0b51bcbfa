"""The gazetteer: a written place becomes today's units, or a fault with the way out; it never guesses.

The floors of this house: ``unit`` (one unit), ``unit_table`` (one list), ``register`` (all lists), ``succession`` (what
became of them), ``written_place`` (how names are written), ``readings`` (what a name fits), ``proposals`` (what it may
mean), and here the decision.
"""

import re
from collections.abc import Collection, Iterable
from functools import cached_property
from itertools import product

from showcase.record.place import Fault, Place, Resolution
from showcase.record.proposals import Proposals
from showcase.record.unit import Share, Tier, Unit
from showcase.record.written_place import Part, parts_of
from showcase.words.collation import sort_key
from showcase.words.text import match_key

__all__ = ["Fault", "Gazetteer", "Place", "Resolution", "Share", "Tier", "Unit"]

# More would not be read; "Tân Thành" alone fits dozens.
_MOST_CANDIDATES = 6

_MOST_REMEMBERED = 16_384

_SPACED_DASH = re.compile(r"\s[-–—]\s")
_MOST_DASHES = 4


class Gazetteer(Proposals):
    """All units of both eras, and the reading of their names: ``Gazetteer.from_tables(…)``, then ``resolve``."""

    def resolve(self, noi: str, hien_nay: str | None = None) -> Resolution:
        """Find the place that ``noi`` names; ``hien_nay`` tells today's commune where a former unit was divided.

        Both are read from the smallest unit to the largest with commas between; ``hien_nay`` may be a commune alone.
        Answers are remembered: several rules and many models ask about the same names.
        """
        known = self._answers.get((noi, hien_nay))
        if known is None:
            if len(self._answers) >= _MOST_REMEMBERED:
                self._answers.clear()
            known = self._answers[noi, hien_nay] = self._find(noi, hien_nay)
        return known

    @cached_property
    def _answers(self) -> dict[tuple[str, str | None], Resolution]:
        return {}

    def _find(self, noi: str, hien_nay: str | None) -> Resolution:
        parts = parts_of(noi)
        fitting = self.fitting(parts) or self._fitting_between_dashes(noi)
        if not fitting:
            return self._refused(Fault.UNKNOWN, self.proposed(parts))
        if hien_nay:
            return self._resolved_now(fitting, parts_of(hien_nay))
        units = self._distinct(_best(fitting))
        return self._settled(units[0]) if len(units) == 1 else self._ambiguous(units)

    def _distinct(self, units: list[Unit]) -> list[Unit]:
        """Leave out former units that are one of the others now: "Hoàng Sa" is the đặc khu, which was the huyện."""
        ones_today = {(unit,) for unit in units if not unit.former}
        if not ones_today:
            return units
        return [unit for unit in units if not (unit.former and self.successors(unit) in ones_today)]

    def _settled(self, unit: Unit) -> Resolution:
        """Decide for one unit by the conversion table alone."""
        if unit.former and unit.tier is Tier.COMMUNE:
            heir = self.heir(unit)
            return Resolution(self._place(unit, heir)) if heir else self._refused(Fault.DIVIDED, self.successors(unit))
        if unit.tier is Tier.DISTRICT:
            communes = self.communes_after(unit.code)
            return Resolution(self._place(unit, communes[0] if len(communes) == 1 else None))
        return Resolution(self._place(unit, None if unit.tier is Tier.PROVINCE else unit))

    def _resolved_now(self, fitting: dict[Unit, int], now: tuple[Part, ...]) -> Resolution:
        """Decide with ``hien_nay``: of the units that fit, only those that are today what it names."""
        around = {self.today_province(unit) for unit in fitting}
        named = self._named_today(now, around) or self._named_today(now, self.provinces)
        agreeing = {unit: rank for unit, rank in fitting.items() if named.intersection(self._today(unit))}
        units = self._distinct(_best(agreeing or fitting))
        if not agreeing:
            fault = Fault.NOT_A_SUCCESSOR if named else Fault.NOW_UNKNOWN
            return self._refused(fault, (today for unit in units for today in self.successors(unit)))
        if len(units) > 1:
            return self._ambiguous(units)
        communes = [today for today in self.successors(units[0]) if today in named and today.tier is Tier.COMMUNE]
        if len(communes) > 1:
            return self._refused(Fault.NOW_AMBIGUOUS, communes)
        return Resolution(self._place(units[0], communes[0])) if communes else self._settled(units[0])

    def _named_today(self, now: tuple[Part, ...], provinces: Collection[Unit]) -> set[Unit]:
        """Give those of some provinces and their communes that ``hien_nay`` may mean."""
        if not now or len(now) > 2:
            return set()
        province = self.province_named(now[-1])
        if len(now) == 2:
            return set(self.communes_named(now[0], [province])) if province else set()
        named = set(self.communes_named(now[0], provinces))
        return named | {province} if province and province in provinces else named

    def _today(self, unit: Unit) -> tuple[Unit, ...]:
        return (*self.successors(unit), self.today_province(unit))

    def _place(self, unit: Unit, commune: Unit | None) -> Place:
        former = {step.tier: step for step in self.lineage(unit)} if unit.former else {}
        return Place(
            self.today_province(unit),
            commune,
            former.get(Tier.PROVINCE),
            former.get(Tier.DISTRICT),
            former.get(Tier.COMMUNE),
        )

    def _ambiguous(self, units: Iterable[Unit]) -> Resolution:
        ordered = sorted(units, key=lambda unit: (unit.former, unit.tier is Tier.COMMUNE, sort_key(self.written(unit))))
        return self._refused(Fault.AMBIGUOUS, ordered)

    def _refused(self, fault: Fault, candidates: Iterable[Unit]) -> Resolution:
        names: dict[str, str] = {}
        for unit in candidates:
            # tỉnh Thanh Hoá of today and tỉnh Thanh Hóa of before are read alike; one of them is enough.
            names.setdefault(match_key(self.written(unit)), self.written(unit))
        return Resolution(None, fault, tuple(names.values())[:_MOST_CANDIDATES])

    def _fitting_between_dashes(self, noi: str) -> dict[Unit, int]:
        """Read a name whose parts are joined by dashes; which of them are commas is tried out, names have dashes too."""
        pieces = _SPACED_DASH.split(noi)
        found: dict[Unit, int] = {}
        if 1 < len(pieces) <= _MOST_DASHES + 1:
            for joints in product((", ", " - "), repeat=len(pieces) - 1):
                joined = pieces[0] + "".join(joint + piece for joint, piece in zip(joints, pieces[1:], strict=True))
                for unit, rank in self.fitting(parts_of(joined)).items():
                    found[unit] = min(rank, found.get(unit, rank))
        return found


def _best(fitting: dict[Unit, int]) -> list[Unit]:
    best = min(fitting.values())
    return [unit for unit, rank in fitting.items() if rank == best]
