"""The questions of the search bench and what is measured of their answers; nothing here knows a browser."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.catalogue import PROJECT

QUESTIONS = PROJECT / "tests" / "queries.tsv"
_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody types, in which catalogue, and the ids of the models that must come first, in any order."""

    catalogue: str
    text: str
    first: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """Of several questions: recall among the first ten, mean reciprocal rank, how many were answered as they must be."""

    recall: float
    reciprocal: float
    right: int
    asked: int


def questions(path: Path = QUESTIONS) -> Iterator[Question]:
    """Read the table: one question a line, after the line that names the columns."""
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        catalogue, text, first = line.split("\t")
        yield Question(catalogue, text, tuple(first.split(",")))


def is_right(question: Question, found: Sequence[str]) -> bool:
    """Tell whether the models that must come first do."""
    return set(found[: len(question.first)]) == set(question.first)


def score(pairs: Sequence[tuple[Question, Sequence[str]]]) -> Score:
    """Measure answers: each question with the ids that were found, the best first."""
    recalls = [len(set(question.first) & set(found[:_SHOWN])) / len(question.first) for question, found in pairs]
    ranks = [
        next((n for n, found_id in enumerate(found, 1) if found_id in question.first), 0) for question, found in pairs
    ]
    return Score(
        sum(recalls) / len(pairs),
        sum(1 / rank for rank in ranks if rank) / len(pairs),
        sum(is_right(*pair) for pair in pairs),
        len(pairs),
    )
