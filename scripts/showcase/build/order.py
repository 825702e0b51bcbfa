"""What is asked of a build, and what it answers: values and nothing else."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from showcase.words.problem import Problem, count_errors

Progress = Callable[[int, int], None]
"""Told (done, in all) as outputs are made."""


class Manner(Enum):
    """How a site is brought to what its outputs say."""

    USUAL = auto()
    FRESH = auto()
    """Another program has just filled the folder for us: nothing that the ledger says of it is true."""
    SPARING = auto()
    """What is gone stays where it is for now: somebody else still names it."""


@dataclass(frozen=True, slots=True)
class Order:
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
    """What a build did: files in all, made anew, removed; pages in all; (path, why) of each page that failed."""

    files: int
    made: int
    removed: int
    pages: int
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
