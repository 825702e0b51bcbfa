"""How a name of a person is read where a word with a capital stands: how long it is, and what shows that it is one.

Streets, schools, units, companies and persons of history bear such names too: what stands before tells them apart.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from showcase.words.person_words import (
    ADDRESSES,
    BEFORE_A_LETTER,
    BEFORE_HIGHLANDERS,
    BETWEEN,
    CHILDREN,
    FAMILIES,
    GROUPS,
    LINKS,
    MIDDLES,
    NAMED_AFTER,
    NEED_A_FAMILY,
    NO_NAMES,
    NO_SECOND,
    NOT_AFTER,
    OF_A_CHILD,
    OF_HISTORY,
    OFFICES,
    OTHER_FAMILIES,
    PAIRS,
    PEOPLES,
    PEOPLES_IN_TWO,
    PLACE_FIRST,
    PLACE_TOO,
    THINGS,
    UNITS,
    WHO_IS_NAMED,
)
from showcase.words.sentences import CAPITAL

__all__ = ["IsPlace", "Reading", "Word", "is_address_of_next", "read_name"]

IsPlace = Callable[[str], bool]

_OFFICE = re.compile(rf"\b(?:{OFFICES})\b")
_WHO_IS_NAMED = re.compile(WHO_IS_NAMED)
_OFFICE_BEFORE = re.compile(rf"\b(?:{OFFICES})$")
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


class Word(NamedTuple):
    """A word as it was typed, where it begins, in small letters, and whether it has a capital."""

    text: str
    start: int
    small: str
    is_capital: bool

    @property
    def titled(self) -> str:
        """The word as a name is usually written: `NGUYỄN` as `Nguyễn`."""
        return self.text.capitalize() if self.text.isupper() else self.text


class Reading(NamedTuple):
    """What begins at a word with a capital: how many words it takes, and if it is a person's name, where that is said from."""

    length: int = 1
    said_from: int = -1
    is_addressed: bool = False


def is_address_of_next(words: list[Word], at: int) -> bool:
    """Tell whether a word with a capital is a form of address before a name: “Bác Tư”."""
    return (words[at].small,) in _ADDRESSES and at + 1 < len(words) and words[at + 1].is_capital


def read_name(words: list[Word], at: int, is_place: IsPlace) -> Reading:
    """Read what begins at a word with a capital; `is_place` tells whether a unit of the gazetteer bears a name."""
    address, stands_at = _address_of(words, at, is_place)
    is_group = address != "" and _is_group(words, stands_at)
    length = _full_name(words, at, is_direct=address != "" and not is_group)
    if length:
        name = " ".join(word.titled for word in words[at : at + length])
        if _is_of_history(name) or (is_place(name) and (not address or is_group or address in PLACE_FIRST)):
            return Reading(length)
        if not address and (_names_a_thing(words, at, length) or _ends_a_place(words, at, is_place)):
            return Reading(length)
        left = " ".join(word.small for word in words[max(0, at - _OFFICE_WORDS) : at])
        is_addressed = bool(address or _OFFICE.search(left))
        is_clan = length == 2 and words[at + 1].titled in _CLAN and not is_addressed
        return Reading(length, -1 if is_clan else stands_at, is_addressed)
    if not address and _HIGHLANDER.fullmatch(words[at].text):
        return Reading(1, at - _has_family_before(words, at) if _is_highlander(words, at, is_place) else -1)
    length = _given_name(words, at, address, stands_at, is_place) if address else 0
    if not length or (is_group and not (length == 1 and _is_one_of_several(words, at, is_place))):
        return Reading()
    is_of_history = _is_of_history(" ".join(word.titled for word in words[at : at + length]))
    return Reading(length, -1 if is_of_history else stands_at, is_addressed=True)


def _address_of(words: list[Word], at: int, is_place: IsPlace) -> tuple[str, int]:
    """Give what shows that a person's name follows, and its number; ('', `at`) where nothing does, or it is a part of the name."""
    if _is_said_to_be_named(words, at):
        return "tên", at - 1 - (words[at - 1].small == "là")
    address, stands_at = _address_before(words, at)
    return ("", at) if address and _is_part_of_a_name(words, at, stands_at, is_place) else (address, stands_at)


def _is_said_to_be_named(words: list[Word], at: int) -> bool:
    """Tell whether “tên” or “tên là” stands before a name, and somebody before that: “bệnh nhân tên Hạnh”."""
    end = at - (_small(words, at - 1, at) == ("là",))
    left = " ".join(_small(words, max(0, end - _OFFICE_WORDS), end - 1)) if end > 0 else ""
    return _small(words, end - 1, end) == ("tên",) and _WHO_IS_NAMED.search(left) is not None


def _has_initials(words: list[Word], at: int) -> bool:
    """Tell whether a family's name is followed by letters for the rest: “Nguyễn T.H.”."""
    is_family = words[at].titled in FAMILIES or words[at].titled in OTHER_FAMILIES
    return is_family and at + 1 < len(words) and "." in words[at + 1].text


def _is_part_of_a_name(words: list[Word], at: int, stands_at: int, is_place: IsPlace) -> bool:
    """Tell whether a form of address with a capital is no address: “cầu Ông Lãnh”, “xã Anh Sơn Đông”, “Cô Tô”, “Anh Hùng”."""
    if not words[stands_at].is_capital or _is_shouted(words[stands_at]):
        return False
    one, two = (" ".join(_small(words, stands_at - length, stands_at)) for length in (1, 2))
    # “nhà Bà Sáu”, “gia đình Ông Bảy” are those of a person; a “đình” is a temple.
    is_named_after = two in NAMED_AFTER or (one in NAMED_AFTER and one != "nhà" and two != "gia đình")
    if is_named_after or (words[stands_at].small, words[at].small) == ("anh", "hùng"):
        return True
    end = at
    while end < len(words) and words[end].is_capital:
        end += 1
    return is_place(" ".join(word.titled for word in words[stands_at:end]))


def _is_one_of_several(words: list[Word], at: int, is_place: IsPlace) -> bool:
    """Tell whether several people are named after one form of address: “các cô Hoa, Mai”."""
    name = words[at].text
    if _small(words, at - 2, at) == ("bà", "con"):  # always people of a place, never of a name
        return False
    ends = at + 1 == len(words) or words[at + 1].small == "và"
    return ends and len(name) > 1 and name not in PEOPLES and name.casefold() not in THINGS and not is_place(name)


def _address_before(words: list[Word], at: int) -> tuple[str, int]:
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


def _small(words: list[Word], start: int, end: int) -> tuple[str, ...]:
    return tuple(word.small for word in words[start:end]) if start >= 0 else ()


def _is_group(words: list[Word], at: int) -> bool:
    """Tell whether a form of address is one of many people: “các cháu”, “anh em”."""
    before = words[at - 1].small if at else ""
    return before in GROUPS or (before, words[at].small) in PAIRS


def _full_name(words: list[Word], at: int, *, is_direct: bool) -> int:
    """Give the number of words of a name that begins with a family's; 0 where none does."""
    if _has_initials(words, at) and (is_direct or words[at].titled in FAMILIES):
        return 2
    end = at
    while end < len(words) and end - at < _LONGEST and _goes_on(words, at, end):
        if end > at + 1 and words[end].titled in FAMILIES and _is_usual_middle(words, end + 1):
            break
        end += 1
    length = end - at
    is_usual = length > 2 and words[at + 1].titled in MIDDLES
    if length < 2 or (length == 2 and _is_a_people(words, at)):
        return 0
    if words[at].titled in FAMILIES:
        return length if is_usual or is_direct or not _is_shouted(words[at]) else 0
    if words[at].text in BEFORE_HIGHLANDERS:
        return length if is_direct or not _is_letter(words, at) else 0
    if length > 2 and words[at + 1].text in _SUREST:
        is_thing = words[at].small in THINGS and words[at].titled not in OTHER_FAMILIES
        return 0 if is_thing or words[at + 2].small in NO_SECOND["thị"] else length
    return length if words[at].titled in OTHER_FAMILIES and (is_usual or is_direct) else 0


def _is_highlander(words: list[Word], at: int, is_place: IsPlace) -> bool:
    """Tell whether “H'Lim”, “K'Brèo” is somebody, and no people (“người K'Ho”) and no part of a place (“Ea H'Leo”)."""
    text = words[at].text.replace("’", "'")
    before = words[at - 1] if at else None
    is_of_more = before is not None and (
        (before.is_capital and not _has_family_before(words, at)) or before.small in ("người", "tộc", "bào")
    )
    return not (is_of_more or text in PEOPLES or is_place(text) or is_place(words[at].text))


def _has_family_before(words: list[Word], at: int) -> bool:
    """Tell whether a highlander's family stands before the name: “Siu H'Bla”."""
    return at > 0 and words[at - 1].titled in OTHER_FAMILIES


def _is_letter(words: list[Word], at: int) -> bool:
    """Tell whether “A” or “Y” is a letter: “lớp A Tân Phú”, “kế hoạch A Và …”."""
    before, following = words[at - 1] if at else None, words[at + 1]
    if before and (before.small in BEFORE_A_LETTER or before.is_capital):
        return True
    return following.small in THINGS or following.small in LINKS or _is_shouted(following)


def _goes_on(words: list[Word], at: int, end: int) -> bool:
    """Tell whether a name that begins at one word still has another: no office, no abbreviation."""
    word = words[end]
    is_other = word.small in LINKS if _is_shouted(words[at]) else _is_shouted(word)
    return word.is_capital and not is_other and not _is_no_name(words, end)


def _is_shouted(word: Word) -> bool:
    return len(word.text) > 1 and word.text.isupper()


def _is_usual_middle(words: list[Word], at: int) -> bool:
    return at < len(words) and words[at].titled in MIDDLES


def _is_no_name(words: list[Word], at: int) -> bool:
    """Tell whether an office or a body begins here: “Bí thư”, “Chi hội”."""
    following = words[at + 1].small if at + 1 < len(words) else ""
    return words[at].small in NO_NAMES or f"{words[at].small}_{following}" in NO_NAMES


def _is_of_history(name: str) -> bool:
    small = name.casefold()
    words = small.split()
    return small in OF_HISTORY or any(
        " ".join(words[:length]) in OF_HISTORY for length in (3, 4) if length < len(words)
    )


def _names_a_thing(words: list[Word], at: int, length: int) -> bool:
    """Tell whether a street, a school, a unit … bears the name; an official's may follow that of a unit."""
    two, one = " ".join(_small(words, at - 2, at)), " ".join(_small(words, at - 1, at))
    thing = two if two in THINGS else one
    # “nhà Nguyễn” reigned, “nhà Nguyễn Văn Nam” is a household's.
    if thing not in THINGS or two == "cha xứ" or (thing == "nhà" and length > 2):
        return False
    left = " ".join(word.small for word in words[max(0, at - _OFFICE_WORDS) : at])
    if _OFFICE_BEFORE.search(left):
        return False
    is_full = length > 2 and words[at + 1].titled in MIDDLES
    return not (thing in UNITS and is_full and _OFFICE.search(left))


def _ends_a_place(words: list[Word], at: int, is_place: IsPlace) -> bool:
    return at > 0 and words[at - 1].is_capital and is_place(f"{words[at - 1].titled} {words[at].titled}")


def _given_name(words: list[Word], at: int, address: str, stands_at: int, is_place: IsPlace) -> int:
    """Give the number of words of a given name after a form of address; 0 where it is none."""
    if _is_no_given_name(words, at, address, stands_at):
        return 0
    end = at + 1
    while end < len(words) and end - at < _LONGEST and _goes_on(words, at, end):
        end += 1
    if address in CHILDREN and _goes_on_as_a_child(words, end):
        return end - at
    if address in PLACE_TOO and (_is_a_people(words, at) or is_place(" ".join(word.titled for word in words[at:end]))):
        return 0
    return end - at


def _is_a_people(words: list[Word], at: int) -> bool:
    """Tell whether a people is named; two words that begin as one are it only if it has both: “Gia Rai”, not “Gia Bảo”."""
    following = words[at + 1] if at + 1 < len(words) else None
    if following and following.is_capital:
        return f"{words[at].titled} {following.titled}" in PEOPLES_IN_TWO
    return words[at].text in PEOPLES


def _goes_on_as_a_child(words: list[Word], end: int) -> bool:
    """Tell whether behind a name a clause ends, or tells what becomes of a child: “cháu Hà, 7 tuổi”, “em Nam học lớp 2”."""
    return end == len(words) or words[end].small in OF_A_CHILD


def _is_no_given_name(words: list[Word], at: int, address: str, stands_at: int) -> bool:
    first = words[at]
    if "." in first.text:
        return False
    if address in NEED_A_FAMILY or first.small in NOT_AFTER.get(address, ()) or _is_no_name(words, at):
        return True
    if _is_shouted(first) and (words[stands_at].text.isupper() or not _SYLLABLE.fullmatch(first.text)):
        return True
    is_of_a_people = _small(words, at - 1, at) in (("gái",), ("trai",)) and _is_a_people(words, at)
    return is_of_a_people or (address in PLACE_TOO and first.small in THINGS)
