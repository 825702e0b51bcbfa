"""The generated part of the editors' guide: every key, every vocabulary, every rule, straight from what the checker uses."""

import inspect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from showcase.reading.form import MODEL, REPORT, TERM, Entry, Form
from showcase.reading.kinds import Choice, Date, Group, Key, Kind, Many, Number, Pattern, Story, Table, Text, Whole
from showcase.record.vocabulary import NAMES, Vocabularies, Vocabulary
from showcase.rules.book import CATALOGUE_RULES, FILE_RULES
from showcase.views import address
from showcase.views.page import Head, Link, SiteFacts
from showcase.words.numbers import write_number


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


def handbook_pages(vocabularies: Vocabularies, site: SiteFacts) -> tuple[HandbookPage, ...]:
    """Compute the generated pages of the guide."""
    crumbs = (Link("Hướng dẫn", address.HANDBOOK),)

    def head(title: str, lead: str, where: str) -> Head:
        return Head(title=title, description=lead, address=where, section="", site=site)

    keys = "Các khóa của tệp mô hình"
    keys_lead = "Mỗi khóa viết thế nào, có bắt buộc không, nhận những giá trị gì."
    lists = "Các danh mục"
    lists_lead = "Những khóa được dùng cho lĩnh vực, chủ đề và loại đơn vị."
    rules = "Các quy tắc kiểm tra"
    rules_lead = "Từ trong ngoặc vuông của mỗi lời nhắc dẫn tới mục cùng tên ở đây."
    return (
        HandbookPage(
            head=head(keys, keys_lead, address.HANDBOOK_KEYS),
            title=keys,
            lead=keys_lead,
            crumbs=crumbs,
            tables=tuple(_tables()),
        ),
        HandbookPage(
            head=head(lists, lists_lead, address.HANDBOOK_VOCABULARIES),
            title=lists,
            lead=lists_lead,
            crumbs=crumbs,
            vocabularies=tuple(vocabularies.named(name) for name in NAMES),
        ),
        HandbookPage(
            head=head(rules, rules_lead, address.HANDBOOK_RULES),
            title=rules,
            lead=rules_lead,
            crumbs=crumbs,
            rules=tuple(_rule(rule.NAME, rule.check.__doc__ or "") for rule in (*FILE_RULES, *CATALOGUE_RULES)),
        ),
    )


def _tables() -> Iterator[KeyTable]:
    yield _table("mo-hinh", "model.yaml", MODEL)
    yield from _inner_tables(MODEL.entries)
    yield _table("danh-muc", "Mỗi mục của một danh mục", TERM)
    yield _table("so-lieu-chinh-thuc", "_reports/….yaml", REPORT)
    yield from _inner_tables(entry for entry in REPORT.entries if entry.key != "nguon")


def _inner_tables(entries: Iterable[Entry]) -> Iterator[KeyTable]:
    for entry in entries:
        form = _form_of(entry.kind)
        if form is not None:
            yield _table(entry.key, f"{entry.key} – {form.what}", form)
            yield from _inner_tables(form.entries)


def _table(anchor: str, title: str, form: Form) -> KeyTable:
    rows = tuple(
        KeyRow(entry.key, entry.must, describe(entry.kind), entry.about, _choices(entry.kind)) for entry in form.entries
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


def describe(kind: Kind) -> str:
    """Say in words what may stand after a key: `chữ, 8–200 ký tự`."""
    match kind:
        case Text(least=least, most=None):
            return "chữ" if least <= 1 else f"chữ, từ {least} ký tự"
        case Text(least=least, most=most) if most is not None:
            return f"chữ, {write_number(least)}–{write_number(most)} ký tự"
        case Story(least=least, most=most, lines=lines):
            return f"bài viết Markdown, {write_number(least)}–{write_number(most)} ký tự, tối đa {lines} dòng"
        case Choice():
            return "một trong các từ dưới đây"
        case Key(vocabulary=vocabulary):
            return f"một khóa của danh mục {vocabulary}"
        case Number():
            return "số: 3100, 3.100 hoặc 3,5"
        case Whole():
            return "số nguyên"
        case Date():
            return "ngày: 2026-11-22 hoặc 22/11/2026"
        case Pattern(what=what):
            return what
        case Many(of=of, least=least, most=most):
            return f"danh sách{_bounds(least, most)}: {describe(of)}"
        case Group(form=form):
            return f"nhóm khóa “{form.what}”"
        case Table(of=of):
            return f"bảng khóa → {describe(of)}"
    return ""


def _bounds(least: int, most: int | None) -> str:
    if most is None:
        return f" từ {least}" if least else ""
    return f" {least}–{most} mục" if least else f" tối đa {most} mục"


def _rule(name: str, docstring: str) -> RulePart:
    question, _, markdown = inspect.cleandoc(docstring).partition("\n\n")
    return RulePart(name, " ".join(question.split()), markdown)
