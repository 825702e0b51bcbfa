"""Which names of persons a Vietnamese text holds; nothing here knows who they are, nor about files.

A person is named after a form of address (“bác Tư”, “chị Thu Hà”), after an office with the name of a family, or by a
full name alone. Streets, schools, units, companies and persons of history bear such names too: what stands before tells
them apart, and the gazetteer knows the places.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from showcase.words.person_guard import may_name_a_person, small_names_in
from showcase.words.person_names import IsPlace, Reading, Word, is_address_of_next, read_name
from showcase.words.person_words import FAMILIES, OTHER_FAMILIES
from showcase.words.sentences import CAPITAL, sentences_in

__all__ = ["IsPlace", "Person", "persons_in", "sentence_at"]


class Person(NamedTuple):
    """A name as it stands in a text, and where.

    `said` is the name with the form of address before it. `is_addressed`: that, or an office, says that it is a person's.
    `is_initials`: “ông N.V.A”, “bà T.”, of whom it remains untold who they are.
    """

    name: str
    said: str
    start: int
    end: int
    is_addressed: bool
    is_initials: bool = False


_TOKEN = re.compile(
    rf"(?P<initials>(?:[{CAPITAL}]\.)+[{CAPITAL}]?(?!\w))|(?P<end>[.,;:!?()“”\"«»–—…|\n]| - )"
    r"|[Đđ][/.][Cc]\b|[^\W_]+(?:['’-][^\W_]+)*"
)
_SOFT_END = re.compile(r"\n(?![\s*+>#\d-])")
_MARKUP = str.maketrans(dict.fromkeys("*_[]`\t", " "))
_DOT_WITHIN = re.compile(
    rf"(?<![^\W_])(?:Mrs?|Ms|B[Ss]|Th[Ss])\.(?=\s?[{CAPITAL}])"
    rf"|\b(?:{'|'.join(sorted((FAMILIES | OTHER_FAMILIES) - {'Ông'}))}) (?:[{CAPITAL}]\.\s?)+(?=[{CAPITAL}][{CAPITAL.lower()}])"
)
"""“Mr. Hùng”, “Nguyễn V. Tám”: these dots end no sentence."""


def persons_in(text: str, is_place: IsPlace) -> Iterator[Person]:
    """Yield the names of persons in a text in NFC; `is_place` tells whether a unit of the gazetteer bears a name."""
    plain = _plain(text)
    for start, sentence in sentences_in(plain):
        if may_name_a_person(sentence):
            yield from _of_sentence(plain, start, start + len(sentence), is_place)


def sentence_at(text: str, place: int) -> str:
    """Give the sentence of a text in which a name stands that was found at a place."""
    return next((one for start, one in _sentences_of(text) if place < start + len(one)), "")


@lru_cache(maxsize=4)
def _sentences_of(text: str) -> tuple[tuple[int, str], ...]:
    """Cut a text once for all who are named in it."""
    return tuple(sentences_in(_without_dots(text)))


def _plain(text: str) -> str:
    """Give a text, letter for letter at the same places, without markup, its names in small letters written as names are."""
    plain = _without_dots(_SOFT_END.sub(" ", text).translate(_MARKUP))
    for start, end in small_names_in(plain):
        plain = plain[:start] + plain[start:end].title() + plain[end:]
    return plain


def _without_dots(text: str) -> str:
    return _DOT_WITHIN.sub(lambda found: found.group().replace(".", " "), text)


def _of_sentence(plain: str, start: int, stop: int, is_place: IsPlace) -> Iterator[Person]:
    before: Person | None = None
    for clause in _clauses(plain, start, stop):
        for found in _of_clause(clause, is_place):
            # “các ông … , … và …”: one form of address for several.
            joins = before is not None and plain[before.end : found.start].strip() in (",", "và", "cùng")
            is_addressed = found.is_addressed or bool(joins and before and before.is_addressed)
            before = found._replace(is_addressed=is_addressed)
            yield before


def _clauses(text: str, start: int, stop: int) -> Iterator[list[Word]]:
    """Yield the words of each clause; what stands in brackets is one of its own, and the sentence goes on behind it."""
    clause: list[Word] = []
    outer: list[list[Word]] = []
    for match in _TOKEN.finditer(text, start, stop):
        if not match["end"]:
            word = match.group().rstrip(".")
            clause.append(Word(word, match.start(), word.casefold(), word[0].isupper()))
        elif match["end"] == "(":
            outer.append(clause)
            clause = []
        else:
            yield clause
            clause = outer.pop() if match["end"] == ")" and outer else []
    yield from (*outer, clause)


def _of_clause(words: list[Word], is_place: IsPlace) -> Iterator[Person]:
    at = 0
    while at < len(words):
        is_asked = words[at].is_capital and not is_address_of_next(words, at)
        reading = read_name(words, at, is_place) if is_asked else Reading()
        if reading.said_from >= 0:
            yield _person(words, at, reading)
        at += reading.length


def _person(words: list[Word], at: int, reading: Reading) -> Person:
    end = at + reading.length
    name = " ".join(word.text for word in words[at:end])
    said = " ".join(word.text for word in words[reading.said_from : end])
    last = words[end - 1]
    is_initials = "." in last.text or (reading.length == 1 and len(name) == 1)
    return Person(name, said, words[at].start, last.start + len(last.text), reading.is_addressed, is_initials)
