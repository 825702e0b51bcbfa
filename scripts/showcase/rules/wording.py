"""How rules speak: quoting what was typed, proposing what was meant; one voice for all of them."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Mapping

from showcase.words.quoting import quote
from showcase.words.slip import slip_of

__all__ = [
    "ask",
    "choose",
    "did_you_mean",
    "explained",
    "in_single_quotes",
    "key_meant",
    "lines_named",
    "listed",
    "of_excel",
    "quote",
    "quote_name",
    "small",
    "without_comment",
]

_LONGEST_PROPOSAL = 200
_LONGEST_NAME = 60
_SHORTENED = re.compile(r"(?i)\d[.,]?\d*e[+-]?\d{1,3}\b|#{4,}")
"""A number with an exponent, or the signs of a column that is too narrow."""
_COMMENT = re.compile(r"[ \t]#(?:[ \t]|$)")
_MOST_NAMED = 12
"""More words than this are a list that nobody reads in one line; the guide has them."""


def quote_name(name: str) -> str:
    """Quote the name of a file or folder with its blanks, where they are what is wrong with it."""
    is_odd = name != " ".join(name.split()) and name.splitlines() == [name]
    return f"'{name}'" if is_odd and len(name) <= _LONGEST_NAME else quote(name)


def ask(meant: str) -> str:
    """Give ` Ý bạn là 'x'?`, which begins with a space; what is proposed is to be copied, so it is hardly shortened."""
    return f" Ý bạn là {quote(meant, _LONGEST_PROPOSAL)}?"


def listed(words: Iterable[str], last: str = "hoặc") -> str:
    """Join words as a sentence does: `a, b hoặc c`."""
    *most, end = list(words)
    return f"{', '.join(most)} {last} {end}" if most else end


def did_you_mean(typed: str, known: Iterable[str]) -> str:
    """Give ` Ý bạn là 'x'?`, or nothing where none of the known words was mistyped; it begins with a space."""
    meant = slip_of(typed, {word: word for word in known})
    return ask(meant) if meant else ""


def key_meant(typed: str, spellings: Mapping[str, Iterable[str]], other_words: Container[str] = ()) -> str:
    """Give the key that was mistyped, itself or one of its other spellings; '' where none was, or two may have been."""
    holders = Counter(spelling for others in spellings.values() for spelling in set(others))
    known = {spelling: key for key, others in spellings.items() for spelling in others if holders[spelling] == 1}
    return slip_of(typed, known | {key: key for key in spellings}, other_words)


def choose(meanings: Mapping[str, str]) -> str:
    """Give ` Hãy chọn một trong: x (nghĩa của x), …`, or nothing where there are too many; it begins with a space."""
    return f" Hãy chọn một trong: {explained(meanings)}." if 0 < len(meanings) <= _MOST_NAMED else ""


def explained(meanings: Mapping[str, str]) -> str:
    """Name words, each with what it means if that is another: `huyen (Cấp quận, huyện), tinh (Cấp tỉnh, thành phố)`.

    Where the meanings are sentences, with commas of their own, semicolons part them.
    """
    joint = "; " if any(":" in meaning for meaning in meanings.values()) else ", "
    return joint.join(f"{word} ({meaning})" if meaning != word else word for word, meaning in meanings.items())


def lines_named(lines: Iterable[int]) -> str:
    """Name lines as a sentence does: `dòng 5`, or `các dòng 5, 7 và 9`; at most a dozen of them."""
    numbers = [str(line) for line in dict.fromkeys(lines)]
    if len(numbers) > _MOST_NAMED:
        numbers = [*numbers[:_MOST_NAMED], "nhiều dòng khác"]
    return f"dòng {numbers[0]}" if len(numbers) == 1 else f"các dòng {listed(numbers, 'và')}"


def in_single_quotes(typed: str) -> str:
    """Write a text as YAML takes it whatever signs are in it: between single quotes, those inside doubled."""
    doubled = typed.replace("'", "''")
    return f"'{doubled}'"


def of_excel(typed: str) -> str:
    """Say what Excel did to a number, `2.383844567E+09`: what it cut off cannot be guessed; '' of any other. It begins with a space."""
    if len(typed) > _LONGEST_NAME or not _SHORTENED.search(typed):  # the pattern takes squares of the time
        return ""
    return (
        " Excel đã rút gọn số này, những chữ số cuối có thể đã mất. Hãy định dạng ô trong Excel là Text (Văn bản), "
        "rồi chép lại đủ các chữ số."
    )


def without_comment(line: str) -> tuple[str, str]:
    """Part a line of YAML from the comment behind it, which begins with blanks and `# `; blanks at its end are gone."""
    match = _COMMENT.search(line)
    value = (line[: match.start()] if match else line).rstrip()
    return value, line[len(value) :].rstrip() if match else ""


def small(sentence: str) -> str:
    """Begin with a small letter what follows in a sentence, unless its first word is an abbreviation."""
    return sentence if sentence[1:2].isupper() else sentence[:1].lower() + sentence[1:]
