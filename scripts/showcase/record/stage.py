"""A model has reached the stages that its milestones say, and stands at the furthest of them; nothing else is read into it.

What says a stage (`SAYS`) is a milestone of its own history. Copies, be they `da_nhan_rong` or the `hoc_tu` of others, say where it
was taken up and not that it is being multiplied, so they are told beside the stage and never raise it. A launch, a training, a
check, a review or a verdict says nothing of a stage either. An end holds only while nothing goes on after it (`_GOES_ON`).
"""

from collections.abc import Iterable
from typing import NamedTuple

from showcase.record.model import Milestone

STAGES = {
    "dang-ky": "Đã đăng ký",
    "trien-khai": "Đang làm",
    "tham-dinh": "Đã thẩm định",
    "cong-nhan": "Được công nhận",
    "khen-thuong": "Được khen",
    "nhan-rong": "Đang nhân rộng",
    "ket-thuc": "Đã kết thúc",
}
"""The stages by key, the nearest first; each bears the key of the milestone that it is called after."""
SAYS = {
    "dang-ky": "dang-ky",
    "trien-khai": "trien-khai",
    "duy-tri": "trien-khai",
    "tham-dinh": "tham-dinh",
    "cong-nhan": "cong-nhan",
    "khen-thuong": "khen-thuong",
    "nhan-rong": "nhan-rong",
    "hoan-thanh": "ket-thuc",
    "ket-thuc": "ket-thuc",
}
"""The stage that a kind of milestone says; what is not here says none."""
AT_WORK = "trien-khai"
_YEARS_UNTIL_OLD = 3
UNKNOWN_STAGE = "Chưa rõ"
"""Where no milestone says any stage; its key is ''."""
_END = "ket-thuc"
_GOES_ON = frozenset({"dang-ky", "trien-khai", "duy-tri", "nhan-rong"})
"""Milestones that take back an end before them: to be recognised or commended after it is no work."""
CHECKS = frozenset({"tham-dinh", "kiem-tra", "so-ket", "danh-gia", "tong-ket"})
"""Milestones that say that somebody looked whether the model works."""


class Reached(NamedTuple):
    """A stage that was reached: in which year first, in which year last, and at which `level` then.

    `at` counts from 0 in the history the milestone that says so last.
    """

    stage: str
    first: int
    last: int
    level: str
    at: int


def reached_stages(history: Iterable[Milestone]) -> tuple[Reached, ...]:
    """Give the stages that a history says, in the order of `STAGES`; an end only where nothing went on after it."""
    found: dict[str, Reached] = {}
    for at, milestone in enumerate(history):
        if milestone.kind in _GOES_ON:
            found.pop(_END, None)
        if stage := SAYS.get(milestone.kind, ""):
            year = milestone.in_year
            first = found[stage].first if stage in found else year
            found[stage] = Reached(stage, first, year, milestone.level, at)
    return tuple([found[stage] for stage in STAGES if stage in found])


def registered_years(history: Iterable[Milestone]) -> tuple[int, ...]:
    """Give the years in which the model was registered, each once; all after the first are registrations anew."""
    return tuple(dict.fromkeys(milestone.in_year for milestone in history if milestone.kind == "dang-ky"))


def yearly_verdicts(history: Iterable[Milestone]) -> tuple[tuple[int, str], ...]:
    """Give each year of an assessment with its last verdict: `hieu-qua` or `chua-hieu-qua`."""
    verdicts = {milestone.in_year: milestone.rating for milestone in history if milestone.kind == "danh-gia"}
    return tuple(verdicts.items())


def checked_year(history: Iterable[Milestone]) -> int:
    """Give the year in which somebody last looked whether the model works, 0 where nothing says so."""
    return max((milestone.in_year for milestone in history if milestone.kind in CHECKS), default=0)


def latest_of_old(year: int) -> int:
    """Give the year up to which, seen from another, the last news of a model at work is too old to say that it still is."""
    return year - _YEARS_UNTIL_OLD
