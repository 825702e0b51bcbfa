"""The kinds of value that YAML may be read as, and the forms made of them; reading never fails, it gives None."""

import re
from collections.abc import Iterator
from collections.abc import Mapping as Dictionary
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar

from showcase.words.dates import read_date
from showcase.words.numbers import read_number, write_number
from showcase.words.text import nfc

_LONGEST_WHOLE = 4
"""Digits: those of a year."""


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text on one line: white space is collapsed, nothing in it is markup. Lengths in characters."""

    shape: ClassVar[str] = "chữ"
    least: int = 1
    most: int | None = None
    is_name: bool = False
    """Titles, names and places: a word in them that mixes scripts is an error."""

    def read(self, typed: str) -> str | None:
        """Give the text in NFC, or None where nothing stands."""
        return " ".join(nfc(typed).split()) or None

    @property
    def description(self) -> str:
        """What may stand after the key, for the guide."""
        if self.most is None:
            return "chữ" if self.least <= 1 else f"chữ, từ {self.least} ký tự"
        return f"chữ, {write_number(self.least)}–{write_number(self.most)} ký tự"


@dataclass(frozen=True, slots=True)
class Story:
    """CommonMark over several lines."""

    shape: ClassVar[str] = "bài viết"
    least: int = 40
    most: int = 20_000
    lines: int = 400

    def read(self, typed: str) -> str | None:
        """Give the Markdown in NFC without white space at its ends, or None where nothing stands."""
        return nfc(typed).strip() or None

    @property
    def description(self) -> str:
        """What may stand after the key, for the guide."""
        lengths = f"{write_number(self.least)}–{write_number(self.most)} ký tự"
        return f"bài viết Markdown, {lengths}, tối đa {self.lines} dòng"


@dataclass(frozen=True, slots=True)
class Choice:
    """One key of a closed list: `options` gives each key's label, `spellings` what some are called besides.

    `groups` are the keys of a long list by what they are about.
    """

    shape: ClassVar[str] = "một trong các từ cho sẵn"
    options: Dictionary[str, str] = field(hash=False)
    what: str = "giá trị"
    spellings: Dictionary[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    groups: Dictionary[str, tuple[str, ...]] = field(default_factory=dict, hash=False)

    @property
    def names(self) -> dict[str, tuple[str, ...]]:
        """What each key is called: its label and its other spellings."""
        return {key: (label, *self.spellings.get(key, ())) for key, label in self.options.items()}

    def read(self, typed: str) -> str | None:
        """Give the key, or None where it is not of the list."""
        key = nfc(typed).strip()
        return key if key in self.options else None

    @property
    def description(self) -> str:
        """What may stand after the key, for the guide."""
        return "một trong các từ dưới đây"


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a vocabulary; whether it exists is asked by a rule, for only the catalogue knows."""

    shape: ClassVar[str] = "mã của danh mục"
    vocabulary: str

    def read(self, typed: str) -> str | None:
        """Give the key as typed, or None where nothing stands."""
        return nfc(typed).strip() or None

    @property
    def description(self) -> str:
        """What may stand after the key, for the guide."""
        return f"một mã của danh mục {self.vocabulary}"


@dataclass(frozen=True, slots=True)
class Number:
    """A number as Vietnamese write it."""

    shape: ClassVar[str] = "số"

    def read(self, typed: str) -> object:
        """Give a Decimal, or None."""
        return read_number(typed)

    @property
    def description(self) -> str:
        """What may stand after the key, for the guide."""
        return "số: 3100, 3.100 hoặc 3,5"


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number written in digits only: a year, the number of a source."""

    shape: ClassVar[str] = "số nguyên"

    def read(self, typed: str) -> int | None:
        """Give an int, or None."""
        digits = nfc(typed).strip()
        return int(digits) if len(digits) <= _LONGEST_WHOLE and digits.isdigit() and digits.isascii() else None

    @property
    def description(self) -> str:
        """What may stand after the key, for the guide."""
        return "số nguyên"


@dataclass(frozen=True, slots=True)
class Date:
    """A day of the calendar."""

    shape: ClassVar[str] = "ngày"

    def read(self, typed: str) -> object:
        """Give a `datetime.date`, or None."""
        return read_date(nfc(typed).strip())

    @property
    def description(self) -> str:
        """What may stand after the key, for the guide."""
        return "ngày: 2026-11-22 hoặc 22/11/2026"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A text of a fixed shape: an id, an address, a file's name; `what` names it to the editor with an example."""

    shape: ClassVar[str] = "chữ"
    expression: str
    what: str
    most: int = 300

    def read(self, typed: str) -> str | None:
        """Give the text, or None where it has another shape."""
        text = nfc(typed).strip()
        return text if len(text) <= self.most and re.fullmatch(self.expression, text) else None

    @property
    def description(self) -> str:
        """What may stand after the key, for the guide."""
        return self.what


@dataclass(frozen=True, slots=True)
class Many:
    """A list of values of one kind; `least` and `most` bound their number."""

    shape: ClassVar[str] = "danh sách"
    of: "Kind"
    least: int = 0
    most: int | None = None

    @property
    def description(self) -> str:
        """What may stand after the key, for the guide."""
        bounds = ""
        if self.most is not None:
            bounds = f" {self.least}–{self.most} mục" if self.least else f" tối đa {self.most} mục"
        elif self.least:
            bounds = f" từ {self.least} mục"
        return f"danh sách{bounds}: {self.of.description}"


@dataclass(frozen=True, slots=True)
class Group:
    """A mapping with a form of its own."""

    shape: ClassVar[str] = "nhóm mục"
    form: "Form"

    @property
    def description(self) -> str:
        """What may stand after the key, for the guide."""
        return f"nhóm mục “{self.form.what}”"


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping from keys that the editor chooses to values of one kind."""

    shape: ClassVar[str] = "bảng"
    of: "Kind"

    @property
    def description(self) -> str:
        """What may stand after the key, for the guide."""
        return f"bảng: tên phần → {self.of.description}"


Simple = Text | Story | Choice | Key | Number | Whole | Date | Pattern
Kind = Simple | Many | Group | Table


@dataclass(frozen=True, slots=True)
class Entry:
    """One key of a form; `heading` is what a column of it is called where its sentence does not begin so."""

    key: str
    name: str
    kind: Kind
    about: str
    must: bool = False
    heading: str = ""

    @property
    def label(self) -> str:
        """A few words for it: the sentence up to its first sign."""
        return self.heading or re.split(r"[.,:;(]", self.about, maxsplit=1)[0]


@dataclass(frozen=True)
class Form:
    """The keys that a mapping may have, in the order of the guide; `what` names the mapping to the editor."""

    what: str
    entries: tuple[Entry, ...]

    @cached_property
    def by_key(self) -> dict[str, Entry]:
        """The entries by the key that editors write."""
        return {entry.key: entry for entry in self.entries}

    @cached_property
    def required(self) -> tuple[Entry, ...]:
        """The entries that must stand."""
        return tuple(entry for entry in self.entries if entry.must)


def every_entry(form: Form) -> Iterator[Entry]:
    """Yield the entries of a form and of all forms within it."""
    for entry in form.entries:
        yield entry
        match entry.kind:
            case Group(form=inner) | Many(of=Group(form=inner)):
                yield from every_entry(inner)
