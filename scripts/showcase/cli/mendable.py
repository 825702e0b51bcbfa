"""Which files of a models folder can be mended: regular ones that the rules read, and photos; nothing outside it."""

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from showcase.cli.messages import Complaint
from showcase.record.photo import ENDINGS
from showcase.record.submission import (
    DOCUMENT_FILE,
    EVENT_FILE,
    MODEL_FILE,
    Submission,
    read_document,
    read_event,
    read_model,
    read_report,
    read_vocabulary,
)

_Read = Callable[[str, str, bytes], Submission]
_READERS: dict[str, _Read] = {
    "_reports": read_report,
    "_documents": read_document,
    "_events": read_event,
    "_vocabulary": read_vocabulary,
}
"""Who reads the files of the folders that begin with `_`; other such folders are not looked into."""
_OWN_FILES = {"_documents": DOCUMENT_FILE, "_events": EVENT_FILE}
"""The file of what has a folder of its own in them."""
_PICTURES = frozenset(ending for endings in ENDINGS.values() for ending in endings)


def mendable(models: Path, paths: tuple[Path, ...]) -> Iterator[Path]:
    """Yield the regular files to look at, each once; complain of a path that is not there or lies outside the models."""
    root = models.resolve()
    for path in paths:
        if not path.exists():
            message = f"Không thấy đường dẫn {path}."
            raise Complaint(message)
        if not path.resolve().is_relative_to(root):
            message = f"{path} không nằm trong {models}; lệnh này chỉ sửa các tệp trong đó."
            raise Complaint(message)
    found = (file for path in paths or (models,) for file in _below(path))
    for file in dict.fromkeys(found):
        folders = file.resolve().relative_to(root).parts[:-1]
        is_known = not any(name.startswith(".") or (name.startswith("_") and name not in _READERS) for name in folders)
        if is_known and (is_photo(file) or reader(file)):
            yield file


def _below(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for folder, folders, names in os.walk(path):
        folders.sort()
        for name in sorted(names):
            file = Path(folder, name)
            if file.is_file() and not file.is_symlink():
                yield file


def is_photo(path: Path) -> bool:
    """Tell whether a file is a picture by its name."""
    return path.suffix[1:].lower() in _PICTURES


def reader(path: Path) -> Callable[[str], Submission] | None:
    """Give what reads the text of a file, None of one that no rule reads."""
    if path.name == MODEL_FILE:
        return partial(_read, read_model, path.parent.name, path)
    above = path.parent.parent.name
    if path.name == _OWN_FILES.get(above):
        return partial(_read, _READERS[above], path.parent.name, path)
    read = _READERS.get(path.parent.name) if path.suffix == ".yaml" else None
    return partial(_read, read, path.stem, path) if read else None


def _read(read: _Read, name: str, path: Path, text: str) -> Submission:
    return read(path.as_posix(), name, text.encode())
