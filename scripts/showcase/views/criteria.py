"""Sets of criteria as pages show them: on a model's and a document's page, and all of them with who uses them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from showcase.record.criteria import Criteria
from showcase.record.document import Document
from showcase.views import address
from showcase.views.criteria_view import CriteriaView
from showcase.views.document_page import document_link
from showcase.views.list_page import Pager, make_pager
from showcase.views.page import Head, Link, SiteFacts
from showcase.words.collation import sort_key
from showcase.words.text import match_key, slug

PAGE_SIZE = 40
"""Sets on one page."""
_MOST_USERS = 12
_LEAD = (
    "Nhiều nơi đặt cho mô hình của mình những tiêu chí để dân biết, dân soi. Ở đây là từng bộ, đúng như nguồn kể, và "
    "những nơi dùng. Cùng một tên mà các mục khác nhau thì đứng riêng; mục nào nguồn không liệt kê thì nói là không."
)


@dataclass(frozen=True, slots=True)
class CriteriaUse:
    """A set and who uses it; `more` counts those for whom there is no room."""

    anchor: str
    criteria: CriteriaView
    users: tuple[Link, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CriteriaPage:
    """One page of `/tieu-chi/`."""

    head: Head
    lead: str
    sets: tuple[CriteriaUse, ...]
    pager: Pager | None


def criteria_views(sets: Iterable[Criteria], documents: Mapping[str, Document]) -> tuple[CriteriaView, ...]:
    """Give the sets that a model or a document names; those of a document that holds them stand in their place."""
    return tuple(_views(sets, documents))


def _views(sets: Iterable[Criteria], documents: Mapping[str, Document]) -> Iterator[CriteriaView]:
    for one in sets:
        holder = documents.get(one.held_by)
        if holder:
            held = [own for own in holder.criteria if not own.held_by]
            yield from (CriteriaView(own.name, own.groups, document_link(holder)) for own in held)
        elif not one.held_by:
            yield CriteriaView(one.name, one.groups)


def all_uses(users: Iterable[tuple[Link, tuple[CriteriaView, ...]]]) -> tuple[CriteriaUse, ...]:
    """Give every set once, with who uses it, as Vietnamese sort their names: sets are one where every word of them is."""
    found: dict[tuple[object, ...], tuple[CriteriaView, list[Link]]] = {}
    for user, sets in users:
        for one in sets:
            key = (
                match_key(one.name),
                tuple((match_key(name), tuple(map(match_key, items))) for name, items in one.groups),
            )
            view, links = found.setdefault(key, (one, []))
            links.append(user)
            if one.whose and not view.whose:
                found[key] = one, links
    ordered = sorted(found.values(), key=lambda pair: (sort_key(pair[0].name), -len(pair[1])))
    return tuple(_numbered(ordered))


def pages_of_criteria(uses: Sequence[CriteriaUse]) -> int:
    """Count the pages that the sets take, at least one."""
    return max(1, -(-len(uses) // PAGE_SIZE))


def criteria_page(uses: Sequence[CriteriaUse], number: int, site: SiteFacts) -> CriteriaPage:
    """Compute a page of the list of sets."""
    last = pages_of_criteria(uses)
    return CriteriaPage(
        head=Head(
            title="Các bộ tiêu chí",
            description="Những bộ tiêu chí mà các mô hình “Dân vận khéo” và văn bản của phong trào dùng, đúng như nguồn kể, và ai dùng.",
            address=address.page(address.CRITERIA, number),
            section="gioi-thieu",
            site=site,
            number=number,
        ),
        lead=_LEAD if number == 1 else "",
        sets=tuple(uses[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]),
        pager=make_pager(address.CRITERIA, number, last) if last > 1 else None,
    )


def _numbered(ordered: Iterable[tuple[CriteriaView, list[Link]]]) -> Iterator[CriteriaUse]:
    """Yield the sets; of several with one name the anchors are numbered."""
    seen: dict[str, int] = {}
    for view, links in ordered:
        name = slug(view.name) or "bo"
        seen[name] = seen.get(name, 0) + 1
        anchor = name if seen[name] == 1 else f"{name}-{seen[name]}"
        users = tuple(dict.fromkeys(links))
        yield CriteriaUse(anchor, view, users[:_MOST_USERS], max(0, len(users) - _MOST_USERS))
