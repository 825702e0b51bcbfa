"""What is asked of a build, and what it answers: values and nothing else."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from showcase.words.problem import Problem, count_errors

Progress = Callable[[int, int], None]
"""Told (done, in all) as outputs are made."""


@dataclass(frozen=True, slots=True)
class Options:
    """What is to be built: of which models and of which configuration of MkDocs, where, with what is kept in `cache`.

    `cluster` is the address of a Dask scheduler whose workers shall make the renditions of photos; '' is this machine.
    """

    models: Path
    site: Path
    config: Path
    cache: Path
    is_searched: bool = True
    cluster: str = ""


@dataclass(frozen=True, slots=True)
class Published:
    """What a build did: files in all, pages among them, written anew, removed; (path, why) of each page that failed."""

    files: int
    pages: int
    written: int
    removed: int
    troubles: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Built:
    """What a build found and did; `published` is None where errors kept it from publishing."""

    problems: tuple[Problem, ...]
    models: int
    published: Published | None

    @property
    def errors(self) -> int:
        """How many findings stop publication."""
        return count_errors(self.problems)
