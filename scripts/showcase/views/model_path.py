"""How a model went: the stages that it reached, the moments of its history, and the places from which and to which it came.

What no milestone tells is not guessed: a stage without a year stays open, and a place without one stands last.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from showcase.reading.form import LEVELS, MILESTONES, MODEL_KINDS, RATINGS
from showcase.record.model import Copy, Milestone, Model
from showcase.views.card import Card
from showcase.views.page import Link, capitalised
from showcase.words.dates import write_date
from showcase.words.numbers import write_number

_STAGES = {
    "Đăng ký": ("dang-ky",),
    "Thực hiện": ("trien-khai", "duy-tri", "hoan-thanh"),
    "Công nhận": ("cong-nhan",),
    "Nhân rộng": ("nhan-rong",),
}
"""The milestones that tell of each; of two kinds the first is what the stage is called after, and any other is named."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage on the way of every model; `when` is '' where nothing tells that this one reached it."""

    label: str
    when: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of the timeline; `machine` is its date for machines (`2022`, `2022-05-19`)."""

    when: str
    machine: str
    what: str
    details: tuple[str, ...]
    document: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A place on the trail: a model with its page, a copy without one, or the model itself, `is_here`."""

    year: int | None
    label: str
    details: str
    address: str = ""
    source: int | None = None
    is_here: bool = False


def stage_views(model: Model, copied: int, first_copied: int | None) -> tuple[Stage, ...]:
    """Tell when each stage was reached; copies tell of the last one too, if only by how many there are."""
    *others, last = [Stage(label, _when(_reaching(model, kinds), kinds)) for label, kinds in _STAGES.items()]
    if copied and not last.when:
        last = Stage(last.label, str(first_copied) if first_copied else f"{write_number(copied)}\u00a0nơi")
    return (*others, last)


def _reaching(model: Model, kinds: tuple[str, ...]) -> Milestone | None:
    return next((milestone for milestone in model.history if milestone.kind in kinds), None)


def _when(milestone: Milestone | None, kinds: tuple[str, ...]) -> str:
    if milestone is None:
        return ""
    return (
        str(milestone.in_year)
        if milestone.kind == kinds[0]
        else f"{MILESTONES[milestone.kind].lower()} {milestone.in_year}"
    )


def moment_views(model: Model, documents: Mapping[str, Link]) -> tuple[Moment, ...]:
    """Write the history, if it tells more than the years of the stages do; `documents` by what the history calls them."""
    told = [_reaching(model, kinds) for kinds in _STAGES.values()]
    if all(milestone in told and not _has_details(milestone) for milestone in model.history):
        return ()
    return tuple(_moment(milestone, documents.get(milestone.document)) for milestone in model.history)


def _has_details(milestone: Milestone) -> bool:
    return bool(milestone.day or milestone.level or milestone.document or milestone.note or milestone.rating)


def _moment(milestone: Milestone, document: Link | None) -> Moment:
    when = write_date(milestone.day) if milestone.day else f"Năm {milestone.in_year}"
    machine = milestone.day.isoformat() if milestone.day else str(milestone.in_year)
    level = LEVELS.get(milestone.level, "")
    rating = f": {RATINGS[milestone.rating].lower()}" if milestone.rating else ""
    what = f"{MILESTONES[milestone.kind]} {level.lower()}".strip() + rating
    said = (milestone.note,) if document else (milestone.document, milestone.note)
    return Moment(when, machine, what, tuple(part for part in said if part), document)


def trail(
    model: Model, here: str, teacher: Card | None, learners: tuple[Card, ...], copies: tuple[Copy, ...]
) -> tuple[Stop, ...]:
    """Give from where the model came and to where it went, in the order of years; nothing where it came and went nowhere."""
    followers = sorted([*map(_of_card, learners), *map(_of_copy, copies)], key=lambda stop: stop.year or 9999)
    if not teacher and not followers:
        return ()
    own = Stop(year=model.history[0].in_year, label=here, details=f"{MODEL_KINDS[model.kind]} này", is_here=True)
    return (*([_of_card(teacher)] if teacher else []), own, *followers)


def _of_card(card: Card) -> Stop:
    return Stop(year=card.year, label=card.title, details=card.place, address=card.address)


def _of_copy(copy: Copy) -> Stop:
    name = ", ".join(part for part in (copy.detail, copy.written) if part)
    return Stop(year=copy.year, label=capitalised(name), details=copy.host, source=copy.source)


def copied_years(model: Model, learners: tuple[Card, ...]) -> Iterator[int]:
    """Yield the years in which it was copied, as far as they are known."""
    yield from (copy.year for copy in model.copies if copy.year)
    yield from (card.year for card in learners)
