"""What changed is looked up: an output is due when something that it was made with is not what it was.

Every output, and every fact that was found on the way, is remembered with the keys of what it asked, in the order in which
it asked. To tell whether a fact is what it was, those are looked at first; only where one of them changed is it found again,
and where it then comes out equal, whoever asked for it need not be made again. (The idea is that of Salsa's red-green
algorithm and of Bazel's Skyframe with its change pruning.) Questions are looked at in their order, and no further than the
first answer that changed: what a model was asked that is gone since is never asked again.
"""

import pickle
from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from itertools import chain
from zlib import crc32

from showcase.checking.database import HISTORY, Database
from showcase.publish.context import Context, Found
from showcase.publish.inputs import FactKey, name_of
from showcase.publish.output import Output

_SITE, _FACTS, _OUTPUTS = "site", "facts", "outputs"
_IN_PART, _PARTS = 512, 128
"""Facts in a part of what is kept, and parts of outputs: read back in a fifth of the time that a row for each takes."""
_NUMBER = "I"
"""The type of a fact's number in a packed list: 4 bytes."""


Made = tuple[FactKey, bytes]
"""An output as it was made last: by whom and with which key, and the numbers of the facts that it asked, packed."""


@dataclass
class History:
    """What facts and outputs were made of, as of the last publication; facts have numbers.

    Of an input `reads` is None: it was made of nothing here.
    """

    keys: list[FactKey] = field(default_factory=list)
    digests: list[str] = field(default_factory=list)
    reads: list[bytes | None] = field(default_factory=list)
    outputs: dict[str, Made] = field(default_factory=dict)
    numbers: dict[FactKey, int] = field(default_factory=dict)
    _touched: set[int] = field(default_factory=set)
    _changed: set[str] = field(default_factory=set)

    def note_fact(self, key: FactKey, digest: str, reads: Iterable[FactKey] | None) -> None:
        """Remember what stands for a fact, and what it was made of."""
        number = self._number(key)
        packed = None if reads is None else self._pack(reads)
        if self.digests[number] != digest or self.reads[number] != packed:
            self.digests[number], self.reads[number] = digest, packed
            self._touched.add(number)

    def note_output(self, output: Output, reads: Iterable[FactKey]) -> None:
        """Remember of what an output was made."""
        self.outputs[output.path] = made_by(output), self._pack(reads)
        self._changed.add(output.path)

    def note_found(self, found: Mapping[FactKey, Found]) -> None:
        """Remember facts that were found."""
        for key, (digest, reads) in found.items():
            self.note_fact(key, digest, reads)

    def note_inputs(self, keys: Mapping[FactKey, str]) -> None:
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
            self._changed.add(path)

    def save(self, database: Database, site: str) -> None:
        """Write the parts that are not as they were, and what stands for the site that this is the history of."""
        parts = dict(chain(self._parts_of_facts(), self._parts_of_outputs()))
        database.write({HISTORY: {**parts, _SITE: site.encode()}})
        self._touched.clear()
        self._changed.clear()

    def _parts_of_facts(self) -> Iterator[tuple[str, bytes]]:
        for part in {number // _IN_PART for number in self._touched}:
            here = slice(part * _IN_PART, (part + 1) * _IN_PART)
            yield _part_of_facts(part), pickle.dumps((self.keys[here], self.digests[here], self.reads[here]))

    def _parts_of_outputs(self) -> Iterator[tuple[str, bytes]]:
        parts: dict[str, dict[str, Made]] = {part_of_output(path): {} for path in self._changed}
        for path, made in self.outputs.items():
            if (part := part_of_output(path)) in parts:
                parts[part][path] = made
        return ((part, pickle.dumps(outputs)) for part, outputs in parts.items())

    def _number(self, key: FactKey) -> int:
        number = self.numbers.get(key)
        if number is None:
            number = self.numbers[key] = len(self.keys)
            self.keys.append(key)
            self.digests.append("")
            self.reads.append(None)
            self._touched.add(number)
        return number

    def _pack(self, reads: Iterable[FactKey]) -> bytes:
        numbers = self.numbers
        return array(_NUMBER, [numbers[key] if key in numbers else self._number(key) for key in reads]).tobytes()


def load_history(database: Database, site: str) -> History:
    """Read what was remembered of the site that `site` stands for; where it is of another, forget it: all is made again."""
    history, parts = History(), database.all(HISTORY)
    if not site or parts.pop(_SITE, b"").decode() != site:
        database.write({HISTORY: dict.fromkeys(parts)})
        return history
    outputs = [pickle.loads(part) for name, part in parts.items() if name.startswith(_OUTPUTS)]  # noqa: S301 - our own
    for number in range(len(parts) - len(outputs)):
        keys, digests, reads = pickle.loads(parts[_part_of_facts(number)])  # noqa: S301 - our own file
        history.keys += keys
        history.digests += digests
        history.reads += reads
    history.numbers = {key: number for number, key in enumerate(history.keys)}
    history.outputs = dict(chain.from_iterable(part.items() for part in outputs))
    return history


def part_of_output(path: str) -> str:
    """Give the key of the part of the history that tells of an output; one output's change is written with 1 in 128."""
    return f"{_OUTPUTS} {crc32(path.encode()) % _PARTS}"


def _part_of_facts(number: int) -> str:
    return f"{_FACTS} {number}"


class Changes:
    """Compares what was remembered with the inputs of today; finds facts again, in `context`, where it must."""

    def __init__(self, history: History, inputs: Mapping[FactKey, str], context: Context) -> None:
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
        name, *asked_with = key
        module, _, function = str(name).rpartition(".")
        try:
            return self._context.digest(getattr(import_module(module), function), *asked_with) != before
        except Exception:  # noqa: BLE001 - it is asked no more; or who asks for it now will tell what is wrong
            return True


def made_by(output: Output) -> FactKey:
    """Write down who makes an output, and with which key."""
    return name_of(output.make), *output.key
