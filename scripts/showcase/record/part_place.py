"""A part of an official figure by place: its name is read within the place that the whole is of, then alone."""

from typing import NamedTuple

from showcase.record.place import Body, Fault, Place
from showcase.record.unit import Tier, Unit
from showcase.record.units import Gazetteer
from showcase.record.written_place import parts_of


class PartPlace(NamedTuple):
    """What a part's name was found to be: a place, or the fault that hindered it."""

    place: Place | None = None
    fault: Fault | None = None
    candidates: tuple[str, ...] = ()


def part_place(written: str, whole: str, gazetteer: Gazetteer) -> PartPlace:
    """Read `huyện Mỹ Đức` within `thành phố Hà Nội`; `whole` is '' where the figure is of no place.

    Of a former unit that was divided the former units are enough: a part is counted and not sorted into a commune.
    """
    within = f"{written}, {whole}" if whole else written
    name = within if gazetteer.fitting(parts_of(within)) else written
    found = gazetteer.resolve(name)
    if found.fault is Fault.UNKNOWN:
        found = gazetteer.resolve(within)  # proposes what is near it there
    if found.fault is Fault.DIVIDED and (divided := _divided(name, gazetteer)):
        return PartPlace(divided)
    return PartPlace(found.place, found.fault, found.candidates)


def lies_in(place: Place, whole: Place | Body, gazetteer: Gazetteer) -> bool:
    """Tell whether a place is a part of another, and not the same; of what is written in another era by today's units."""
    if isinstance(whole, Body):
        return whole.province is None or place.province == whole.province
    if place == whole or whole.former_commune or (whole.commune and not whole.former_district):
        return False
    if whole.former_district:
        return place.former_district == whole.former_district or (
            not place.former_province and place.commune in gazetteer.communes_after(whole.former_district.code)
        )
    if whole.former_province and place.former_province:
        return place.former_province == whole.former_province
    return place.province == whole.province


def _divided(name: str, gazetteer: Gazetteer) -> Place | None:
    units = list(gazetteer.fitting(parts_of(name)))
    if len(units) != 1:
        return None
    former: dict[Tier, Unit] = {step.tier: step for step in gazetteer.lineage(units[0])}
    return Place(
        gazetteer.today_province(units[0]),
        None,
        former.get(Tier.PROVINCE),
        former.get(Tier.DISTRICT),
        former.get(Tier.COMMUNE),
    )
