"""A mistake in someone's file is a value with a place; it is never an exception."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from showcase.words.safe_line import safe_line


class Severity(Enum):
    """How much a problem weighs; the value is the word of the JSON format."""

    ERROR = "error"
    ADVICE = "advice"

    @property
    def label(self) -> str:
        """The word that an editor reads."""
        return "lỗi" if self is Severity.ERROR else "nhắc"


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A place in a file: path with forward slashes, line and column counted from 1."""

    path: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding: where, how grave, the stable name of its rule, and a Vietnamese sentence with the way out."""

    spot: Spot
    severity: Severity
    rule: str
    message: str

    def __str__(self) -> str:
        """Return the line that the format prescribes: `path:5:11: lỗi [rule] sentence`, of which nobody obeys a part."""
        spot = self.spot
        return safe_line(f"{spot.path}:{spot.line}:{spot.column}: {self.severity.label} [{self.rule}] {self.message}")


Row = tuple[str, int, int, str, str, str]
"""A problem as plain values: path, line, column, the severity's word, rule, message."""


def as_row(problem: Problem) -> Row:
    """Give a problem as a row, to be kept."""
    spot = problem.spot
    return spot.path, spot.line, spot.column, problem.severity.value, problem.rule, problem.message


def of_row(row: Row) -> Problem:
    """Give the problem of a row; ValueError or TypeError where it is none."""
    path, line, column, severity, rule, message = row
    return Problem(Spot(path, line, column), Severity(severity), rule, message)


def count_errors(problems: Iterable[Problem]) -> int:
    """Count the findings that stop publication."""
    return sum(problem.severity is Severity.ERROR for problem in problems)


def in_order(problems: list[Problem]) -> list[Problem]:
    """Sort by file, line and column, and drop exact repeats."""
    unique = dict.fromkeys(problems)
    return sorted(unique, key=lambda problem: (problem.spot, problem.severity.value != "error", problem.rule))
