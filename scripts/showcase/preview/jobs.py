"""What takes long and is done in the background: reading a whole folder, judging every file, asking the catalogue's rules.

Each brings what it found in small parts, so that whoever takes them in is never busy for long.
"""

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TypeVar

from showcase.build.intake import Stamp
from showcase.preview.reading import Reading, ReadingDesk, Survey
from showcase.record.intake import Intake
from showcase.record.submission import Submission
from showcase.rules.book import CATALOGUE_RULES, check_file
from showcase.rules.setting import Setting
from showcase.words.problem import Problem, in_order

_TOLD = 8
"""Sources that are told at once: about 15 ms of work."""
_LEAST, _MOST, _SECONDS = 32, 2048, 1.0
"""Sources whose photos are inspected together: as many as this takes, so that others need not wait long for theirs."""
_BREATH = 0.6
"""Seconds in which a browser loads a page with all that belongs to it."""

Findings = Mapping[str, tuple[Problem, ...]]
Judged = tuple[Submission, tuple[Problem, ...]]
Item = TypeVar("Item")


def read_everything(
    reading: ReadingDesk,
    known: Mapping[str, Stamp],
    tell_survey: Callable[[Survey], None],
    tell_readings: Callable[[list[Reading]], None],
) -> None:
    """Look everywhere, then read what is not `known` as it is now: vocabularies first, models in the order of an intake."""
    survey = reading.survey()
    tell_survey(survey)
    new = [(source, stamp) for source, stamp in survey.stamps.items() if known.get(source) != stamp]
    size = _LEAST
    while new:
        began = time.monotonic()
        reading.prepare(new[:size])
        took = time.monotonic() - began
        for sources in _parts(new[:size], _TOLD):
            tell_readings([reading.read(source) for source, _ in sources])
        new = new[size:]
        size = max(_LEAST, size // 2) if took > _SECONDS else min(_MOST, size * 2)


def judge_everything(submissions: Iterable[Submission], setting: Setting, tell: Callable[[list[Judged]], None]) -> None:
    """Ask the rules of a file about all submissions: 6 s for 13,663."""
    for part in _parts(submissions, _TOLD):
        tell([(submission, tuple(check_file(submission, setting))) for submission in part])


def breathe(go_on: Callable[[], None]) -> None:
    """Let a browser that was just told of a change have its page before the whole catalogue is asked about."""
    time.sleep(_BREATH)
    go_on()


def ask_the_catalogue(intake: Intake, setting: Setting, is_wanted: Callable[[], bool]) -> Findings | None:
    """Ask the rules of the catalogue: 0.3 s for 13,663 models; None where the answer is no longer wanted."""
    found: list[Problem] = []
    for rule in CATALOGUE_RULES:
        if not is_wanted():
            return None
        found += rule.check(intake, setting)
    by_path: dict[str, list[Problem]] = defaultdict(list)
    for problem in in_order(found):
        by_path[problem.spot.path].append(problem)
    return {path: tuple(problems) for path, problems in by_path.items()}


def _parts(items: Iterable[Item], size: int) -> Iterator[Sequence[Item]]:
    remaining = iter(items)
    while part := list(islice(remaining, size)):
        yield part
