"""A rule speaks of the lines and keys of a file; who fills in a workbook sees rows, columns and cells, and is told of those."""

import re
from collections.abc import Callable, Iterator

from showcase.exchange.layout import sheets
from showcase.reading.form import MODEL
from showcase.reading.kinds import every_entry

__all__ = ["in_words_of_sheets"]

_KEYS = frozenset(entry.key for entry in every_entry(MODEL))
_SPOKEN = re.compile(
    r"(?P<lines>(?:các )?dòng (?P<numbers>\d+(?:, \d+)*(?: và \d+)?))"
    r"|(?P<line>(?:thêm dòng|[Dd]òng) '(?P<key>[a-z_]+)')"
    r"|(?:ở )?'(?P<filled>[a-z_]+): (?P<value>[^']+)'"
    r"|(?P<quoted>'[^']*')"
    r"|(?P<items>mỗi mục bắt đầu bằng dấu gạch)"
    r"|mỗi nơi một mục (?P<places>'noi')"
    r"|(?P<empty>xóa|bỏ) dòng này|(?P<instead>thay cho) dòng này|(?P<one>xóa|bỏ) một trong hai dòng"
)
"""What is said in other words; a text that is quoted stays as it was typed."""


def in_words_of_sheets(message: str, row: Callable[[int], str], column: Callable[[str], str]) -> str:
    """Give a rule's sentence with rows for lines and columns for keys: `row` names the one for a line, `column` that for a key."""
    named = next((match[0].strip("'") for match in re.finditer(r"'[a-z_]+'", message)), "")

    def spoken(match: re.Match[str]) -> str:  # noqa: PLR0911 - one for each thing that is said
        if match["lines"]:
            return " và ".join(dict.fromkeys(row(int(number)) for number in re.findall(r"\d+", match["numbers"])))
        if match["line"]:
            word = "ghi ở cột" if match["line"].startswith("thêm") else "Cột" if match["line"][0] == "D" else "cột"
            return f"{word} '{column(match['key'])}'"
        if match["filled"]:
            is_key = match["filled"] in _KEYS
            return f"“{match['value']}” ở cột '{column(match['filled'])}'" if is_key else match[0]
        if match["items"]:
            return _of_items(named)
        if match["places"]:
            return "mỗi nơi " + next(_sheets_of("dia_diem"))
        if match["one"]:
            return "bỏ trống một trong hai ô"
        if match["empty"] or match["instead"]:
            return "bỏ trống ô này" if match["empty"] else "thay cho ô này"
        return match[0]

    return _SPOKEN.sub(spoken, message)


def _of_items(key: str) -> str:
    """Say how the items of a list are filled in: a row each where the list has a sheet, else the lines of one cell."""
    return "mỗi mục " + next(_sheets_of(key), "một dòng trong ô này")


def _sheets_of(key: str) -> Iterator[str]:
    return (f"một hàng ở trang “{sheet.title}”" for sheet in sheets() if sheet.path[-1:] == (key,))
