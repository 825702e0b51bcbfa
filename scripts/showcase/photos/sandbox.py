"""Decodes photos in processes with limits; a photo that kills its process takes no other along.

A process may use a gigabyte of memory and a minute of processor time for one photo, whatever the file says of itself.
Processes are started fresh rather than forked, so that a large catalogue in the parent does not count as theirs.
"""

import hashlib
import math
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PIL import AvifImagePlugin

from showcase.photos.errors import PhotoRefusedError
from showcase.photos.inspection import read_photo
from showcase.record.photo import PhotoFault, Rendition
from showcase.system.processes import Processes, processors

if sys.platform != "win32":
    import resource

MEMORY = 1_000_000_000
"""Bytes of address space. The heaviest files within the limits of `record/photo.py` take up to 0.74 GB (WebP), all told."""
SECONDS = 60
"""Of processor time for one photo; the heaviest within the limits took 2.1 s."""
_CLOCK_SECONDS = 5 * SECONDS
"""Of the clock, for a process that neither works nor ends."""

Done = TypeVar("Done")
Work = Callable[[bytes, Sequence[Rendition]], Done]
"""What is done with the bytes of a photo and the renditions wanted; importable by name, and may raise PhotoRefusedError."""


@dataclass(frozen=True, slots=True)
class Job:
    """A photo to be decoded: its file, the SHA-256 that it had when it was inspected, and the renditions wanted."""

    file: Path
    digest: str
    renditions: tuple[Rendition, ...] = ()

    def read(self) -> bytes:
        """Give the bytes of the photo; raises PhotoRefusedError where they are others by now."""
        data = read_photo(self.file)
        if hashlib.sha256(data).hexdigest() != self.digest:
            raise PhotoRefusedError(PhotoFault.UNREADABLE)
        return data


def run_jobs(work: Work[Done], jobs: Iterable[Job], workers: int = 0) -> Iterator[tuple[Job, Done | PhotoFault]]:
    """Yield each job with what `work` gave or with its fault, as they get done; 0 workers means one for each processor.

    When a process dies, the jobs under way are tried again, each in a process of its own; the one that dies there too is
    at fault.
    """
    number = workers or processors()
    waiting = deque(jobs)
    while waiting:
        under_way: dict[Future[Done | PhotoFault], Job] = {}
        try:
            yield from _run_together(work, waiting, under_way, number)
        except BrokenProcessPool:
            for job in under_way.values():
                yield job, _run_alone(work, job)


def _run_together(
    work: Work[Done], waiting: deque[Job], under_way: dict[Future[Done | PhotoFault], Job], workers: int
) -> Iterator[tuple[Job, Done | PhotoFault]]:
    """Run the jobs of `waiting`, at most two for a process `under_way`, so that few are suspects when one dies."""
    with Processes(min(workers, len(waiting)), limit_process) as pool:
        while waiting or under_way:
            while waiting and len(under_way) < 2 * workers:
                under_way[pool.submit(_run, work, waiting[0])] = waiting[0]
                waiting.popleft()
            for future in wait(under_way, return_when=FIRST_COMPLETED).done:
                result = future.result()
                yield under_way.pop(future), result


def _run_alone(work: Work[Done], job: Job) -> Done | PhotoFault:
    try:
        with Processes(1, limit_process) as pool:
            return pool.submit(_run, work, job).result()
    except BrokenProcessPool:
        return PhotoFault.TOO_HEAVY


def _run(work: Work[Done], job: Job) -> Done | PhotoFault:
    try:
        with _time_limit():
            return work(job.read(), job.renditions)
    except PhotoRefusedError as refused:
        return refused.fault
    except MemoryError:
        return PhotoFault.TOO_HEAVY
    except Exception:  # noqa: BLE001 - our own mistake, of which no other photo may suffer
        return PhotoFault.OUR_MISTAKE


def limit_process() -> None:
    """Limit this process for good: its memory, no core dumps, one thread to decode AVIF (each reserves memory of its own)."""
    AvifImagePlugin.DEFAULT_MAX_THREADS = 1
    _set_limit("RLIMIT_AS", MEMORY)
    _set_limit("RLIMIT_CORE", 0)


@contextmanager
def _time_limit() -> Iterator[None]:
    """Have the system end this process if it overruns its time, even inside a decoder."""
    _set_limit("RLIMIT_CPU", math.ceil(sum(os.times()[:2])) + SECONDS)
    alarm = getattr(signal, "alarm", int)  # Windows has none
    alarm(_CLOCK_SECONDS)
    try:
        yield
    finally:
        alarm(0)


def _set_limit(name: str, limit: int) -> None:
    """Set a soft limit, at most the hard one; a system that does not know it goes without."""
    if sys.platform != "win32":
        kind = getattr(resource, name)
        hard = resource.getrlimit(kind)[1]
        with suppress(OSError, ValueError):
            resource.setrlimit(kind, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))
