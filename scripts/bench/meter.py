"""Measures commands with all their descendants: wall time, processor time, peak memory.

Memory is the sum of the proportional set sizes (PSS) of the processes that are alive at one moment: a page that several
share counts once, which a sum of resident sizes would not do. A look costs as much as the processes are large, so the
pauses between looks grow with it: at least 20 ms, and looking takes at most a thirtieth of the time.
"""

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

_SHORTEST_PAUSE = 0.02
_PAUSE_PER_LOOK = 30


@dataclass(frozen=True, slots=True)
class Reading:
    """What a run took: seconds of wall and of processor time, bytes of memory at the peak, what it printed."""

    wall: float
    processor: float
    memory: int
    output: str


class RunFailedError(Exception):
    """A command that was to be measured ended with an error; the message holds what it printed."""


def measure(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Reading:
    """Run a command in a folder, with some variables more than ours, to its end; raises RunFailedError."""
    log = folder / ".bench-output"
    with log.open("wb") as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **environment}, stdout=output, stderr=subprocess.STDOUT
        )
        watch = _Watch(process.pid)
        watch.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    peak = watch.end()
    told = log.read_text(encoding="utf-8", errors="replace")
    if process.returncode:
        message = f"{' '.join(command)}: {process.returncode}\n{told[-3000:]}"
        raise RunFailedError(message)
    return Reading(wall, usage.ru_utime + usage.ru_stime, peak, told)


def processor_time(root: int) -> float:
    """Give the seconds of processor time that a process and its descendants which are alive have had so far."""
    return sum(map(_processor_time, _family(root)))


class _Watch(Thread):
    """Looks at a process and its descendants until told to end, and remembers the most memory it saw."""

    def __init__(self, root: int) -> None:
        super().__init__(daemon=True)
        self._root = root
        self._over = Event()
        self._peak = 0

    def run(self) -> None:
        pause = 0.0
        while not self._over.wait(pause):
            before = time.thread_time()
            self._peak = max(self._peak, sum(_memory(pid) for pid in _family(self._root)))
            pause = max(_SHORTEST_PAUSE, _PAUSE_PER_LOOK * (time.thread_time() - before))

    def end(self) -> int:
        self._over.set()
        self.join()
        return self._peak


def _family(root: int) -> list[int]:
    """Give a process and its descendants that are alive."""
    found = [root]
    for pid in found:
        found += _children(pid)
    return found


def _children(pid: int) -> list[int]:
    """Give the children of a process, whichever of its threads started them."""
    try:
        threads = list(Path(f"/proc/{pid}/task").iterdir())
        texts = [(thread / "children").read_text(encoding="ascii") for thread in threads]
    except OSError:
        return []  # it ended while we looked
    return [int(child) for text in texts for child in text.split()]


def _processor_time(pid: int) -> float:
    """Give the processor time of one process, 0 where it has ended."""
    try:
        after_name = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return 0.0
    user, system = after_name[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def _memory(pid: int) -> int:
    """Give the proportional set size of a process in bytes, 0 where it has ended."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)
