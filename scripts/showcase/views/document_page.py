"""What the pages of documents say: all of them by rank, and each with what it asks for and what rests on it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from showcase.reading.form import DOCUMENT_KINDS
from showcase.record.document import Document
from showcase.views import address
from showcase.views.criteria_view import CriteriaView
from showcase.views.linked_data import collection, path_to
from showcase.views.model_parts import SourceView, source_view
from showcase.views.page import Head, Link, SiteFacts, capitalised, uncapitalised
from showcase.views.place_names import then_and_now
from showcase.words.dates import write_date
from showcase.words.numbers import with_unit, write_number

_WHOLE_COUNTRY = "Cả nước"
_LEAD = (
    "Phong trào “Dân vận khéo” dựa vào các văn bản này. Mỗi văn bản chỉ ghi điều nguồn đã nói; "
    "bài nào nhắc tới thì dẫn về đây."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentLine:
    """A document as a list has it."""

    name: str
    subject: str
    address: str
    about: tuple[str, ...]
    is_over: bool


@dataclass(frozen=True, slots=True)
class DocumentGroup:
    """The documents of one kind."""

    key: str
    title: str
    lines: tuple[DocumentLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentsPage:
    """Everything on `/van-ban/`."""

    head: Head
    lead: str
    groups: tuple[DocumentGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPage:
    """Everything on a document's page; `replaces` are those that it took the place of, `named_by` the models and events that rest on it."""

    head: Head
    crumbs: tuple[Link, ...]
    name: str
    subject: str
    summary: str
    facts: tuple[tuple[str, str], ...]
    targets: tuple[tuple[str, str], ...]
    criteria: tuple[CriteriaView, ...]
    newer: Link | None
    replaces: tuple[Link, ...]
    named_by: tuple[Link, ...]
    sources: tuple[SourceView, ...]
    text: str


def documents_page(documents: Sequence[Document], site: SiteFacts) -> DocumentsPage:
    """Compute the list; documents come by rank, the newest of a rank first."""
    head = Head(
        title="Văn bản của phong trào",
        description="Luật, nghị quyết, chỉ thị, kế hoạch, hướng dẫn về phong trào “Dân vận khéo”, xếp theo loại và ngày.",
        address=address.DOCUMENTS,
        section="gioi-thieu",
        site=site,
    )
    groups = tuple(
        DocumentGroup(kind, DOCUMENT_KINDS[kind], tuple(map(document_line, of_kind)))
        for kind, of_kind in groupby(documents, key=lambda one: one.kind)
    )
    data = collection(head, (), len(documents), (address.document(document.id) for document in documents))
    return DocumentsPage(head=replace(head, data=data), lead=_LEAD, groups=groups)


def document_page(
    document: Document,
    documents: Sequence[Document],
    named_by: tuple[Link, ...],
    criteria: tuple[CriteriaView, ...],
    site: SiteFacts,
) -> DocumentPage:
    """Compute the page of a document, given all of them and what names it."""
    name, crumbs = document_name(document), (Link("Văn bản", address.DOCUMENTS),)
    head = Head(
        title=f"{name}: {uncapitalised(document.subject)}",
        description=document.summary or f"{name} của {document.issuer}: {uncapitalised(document.subject)}.",
        address=address.document(document.id),
        section="gioi-thieu",
        site=site,
        kind="article",
        published=document.published,
        about="Văn bản",
    )
    return DocumentPage(
        head=replace(head, data=path_to(head, crumbs)),
        crumbs=crumbs,
        name=name,
        subject=document.subject,
        summary=document.summary,
        facts=tuple(_facts(document)),
        targets=tuple(
            (target.measure, with_unit(write_number(target.number), target.unit)) for target in document.targets
        ),
        criteria=criteria,
        newer=next((document_link(one) for one in documents if one.id == document.replaced_by), None),
        replaces=tuple(document_link(one) for one in documents if one.replaced_by == document.id),
        named_by=named_by,
        sources=tuple(source_view(source) for source in document.sources),
        text=document.url,
    )


def document_name(document: Document) -> str:
    """Name a document as people cite it: `Chỉ thị 11-CT/TU`, `Luật 10/2022/QH15`; without a number by kind and year."""
    kind = DOCUMENT_KINDS[document.kind]
    return f"{kind} {document.number}" if document.number else f"{kind} năm {document.in_year}"


def document_link(document: Document) -> Link:
    """Lead to a document."""
    return Link(document_name(document), address.document(document.id), note=document.subject)


def document_line(document: Document) -> DocumentLine:
    """Give a document as a list has it."""
    about = [document.issuer, _when(document)]
    if document.period:
        about.append(f"giai đoạn {_period(document)}")
    return DocumentLine(
        name=document_name(document),
        subject=document.subject,
        address=address.document(document.id),
        about=tuple(about),
        is_over=bool(document.in_force_until or document.replaced_by),
    )


def _facts(document: Document) -> Iterator[tuple[str, str]]:
    yield "Cơ quan ban hành", document.issuer
    yield "Ban hành", _when(document)
    yield "Áp dụng", _where(document)
    if document.period:
        yield "Giai đoạn", _period(document)
    if document.in_force_from:
        yield "Có hiệu lực", f"từ {write_date(document.in_force_from)}"
    if document.in_force_until:
        yield "Hết hiệu lực", f"từ {write_date(document.in_force_until)}"


def _where(document: Document) -> str:
    if document.scope:
        return capitalised(document.scope)
    if document.place is None:
        return _WHOLE_COUNTRY
    return then_and_now(document.written, document.place)


def _when(document: Document) -> str:
    return write_date(document.day) if document.day else f"năm {document.in_year}"


def _period(document: Document) -> str:
    return f"{document.period[:4]}–{document.period[-4:]}"
