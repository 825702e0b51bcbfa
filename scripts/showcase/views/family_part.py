"""What one page of a family's tree shows, cut from the walk; still the catalogue's values, to be sent to whoever makes the page.

A page has so many steps of the walk, be they members or copies without an entry. It opens with the line of teachers
above its first step, of which the middle is left out where it is long: no page grows with a family.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

from showcase.record.family import Family, Member
from showcase.record.summary import CopyRow, Summary
from showcase.views import address
from showcase.views.spread import Spread, measured

PAGE_SIZE = 40
"""Steps of the walk on one page."""
_NEAREST = 3
"""Teachers that a page opens with besides the root; a gap of fewer than two would save nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyPart:
    """The page of this `number`; `above` are the teachers of its first step that are shown, `members` those with a step here."""

    root: Summary
    spread: Spread
    number: int
    pages: int
    above: tuple[Member, ...]
    members: tuple[Member, ...]

    def steps(self) -> Iterator[tuple[Member, int | None]]:
        """Yield each step of the page: a member with None, or with the place of one of its copies."""
        start = (self.number - 1) * PAGE_SIZE
        for member in self.members:
            if member.at >= start:
                yield member, None
            first, end = start - member.at - 1, start + PAGE_SIZE - member.at - 1
            yield from ((member, copy) for copy in _by_year(member.model.copies)[max(0, first) : max(0, end)])


def _by_year(copies: tuple[CopyRow, ...]) -> list[int]:
    """Give the places of copies in the order of their years, those without one last."""
    years = [year for *_, year, _, _ in copies]
    return sorted(range(len(copies)), key=lambda at: years[at] or inf)


def pages_of(family: Family) -> int:
    """How many pages a family's tree takes."""
    return -(-family.size // PAGE_SIZE)


def page_of(member: Member) -> int:
    """Give the number of the page of its family's tree on which a member stands."""
    return member.at // PAGE_SIZE + 1


def place_of(member: Member) -> str:
    """Give the anchor of a member on its page; '' for the root, which opens the first."""
    return address.member(member.model.id) if member.at else ""


def tree_address(family: Family, member: Member) -> str:
    """Give where in its family's tree a member stands."""
    page, place = address.page(address.family(family.root.id), page_of(member)), place_of(member)
    return f"{page}#{place}" if place else page


def family_part(family: Family, number: int) -> FamilyPart:
    """Cut the page of that number from a family."""
    start = (number - 1) * PAGE_SIZE
    members = tuple(
        member
        for member in family.members
        if member.at < start + PAGE_SIZE and member.at + len(member.model.copies) >= start
    )
    return FamilyPart(
        root=family.root,
        spread=measured(family),
        number=number,
        pages=pages_of(family),
        above=_shortened(_above(family, start)),
        members=members,
    )


def _above(family: Family, start: int) -> tuple[Member, ...]:
    """Give the teachers of the step at a place, the root first: each is the last before it of an elder generation."""
    found: list[Member] = []
    before = [member for member in family.members if member.at < start]
    here = next((member for member in family.members if member.at == start), None)
    generation = here.generation if here else before[-1].generation + 1
    for member in reversed(before):
        if member.generation < generation:
            found.append(member)
            generation = member.generation
    return tuple(reversed(found))


def _shortened(above: tuple[Member, ...]) -> tuple[Member, ...]:
    return above if len(above) <= _NEAREST + 2 else (above[0], *above[-_NEAREST:])
