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
from itertools import chain, islice
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory
from typing import Any, NamedTuple, Self, TypeVar

from showcase.system.processes import Processes, processors

Kit = TypeVar("Kit")
Task = TypeVar("Task")
Done = TypeVar("Done")

_BATCH = 48
"""Tasks that are given at once: 0.1 s of work, so that nobody waits long for the last one."""
_AHEAD = 12
"""Batches that are given before the first comes back: enough that nobody waits, few enough to be held at once."""


class _Sent(NamedTuple):
    """The last kit, and the file in which our own processes find it."""

    kit: object
    file: Path


class Workforce:
    """Who does the work, within a `with`. Our own processes start when there is first enough for them, and stay to its end.

    They are started fresh: a fork of a process that has threads, as the progress bar and `mkdocs serve` have,
    may wait for ever for a lock, and Windows has none. That takes 0.6 s of each, so little work is better done here.
    """

    def __init__(self, executor: Executor | None = None) -> None:
        """Take an executor to use always, or nothing."""
        self._given = executor
        self._own: Processes | None = None
        self._folder: TemporaryDirectory[str] | None = None
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
        ahead: int = _AHEAD,
    ) -> Iterator[Done]:
        """Give what `work` makes of tasks, in their order; where it is not much, it is done here, when it is asked for.

        Others begin at once, with so many batches as may be given `ahead`. The last kit is not sent again.
        """
        batches = _batches(tasks)
        if self._given:
            return _in_turn(self._given, partial(_do, work, pickle.dumps(kit, 5)), batches, ahead)
        if is_much:
            return _in_turn(self._processes(), partial(_do_as_sent, work, self._send(kit)), batches, ahead)
        return chain.from_iterable(work(kit, batch) for batch in batches)

    def __enter__(self) -> Self:
        """Start nothing yet."""
        return self

    def __exit__(self, *_why: object) -> None:
        """Let our own processes go, without what they have not begun."""
        if self._own:
            self._own.shutdown(cancel_futures=True)
            self._own = None
        if self._folder:
            self._folder.cleanup()
            self._folder = None
        self._sent = None

    def _send(self, kit: object) -> Path:
        """Write a kit where our own processes find it to the end, since a slow one may ask for it late; the last is known again."""
        if self._sent is None or self._sent.kit is not kit:
            self._folder = self._folder or TemporaryDirectory()
            with NamedTemporaryFile(dir=self._folder.name, delete=False) as file:
                pickle.dump(kit, file, 5)
            self._sent = _Sent(kit, Path(file.name))
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
    executor: Executor, work: Callable[[Sequence[Task]], Sequence[Done]], batches: Iterator[Sequence[Task]], ahead: int
) -> Iterator[Done]:
    """Have batches worked on from now on, some ahead of the one that is waited for."""
    waiting = deque(executor.submit(work, batch) for batch in islice(batches, ahead))

    def results() -> Iterator[Done]:
        while waiting:
            done = waiting.popleft().result()
            waiting.extend(executor.submit(work, batch) for batch in islice(batches, 1))
            yield from done

    return results()


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
