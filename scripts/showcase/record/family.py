"""A family of copies is a tree: a model that learned from none on show, those who learned from it, and so on; no pages here.

Each stands in the order of a walk: a model, the places that copied it without an entry of their own, then each who
learned from it with all of theirs. Who stands in a circle, which a rule forbids, belongs to no family.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from showcase.record.summary import Summary

__all__ = ["Family", "Member", "grown_families"]


class Member(NamedTuple):
    """A model in its family: of which generation, the root's being 1, and where in the walk it stands, from 0."""

    model: Summary
    generation: int
    at: int


class Family(NamedTuple):
    """The members in the order of the walk, the root first."""

    members: tuple[Member, ...]

    @property
    def root(self) -> Summary:
        """The model that all of it began with."""
        return self.members[0].model

    @property
    def size(self) -> int:
        """How many stand in the tree: members, and copies without an entry."""
        last = self.members[-1]
        return last.at + 1 + len(last.model.copies)

    @property
    def spread(self) -> int:
        """How many places the root has spread to."""
        return self.size - 1


def grown_families(
    models: Iterable[Summary], learners: Mapping[str, tuple[Summary, ...]], is_taught: Callable[[Summary], bool]
) -> Iterator[Family]:
    """Yield the family of each model that was copied and `is_taught` by none; `learners` are in order by teacher."""
    for model in models:
        if (model.copies or model.id in learners) and not is_taught(model):
            yield Family(tuple(_walk(model, learners)))


def _walk(root: Summary, learners: Mapping[str, tuple[Summary, ...]]) -> Iterator[Member]:
    """Walk down from the root: each has one teacher at most, so nobody is met twice, and a thousand generations are no depth."""
    waiting, at = [(root, 1)], 0
    while waiting:
        model, generation = waiting.pop()
        yield Member(model, generation, at)
        at += 1 + len(model.copies)
        waiting += [(learner, generation + 1) for learner in reversed(learners.get(model.id, ()))]
