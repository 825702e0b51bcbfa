"""How a place is called on a page: by today's name, or as it was when the model was there."""

import re
from collections.abc import Iterable

from showcase.record.unit import Unit
from showcase.record.units import Body, Place
from showcase.views.page import capitalised, uncapitalised
from showcase.words.text import match_key

_FORMER = re.compile(r"(?P<province>.+) \((?P<unit>.+)\u00a0cũ\)")
_KINDS_OF_UNIT = ("Phường ", "Xã ", "Đặc khu ", "Tỉnh ", "Thành phố ")


def places_today(places: Iterable[Place | Body]) -> str:
    """Write where a model is, as the places are called today; several units are joined, many are counted."""
    names = list(dict.fromkeys(place_today(place) for place in places))
    if len(names) > 2:
        return f"{names[0]} và {len(names) - 1} nơi khác"
    if len(names) == 2:
        return _two_places(*names)
    return "".join(names)


def place_today(place: Place | Body) -> str:
    """Write a place by today's name: `Phường Hoàng Mai, Nghệ An`; a former district by its province and what it was.

    A body without territory is called by its own name.
    """
    if isinstance(place, Body):
        return place.name
    if place.commune:
        return capitalised(f"{place.commune.full_name}, {place.province.known_as}")
    if place.former_district:
        return f"{place.province.known_as} ({place.former_district.full_name}\u00a0cũ)"
    if place.former_province and place.former_province.name != place.province.name:
        return f"{place.province.known_as} ({place.former_province.full_name}\u00a0cũ)"
    return capitalised(place.province.full_name)


def unit_today(place: Place) -> str:
    """Write the smallest unit of today that a place is known to lie in: `Phường Hoàng Mai, Nghệ An`, or `Tỉnh Nghệ An`."""
    return place_today(place) if place.commune else capitalised(place.province.full_name)


def then_and_now(written: str, place: Place) -> str:
    """Write a place as it was written, with what it belongs to now where the name does not say so."""
    then, today = capitalised(written), unit_today(place)
    is_told = today.casefold() in then.casefold() or (not place.commune and _ends_with(written, place.province))
    return then if is_told else f"{then} (nay thuộc {uncapitalised(today)})"


def _ends_with(written: str, province: Unit) -> bool:
    """Tell whether a name ends with that of its province of today: “huyện Ba Vì, Hà Nội” lies where it says."""
    return match_key(written.rpartition(", ")[2]) in (match_key(province.name), match_key(province.full_name))


def place_then(written: str) -> str:
    """Write a place as it was written, without its province: `Phường Quỳnh Thiện, thị xã Hoàng Mai`."""
    units = written.split(", ")
    return capitalised(", ".join(units[:-1] or units))


def smallest_place(written: str, place: Place | Body) -> str:
    """Write the smallest unit as it was written, told apart where it is no more: `Phường Quỳnh Thiện (cũ)`."""
    if isinstance(place, Body):
        return place.name
    is_former = place.former_commune or place.former_district or place.former_province or place.unlisted
    return f"{capitalised(written.split(', ', maxsplit=1)[0])}\u00a0(cũ)" if is_former else place_today(place)


def bare_name(written: str, place: Place | Body) -> str:
    """Give the smallest unit's name alone, as it was then: `Quỳnh Trang`; in full where no list has it."""
    if isinstance(place, Body):
        return place.name
    if place.unlisted:
        return capitalised(written.split(", ", maxsplit=1)[0])
    units = (
        place.former_commune, place.former_district, place.former_province, place.commune, place.province
    )  # fmt: skip
    return next(unit.name for unit in units if unit)


def _two_places(first: str, second: str) -> str:
    """Join two places as one says them: `Phường Hoàng Mai và huyện Diễn Châu (cũ), Nghệ An`."""
    (one, province), (other, same) = _parted(first), _parted(second)
    if not province or province != same:
        return f"{first} và {_within(second)}"
    return f"{capitalised(one)} và {_within(other)}, {province}"


def _parted(name: str) -> tuple[str, str]:
    """Part a name of `place_today` into a unit and its province, '' where it has none."""
    if former := _FORMER.fullmatch(name):
        return f"{former['unit']}\u00a0(cũ)", former["province"]
    unit, _, province = name.rpartition(", ")
    return (unit, province) if unit else (name, "")


def _within(name: str) -> str:
    return name[:1].lower() + name[1:] if name.startswith(_KINDS_OF_UNIT) else name
