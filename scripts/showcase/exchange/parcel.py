"""A parcel is the ZIP that the form in the browser makes of one model: its file and its photos, in one folder, and nothing else.

It comes by mail from anybody, so nothing in it is believed: names are few and plain, no part is a link, and each is read
to a bound whatever its head says of its size.
"""

import re
import stat
import zlib
from io import BytesIO
from pathlib import PurePosixPath
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from showcase.exchange.grid import RefusedError
from showcase.exchange.naming import is_id
from showcase.reading.characters import LARGEST as LARGEST_TEXT
from showcase.record.photo import LARGEST_FILE
from showcase.record.submission import MODEL_FILE
from showcase.words.numbers import write_size
from showcase.words.quoting import cut

__all__ = ["LARGEST", "Parcel", "opened"]

LARGEST = 120_000_000
"""Bytes of a parcel; twelve photos as the form draws them have some 12 MB."""
_MOST_PHOTOS = 12
_CHANGES = "sua-doi"
"""The folder of a parcel that holds but the keys that are to change."""
_PATH = re.compile(
    r"(?:models/[a-z0-9-]{1,60}|sua-doi)/([a-z0-9-]{3,80})/([a-z0-9][a-z0-9-]{0,60}\.(?:yaml|jpe?g|png|webp))"
)
_STRAY = re.compile(r"(?:__MACOSX/.*|.*(?:^|/)(?:\.DS_Store|Thumbs\.db|desktop\.ini)$)")
"""What a computer adds by itself where somebody has packed the parcel anew."""
_BROKEN = "Tệp bị hỏng hoặc không phải là tệp ZIP. Hãy xin người gửi tải lại từ biểu mẫu và gửi lần nữa."


class Parcel(NamedTuple):
    """What came: the id of the model, the bytes of its file, its photos by name; `is_change` where it holds but what is to change."""

    name: str
    text: bytes
    photos: dict[str, bytes]
    is_change: bool


def opened(data: bytes) -> Parcel:
    """Open a parcel; raises RefusedError where it is none, or holds anything that no parcel holds."""
    if len(data) > LARGEST:
        message = f"Tệp lớn quá {write_size(LARGEST)} nên không mở."
        raise RefusedError(message)
    try:
        with ZipFile(BytesIO(data)) as archive:
            return _read(archive)
    except (BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError, zlib.error) as error:
        raise RefusedError(_BROKEN) from error


def _read(archive: ZipFile) -> Parcel:
    parts = [part for part in archive.infolist() if not part.is_dir() and not _STRAY.fullmatch(part.filename)]
    if not 1 <= len(parts) <= 1 + _MOST_PHOTOS:
        message = f"Tệp có {len(parts)} phần; biểu mẫu chỉ gửi một bài và nhiều nhất {_MOST_PHOTOS} ảnh."
        raise RefusedError(message)
    folders = {str(PurePosixPath(_sound(part).filename).parent) for part in parts}
    files = {PurePosixPath(part.filename).name: part for part in parts}
    if len(folders) > 1 or len(files) < len(parts) or MODEL_FILE not in files:
        message = f"Tệp phải có đúng một thư mục của một mô hình, trong đó có {MODEL_FILE}."
        raise RefusedError(message)
    folder = PurePosixPath(folders.pop())
    content = {name: _bytes(archive, part) for name, part in files.items()}
    return Parcel(folder.name, content.pop(MODEL_FILE), content, folder.parts[0] == _CHANGES)


def _sound(part: ZipInfo) -> ZipInfo:
    """Give a part whose name and kind a parcel may have; raises RefusedError."""
    found = _PATH.fullmatch(part.filename)
    if not found or not is_id(found[1]) or (found[2].endswith(".yaml") and found[2] != MODEL_FILE):
        message = f"Tệp có phần lạ ({cut(part.filename)}) mà biểu mẫu không gửi, nên không mở."
        raise RefusedError(message)
    mode = part.external_attr >> 16
    if mode and not stat.S_ISREG(mode) and stat.S_IFMT(mode):
        message = f"Tệp có liên kết ({cut(part.filename)}) nên không mở."
        raise RefusedError(message)
    if part.flag_bits & 1:
        message = "Tệp có mật khẩu. Hãy xin người gửi tệp không có mật khẩu."
        raise RefusedError(message)
    if part.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        message = "Tệp nén theo cách mà biểu mẫu không dùng, nên không mở. Hãy xin người gửi tải lại từ biểu mẫu."
        raise RefusedError(message)
    return part


def _bytes(archive: ZipFile, part: ZipInfo) -> bytes:
    """Read a part to its bound, whatever its head says; raises RefusedError where there is more."""
    most = LARGEST_TEXT if part.filename.endswith(".yaml") else LARGEST_FILE
    with archive.open(part) as stream:
        data = stream.read(most + 1)
    if len(data) > most:
        message = f"{cut(part.filename)} lớn quá {write_size(most)} khi mở ra nên không đọc."
        raise RefusedError(message)
    return data
