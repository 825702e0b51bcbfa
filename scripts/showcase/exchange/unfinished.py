"""A file that is not finished has what is known as values, and what is left as comments in the form's own words."""

from collections.abc import Iterator, Mapping, Sequence

from showcase.exchange.draft import Tree
from showcase.exchange.wrapping import filled
from showcase.exchange.yaml_text import WIDTH, write_entry
from showcase.reading.form import MODEL
from showcase.reading.kinds import Choice, Entry, Form, Group, Key, Kind, Many
from showcase.record.vocabulary import Vocabularies
from showcase.words.safe_line import safe_line

__all__ = ["comment", "write_unfinished"]

_MOST_TERMS = 12
"""Terms of a vocabulary that are named; of a longer one the guide tells."""


def write_unfinished(
    tree: Mapping[str, Tree], vocabularies: Vocabularies, head: Sequence[str], pattern: Mapping[str, Tree] | None = None
) -> str:
    """Write a model of which some keys are known; `head` are sentences that begin the file.

    `pattern` has values of another model: they stand as comments, so that nothing of it counts before somebody has looked at it.
    """
    lines = [line for sentence in head for line in comment(sentence)]
    pieces = ["".join(f"{line}\n" for line in lines), "\n"] if lines else []
    optional: list[str] = []
    for entry in MODEL.entries:
        if entry.key in tree:
            pieces.append(write_entry(MODEL, entry.key, tree[entry.key]))
        elif pattern and entry.key in pattern:
            pieces += (f"#{line}\n" for line in write_entry(MODEL, entry.key, pattern[entry.key]).splitlines())
        elif entry.must:
            pieces += (f"{line}\n" for line in _left(entry, vocabularies))
        else:
            optional.append(entry.key)
    pieces.append("".join(f"{line}\n" for line in comment(f"Có thể thêm: {', '.join(optional)}. Xem trang hướng dẫn.")))
    return "".join(pieces)


def comment(text: str, indent: str = "") -> Iterator[str]:
    """Yield the lines of a text as comments."""
    for line in text.split("\n"):
        yield from (f"# {indent}{part}".rstrip() for part in _wrapped(line, WIDTH - 2 - len(indent)) or [""])


def _wrapped(text: str, width: int) -> list[str]:
    return filled(" ".join(safe_line(text).split()), width)


def _left(entry: Entry, vocabularies: Vocabularies) -> Iterator[str]:
    """Write a key that must stand, and the keys below it, so that they count once the first `#` of a line is taken away."""
    yield from _line("", entry, vocabularies)
    match entry.kind:
        case Group(form=form):
            yield from _keys(form, vocabularies, "  ", "  ")
        case Many(of=Group(form=form)):
            yield from _keys(form, vocabularies, "  - ", "    ")
        case _:
            pass


def _keys(form: Form, vocabularies: Vocabularies, first: str, others: str) -> Iterator[str]:
    for number, entry in enumerate(form.entries):
        yield from _line(others if number else first, entry, vocabularies)


def _line(indent: str, entry: Entry, vocabularies: Vocabularies) -> Iterator[str]:
    """Write a key without a value, and behind it what belongs there; no blank before it, which would indent it without its `#`."""
    head = f"#{indent}{entry.key}:  # "
    options = _options(entry.kind, vocabularies)
    about = f"{entry.about}{f' Chọn: {options}.' if options else ''}"
    for number, part in enumerate(_wrapped(about, WIDTH - len(head))):
        yield f"#{' ' * (len(head) - 3)}# {part}" if number else f"{head}{part}"


def _options(kind: Kind, vocabularies: Vocabularies) -> str:
    if isinstance(kind, Choice):
        names = dict(kind.options)
    elif isinstance(kind, Key):
        names = {key: term.label for key, term in vocabularies.named(kind.vocabulary).terms.items()}
    else:
        return ""
    return (
        ", ".join(f"{key} – {label}" for key, label in names.items()) if len(names) <= _MOST_TERMS else ", ".join(names)
    )
