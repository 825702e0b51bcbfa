"""A card is a model in a list: the whole card is the link, and it says the same in every list.

Search results are cards too, drawn in the browser: by `docs/assets/tim.js` and `parts/search.html`, of what `search/record.py`
gives them.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from showcase.reading.form import APPROXIMATIONS, MODEL_KINDS
from showcase.record.model import Result
from showcase.record.reference import Reference
from showcase.record.summary import Summary
from showcase.record.units import Place
from showcase.views import address
from showcase.views.page import capitalised
from showcase.views.picture import Picture, cover_picture
from showcase.words.numbers import write_number

_KINDS_OF_UNIT = ("Phường ", "Xã ", "Đặc khu ", "Tỉnh ", "Thành phố ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One model in a list; `number` is its first result where it has one, with its unit or else with what it measures."""

    address: str
    title: str
    summary: str
    kind: str
    field: str
    field_label: str
    place: str
    year: int
    picture: Picture
    number: str = ""
    number_unit: str = ""
    measure: str = ""
    copied: int = 0
    has_guide: bool = False


def make_card(model: Summary, copied: int, reference: Reference) -> Card:
    """Make the card of a model that was copied so often."""
    result = model.result
    return Card(
        address=address.model(model.id),
        title=model.title,
        summary=model.summary,
        kind=MODEL_KINDS[model.kind],
        field=model.field,
        field_label=reference.vocabularies.fields.label(model.field),
        place=places_today(model.located(reference.gazetteer)),
        year=model.first_year,
        picture=cover_picture(model.id, model.cover),
        number=result_number(result) if result else "",
        number_unit=result.unit if result else "",
        measure=result.measure if result and not result.unit else "",
        copied=copied,
        has_guide=model.has_guide,
    )


def result_number(result: Result) -> str:
    """Write a result's number as the source gave it: `hơn 3.100`."""
    about = APPROXIMATIONS.get(result.approximation, "")
    number = write_number(result.after)
    return f"{about}\u00a0{number}" if about else number


def places_today(places: Iterable[Place]) -> str:
    """Write where a model is, as the places are called today; several units are joined, many are counted."""
    names = list(dict.fromkeys(place_today(place) for place in places))
    if len(names) > 2:
        return f"{names[0]} và {len(names) - 1} nơi khác"
    if len(names) == 2:
        return _two_places(*names)
    return "".join(names)


def _two_places(first: str, second: str) -> str:
    """Join two places as one says them: `Phường Hoàng Mai và phường Tân Mai, Nghệ An`."""
    one, comma, province = first.rpartition(", ")
    begin = one if comma and second.endswith(f", {province}") else first
    end = second[:1].lower() + second[1:] if second.startswith(_KINDS_OF_UNIT) else second
    return f"{begin} và {end}"


def place_today(place: Place) -> str:
    """Write a place by today's name: `Phường Hoàng Mai, Nghệ An`; a former district by its province and what it was."""
    if place.commune:
        return capitalised(f"{place.commune.full_name}, {place.province.name}")
    if place.former_district:
        return f"{place.province.name} ({place.former_district.full_name}\u00a0cũ)"
    if place.former_province and place.former_province.name != place.province.name:
        return f"{place.province.name} ({place.former_province.full_name}\u00a0cũ)"
    return capitalised(place.province.full_name)
