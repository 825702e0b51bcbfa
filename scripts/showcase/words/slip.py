"""“Ý bạn là …?”: which of the known words somebody mistyped. It goes by letters alone, never by likeness of meaning or sound.

Whoever reads a proposal follows it, so a wrong one becomes a false fact: “công đoàn” is no mistyped “công an”, nor
“hoàn thành” “công nhận”. What is only like a known word gets no proposal.
"""

import re
from collections.abc import Container, Mapping

from showcase.words.syllables import reads_as_words
from showcase.words.text import fold

__all__ = ["plain_letters", "slip_of"]

_LONG, _LONGER = 5, 9
"""Letters from which one may be wrong, and two."""
_SYLLABLES, _LONG_OF_WORDS, _LONGER_OF_WORDS = 3, 8, 12
"""What reads as Vietnamese is most likely what was meant: `du kích` is not `du lịch`, `công dân` not `công đoàn`. Only of three
syllables and more, and eight letters, one letter may be too much, missing or swapped; of twelve it may be another one.
Of the 57,000 entries of a dictionary, 67 came near enough to some word of our lists before this rule, and one now, `trung đại học`."""
_LONGEST = 200
"""Characters: what is longer is no slip of the keyboard."""
_NO_LETTER = re.compile(r"[\W_]+")
_DIGITS = re.compile(r"\d+")


def plain_letters(text: str) -> str:
    """Give the letters and digits of a text and nothing else: no case, marks, blanks or hyphens, `y` as `i` (kí, ký)."""
    return _NO_LETTER.sub("", fold(text)).replace("y", "i")


def slip_of(typed: str, known: Mapping[str, str], other_words: Container[str] = (), *, is_prose: bool = True) -> str:
    """Give what the one known word stands for that was mistyped; '' where there is none, or more than one.

    What has the same letters comes first. `other_words` have another meaning, so none of them is a slip; they are given by
    their plain letters. Where one types words of the language (`is_prose`), what reads as such is meant as it stands; names
    of keys are no prose.
    """
    wanted = plain_letters(typed)
    if not wanted or len(typed) > _LONGEST:
        return ""
    plain = {word: plain_letters(word) for word in known}
    if same := {known[word] for word, letters in plain.items() if letters == wanted}:
        return _only(same)
    if wanted in other_words:
        return ""
    is_words = is_prose and reads_as_words(fold(typed))
    found: dict[int, set[str]] = {}
    for word, letters in plain.items():
        distance = _slips(wanted, letters)
        if distance and not (is_words and _is_another_word(typed, word, distance)):
            found.setdefault(distance, set()).add(known[word])
    return _only(found[min(found)]) if found else ""


def _only(found: set[str]) -> str:
    return next(iter(found)) if len(found) == 1 else ""


def _slips(typed: str, known: str) -> int:
    """Count the slips that make one word of the other; 0 where they are too many for its length, or change a number."""
    shorter = min(len(typed), len(known))
    most = (shorter >= _LONG) + (shorter >= _LONGER)
    if abs(len(typed) - len(known)) > most or _DIGITS.findall(typed) != _DIGITS.findall(known):
        return 0
    distance = _distance(typed, known, most)
    return distance if distance <= most else 0


def _is_another_word(typed: str, known: str, distance: int) -> bool:
    """Tell whether a text that reads as Vietnamese is rather what it says than a known word mistyped."""
    one, other = _NO_LETTER.split(fold(typed).strip()), _NO_LETTER.split(fold(known).strip())
    letters, known_letters = "".join(one), "".join(other)
    has_another_letter = len(letters) == len(known_letters) and sorted(letters) != sorted(known_letters)
    least = _LONGER_OF_WORDS if has_another_letter else _LONG_OF_WORDS
    is_near = distance == 1 and min(len(letters), len(known_letters)) >= least
    return not (is_near and len(one) == len(other) >= _SYLLABLES)


def _distance(one: str, other: str, most: int) -> int:
    """Count letters too much, missing, wrong or swapped (Damerau's distance); more than `most` is told as `most` + 1.

    Only cells within `most` of the diagonal are computed, and no row after one that is past it: words that differ cost three rows.
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        earlier, before, row = before, row, [at] + [most + 1] * len(other)
        for place in range(max(1, at - most), min(len(other), at + most) + 1):
            cost = letter != other[place - 1]
            row[place] = min(before[place] + 1, row[place - 1] + 1, before[place - 1] + cost)
            if at > 1 and place > 1 and letter == other[place - 2] and one[at - 2] == other[place - 1]:
                row[place] = min(row[place], earlier[place - 2] + 1)
        if min(row) > most:
            return most + 1
    return row[-1]
