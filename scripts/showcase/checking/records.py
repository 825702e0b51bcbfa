"""The files of a folder whose name begins with `_` are read here: one of each record, or a folder of its own with photos beside it."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from showcase.checking.folder import Folder, entries_of, folder_of, is_folder, read_source
from showcase.record.intake import UnexpectedFile, UnexpectedKind
from showcase.record.submission import Submission

Read = Callable[[str, str, bytes], Submission]


class Records(NamedTuple):
    """What was read, sorted by path, and the folders of what has one of its own."""

    submissions: tuple[Submission, ...] = ()
    folders: tuple[Folder, ...] = ()


def read_records(
    folder: Path,
    read: Read,
    unexpected: list[UnexpectedFile],
    *,
    names: tuple[str, ...] | None = None,
    own: str = "",
) -> Records:
    """Read the YAML files of a folder, others than `names` being unexpected, and in its folders the file named `own`."""
    submissions: list[Submission] = []
    folders: list[Folder] = []
    if not folder.is_dir() or folder.is_symlink():
        return Records()
    for entry in entries_of(folder.as_posix(), unexpected):
        if entry.name.startswith("."):
            continue
        path = f"{folder.as_posix()}/{entry.name}"
        name, dot, ending = entry.name.rpartition(".")
        if own and is_folder(entry):
            found = _own_folder(path, own, unexpected)
            if found is None:
                continue
            folders.append(found)
            name, path = found.name, found.file_path
        elif is_folder(entry) or ending != "yaml" or not dot or (names is not None and name not in names):
            unexpected.append(UnexpectedFile(UnexpectedKind.UNKNOWN_VOCABULARY, path))
            continue
        data = read_source(path, unexpected)
        if data is not None:
            submissions.append(read(path, name, data))
    return Records(tuple(submissions), tuple(folders))


def _own_folder(path: str, own: str, unexpected: list[UnexpectedFile]) -> Folder | None:
    """Give a folder that has a file of its own; without one it is nothing, and what lies in it."""
    entries = entries_of(path, unexpected)
    files = [entry.name for entry in entries if not is_folder(entry)]
    if own not in files:
        unexpected.append(UnexpectedFile(UnexpectedKind.NO_RECORD, path))
        return None
    inside = [entry for entry in entries if is_folder(entry) and not entry.name.startswith(".")]
    unexpected += [UnexpectedFile(UnexpectedKind.INSIDE_RECORD, f"{path}/{entry.name}") for entry in inside]
    return folder_of(path, own, files)
