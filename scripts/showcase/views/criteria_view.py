"""What a page shows of one set of criteria."""

from dataclasses import dataclass

from showcase.views.page import Link


@dataclass(frozen=True, slots=True)
class CriteriaView:
    """A set: its groups with their items, none where the source lists none; `whose` leads to the document that holds it."""

    name: str
    groups: tuple[tuple[str, tuple[str, ...]], ...]
    whose: Link | None = None
