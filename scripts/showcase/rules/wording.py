"""How rules speak: quoting what was typed, proposing what was meant; one voice for all of them."""

from collections.abc import Iterable, Mapping

from showcase.words.nearest import nearest

_LONGEST_QUOTE = 60
_LONGEST_PROPOSAL = 200
_MOST_NAMED = 12
"""More words than this are a list that nobody reads in one line; the guide has them."""


def quote(typed: str, longest: int = _LONGEST_QUOTE) -> str:
    """Quote a value in one line, shortened where it is long."""
    line = " ".join(typed.split())
    return f"'{line if len(line) <= longest else line[: longest - 1] + '…'}'"


def ask(meant: str) -> str:
    """Give ` Ý bạn là 'x'?`, which begins with a space; what is proposed is to be copied, so it is hardly shortened."""
    return f" Ý bạn là {quote(meant, _LONGEST_PROPOSAL)}?"


def listed(words: Iterable[str], last: str = "hoặc") -> str:
    """Join words as a sentence does: `a, b hoặc c`."""
    *most, end = list(words)
    return f"{', '.join(most)} {last} {end}" if most else end


def did_you_mean(typed: str, known: Iterable[str]) -> str:
    """Give ` Ý bạn là 'x'?`, or nothing where no known word is near; it begins with a space."""
    found = nearest(typed, known, limit=1)
    return ask(found[0]) if found else ""


def propose(typed: str, known: Iterable[str]) -> str:
    """Give the nearest known word as a question, or else all of the known ones; it begins with a space."""
    words = list(known)
    if found := did_you_mean(typed, words):
        return found
    return f" Hãy chọn một trong: {', '.join(words)}." if 0 < len(words) <= _MOST_NAMED else ""


def propose_labelled(typed: str, labels: Mapping[str, str]) -> str:
    """Give the key that resembles what was typed, or whose label does, or else all keys; it begins with a space."""
    key = nearest_key(typed, {key: (label,) for key, label in labels.items()})
    if key:
        return ask(key)
    choices = (key if key == label else f"{key} ({label})" for key, label in labels.items())
    return f" Hãy chọn một trong: {', '.join(choices)}." if len(labels) <= _MOST_NAMED else ""


def nearest_key(typed: str, spellings: Mapping[str, Iterable[str]]) -> str:
    """Give the key that resembles what was typed, itself or one of its other spellings; '' where none does."""
    meant = {spelling: key for key, others in spellings.items() for spelling in others}
    meant |= {key: key for key in spellings}
    found = nearest(typed, meant, limit=1)
    return meant[found[0]] if found else ""


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


def small(sentence: str) -> str:
    """Begin with a small letter what follows in a sentence, unless its first word is an abbreviation."""
    return sentence if sentence[1:2].isupper() else sentence[:1].lower() + sentence[1:]
