"""Contestants take turns, run by run, so that a slow minute of the machine falls on all of them."""

import shutil
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.catalogue import PROJECT, inventions
from bench.contestants import COLD, LABEL, MAKERS, NOTHING, SENTENCE, TITLE, TODAY, Contestant
from bench.footprint import Footprint, footprint
from bench.machine import load
from bench.meter import Reading, measure
from bench.page_weight import page_weights
from bench.pictures import write_photos
from bench.search_weight import search_weights

RUNS = (COLD, NOTHING, SENTENCE, TITLE, LABEL)
_SAME = 137
"""Models whose pages are weighed: the first of every catalogue are the same."""

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Run:
    """One measured run; `load` is the machine's when it began."""

    size: int
    name: str
    what: str
    reading: Reading
    footprint: Footprint
    load: float


def race(size: int, rounds: int, slow_rounds: int, work: Path, tell: Tell) -> tuple[list[Run], dict[str, int]]:
    """Let all run at one size; gives the runs, and bytes of pages of ours and of a search.

    `slow_rounds` are those in which MkDocs takes part, which needs minutes where the others need seconds.
    """
    contestants = [_made(make, work, size, tell) for make in MAKERS]
    runs = [
        _timed(contestant, what, turn, size, tell)
        for turn in range(rounds)
        for what in RUNS
        for contestant in _taking_part(contestants, what, is_slow_round=turn < slow_rounds)
    ]
    first_models = tuple(invention.id for invention in inventions(min(size, _SAME)))
    ours, searched = contestants[:2]
    weights = page_weights(ours.folder / ours.site, first_models) | search_weights(searched.folder / searched.site)
    return runs, weights


def race_pictures(rounds: int, work: Path, tell: Tell) -> dict[str, list[tuple[int, Reading]]]:
    """Let the photo store and the plain loop take turns; gives (pictures, reading) of each run."""
    write_photos(work / "photos")
    found: dict[str, list[tuple[int, Reading]]] = {"ours": [], "plain": []}
    for turn in range(rounds):
        for who, readings in found.items():
            out = work / f"{who}-{turn}"
            command = (sys.executable, "-m", "bench.pictures", who, str(work / "photos"), str(out))
            reading = measure(command, work, {"PYTHONPATH": str(PROJECT / "scripts"), "SOURCE_DATE_EPOCH": TODAY})
            tell(f"pictures, {who}: {reading.wall:.1f} s")
            readings.append((int(reading.output), reading))
    shutil.rmtree(work)
    return found


def _made(make: Callable[[Path, int], Contestant], work: Path, size: int, tell: Tell) -> Contestant:
    folder = work / make.__name__
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    contestant = make(folder, size)
    tell(f"{size}: {contestant.name} is ready")
    return contestant


def _taking_part(contestants: Sequence[Contestant], what: str, *, is_slow_round: bool) -> Iterator[Contestant]:
    """Yield those who can do a run: MkDocs only ever starts afresh, and only where it has the time."""
    for contestant in contestants:
        is_able = what in contestant.changes or (what == NOTHING and contestant.changes)
        if is_able or (what == COLD and (contestant.changes or is_slow_round)):
            yield contestant


def _timed(contestant: Contestant, what: str, turn: int, size: int, tell: Tell) -> Run:
    if what == COLD:
        contestant.forget()
    elif what in contestant.changes:
        contestant.changes[what](turn)
    before, since = load(), time.time()
    reading = measure(contestant.command, contestant.folder, contestant.environment)
    kept = tuple(contestant.folder / name for name in contestant.kept)
    left = footprint(contestant.folder / contestant.site, kept, since)
    tell(
        f"{size}: {contestant.name}, {what}: {reading.wall:.2f} s, processor {reading.processor:.2f} s, "
        f"{reading.memory / 1e6:.0f} MB (load {before:.1f})"
    )
    return Run(size, contestant.name, what, reading, left, before)
