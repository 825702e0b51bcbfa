"""Reads a models folder from the disk, following no link and no `..`; judges nothing, and loses nothing."""

import os
import re
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

from showcase.reading.characters import BLANK, LARGEST, blanked
from showcase.record.intake import Intake, Stray, StrayKind
from showcase.record.photo import ENDINGS, PhotoFacts
from showcase.record.submission import Submission, read_model, read_report, read_vocabulary
from showcase.record.vocabulary import NAMES

MODEL_FILE = "model.yaml"
_MISNAMED = {"model.yml", "model.yaml.txt", "model.yml.txt", "model.txt", "models.yaml"}

_LINE_ENDS = re.compile(r"[\t\r\n]")
_OF_MODELS = {"yaml", "yml", "heic", "heif"}.union(*ENDINGS.values())

Inspect = Callable[[list[Path]], list[PhotoFacts]]
"""Looks at photo files and says what they are; given so that tests and caches can stand in for the darkroom."""


def take_in(root: Path, inspect: Inspect) -> Intake:
    """Read everything below `root`; the paths in what comes back begin with `root` as it was given."""
    strays: list[Stray] = []
    folders = list(_model_folders(root, strays))
    photo_paths = [folder / name for folder, names in folders for name in names]
    facts = dict(zip(photo_paths, inspect(photo_paths), strict=True))
    models = []
    for folder, names in folders:
        path, data = folder / MODEL_FILE, _bytes(folder / MODEL_FILE, strays)
        if data is not None:
            models.append(read_model(shown(path), folder.name, data, tuple(facts[folder / name] for name in names)))
    return Intake(
        root=shown(root),
        models=tuple(models),
        reports=tuple(_special(root / "_reports", read_report, None, strays)),
        vocabularies=tuple(_special(root / "_vocabulary", read_vocabulary, NAMES, strays)),
        strays=tuple(strays),
    )


def shown(path: Path) -> str:
    """Write a path as editors see it, with forward slashes."""
    return path.as_posix()


def _model_folders(root: Path, strays: list[Stray]) -> Iterator[tuple[Path, list[str]]]:
    """Yield each folder that holds a `model.yaml`, with the names of the other files in it, sorted by path."""
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        entries = _entries(folder, strays)
        folders = [entry for entry in entries if entry.is_dir(follow_symlinks=False) and not _is_reserved(entry.name)]
        files = [entry.name for entry in entries if not entry.is_dir(follow_symlinks=False)]
        misnamed = [name for name in files if name != MODEL_FILE and name.lower() in _MISNAMED | {MODEL_FILE}]
        strays += [Stray(StrayKind.MISNAMED_MODEL, shown(folder / name)) for name in misnamed]
        if MODEL_FILE in files and folder != root:
            strays += [Stray(StrayKind.INSIDE_MODEL, shown(folder / entry.name)) for entry in folders]
            yield folder, [name for name in files if name != MODEL_FILE and name not in misnamed]
            continue
        if files and not folders and not misnamed and folder != root:
            strays.append(Stray(StrayKind.NO_MODEL, shown(folder)))
        elif not misnamed:
            strays += [Stray(StrayKind.LOOSE, shown(folder / name)) for name in files if _belongs_to_a_model(name)]
        waiting += [folder / entry.name for entry in reversed(folders)]


def _special(
    folder: Path,
    read: Callable[[str, str, bytes], Submission],
    names: tuple[str, ...] | None,
    strays: list[Stray],
) -> Iterator[Submission]:
    """Yield the YAML files of a folder whose name begins with `_`, each read; others than `names` are strays."""
    if not folder.is_dir() or folder.is_symlink():
        return
    for entry in _entries(folder, strays):
        stem, dot, ending = entry.name.rpartition(".")
        if ending != "yaml" or not dot or (names is not None and stem not in names):
            strays.append(Stray(StrayKind.UNKNOWN_VOCABULARY, shown(folder / entry.name)))
            continue
        data = _bytes(folder / entry.name, strays)
        if data is not None:
            yield read(shown(folder / entry.name), stem, data)


def _entries(folder: Path, strays: list[Stray]) -> list[os.DirEntry[str]]:
    """List a folder: regular files and folders, sorted; links and devices become strays and are never opened."""
    try:
        with os.scandir(folder) as scan:
            entries = sorted(scan, key=lambda entry: entry.name)
    except OSError:
        strays.append(Stray(StrayKind.UNREADABLE, shown(folder)))
        return []
    sound = []
    for entry in entries:
        if entry.name.startswith("."):
            continue
        legible = blanked(_LINE_ENDS.sub(BLANK, entry.name))
        if legible != entry.name:
            strays.append(Stray(StrayKind.ILLEGIBLE_NAME, shown(folder / legible)))
        elif entry.is_symlink():
            strays.append(Stray(StrayKind.LINK, shown(folder / entry.name)))
        elif not (entry.is_file(follow_symlinks=False) or entry.is_dir(follow_symlinks=False)):
            strays.append(Stray(StrayKind.NOT_REGULAR, shown(folder / entry.name)))
        else:
            sound.append(entry)
    return sound


def _is_reserved(name: str) -> bool:
    return name.startswith("_")


def _belongs_to_a_model(name: str) -> bool:
    """Tell whether a file is text or a picture of a model by its name; a README beside models is nobody's mistake."""
    return name.rpartition(".")[2].lower() in _OF_MODELS


def _bytes(path: Path, strays: list[Stray]) -> bytes | None:
    """Read a regular file without following links; of a file that is too large only what tells that it is.

    One that may not be read, or is no file any more, becomes a stray: it must not hide what is wrong with the others.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with os.fdopen(descriptor, "rb") as file:
            if stat.S_ISREG(os.fstat(descriptor).st_mode):
                return file.read(LARGEST + 1)
    except OSError:
        pass
    strays.append(Stray(StrayKind.UNREADABLE, shown(path)))
    return None
