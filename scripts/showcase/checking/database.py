"""The database keeps from build to build how files looked from outside, what was found of each, and what every output was made of.

One SQLite file of a few tables, in each of which bytes lie under keys, with a checksum before them: SQLite finds damage of its
own pages alone. It is believed only by the edition of the code that wrote it, and only whole: where it is damaged, where the
disk is full or only to be read, all is done once more with a database in memory, which costs time and nothing else.
"""

import pickle
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Self, TypeVar, cast
from zlib import crc32

from showcase.record.model import Model
from showcase.system.kept import clear
from showcase.system.reading import is_regular

FILE = "build.db"
SOURCES, MODELS, OPEN_DATA, TABLES = "sources", "models", "open_data", "tables"
HISTORY, RECORDS, NOTES = "history", "records", "notes"
"""What is known of each `model.yaml` by its path; models, their JSON and their rows of tables, by the digest of their source;
what outputs were made of; records of the search by path; notes by name."""
_TABLES = (SOURCES, MODELS, OPEN_DATA, TABLES, HISTORY, RECORDS, NOTES)
DAMAGE = (sqlite3.Error, UnicodeDecodeError)
"""What whoever reads or writes may meet: half a file, random bytes, a full disk, one only to be read, another who holds it."""
_MANY = 500
"""Keys that are asked for at once at most; SQLite of 2020 takes 999."""
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
                if not is_regular(self.folder / FILE):  # a link, a pipe: what is behind it is not ours
                    clear(self.folder / FILE)
        self._connection = _connect(self.folder / FILE if self.folder else ":memory:", edition)

    def __reduce__(self) -> tuple[type[Self], tuple[Path | None]]:
        """Travel as the folder."""
        return type(self), (self.folder,)

    def all(self, table: str) -> dict[str, bytes]:
        """Give everything in a table by key."""
        rows = self._connection.execute(f"SELECT key, data FROM {table}")  # noqa: S608 - one of our names
        return {key: _checked(table, key, data) for key, data in rows}

    def keys(self, table: str) -> set[str]:
        """Give the keys in a table."""
        return {key for (key,) in self._connection.execute(f"SELECT key FROM {table}")}  # noqa: S608 - as above

    def some(self, table: str, keys: Sequence[str]) -> Iterator[bytes]:
        """Yield what lies under keys, in their order; raises DamagedError where nothing does."""
        for start in range(0, len(keys), _MANY):
            part = keys[start : start + _MANY]
            marks = ",".join("?" * len(part))
            query = f"SELECT key, data FROM {table} WHERE key IN ({marks})"  # noqa: S608 - a name and question marks
            found = dict(self._connection.execute(query, part))
            if missing := set(part) - found.keys():
                raise DamagedError(table, *missing)
            yield from (_checked(table, key, found[key]) for key in part)

    def write(self, changes: Mapping[str, Mapping[str, bytes | None]]) -> None:
        """Put bytes under keys, by table, and take away what is None; all of it or nothing."""
        with self._connection:
            for table, rows in changes.items():
                gone = [(key,) for key, data in rows.items() if data is None]
                kept = [(key, _sum(table, key, data) + data) for key, data in rows.items() if data is not None]
                self._connection.executemany(f"DELETE FROM {table} WHERE key = ?", gone)  # noqa: S608 - as above
                self._connection.executemany(f"INSERT OR REPLACE INTO {table} VALUES (?, ?)", kept)  # noqa: S608

    def model(self, digest: str) -> Model:
        """Give the model made of a source."""
        (data,) = self.some(MODELS, [digest])
        return cast("Model", pickle.loads(data))  # noqa: S301 - our own file

    def rows(self, digests: Sequence[str]) -> Iterator[bytes]:
        """Yield the open data of models."""
        return self.some(OPEN_DATA, digests)

    def table_rows(self, digests: Sequence[str]) -> Iterator[bytes]:
        """Yield the rows that models add to the tables of the open data, as JSON."""
        return self.some(TABLES, digests)

    def note(self, name: str) -> str:
        """Give what was noted last under a name, '' where nothing was."""
        return self.all(NOTES).get(name, b"").decode()

    def write_note(self, name: str, value: str) -> None:
        """Note something under a name."""
        self.write({NOTES: {name: value.encode()}})

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


def open_database(folder: Path, edition: str) -> Database:
    """Open the database in a folder; where that cannot be done it goes, and there is one in memory."""
    try:
        return Database(folder, edition)
    except DAMAGE:
        remove_database(folder)
        return Database(None, edition)


def with_database(folder: Path, edition: str, work: Callable[[Database], Value]) -> Value:
    """Have work done with the database in a folder; where it cannot be relied on it goes, and all is done without it."""
    try:
        with closing(Database(folder, edition)) as database:
            return work(database)
    except DAMAGE:
        remove_database(folder)
    with closing(Database(None, edition)) as database:
        return work(database)


def remove_database(folder: Path) -> None:
    """Take away the database in a folder, and what SQLite left beside it."""
    for path in folder.glob(f"{FILE}*"):
        with suppress(OSError):
            clear(path)


def _checked(table: str, key: str, kept: bytes) -> bytes:
    data = kept[_SUM:] if isinstance(kept, bytes) else b""
    if not kept or _sum(table, key, data) != kept[:_SUM]:
        raise DamagedError(table, key)
    return data


def _sum(table: str, key: str, data: bytes) -> bytes:
    return crc32(data, crc32(f"{table} {key}".encode())).to_bytes(_SUM)  # where a page lies elsewhere, a key is no text


def _connect(place: Path | str, edition: str) -> sqlite3.Connection:
    connection = sqlite3.connect(place, check_same_thread=False, timeout=60)
    with connection:  # one transaction: the disk is waited for after each
        connection.execute("BEGIN")
        connection.execute("CREATE TABLE IF NOT EXISTS edition (name TEXT NOT NULL)")
        for name in _TABLES:
            connection.execute(f"CREATE TABLE IF NOT EXISTS {name} (key TEXT PRIMARY KEY, data BLOB NOT NULL)")
        if edition and connection.execute("SELECT name FROM edition").fetchall() != [(edition,)]:
            for name in _TABLES:
                connection.execute(f"DROP TABLE {name}")  # those of another edition may have other columns
                connection.execute(f"CREATE TABLE {name} (key TEXT PRIMARY KEY, data BLOB NOT NULL)")
            connection.execute("DELETE FROM edition")
            connection.execute("INSERT INTO edition VALUES (?)", (edition,))
    return connection
