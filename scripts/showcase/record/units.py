"""The gazetteer: a written place becomes today's units, or a fault with the way out; it never guesses.

The floors of this house: ``unit`` (one unit), ``unit_table`` (one list), ``register`` (all lists), ``succession`` (what
became of them), ``written_place`` (how names are written), ``readings`` (what a name fits), ``proposals`` (what it may
mean, by ``loose_names``), ``merged_commune`` (what one of before the lists became), ``slips`` (what went wrong in it, by ``slip_signs``), ``earlier_place`` (what is taken on trust), and here the decision.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from itertools import product

from showcase.record.earlier_place import EarlierPlaces
from showcase.record.place import Body, Fault, Place, Resolution
from showcase.record.unit import Share, Tier, Unit
from showcase.record.written_place import Part, parts_of
from showcase.words.collation import sort_key
from showcase.words.text import match_key

__all__ = ["Body", "Fault", "Gazetteer", "Place", "Resolution", "Share", "Tier", "Unit"]

# More would not be read; "Tân Thành" alone fits dozens.
_MOST_CANDIDATES = 6

_MOST_REMEMBERED = 16_384

_SPACED_DASH = re.compile(r"\s[-–—]\s")
_MOST_DASHES = 4

# A phường of today bears the name that everybody gives the city.
_SAIGON = match_key("Sài Gòn")


class Gazetteer(EarlierPlaces):
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

    def province_alone(self, written: str) -> Unit | None:
        """Give today's province that a name of a province, and of nothing smaller, stands for."""
        units = self.fitting(parts_of(written))
        provinces = {self.today_province(unit) for unit in units if unit.tier is Tier.PROVINCE}
        return provinces.pop() if len(provinces) == 1 else None

    def is_place(self, written: str) -> bool:
        """Tell whether a text is the name of a place, or the whole country: a body is neither."""
        return bool(self.fitting(parts_of(written))) or self.is_country(written)

    @cached_property
    def _answers(self) -> dict[tuple[str, str | None], Resolution]:
        return {}

    def _find(self, noi: str, hien_nay: str | None) -> Resolution:
        parts = parts_of(noi)
        listed = self.fitting_the_lists(parts)
        fitting = listed or self.fitting_earlier_names(parts) or self._fitting_between_dashes(noi)
        now = parts_of(hien_nay) if hien_nay else ()
        if not fitting:
            return (self.on_trust(parts, now) if now else self._merged_away(parts)) or self._unknown(noi, parts)
        if hien_nay:
            found = self._resolved_now(fitting, now, is_listed=bool(listed))
            return found if found.place or listed else self.on_trust(parts, now) or found
        units = self._distinct(_best(fitting))
        if len(parts) == 1 and parts[0].key == _SAIGON:
            return self._ambiguous([*units, self.today_province(units[0])])
        if len(units) == 1:
            return self._settled(units[0], is_listed=bool(listed))
        return (None if listed else self._divided(units)) or self._ambiguous(units)

    def _unknown(self, noi: str, parts: tuple[Part, ...]) -> Resolution:
        refused = self.told(noi)
        is_open = refused.fault is Fault.UNKNOWN and self.may_be_earlier(parts) and not self.loosely(parts)
        return replace(refused, may_be_earlier=is_open)

    def _merged_away(self, parts: tuple[Part, ...]) -> Resolution | None:
        heirs = self.merged_into(parts)
        today = (today for heir in heirs for today in self._likely(heir))
        return self._refused(Fault.MERGED, today) if heirs else None

    def _likely(self, former_commune: Unit) -> tuple[Unit, ...]:
        heir = self.heir(former_commune)
        return (heir,) if heir else self.successors(former_commune)

    def _distinct(self, units: list[Unit]) -> list[Unit]:
        """Leave out former units that are one of the others now: "Hoàng Sa" is the đặc khu, which was the huyện."""
        ones_today = {(unit,) for unit in units if not unit.former}
        if not ones_today:
            return units
        return [unit for unit in units if not (unit.former and self.successors(unit) in ones_today)]

    def _settled(self, unit: Unit, *, is_listed: bool) -> Resolution:
        """Decide for one unit by the conversion table alone."""
        if unit.former and unit.tier is Tier.COMMUNE:
            heir = self.heir(unit)
            if not heir:
                return self._refused(Fault.DIVIDED, self.successors(unit))
            return Resolution(self._place(unit, heir, is_listed=is_listed))
        if unit.tier is Tier.DISTRICT:
            communes = self.communes_after(unit.code)
            return Resolution(self._place(unit, communes[0] if len(communes) == 1 else None, is_listed=is_listed))
        return Resolution(self._place(unit, None if unit.tier is Tier.PROVINCE else unit, is_listed=is_listed))

    def _divided(self, units: list[Unit]) -> Resolution | None:
        """Decide for one unit of an earlier time that became several of early 2025: huyện Từ Liêm, tỉnh Hải Hưng."""
        parents = {(unit.tier, unit.parent) for unit in units}
        if len(parents) > 1 or not all(unit.former for unit in units):
            return None
        if units[0].tier is Tier.COMMUNE:
            today = dict.fromkeys(commune for unit in units for commune in self.successors(unit))
        else:
            today = dict.fromkeys(map(self.today_province, units))
        if len(today) > 1:
            return self._refused(Fault.DIVIDED, today)
        return Resolution(self._of_several(units, next(iter(today))))

    def _of_several(self, units: list[Unit], today: Unit) -> Place:
        """Give the place of a unit that is several of early 2025, of which only what they have in common is named."""
        larger = self.parent(units[0]) if len({unit.parent for unit in units}) == 1 else None
        steps = {step.tier: step for step in self.lineage(larger)} if larger else {}
        commune = today if today.tier is Tier.COMMUNE else None
        province = self.today_province(today)
        return Place(province, commune, steps.get(Tier.PROVINCE), steps.get(Tier.DISTRICT), unlisted=True)

    def _resolved_now(self, fitting: dict[Unit, int], now: tuple[Part, ...], *, is_listed: bool) -> Resolution:
        """Decide with ``hien_nay``: of the units that fit, only those that are today what it names."""
        around = tuple({self.today_province(unit) for unit in fitting})
        named = self.named_today(now, around) or self.named_today(now, self.provinces)
        agreeing = {unit: rank for unit, rank in fitting.items() if named.intersection(self._today(unit))}
        units = self._distinct(_best(agreeing or fitting))
        if not agreeing:
            fault = Fault.NOT_A_SUCCESSOR if named else Fault.NOW_UNKNOWN
            return self._refused(fault, (today for unit in units for today in self.successors(unit)))
        today = {unit for unit in named if any(unit in self._today(one) for one in units)}
        communes = [unit for unit in today if unit.tier is Tier.COMMUNE]
        if len(units) > 1:
            is_one = len(today) == 1 and not is_listed
            return Resolution(self._of_several(units, *today)) if is_one else self._ambiguous(units)
        if len(communes) > 1:
            return self._refused(Fault.NOW_AMBIGUOUS, (one for one in self.successors(units[0]) if one in communes))
        if not communes:
            return self._settled(units[0], is_listed=is_listed)
        return Resolution(self._place(units[0], communes[0], is_listed=is_listed))

    def _today(self, unit: Unit) -> tuple[Unit, ...]:
        return (*self.successors(unit), self.today_province(unit))

    def _place(self, unit: Unit, commune: Unit | None, *, is_listed: bool) -> Place:
        former = {step.tier: step for step in self.lineage(unit)} if unit.former else {}
        return Place(
            self.today_province(unit),
            commune,
            former.get(Tier.PROVINCE),
            former.get(Tier.DISTRICT),
            former.get(Tier.COMMUNE),
            unlisted=unit.former and not is_listed,
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
