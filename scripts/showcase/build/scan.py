"""A scan looks at every source from outside, following no link and no `..`; it reads the few that all others need.

It judges nothing and loses nothing: what is no source of the format becomes an unexpected file, to be told by a rule.
"""

import os
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from showcase.reading.characters import BLANK, LARGEST, blanked
from showcase.record.abbreviations import AbbreviationPage
from showcase.record.intake import UnexpectedFile, UnexpectedKind
from showcase.record.photo import ENDINGS
from showcase.record.submission import Submission, read_document, read_event, read_report, read_vocabulary
from showcase.record.vocabulary import NAMES
from showcase.system.reading import file_stamp, last_change, read_regular
from showcase.words.digest import digest_of

MODEL_FILE = "model.yaml"
_MISNAMED = {"model.yml", "model.yaml.txt", "model.yml.txt", "model.txt", "models.yaml"}
_LINE_ENDS = re.compile(r"[\t\r\n]")
_OF_MODELS = {"yaml", "yml", "heic", "heif"}.union(*ENDINGS.values())


class Folder(NamedTuple):
    """A model's folder: its path as editors see it, the names of the files beside its `model.yaml`.

    `stamp` tells how its files look, and is another when one of them changed; `changed` is when one last did, in
    nanoseconds.
    """

    path: str
    photos: tuple[str, ...]
    stamp: str
    changed: int

    @property
    def model_file(self) -> str:
        """The path of its `model.yaml`."""
        return f"{self.path}/{MODEL_FILE}"

    @property
    def name(self) -> str:
        """Its name, which is the model's id."""
        return self.path.rpartition("/")[2]

    def photo_paths(self) -> list[Path]:
        """Give the paths of the files beside the `model.yaml`."""
        return [Path(self.path, name) for name in self.photos]


@dataclass(frozen=True, slots=True)
class Scan:
    """A models folder before its models are read: their folders sorted by path, the few other files read, what is unexpected.

    It `began` at a time in nanoseconds; `abbreviations` is the one file that is read from elsewhere.
    """

    began: int
    root: str
    folders: tuple[Folder, ...]
    vocabularies: tuple[Submission, ...]
    reports: tuple[Submission, ...]
    documents: tuple[Submission, ...]
    events: tuple[Submission, ...]
    unexpected: tuple[UnexpectedFile, ...]
    abbreviations: AbbreviationPage | None = None

    @property
    def digest(self) -> str:
        """What stands for all of it, as it looks from outside."""
        folders = "\n".join([f"{folder.path} {folder.stamp}" for folder in self.folders])
        texts = [(one.path, one.text) for one in (*self.vocabularies, *self.reports, *self.documents, *self.events)]
        return digest_of(self.root, folders, texts, self.unexpected, self.abbreviations)

    @property
    def changed(self) -> int:
        """When a model's folder last changed, in nanoseconds."""
        return max([folder.changed for folder in self.folders], default=0)


def scan_sources(root: Path, abbreviations: Path | None = None) -> Scan:
    """Look at everything below `root`, and at the list of abbreviations: 0.3 s for 13,663 models."""
    began = time.time_ns()
    unexpected: list[UnexpectedFile] = []
    folders = tuple(_model_folders(root, unexpected))
    page = _read_page(abbreviations, unexpected) if abbreviations else None
    return Scan(
        began=began,
        root=root.as_posix(),
        folders=folders,
        vocabularies=tuple(_read_special(root / "_vocabulary", read_vocabulary, NAMES, unexpected)),
        reports=tuple(_read_special(root / "_reports", read_report, None, unexpected)),
        documents=tuple(_read_special(root / "_documents", read_document, None, unexpected)),
        events=tuple(_read_special(root / "_events", read_event, None, unexpected)),
        unexpected=tuple(unexpected),
        abbreviations=page,
    )


def _model_folders(root: Path, unexpected: list[UnexpectedFile]) -> Iterator[Folder]:
    """Yield each folder that holds a `model.yaml`, with its files, sorted by path."""
    top = root.as_posix()
    waiting = [top]
    while waiting:
        folder = waiting.pop()
        entries = _entries(folder, unexpected)
        folders = [entry.name for entry in entries if _is_folder(entry) and not entry.name.startswith("_")]
        files = {entry.name: entry for entry in entries if not _is_folder(entry)}
        misnamed = [name for name in files if _is_misnamed(name)]
        unexpected += [UnexpectedFile(UnexpectedKind.MISNAMED_MODEL, f"{folder}/{name}") for name in misnamed]
        if MODEL_FILE in files and folder != top:
            unexpected += [UnexpectedFile(UnexpectedKind.INSIDE_MODEL, f"{folder}/{name}") for name in folders]
            yield _model_folder(folder, [name for name in files if name not in misnamed])
            continue
        if files and not folders and not misnamed and folder != top:
            unexpected.append(UnexpectedFile(UnexpectedKind.NO_MODEL, folder))
        elif not misnamed:
            loose = [name for name in files if _belongs_to_a_model(name)]
            unexpected += [UnexpectedFile(UnexpectedKind.LOOSE, f"{folder}/{name}") for name in loose]
        waiting += [f"{folder}/{name}" for name in reversed(folders)]


def _model_folder(path: str, names: list[str]) -> Folder:
    photos = tuple([name for name in names if name != MODEL_FILE])
    stamps = [file_stamp(f"{path}/{name}") for name in (MODEL_FILE, *photos)]
    stamp = " ".join([stamps[0], *[f"{name}:{stamp}" for name, stamp in zip(photos, stamps[1:], strict=True)]])
    return Folder(path, photos, stamp, max(map(last_change, stamps)))


def _is_misnamed(name: str) -> bool:
    """Tell whether a file was meant to be the `model.yaml`."""
    return name != MODEL_FILE and name.lower() in _MISNAMED | {MODEL_FILE}


def _special_files(folder: Path, names: tuple[str, ...] | None, unexpected: list[UnexpectedFile]) -> Iterator[str]:
    """Yield the YAML files of a folder whose name begins with `_`; others than `names` are unexpected."""
    if not folder.is_dir() or folder.is_symlink():
        return
    for entry in _entries(folder.as_posix(), unexpected):
        stem, dot, ending = entry.name.rpartition(".")
        path = f"{folder.as_posix()}/{entry.name}"
        if ending != "yaml" or not dot or (names is not None and stem not in names):
            unexpected.append(UnexpectedFile(UnexpectedKind.UNKNOWN_VOCABULARY, path))
        else:
            yield path


def read_source(path: str, unexpected: list[UnexpectedFile]) -> bytes | None:
    """Read a source; of one that is too large only what tells that it is.

    One that may not be read, or is no file any more, is unexpected: it must not hide what is wrong with the others.
    """
    try:
        return read_regular(path, LARGEST)
    except OSError:
        unexpected.append(UnexpectedFile(UnexpectedKind.UNREADABLE, path))
        return None


def _read_page(path: Path, unexpected: list[UnexpectedFile]) -> AbbreviationPage | None:
    """Read the editors' list; a project may do without."""
    data = read_source(path.as_posix(), unexpected) if path.is_file() else None
    return AbbreviationPage(path.as_posix(), data.decode(errors="replace")) if data is not None else None


def _read_special(
    folder: Path,
    read: Callable[[str, str, bytes], Submission],
    names: tuple[str, ...] | None,
    unexpected: list[UnexpectedFile],
) -> Iterator[Submission]:
    for path in _special_files(folder, names, unexpected):
        data = read_source(path, unexpected)
        if data is not None:
            yield read(path, Path(path).stem, data)


def _entries(folder: str, unexpected: list[UnexpectedFile]) -> list[os.DirEntry[str]]:
    """List a folder: regular files and folders, sorted; links and devices are unexpected and never opened."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=attrgetter("name"))
    except OSError:
        unexpected.append(UnexpectedFile(UnexpectedKind.UNREADABLE, folder))
        return []
    return [entry for entry in entries if not entry.name.startswith(".") and _is_sound(entry, folder, unexpected)]


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False)


def _is_sound(entry: os.DirEntry[str], folder: str, unexpected: list[UnexpectedFile]) -> bool:
    name = entry.name
    legible = name if name.isascii() and name.isprintable() else blanked(_LINE_ENDS.sub(BLANK, name))
    if legible != name:
        unexpected.append(UnexpectedFile(UnexpectedKind.ILLEGIBLE_NAME, f"{folder}/{legible}"))
    elif entry.is_symlink():
        unexpected.append(UnexpectedFile(UnexpectedKind.LINK, f"{folder}/{name}"))
    elif not (entry.is_file(follow_symlinks=False) or _is_folder(entry)):
        unexpected.append(UnexpectedFile(UnexpectedKind.NOT_REGULAR, f"{folder}/{name}"))
    else:
        return True
    return False


def _belongs_to_a_model(name: str) -> bool:
    """Tell whether a file is text or a picture of a model by its name; a README beside models is nobody's mistake."""
    return name.rpartition(".")[2].lower() in _OF_MODELS
