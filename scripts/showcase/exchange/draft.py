"""A draft is one model on its way: texts by the path at which they belong, each with the cell that it came from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from showcase.exchange.grid import letters
from showcase.exchange.layout import Path
from showcase.words.safe_line import safe_line

__all__ = ["Draft", "Leaf", "Place", "Remark", "Tree", "tree_of"]


class Place(NamedTuple):
    """A cell: its sheet, row and column from 1, and the key of its column; column 0 is the whole row, row 0 the sheet."""

    sheet: str
    row: int = 0
    column: int = 0
    key: str = ""

    def __str__(self) -> str:
        """Write it for people."""
        words = [f"trang “{self.sheet}”"]
        words += [f"hàng {self.row}"] if self.row else []
        words += [f"cột {letters(self.column)}"] if self.column else []
        return ", ".join(words) + (f" ({self.key})" if self.key else "")


class Remark(NamedTuple):
    """Something to tell of a cell; an error keeps its model from being written."""

    place: Place
    message: str
    is_error: bool = True

    def __str__(self) -> str:
        """Write one line that nobody obeys a part of."""
        return safe_line(f"{self.place}: {'lỗi' if self.is_error else 'nhắc'}: {self.message}")


class Leaf(NamedTuple):
    """The text of a value, and the cell in which it stands."""

    text: str
    place: Place


@dataclass(slots=True)
class Draft:
    """One model of a workbook; `name` is what its rows call it, and `values` are in the order of its cells."""

    name: str
    place: Place
    values: dict[Path, Leaf] = field(default_factory=dict)
    rows: dict[Path, Place] = field(default_factory=dict)
    """The row of each item of a list."""
    remarks: list[Remark] = field(default_factory=list)
    untaken: set[Path] = field(default_factory=set)
    """Where the cells belong that could not be taken: what should stand there is not missing."""

    @property
    def is_broken(self) -> bool:
        """Whether it may not be written."""
        return any(remark.is_error for remark in self.remarks)

    def count(self, path: Path) -> int:
        """Tell how many items a list has so far."""
        size = len(path)
        return 1 + max((int(one[size]) for one in self.rows if one[:size] == path and len(one) == size + 1), default=-1)


Tree = str | list["Tree"] | dict[str, "Tree"]


def tree_of(values: Mapping[Path, str]) -> dict[str, Tree]:
    """Make mappings and lists of texts by their paths; numbers that are left out close up."""
    root: dict[str | int, object] = {}
    for path, text in values.items():
        at = root
        for step in path[:-1]:
            inner = at.get(step)
            if not isinstance(inner, dict):  # nothing yet, or a text where there should be none
                inner = at[step] = {}
            at = inner
        at[path[-1]] = text
    tree = _closed(root)
    return tree if isinstance(tree, dict) else {}


def _closed(node: object) -> Tree:
    if not isinstance(node, dict):
        return str(node)
    if node and all(isinstance(key, int) for key in node):
        return [_closed(node[key]) for key in sorted(node)]
    return {str(key): _closed(value) for key, value in node.items()}


def broken(drafts: Iterable[Draft]) -> int:
    """Count those that may not be written."""
    return sum(draft.is_broken for draft in drafts)
