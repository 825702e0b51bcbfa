"""The tree of a family of copies: who learned from whom, where, when, and what came of it, as lines that nest."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from showcase.reading.form import MODEL_KINDS
from showcase.record.family import Member
from showcase.record.model import Copy
from showcase.record.reference import Reference
from showcase.record.summary import Summary
from showcase.views import address
from showcase.views.card import result_number
from showcase.views.family_part import FamilyPart
from showcase.views.linked_data import path_to
from showcase.views.list_page import Pager, make_pager
from showcase.views.page import Head, Image, Link, SiteFacts, capitalised, uncapitalised
from showcase.views.place_names import place_today, places_today
from showcase.views.spread import SpreadWords, spread_words
from showcase.words.numbers import with_unit, write_number

_GAP = 2
"""The level of the line for teachers who are left out: just below the root."""
_DEEP = 5
"""From this level on lines are no longer set in, and say in words from whom they learned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the tree: a model with its `address`, a copy without, or a `gap` of so many generations.

    `level` counts from 1 down the nested lists of the page; after the line one list opens or so many close. A teacher
    repeated from a page before `is_above`. `result` is what came of it, `sources` leads to the source of a copy.
    """

    level: int
    generation: int
    title: str = ""
    address: str = ""
    anchor: str = ""
    field: str = ""
    place: str = ""
    host: str = ""
    year: int = 0
    result: str = ""
    source: str = ""
    teacher: str = ""
    gap: int = 0
    is_above: bool = False
    opens: bool = False
    closes: int = 0

    @property
    def is_deep(self) -> bool:
        """Whether its place in the drawing no longer tells from whom it learned."""
        return self.level >= _DEEP


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyPage:
    """One page of a family's tree."""

    head: Head
    root: Link
    kicker: str
    words: SpreadWords
    lines: tuple[Line, ...]
    crumbs: tuple[Link, ...]
    pager: Pager | None

    @property
    def has_rings(self) -> bool:
        """Whether copies without an entry are drawn, as rings."""
        return any(line.title and not line.address for line in self.lines)


def family_page(part: FamilyPart, reference: Reference, site: SiteFacts, image: Image | None = None) -> FamilyPage:
    """Compute a page of a tree."""
    root, words = part.root, spread_words(part.spread, reference.gazetteer)
    first, crumbs = address.family(root.id), (Link("Lan tỏa", address.SPREADING),)
    head = Head(
        title=f"Lan tỏa: {root.title}",
        description=f"{words.sentence}.",
        address=address.page(first, part.number),
        section="mo-hinh",
        site=site,
        number=part.number,
        image=image,
    )
    return FamilyPage(
        head=replace(head, data=path_to(head, crumbs)),
        root=Link(root.title, address.model(root.id), key=root.field),
        kicker=f"{MODEL_KINDS[root.kind]} này đã lan tới đâu",
        words=words,
        lines=_nested(list(_lines(part, reference))),
        crumbs=crumbs,
        pager=make_pager(first, part.number, part.pages) if part.pages > 1 else None,
    )


class _Branch:
    """The last line of each generation: the next one of the generation below hangs from it."""

    def __init__(self) -> None:
        self._last: dict[int, tuple[int, str]] = {0: (0, "")}

    def under(self, generation: int) -> tuple[int, str]:
        """Give the level and the title of what a line of this generation hangs from."""
        return self._last[generation - 1]

    def grow(self, generation: int, level: int, title: str) -> None:
        """Take note of a line."""
        self._last[generation] = level, title


def _lines(part: FamilyPart, reference: Reference) -> Iterator[Line]:
    """Yield the lines of a page with their levels, not nested yet."""
    branch = _Branch()
    yield from _lines_above(part.above, branch, reference)
    for member, copy in part.steps():
        if copy is None:
            level, teacher = branch.under(member.generation)
            branch.grow(member.generation, level + 1, member.model.title)
            yield _line(member, level + 1, reference, teacher)
        else:
            level, _ = branch.under(member.generation + 1)
            yield _copy_line(member, copy, level + 1, reference)


def _lines_above(above: tuple[Member, ...], branch: _Branch, reference: Reference) -> Iterator[Line]:
    """Yield the teachers that a page opens with; those left out share one line."""
    known = 0
    for member in above:
        left_out = range(known + 1, member.generation)
        for generation in left_out:
            branch.grow(generation, _GAP, "")
        if left_out:
            yield Line(level=_GAP, generation=known + 1, gap=len(left_out))
        known = member.generation
        level, _ = branch.under(known)
        branch.grow(known, level + 1, member.model.title)
        line = _line(member, level + 1, reference)
        yield replace(line, is_above=True, anchor="", place="", year=0, result="")


def _line(member: Member, level: int, reference: Reference, teacher: str = "") -> Line:
    model = member.model
    return Line(
        level=level,
        generation=member.generation,
        title=model.title,
        address=address.model(model.id),
        anchor=address.member(model.id),
        field=model.field,
        place=places_today(model.located(reference.gazetteer)),
        year=model.first_year,
        result=_result(model),
        teacher=teacher,
    )


def _result(model: Summary) -> str:
    result = model.result
    if result is None:
        return ""
    before = f"{write_number(result.before)} → " if result.before is not None else ""
    return f"{result.measure}: {before}{with_unit(result_number(result), result.unit)}"


def _copy_line(member: Member, number: int, level: int, reference: Reference) -> Line:
    model = member.model
    copy = model.copy(number, reference.gazetteer)
    return Line(
        level=level,
        generation=member.generation + 1,
        title=_copy_title(copy),
        field=model.field,
        place=_now(copy),
        host=copy.host,
        year=copy.year or 0,
        source=f"{address.model(model.id)}#nguon-{copy.source}" if copy.source else "",
        teacher=model.title,
    )


def _copy_title(copy: Copy) -> str:
    """Write the place of a copy as it was written, from the smallest part on."""
    return capitalised(", ".join(part for part in (copy.detail, copy.written) if part))


def _now(copy: Copy) -> str:
    """Say where a place lies today, if it does not say so itself; `Cấp huyện` of before has no successor to name."""
    place = copy.place
    if place.commune and (place.former_district or place.unlisted):
        return f"nay thuộc {uncapitalised(place_today(place))}"
    moved = place.former_province and place.former_province.name != place.province.name
    if moved or (place.unlisted and place.province.name not in copy.written):
        return f"nay thuộc {place.province.full_name}"
    return ""


def _nested(lines: list[Line]) -> tuple[Line, ...]:
    """Say after each line which lists open or close, so that a template needs no recursion."""
    after = [line.level for line in lines[1:]] + [1]
    return tuple(
        replace(line, opens=following > line.level, closes=max(0, line.level - following))
        for line, following in zip(lines, after, strict=True)
    )
