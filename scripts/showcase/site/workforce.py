"""Hands work out in batches: to this process where there is little, to processes of our own or to a given executor else.

What all batches need, the kit, travels once: to our own processes in a file, which each reads once. A given executor may be
on another machine and gets it with each batch.
"""

import atexit
import gc
import os
import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from functools import lru_cache, partial
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple, Self, TypeVar

from showcase.site.processes import Processes, processors

Kit = TypeVar("Kit")
Task = TypeVar("Task")
Done = TypeVar("Done")

_BATCH = 48
"""Tasks that are given at once: 0.1 s of work, so that nobody waits long for the last one."""
_AHEAD = 12
"""Batches that are given before the first comes back: enough that nobody waits, few enough to be held at once."""


class _Sent(NamedTuple):
    """A kit, and the folder of the file in which our own processes find it."""

    kit: object
    folder: TemporaryDirectory[str]

    @property
    def file(self) -> Path:
        return Path(self.folder.name, "kit")


class Workforce:
    """Who does the work, within a `with`. Our own processes start when there is first enough for them, and stay to its end.

    They are started fresh: a fork of a process that has threads, as the progress bar and `mkdocs serve` have,
    may wait for ever for a lock, and Windows has none. That takes 0.6 s of each, so little work is better done here.
    """

    def __init__(self, executor: Executor | None = None) -> None:
        """Take an executor to use always, or nothing."""
        self._given = executor
        self._own: Processes | None = None
        self._sent: _Sent | None = None

    @property
    def is_given(self) -> bool:
        """Whether the work is done by somebody else's executor, perhaps on another machine."""
        return self._given is not None

    def do(
        self,
        work: Callable[[Kit, Sequence[Task]], Sequence[Done]],
        kit: Kit,
        tasks: Iterable[Task],
        *,
        is_much: bool,
    ) -> Iterator[Done]:
        """Yield what `work` makes of tasks, in their order; where it is not much, it is done here.

        The last kit is remembered, so that work which comes in several parts is read into each process once.
        """
        batches = _batches(tasks)
        if not (self.is_given or is_much):
            for batch in batches:
                yield from work(kit, batch)
            return
        if self._given:
            yield from _in_turn(self._given, partial(_do, work, pickle.dumps(kit, 5)), batches)
            return
        yield from _in_turn(self._processes(), partial(_do_as_sent, work, self._send(kit)), batches)

    def __enter__(self) -> Self:
        """Start nothing yet."""
        return self

    def __exit__(self, *_why: object) -> None:
        """Let our own processes go, without what they have not begun."""
        if self._own:
            self._own.shutdown(cancel_futures=True)
            self._own = None
        if self._sent:
            self._sent.folder.cleanup()
            self._sent = None

    def _send(self, kit: object) -> Path:
        if self._sent is None or self._sent.kit is not kit:
            if self._sent:
                self._sent.folder.cleanup()
            self._sent = _Sent(kit, TemporaryDirectory())
            with self._sent.file.open("wb") as file:
                pickle.dump(kit, file, 5)
        return self._sent.file

    def _processes(self) -> Processes:
        if self._own is None:
            self._own = Processes(processors(), _settle_in, (Path.cwd(),))
        return self._own


@contextmanager
def hired(workforce: Workforce | None) -> Iterator[Workforce]:
    """Give the workforce that there is, or one for this work alone."""
    if workforce:
        yield workforce
    else:
        with Workforce() as own:
            yield own


def _settle_in(folder: Path) -> None:
    """Stand where our parent stands, whose paths may be relative; look for garbage rarely.

    What a worker keeps is kept for good: to look through it for garbage takes a tenth of its time, and to take it apart at
    the end 0.4 s, for which the build would wait.
    """
    atexit.register(os._exit, 0)
    os.chdir(folder)
    gc.set_threshold(50_000, 50, 100)


def _in_turn(
    executor: Executor, work: Callable[[Sequence[Task]], Sequence[Done]], batches: Iterable[Sequence[Task]]
) -> Iterator[Done]:
    """Have batches worked on, a few ahead of the one that is waited for."""
    remaining = iter(batches)
    waiting = deque(executor.submit(work, batch) for batch in islice(remaining, _AHEAD))
    while waiting:
        done = waiting.popleft().result()
        waiting.extend(executor.submit(work, batch) for batch in islice(remaining, 1))
        yield from done


def _do(work: Callable[[Kit, Sequence[Task]], Sequence[Done]], kit: bytes, tasks: Sequence[Task]) -> Sequence[Done]:
    return work(_unpacked(kit), tasks)


def _do_as_sent(
    work: Callable[[Kit, Sequence[Task]], Sequence[Done]], file: Path, tasks: Sequence[Task]
) -> Sequence[Done]:
    return work(_read(file), tasks)


@lru_cache(maxsize=2)
def _unpacked(kit: bytes) -> Kit:  # type: ignore[type-var] # whatever was packed
    return pickle.loads(kit)  # type: ignore[no-any-return] # noqa: S301 - our own parent packed it


@lru_cache(maxsize=1)
def _read(file: Path) -> Any:
    whole = pickle.loads(file.read_bytes())  # noqa: S301 - our own parent wrote it
    gc.freeze()  # it stays; garbage is looked for among what comes after
    return whole


def _batches(tasks: Iterable[Task]) -> Iterator[list[Task]]:
    remaining = iter(tasks)
    while batch := list(islice(remaining, _BATCH)):
        yield batch
