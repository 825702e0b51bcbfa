"""A vocabulary is a closed list of keys with labels, in the order of the site; editors own it."""

from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from functools import cached_property
from typing import Any

from showcase.reading.record import Record
from showcase.reading.spellings import FIELD_SPELLINGS
from showcase.record.submission import Submission
from showcase.words.slip import plain_letters

NAMES = ("linh-vuc", "chu-de", "don-vi", "chi-so")
"""The vocabularies of the format: fields, themes, kinds of hosts, indicators."""
MUST = NAMES[:3]
"""Those that every catalogue has."""


@dataclass(frozen=True, slots=True)
class Term:
    """One key of a vocabulary with its label, a sentence about it and other spellings of it.

    An indicator has a `unit` besides; it `is_whole` where it is counted in whole, and `adds_up` where models may be added up.
    """

    key: str
    label: str
    about: str
    spellings: tuple[str, ...] = ()
    unit: str = ""
    is_whole: bool = False
    adds_up: bool = False

    @property
    def short(self) -> str:
        """The label for where there is little room: the shortest spelling that it ends with, else all of it."""
        ends = (name for name in self.spellings if self.label.casefold().endswith(name.casefold()))
        return min(ends, key=len, default=self.label)


@dataclass(frozen=True)
class Vocabulary:
    """The terms of one list, by key, in the order of the file; `path` is where editors find it."""

    name: str
    path: str
    terms: dict[str, Term]

    @cached_property
    def labels(self) -> str:
        """All labels in one line: what changes when one of them does."""
        return "|".join(f"{key} {term.label}" for key, term in self.terms.items())

    @cached_property
    def names(self) -> dict[str, tuple[str, ...]]:
        """What each key is called: its label and its other spellings; of a field also the halves of its name."""
        halves = FIELD_SPELLINGS if self.name == "linh-vuc" else {}
        return {key: (term.label, *term.spellings, *halves.get(key, ())) for key, term in self.terms.items()}

    def label(self, key: str) -> str:
        """Give the label of a key; the key itself where it is unknown, which only an unsound catalogue has."""
        term = self.terms.get(key)
        return term.label if term else key


@dataclass(frozen=True)
class Vocabularies:
    """The four vocabularies."""

    fields: Vocabulary
    themes: Vocabulary
    host_kinds: Vocabulary
    indicators: Vocabulary

    @cached_property
    def words(self) -> frozenset[str]:
        """All that the terms of the first three are called, by plain letters."""
        lists = (self.fields, self.themes, self.host_kinds)
        names = (name for one in lists for key, others in one.names.items() for name in (key, *others))
        return frozenset(map(plain_letters, names))

    def named(self, name: str) -> Vocabulary:
        """Find a vocabulary by the name of its file."""
        return dict(zip(NAMES, (self.fields, self.themes, self.host_kinds, self.indicators), strict=True))[name]


def make_vocabularies(submissions: dict[str, Submission]) -> Vocabularies:
    """Make the vocabularies from their files, by name; one that is missing or unread is empty."""
    return Vocabularies(*(_vocabulary(name, submissions.get(name)) for name in NAMES))


def as_data(vocabularies: Vocabularies) -> dict[str, Any]:
    """Give the four vocabularies as plain data, for a program that cannot read their files."""
    return {
        name: {
            "path": (one := vocabularies.named(name)).path,
            "terms": [list(astuple(term)) for term in one.terms.values()],
        }
        for name in NAMES
    }


def of_data(data: dict[str, Any]) -> Vocabularies:
    """Give back what `as_data` gave."""
    return Vocabularies(*(_of_rows(name, data[name]["path"], data[name]["terms"]) for name in NAMES))


def _of_rows(name: str, path: str, rows: Iterable[Sequence[Any]]) -> Vocabulary:
    terms = (Term(key, label, about, tuple(spellings), *more) for key, label, about, spellings, *more in rows)
    return Vocabulary(name, path, {term.key: term for term in terms})


def _vocabulary(name: str, submission: Submission | None) -> Vocabulary:
    path = submission.path if submission else f"models/_vocabulary/{name}.yaml"
    cells = (submission.terms or {}) if submission else {}
    return Vocabulary(name, path, {key: _term(key, cell.value) for key, cell in cells.items()})


def _term(key: str, record: object) -> Term:
    """Make a term; one that is no mapping is told by a rule, and is still a key, so that no model is blamed for it."""
    if not isinstance(record, Record):
        return Term(key, key, "")
    spellings = tuple(str(cell.value) for cell in record.items("ten_khac") if cell.value)
    return Term(
        key,
        record.text("ten") or key,
        record.text("mo_ta"),
        spellings,
        unit=record.text("don_vi_tinh"),
        is_whole=record.text("nguyen") == "co",
        adds_up=record.text("cong_duoc") == "co",
    )
