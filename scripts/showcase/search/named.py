"""Events and documents by what a question names them with: what the search says of them above its results.

A question names one by its kind, as in `hội thi hà nội 2024`, or by the letters of its number, as in `05-CT/TW`. The rows of a
kind are one piece, so who asks for none of them loads nothing, however many there are.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from showcase.reading.form import DOCUMENT_KINDS, EVENT_KINDS
from showcase.record.document import Document
from showcase.record.event import Event
from showcase.search.words import exact, plain, words_of
from showcase.views.document_page import document_line
from showcase.views.event_page import event_line

__all__ = ["Named", "Row", "named_rows"]


class Row(NamedTuple):
    """An event or a document: its name, its address in the site, and what else is said of it."""

    name: str
    address: str
    about: str


Named = Mapping[str, tuple[Row, ...]]
"""The rows of each key: plain words that stand side by side in a question."""


def named_rows(events: Iterable[Event], documents: Iterable[Document]) -> Named:
    """Give the rows of each kind, and of each first letters of a number, in the order in which they are given."""
    found: dict[str, list[Row]] = defaultdict(list)
    for event in events:
        line = event_line(event)
        row = Row(line.title, line.address, " · ".join((line.kind, *line.about)))
        found[_plain(EVENT_KINDS[event.kind])].append(row)
    for document in documents:
        told = document_line(document)
        row = Row(told.name, told.address, " · ".join((told.subject, *told.about)))
        for key in filter(None, (_plain(DOCUMENT_KINDS[document.kind]), _letters(document.number))):
            found[key].append(row)
    return {key: tuple(rows) for key, rows in sorted(found.items())}


def _plain(text: str) -> str:
    return " ".join(plain(exact(word)) for word in words_of(text))


def _letters(number: str) -> str:
    """Give the first letters of a number, which tell the kind: `ct` of `05-CT/TW`; '' where it has none."""
    return next((word for word in _plain(number).split() if word.isalpha()), "")
