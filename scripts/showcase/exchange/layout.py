"""The sheets of a workbook and their columns follow from the form: what a model has once stands in its row, what it has several times in a sheet.

Of the lists that must stand the first item has columns in the model's row, so that one row is enough for a model.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from showcase.reading.form import MODEL
from showcase.reading.kinds import Entry, Form, Group, Key, Kind, Many, Story

__all__ = [
    "ID",
    "ID_ABOUT",
    "INTRODUCTION",
    "LISTS",
    "PLACES",
    "Column",
    "Path",
    "Sheet",
    "has_cells",
    "sheets",
    "story_labels",
]

Path = tuple[str | int, ...]
"""The keys and numbers, from 0, that lead to a value of a model: `("dia_diem", 0, "noi")`."""

ID = "ma"
"""The key of the first column of each sheet."""
ID_ABOUT = "Mã của mô hình"
INTRODUCTION, LISTS, PLACES = "Hướng dẫn", "Danh mục", "Địa danh"
"""Sheets of a template that hold no models: how it is filled in, what may be chosen, all places."""
_MOST_CELLS = 6
"""Values of a list that have a column each, so that each can be chosen; a longer list is one cell, a line each."""


class Column(NamedTuple):
    """What stands in a column: where in its row's record it belongs, the entry of the form, and the kind of its text.

    A column of `Many` holds a value on each line.
    """

    path: Path
    entry: Entry
    kind: Kind
    label: str
    must: bool = False

    @property
    def key(self) -> str:
        """What stands in the second row of a sheet: `dia_diem.1.noi`."""
        return ".".join(str(step + 1) if isinstance(step, int) else step for step in self.path)

    @property
    def value_kind(self) -> Kind:
        """The kind of one value."""
        return self.kind.of if isinstance(self.kind, Many) else self.kind


class Sheet(NamedTuple):
    """One sheet: its name, the list whose items are its rows, and its columns; of the models themselves the path is empty.

    A path of two, as of the groups of a set of criteria, has a column for the number of the item that its row is part of.
    """

    title: str
    path: tuple[str, ...]
    about: str
    columns: tuple[Column, ...]

    @property
    def owner(self) -> str:
        """The key of the column that numbers the owner of a row, '' where its model alone owns it."""
        return self.path[0] if len(self.path) > 1 else ""


@cache
def sheets() -> tuple[Sheet, ...]:
    """Give all sheets, that of the models first."""
    columns = tuple(_of_model())
    must = [column for column in columns if column.must]
    others = [column for column in columns if not column.must]
    return (Sheet("Mô hình", (), "Mỗi hàng là một mô hình.", (*must, *others)), *_lists(MODEL, ()))


def story_labels() -> tuple[str, ...]:
    """Name the columns of the story, of which a model needs one at least."""
    return tuple(column.label for column in sheets()[0].columns if isinstance(column.value_kind, Story))


def _of_model() -> Iterator[Column]:
    for entry in MODEL.entries:
        match entry.kind:
            case Many(of=Group(form=form)) if entry.must:
                named = f"{_capital(form.what)} 1"
                for column in _columns(form, (entry.key, 0)):
                    label = f"{named}: {column.label[0].lower()}{column.label[1:]}"
                    yield column._replace(label=label, must=column.must or column.entry.key in _EITHER)
            case Many(of=Group()):
                pass
            case Group(form=form):
                yield from (column._replace(must=False) for column in _columns(form, (entry.key,)))
            case _:
                yield from _of_entry(entry, ())


_EITHER = frozenset({"noi", "nam"})
"""Entries of which another may stand in their place; most rows have them."""


def _columns(form: Form, path: Path) -> Iterator[Column]:
    for entry in form.entries:
        yield from _of_entry(entry, path)


def _of_entry(entry: Entry, path: Path) -> Iterator[Column]:
    match entry.kind:
        case Many(of=Key(), most=most) as kind if most and has_cells(kind):
            for number in range(most):
                yield Column((*path, entry.key, number), entry, kind.of, f"{entry.label} {number + 1}")
        case Many(of=Group()) | Group():
            pass
        case _:
            yield Column((*path, entry.key), entry, entry.kind, entry.label, must=entry.must)


def _lists(form: Form, path: tuple[str, ...]) -> Iterator[Sheet]:
    for entry in form.entries:
        match entry.kind:
            case Many(of=Group(form=inner)):
                here = (*path, entry.key)
                yield Sheet(_capital(inner.what), here, entry.about, tuple(_columns(inner, ())))
                yield from _lists(inner, here)
            case _:
                pass


def _capital(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}"


def has_cells(kind: Many) -> bool:
    """Tell whether each value of a list of texts has a cell of its own."""
    return isinstance(kind.of, Key) and bool(kind.most) and (kind.most or 0) <= _MOST_CELLS
