"""Workbooks are asked for here, so that the library that writes them is loaded where one is made and nowhere else."""

import os
from collections.abc import Sequence

from showcase.views.table import Table

# Where lxml is installed openpyxl writes by it, in other bytes: what else a machine has must not be in our files.
os.environ["OPENPYXL_LXML"] = "False"


def workbook_of(title: str, tables: Sequence[Table]) -> bytes:
    """Write tables as one workbook (XLSX); `title` is what it is about."""
    from showcase.system.spreadsheet import write_workbook  # noqa: PLC0415 - openpyxl takes 0.2 s to load

    return write_workbook(title, tables)
