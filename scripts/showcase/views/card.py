"""A card is a model in a list: the whole card is the link, and it says the same in every list.

Search results are cards too, drawn in the browser: by `docs/assets/tim-the.js` and `parts/found.html`, of what `search/record.py`
gives them.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from showcase.reading.form import APPROXIMATIONS, MODEL_KINDS
from showcase.record.model import Result
from showcase.record.reference import Reference
from showcase.record.summary import Summary
from showcase.views import address
from showcase.views.cover import Cover, make_cover, varied
from showcase.views.picture import Picture, photo_picture
from showcase.views.place_names import places_today
from showcase.words.numbers import write_number


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One model in a list: its first picture or else a cover set in type; its first result where it has one.

    A cover says that result itself. `kind` is '' where it is a model, which most are.
    """

    address: str
    title: str
    summary: str
    kind: str
    field: str
    field_label: str
    place: str
    year: int
    picture: Picture | None = None
    cover: Cover | None = None
    measure: str = ""
    before: str = ""
    number: str = ""
    unit: str = ""
    copied: int = 0
    has_guide: bool = False
    has_notice: bool = False
    is_offered: bool = True


def make_card(model: Summary, copied: int, reference: Reference) -> Card:
    """Make the card of a model that was copied so often."""
    result = model.result
    return Card(
        address=address.model(model.id),
        title=model.title,
        summary=model.summary,
        kind=kind_label(model.kind),
        field=model.field,
        field_label=reference.vocabularies.fields.label(model.field),
        place=places_today(model.located(reference.gazetteer)),
        year=model.first_year,
        picture=photo_picture(model.cover, model.id) if model.cover else None,
        cover=None if model.cover else make_cover(model, copied, reference),
        measure=result.measure if result else "",
        before=write_number(result.before) if result and result.before is not None else "",
        number=result_number(result) if result else "",
        unit=result.unit if result else "",
        copied=copied,
        has_guide=model.has_guide,
        has_notice=model.has_notice,
        is_offered=model.is_offered,
    )


def kind_label(kind: str) -> str:
    """Say that something is an exemplar or a practice; '' for a model: that need not be said each time."""
    return "" if kind == "mo-hinh" else MODEL_KINDS[kind]


def in_turn(cards: Iterable[Card]) -> tuple[Card, ...]:
    """Give cards as they follow each other on a page: no two covers in a row look the same."""
    following = tuple(cards)
    covers = varied(card.cover for card in following)
    return tuple(
        card if card.cover == cover else replace(card, cover=cover)
        for card, cover in zip(following, covers, strict=True)
    )


def result_number(result: Result) -> str:
    """Write a result's number as the source gave it: `hơn 3.100`."""
    about = APPROXIMATIONS.get(result.approximation, "")
    number = write_number(result.after)
    return f"{about}\u00a0{number}" if about else number
