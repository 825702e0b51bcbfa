"""Asks whether every photo that is named lies beside the file."""

from collections.abc import Iterable, Iterator

from showcase.reading.record import Cell, Record
from showcase.record.photo import PhotoFacts
from showcase.record.submission import EVENT_FILE, Submission
from showcase.record.withdrawal import is_withdrawn
from showcase.rules.file_name import faults
from showcase.rules.setting import Setting
from showcase.rules.wording import ask, quote
from showcase.words.problem import Problem
from showcase.words.slip import slip_of
from showcase.words.text import nfc

NAME = "anh_thieu"


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Mỗi tệp ảnh ghi ở `tep` phải nằm trong thư mục của mô hình, của sự kiện.

    Tên phải đúng từng chữ, kể cả hoa thường và đuôi tệp: với máy chủ, `Cho.JPG` và `cho.jpg` là hai tệp khác nhau.

    Sai: `tep: lap-camera.jpg` khi tệp tên là `Lap-Camera.JPG`. Đúng: `tep: Lap-Camera.JPG`.
    """
    files = {facts.name: facts for facts in submission.photos}
    for cell, name in file_names(submission):
        if name not in files and not any(faults(name, submission.file)):
            yield submission.error(NAME, cell.node, _sentence(name, files, submission))


def shown_photos(submission: Submission) -> Iterator[Record]:
    """Yield each photo but those that were withdrawn: nobody shows them, so nothing need be right about them."""
    for photo in submission.record.records("anh") if submission.record else ():
        if not is_withdrawn(photo):
            yield photo


def file_names(submission: Submission) -> Iterator[tuple[Cell, str]]:
    """Yield each file name of a photo on show that could be read."""
    for photo in shown_photos(submission):
        cell = photo.cells.get("tep")
        if cell is not None and isinstance(cell.value, str):
            yield cell, cell.value


def withdrawn_files(submission: Submission) -> frozenset[str]:
    """Give the file names of the photos that were withdrawn."""
    photos = submission.record.records("anh") if submission.record else []
    return frozenset(photo.text("tep") for photo in photos if is_withdrawn(photo))


def file_meant(name: str, files: Iterable[str]) -> str:
    """Give the one file whose name was mistyped, or that differs in its ending alone (`cho.png`, `cho.jpg`); else ''."""
    names = list(files)
    return slip_of(name, {file: file for file in names}) or slip_of(_stem(name), {_stem(file): file for file in names})


def _stem(name: str) -> str:
    return name.rpartition(".")[0]


def _sentence(name: str, files: dict[str, PhotoFacts], submission: Submission) -> str:
    if not submission.has_folder:
        return f"Không có tệp {quote(name)}: sự kiện có ảnh thì phải nằm trong thư mục riêng. Hãy chuyển tệp này thành '_events/{submission.name}/{EVENT_FILE}' rồi đặt ảnh ngay cạnh."
    same = next((file for file in files if nfc(file).casefold() == nfc(name).casefold()), None)
    if same is not None and nfc(same) == nfc(name):
        return f"Tên tệp {quote(name)} có dấu ghi theo hai cách khác nhau. Hãy đổi tên tệp cho không dấu rồi sửa 'tep' theo."
    if same is not None:
        return f"Không có tệp {quote(name)}: tên tệp phải đúng cả hoa thường. Ý bạn là {quote(same)}?"
    meant = file_meant(name, files)
    near = ask(meant) if meant else ""
    return f"Không có tệp {quote(name)} trong thư mục.{near or f' Hãy đặt tệp ảnh ngay cạnh {submission.file}, hoặc xóa ảnh này khỏi danh sách.'}"
