"""Criteria are what a model or a movement asks of those who want to bear its name: “5 không, 3 sạch”, by groups, as a source lists them."""

from typing import NamedTuple

CriteriaRow = tuple[str, tuple[tuple[str, tuple[str, ...]], ...], str]
"""A set as plain values: its name, its groups, the document that holds it."""


class CriteriaGroup(NamedTuple):
    """A group of a set; without `items` the source does not list them."""

    name: str
    items: tuple[str, ...] = ()


class Criteria(NamedTuple):
    """A set of criteria, its own or that of the document `held_by`; without `groups` the source lists nothing."""

    name: str = ""
    groups: tuple[CriteriaGroup, ...] = ()
    held_by: str = ""

    def row(self) -> CriteriaRow:
        """Give it as plain values."""
        return self.name, tuple((group.name, group.items) for group in self.groups), self.held_by


def criteria_of(row: CriteriaRow) -> Criteria:
    """Give back the set that was kept as plain values."""
    name, groups, held_by = row
    return Criteria(name, tuple(CriteriaGroup(group, tuple(items)) for group, items in groups), held_by)
