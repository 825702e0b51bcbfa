"""Places of before early 2025 that no table knows: what is taken on an editor's word, and what is not.

With ``hien_nay`` any name is taken that looks like one: a kind and a name, in a province that is known. It is shown as it was
written and grouped by what it is today. What differs from a known name there in marks alone is a slip, and not taken; a commune of
today outside the district or province that was written is taken where its own province is written with it.
"""

from showcase.record.place import Fault, Place, Resolution
from showcase.record.slips import Slips
from showcase.record.unit import Tier, Unit
from showcase.record.written_place import Part

__all__ = ["EarlierPlaces"]

_MOST_PARTS = 3


class EarlierPlaces(Slips):
    """A register that also takes names of places which it does not know."""

    def may_be_earlier(self, parts: tuple[Part, ...]) -> bool:
        """Tell whether a name looks like one of a place that is no more: kind and name, in a province that is known."""
        smaller = parts if len(parts) == 1 else parts[:-1]
        shaped = all(part.kind and part.text[:1].isalpha() for part in smaller)
        return len(parts) <= _MOST_PARTS and shaped and bool(self._provinces_around(parts))

    def on_trust(self, parts: tuple[Part, ...], now: tuple[Part, ...]) -> Resolution | None:
        """Take a name that fits nothing by what it is said to be today; None where it does not look like a place."""
        if not self.may_be_earlier(parts):
            return None
        around = self._provinces_around(parts)
        named = self.named_today(now, around) or (self.named_today(now, self.provinces) if len(now) > 1 else set())
        communes = [unit for unit in named if unit.tier is Tier.COMMUNE]
        if not named:
            return self._not_of_today(parts, now)
        if len(communes) > 1:
            return Resolution(None, Fault.NOW_AMBIGUOUS, tuple(map(self.written, communes)))
        today = next(iter(communes or named))
        if len(now) == 1 and not self._may_lie_in(today, parts[1:]):
            return Resolution(None, Fault.NOT_A_SUCCESSOR)
        slips = self.loosely(parts)
        is_one = any(today in (*self.successors(unit), self.today_province(unit)) for unit in slips)
        return None if is_one else Resolution(self._as_told(parts, today))

    def _not_of_today(self, parts: tuple[Part, ...], now: tuple[Part, ...]) -> Resolution:
        """Refuse what ``hien_nay`` says: it lies elsewhere, or there is no such place today."""
        if self.named_today(now, self.provinces):
            return Resolution(None, Fault.NOT_A_SUCCESSOR)
        meant = self.proposed((*now, parts[-1]) if len(now) == 1 else now)
        return Resolution(None, Fault.NOW_UNKNOWN, tuple(self.written(unit) for unit in meant if not unit.former))

    def named_today(self, now: tuple[Part, ...], provinces: tuple[Unit, ...]) -> set[Unit]:
        """Give those of some provinces and their communes that ``hien_nay`` may mean."""
        if not now or len(now) > 2:
            return set()
        province = self.province_named(now[-1])
        if len(now) == 2:
            return set(self.communes_named(now[0], [province])) if province else set()
        named = set(self.communes_named(now[0], provinces))
        return named | {province} if province and province in provinces else named

    def _may_lie_in(self, commune: Unit, larger: tuple[Part, ...]) -> bool:
        """Tell whether a commune of today holds land of the district that was written, where that is known."""
        districts = [unit for unit in self.fitting(larger) if unit.tier is Tier.DISTRICT]
        return (
            not districts
            or commune.tier is Tier.PROVINCE
            or any(commune in self.communes_after(district.code) for district in districts)
        )

    def _provinces_around(self, parts: tuple[Part, ...]) -> tuple[Unit, ...]:
        """Give today's provinces that the largest part lies in, a province or a district."""
        found = self.provinces_meant(parts[-1]) if parts else ()
        larger = () if found or len(parts) < 2 else self.fitting(parts[1:])
        return found or tuple(dict.fromkeys(map(self.today_province, larger)))

    def _as_told(self, parts: tuple[Part, ...], today: Unit) -> Place:
        """Give the place with those larger former units that the lists have, if they lie in today's province."""
        province = self.today_province(today)
        larger = [unit for unit in self.fitting(parts[1:]) if unit.former and self.today_province(unit) == province]
        steps = {step.tier: step for step in self.lineage(larger[0])} if len(larger) == 1 else {}
        commune = today if today.tier is Tier.COMMUNE else None
        return Place(province, commune, steps.get(Tier.PROVINCE), steps.get(Tier.DISTRICT), unlisted=True)
