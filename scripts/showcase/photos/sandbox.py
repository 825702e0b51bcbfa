"""Decodes strangers' photos in processes of its own, with limits; a photo that kills its process takes no other along.

A worker may use a gigabyte of memory and a minute of processor time for one photo, whatever the file says of itself.
Workers are started fresh rather than forked, so that a large catalogue in the parent does not count as theirs.
"""

import hashlib
import math
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

from PIL import AvifImagePlugin

from showcase.photos.inspection import PhotoRefusedError, read_regular
from showcase.photos.resizing import develop, verify
from showcase.record.photo import PhotoFault, Rendition
from showcase.system.processes import Processes, processors

if sys.platform != "win32":
    import resource

MEMORY = 1_000_000_000
"""Bytes of address space. The heaviest files within the limits of `record/photo.py` take up to 0.74 GB (WebP), all told."""
SECONDS = 60
"""Of processor time for one photo; the heaviest lawful one took 2.1 s."""
_PATIENCE = 5
"""Times SECONDS by the clock, for a worker that neither works nor ends."""


@dataclass(frozen=True, slots=True)
class Order:
    """A photo to be worked on: where it lies, the SHA-256 that it had when it was looked at, the pictures wanted."""

    source: str
    digest: str
    renditions: tuple[Rendition, ...] = ()


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of an order: a fault, or the difference hash of a verified photo, or (path, bytes) of the pictures."""

    fault: PhotoFault | None = None
    difference_hash: int | None = None
    pictures: tuple[tuple[str, bytes], ...] = ()


Job = Callable[[Order], Delivery]


def verify_file(order: Order) -> Delivery:
    """Decode a photo to see that it is whole."""
    return _fulfilled(order, lambda data: Delivery(difference_hash=verify(data)))


def develop_file(order: Order) -> Delivery:
    """Make all pictures of a photo, decoding it once."""
    return _fulfilled(order, lambda data: Delivery(pictures=tuple(develop(data, order.renditions))))


def deliveries(job: Job, orders: Iterable[Order], workers: int = 0) -> Iterator[tuple[Order, Delivery]]:
    """Yield each order with what became of it, as they get done; 0 workers means one for each processor.

    When a worker dies, those orders that were on their way are tried again, each in a process of its own; the one that
    dies there too is at fault.
    """
    number = workers or processors()
    waiting = deque(orders)
    while waiting:
        under_way: dict[Future[Delivery], Order] = {}
        try:
            yield from _together(job, waiting, under_way, number)
        except BrokenProcessPool:
            for order in under_way.values():
                yield order, _alone(job, order)


def _together(
    job: Job, waiting: deque[Order], under_way: dict[Future[Delivery], Order], workers: int
) -> Iterator[tuple[Order, Delivery]]:
    """Work through `waiting`, never more than two orders for a worker `under_way`, so that few are suspects."""
    with Processes(min(workers, len(waiting)), restrain) as pool:
        while waiting or under_way:
            while waiting and len(under_way) < 2 * workers:
                under_way[pool.submit(_in_time, job, waiting[0])] = waiting[0]
                waiting.popleft()
            for future in wait(under_way, return_when=FIRST_COMPLETED).done:
                delivery = future.result()
                yield under_way.pop(future), delivery


def _alone(job: Job, order: Order) -> Delivery:
    try:
        with Processes(1, restrain) as pool:
            return pool.submit(_in_time, job, order).result()
    except BrokenProcessPool:
        return Delivery(fault=PhotoFault.TOO_HEAVY)


def restrain() -> None:
    """Limit this process for good: memory, no dumps, one thread to decode AVIF (each thread reserves memory of its own)."""
    AvifImagePlugin.DEFAULT_MAX_THREADS = 1
    if sys.platform != "win32":
        _lower(resource.RLIMIT_AS, MEMORY)
        _lower(resource.RLIMIT_CORE, 0)


def _in_time(job: Job, order: Order) -> Delivery:
    """Do a job in a worker before its time is over; the system ends a process that overruns, even inside a decoder."""
    if sys.platform == "win32":
        return job(order)
    used = sum(os.times()[:2])
    _lower(resource.RLIMIT_CPU, math.ceil(used) + SECONDS)
    signal.alarm(_PATIENCE * SECONDS)
    try:
        return job(order)
    finally:
        signal.alarm(0)


if sys.platform != "win32":

    def _lower(kind: int, limit: int) -> None:
        """Set a soft limit, at most the hard one; some systems know not every kind, then the other limits must do."""
        hard = resource.getrlimit(kind)[1]
        try:
            resource.setrlimit(kind, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))
        except (OSError, ValueError):
            return


def _fulfilled(order: Order, work: Callable[[bytes], Delivery]) -> Delivery:
    try:
        data = read_regular(Path(order.source))
        if hashlib.sha256(data).hexdigest() != order.digest:
            return Delivery(fault=PhotoFault.UNREADABLE)
        return work(data)
    except PhotoRefusedError as refused:
        return Delivery(fault=refused.fault)
    except MemoryError:
        return Delivery(fault=PhotoFault.TOO_HEAVY)
