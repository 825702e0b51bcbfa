"""Two models are the same where every value that the form reads is; how it was written does not count."""

from collections.abc import Iterator

from showcase.exchange.layout import Path
from showcase.exchange.wrapping import joined
from showcase.reading.kinds import Story
from showcase.reading.node import Mapping, Node, Scalar, Sequence
from showcase.reading.record import Cell, Record

__all__ = ["texts_of", "values_of"]

Values = dict[Path, object]


def values_of(record: Record) -> Values:
    """Give what was read, by path; what could not be read is the text that was typed."""
    return dict(_of_record(record, ()))


def _of_record(record: Record, path: Path) -> Iterator[tuple[Path, object]]:
    for key, cell in record.cells.items():
        yield from _of_cell(cell, (*path, key))


def _of_cell(cell: Cell, path: Path) -> Iterator[tuple[Path, object]]:
    value = cell.value
    if isinstance(value, Record):
        yield from _of_record(value, path)
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _of_cell(item, (*path, number))
    elif not cell.is_empty:
        yield path, joined(str(value)) if isinstance(cell.kind, Story) else (cell.node if value is None else value)


def texts_of(node: Node, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield the texts of a file as they were typed, by path; what is empty is left out."""
    match node:
        case Scalar(value=text) if not node.is_blank:
            yield path, text
        case Sequence(items=items):
            for number, item in enumerate(items):
                yield from texts_of(item, (*path, number))
        case Mapping(pairs=pairs):
            for key, value in pairs:
                yield from texts_of(value, (*path, key.value))
        case _:
            pass
