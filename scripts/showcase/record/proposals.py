"""“Ý bạn là …?” for a place that was not understood: units are proposed here, nothing is decided.

It runs only where somebody made a mistake, so it may compare some hundreds of names; all 14,000 would take a second.
A unit is weighed by how far each part that was written is from its name, its kind and the names around it.
"""

from collections.abc import Iterator

from showcase.record.loose_name import FAR, distance, loose_keys, loose_kind
from showcase.record.loose_names import BY_ANOTHER, LooseNames
from showcase.record.unit import Tier, Unit
from showcase.record.written_place import Part, name_key
from showcase.words.text import match_key

__all__ = ["Proposals"]

_MOST, _BESIDE = 2, 0.25
_OTHER_KIND, _OTHER_MARKS, _OTHER_PLACE, _OTHER_ERA, _NEARLY = 0.5, 0.5, 2.5, 0.2, 0.4
_TIERS = {
    **dict.fromkeys(("xa", "phuong", "thi tran", "dac khu"), (Tier.COMMUNE,)),
    **dict.fromkeys(("quan", "huyen", "thi xa"), (Tier.DISTRICT,)),
    "tinh": (Tier.PROVINCE,),
    "thanh pho": (Tier.PROVINCE, Tier.DISTRICT),
}
_SLIP = 3.0
"""From here on a unit no longer looks meant: two letters and a kind, or the place around it and nothing else."""


class Proposals(LooseNames):
    """A register that also guesses which units a written name was meant for."""

    def proposed(self, parts: tuple[Part, ...]) -> tuple[Unit, ...]:
        """Give up to two units that somebody may have meant, the likeliest first; one alone where it is much likelier."""
        weighed = sorted(self._weighed(parts), key=lambda pair: (pair[0], pair[1].former, self.written(pair[1])))
        if not weighed:
            return ()
        # Beside what is nearly right, what needs another letter is no choice.
        most = weighed[0][0] + (_BESIDE if weighed[0][0] < 1 else 1.0)
        likely = [unit for weight, unit in weighed if weight <= most]
        # tỉnh Thanh Hoá of today and tỉnh Thanh Hóa of before are read alike; one of them is enough.
        return tuple({match_key(self.written(unit)): unit for unit in reversed(likely)}.values())[::-1][:_MOST]

    def loosely(self, parts: tuple[Part, ...]) -> tuple[Unit, ...]:
        """Give the units that the parts are once marks do not count: all parts, and the kinds where they were written."""
        weighed = {unit: self._weight(parts, unit) for unit in self._namesakes(parts)}
        least = min(weighed.values(), default=FAR)
        return tuple(unit for unit, weight in weighed.items() if weight < _NEARLY and weight == least)

    def _namesakes(self, parts: tuple[Part, ...]) -> dict[Unit, None]:
        keys = loose_keys(parts[0]) if parts else ()
        return dict.fromkeys(unit for key in keys for unit in self.by_loose_name.get(key, ()))

    def _weighed(self, parts: tuple[Part, ...]) -> Iterator[tuple[float, Unit]]:
        named = [(self._weight_with_marks(parts, unit), unit) for unit in self._namesakes(parts)]
        yield from (pair for pair in named if pair[0] < _SLIP)
        if min(named, default=(FAR,))[0] < _NEARLY:
            return
        pool = {unit: None for larger in self.larger_units_meant(parts[1:]) for unit in self.within(larger)}
        if len(parts) == 1:
            pool |= dict.fromkeys(unit for units in self.larger_units.values() for unit in units)
        for unit in pool or (() if named else self._of_the_same_letter(parts)):
            weight = self._weight_with_marks(parts, unit)
            if weight < _SLIP:
                yield weight, unit

    def _of_the_same_letter(self, parts: tuple[Part, ...]) -> Iterator[Unit]:
        """Yield the units of the whole country that begin as the first part: the first letter is nearly always right."""
        first = "".join(loose_keys(parts[0])[:1])[:1] if parts else ""
        for name, units in self.by_loose_name.items():
            if first and name.startswith(first):
                yield from units

    def is_mixed(self, parts: tuple[Part, ...], unit: Unit) -> bool:
        """Tell whether a unit of today was written with a district or a province of before."""
        return not unit.former and _OTHER_ERA <= self._weight(parts, unit) < BY_ANOTHER

    def _weight_with_marks(self, parts: tuple[Part, ...], unit: Unit) -> float:
        """Tell the same; marks that were typed count."""
        has_them = parts[0].text.isascii() or name_key(unit.name) in (parts[0].key, name_key(parts[0].text))
        return self._weight(parts, unit) + (0 if has_them else _OTHER_MARKS)

    def _weight(self, parts: tuple[Part, ...], unit: Unit) -> float:
        """Tell how far what was written is from a unit: its name, its kind, and what it lies in."""
        kind, keys = loose_kind(parts[0]), loose_keys(parts[0])
        weight = min(
            (
                far + less + (_OTHER_KIND if kind and kind != own and keys[-1] != name else 0)
                for name, own, less in self.loose_names(unit)
                if ((far := distance(keys, name)) < FAR or less == 0) and not (far and _is_of_another_tier(kind, unit))
            ),
            default=FAR,
        )
        if weight >= FAR:
            return FAR
        around = (*self.lineage(unit)[1:], self.today_province(unit))
        for part in parts[1:]:
            keys = loose_keys(part)
            there = min(
                (distance(keys, name) for larger in around for name, _, _ in self.loose_names(larger)), default=FAR
            )
            weight += min(there, _OTHER_PLACE if there < FAR else self._before(unit, keys))
        return weight

    def _before(self, unit: Unit, keys: tuple[str, ...]) -> float:
        """Tell how far something larger is from where a commune of today lay: "phường Hoàn Kiếm, quận Hoàn Kiếm"."""
        if not unit.former:
            formers = {step for part in self.former_communes_of(unit.code) for step in self.lineage(part)}
            provinces = self.former_provinces_of(self.today_province(unit).code)
            if any(name in keys for larger in formers.union(provinces) for name, _, _ in self.loose_names(larger)):
                return _OTHER_ERA
        return _OTHER_PLACE


def _is_of_another_tier(kind: str, unit: Unit) -> bool:
    """Tell whether a kind was written that no unit of that tier has: with another letter besides, that is no slip."""
    return kind in _TIERS and unit.tier not in _TIERS[kind]
