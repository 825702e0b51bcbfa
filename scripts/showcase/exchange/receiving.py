"""A parcel is taken in: its model is asked of every rule that needs no other, and laid in its folder, or into the file that is there.

Either all of it is laid or nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from showcase.checking.folder import Folder
from showcase.checking.scan import scan_sources
from showcase.exchange.asked import asked
from showcase.exchange.comparing import texts_of
from showcase.exchange.grid import RefusedError
from showcase.exchange.layout import Path as KeyPath
from showcase.exchange.naming import province_folder
from showcase.exchange.parcel import LARGEST, Parcel, opened
from showcase.exchange.updating import Update, updated
from showcase.photos.inspection import inspect_bytes
from showcase.record.catalogue import vocabularies_of
from showcase.record.photo import PhotoFacts
from showcase.record.submission import MODEL_FILE, Submission, read_model
from showcase.rules.book import check_file
from showcase.rules.setting import Setting
from showcase.system.gazetteer import load_gazetteer
from showcase.system.reading import read_regular
from showcase.system.writing import write_folder, write_together
from showcase.words.problem import Problem, Spot, count_errors

__all__ = ["Received", "receive"]


class Received(NamedTuple):
    """What came of a parcel: its model's file and text, what the rules say of it, whether it was there before and was written, and what changed in it."""

    file: Path
    text: bytes
    problems: tuple[Problem, ...]
    was_there: bool
    is_written: bool
    changes: tuple[str, ...] = ()

    def line_at(self, spot: Spot) -> str:
        """Give the line that a problem is about, '' where it is about another file."""
        lines = self.text.decode("utf-8", "replace").split("\n") if spot.path == self.file.as_posix() else []
        return lines[spot.line - 1].strip() if spot.line <= len(lines) else ""


def receive(source: Path, models: Path, today: date, *, update: bool, anyway: bool) -> Received:
    """Take in a parcel; what is wrong keeps it out unless `anyway`. Raises RefusedError, and OSError of files that cannot be read or written."""
    parcel = opened(read_regular(str(source), LARGEST))
    scan = scan_sources(models)
    folder = next((one for one in scan.folders if one.name == parcel.name), None)
    if folder and not update:
        message = (
            f"đã có mô hình {parcel.name} ở {folder.path} nên không ghi đè. Nếu đúng là sửa bài ấy, hãy thêm --update."
        )
        raise RefusedError(message)
    if parcel.is_change and not folder:
        message = f"tệp này sửa mô hình {parcel.name}, mà trong {models.as_posix()} không có mô hình ấy."
        raise RefusedError(message)
    setting = Setting(today, load_gazetteer(), vocabularies_of(scan.vocabularies))
    if folder:
        return _changed(parcel, folder, setting, anyway=anyway)
    return _laid(parcel, models, setting, anyway=anyway)


def _changed(parcel: Parcel, folder: Folder, setting: Setting, *, anyway: bool) -> Received:
    place = Path(folder.path)
    parcel = parcel._replace(photos=dict(_other_photos(parcel.photos, place)))
    update = updated(folder, parcel, asked(parcel))
    file = place / MODEL_FILE
    beside = [path for path in folder.photo_paths() if path.name not in update.gone]
    photos = {path.name: inspect_bytes(read_regular(str(path), LARGEST)) for path in beside}
    problems = _problems(file, parcel.name, update, photos, setting)
    if count_errors(problems) and not anyway:
        return Received(file, update.text, problems, was_there=True, is_written=False)
    # The photos first: a model never names one that is not there.
    write_together({place / name: data for name, data in update.photos.items()} | {file: update.text})
    for name in update.gone:
        (place / name).unlink(missing_ok=True)
    return Received(file, update.text, problems, was_there=True, is_written=True, changes=update.changes)


def _other_photos(photos: Mapping[str, bytes], place: Path) -> Iterator[tuple[str, bytes]]:
    """Leave out photos that lie there already, byte for byte: a draft that was sent before holds them still."""
    for name, data in photos.items():
        try:
            is_there = read_regular(str(place / name), LARGEST) == data
        except OSError:
            is_there = False
        if not is_there:
            yield name, data


def _laid(parcel: Parcel, models: Path, setting: Setting, *, anyway: bool) -> Received:
    # The place is the one that the file tells, never what the parcel says.
    province = models / province_folder(_texts(asked(parcel)), setting.gazetteer)
    place = province / parcel.name
    file = place / MODEL_FILE
    problems = _problems(file, parcel.name, Update(parcel.text, parcel.photos), {}, setting)
    if count_errors(problems) and not anyway:
        return Received(file, parcel.text, problems, was_there=False, is_written=False)
    if place.exists() or place.is_symlink():
        message = f"{place.as_posix()} đã có mà chưa phải là mô hình nên không ghi đè."
        raise RefusedError(message)
    if province.is_symlink():
        message = f"{province.as_posix()} là một liên kết nên không đặt gì vào đó."
        raise RefusedError(message)
    write_folder(place, {**parcel.photos, MODEL_FILE: parcel.text})
    return Received(file, parcel.text, problems, was_there=False, is_written=True)


def _problems(
    file: Path, name: str, update: Update, photos: Mapping[str, PhotoFacts], setting: Setting
) -> tuple[Problem, ...]:
    found = {**photos, **{name: inspect_bytes(data) for name, data in update.photos.items()}}
    named = tuple(replace(facts, name=name) for name, facts in sorted(found.items()))
    return tuple(check_file(read_model(file.as_posix(), name, update.text, named), setting))


def _texts(submission: Submission) -> dict[KeyPath, str]:
    return dict(texts_of(submission.node)) if submission.node else {}
