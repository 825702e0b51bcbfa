"""Places for invented models: real units of both eras, each read back by the gazetteer before it is used."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from showcase.record.place import Fault
from showcase.record.unit import Unit
from showcase.record.units import Gazetteer, Place

PROVINCES = 30
_MOST_TRIES = 50


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as an editor writes it, with `now` where a former commune was divided, and what it resolves to."""

    written: str
    now: str
    place: Place

    @property
    def smallest(self) -> str:
        """The part of the name that a story uses: `xã Quỳnh Liên`."""
        return self.written.partition(",")[0]


@dataclass(frozen=True)
class Atlas:
    """Draws places: 45 % by names of today, 45 % by former communes, 8 % by former districts, 2 % by the province."""

    gazetteer: Gazetteer

    @cached_property
    def provinces(self) -> tuple[Unit, ...]:
        """The thirty provinces of today with most communes, the largest first."""
        by_size = sorted(
            self.gazetteer.provinces, key=lambda unit: (-len(self.gazetteer.communes_of(unit.code)), unit.code)
        )
        return tuple(by_size[:PROVINCES])

    def province(self, dice: random.Random, number: int) -> Unit:
        """Give a province: the first thirty models get one each, the others more often a large one."""
        if number < PROVINCES:
            return self.provinces[number]
        return dice.choices(self.provinces, self._weights)[0]

    def spot(self, dice: random.Random, province: Unit) -> Spot:
        """Draw a place in a province of today."""
        for _ in range(_MOST_TRIES):
            unit = self._unit(dice, province)
            if spot := self._read_back(dice, unit):
                return spot
        message = f"no place of {province.full_name} could be read back"
        raise LookupError(message)

    @cached_property
    def _weights(self) -> list[int]:
        return [len(self.gazetteer.communes_of(unit.code)) for unit in self.provinces]

    def communes(self, province: Unit) -> tuple[Unit, ...]:
        """Give the communes of one of the provinces of today."""
        return self._today[province.code]

    @cached_property
    def _today(self) -> dict[str, tuple[Unit, ...]]:
        return {unit.code: self.gazetteer.communes_of(unit.code) for unit in self.provinces}

    @cached_property
    def _former_districts(self) -> dict[str, tuple[Unit, ...]]:
        found: dict[str, tuple[Unit, ...]] = {}
        for unit in self.gazetteer.former_provinces:
            today = self.gazetteer.province_after(unit.code).code
            found[today] = (*found.get(today, ()), *self.gazetteer.former_districts_of(unit.code))
        return found

    @cached_property
    def _former_communes(self) -> dict[str, tuple[Unit, ...]]:
        return {
            code: tuple(commune for district in districts for commune in self._communes_of(district))
            for code, districts in self._former_districts.items()
        }

    def _communes_of(self, district: Unit) -> Iterator[Unit]:
        yield from self.gazetteer.communes_of_former_district(district.code)

    def _unit(self, dice: random.Random, province: Unit) -> Unit:
        share = dice.random()
        if share < 0.45:
            return dice.choice(self._today[province.code])
        if share < 0.90:
            return dice.choice(self._former_communes[province.code])
        return dice.choice(self._former_districts[province.code]) if share < 0.98 else province

    def _read_back(self, dice: random.Random, unit: Unit) -> Spot | None:
        written = self.gazetteer.written(unit)
        resolution = self.gazetteer.resolve(written)
        now = ""
        if resolution.fault is Fault.DIVIDED:
            now = dice.choice(resolution.candidates)
            resolution = self.gazetteer.resolve(written, now)
        return Spot(written, now, resolution.place) if resolution.place else None
