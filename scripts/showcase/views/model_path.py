"""How a model went: the stages that it reached, the moments of its history, and the places from which and to which it came.

What no milestone tells is not guessed: such a stage is not drawn but named in a sentence, and a place without a year stands last.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from showcase.reading.form import LEVELS, MILESTONES, MODEL_KINDS, RATINGS
from showcase.record.model import Copy, Milestone, Model
from showcase.record.stage import AT_WORK, STAGES, Reached, latest_of_old, reached_stages
from showcase.views import address
from showcase.views.card import Card
from showcase.views.page import Link, capitalised
from showcase.words.dates import write_date
from showcase.words.numbers import write_number

_NAMED = {
    "dang-ky": "đăng ký",
    "trien-khai": "thực hiện",
    "tham-dinh": "thẩm định",
    "cong-nhan": "công nhận",
    "khen-thuong": "khen thưởng",
    "nhan-rong": "nhân rộng",
}
"""What each stage is called where nothing tells that it was reached; that a model has not ended is nothing to miss."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage that a model reached, when, and at which level, '' where that is not told; `is_here` is where it stands."""

    label: str
    address: str
    when: str
    level: str
    is_here: bool


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


def stage_views(history: tuple[Milestone, ...]) -> tuple[Stage, ...]:
    """Tell when each stage was reached of those that a milestone says, and no other."""
    reached = reached_stages(history)
    return tuple(
        Stage(
            label=STAGES[one.stage],
            address=address.stage(one.stage),
            when=_when(one, history[one.at]),
            level=LEVELS.get(one.level, "").lower(),
            is_here=one is reached[-1],
        )
        for one in reached
    )


def stages_untold(history: tuple[Milestone, ...], *, is_copied: bool) -> str:
    """Say in one sentence which stages no milestone says; '' where all are told. Of what is known to be copied that is told already."""
    told = {one.stage for one in reached_stages(history)} | ({"nhan-rong"} if is_copied else set())
    *others, last = [name for key, name in _NAMED.items() if key not in told] or [""]
    return f"Chưa có mốc nào ghi việc {', '.join(others)}{' và ' if others else ''}{last}." if last else ""


def old_news(history: tuple[Milestone, ...], year: int) -> str:
    """Say that of a model at work nothing newer is known, so that nobody takes it for work of today; '' where there is news."""
    reached, latest = reached_stages(history), max(milestone.in_year for milestone in history)
    if not reached or reached[-1].stage != AT_WORK or latest > latest_of_old(year):
        return ""
    return f"Mốc mới nhất là năm\u00a0{latest}: nay còn làm hay đã thôi, nguồn chưa nói."


def copies_told(copied: int, first_copied: int | None) -> str:
    """Say in one sentence how many places are known to have copied a model, and since when; '' where none is."""
    since = f", từ năm\u00a0{first_copied}" if first_copied else ""
    return f"Đã biết {write_number(copied)}\u00a0nơi làm theo{since}." if copied else ""


def _when(reached: Reached, milestone: Milestone) -> str:
    """Write the year of a stage, or its first and last; of a milestone that the stage is not called after, what it was."""
    word = "" if milestone.kind == reached.stage else f"{MILESTONES[milestone.kind].lower()} "
    if reached.first == reached.last:
        return f"{word}{reached.last}"
    return f"{reached.first}, {word}{reached.last}" if word else f"{reached.first}–{reached.last}"


def moment_views(model: Model, documents: Mapping[str, Link]) -> tuple[Moment, ...]:
    """Write the history, if it tells more than the years of the stages do; `documents` by what the history calls them."""
    told = {one.at for one in reached_stages(model.history)}
    if all(at in told and not _has_details(milestone) for at, milestone in enumerate(model.history)):
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
