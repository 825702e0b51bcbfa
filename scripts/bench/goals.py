"""What the build is meant to be, as ratios, and how soon the preview answers, in seconds that people feel; all is told, nothing asserted."""

from collections.abc import Iterator
from dataclasses import dataclass

from bench.contestants import COLD, NOTHING, SENTENCE, TITLE
from bench.page_weight import is_filling
from bench.preview import SHOWN
from bench.search_weight import QUESTIONS
from bench.summary import Summary

_SEARCH_BYTES = 120_000, 80_000
"""For the first results and for later ones."""
_WITH_SEARCH = {COLD: 1.35, SENTENCE: 2.0}
"""How much longer a build may take that makes the search too."""
_SHOWN_WITHIN = {1366: 0.5, 13_663: 1.2}
"""Seconds from a save to the words on the page, in a catalogue of at most so many models."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A ratio (or bytes, or seconds, where it says so) that was found, and the most that it should be."""

    what: str
    found: float
    most: float

    @property
    def is_met(self) -> bool:
        """Whether it is so."""
        return self.found <= self.most


def goals(summary: Summary) -> Iterator[Goal]:
    """Yield every goal that the sizes measured can tell of."""
    for size in summary.sizes:
        yield from _of_size(summary, size)
    for small, large in zip(summary.sizes, summary.sizes[1:], strict=False):
        if 9 <= large / small <= 11:
            grown = summary.wall(large, "ours", COLD) / summary.wall(small, "ours", COLD)
            yield Goal(f"{large}: growth of a cold build from {small}", grown, 11)
    first, last = summary.sizes[0], summary.sizes[-1]
    if first != last:
        for page in (page for page in summary.weights[last] if not (is_filling(page) or page in QUESTIONS)):
            weight = summary.weights[last][page]
            yield Goal(f"{last}: {page}, bytes by those at {first}", weight / summary.weights[first][page], 1.05)


def _of_size(summary: Summary, size: int) -> Iterator[Goal]:
    cold = summary.wall(size, "ours", COLD)
    yield Goal(f"{size}: cold by Hugo's cold", cold / summary.wall(size, "hugo", COLD), 1.0)
    yield Goal(f"{size}: cold by bare Hugo's cold", cold / summary.wall(size, "bare hugo", COLD), 2.3)
    if (size, "mkdocs", COLD) in summary.runs:
        yield Goal(f"{size}: cold by MkDocs' cold (with search)", cold / summary.wall(size, "mkdocs", COLD), 0.15)
    yield Goal(f"{size}: one sentence changed by own cold", summary.wall(size, "ours", SENTENCE) / cold, 0.06)
    yield Goal(f"{size}: one title changed by own cold", summary.wall(size, "ours", TITLE) / cold, 0.15)
    yield Goal(f"{size}: nothing changed by own cold", summary.wall(size, "ours", NOTHING) / cold, 0.02)
    for what, most in _WITH_SEARCH.items():
        searched = summary.wall(size, "ours, with search", what)
        yield Goal(f"{size}: {what}, with search by without", searched / summary.wall(size, "ours", what), most)
    yield Goal(f"{size}: peak memory by Hugo's", summary.memory(size, "ours") / summary.memory(size, "hugo"), 0.35)
    if within := next((seconds for most, seconds in _SHOWN_WITHIN.items() if size <= most), None):
        yield Goal(f"{size}: preview, {SHOWN}, seconds", summary.previews[size][SHOWN], within)
    for question, most in zip(QUESTIONS, _SEARCH_BYTES, strict=True):
        if sent := summary.weights[size].get(question):
            yield Goal(f"{size}: {question}, bytes on the way", sent, most)
