"""A submission is one file of `models/` as it came in: what was read of it, what was not, and what lies beside it."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, Concatenate, Literal, ParamSpec

from showcase.reading.characters import decode
from showcase.reading.conflict import without_conflicts
from showcase.reading.fault import Fault, FaultKind
from showcase.reading.form import DOCUMENT, EVENT, INDICATORS, MODEL, REPORT, VOCABULARY
from showcase.reading.kinds import Entry, Form
from showcase.reading.node import Mapping, Node, Scalar
from showcase.reading.record import Cell, Record, gather, read_record, read_table
from showcase.reading.recovery import Reading, read
from showcase.record.addresses import LARGEST_LEDGER
from showcase.record.photo import PhotoFacts
from showcase.words.mistake import mistake, where
from showcase.words.problem import Problem, Severity, Spot
from showcase.words.text import is_usual

MODEL_FILE, EVENT_FILE, DOCUMENT_FILE = "model.yaml", "su-kien.yaml", "van-ban.yaml"
OWN_FILES = frozenset({MODEL_FILE, EVENT_FILE, DOCUMENT_FILE})
"""The files that lie in a folder of their own, with photos beside them."""
Kind = Literal["model", "report", "document", "event", "vocabulary", "page"]
Given = ParamSpec("Given")


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """One file, read.

    `path` is shown to editors; `name` is the id of a model, report, document or event, the key of a vocabulary, '' of a page of
    docs/. `record` is what the form made of the file's mapping (for a vocabulary `terms`), None where a fault left no mapping.
    `unread` names the keys of a model that stand there and could not be read; '' is among them where it is not known which.
    """

    kind: Kind
    path: str
    name: str
    text: str
    faults: tuple[Fault, ...]
    node: Mapping | None = None
    record: Record | None = None
    terms: dict[str, Cell] | None = None
    photos: tuple[PhotoFacts, ...] = ()
    unread: frozenset[str] = frozenset()
    records: tuple[Record, ...] = field(init=False, repr=False, compare=False)
    """Every mapping that a form read, the file's own first, in the order of the file."""
    cells: tuple[Cell, ...] = field(init=False, repr=False, compare=False)
    """Every value of the file in its order."""
    is_usual: bool = field(init=False, repr=False, compare=False)
    """Its text is ASCII, Vietnamese letters and the signs of a newspaper, as nearly every file's."""
    shared: dict[str, Any] = field(init=False, repr=False, compare=False, default_factory=dict)
    """What one rule found out about the file and others ask for too."""
    _cells_of: dict[type, tuple[Cell, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Walk the file once for the forty rules that ask about it: a walk costs as much as four of them."""
        cells: list[Cell] = []
        records = [self.record] if self.record else []
        top = self.record.cells if self.record else self.terms or {}
        gather(top.values(), cells, records)
        object.__setattr__(self, "is_usual", is_usual(self.text))
        object.__setattr__(self, "records", tuple(records))
        object.__setattr__(self, "cells", tuple(cells))
        by_kind: dict[type, list[Cell]] = defaultdict(list)
        for cell in cells:
            by_kind[type(cell.kind)].append(cell)
        object.__setattr__(self, "_cells_of", {kind: tuple(of_kind) for kind, of_kind in by_kind.items()})

    @property
    def file(self) -> str:
        """The name of the file, beside which its photos lie."""
        return self.path.rpartition("/")[2]

    @property
    def has_folder(self) -> bool:
        """Tell whether it lies in a folder of its own, which bears its name."""
        return self.file in OWN_FILES and self.path.endswith(f"/{self.name}/{self.file}")

    def may_have(self, key: str) -> bool:
        """Tell whether a key may stand in a part of the file that could not be read."""
        return bool(self.unread) and (key in self.unread or "" in self.unread)

    def cells_of(self, *kinds: type) -> Iterator[Cell]:
        """Yield the values of some kinds, kind after kind: most rules ask about a few of a file's sixty values."""
        for kind in kinds:
            yield from self._cells_of.get(kind, ())

    def error(self, rule: str, node: Node | None, message: str) -> Problem:
        """Make the problem that stops publication, at a node or at the top of the file."""
        return Problem(self.spot(node), Severity.ERROR, rule, message)

    def advice(self, rule: str, node: Node | None, message: str) -> Problem:
        """Make the problem that does not stop publication."""
        return Problem(self.spot(node), Severity.ADVICE, rule, message)

    def spot(self, node: Node | None) -> Spot:
        """Give the place of a node in this file."""
        return Spot(self.path, node.line, node.column) if node else Spot(self.path)

    def spot_in(self, node: Node, words: str) -> Spot:
        """Give the place of some words within a text of several lines; that of the text where they stand in no line."""
        if isinstance(node, Scalar) and words:
            lines = self.text.splitlines()
            for number in range(node.line, len(lines) + 1):
                start = node.column - 1 if number == node.line else 0
                column = lines[number - 1].find(words, start)
                if column >= 0:
                    return Spot(self.path, number, column + 1)
        return self.spot(node)


Read = Callable[Concatenate[str, str, bytes, Given], Submission]
"""Reads a file: its path, its name, its bytes."""


def _never_failing(kind: Kind) -> Callable[[Read[Given]], Read[Given]]:
    """Have a reader give a submission with a fault of ours where our own code fails, so that other files are read."""

    def guarded(read: Read[Given]) -> Read[Given]:
        @wraps(read)
        def read_anything(path: str, name: str, data: bytes, /, *more: Given.args, **named: Given.kwargs) -> Submission:
            try:
                return read(path, name, data, *more, **named)
            except Exception as error:  # noqa: BLE001 - whatever it is
                fault = Fault(FaultKind.OUR_MISTAKE, detail=mistake("đọc tệp này", where(error)))
                return Submission(kind=kind, path=path, name=name, text="", faults=(fault,))

        return read_anything

    return guarded


@_never_failing("model")
def read_model(path: str, name: str, data: bytes, photos: tuple[PhotoFacts, ...] = ()) -> Submission:
    """Read the bytes of a `model.yaml`; `name` is its folder's name."""
    text, (node, faults, unread) = _read(data)
    record = read_record(MODEL, node) if node else None
    return Submission(
        kind="model",
        path=path,
        name=name,
        text=text,
        faults=tuple(faults),
        node=node,
        record=record,
        photos=photos,
        unread=unread,
    )


@_never_failing("report")
def read_report(path: str, name: str, data: bytes) -> Submission:
    """Read the bytes of a file of `_reports/`."""
    return _read_record_file("report", REPORT, path, name, data)


@_never_failing("document")
def read_document(path: str, name: str, data: bytes) -> Submission:
    """Read the bytes of a file of `_documents/`."""
    return _read_record_file("document", DOCUMENT, path, name, data)


@_never_failing("event")
def read_event(path: str, name: str, data: bytes) -> Submission:
    """Read the bytes of a file of `_events/`."""
    return _read_record_file("event", EVENT, path, name, data)


def _read_record_file(kind: Kind, form: Form, path: str, name: str, data: bytes) -> Submission:
    text, faults, node = _read_whole(data)
    record = read_record(form, node) if node else None
    return Submission(kind=kind, path=path, name=name, text=text, faults=faults, node=node, record=record)


@_never_failing("vocabulary")
def read_vocabulary(path: str, name: str, data: bytes) -> Submission:
    """Read the bytes of a file of `_vocabulary/`."""
    text, faults, node = _read_whole(data)
    table = INDICATORS if name == "chi-so" else VOCABULARY
    terms = read_table(Entry(name, "terms", table, "Danh mục."), table.of, node) if node else None
    return Submission(kind="vocabulary", path=path, name=name, text=text, faults=faults, node=node, terms=terms)


def read_page(path: str, data: bytes) -> Submission:
    """Read the bytes of a page of docs/, or of a ledger: only that they are a text, of one mind, is asked of them."""
    text, faults = decode(data, LARGEST_LEDGER)
    text, conflicts = without_conflicts(text, is_yaml=False)
    told = [fault for fault in faults if fault.kind is not FaultKind.CHARACTER]
    return Submission(kind="page", path=path, name="", text=text, faults=(*told, *conflicts))


def _read_whole(data: bytes) -> tuple[str, tuple[Fault, ...], Mapping | None]:
    """Read a file that many others rest on: of one that is broken nothing is used, but all its faults are told."""
    text, reading = _read(data)
    return text, tuple(reading.faults), None if reading.unread else reading.node


def _read(data: bytes) -> tuple[str, Reading]:
    text, faults = decode(data)
    if not text and faults:
        return "", Reading(None, faults)
    text, conflicts = without_conflicts(text, is_yaml=True)
    reading = read(text)
    faults = [*faults, *conflicts]
    if any(fault.kind is FaultKind.NOT_UTF8 for fault in faults):  # its letters are lost, but not how it is built
        return text, Reading(None, [*faults, *reading.faults])
    return text, reading._replace(faults=[*faults, *reading.faults])
