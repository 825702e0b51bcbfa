"""The database keeps from build to build how files lay, what was found of each, and what every output was made of.

One SQLite file. It is believed only by the edition of the code that wrote it, and only whole: whatever cannot be read is
made anew, which costs time and nothing else. Where the cache cannot be written, a database in memory does.
"""

import pickle
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Self, cast

from showcase.record.declaration import Declaration, DeclaredPhoto, Said
from showcase.record.model import Model
from showcase.record.summary import Codes, Summary
from showcase.words.problem import Problem, as_row, of_row

FILE = "build.db"
ALL_KEPT = "all kept"
"""A note about what was made of all that is kept."""
_SCHEMA = 1
_MANY = 500
"""Rows that are fetched one by one at most: all 13,663 are read at once in a fifth of the time."""
_TABLES = {
    "edition": "name TEXT NOT NULL",
    "sources": "path TEXT PRIMARY KEY, stamp TEXT NOT NULL, row BLOB NOT NULL",
    "models": "digest TEXT PRIMARY KEY, model BLOB NOT NULL, data BLOB NOT NULL",
    "facts": "number INTEGER PRIMARY KEY, key TEXT NOT NULL, digest TEXT NOT NULL, reads BLOB",
    "outputs": "path TEXT PRIMARY KEY, key TEXT NOT NULL, reads BLOB NOT NULL",
    "kept": "path TEXT PRIMARY KEY, data BLOB NOT NULL",
    "notes": "name TEXT PRIMARY KEY, value TEXT NOT NULL",
}
DAMAGE = (sqlite3.DatabaseError, pickle.UnpicklingError, ValueError, TypeError, LookupError, EOFError, AttributeError)
"""What reading a database may raise that is cut, of another program, or random bytes."""


class Judgement(NamedTuple):
    """What was found of a model's folder.

    `digest` stands for the bytes of its files, `day` is the day on which they were judged (`date.toordinal`); `summary` is
    None where a problem is an error, else `summary_digest` stands for it.
    """

    digest: str
    day: int
    declaration: Declaration
    summary: Summary | None
    summary_digest: str
    problems: tuple[Problem, ...]


class Judged(NamedTuple):
    """A judgement packed so that it is cheap to send and to keep, with the model and its row of open data, b'' where none is."""

    digest: str
    packed: bytes
    model: bytes
    data: bytes


class Database:
    """An open database; other processes open it anew by its `folder`."""

    def __init__(self, folder: Path, edition: str = "") -> None:
        """Open or make the file in `folder` for an edition of the code; '' takes what is there, whatever its edition."""
        self.folder = folder.absolute()
        self._connection = self._opened(edition)

    def __reduce__(self) -> tuple[type[Self], tuple[Path]]:
        """Travel as the folder."""
        return type(self), (self.folder,)

    def _opened(self, edition: str) -> sqlite3.Connection:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            return _connect(self.folder / FILE, edition)
        except DAMAGE:
            pass
        try:
            for path in self.folder.glob(f"{FILE}*"):
                path.unlink()
            return _connect(self.folder / FILE, edition)
        except (sqlite3.Error, OSError):  # a disk that is full or only to be read
            return _connect(":memory:", edition)

    @property
    def connection(self) -> sqlite3.Connection:
        """The connection, for whoever keeps tables of its own here."""
        return self._connection

    def judgements(self) -> dict[str, tuple[str, Judgement]]:
        """Give the stamp and the judgement of every source by the path of its `model.yaml`."""
        rows = self._connection.execute("SELECT path, stamp, row FROM sources")
        return {path: (stamp, unpack(row)) for path, stamp, row in rows}

    def keep_judged(self, judged: Iterable[tuple[str, str, Judged]]) -> None:
        """Keep (path, stamp, what was found) of sources, in place of what was known of them."""
        rows = list(judged)
        with self._connection:
            self._connection.executemany(
                "INSERT OR REPLACE INTO sources VALUES (?, ?, ?)",
                [(path, stamp, one.packed) for path, stamp, one in rows],
            )
            self._connection.executemany(
                "INSERT OR REPLACE INTO models VALUES (?, ?, ?)",
                [(one.digest, one.model, one.data) for _, _, one in rows if one.model],
            )

    def restamp(self, stamps: Iterable[tuple[str, str]]) -> None:
        """Note (path, stamp) of sources that hold what they held, though they look touched."""
        with self._connection:
            self._connection.executemany(
                "UPDATE sources SET stamp = ? WHERE path = ?", [(stamp, path) for path, stamp in stamps]
            )

    def forget_sources(self) -> None:
        """Forget what was found of all sources; the models made of them stay."""
        with self._connection:
            self._connection.execute("DELETE FROM sources")

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
        """Give the model made of a source; LookupError where there is none."""
        return cast("Model", pickle.loads(self._one("SELECT model FROM models WHERE digest = ?", digest)))  # noqa: S301 - our own file

    def rows(self, digests: Sequence[str]) -> Iterator[bytes]:
        """Yield the open data of models; LookupError where one is not there."""
        for start in range(0, len(digests), _MANY):
            part = digests[start : start + _MANY]
            marks = ",".join("?" * len(part))
            query = f"SELECT digest, data FROM models WHERE digest IN ({marks})"  # noqa: S608 - nothing but question marks
            found = dict(self._connection.execute(query, part))
            yield from (found[digest] for digest in part)

    def kept(self, prefix: str) -> dict[str, bytes]:
        """Give what was kept by paths that begin with a prefix."""
        return dict(self._connection.execute("SELECT path, data FROM kept WHERE path GLOB ?", (f"{prefix}*",)))

    def kept_paths(self, prefix: str) -> set[str]:
        """Give the paths that begin with a prefix of what was kept."""
        rows = self._connection.execute("SELECT path FROM kept WHERE path GLOB ?", (f"{prefix}*",))
        return {path for (path,) in rows}

    def keep(self, made: Mapping[str, bytes], gone: Iterable[str] = ()) -> None:
        """Keep bytes by path, and forget others.

        Until all is saved, nobody believes of what they were made, nor that `ALL_KEPT` tells of something made of all of them.
        """
        with self._connection:
            self._connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?)", made.items())
            self._connection.executemany("DELETE FROM outputs WHERE path = ?", [(path,) for path in made])
            self._connection.executemany("DELETE FROM kept WHERE path = ?", [(path,) for path in gone])
            self._connection.execute("DELETE FROM notes WHERE name = ?", (ALL_KEPT,))

    def note(self, name: str) -> str:
        """Give what was noted last under a name, '' where nothing was."""
        row = self._connection.execute("SELECT value FROM notes WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else ""

    def write_note(self, name: str, value: str) -> None:
        """Note something under a name."""
        with self._connection:
            self._connection.execute("INSERT OR REPLACE INTO notes VALUES (?, ?)", (name, value))

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _one(self, query: str, key: str) -> bytes:
        row = self._connection.execute(query, (key,)).fetchone()
        if row is None:
            raise LookupError(key)
        return bytes(row[0])


def _connect(place: Path | str, edition: str) -> sqlite3.Connection:
    connection = sqlite3.connect(place, check_same_thread=False, timeout=60)
    # A process that dies leaves the file whole; after a power cut it may have to be made anew, which costs seconds.
    connection.execute("PRAGMA synchronous = OFF")
    for name, columns in _TABLES.items():
        connection.execute(f"CREATE TABLE IF NOT EXISTS {name} ({columns})")
    if edition and connection.execute("SELECT name FROM edition").fetchall() != [(f"{_SCHEMA} {edition}",)]:
        with connection:
            for name, columns in _TABLES.items():
                connection.execute(f"DROP TABLE {name}")  # those of another edition may have other columns
                connection.execute(f"CREATE TABLE {name} ({columns})")
            connection.execute("INSERT INTO edition VALUES (?)", (f"{_SCHEMA} {edition}",))
    return connection


def pack(judgement: Judgement) -> bytes:
    """Pack a judgement without its classes, so that it is read back three times as fast."""
    told = [as_row(problem) for problem in judgement.problems]
    return pickle.dumps((*_plain(judgement[:-1]), told), 5)


def unpack(row: bytes) -> Judgement:
    """Give back what `pack` packed."""
    digest, day, declaration, summary, summary_digest, problems = pickle.loads(row)  # noqa: S301 - our own file
    return Judgement(
        digest,
        day,
        _declaration(declaration),
        _summary(summary) if summary else None,
        summary_digest,
        tuple(of_row(problem) for problem in problems) if problems else (),
    )


def _plain(value: Any) -> Any:
    return tuple([_plain(part) for part in value]) if isinstance(value, tuple) else value


def _declaration(row: tuple[Any, ...]) -> Declaration:
    name, path, title, former_ids, learned_from, links, photos, twin = row
    return Declaration(
        name,
        path,
        Said(*title),
        tuple([Said(*said) for said in former_ids]) if former_ids else (),
        Said(*learned_from),
        tuple([(model_id, Said(*said)) for model_id, said in links]) if links else (),
        tuple([DeclaredPhoto(Said(*file), *facts) for file, *facts in photos]) if photos else (),
        twin,
    )


_PLACES = Summary._fields.index("places")


def _summary(row: tuple[Any, ...]) -> Summary:
    places = tuple([Codes._make(codes) for codes in row[_PLACES]])
    return Summary._make((*row[:_PLACES], places, *row[_PLACES + 1 :]))
