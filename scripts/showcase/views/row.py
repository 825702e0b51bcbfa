"""In a row of models each sees those next to it, and one mark stands for what it sees; nothing here knows what a row is about."""

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["Place", "Row", "even"]

_WIDTH = 32
"""Signs of a mark: more than the longest has, so that the marks of neighbours are one part of a long text and soon taken."""


def even(mark: str) -> str:
    """Give a mark the width that a row takes."""
    return mark.ljust(_WIDTH)


@dataclass(slots=True)
class Row:
    """Models by id, in order, and their marks, all of one width, which are put in once all models stand there."""

    ids: list[str] = field(default_factory=list)
    marks: str = ""

    def mark(self, marks: Mapping[str, str]) -> None:
        """Put in the marks of the models, given by id as `even` makes them."""
        self.marks = "".join([marks[model_id] for model_id in self.ids])

    def near(self, at: int, reach: int) -> list[str]:
        """Give those that stand up to so many places before and after one, with it between them."""
        return self.ids[max(0, at - reach) : at + reach + 1]

    def mark_near(self, at: int, reach: int) -> str:
        """Give the mark of all whom `near` gives."""
        return self.marks[max(0, at - reach) * _WIDTH : (at + reach + 1) * _WIDTH]

    def after(self, at: int, count: int) -> list[str]:
        """Give so many as come after one and, past the end, from the beginning on, as in a ring; never the one itself."""
        following = self.ids[at + 1 : at + 1 + count]
        return following + self.ids[: min(at, count - len(following))]

    def mark_after(self, at: int, count: int) -> str:
        """Give the mark of all whom `after` gives."""
        following = self.marks[(at + 1) * _WIDTH : (at + 1 + count) * _WIDTH]
        return following + self.marks[: min(at * _WIDTH, count * _WIDTH - len(following))]


Place = tuple[Row, int]
"""A row, and where in it a model stands."""
