"""A table that readers take away: a head and rows, with what it counts, for a CSV file and for a sheet of a workbook."""

from typing import NamedTuple

from showcase.words.cell import Cell

Row = tuple[Cell, ...]


class Table(NamedTuple):
    """`name` is that of its file and `title` that of its sheet; `about` says what is counted, and by when."""

    name: str
    title: str
    about: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]
