"""`showcase fix` mends what has one right mend: it shows each change, asks, and writes a file whole or not at all."""

import sys
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path
from typing import NamedTuple

import click

from showcase.cli.mendable import is_photo, mendable, reader
from showcase.cli.messages import Command
from showcase.cli.options import models_option, need_models
from showcase.photos.errors import PhotoRefusedError
from showcase.photos.metadata import has_position, without_metadata
from showcase.reading.characters import BLANK, LARGEST, blanked
from showcase.record.photo import LARGEST_FILE
from showcase.rules.mending import mend
from showcase.system.reading import read_regular
from showcase.system.writing import write_whole
from showcase.words.numbers import write_number

WRONG = 1
_BOM = b"\xef\xbb\xbf"
_YES = frozenset({"c", "co", "có", "y", "yes"})


class Mend(NamedTuple):
    """What a file is, what it should be, and how that is shown."""

    path: Path
    before: bytes
    after: bytes
    shown: list[str]


@click.command(cls=Command, short_help="Sửa những chỗ chỉ có một cách sửa đúng.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[ĐƯỜNG_DẪN]…")
@models_option
@click.option("--yes", is_flag=True, help="Sửa hết, không hỏi.")
def fix(paths: tuple[Path, ...], models: Path, *, yes: bool) -> None:
    """Sửa những chỗ chỉ có một cách sửa đúng: dấu cách lạ, gạch và nháy của Word, cách ghi ngày, nháy còn thiếu, vị trí trong ảnh.

    Lời văn được giữ nguyên. Mỗi chỗ sửa được cho xem trước rồi mới hỏi; không có ĐƯỜNG_DẪN thì xem mọi tệp.
    """
    need_models(models)
    mended = 0
    broken: list[str] = []
    for path in mendable(models, paths):
        found = _mend_photo(path) if is_photo(path) else _mend_text(path)
        if found.after != found.before:
            for line in found.shown:
                click.echo(_shown(line))
            if yes or _is_wanted():
                mended += _write(found)
        if trouble := _trouble(path):
            broken.append(trouble)
    click.echo(f"Đã sửa {write_number(mended)} tệp." if mended else "Không sửa tệp nào.")
    for trouble in broken:
        click.echo(_shown(trouble), err=True)
    sys.exit(WRONG if broken else 0)


def _mend_text(path: Path) -> Mend:
    """Mend a text, its byte order mark and line ends kept; what is no UTF-8 is left alone."""
    data = read_regular(str(path), LARGEST)
    read = reader(path)
    try:
        text = data.removeprefix(_BOM).decode()
    except UnicodeDecodeError:
        return Mend(path, data, data, [])
    if read is None or len(data) > LARGEST:
        return Mend(path, data, data, [])
    mended = mend(text, read)
    after = (_BOM if data.startswith(_BOM) else b"") + mended.text.encode()
    reasons = [f"  dòng {change.line}: {change.reason}" for change in mended.changes]
    return Mend(path, data, after, [*_diff(path, text, mended.text), *reasons])


def _diff(path: Path, before: str, after: str) -> Iterator[str]:
    """Yield a unified diff of the lines, whatever their ends are."""
    name = path.as_posix()
    yield from unified_diff(before.splitlines(), after.splitlines(), name, name, lineterm="", n=1)


def _shown(line: str) -> str:
    """Give a line without a sign that a terminal would obey."""
    return blanked(line).replace(BLANK, "?").expandtabs(4)


def _mend_photo(path: Path) -> Mend:
    data = read_regular(str(path), LARGEST_FILE)
    try:
        after = without_metadata(data) if len(data) <= LARGEST_FILE and has_position(data) else data
    except PhotoRefusedError:
        after = data  # a rule tells of it
    told = (
        f"{path.as_posix()}: ảnh ghi nơi chụp (GPS). Bỏ thông tin ấy, hình giữ nguyên: "
        f"{write_number(len(data))} → {write_number(len(after))} byte."
    )
    return Mend(path, data, after, [told])


def _is_wanted() -> bool:
    click.echo("Sửa? [c/K] ", nl=False)
    answer = sys.stdin.readline()
    if not answer.endswith("\n"):
        click.echo()
    return answer.strip().lower() in _YES


def _write(found: Mend) -> bool:
    """Write what was agreed, unless somebody has saved the file meanwhile."""
    if found.path.read_bytes() != found.before:
        click.echo(f"{found.path}: tệp vừa được lưu lại trong lúc chờ nên không sửa. Hãy chạy lại lệnh.", err=True)
        return False
    write_whole(found.path, found.after)
    return True


def _trouble(path: Path) -> str:
    """Say that a file can still not be read, '' where it can."""
    read = reader(path)
    if read is None:
        return ""
    try:
        faults = read(path.read_bytes().removeprefix(_BOM).decode()).faults
    except UnicodeDecodeError:
        return f"{path}: tệp không phải UTF-8 nên không sửa được. Hãy xem: showcase check"
    lines = sorted({fault.line for fault in faults})
    return (
        f"{path}: còn chỗ phải tự sửa, dòng {', '.join(map(str, lines[:12]))}. Hãy xem: showcase check" if lines else ""
    )
