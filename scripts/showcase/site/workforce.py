"""Hands work out in batches: to this process where there is little, to processes of our own or to a given executor else.

What all batches need travels as one pickle, which a process unpacks once.
"""

import gc
import os
import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import TypeVar

from showcase.site.processes import Processes, processors

Kit = TypeVar("Kit")
Task = TypeVar("Task")
Done = TypeVar("Done")

_BATCH = 48
"""Tasks that are given at once: 0.1 s of work, so that nobody waits long for the last one."""
_AHEAD = 12
"""Batches that are given before the first comes back: enough that nobody waits, few enough to be held at once."""


class Workforce:
    """Who does the work. Our own processes start when there is first enough for them, and stay until `dismiss`.

    They are started fresh: a fork of a process that has threads, as the progress bar and `mkdocs serve` have,
    may wait for ever for a lock, and Windows has none. That takes 0.6 s of each, so little work is better done here.
    """

    def __init__(self, executor: Executor | None = None) -> None:
        """Take an executor to use always, or nothing."""
        self._given = executor
        self._own: Processes | None = None

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
        """Yield what `work` makes of tasks, in their order; where it is not much, it is done here."""
        batches = _batches(tasks)
        if not (self.is_given or is_much):
            for batch in batches:
                yield from work(kit, batch)
            return
        executor, packed = self._executor(), pickle.dumps(kit, 5)
        waiting = deque(executor.submit(_work, work, packed, batch) for batch in islice(batches, _AHEAD))
        while waiting:
            done = waiting.popleft().result()
            waiting.extend(executor.submit(_work, work, packed, batch) for batch in islice(batches, 1))
            yield from done

    def dismiss(self) -> None:
        """Let our own processes go, without what they have not begun."""
        if self._own:
            self._own.shutdown(cancel_futures=True)
            self._own = None

    def _executor(self) -> Executor:
        if self._given:
            return self._given
        if self._own is None:
            self._own = Processes(processors(), _settle_in, (Path.cwd(),))
        return self._own


def _settle_in(folder: Path) -> None:
    """Stand where our parent stands, whose paths may be relative; look for garbage rarely.

    What a worker keeps is kept for good, and to look through it for garbage takes a tenth of its time.
    """
    os.chdir(folder)
    gc.set_threshold(50_000, 50, 100)


def _work(work: Callable[[Kit, Sequence[Task]], Sequence[Done]], kit: bytes, tasks: Sequence[Task]) -> Sequence[Done]:
    return work(_unpacked(kit), tasks)


@lru_cache(maxsize=2)
def _unpacked(kit: bytes) -> Kit:  # type: ignore[type-var] # whatever was packed
    return pickle.loads(kit)  # type: ignore[no-any-return] # noqa: S301 - our own parent packed it


def _batches(tasks: Iterable[Task]) -> Iterator[list[Task]]:
    remaining = iter(tasks)
    while batch := list(islice(remaining, _BATCH)):
        yield batch
