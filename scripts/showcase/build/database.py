"""The database keeps from build to build how files looked from outside, what was found of each, and what every output was made of.

One SQLite file. It is believed only by the edition of the code that wrote it, and only whole: where it is damaged, where
the disk is full or only to be read, all is done once more with a database in memory, which costs time and nothing else.
"""

import pickle
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Self, TypeVar, cast
from zlib import crc32

from showcase.build.judgement import Judged, Judgement, unpack
from showcase.record.model import Model

FILE = "build.db"
ALL_KEPT = "all kept"
"""A note about what was made of all that is kept."""
_MANY = 500
"""Rows that are fetched one by one at most: all 13,663 are read at once in a fifth of the time."""
_TABLES = {
    "edition": "name TEXT NOT NULL",
    "sources": "path TEXT PRIMARY KEY, stamp TEXT NOT NULL, row BLOB NOT NULL",
    "models": "digest TEXT PRIMARY KEY, model BLOB NOT NULL, data BLOB NOT NULL",
    "facts": "number INTEGER PRIMARY KEY, key TEXT NOT NULL, digest TEXT NOT NULL, reads BLOB",
    "outputs": "path TEXT PRIMARY KEY, key TEXT NOT NULL, reads BLOB NOT NULL",
    "kept": "path TEXT PRIMARY KEY, data BLOB NOT NULL",
    "notes": "name TEXT PRIMARY KEY, value BLOB NOT NULL",
}
DAMAGE = (sqlite3.Error, UnicodeDecodeError)
"""What whoever reads or writes may meet: half a file, random bytes, a full disk, one only to be read, another who holds it."""
_SUM = 4
"""Bytes of a checksum."""

Value = TypeVar("Value")


class DamagedError(sqlite3.DatabaseError):
    """What is there is not what was written."""


class Database:
    """An open database; other processes open it anew by its `folder`. Without a folder it is in memory, and no other can."""

    def __init__(self, folder: Path | None, edition: str = "") -> None:
        """Open or make the file in `folder` for an edition of the code; '' takes what is there. Raises DAMAGE."""
        self.folder = folder.absolute() if folder else None
        if self.folder:
            with suppress(OSError):
                self.folder.mkdir(parents=True, exist_ok=True)
        self._connection = _connect(self.folder / FILE if self.folder else ":memory:", edition)

    def __reduce__(self) -> tuple[type[Self], tuple[Path | None]]:
        """Travel as the folder."""
        return type(self), (self.folder,)

    @property
    def connection(self) -> sqlite3.Connection:
        """The connection, for whoever keeps tables of its own here."""
        return self._connection

    def judgements(self) -> dict[str, tuple[str, Judgement]]:
        """Give the stamp and the judgement of every source by the path of its `model.yaml`."""
        rows = self._connection.execute("SELECT path, stamp, row FROM sources")
        return {path: (stamp, unpack(checked_data(path, row))) for path, stamp, row in rows}

    def keep_judged(self, judged: Iterable[tuple[str, str, Judged]]) -> None:
        """Keep (path, stamp, what was found) of sources, in place of what was known of them."""
        rows = list(judged)
        with self._connection:
            self._connection.executemany(
                "INSERT OR REPLACE INTO sources VALUES (?, ?, ?)",
                [(path, stamp, with_checksum(path, one.packed)) for path, stamp, one in rows],
            )
            self._connection.executemany(
                "INSERT OR REPLACE INTO models VALUES (?, ?, ?)",
                [
                    (
                        one.digest,
                        with_checksum(f"model {one.digest}", one.model),
                        with_checksum(f"data {one.digest}", one.data),
                    )
                    for _, _, one in rows
                    if one.model
                ],
            )

    def restamp(self, stamps: Iterable[tuple[str, str]]) -> None:
        """Note (path, stamp) of sources that hold what they held, though they look touched."""
        with self._connection:
            self._connection.executemany(
                "UPDATE sources SET stamp = ? WHERE path = ?", [(stamp, path) for path, stamp in stamps]
            )

    def forget(self, paths: Iterable[str], digests: Iterable[str]) -> None:
        """Forget sources that are gone, and models once more than half of them are not among `digests`, those in use."""
        with self._connection:
            self._connection.executemany("DELETE FROM sources WHERE path = ?", [(path,) for path in paths])
            wanted = set(digests)
            there = {digest for (digest,) in self._connection.execute("SELECT digest FROM models")}
            if len(there) > 2 * len(wanted) + 100:
                self._connection.executemany(
                    "DELETE FROM models WHERE digest = ?", [(digest,) for digest in there - wanted]
                )

    def model(self, digest: str) -> Model:
        """Give the model made of a source."""
        row = self._connection.execute("SELECT model FROM models WHERE digest = ?", (digest,)).fetchone()
        if row is None:
            raise DamagedError(digest)
        return cast("Model", pickle.loads(checked_data(f"model {digest}", row[0])))  # noqa: S301 - our own file

    def rows(self, digests: Sequence[str]) -> Iterator[bytes]:
        """Yield the open data of models."""
        for start in range(0, len(digests), _MANY):
            part = digests[start : start + _MANY]
            marks = ",".join("?" * len(part))
            query = f"SELECT digest, data FROM models WHERE digest IN ({marks})"  # noqa: S608 - nothing but question marks
            found = dict(self._connection.execute(query, part))
            if len(found) < len(part):
                raise DamagedError(*set(part) - found.keys())
            yield from (checked_data(f"data {digest}", found[digest]) for digest in part)

    def kept(self, prefix: str) -> dict[str, bytes]:
        """Give what was kept by paths that begin with a prefix."""
        rows = self._connection.execute("SELECT path, data FROM kept WHERE path GLOB ?", (f"{prefix}*",))
        return {path: checked_data(path, data) for path, data in rows}

    def kept_paths(self, prefix: str) -> set[str]:
        """Give the paths that begin with a prefix of what was kept."""
        rows = self._connection.execute("SELECT path FROM kept WHERE path GLOB ?", (f"{prefix}*",))
        return {path for (path,) in rows}

    def keep(self, made: Mapping[str, bytes], gone: Iterable[str] = ()) -> None:
        """Keep bytes by path, and forget others.

        Until all is saved, nobody believes of what they were made, nor that `ALL_KEPT` tells of something made of all of them.
        """
        with self._connection:
            rows = ((path, with_checksum(path, data)) for path, data in made.items())
            self._connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?)", rows)
            self._connection.executemany("DELETE FROM outputs WHERE path = ?", [(path,) for path in made])
            self._connection.executemany("DELETE FROM kept WHERE path = ?", [(path,) for path in gone])
            self._connection.execute("DELETE FROM notes WHERE name = ?", (ALL_KEPT,))

    def note(self, name: str) -> str:
        """Give what was noted last under a name, '' where nothing was."""
        row = self._connection.execute("SELECT value FROM notes WHERE name = ?", (name,)).fetchone()
        return checked_data(name, row[0]).decode() if row else ""

    def write_note(self, name: str, value: str) -> None:
        """Note something under a name."""
        with self._connection:
            self._connection.execute(
                "INSERT OR REPLACE INTO notes VALUES (?, ?)", (name, with_checksum(name, value.encode()))
            )

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


def open_database(folder: Path, edition: str) -> Database:
    """Open the database in a folder; where that cannot be done it goes, and there is one in memory."""
    try:
        return Database(folder, edition)
    except DAMAGE:
        _remove(folder)
        return Database(None, edition)


def with_database(folder: Path, edition: str, work: Callable[[Database], Value]) -> Value:
    """Have work done with the database in a folder; where it cannot be relied on it goes, and all is done without it."""
    try:
        with closing(Database(folder, edition)) as database:
            return work(database)
    except DAMAGE:
        _remove(folder)
    with closing(Database(None, edition)) as database:
        return work(database)


def _remove(folder: Path) -> None:
    for path in folder.glob(f"{FILE}*"):
        with suppress(OSError):
            path.unlink()


def with_checksum(key: str, data: bytes) -> bytes:
    """Put a checksum before what is kept under a key: SQLite finds damage of its own pages alone."""
    return _sum(key, data) + data


def checked_data(key: str, kept: bytes) -> bytes:
    """Give what was with_checksum under a key; raises DamagedError where this is something else."""
    data = kept[_SUM:] if isinstance(kept, bytes) else b""
    if not kept or _sum(key, data) != kept[:_SUM]:
        raise DamagedError(key)
    return data


def _sum(key: str, data: bytes) -> bytes:
    return crc32(data, crc32(f"{key}".encode())).to_bytes(_SUM)  # of a page that lies elsewhere a key is no text


def _connect(place: Path | str, edition: str) -> sqlite3.Connection:
    connection = sqlite3.connect(place, check_same_thread=False, timeout=60)
    # A process that dies leaves the file whole; after a power cut it may have to be made anew, which costs seconds.
    connection.execute("PRAGMA synchronous = OFF")
    for name, columns in _TABLES.items():
        connection.execute(f"CREATE TABLE IF NOT EXISTS {name} ({columns})")
    if edition and connection.execute("SELECT name FROM edition").fetchall() != [(edition,)]:
        with connection:
            for name, columns in _TABLES.items():
                connection.execute(f"DROP TABLE {name}")  # those of another edition may have other columns
                connection.execute(f"CREATE TABLE {name} ({columns})")
            connection.execute("INSERT INTO edition VALUES (?)", (edition,))
    return connection
