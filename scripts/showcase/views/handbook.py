"""The generated part of the editors' guide: every key, every vocabulary, every rule, straight from what the checker uses."""

import inspect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from showcase.reading.form import DOCUMENT, EVENT, INDICATOR, MODEL, REPORT, TERM
from showcase.reading.kinds import (
    Choice,
    Entry,
    Form,
    Group,
    Kind,
    Many,
    Table,
)
from showcase.record.vocabulary import NAMES, Vocabularies, Vocabulary
from showcase.rules.book import CATALOGUE_RULES, FILE_RULES
from showcase.views import address
from showcase.views.linked_data import path_to
from showcase.views.page import Head, Link, SiteFacts

HANDBOOK = {
    address.HANDBOOK_KEYS: (
        "Các mục của tệp mô hình",
        "Mỗi mục viết thế nào, có bắt buộc không, nhận những giá trị gì.",
    ),
    address.HANDBOOK_VOCABULARIES: ("Các danh mục", "Những mã được dùng cho lĩnh vực, chủ đề, loại đơn vị và chỉ số."),
    address.HANDBOOK_RULES: (
        "Các quy tắc kiểm tra",
        "Từ trong ngoặc vuông của mỗi lời nhắc dẫn tới phần cùng tên ở đây.",
    ),
}
"""Title and lead of each page by its address."""


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One key of a form as the guide shows it."""

    key: str
    must: bool
    shape: str
    about: str
    choices: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class KeyTable:
    """The keys of one mapping; `anchor` is what other tables point to."""

    anchor: str
    title: str
    rows: tuple[KeyRow, ...]


@dataclass(frozen=True, slots=True)
class RulePart:
    """One rule: its name as it stands in brackets, its question, and the rest of its page as Markdown."""

    name: str
    question: str
    markdown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandbookPage:
    """A generated page of the guide; of the three parts only one is filled."""

    head: Head
    title: str
    lead: str
    crumbs: tuple[Link, ...]
    tables: tuple[KeyTable, ...] = ()
    vocabularies: tuple[Vocabulary, ...] = ()
    rules: tuple[RulePart, ...] = ()


def handbook_page(where: str, vocabularies: Vocabularies, site: SiteFacts) -> HandbookPage:
    """Compute the generated page of the guide at an address, one of `HANDBOOK`."""
    (title, lead), crumbs = HANDBOOK[where], (Link("Hướng dẫn", address.HANDBOOK),)
    head = Head(title=title, description=lead, address=where, section="", site=site)
    return HandbookPage(
        head=replace(head, data=path_to(head, crumbs)),
        title=title,
        lead=lead,
        crumbs=crumbs,
        tables=_each_once(_tables()) if where == address.HANDBOOK_KEYS else (),
        vocabularies=tuple(vocabularies.named(name) for name in NAMES)
        if where == address.HANDBOOK_VOCABULARIES
        else (),
        rules=tuple(_rules()) if where == address.HANDBOOK_RULES else (),
    )


def _tables() -> Iterator[KeyTable]:
    yield _table("mo-hinh", "model.yaml", MODEL)
    yield from _inner_tables(MODEL.entries)
    yield _table("danh-muc", "Mỗi mã của một danh mục", TERM)
    yield _table("chi-so", "Mỗi mã của danh mục chỉ số, _vocabulary/chi-so.yaml", INDICATOR)
    yield _table("so-lieu-chinh-thuc", "_reports/….yaml", REPORT)
    yield from _inner_tables(REPORT.entries)
    yield _table("van-ban", "_documents/….yaml", DOCUMENT)
    yield from _inner_tables(DOCUMENT.entries)
    yield _table("su-kien", "_events/….yaml", EVENT)
    yield from _inner_tables(EVENT.entries)


def _each_once(tables: Iterable[KeyTable]) -> tuple[KeyTable, ...]:
    """Leave out a mapping that stands in another file too: sources, hosts, criteria, other figures."""
    return tuple({(table.anchor, table.rows): table for table in tables}.values())


def _inner_tables(entries: Iterable[Entry]) -> Iterator[KeyTable]:
    for entry in entries:
        form = _form_of(entry.kind)
        if form is not None:
            yield _table(entry.key, f"{entry.key} – {form.what}", form)
            yield from _inner_tables(form.entries)


def _table(anchor: str, title: str, form: Form) -> KeyTable:
    rows = tuple(
        KeyRow(entry.key, entry.must, entry.kind.description, entry.about, _choices(entry.kind))
        for entry in form.entries
    )
    return KeyTable(anchor.replace("_", "-"), title, rows)


def _form_of(kind: Kind) -> Form | None:
    match kind:
        case Many(of=of) | Table(of=of):
            return _form_of(of)
        case Group(form=form):
            return form
    return None


def _choices(kind: Kind) -> tuple[tuple[str, str], ...]:
    match kind:
        case Choice(options=options):
            return tuple(options.items())
        case Many(of=of):
            return _choices(of)
    return ()


def rule_names() -> tuple[str, ...]:
    """Give the anchors of all rules."""
    return tuple(rule.name for rule in _rules())


def _rules() -> Iterator[RulePart]:
    for file_rule in FILE_RULES:
        yield _rule(file_rule.NAME, file_rule.check.__doc__ or "")
    for catalogue_rule in CATALOGUE_RULES:
        yield _rule(catalogue_rule.NAME, catalogue_rule.check.__doc__ or "")


def _rule(name: str, docstring: str) -> RulePart:
    question, _, markdown = inspect.cleandoc(docstring).partition("\n\n")
    return RulePart(name, " ".join(question.split()), markdown)
