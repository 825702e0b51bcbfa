"""What a workbook says of a model that has a file goes into that file: keys that say the same keep their lines, letter by letter.

Comments within a key that says something else go, and are counted.
"""

import re
from collections.abc import Iterable, Mapping

from showcase.exchange.comparing import texts_of
from showcase.exchange.draft import tree_of
from showcase.exchange.layout import Path
from showcase.exchange.taking import is_deleted
from showcase.exchange.yaml_text import write_entry
from showcase.reading.form import MODEL
from showcase.reading.node import Mapping as Node

__all__ = ["edited", "lost_comments", "other_keys", "without_deleted"]

_COMMENT = re.compile(r"(?:^|\s)(#.*)")


def without_deleted(values: Mapping[Path, str]) -> dict[Path, str]:
    """Leave out what shall not be there."""
    return {path: text for path, text in values.items() if not is_deleted(text)}


def edited(
    text: str, node: Node, before: Mapping[Path, object], after: Mapping[Path, object], told: Mapping[Path, str]
) -> str:
    """Give the text of a file with the topmost keys of which a value is another; `told` are the texts of all values.

    `before` and `after` are what was read of the file and is to be read of it.
    """
    other = other_keys(before, after)
    tree = tree_of(told)
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += end
    starts = [(key.line - 1, key.value) for key, _ in node.pairs]
    pieces = ["".join(lines[: starts[0][0] if starts else 0])]
    order = list(MODEL.by_key)
    waiting = [key for key in order if key in other and key in tree and key not in {name for _, name in starts}]
    for number, (start, key) in enumerate(starts):
        stop = starts[number + 1][0] if number + 1 < len(starts) else len(lines)
        while waiting and key in order and order.index(waiting[0]) < order.index(key):
            pieces.append(_written(waiting.pop(0), tree, end))
        block = lines[start:stop]
        if key in other:
            pieces.append(_written(key, tree, end))
            pieces += _tail(block)
        else:
            pieces += block
    pieces += [_written(key, tree, end) for key in waiting]
    return "".join(pieces)


def other_keys(before: Mapping[Path, object], after: Mapping[Path, object]) -> set[str]:
    """Give the topmost keys of which a value is another."""
    return {str(path[0]) for path in {*before, *after} if before.get(path) != after.get(path)}


def lost_comments(text: str, node: Node) -> dict[str, int]:
    """Count by topmost key the lines with a comment that go where the key is written anew."""
    lines = text.splitlines()
    starts = [(key.line - 1, key.value, value) for key, value in node.pairs]
    ends = [*(start for start, _, _ in starts[1:]), len(lines)]
    found = {}
    for (start, key, value), stop in zip(starts, ends, strict=True):
        block = lines[start:stop]
        said = [" ".join(one.split()) for _, one in texts_of(value)]
        found[key] = sum(_has_comment(line, said) for line in block[: len(block) - len(list(_tail(block)))])
    return found


def _has_comment(line: str, said: Iterable[str]) -> bool:
    """Tell whether a line has a comment; a # may be a part of what is said there."""
    found = _COMMENT.search(line)
    words = " ".join(found[1].split()).rstrip("\"'") if found else ""
    return bool(found) and not any(words in text for text in said)


def _written(key: str, tree: Mapping[str, object], end: str) -> str:
    return write_entry(MODEL, key, tree[key]).replace("\n", end) if key in tree else ""  # type: ignore[arg-type]


def _tail(block: list[str]) -> Iterable[str]:
    """Give the comments and blank lines at the end of a block, which belong to what follows."""
    size = len(block)
    while size > 1 and (not block[size - 1].strip() or block[size - 1].startswith("#")):
        size -= 1
    return block[size:]
