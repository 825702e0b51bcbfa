"""A node read by its form: values with spots, where a value that could not be read is None; nothing is judged here."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from showcase.reading.kinds import Entry, Form, Group, Kind, Many, Table
from showcase.reading.node import Mapping, Node, Scalar, Sequence, new_tuple


class Cell(NamedTuple):
    """One value: its kind, the key it stands under, its node and what was read.

    `value` is what the kind reads (str, int, Decimal, date), a tuple of cells for a list, a Record for a mapping,
    a dict of cells for a table, and None where the node is not of the kind.
    """

    entry: Entry
    kind: Kind
    node: Node
    value: object

    @property
    def is_empty(self) -> bool:
        """Nothing was typed after the key, or nothing but white space."""
        return isinstance(self.node, Scalar) and self.node.is_blank

    @property
    def is_item(self) -> bool:
        """It is one item of the list that stands under the key."""
        return self.kind is not self.entry.kind


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping read by a form; `cells` holds the known keys, the first of two where one was written twice."""

    form: Form
    node: Mapping
    cells: dict[str, Cell]

    def value(self, key: str) -> object:
        """Give what stands under a key, or None where it is missing or could not be read."""
        cell = self.cells.get(key)
        return cell.value if cell else None

    def text(self, key: str) -> str:
        """Give a text, or '' where there is none."""
        value = self.value(key)
        return value if isinstance(value, str) else ""

    def items(self, key: str) -> tuple[Cell, ...]:
        """Give the cells of a list, or () where there is none."""
        value = self.value(key)
        return value if isinstance(value, tuple) else ()

    def records(self, key: str) -> list["Record"]:
        """Give the mappings of a list, those that are none left out."""
        return [cell.value for cell in self.items(key) if isinstance(cell.value, Record)]

    def group(self, key: str) -> "Record | None":
        """Give the mapping under a key, or None."""
        value = self.value(key)
        return value if isinstance(value, Record) else None

    def table(self, key: str) -> dict[str, Cell]:
        """Give the table under a key, or an empty one."""
        value = self.value(key)
        return value if isinstance(value, dict) else {}

    def node_at(self, key: str) -> Node:
        """Give the node under a key, or this mapping where the key is missing: the place to point at."""
        cell = self.cells.get(key)
        return cell.node if cell else self.node


def gather(cells: Iterable[Cell], all_cells: list[Cell], all_records: list[Record]) -> None:
    """Add cells and all below them to the lists, in the order of the file."""
    for cell in cells:
        all_cells.append(cell)
        value = cell.value
        if isinstance(value, Record):
            all_records.append(value)
            gather(value.cells.values(), all_cells, all_records)
        elif isinstance(value, tuple):
            gather(value, all_cells, all_records)
        elif isinstance(value, dict):
            gather(value.values(), all_cells, all_records)


def read_record(form: Form, node: Mapping) -> Record:
    """Read a mapping by a form."""
    cells: dict[str, Cell] = {}
    for key, child in node.pairs:
        entry = form.by_key.get(key.value)
        if entry is not None and key.value not in cells:
            cells[key.value] = _read(entry, entry.kind, child)
    return Record(form, node, cells)


def read_table(entry: Entry, of: Kind, node: Mapping) -> dict[str, Cell]:
    """Read a mapping whose keys the editor chose: each value by the same kind, under an entry of its key's name."""
    cells: dict[str, Cell] = {}
    for key, child in node.pairs:
        if key.value not in cells:
            cells[key.value] = _read(Entry(key.value, entry.name, of, entry.about), of, child)
    return cells


def _read(entry: Entry, kind: Kind, node: Node) -> Cell:
    value: object = None
    if isinstance(node, Scalar):
        if not isinstance(kind, (Many, Group, Table)):
            value = kind.read(node.value)
    elif isinstance(node, Sequence):
        if isinstance(kind, Many):
            value = tuple([_read(entry, kind.of, item) for item in node.items])
    elif isinstance(kind, Group):
        value = read_record(kind.form, node)
    elif isinstance(kind, Table):
        value = read_table(entry, kind.of, node)
    return new_tuple(Cell, (entry, kind, node, value))
