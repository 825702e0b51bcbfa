"""Medians of what was measured, as values; how they are printed is not known here."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from bench.contestants import COLD
from bench.race import Run


@dataclass(frozen=True, slots=True)
class Middle:
    """Medians of equal runs: seconds, bytes, files, load; `runs` counts them."""

    runs: int
    wall: float
    processor: float
    memory: int
    files: int
    size: int
    files_written: int
    size_written: int
    load: float


@dataclass(frozen=True, slots=True)
class Summary:
    """Medians by (size, contestant, run); by size, bytes of our pages and seconds of the preview."""

    runs: dict[tuple[int, str, str], Middle]
    weights: dict[int, dict[str, int]]
    previews: dict[int, dict[str, float]]

    @property
    def sizes(self) -> tuple[int, ...]:
        """The sizes measured, smallest first."""
        return tuple(sorted(self.weights))

    def wall(self, size: int, name: str, what: str) -> float:
        """Give seconds by the clock."""
        return self.runs[size, name, what].wall

    def memory(self, size: int, name: str) -> int:
        """Give bytes at the peak of a cold build."""
        return self.runs[size, name, COLD].memory


def summarise(
    runs: Iterable[Run], weights: dict[int, dict[str, int]], previews: dict[int, dict[str, float]]
) -> Summary:
    """Take medians of equal runs."""
    equal: dict[tuple[int, str, str], list[Run]] = defaultdict(list)
    for run in runs:
        equal[run.size, run.name, run.what].append(run)
    return Summary({key: _middle(members) for key, members in equal.items()}, weights, previews)


def _middle(runs: list[Run]) -> Middle:
    return Middle(
        runs=len(runs),
        wall=median(run.reading.wall for run in runs),
        processor=median(run.reading.processor for run in runs),
        memory=round(median(run.reading.memory for run in runs)),
        files=runs[-1].footprint.files,
        size=runs[-1].footprint.size,
        files_written=round(median(run.footprint.files_written for run in runs)),
        size_written=round(median(run.footprint.size_written for run in runs)),
        load=median(run.load for run in runs),
    )
