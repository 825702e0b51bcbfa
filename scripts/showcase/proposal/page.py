"""The page of a proposal is one file: each model as it would be, what is wrong with it beside it, and its texts before and after."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from showcase.preview.overlay import Row, counted, rows
from showcase.proposal.proposal import Proposal
from showcase.proposal.subject import Subject
from showcase.views.page import SiteFacts
from showcase.views.saved_copy import SavedCopy
from showcase.views.text_changes import TextChange
from showcase.words.numbers import write_number
from showcase.words.problem import Problem
from showcase.words.safe_line import safe_line

MOST_SUBJECTS, MOST_COPIES = 200, 30
"""Things that are told of one by one, and those of which the whole page is shown."""
_MOST_NAMES, _MOST_ROWS, _MOST_CHANGES = 50, 100, 200
_SHORT = 10
"""Letters of a commit's name."""


class SubjectView(NamedTuple):
    """One thing as it is shown; `former` is where it lay before, and `unshown` says why there is no copy."""

    path: str
    title: str
    fate: str
    former: str
    is_also_changed: bool
    counted: str
    rows: tuple[Row, ...]
    files: tuple[tuple[str, str], ...]
    changes: tuple[TextChange, ...]
    more_changes: str
    copy: SavedCopy | None
    unshown: str


class ProposalPage(NamedTuple):
    """Everything on the page."""

    site: str
    title: str
    lead: str
    base: str
    proposed: str
    subjects: tuple[SubjectView, ...]
    more_subjects: str
    outside: tuple[str, ...]
    more_outside: str
    elsewhere: tuple[Row, ...]
    more_elsewhere: str


class Findings(NamedTuple):
    """What is wrong: with each of the subjects, in their order, and with all other files."""

    of_subjects: tuple[tuple[Problem, ...], ...]
    elsewhere: tuple[Problem, ...]

    @property
    def in_order(self) -> list[Problem]:
        """All of them, those of what was changed first, errors before advice."""
        own = [problem for found in self.of_subjects for problem in found]
        return [*_graver_first(own), *_graver_first(self.elsewhere)]


def findings(problems: Sequence[Problem], subjects: Sequence[Subject]) -> Findings:
    """Sort problems by what they are about."""
    owners = {
        path: number for number, subject in enumerate(subjects) for path in (subject.path, subject.former) if path
    }
    own: list[list[Problem]] = [[] for _ in subjects]
    elsewhere: list[Problem] = []
    for problem in problems:
        path = problem.spot.path
        while path and path not in owners:
            path = path.rpartition("/")[0]
        (own[owners[path]] if path else elsewhere).append(problem)
    return Findings(tuple(map(tuple, own)), tuple(elsewhere))


def proposal_page(
    proposal: Proposal, subjects: Sequence[SubjectView], in_all: int, found: Findings, site: SiteFacts
) -> ProposalPage:
    """Compute the page; `in_all` counts the subjects, shown or not."""
    outside = tuple(map(safe_line, proposal.outside))
    told = counted(found.in_order)
    return ProposalPage(
        site=site.name,
        title=f"{write_number(in_all)} mục thay đổi",
        lead=f"Máy đã kiểm tra: {told}." if told else "Máy đã kiểm tra: không có gì phải sửa.",
        base=proposal.base[:_SHORT],
        proposed=proposal.head[:_SHORT],
        subjects=tuple(subjects),
        more_subjects=_more(in_all - len(subjects), "mục nữa"),
        outside=outside[:_MOST_NAMES],
        more_outside=_more(len(outside) - _MOST_NAMES, "tệp nữa"),
        elsewhere=_rows(found.elsewhere),
        more_elsewhere=_more(len(found.elsewhere) - _MOST_ROWS, "điều nữa"),
    )


def subject_view(subject: Subject, problems: Sequence[Problem], copy: SavedCopy | None, unshown: str) -> SubjectView:
    """Compute one thing; of a new model that is shown whole, no text is told twice."""
    changes = () if copy and subject.is_new else subject.changes
    return SubjectView(
        path=safe_line(subject.path),
        title=subject.title,
        fate=subject.fate,
        former=safe_line(subject.former),
        is_also_changed=subject.is_also_changed,
        counted=counted(problems),
        rows=_rows(problems),
        files=subject.files[:_MOST_NAMES],
        changes=changes[:_MOST_CHANGES],
        more_changes=_more(len(changes) - _MOST_CHANGES, "chỗ nữa"),
        copy=copy,
        unshown=unshown,
    )


def _rows(problems: Sequence[Problem]) -> tuple[Row, ...]:
    """Write problems as they are shown; a name that git knows may hold anything."""
    told = rows(_graver_first(problems)[:_MOST_ROWS])
    return tuple(replace(row, spot=safe_line(row.spot)) for row in told)


def _graver_first(problems: Sequence[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda problem: problem.severity.value != "error")


def _more(number: int, what: str) -> str:
    return f"Và {write_number(number)} {what}." if number > 0 else ""
