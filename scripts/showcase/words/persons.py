"""Which names of persons a Vietnamese text holds; nothing here knows who they are, nor about files.

A person is named after a form of address (“bác Tư”, “chị Thu Hà”), after an office with the name of a family, or by a
full name alone. Streets, schools, units, companies and persons of history bear such names too: what stands before tells
them apart, and the gazetteer knows the places.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from showcase.words.person_guard import may_name_a_person, small_names_in
from showcase.words.person_words import (
    ADDRESSES,
    BEFORE_A_LETTER,
    BEFORE_HIGHLANDERS,
    BETWEEN,
    FAMILIES,
    GROUPS,
    LINKS,
    MIDDLES,
    NAMED_AFTER,
    NEED_A_FAMILY,
    NO_NAMES,
    NO_SECOND,
    NOT_AFTER,
    OF_HISTORY,
    OFFICES,
    OTHER_FAMILIES,
    PAIRS,
    PEOPLES,
    PLACE_FIRST,
    PLACE_TOO,
    THINGS,
    UNITS,
)
from showcase.words.sentences import CAPITAL, sentences_in

__all__ = ["IsPlace", "Person", "persons_in", "sentence_at"]

IsPlace = Callable[[str], bool]


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
_OFFICE = re.compile(rf"\b(?:{OFFICES})\b")
_OFFICE_BEFORE = re.compile(rf"\b(?:{OFFICES})$")
_DOT_WITHIN = re.compile(
    rf"(?<![^\W_])(?:Mrs?|Ms|B[Ss]|Th[Ss])\.(?=\s?[{CAPITAL}])"
    rf"|\b(?:{'|'.join(sorted((FAMILIES | OTHER_FAMILIES) - {'Ông'}))}) (?:[{CAPITAL}]\.\s?)+(?=[{CAPITAL}][{CAPITAL.lower()}])"
)
"""“Mr. Hùng”, “Nguyễn V. Tám”: these dots end no sentence."""
_BETWEEN = frozenset(tuple(words.split()) for words in BETWEEN)
_ADDRESSES = frozenset(tuple(words.split()) for words in ADDRESSES)
_CLAN = frozenset({"Bá", "Đình", "Hữu", "Khắc", "Thị", "Văn"})
"""With a family's name alone these make a clan's: “ba dòng họ là Nguyễn Văn, Trần Đình và Lê Bá”."""
_HIGHLANDER = re.compile(rf"[HK]['’][{CAPITAL}]\w+")
_SUREST = frozenset({"A", "Thị"})
"""Whatever family's name stands before these: “Thò A Sử”, “Điểu Thị Bé”."""
_OFFICE_WORDS = 9
_LONGEST = 5
"""Words of a name."""
_SYLLABLE = re.compile(
    "(?:[BCDĐGHKLMNPRSTVX]|CH|GH|GI|KH|NG|NGH|NH|PH|QU|TH|TR)?[AĂÂEÊIOÔƠUƯYÀ-ỹ]{1,3}(?:C|CH|M|N|NG|NH|P|T)?"
)


class _Word(NamedTuple):
    text: str
    start: int
    small: str
    is_capital: bool

    @property
    def titled(self) -> str:
        """The word as a name is usually written: `NGUYỄN` as `Nguyễn`."""
        return self.text.capitalize() if self.text.isupper() else self.text


def persons_in(text: str, is_place: IsPlace) -> Iterator[Person]:
    """Yield the names of persons in a text in NFC; `is_place` tells whether a unit of the gazetteer bears a name."""
    plain = _plain(text)
    for start, sentence in sentences_in(plain):
        if may_name_a_person(sentence):
            yield from _of_sentence(plain, start, start + len(sentence), is_place)


def sentence_at(text: str, place: int) -> str:
    """Give the sentence of a text in which a name stands that was found at a place."""
    return next((one for start, one in sentences_in(_without_dots(text)) if place < start + len(one)), "")


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


def _clauses(text: str, start: int, stop: int) -> Iterator[list[_Word]]:
    """Yield the words of each clause; what stands in brackets is one of its own, and the sentence goes on behind it."""
    clause: list[_Word] = []
    outer: list[list[_Word]] = []
    for match in _TOKEN.finditer(text, start, stop):
        if not match["end"]:
            word = match.group().rstrip(".")
            clause.append(_Word(word, match.start(), word.casefold(), word[0].isupper()))
        elif match["end"] == "(":
            outer.append(clause)
            clause = []
        else:
            yield clause
            clause = outer.pop() if match["end"] == ")" and outer else []
    yield from (*outer, clause)


class _Reading(NamedTuple):
    """What begins at a word with a capital: how many words it takes, and if it is a person's name, where that is said from."""

    length: int = 1
    said_from: int = -1
    is_addressed: bool = False


def _of_clause(words: list[_Word], is_place: IsPlace) -> Iterator[Person]:
    at = 0
    while at < len(words):
        is_asked = words[at].is_capital and not _is_address_of_next(words, at)
        reading = _read_name(words, at, is_place) if is_asked else _Reading()
        if reading.said_from >= 0:
            yield _person(words, at, reading)
        at += reading.length


def _person(words: list[_Word], at: int, reading: _Reading) -> Person:
    end = at + reading.length
    name = " ".join(word.text for word in words[at:end])
    said = " ".join(word.text for word in words[reading.said_from : end])
    is_initials = reading.length == 1 and (len(name) == 1 or "." in name)
    last = words[end - 1]
    return Person(name, said, words[at].start, last.start + len(last.text), reading.is_addressed, is_initials)


def _is_address_of_next(words: list[_Word], at: int) -> bool:
    return (words[at].small,) in _ADDRESSES and at + 1 < len(words) and words[at + 1].is_capital


def _read_name(words: list[_Word], at: int, is_place: IsPlace) -> _Reading:
    address, stands_at = _address_before(words, at)
    if address and _is_part_of_a_name(words, at, stands_at, is_place):
        address, stands_at = "", at
    is_group = address != "" and _is_group(words, stands_at)
    length = _full_name(words, at, is_direct=address != "" and not is_group)
    if length:
        name = " ".join(word.titled for word in words[at : at + length])
        if _is_of_history(name) or (is_place(name) and (not address or is_group or address in PLACE_FIRST)):
            return _Reading(length)
        if not address and (_names_a_thing(words, at, length) or _ends_a_place(words, at, is_place)):
            return _Reading(length)
        left = " ".join(word.small for word in words[max(0, at - _OFFICE_WORDS) : at])
        is_addressed = bool(address or _OFFICE.search(left))
        is_clan = length == 2 and words[at + 1].titled in _CLAN and not is_addressed
        return _Reading(length, -1 if is_clan else stands_at, is_addressed)
    if not address and _HIGHLANDER.fullmatch(words[at].text):
        return _Reading(1, at if _is_highlander(words, at, is_place) else -1)
    length = _given_name(words, at, address, stands_at, is_place) if address else 0
    if not length or (is_group and not (length == 1 and _is_one_of_several(words, at, is_place))):
        return _Reading()
    return _Reading(length, stands_at, is_addressed=True)


def _is_part_of_a_name(words: list[_Word], at: int, stands_at: int, is_place: IsPlace) -> bool:
    """Tell whether a form of address with a capital is no address: “cầu Ông Lãnh”, “xã Anh Sơn Đông”, “Cô Tô”, “Anh Hùng”."""
    if not words[stands_at].is_capital or _is_shouted(words[stands_at]):
        return False
    before = (" ".join(_small(words, stands_at - length, stands_at)) for length in (1, 2))
    if not NAMED_AFTER.isdisjoint(before) or (words[stands_at].small, words[at].small) == ("anh", "hùng"):
        return True
    end = at
    while end < len(words) and words[end].is_capital:
        end += 1
    return is_place(" ".join(word.titled for word in words[stands_at:end]))


def _is_one_of_several(words: list[_Word], at: int, is_place: IsPlace) -> bool:
    """Tell whether several people are named after one form of address: “các cô Hoa, Mai”."""
    name = words[at].text
    ends = at + 1 == len(words) or words[at + 1].small == "và"
    return ends and len(name) > 1 and name not in PEOPLES and name.casefold() not in THINGS and not is_place(name)


def _address_before(words: list[_Word], at: int) -> tuple[str, int]:
    """Give the form of address that stands before a name, and its number; ('', `at`) where there is none."""
    end = at
    for _ in range(3):
        for length in (2, 1):
            start = end - length
            if _small(words, start, end) in _ADDRESSES:
                is_within = start > 1 and words[start].is_capital and words[start - 1].is_capital
                if is_within and _small(words, start - 1, start) not in _ADDRESSES:
                    return "", at
                return " ".join(_small(words, start, end)), start
        between = next((length for length in (2, 1) if _small(words, end - length, end) in _BETWEEN), 0)
        if not between:
            break
        end -= between
    return "", at


def _small(words: list[_Word], start: int, end: int) -> tuple[str, ...]:
    return tuple(word.small for word in words[start:end]) if start >= 0 else ()


def _is_group(words: list[_Word], at: int) -> bool:
    """Tell whether a form of address is one of many people: “các cháu”, “anh em”."""
    before = words[at - 1].small if at else ""
    return before in GROUPS or (before, words[at].small) in PAIRS


def _full_name(words: list[_Word], at: int, *, is_direct: bool) -> int:
    """Give the number of words of a name that begins with a family's; 0 where none does."""
    end = at
    while end < len(words) and end - at < _LONGEST and _goes_on(words, at, end):
        if end > at + 1 and words[end].titled in FAMILIES and _is_usual_middle(words, end + 1):
            break
        end += 1
    length = end - at
    is_usual = length > 2 and words[at + 1].titled in MIDDLES
    if length < 2:
        return 0
    if words[at].titled in FAMILIES:
        return length if is_usual or is_direct or not _is_shouted(words[at]) else 0
    if words[at].text in BEFORE_HIGHLANDERS:
        return length if is_direct or not _is_letter(words, at) else 0
    if length > 2 and words[at + 1].text in _SUREST:
        return 0 if words[at].small in THINGS or words[at + 2].small in NO_SECOND["thị"] else length
    return length if words[at].titled in OTHER_FAMILIES and (is_usual or is_direct) else 0


def _is_highlander(words: list[_Word], at: int, is_place: IsPlace) -> bool:
    """Tell whether “H'Lim”, “K'Brèo” is somebody, and no people (“người K'Ho”) and no part of a place (“Ea H'Leo”)."""
    text = words[at].text.replace("’", "'")
    before = words[at - 1] if at else None
    is_of_more = before is not None and (before.is_capital or before.small in ("người", "tộc", "bào"))
    return not (is_of_more or text in PEOPLES or is_place(text) or is_place(words[at].text))


def _is_letter(words: list[_Word], at: int) -> bool:
    """Tell whether “A” or “Y” is a letter: “lớp A Tân Phú”, “kế hoạch A Và …”."""
    before, following = words[at - 1] if at else None, words[at + 1]
    if before and (before.small in BEFORE_A_LETTER or before.is_capital):
        return True
    return following.small in THINGS or following.small in LINKS or _is_shouted(following)


def _goes_on(words: list[_Word], at: int, end: int) -> bool:
    """Tell whether a name that begins at one word still has another: no office, no abbreviation."""
    word = words[end]
    is_other = word.small in LINKS if _is_shouted(words[at]) else _is_shouted(word)
    return word.is_capital and not is_other and not _is_no_name(words, end)


def _is_shouted(word: _Word) -> bool:
    return len(word.text) > 1 and word.text.isupper()


def _is_usual_middle(words: list[_Word], at: int) -> bool:
    return at < len(words) and words[at].titled in MIDDLES


def _is_no_name(words: list[_Word], at: int) -> bool:
    """Tell whether an office or a body begins here: “Bí thư”, “Chi hội”."""
    following = words[at + 1].small if at + 1 < len(words) else ""
    return words[at].small in NO_NAMES or f"{words[at].small}_{following}" in NO_NAMES


def _is_of_history(name: str) -> bool:
    small = name.casefold()
    words = small.split()
    return small in OF_HISTORY or any(
        " ".join(words[:length]) in OF_HISTORY for length in (3, 4) if length < len(words)
    )


def _names_a_thing(words: list[_Word], at: int, length: int) -> bool:
    """Tell whether a street, a school, a unit … bears the name; an official's may follow that of a unit."""
    two, one = " ".join(_small(words, at - 2, at)), " ".join(_small(words, at - 1, at))
    thing = two if two in THINGS else one
    if thing not in THINGS:
        return False
    left = " ".join(word.small for word in words[max(0, at - _OFFICE_WORDS) : at])
    if _OFFICE_BEFORE.search(left):
        return False
    is_full = length > 2 and words[at + 1].titled in MIDDLES
    return not (thing in UNITS and is_full and _OFFICE.search(left))


def _ends_a_place(words: list[_Word], at: int, is_place: IsPlace) -> bool:
    return at > 0 and words[at - 1].is_capital and is_place(f"{words[at - 1].titled} {words[at].titled}")


def _given_name(words: list[_Word], at: int, address: str, stands_at: int, is_place: IsPlace) -> int:
    """Give the number of words of a given name after a form of address; 0 where it is none."""
    if _is_no_given_name(words, at, address, stands_at):
        return 0
    end = at + 1
    while end < len(words) and end - at < _LONGEST and _goes_on(words, at, end):
        end += 1
    if address in PLACE_TOO and is_place(" ".join(word.titled for word in words[at:end])):
        return 0
    return end - at


def _is_no_given_name(words: list[_Word], at: int, address: str, stands_at: int) -> bool:
    first = words[at]
    if "." in first.text:
        return False
    if address in NEED_A_FAMILY or first.small in NOT_AFTER.get(address, ()) or _is_no_name(words, at):
        return True
    if _is_shouted(first) and (words[stands_at].text.isupper() or not _SYLLABLE.fullmatch(first.text)):
        return True
    return address in PLACE_TOO and (first.text in PEOPLES or first.small in THINGS)
