"""The ledger says which files of a site are ours; beside it lies, while a build goes on, the journal.

The journal holds the paths that a build is about to write or remove: what a build that was killed may have touched is
known from it, and not believed.
"""

import json
import os
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from showcase.build.errors import DamagedLedgerError
from showcase.system.writing import sync_folder, write_lasting
from showcase.words.digest import digest_of

LEDGER = ".so-ghi.json"
JOURNAL = ".so-ghi.dang-lam"
_EDITION = 3
_WHOLE = re.compile(rf'\{{"edition":{_EDITION},"sum":"(?P<sum>[0-9a-f]+)","files":(?P<files>.*)\}}\n?', re.DOTALL)
"""The sum stands for the names: a ledger that was cut, merged or written by hand says of nothing that it is ours."""


class Entry(NamedTuple):
    """What is known of a file: its `owner` (see `Output`), None where it goes as soon as nothing needs it.

    A file with an owner that nothing needs any more stays until a day (`date.toordinal`); `until` is 0 while something does.
    """

    owner: str | None = None
    until: int = 0


ORDINARY = Entry()
"""What is known of most files: nothing but that they are ours."""


def read_ledger(site: Path) -> dict[str, Entry]:
    """Give what is ours in a site by path, nothing where there is no ledger; raises DamagedLedgerError where it is not as we wrote it."""
    try:
        data = (site / LEDGER).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return {}
    match = _WHOLE.fullmatch(data.decode(errors="replace"))
    if match is None or digest_of(match["files"]) != match["sum"]:
        raise DamagedLedgerError(str(site))
    rows: dict[str, list[Any]] = json.loads(match["files"])
    return {path: Entry(*row) if row else ORDINARY for path, row in rows.items()}


def write_ledger(site: Path, entries: Mapping[str, Entry]) -> None:
    """Replace the ledger in one step, and for good."""
    rows = {path: _row(entry) for path, entry in entries.items()}
    files = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    text = f'{{"edition":{_EDITION},"sum":"{digest_of(files)}","files":{files}}}'
    write_lasting(site / LEDGER, text.encode())


def _row(entry: Entry) -> list[str | int] | int:
    if entry.owner is None:
        return 0
    return [entry.owner, entry.until] if entry.until else [entry.owner]


def stamp_of_site(site: Path) -> str:
    """Give what changes with every build that changed a site; '' where there is none."""
    try:
        status = (site / LEDGER).stat()
    except OSError:
        return ""
    return f"{site.resolve()} {status.st_ino} {status.st_mtime_ns} {status.st_size}"


def close_journal(site: Path) -> None:
    """Say that all was done which the journal told of; the stamp of the site is another from now on."""
    os.utime(site / LEDGER)
    with suppress(FileNotFoundError):
        (site / JOURNAL).unlink()
        sync_folder(site)


def read_journal(site: Path) -> list[str]:
    """Give the paths that a build was about to touch when it was killed; none that would lead out of the site."""
    try:
        paths = (site / JOURNAL).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return []
    return [path for path in paths if path and not {"", ".", ".."} & set(path.split("/"))]


def write_journal(site: Path, paths: Iterable[str]) -> None:
    """Note, before the first of them is touched, which paths a build will touch, and those of a killed one before it."""
    write_lasting(site / JOURNAL, "\n".join(dict.fromkeys([*read_journal(site), *paths])).encode())
