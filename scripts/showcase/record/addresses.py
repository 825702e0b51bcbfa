"""The two ledgers of what was ever published: ids in `_addresses.tsv`, other pages, and files that are no more, in `_pages.tsv`.

Lines are only added; nothing here decides whether what they name is there still.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from showcase.reading.form import ID
from showcase.words.dates import read_date

LARGEST_LEDGER = 64 * 1024 * 1024
"""Bytes: a line for each of half a million models."""
ADDRESSES, PAGES = "_addresses.tsv", "_pages.tsv"
MODEL, EVENT, DOCUMENT = "mo-hinh", "su-kien", "van-ban"
KINDS = (MODEL, EVENT, DOCUMENT)
_ID_LINE = re.compile(rf"({'|'.join(KINDS)})\t([a-z0-9]+(?:-[a-z0-9]+)*)\t([^\t]+)\t([^\t]*)")
_LEVEL = "[a-z0-9]+(?:-[a-z0-9]+)*"
_PAGE = re.compile(
    rf"(?:linh-vuc|chu-de|dia-phuong|lan-toa|mo-hinh|su-kien|nhung|phat-thanh|tien-trinh)/(?:{_LEVEL}/)+"
)
_FILE = re.compile(rf"(?:{_LEVEL}/)*{_LEVEL}(?:_{_LEVEL})*(?:\.[a-z0-9]+)+")


class PublishedId(NamedTuple):
    """An id that was published: `day` is the date of publication that stood there first, `title` the title then."""

    kind: str
    id: str
    day: date
    title: str
    line: int = 0


class PublishedPage(NamedTuple):
    """Another page that was published: since when, and its title; '' where that was a model's.

    The page of a model or an event stands among them once it was taken down, since that day. So does a file that was published
    and is no more; of a photo the title is the id of the model that showed it.
    """

    address: str
    day: date
    title: str
    line: int = 0

    @property
    def is_page(self) -> bool:
        """Whether it is no file."""
        return self.address.endswith("/")

    @property
    def taken_down(self) -> tuple[str, str] | None:
        """The kind and id of the model or the event that was taken down, None of any other page."""
        levels = self.address.split("/")
        return (levels[0], levels[1]) if levels[0] in (MODEL, EVENT) and len(levels) == 3 and self.is_page else None


class DamagedLine(NamedTuple):
    """A line that is none of the ledger's, and why in a few words."""

    line: int
    why: str


def read_ids(text: str) -> Iterator[PublishedId | DamagedLine]:
    """Yield the lines of `_addresses.tsv` in their order, empty ones left out."""
    for number, line in _lines(text):
        match = _ID_LINE.fullmatch(line)
        day = read_date(match[3]) if match else None
        if match and day:
            yield PublishedId(match[1], match[2], day, match[4], number)
        else:
            yield DamagedLine(number, _why_no_id(line.split("\t")))


def _why_no_id(cells: list[str]) -> str:
    if len(cells) != 4:
        return f"cần bốn cột ngăn bằng phím Tab, ở đây có {len(cells)}"
    if cells[0] not in KINDS:
        return f"cột đầu phải là {', '.join(KINDS)}"
    if ID.read(cells[1]) != cells[1]:
        return "cột hai phải là mã, gồm chữ thường không dấu, chữ số và gạch nối"
    return "cột ba phải là ngày như 2026-11-22"


def read_pages(text: str) -> Iterator[PublishedPage | DamagedLine]:
    """Yield the lines of `_pages.tsv` in their order, empty ones left out."""
    for number, line in _lines(text):
        cells = line.split("\t")
        if len(cells) != 3:
            yield DamagedLine(number, f"cần ba cột ngăn bằng phím Tab, ở đây có {len(cells)}")
        elif not is_address(cells[0]):
            yield DamagedLine(number, "cột đầu phải là địa chỉ một trang như chu-de/y-te/")
        elif (day := read_date(cells[1])) is None:
            yield DamagedLine(number, "cột hai phải là ngày như 2026-11-22")
        else:
            yield PublishedPage(cells[0], day, cells[2], number)


def is_address(where: str) -> bool:
    """Tell whether the ledger of pages may tell of an address."""
    return bool(_PAGE.fullmatch(where) or _FILE.fullmatch(where))


def with_lines(text: str, new: Iterable[PublishedId | PublishedPage]) -> str:
    """Give a ledger with what is new in it; what is there stays as it is, sorted, each line once."""
    there = {line for _, line in _lines(text)}
    return "".join(f"{line}\n" for line in sorted(there | {_line(one) for one in new}))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, line.rstrip("\r")


def _line(one: PublishedId | PublishedPage) -> str:
    *first, title, _ = one
    cells = [cell.isoformat() if isinstance(cell, date) else str(cell) for cell in first]
    return "\t".join([*cells, " ".join(str(title).split())])
