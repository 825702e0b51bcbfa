"""A cell of a table is a number, or a text that no spreadsheet takes for a formula; all CSV and workbooks are made of such cells.

What a cell begins with decides: Excel, LibreOffice and Google's sheets compute `=`, `+`, `-` and `@`, blanks before them or not,
and Excel the wide forms of these too; with `=HYPERLINK` or `=cmd|…` a title could send readers' data away. An apostrophe before it
makes it text (https://owasp.org/www-community/attacks/CSV_Injection).
"""

Cell = str | int | float
_FORMULAS = frozenset("=+-@＝＋－＠")
_BREAKS = frozenset("\t\r\n")


def plain_cell(cell: Cell) -> Cell:
    """Give a cell that is shown as it stands: of a text that would be computed, or begins with a tab or a break, with `'` before it."""
    return plain_text(cell) if isinstance(cell, str) else cell


def plain_text(text: str) -> str:
    """Give a text that is shown as it stands, by the same rule."""
    if text[:1].isalnum():  # nearly all: the steering tables alone have 150,000 cells
        return text
    return f"'{text}" if text[:1] in _BREAKS or text.lstrip()[:1] in _FORMULAS else text
