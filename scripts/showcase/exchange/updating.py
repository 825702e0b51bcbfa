"""A model that is there gets the keys that came, and every change is told; what was withdrawn stays withdrawn, under its name.

Keys that did not come, those that say the same, and keys that the form does not ask for stay letter by letter.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from showcase.checking.folder import Folder
from showcase.exchange.comparing import texts_of, values_of
from showcase.exchange.draft import tree_of
from showcase.exchange.grid import RefusedError
from showcase.exchange.layout import Path as KeyPath
from showcase.exchange.merging import edited, lost_comments, other_keys
from showcase.exchange.parcel import Parcel
from showcase.exchange.yaml_text import write_form
from showcase.reading.characters import LARGEST
from showcase.reading.form import MODEL
from showcase.reading.record import Record
from showcase.record.submission import MODEL_FILE, Submission, read_model
from showcase.record.withdrawal import is_withdrawn
from showcase.system.reading import read_regular
from showcase.words.text import nfc

__all__ = ["Update", "updated"]

Texts = dict[KeyPath, str]
Values = Mapping[KeyPath, object]
_WITH_CONSENT = frozenset({"anh", "nguoi_duoc_neu"})
"""Lists of which an item may have been withdrawn."""


class Update(NamedTuple):
    """What becomes of a model: the bytes of its file, the photos to write by name, those to take away, and each change in words."""

    text: bytes
    photos: Mapping[str, bytes]
    gone: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()


def updated(folder: Folder, parcel: Parcel, came: Submission) -> Update:
    """Lay what came over what is there; raises RefusedError, and OSError where the file cannot be read."""
    before = _before(folder)
    assert before.node is not None and before.record is not None  # noqa: S101, PT018 - `_before` has asked
    if came.node is None or came.record is None or came.faults:
        message = "bài trong tệp này không đọc được. Hãy xin người gửi tải lại từ biểu mẫu."
        raise RefusedError(message)
    keys = {key.value for key, _ in came.node.pairs}
    names = _names_for(folder, before, parcel, came)
    texts = {path: names.get(text, text) if _is_name(path) else text for path, text in texts_of(came.node)}
    photos = {names.get(name, name): data for name, data in parcel.photos.items()}
    there, known = dict(texts_of(before.node)), values_of(before.record)
    _need_known(keys, there, known, before.path)
    told = _told(keys, there, texts, before, known)
    values = _values(told)
    text = edited(before.text, before.node, known, values, told)
    after = {_same(text) for path, text in told.items() if _is_name(path)}
    gone = tuple(name for name in folder.photos if _same(name) in _live(before) - after) if "anh" in keys else ()
    lost = lost_comments(before.text, before.node)
    changes = (*_changed(known, values, lost), *_photos(folder, photos, names), *(f"bỏ ảnh {name}" for name in gone))
    return Update(text.encode(), photos, gone, changes)


def _before(folder: Folder) -> Submission:
    file = folder.file_path
    before = read_model(file, folder.name, read_regular(file, LARGEST))
    cells = before.record.cells if before.record else {}
    is_odd = any(cells[key].value is None and not cells[key].is_empty for key in _WITH_CONSENT & cells.keys())
    if before.node is None or before.record is None or before.unread or before.faults or is_odd:
        message = f"{file} đang có lỗi nên không sửa được. Hãy sửa tệp ấy trước; xem: showcase check {file}"
        raise RefusedError(message)
    return before


def _need_known(keys: set[str], there: Texts, known: Values, file: str) -> None:
    """Refuse to write anew a key in which stands what the form does not read, which would be lost."""
    if lost := next((path for path in there if path[0] in keys and path not in known), ()):
        message = f"{file} có ở mục {lost[0]} điều mà biểu mẫu không biết, nên không sửa để khỏi mất. Hãy xem: showcase check {file}"
        raise RefusedError(message)


def _told(keys: set[str], there: Texts, texts: Texts, before: Submission, known: Values) -> Texts:
    """Give the texts of the file as it is to be: a key that came without a value is taken away."""
    # What says the same is written as it was.
    same = {path: there[path] for path, value in _values(texts).items() if path in there and known.get(path) == value}
    told = {path: text for path, text in there.items() if path[0] not in keys} | texts | same
    return told | {path: text for key in _WITH_CONSENT & keys for path, text in _withdrawn(key, before, there, told)}


def _values(texts: Texts) -> Values:
    """Give what is read of a file that says these texts."""
    record = read_model(MODEL_FILE, "", write_form(MODEL, tree_of(texts)).encode()).record
    return values_of(record) if record else {}


def _withdrawn(key: str, before: Submission, there: Texts, told: Texts) -> Iterator[tuple[KeyPath, str]]:
    """Yield what of a list was withdrawn, which no page shows and no form knows, behind what came."""
    items = before.record.items(key) if before.record else ()
    kept = [number for number, cell in enumerate(items) if isinstance(cell.value, Record) and is_withdrawn(cell.value)]
    start = 1 + max((int(path[1]) for path in told if path[0] == key), default=-1)
    for path, text in there.items():
        if path[0] == key and path[1] in kept:
            yield (key, start + kept.index(int(path[1])), *path[2:]), text


def _names_for(folder: Folder, before: Submission, parcel: Parcel, came: Submission) -> dict[str, str]:
    """Give a free name for each photo that came under one that is not its own to take; raises RefusedError for one that was withdrawn.

    The form knows but the names on the page, so it may give that of a withdrawn photo once more.
    """
    withdrawn = _withdrawn_names(before)
    photos = [photo.text("tep") for photo in _photos_of(came)]
    if again := next((name for name in photos if _same(name) in withdrawn and name not in parcel.photos), ""):
        message = f"ảnh {again} đã được rút khỏi trang nên không nhận lại."
        raise RefusedError(message)
    beside = {_same(path.name) for path in Path(folder.path).iterdir()}
    # A parcel's names have small letters: one that is there with others is no name for the same file everywhere.
    taken = (beside | withdrawn) - (_live(before) & {*folder.photos})
    used = beside | withdrawn | _live(before) | {_same(name) for name in photos}
    return dict(_free(parcel.photos, taken, used))


def _free(names: Iterable[str], taken: set[str], used: set[str]) -> Iterator[tuple[str, str]]:
    number = 1
    for name in names:
        if _same(name) in taken:
            ending = name.rpartition(".")[2]
            while f"anh-{number}.{ending}" in used:
                number += 1
            yield name, f"anh-{number}.{ending}"
            number += 1


def _live(before: Submission) -> set[str]:
    """Give the names of photos that are on the page."""
    return {_same(photo.text("tep")) for photo in _photos_of(before)} - _withdrawn_names(before)


def _withdrawn_names(before: Submission) -> set[str]:
    return {_same(photo.text("tep")) for photo in _photos_of(before) if is_withdrawn(photo)}


def _photos_of(submission: Submission) -> list[Record]:
    return submission.record.records("anh") if submission.record else []


def _same(name: str) -> str:
    """Give what two names share that are one on some computer."""
    return nfc(name).casefold()


def _is_name(path: KeyPath) -> bool:
    return path[0] == "anh" and path[-1] == "tep"


def _changed(known: Values, values: Values, lost: Mapping[str, int]) -> Iterator[str]:
    other = other_keys(known, values)
    old, new = ({path[0] for path in one} for one in (known, values))
    for entry in MODEL.entries:
        if entry.key in other:
            comments = f"; mất {lost[entry.key]} dòng chú giải trong mục ấy" if lost.get(entry.key) else ""
            word = "thêm" if entry.key not in old else "sửa" if entry.key in new else "bỏ"
            yield f"{word} mục {entry.key} ({entry.label}){comments}"


def _photos(folder: Folder, photos: Mapping[str, bytes], names: Mapping[str, str]) -> Iterator[str]:
    sent = {name: before for before, name in names.items()}
    for name in photos:
        why = f" (gửi tới với tên {sent[name]}, là tên của một tệp khác)" if name in sent else ""
        yield f"{'thay' if name in folder.photos else 'thêm'} ảnh {name}{why}"
