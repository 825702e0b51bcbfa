"""An archive of XML (a workbook, a Word document) is looked through before a library opens it: what is made to hurt is refused.

All its parts together unpack to a bounded size, no part declares an entity or a type of its own, none leads to another
file, and no cell that holds something lies beyond the columns that are read.
"""

import re
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Any, NamedTuple
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from showcase.exchange.grid import MOST_COLUMNS, MOST_ROWS, Merged, RefusedError
from showcase.words.numbers import write_size
from showcase.words.quoting import cut

LARGEST = 200_000_000
"""Bytes of a file as it lies on the disk; a workbook of 13,663 models has some 40 MB."""
_LARGEST_UNPACKED = 1_500_000_000
_MOST_PARTS = 5_000
_PART = 1 << 20
_OLD = b"\xd0\xcf\x11\xe0"
"""How files of Office before 2007 begin, and encrypted ones of today."""
_BROKEN = "Tệp bị hỏng hoặc không đúng loại. Hãy mở bằng chương trình đã tạo ra nó rồi lưu lại."
_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")

Start = Callable[[str, dict[str, str]], None]
Heard = Callable[[str], None]


def need_sound(data: bytes) -> None:
    """Look at an archive from outside and through each of its parts that is XML; raises RefusedError."""
    if len(data) > LARGEST:
        message = f"Tệp lớn quá {write_size(LARGEST)}. Hãy chia ra nhiều tệp."
        raise RefusedError(message)
    if data.startswith(_OLD):
        message = "Tệp có mật khẩu, hoặc theo kiểu cũ (.xls, .doc). Hãy bỏ mật khẩu, lưu lại thành .xlsx hoặc .docx."
        raise RefusedError(message)
    try:
        with ZipFile(BytesIO(data)) as archive:
            _need_small(archive)
            for info in archive.infolist():
                if info.filename.lower().endswith((".xml", ".rels", ".vml", ".rdf")):
                    scan(archive, info.filename)
    except (BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError, zlib.error) as error:
        raise RefusedError(_BROKEN) from error


def _need_small(archive: ZipFile) -> None:
    parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > _MOST_PARTS or unpacked > _LARGEST_UNPACKED:
        message = f"Tệp nén quá nhiều dữ liệu ({len(parts)} phần, {write_size(unpacked)} khi mở ra) nên không đọc."
        raise RefusedError(message)
    if any(part.flag_bits & 1 for part in parts):
        message = "Tệp có mật khẩu. Hãy bỏ mật khẩu rồi lưu lại."
        raise RefusedError(message)
    if any(part.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for part in parts):
        message = "Tệp nén theo cách mà bảng tính và văn bản bình thường không dùng. Hãy mở bằng chương trình đã tạo ra nó rồi lưu lại."
        raise RefusedError(message)
    if any(part.filename.startswith("xl/externalLinks/") for part in parts):
        message = "Bảng tính nối tới tệp khác. Trong Excel, hãy vào Data, Edit Links, Break Link rồi lưu lại."
        raise RefusedError(message)


def scan(
    archive: ZipFile, name: str, start: Start | None = None, end: Heard | None = None, text: Heard | None = None
) -> None:
    """Read a part as XML, telling what elements `start` and `end`, and their `text`; raises RefusedError where it is none or declares anything."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    try:
        with archive.open(name) as part:
            while data := part.read(_PART):
                parser.Parse(data)
            parser.Parse(b"", True)  # noqa: FBT003 - it has no name
    except (
        expat.ExpatError,
        BadZipFile,
        OSError,
        EOFError,
        RuntimeError,
        ValueError,
        LookupError,
        zlib.error,
    ) as error:
        raise RefusedError(_BROKEN) from error


def _refuse(*_: Any) -> None:
    message = "Tệp có khai báo XML lạ (DOCTYPE) mà bảng tính và văn bản bình thường không có, nên không đọc."
    raise RefusedError(message)


class Looks(NamedTuple):
    """What a sheet of an XLSX file tells besides its values: its hidden rows, and what was merged downwards."""

    hidden: set[int]
    merged: list[Merged]
    is_wide: bool
    """A row has cells, empty ones, hundreds of columns to the right."""


def looks_of(archive: ZipFile, name: str, title: str) -> Looks:
    """Look through one sheet of an XLSX file; raises RefusedError where it has a value too far to the right or below."""
    hidden: set[int] = set()
    merged: list[Merged] = []
    place, is_wide = "", False

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal place, is_wide
        tag = tag.rpartition(":")[2]
        if tag == "c":
            place = attributes.get("r", "")
            is_wide = is_wide or place[2:3].isalpha()
        elif tag == "row" and attributes.get("hidden") in ("1", "true"):
            hidden.add(_whole(attributes.get("r", "")))
        elif tag == "mergeCell":
            merged.extend(_merged(attributes.get("ref", "")))
        elif tag in ("v", "is", "f") and place:
            _need_near(place, title)

    scan(archive, name, start)
    return Looks(hidden, merged, is_wide)


def _need_near(place: str, title: str) -> None:
    if len(place) <= 3:  # "Z99" and "AA1": nearly all of a small sheet
        return
    cell = _CELL.fullmatch(place)
    column, row = (_number(cell[1]), int(cell[2])) if cell else (MOST_COLUMNS + 1, 0)
    if column > MOST_COLUMNS or row > 4 * MOST_ROWS:
        message = f"Trang tính “{cut(title)}” có dữ liệu ở ô {cut(place)}, quá xa bảng. Hãy xóa những cột, hàng thừa rồi lưu lại."
        raise RefusedError(message)


def _merged(reference: str) -> list[Merged]:
    """Give what a merged range spreads downwards: `A3:C7` fills A4 to A7."""
    first, _, last = reference.partition(":")
    cells = _CELL.fullmatch(first), _CELL.fullmatch(last)
    if not (cells[0] and cells[1]):
        return []
    rows = int(cells[0][2]), int(cells[1][2])
    return [Merged(*rows, _number(cells[0][1]))] if rows[0] < rows[1] else []


def _number(name: str) -> int:
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 7 else 0
