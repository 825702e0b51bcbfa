"""What changed is looked up: an output is due when something that it was made with is not what it was.

Every output, and every fact that was found on the way, is remembered with the keys of what it asked, in the order in which
it asked. To tell whether a fact is what it was, those are looked at first; only where one of them changed is it found again,
and where it then comes out equal, whoever asked for it need not be made again. (The idea is that of Salsa's red-green
algorithm and of Bazel's Skyframe with its change pruning.) Questions are looked at in their order, and no further than the
first answer that changed: what a model was asked that is gone since is never asked again.
"""

import ast
from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module

from showcase.build.database import Database, checked_data, with_checksum
from showcase.publish.context import Context, Found
from showcase.publish.inputs import key_of, name_of
from showcase.publish.output import Output

_SITE = "site"
_NUMBER = "I"
"""The type of a fact's number in a packed list: 4 bytes."""


Made = tuple[str, bytes]
"""An output as it was made last: by whom and with which key, and the numbers of the facts that it asked, packed."""


@dataclass
class History:
    """What facts and outputs were made of, as of the last publication; facts have numbers.

    Of an input `reads` is None: it was made of nothing here.
    """

    keys: list[str] = field(default_factory=list)
    digests: list[str] = field(default_factory=list)
    reads: list[bytes | None] = field(default_factory=list)
    outputs: dict[str, Made] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    _touched: set[int] = field(default_factory=set)
    _made: set[str] = field(default_factory=set)
    _gone: set[str] = field(default_factory=set)

    def note_fact(self, key: str, digest: str, reads: Iterable[str] | None) -> None:
        """Remember what stands for a fact, and what it was made of."""
        number = self._number(key)
        packed = None if reads is None else self._pack(reads)
        if self.digests[number] != digest or self.reads[number] != packed:
            self.digests[number], self.reads[number] = digest, packed
            self._touched.add(number)

    def note_output(self, output: Output, reads: Iterable[str]) -> None:
        """Remember of what an output was made."""
        self.outputs[output.path] = made_by(output), self._pack(reads)
        self._made.add(output.path)

    def note_found(self, found: Mapping[str, Found]) -> None:
        """Remember facts that were found."""
        for key, (digest, reads) in found.items():
            self.note_fact(key, digest, reads)

    def note_inputs(self, keys: Mapping[str, str]) -> None:
        """Remember what stands for those inputs that somebody asked for."""
        for key, digest in keys.items():
            if key in self.numbers:
                self.note_fact(key, digest, None)

    def forget_outputs(self, outputs: Iterable[Output]) -> None:
        """Forget outputs that are to be made again."""
        self._forget([output.path for output in outputs])

    def keep_only(self, outputs: Iterable[Output]) -> None:
        """Forget all other outputs: what is not asked about in a build may not be believed after it."""
        self._forget(self.outputs.keys() - {output.path for output in outputs})

    def _forget(self, paths: Iterable[str]) -> None:
        for path in [path for path in paths if self.outputs.pop(path, None)]:
            self._made.discard(path)
            self._gone.add(path)

    def save(self, database: Database, site: str) -> None:
        """Write what is new since the last time, and what stands for the site that this is the history of."""
        facts = [
            (number, self.keys[number], self.digests[number], self._with_checksum(number)) for number in self._touched
        ]
        outputs = [
            (path, key, with_checksum(f"{path}{key}", reads))
            for path in self._made
            for key, reads in [self.outputs[path]]
        ]
        with database.connection as connection:
            connection.executemany("INSERT OR REPLACE INTO facts VALUES (?, ?, ?, ?)", facts)
            connection.executemany("INSERT OR REPLACE INTO outputs VALUES (?, ?, ?)", outputs)
            connection.executemany("DELETE FROM outputs WHERE path = ?", [(path,) for path in self._gone])
            connection.execute(
                "INSERT OR REPLACE INTO notes VALUES (?, ?)", (_SITE, with_checksum(_SITE, site.encode()))
            )
        self._touched.clear()
        self._made.clear()
        self._gone.clear()

    def _with_checksum(self, number: int) -> bytes | None:
        reads = self.reads[number]
        return None if reads is None else with_checksum(self.keys[number], reads)

    def _number(self, key: str) -> int:
        number = self.numbers.get(key)
        if number is None:
            number = self.numbers[key] = len(self.keys)
            self.keys.append(key)
            self.digests.append("")
            self.reads.append(None)
            self._touched.add(number)
        return number

    def _pack(self, reads: Iterable[str]) -> bytes:
        numbers = self.numbers
        return array(_NUMBER, [numbers[key] if key in numbers else self._number(key) for key in reads]).tobytes()


def load_history(database: Database, site: str) -> History:
    """Read what was remembered of the site that `site` stands for; nothing where it is of another."""
    if not site or database.note(_SITE) != site:
        return clear_history(database)
    history = History()
    facts = database.connection.execute("SELECT number, key, digest, reads FROM facts ORDER BY number").fetchall()
    if [number for number, *_ in facts] != list(range(len(facts))):
        return clear_history(database)
    history.keys = [key for _, key, _, _ in facts]
    history.digests = [digest for _, _, digest, _ in facts]
    history.reads = [None if reads is None else checked_data(key, reads) for _, key, _, reads in facts]
    history.numbers = dict(zip(history.keys, range(len(facts)), strict=True))
    rows = database.connection.execute("SELECT path, key, reads FROM outputs")
    history.outputs = {path: (key, checked_data(f"{path}{key}", reads)) for path, key, reads in rows}
    return history


def clear_history(database: Database) -> History:
    """Forget of what everything was made: all will be made again."""
    with database.connection as connection:
        connection.execute("DELETE FROM facts")
        connection.execute("DELETE FROM outputs")
    return History()


class Changes:
    """Compares what was remembered with the inputs of today; finds facts again, in `context`, where it must."""

    def __init__(self, history: History, inputs: Mapping[str, str], context: Context) -> None:
        """Take the digest of each input by its key."""
        self._history, self._inputs, self._context = history, inputs, context
        self._verdicts: list[bool | None] = [
            inputs.get(key) != digest if reads is None else None
            for key, digest, reads in zip(history.keys, history.digests, history.reads, strict=True)
        ]

    def due(self, outputs: Iterable[Output]) -> Iterator[Output]:
        """Yield the outputs that are new, are made in another way, or were made with something that changed."""
        known = self._history.outputs
        for output in outputs:
            made = known.get(output.path)
            if made is None or made[0] != made_by(output) or self._any_changed(made[1]):
                yield output

    def _any_changed(self, reads: bytes) -> bool:
        verdicts = self._verdicts
        for number in array(_NUMBER, reads):
            verdict = verdicts[number]
            if verdict or (verdict is None and self._is_changed(number)):
                return True
        return False

    def _is_changed(self, number: int) -> bool:
        """Tell whether a fact is another; it asked only facts that were there before it, so this ends."""
        reads = self._history.reads[number]
        is_changed = bool(reads and self._any_changed(reads)) and self._comes_out_different(number)
        self._verdicts[number] = is_changed
        return is_changed

    def _comes_out_different(self, number: int) -> bool:
        key, before = self._history.keys[number], self._history.digests[number]
        name, _, arguments = key.partition(" ")
        module, _, function = name.rpartition(".")
        try:
            return (
                self._context.digest(getattr(import_module(module), function), *ast.literal_eval(arguments)) != before
            )
        except Exception:  # noqa: BLE001 - it is asked no more; or who asks for it now will tell what is wrong
            return True


def made_by(output: Output) -> str:
    """Write down who makes an output, and with which key."""
    return key_of(name_of(output.make), *output.key)
