"""Processes of our own to share work with: started fresh (`spawn`), and Ctrl+C is none of their business.

A terminal sends Ctrl+C to all processes of a command at once. Whoever started them hears it and lets them go; did they
hear it too, each would end in the middle of something and say so in thirty lines.
"""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from threading import current_thread, main_thread
from typing import Any, ParamSpec, TypeVar

Given = ParamSpec("Given")
Done = TypeVar("Done")

_QUIET = "ignore::UserWarning:multiprocessing.resource_tracker"
"""An option of the processes that Python starts; it has a tracker of its own among them."""


class Processes(ProcessPoolExecutor):
    """An executor whose processes begin with `initializer(*initargs)`."""

    def __init__(self, number: int, initializer: Callable[..., None], initargs: tuple[Any, ...] = ()) -> None:
        """Start nothing yet: a process is started when there is first work for it.

        Where Ctrl+C falls into the start of one, Python's tracker clears away what was made for it, and would warn of that.
        """
        if _QUIET not in sys.warnoptions:
            sys.warnoptions.append(_QUIET)
        super().__init__(number, mp_context=get_context("spawn"), initializer=initializer, initargs=initargs)

    def submit(self, fn: Callable[Given, Done], /, *args: Given.args, **kwargs: Given.kwargs) -> Future[Done]:
        """Hand work out; the process that this may start inherits that Ctrl+C is held back."""
        with _held_back():
            return super().submit(fn, *args, **kwargs)


def processors() -> int:
    """Count the processors that we may use, where the system tells."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def _held_back() -> Iterator[None]:
    """Have Ctrl+C wait until this is over; Windows cannot.

    Two things are needed. A process that is started inherits which signals are blocked, and so it never hears of this one.
    But a signal that one thread blocks is given to another, such as the one that draws the progress, and Python then
    interrupts its main thread all the same: in the middle of a start, and the new process would wait for what its parent
    never wrote. So for this while the signal is only noted, and raised again afterwards.
    """
    if sys.platform == "win32":
        yield
        return
    came: list[int] = []
    hears = current_thread() is main_thread()  # no other thread is interrupted, nor may it say who hears of a signal
    handler = signal.signal(signal.SIGINT, lambda number, _: came.append(number)) if hears else None
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, blocked)
        if hears:
            signal.signal(signal.SIGINT, handler)
        if came:
            signal.raise_signal(signal.SIGINT)
