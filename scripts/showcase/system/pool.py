"""A pool shares work among processes of our own, in batches; where there is little of it, it is done here.

What all batches need in common travels once, in a file that each process reads once.
"""

import atexit
import gc
import os
import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from functools import lru_cache, partial
from itertools import islice
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory
from typing import Any, NamedTuple, Self, TypeVar

from showcase.system.processes import Processes, processors

Common = TypeVar("Common")
Task = TypeVar("Task")
Done = TypeVar("Done")

_BATCH = 48
"""Tasks that are given at once: 0.1 s of work, so that nobody waits long for the last one."""
_AHEAD = 12
"""Batches that are given before the first comes back: enough that nobody waits, few enough to be held at once."""


class KilledError(Exception):
    """A process ended while it did one task alone, which is the argument: a library of C failed, or the memory was taken away."""


class _Sent(NamedTuple):
    """What was sent last, and the file in which the processes find it."""

    common: object
    file: Path


class Pool:
    """Who does the work, within a `with`. Processes start when there is first enough for them, and stay to its end.

    They are started fresh: a fork of a process that has threads, as the progress bar and `mkdocs serve` have,
    may wait for ever for a lock, and Windows has none. That takes 1 s of each, so little work is better done here.
    """

    def __init__(self, *, is_alone: bool = False) -> None:
        """Start nothing yet; one that `is_alone` never does, however much there is."""
        self._is_alone = is_alone
        self._processes: Processes | None = None
        self._folder: TemporaryDirectory[str] | None = None
        self._sent: _Sent | None = None

    def map(
        self,
        work: Callable[[Common, Sequence[Task]], Done],
        common: Common,
        tasks: Iterable[Task],
        *,
        is_much: bool,
        killed: Callable[[Common, Task], Done] | None = None,
    ) -> Iterator[Done]:
        """Yield what `work(common, batch)` gives for each batch of the tasks, in their order; here where it is not much.

        Where a process dies, its batches are done again, at last each task in a process of its own. For one that dies there
        too `killed` gives what comes of it; without that KilledError is raised.
        """
        batches = _batches(tasks)
        if self._is_alone or not is_much:
            yield from (work(common, batch) for batch in batches)
            return
        job = partial(_work, work, self._send(common))
        waiting = deque((batch, self._submit(job, batch)) for batch in islice(batches, _AHEAD))
        while waiting:
            batch, future = waiting.popleft()
            try:
                done = future.result()
            except BrokenProcessPool:
                self._end_processes()
                yield from _alone(job, batch, partial(killed, common) if killed else None)
                waiting = deque((batch, _kept(future) or self._submit(job, batch)) for batch, future in waiting)
            else:
                yield done
            waiting.extend((batch, self._submit(job, batch)) for batch in islice(batches, 1))

    def __enter__(self) -> Self:
        """Start nothing yet."""
        return self

    def __exit__(self, *_why: object) -> None:
        """Let the processes go, without what they have not begun."""
        self._end_processes()
        if self._folder:
            self._folder.cleanup()
        self._folder = self._sent = None

    def _send(self, common: object) -> Path:
        """Write what batches have in common where the processes find it to the end, since a slow one may ask for it late."""
        if self._sent is None or self._sent.common is not common:
            self._folder = self._folder or TemporaryDirectory()
            with NamedTemporaryFile(dir=self._folder.name, delete=False) as file:
                pickle.dump(common, file, 5)
            self._sent = _Sent(common, Path(file.name))
        return self._sent.file

    def _submit(self, job: Callable[[Sequence[Task]], Done], batch: Sequence[Task]) -> Future[Done]:
        if self._processes is None:
            self._processes = Processes(processors(), _settle_in, (Path.cwd(),))
        try:
            return self._processes.submit(job, batch)
        except BrokenProcessPool as broken:  # one died just now; whoever asks what came of this batch hears of it
            future: Future[Done] = Future()
            future.set_exception(broken)
            return future

    def _end_processes(self) -> None:
        if self._processes:
            self._processes.shutdown(cancel_futures=True)
        self._processes = None


def _kept(future: Future[Done]) -> Future[Done] | None:
    """Give what was done before a process died, or failed by itself; None where it has to be done again."""
    is_lost = not future.done() or future.cancelled() or isinstance(future.exception(), BrokenProcessPool)
    return None if is_lost else future


def _alone(
    job: Callable[[Sequence[Task]], Done], batch: Sequence[Task], killed: Callable[[Task], Done] | None
) -> Iterator[Done]:
    """Do a batch in a process of its own, and where that dies each of its tasks."""
    try:
        with Processes(1, _settle_in, (Path.cwd(),)) as process:
            done = process.submit(job, batch).result()
    except BrokenProcessPool as broken:
        if len(batch) > 1:
            for task in batch:
                yield from _alone(job, [task], killed)
        elif killed:
            yield killed(batch[0])
        else:
            raise KilledError(batch[0]) from broken
    else:
        yield done


def _settle_in(folder: Path) -> None:
    """Stand where our parent stands, whose paths may be relative; look for garbage rarely.

    What a worker keeps is kept for good: to look through it for garbage takes a tenth of its time, and to take it apart at
    the end 0.4 s, for which the build would wait.
    """
    atexit.register(os._exit, 0)
    os.chdir(folder)
    gc.set_threshold(50_000, 50, 100)


def _work(work: Callable[[Common, Sequence[Task]], Done], file: Path, tasks: Sequence[Task]) -> Done:
    return work(_read(file), tasks)


@lru_cache(maxsize=1)
def _read(file: Path) -> Any:
    whole = pickle.loads(file.read_bytes())  # noqa: S301 - our own parent wrote it
    gc.freeze()  # it stays; garbage is looked for among what comes after
    return whole


def _batches(tasks: Iterable[Task]) -> Iterator[list[Task]]:
    remaining = iter(tasks)
    while batch := list(islice(remaining, _BATCH)):
        yield batch
