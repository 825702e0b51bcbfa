"""What a build left behind: files and bytes, those that it wrote among them, and how heavy the pages of readers are."""

import os
import statistics
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FILLING = ("a province, first page",)
"""Pages that hold less than a full list in a small catalogue: told, but no measure of growth."""


@dataclass(frozen=True, slots=True)
class Footprint:
    """Files and bytes of a site, and of the folders of a run those that were written since its start."""

    files: int
    size: int
    files_written: int
    size_written: int


def footprint(site: Path, kept: tuple[Path, ...], since: float) -> Footprint:
    """Count a site, and what was written in it and in the `kept` folders (caches) since a time by the clock."""
    statuses = list(_statuses(site))
    written = [status for folder in (site, *kept) for status in _statuses(folder) if status.st_mtime >= since]
    return Footprint(
        files=len(statuses),
        size=sum(status.st_size for status in statuses),
        files_written=len(written),
        size_written=sum(status.st_size for status in written),
    )


def page_weights(site: Path, models: tuple[str, ...]) -> dict[str, int]:
    """Give bytes of HTML of the same pages in a catalogue of any size; of models the median."""
    return {
        "model page": round(statistics.median(_size(site / "mo-hinh" / model) for model in models)),
        "all models, first page": _size(site / "mo-hinh"),
        "a field, first page": _size(site / "linh-vuc" / "kinh-te"),
        "a province, first page": _size(site / "dia-phuong" / "ha-noi"),
        "front page": _size(site),
    }


def _size(page: Path) -> int:
    return (page / "index.html").stat().st_size


def _statuses(folder: Path) -> Iterator[os.stat_result]:
    for parent, _, names in os.walk(folder):
        yield from (os.stat(os.path.join(parent, name)) for name in names)  # noqa: PTH116, PTH118 - 40,000 times
