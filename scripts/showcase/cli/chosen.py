"""Which findings belong to the paths that were named: those of their folders, and those that tell of two files, of which one is theirs."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from showcase.record.submission import MODEL_FILE
from showcase.rules import field, host_kind, indicator, theme
from showcase.words.problem import Problem

_ASKING = {
    "linh-vuc.yaml": field.NAME,
    "chu-de.yaml": theme.NAME,
    "don-vi.yaml": host_kind.NAME,
    "chi-so.yaml": indicator.NAME,
}
"""The rule that looks into each vocabulary: what it finds elsewhere may be due to a change there."""


class OutsideError(Exception):
    """A path lies neither in the folder of models nor in docs/; the message is the path."""


class Chosen:
    """The paths that were named, as findings name them; a file in a model's folder stands for the folder."""

    def __init__(self, paths: Sequence[Path], models: Path) -> None:
        """Take paths that may be gone by now; raises OutsideError."""
        self._shown = [_shown(path, models) for path in paths]
        self._names = [f"'{Path(shown).name}'" for shown in self._shown]
        self._rules = {rule for shown in self._shown for rule in _rules(shown, models)}

    def has(self, problem: Problem) -> bool:
        """Tell whether a finding stands at one of the paths, or above it, or names it."""
        at = problem.spot.path
        return (
            problem.rule in self._rules
            or any(_is_under(at, shown) or _is_under(shown, at) for shown in self._shown)
            or any(f"{shown}/" in problem.message or f"{shown}:" in problem.message for shown in self._shown)
            or any(name in problem.message for name in self._names)
        )


def _shown(path: Path, models: Path) -> str:
    """Write a path as findings do, below the folder of models as that was given, or below docs/."""
    for root in (models, Path("docs")):
        place, top = os.path.abspath(path), os.path.abspath(root)  # noqa: PTH100 - a link is asked about as it lies there
        if not _is_under(place, top):
            place, top = str(path.resolve()), str(root.resolve())
        if _is_under(place, top):
            shown = root / os.path.relpath(place, top)
            is_part = shown.name == MODEL_FILE or (not shown.is_dir() and (shown.parent / MODEL_FILE).is_file())
            return (shown.parent if is_part else shown).as_posix()
    raise OutsideError(str(path))


def _rules(shown: str, models: Path) -> Iterator[str]:
    folder = (models / "_vocabulary").as_posix()
    for file, rule in _ASKING.items():
        if _is_under(f"{folder}/{file}", shown) or shown == f"{folder}/{file}":
            yield rule


def _is_under(path: str, top: str) -> bool:
    return path == top or path.startswith(f"{top.rstrip('/')}/")
