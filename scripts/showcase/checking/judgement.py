"""A judgement is what was found of a model's folder; it is packed as plain values, which are read back three times as fast."""

import pickle
from typing import Any, NamedTuple

from showcase.record.declaration import Declaration, declaration_of
from showcase.record.summary import Summary, summary_of
from showcase.words.problem import Problem, as_row, count_errors, of_row


class Judgement(NamedTuple):
    """What was found of a model's folder.

    `digest` stands for the bytes of its files, `day` is the day on which they were judged (`date.toordinal`); `summary` is
    None where a problem is an error or no model was wanted, else `summary_digest` stands for it, and `rows_digest` for its
    rows of the open data's tables.
    """

    digest: str
    day: int
    declaration: Declaration
    summary: Summary | None
    summary_digest: str
    rows_digest: str
    problems: tuple[Problem, ...]

    @property
    def is_sound(self) -> bool:
        """No problem is an error."""
        return not count_errors(self.problems)


class Judged(NamedTuple):
    """A judgement packed so that it is cheap to send and to keep, with the model, its JSON and its rows of tables, b'' where none is."""

    digest: str
    packed: bytes
    model: bytes = b""
    data: bytes = b""
    table_rows: bytes = b""


def pack(judgement: Judgement) -> bytes:
    """Pack a judgement without its classes, so that it is read back three times as fast."""
    told = [as_row(problem) for problem in judgement.problems]
    return pickle.dumps((*_plain(judgement[:-1]), told), 5)


def unpack(row: bytes) -> Judgement:
    """Give back what `pack` packed."""
    digest, day, declaration, summary, summary_digest, rows_digest, problems = pickle.loads(row)  # noqa: S301 - our own file
    return Judgement(
        digest,
        day,
        declaration_of(declaration),
        summary_of(summary) if summary else None,
        summary_digest,
        rows_digest,
        tuple(of_row(problem) for problem in problems) if problems else (),
    )


def _plain(value: Any) -> Any:
    return tuple([_plain(part) for part in value]) if isinstance(value, tuple) else value
