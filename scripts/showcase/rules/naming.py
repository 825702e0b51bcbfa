"""Which persons the texts of a file name, and whom it declares; several rules ask, and the texts are read once for all."""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from showcase.reading import form as forms
from showcase.reading.kinds import Story, Text
from showcase.reading.node import Scalar
from showcase.reading.record import Cell, Record
from showcase.record.submission import Submission
from showcase.record.withdrawal import is_withdrawn
from showcase.rules.setting import Setting
from showcase.words.person_guard import may_name_a_person
from showcase.words.person_words import ADDRESSES, NO_OFFICES, PUBLIC_OFFICES, RETIRED
from showcase.words.persons import Person, persons_in
from showcase.words.problem import Spot
from showcase.words.text import match_key

_ENTITY = "&#"
_NOT_ABOUT_PEOPLE = frozenset({"co_quan", "tac_gia", "noi", "hien_nay"})
"""Publishers, authors and photographers are named because the law asks for it; places are places."""
_ENOUGH = 40
"""Letters from a name on, by which one place of a text is told from the others."""
_OFFICE = re.compile(rf"\b(?:{PUBLIC_OFFICES})\b")
_NO_OFFICE = re.compile(rf"(?:{NO_OFFICES})\b|.*\b(?:{RETIRED})\b")
_PARTS = re.compile(r"[,;]|\bkiêm\b")
_MOST = 20
"""Persons: a longer list is refused, and to look for hundreds in a long text took minutes."""
_OWN_NAME = forms.PERSON.by_key["ten"]


class Named(NamedTuple):
    """A person, and the value in which the name stands."""

    cell: Cell
    person: Person


class Declared(NamedTuple):
    """A person under `nguoi_duoc_neu`, with the words of the name as `match_key` gives them."""

    record: Record
    words: tuple[str, ...]

    @property
    def name(self) -> str:
        """The name as it was written."""
        return self.record.text("ten")

    @property
    def is_in_office(self) -> bool:
        """The person is named as the holder of an office, and a part of the role is one."""
        parts = [part.strip() for part in _PARTS.split(self.record.text("vai_tro").casefold())]
        is_office = any(_OFFICE.search(part) and not _NO_OFFICE.match(part) for part in parts)
        return self.record.value("can_cu") == "cong-vu" and is_office

    @property
    def is_withdrawn(self) -> bool:
        """Somebody asked that the name be taken away."""
        return is_withdrawn(self.record)

    def bears(self, name: str) -> bool:
        """Tell whether a name is this person's: the whole, or the last words of it (“ông Tư”), or more than it by mistake."""
        words = _words(name)
        return words == self.words[-len(words) :] or words[: len(self.words)] == self.words


def texts(submission: Submission) -> Iterator[tuple[Cell, str]]:
    """Yield the values in which a person may be named, but for the declarations themselves."""
    for cell in submission.cells_of(Text, Story):
        if isinstance(cell.value, str) and cell.entry.key not in _NOT_ABOUT_PEOPLE and cell.entry is not _OWN_NAME:
            yield cell, cell.value


def named(submission: Submission, setting: Setting) -> tuple[Named, ...]:
    """Give the persons that the texts of a file name, in its order."""
    if "named" not in submission.shared:
        submission.shared["named"] = tuple(_named(submission, setting))
    found: tuple[Named, ...] = submission.shared["named"]
    return found


def _named(submission: Submission, setting: Setting) -> Iterator[Named]:
    has_entities = _ENTITY in submission.text
    if submission.record is not None and (has_entities or may_name_a_person(submission.text)):
        is_place = setting.gazetteer.names.__contains__
        for cell, text in texts(submission):
            shown = unescape(text) if has_entities else text  # “Nguy&#7877;n” is a name to whoever reads the page
            yield from (Named(cell, person) for person in persons_in(shown, is_place))


def declared(submission: Submission) -> list[Declared]:
    """Give the persons that a file declares."""
    rows = submission.record.records("nguoi_duoc_neu")[:_MOST] if submission.record else []
    return [Declared(row, words) for row in rows if (words := _words(row.text("ten")))]


def spot_of(submission: Submission, one: Named) -> Spot:
    """Give the place of a name: of these very words where they stand in one line with what follows, else of the first such."""
    text = one.cell.value if isinstance(one.cell.value, str) else ""
    rest = text[one.person.start :].partition("\n")[0][:_ENOUGH]
    typed = one.cell.node.value if isinstance(one.cell.node, Scalar) else ""
    return submission.spot_in(one.cell.node, next((words for words in (rest, one.person.name) if words in typed), ""))


def who(name: str, persons: list[Declared]) -> Declared | None:
    """Give whose name it is of those declared."""
    return next((one for one in persons if one.bears(name)), None)


def _words(name: str) -> tuple[str, ...]:
    words = match_key(name).split()
    while len(words) > 1 and words[0] in ADDRESSES:
        words.pop(0)
    return tuple(words)
