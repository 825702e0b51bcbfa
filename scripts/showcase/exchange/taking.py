"""What stands in a cell becomes the text that an editor would have typed; what a spreadsheet did to it is undone where that is certain.

Excel takes `13.663` for a fraction, drops the 0 of a telephone number and makes a date of a decision's number; nothing of
this is guessed at: of two possible meanings none is taken, and the cell is told of.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import NamedTuple

from showcase.exchange.grid import Odd, Value
from showcase.exchange.layout import LISTS, Column
from showcase.reading.characters import forbidden
from showcase.reading.form import PHONE, YES
from showcase.reading.kinds import Choice, Date, Key, Kind, Number, Story, Whole
from showcase.record.vocabulary import Vocabularies
from showcase.rules.known_words import known_words
from showcase.rules.wording import ask, choose, key_meant, quote
from showcase.words.cell import plain_cell
from showcase.words.dates import date_parts, read_date
from showcase.words.legacy import recovered
from showcase.words.numbers import write_number
from showcase.words.text import match_key, nfc

__all__ = ["DITTO", "Known", "Taken", "as_text", "is_deleted", "modern", "take"]

DITTO = frozenset({"nt", "n.t", "nt.", "n.t.", "-nt-", "như trên", '"', "''", "”", "″", "〃", '-"-', "như hàng trên"})
"""What officials write for “the same as above”."""
_DELETED = frozenset({"xóa", "xoá"})
_FIRST_DAY = date(1899, 12, 30)
_FIRST_SERIAL, _LAST_SERIAL = 14_611, 73_050
"""The numbers by which Excel counts the days of 1940 to 2099."""
_OLDEST = 1940
_AMBIGUOUS = 3
"""Digits behind the point: as many as between two points of thousands."""
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_SENTENCE_END = re.compile(r"(?<=[.!?;:\n])(\s+)")
_TAB = 4
"""Columns of a tab, as CommonMark counts them."""
_WORDS_OF_YES = frozenset(map(match_key, ("co", "có", "x", "v", "1", "yes", "true")))
_PLACES_OF_PHONE = (9, 10)


class Taken(NamedTuple):
    """The text of a cell; what was done to it, as a sentence, or why it cannot be taken."""

    text: str = ""
    note: str = ""
    fault: str = ""


class Known:
    """The keys that a cell may name by key, label or another spelling; each list is gone through once."""

    def __init__(self, vocabularies: Vocabularies) -> None:
        """Know the vocabularies of a catalogue."""
        self._vocabularies = vocabularies
        self._keys: dict[int, Mapping[str, str]] = {}

    def chosen(self, text: str, kind: Choice | Key) -> Taken:
        """Find the key that is named; of a word that names none the fault proposes labels, which are what the sheet offers.

        Where a vocabulary could not be read, the text stays as it is, for the rules to tell.
        """
        text = text.strip()
        if _is_yes(kind) and match_key(text) in _WORDS_OF_YES:
            return Taken("co")
        keys = self._keys.get(id(kind))  # kinds are those of the form, which stays
        if keys is None:
            keys = self._keys[id(kind)] = self._named(kind)
        if not text or not keys or is_deleted(text):
            return Taken(text)
        if key := keys.get(match_key(text)):
            return Taken(key)
        return Taken(fault=f"{quote(text)} không có trong danh sách của cột này.{self._way_out(text, kind)}")

    def _named(self, kind: Choice | Key) -> dict[str, str]:
        """Give the keys by what they are called; a key goes before a label, a label before other spellings."""
        names = self._names(kind)
        others = {match_key(name): key for key, called in reversed(names.items()) for name in called}
        labels = {match_key(called[0]): key for key, called in names.items()}
        return others | labels | {match_key(key): key for key in names}

    def _names(self, kind: Choice | Key) -> dict[str, tuple[str, ...]]:
        """Give by key what it is called, its label first."""
        return kind.names if isinstance(kind, Choice) else self._vocabularies.named(kind.vocabulary).names

    def _way_out(self, text: str, kind: Choice | Key) -> str:
        if _is_yes(kind):
            return " Hãy ghi “có”, hoặc bỏ trống nếu là không."
        names = self._names(kind)
        if meant := key_meant(text, names, known_words(self._vocabularies)):
            return ask(names[meant][0])
        return choose({label: label for label, *_ in names.values()}) or (
            f" Trang “{LISTS}” của tệp mẫu kể hết những từ ghi được."
        )


def take(value: Value, column: Column, known: Known, *, may_be_old: bool = True) -> Taken:
    """Make the text of one cell; whether it `may_be_old`, of before Unicode, is asked of those that look so."""
    kind = column.value_kind
    if isinstance(value, Odd):
        return Taken(fault=_ODD[value])
    if isinstance(value, str):
        return _of_text(value, column, known, may_be_old=may_be_old)
    if isinstance(value, bool):
        return Taken(("co" if value else "") if _is_yes(kind) else ("Đúng" if value else "Sai"))
    if isinstance(value, datetime | date | time | timedelta):
        return _of_day(value, kind)
    return _of_number(value, kind)


_ODD = {
    Odd.FORMULA: "Ô này là công thức. Hãy chép ô rồi dán lại chỉ giá trị (Paste Special, Values).",
    Odd.FAULT: "Ô này báo lỗi của bảng tính (như #N/A). Hãy gõ lại giá trị.",
    Odd.SHOWN: "Định dạng của ô này hiện số khác với số ở bên trong. Hãy định dạng ô là Text rồi gõ lại như mắt thấy.",
}


def is_deleted(text: str) -> bool:
    """Tell whether a cell asks that what is known shall not be there."""
    return text.strip().lower() in _DELETED


def as_text(value: Value) -> str:
    """Give a value as people see it, for names of rows and heads of columns."""
    if isinstance(value, str):
        return " ".join(nfc(value).split())
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if isinstance(value, Odd) else str(value)


def _of_text(value: str, column: Column, known: Known, *, may_be_old: bool) -> Taken:
    text = _unescaped(value)
    note = ""
    if may_be_old and (found := recovered(text)):
        text = found.text or _in_parts(text)
        if not text:
            sentence = f"Chữ “{found.word}” viết bằng phông cũ ({found.legacy.value}). Hãy chuyển sang Unicode, ví dụ bằng UniKey."
            return Taken(fault=sentence)
        note = f"đã đổi chữ của phông cũ ({found.legacy.value}) sang Unicode"
    text = _clean(text)
    kind = column.value_kind
    if isinstance(kind, Choice | Key):
        return known.chosen(text, kind)._replace(note=note)
    if isinstance(kind, Date):
        return Taken(_day_of(text), note)
    if isinstance(kind, Story):
        return Taken(_flush(text), note)
    if kind is column.kind:
        return Taken(" ".join(text.split()), note)
    return Taken("\n".join(" ".join(line.split()) for line in text.split("\n") if line.strip()), note)


def _unescaped(text: str) -> str:
    """Give the signs for which a spreadsheet writes `_x000D_`, and one kind of line end."""
    text = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")


def modern(text: str) -> str:
    """Give a text of before Unicode as it is written today, where that is certain; any other as it is, without unseen signs."""
    return _clean((_in_parts(text) if recovered(text) else text) or text)


def _in_parts(text: str) -> str:
    """Decode a long text of an old encoding sentence by sentence; '' where one of them is not certain."""
    parts: list[str] = []
    for part in _SENTENCE_END.split(text):
        found = recovered(part)
        if found and not found.text:
            return ""
        parts.append(found.text if found else part)
    return "".join(parts)


def _clean(text: str) -> str:
    """Take out unseen signs, and the apostrophe before what is no formula."""
    for sign in dict.fromkeys(sign for _, sign in forbidden(text)):
        text = text.replace(sign, "")
    if text[:1] == "'" and plain_cell(text[1:]) != text[1:]:
        text = text[1:]
    return nfc(text)


def _flush(story: str) -> str:
    """Give a story that begins in the first column, with as many blanks taken off the lines below as its first line has.

    The blanks before its first word are no part of a story, and who sets each paragraph in means no code by it.
    """
    lines = story.rstrip().split("\n")
    while lines and not lines[0].strip():
        del lines[0]
    depth = _depth(lines[0]) if lines else 0
    moved = (" " * max(0, _depth(line) - depth) + line.lstrip() for line in lines)
    return "\n".join(moved if depth else lines)


def _depth(line: str) -> int:
    """Count the columns before the first letter or sign."""
    return len(line[: len(line) - len(line.lstrip())].expandtabs(_TAB))


def _is_yes(kind: Kind) -> bool:
    return isinstance(kind, Choice) and kind.options == YES


def _day_of(text: str) -> str:
    """Write a day that was told in the order of day, month and year; another order stays for the rules to tell."""
    text = text.strip()
    if day := read_date(text):
        return day.isoformat()
    if not (parts := date_parts(text)):
        return text
    written = "{:04}-{:02}-{:02}".format(*parts)
    return written if read_date(written) else text


def _of_day(value: datetime | date | time | timedelta, kind: Kind) -> Taken:
    day = value.date() if isinstance(value, datetime) else value
    if isinstance(day, date):
        serial = (day - _FIRST_DAY).days
        if isinstance(kind, Date):
            return Taken(day.isoformat())
        if isinstance(kind, Whole) and day.year < _OLDEST:  # a year that was typed into a cell made for dates
            return Taken(str(serial), "Excel hiện năm này thành một ngày; đã đọc lại thành năm")
        shown = f"{day.day:02}/{day.month:02}/{day.year}"
    else:
        shown = str(day)
    if isinstance(kind, Whole | Number):
        return Taken(fault=f"Ô này là ngày hay giờ ({shown}), không phải số. Hãy định dạng ô là Text rồi gõ lại số.")
    return Taken(
        fault=f"Excel đã đổi ô này thành ngày hay giờ ({shown}). Hãy định dạng ô là Text rồi gõ lại như trong văn bản."
    )


def _of_number(value: float, kind: Kind) -> Taken:
    if value != value or value in (float("inf"), float("-inf")):  # noqa: PLR0124 - no number
        return Taken(fault=_ODD[Odd.FAULT])
    number = Decimal(repr(round(value, 10) if isinstance(value, float) else value)).normalize()
    is_whole = number == number.to_integral_value()
    if isinstance(kind, Date) and is_whole and _FIRST_SERIAL <= number <= _LAST_SERIAL:
        return Taken((_FIRST_DAY + timedelta(days=int(number))).isoformat())
    if kind == PHONE and is_whole and len(f"{number:f}") in _PLACES_OF_PHONE:
        return Taken(f"0{number:f}", "đã thêm lại số 0 ở đầu mà Excel bỏ mất")
    if is_whole:
        return Taken(write_number(number) if isinstance(kind, Number) else f"{number:f}")
    exponent = number.as_tuple().exponent
    if isinstance(exponent, int) and -exponent == _AMBIGUOUS:
        shown = write_number(number)
        thousands = write_number(number * 1000)
        sentence = (
            f"Excel giữ ô này là số thập phân {shown}; không rõ là {thousands} hay {shown}. "
            "Hãy định dạng ô là Text rồi gõ lại, dấu chấm cho hàng nghìn, dấu phẩy cho phần lẻ."
        )
        return Taken(fault=sentence)
    return Taken(write_number(number))
