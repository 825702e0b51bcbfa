"""A row is models in one order, of which each page shows the neighbours of one; it costs nothing to know where one stands."""

from dataclasses import dataclass, field

__all__ = ["Place", "Row"]


@dataclass(slots=True)
class Row:
    """Ids of models in their order; filled once, then only looked at."""

    ids: list[str] = field(default_factory=list)

    def near(self, at: int, reach: int) -> list[str]:
        """Give so many before and after one, with it between them."""
        return self.ids[max(0, at - reach) : at + reach + 1]

    def after(self, at: int, count: int) -> list[str]:
        """Give so many as come after one and, past the end, from the beginning on, as in a ring; never the one itself."""
        following = self.ids[at + 1 : at + 1 + count]
        return following + self.ids[: min(at, count - len(following))]


Place = tuple[Row, int]
"""A row, and where in it a model stands."""
