"""Keeps what was read and judged of every model from run to run; what is unchanged is neither read nor judged again.

One SQLite file. The rows by which a file is known again are small and all read at once; whole models lie beside them
under the digest of all that they were made of, and are fetched one by one when a page is made. A row is only believed by
the program that wrote it: another edition of the code or of the vocabularies finds the room empty.
"""

import pickle
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, cast

from showcase.build.intake import Stamp
from showcase.record.brief import Brief, Codes
from showcase.record.declaration import Declaration, DeclaredPhoto, Said
from showcase.record.model import Model
from showcase.words.problem import Problem, as_row, of_row

_SCHEMA = 4
_MANY = 500
"""Lines that are fetched one by one at most: all 13,663 are read at once in a fifth of the time."""
_PLACES = Brief._fields.index("places")
_FILE = "mo-hinh.db"
_TABLES = {
    "edition": "name TEXT NOT NULL",
    "source": "path TEXT PRIMARY KEY, stamp BLOB NOT NULL, row BLOB NOT NULL",
    "model": "digest TEXT PRIMARY KEY, model BLOB NOT NULL",
    "line": "digest TEXT PRIMARY KEY, line BLOB NOT NULL",
}


class Known(NamedTuple):
    """What is known of a model's folder: how its files were, on which day they were judged, and what was found.

    `digest` stands for their bytes; `brief` is None where the model was unsound.
    """

    stamp: Stamp
    digest: str
    day: int
    declaration: Declaration
    brief: Brief | None
    problems: tuple[Problem, ...]


class Judgement(NamedTuple):
    """What was found out of a source, packed so that it is cheap to send and to keep; `unpacked` gives what is known.

    `model` is the model that was made of it, pickled, and `line` the same as open data; both empty where none was.
    """

    digest: str
    packed: bytes
    model: bytes
    line: bytes


@dataclass(frozen=True, slots=True)
class Storeroom:
    """A folder that is kept from build to build; several processes may read from it while one writes."""

    folder: Path

    def __post_init__(self) -> None:
        """Find the folder from everywhere: other processes may stand elsewhere."""
        object.__setattr__(self, "folder", self.folder.absolute())

    def known(self, edition: str) -> dict[str, Known]:
        """Give all that is known by path of the `model.yaml`; nothing where another edition wrote it."""
        try:
            with _connected(self.folder) as room:
                if room.execute("SELECT name FROM edition").fetchall() != [(f"{_SCHEMA} {edition}",)]:
                    _empty(room, edition)
                    return {}
                rows = room.execute("SELECT path, stamp, row FROM source")
                return {path: unpacked(pickle.loads(stamp), packed) for path, stamp, packed in rows}  # noqa: S301 - our own file
        except (sqlite3.DatabaseError, pickle.UnpicklingError, ValueError, TypeError, EOFError):
            self._start_anew(edition)
            return {}

    def keep(self, judgements: Iterable[tuple[str, Stamp, Judgement]]) -> None:
        """Keep what was found out of sources, each with its path and stamp, in place of what was known of them."""
        rows = list(judgements)
        with _connected(self.folder) as room:
            room.executemany(
                "INSERT OR REPLACE INTO source VALUES (?, ?, ?)",
                [(path, pickle.dumps(stamp, 5), judgement.packed) for path, stamp, judgement in rows],
            )
            made = [one for _, _, one in rows if one.model]
            room.executemany("INSERT OR REPLACE INTO model VALUES (?, ?)", [(one.digest, one.model) for one in made])
            room.executemany("INSERT OR REPLACE INTO line VALUES (?, ?)", [(one.digest, one.line) for one in made])

    def restamp(self, stamps: Iterable[tuple[str, Stamp]]) -> None:
        """Note that sources hold what they held, though they look touched."""
        with _connected(self.folder) as room:
            room.executemany(
                "UPDATE source SET stamp = ? WHERE path = ?", [(pickle.dumps(stamp, 5), path) for path, stamp in stamps]
            )

    def forget(self, paths: Iterable[str]) -> None:
        """Forget files that are gone; the models made of them stay until `sweep`."""
        with _connected(self.folder) as room:
            room.executemany("DELETE FROM source WHERE path = ?", [(path,) for path in paths])

    def sweep(self, in_use: Iterable[str]) -> None:
        """Forget models whose digest no file has, once there are more of those than of the others."""
        wanted = set(in_use)
        with _connected(self.folder) as room:
            there = {digest for (digest,) in room.execute("SELECT digest FROM model")}
            if len(there) > 2 * len(wanted) + 100:
                gone = [(digest,) for digest in there - wanted]
                room.executemany("DELETE FROM model WHERE digest = ?", gone)
                room.executemany("DELETE FROM line WHERE digest = ?", gone)

    def model(self, digest: str) -> Model:
        """Give the model made of a file; LookupError where there is none."""
        return _model(self.folder, digest)

    def lines(self, digests: Sequence[str]) -> Iterator[bytes]:
        """Yield the lines of open data of models; LookupError where one is not there."""
        is_many = len(digests) > _MANY
        lines = dict(_connected(self.folder).execute("SELECT digest, line FROM line")) if is_many else {}
        for digest in digests:
            yield lines.get(digest) or _found(self.folder, "SELECT line FROM line WHERE digest = ?", digest)

    def close(self) -> None:
        """Let go of the file."""
        if room := _rooms.pop(self.folder, None):
            room.close()

    def _start_anew(self, edition: str) -> None:
        """Put an empty room in the place of one that cannot be read: it costs time, and nothing else."""
        self.close()
        (self.folder / _FILE).unlink(missing_ok=True)
        with _connected(self.folder) as room:
            _empty(room, edition)


_rooms: dict[Path, sqlite3.Connection] = {}
"""The connections of this process."""


def _connected(folder: Path) -> sqlite3.Connection:
    if folder not in _rooms:
        folder.mkdir(parents=True, exist_ok=True)
        room = sqlite3.connect(folder / _FILE, check_same_thread=False, timeout=60)
        # A process that dies leaves the file whole; after a power cut it may have to be made anew, which costs seconds.
        room.execute("PRAGMA synchronous = OFF")
        _furnish(room)
        _rooms[folder] = room
    return _rooms[folder]


def _furnish(room: sqlite3.Connection) -> None:
    for name, columns in _TABLES.items():
        room.execute(f"CREATE TABLE IF NOT EXISTS {name} ({columns})")


def _empty(room: sqlite3.Connection, edition: str) -> None:
    """Throw everything away, tables too: those of another edition may have other columns."""
    for name in _TABLES:
        room.execute(f"DROP TABLE IF EXISTS {name}")
    _furnish(room)
    room.execute("INSERT INTO edition VALUES (?)", (f"{_SCHEMA} {edition}",))


@lru_cache(maxsize=8)
def _model(folder: Path, digest: str) -> Model:
    """Remember the last few: a model's page and its sheet are made one after the other."""
    data = _found(folder, "SELECT model FROM model WHERE digest = ?", digest)
    return cast("Model", pickle.loads(data))  # noqa: S301 - our own file


def _found(folder: Path, query: str, digest: str) -> bytes:
    row = _connected(folder).execute(query, (digest,)).fetchone()
    if row is None:
        raise LookupError(digest)
    return bytes(row[0])


def packed(digest: str, day: int, declaration: Declaration, brief: Brief | None, problems: Iterable[Problem]) -> bytes:
    """Pack what is known of a source; without its classes, so that it is read back three times as fast."""
    told = [as_row(problem) for problem in problems]
    return pickle.dumps((digest, day, _plain(declaration), _plain(brief), told), 5)


def unpacked(stamp: Stamp, row: bytes) -> Known:
    """Give what is known of a source that bore a stamp."""
    digest, day, declaration, brief, problems = pickle.loads(row)  # noqa: S301 - our own
    return Known(
        stamp,
        digest,
        day,
        _declaration(declaration),
        _brief(brief) if brief else None,
        tuple(of_row(problem) for problem in problems) if problems else (),
    )


def _plain(value: object) -> object:
    return tuple([_plain(part) for part in value]) if isinstance(value, tuple) else value


def _declaration(row: tuple) -> Declaration:  # type: ignore[type-arg] # what `packed` wrote
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


def _brief(row: tuple) -> Brief:  # type: ignore[type-arg] # what `packed` wrote
    places = tuple([Codes._make(codes) for codes in row[_PLACES]])
    return Brief._make((*row[:_PLACES], places, *row[_PLACES + 1 :]))
