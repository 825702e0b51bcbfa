"""A model is written as editors write it: keys in the order of the form, lines of at most 120 signs, quotes only where they are needed.

What is written reads back as what came, as the format has it: a story without the white space at its ends, any other text on
one line with its white space collapsed.
"""

import re
from collections.abc import Iterator

from showcase.exchange.draft import Tree
from showcase.exchange.wrapping import filled, wrapped
from showcase.reading.kinds import Form, Group, Kind, Many, Story

__all__ = ["write_entry", "write_form"]

WIDTH = 120
_LINE_END = re.compile(r"\r\n?")
_LETTER = re.compile(r"[\w“‘(]")
_BREAKS_PLAIN = re.compile(r":(?=[\s\u00a0]|$)|[\s\u00a0]#")


def write_form(form: Form, tree: dict[str, Tree]) -> str:
    """Write a mapping with the keys of a form, those that are there."""
    return "".join(write_entry(form, key, tree[key]) for key in form.by_key if key in tree)


def write_entry(form: Form, key: str, value: Tree) -> str:
    """Write one key of the topmost mapping with its value, as whole lines."""
    return "".join(f"{line}\n" if line else "\n" for line in _pair(key, value, form.by_key[key].kind, 0))


def _pair(key: str, value: Tree, kind: Kind, indent: int) -> Iterator[str]:
    blank = " " * indent
    if isinstance(value, str):
        yield from _text(f"{blank}{key}:", value, kind, indent)
        return
    yield f"{blank}{key}:"
    yield from _inner(value, kind, indent + 2)


def _inner(value: Tree, kind: Kind, indent: int) -> Iterator[str]:
    match value, kind:
        case dict(), Group(form=form):
            for key in form.by_key:
                if key in value:
                    yield from _pair(key, value[key], form.by_key[key].kind, indent)
        case list(), Many(of=of):
            for item in value:
                yield from _item(item, of, indent)


def _item(item: Tree, kind: Kind, indent: int) -> Iterator[str]:
    """Write an item of a list behind its hyphen."""
    if isinstance(item, str):
        yield from _text(f"{' ' * indent}-", item, kind, indent)
        return
    for number, line in enumerate(_inner(item, kind, indent + 2)):
        yield line if number else f"{' ' * indent}- {line[indent + 2 :]}"


def _text(head: str, text: str, kind: Kind, indent: int) -> Iterator[str]:
    """Write a text behind its key: on that line, or below it where it is long or has lines of its own."""
    blank = " " * (indent + 2)
    if isinstance(kind, Story):
        # YAML counts columns from the first line: were that deeper than the next ones, these would end the text, and a `#` lose them.
        story = _LINE_END.sub("\n", text).strip()
        yield f"{head} |"
        yield from (f"{blank}{line}" if line else "" for line in wrapped(story, WIDTH - len(blank)).split("\n"))
        return
    plain = " ".join(text.split())
    line = f"{head} {_scalar(plain)}"
    if len(line) <= WIDTH or " " not in plain:
        yield line
        return
    yield f"{head} >-"
    for part in filled(plain, WIDTH - len(blank)):
        yield f"{blank}{part}"


def _scalar(text: str) -> str:
    """Write a text on one line; in quotes where YAML or people would take it for something else."""
    if text and _LETTER.match(text) and not _BREAKS_PLAIN.search(text) and not text.startswith(("---", "...")):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
