"""What a build left behind: files and bytes, and those that it wrote among them."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


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


def _statuses(folder: Path) -> Iterator[os.stat_result]:
    for parent, _, names in os.walk(folder):
        yield from (os.stat(os.path.join(parent, name)) for name in names)  # noqa: PTH116, PTH118 - 40,000 times
