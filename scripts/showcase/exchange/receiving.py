"""A parcel is taken in: its model is asked of every rule that needs no other, and laid in its folder, or into the file that is there.

Of a model that is there only the keys that came are changed, so comments, keys that the form does not ask for, and photos that
were withdrawn stay as they are.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from showcase.build.scan import Scan, scan_sources
from showcase.exchange.comparing import texts_of, values_of
from showcase.exchange.draft import tree_of
from showcase.exchange.grid import RefusedError
from showcase.exchange.layout import Path as KeyPath
from showcase.exchange.merging import edited
from showcase.exchange.naming import province_folder
from showcase.exchange.parcel import LARGEST, Parcel, opened
from showcase.exchange.yaml_text import write_form
from showcase.photos.inspection import inspect_bytes
from showcase.reading.characters import LARGEST as LARGEST_TEXT
from showcase.reading.form import MODEL
from showcase.record.catalogue import vocabularies_of
from showcase.record.photo import PhotoFacts
from showcase.record.submission import MODEL_FILE, Submission, read_model
from showcase.rules.book import check_file
from showcase.rules.setting import Setting
from showcase.system.gazetteer import load_gazetteer
from showcase.system.reading import read_regular
from showcase.system.writing import write_whole
from showcase.words.problem import Problem, count_errors

__all__ = ["Received", "receive"]


class Received(NamedTuple):
    """What came of a parcel: the file of its model, what the rules say, whether it was there before and whether it was written."""

    file: Path
    problems: tuple[Problem, ...]
    was_there: bool
    is_written: bool


def receive(source: Path, models: Path, today: date, *, update: bool, anyway: bool) -> Received:
    """Take in a parcel; what is wrong keeps it out unless `anyway`. Raises RefusedError, and OSError of files that cannot be read or written."""
    parcel = opened(read_regular(str(source), LARGEST))
    scan = scan_sources(models)
    folder = next((Path(one.path) for one in scan.folders if one.name == parcel.name), None)
    if folder and not update:
        message = f"đã có mô hình {parcel.name} ở {folder.as_posix()} nên không ghi đè. Nếu đúng là sửa bài ấy, hãy thêm --update."
        raise RefusedError(message)
    if parcel.is_change and not folder:
        message = f"tệp này sửa mô hình {parcel.name}, mà trong {models.as_posix()} không có mô hình ấy."
        raise RefusedError(message)
    return _settled(
        parcel,
        folder,
        models,
        Setting(today, load_gazetteer(), vocabularies_of(scan.vocabularies)),
        scan,
        anyway=anyway,
    )


def _settled(
    parcel: Parcel, folder: Path | None, models: Path, setting: Setting, scan: Scan, *, anyway: bool
) -> Received:
    place = folder or models / _province(parcel, setting) / parcel.name
    file = place / MODEL_FILE
    text = _merged(file, parcel) if folder else parcel.text
    beside = next((one.photo_paths() for one in scan.folders if one.name == parcel.name), [])
    photos = {path.name: inspect_bytes(read_regular(str(path), LARGEST)) for path in beside}
    photos |= {name: inspect_bytes(data) for name, data in parcel.photos.items()}
    submission = read_model(file.as_posix(), parcel.name, text, tuple(_named(photos)))
    problems = tuple(check_file(submission, setting))
    if count_errors(problems) and not anyway:
        return Received(file, problems, bool(folder), is_written=False)
    if not folder and (place.exists() or place.is_symlink()):
        message = f"{place.as_posix()} đã có mà chưa phải là mô hình nên không ghi đè."
        raise RefusedError(message)
    # The photos first: a model never names one that is not there.
    for name, data in parcel.photos.items():
        write_whole(place / name, data)
    write_whole(file, text)
    return Received(file, problems, bool(folder), is_written=True)


def _named(photos: Mapping[str, PhotoFacts]) -> Iterator[PhotoFacts]:
    return (replace(facts, name=name) for name, facts in sorted(photos.items()))


def _province(parcel: Parcel, setting: Setting) -> str:
    """Name the folder by the place that the file tells, never by what the parcel says."""
    submission = read_model(MODEL_FILE, parcel.name, parcel.text)
    return province_folder(_texts(submission), setting.gazetteer)


def _texts(submission: Submission) -> dict[KeyPath, str]:
    return dict(texts_of(submission.node)) if submission.node else {}


def _merged(file: Path, parcel: Parcel) -> bytes:
    """Give the bytes of a file with the keys that came in place of its own; a key without a value is taken away."""
    before = read_model(file.as_posix(), parcel.name, read_regular(str(file), LARGEST_TEXT))
    came = read_model(MODEL_FILE, parcel.name, parcel.text)
    if before.node is None or before.record is None or before.unread or before.faults:
        message = f"{file.as_posix()} đang có lỗi nên không sửa được. Hãy sửa tệp ấy trước; xem: showcase check {file.as_posix()}"
        raise RefusedError(message)
    if came.node is None or came.record is None or came.faults:
        message = "bài trong tệp này không đọc được. Hãy xin người gửi tải lại từ biểu mẫu."
        raise RefusedError(message)
    keys = {key.value for key, _ in came.node.pairs}
    there, known, values = _texts(before), values_of(before.record), values_of(came.record)
    # What says the same is written as it was.
    same = {path: there[path] for path, value in values.items() if path in there and known.get(path) == value}
    told = {path: text for path, text in there.items() if path[0] not in keys} | _texts(came) | same
    if "anh" in keys:
        told |= _withdrawn(there, told)
    wanted = read_model(MODEL_FILE, parcel.name, write_form(MODEL, tree_of(told)).encode()).record
    return edited(
        before.text, before.node, values_of(before.record), values_of(wanted) if wanted else {}, told
    ).encode()


def _withdrawn(there: Mapping[KeyPath, str], told: Mapping[KeyPath, str]) -> dict[KeyPath, str]:
    """Give the photos of a file that were withdrawn, which no page shows and no form knows, behind those that came."""
    kept = sorted({path[1] for path in there if path[0] == "anh" and path[-1] == "rut_dong_y"}, key=int)
    names = {text for path, text in told.items() if path[0] == "anh" and path[-1] == "tep"}
    kept = [number for number in kept if there.get(("anh", number, "tep")) not in names]
    start = 1 + max((int(path[1]) for path in told if path[0] == "anh"), default=-1)
    return {
        ("anh", start + kept.index(path[1]), *path[2:]): text
        for path, text in there.items()
        if path[0] == "anh" and path[1] in kept
    }
