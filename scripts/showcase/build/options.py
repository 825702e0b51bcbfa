"""What is asked of a build, and what it answers: values and nothing else."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

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


class Extent(NamedTuple):
    """What a static host has to take: files, the bytes of all, the path of the largest and its bytes."""

    files: int
    bytes: int
    largest: str
    largest_bytes: int


@dataclass(frozen=True, slots=True)
class Published:
    """What a build did: pages in all, files written anew and removed; how large the site is, and its address, '' while unknown.

    A site that `takes_contributions` says where readers send them. `troubles` are (path, why) of each page that failed; `lost`
    are addresses of models of which nothing stands there any more.
    """

    pages: int
    written: int
    removed: int
    extent: Extent
    troubles: tuple[tuple[str, str], ...] = ()
    address: str = ""
    takes_contributions: bool = True
    lost: tuple[str, ...] = ()

    @property
    def files(self) -> int:
        """How many files the site has."""
        return self.extent.files


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
