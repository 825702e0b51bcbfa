"""A line does one thing after the other in a thread of its own, which ends with the program and never keeps it alive."""

import traceback
from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread

Job = Callable[[], None]


class Line:
    """Jobs from any thread, done in the order in which they came."""

    def __init__(self) -> None:
        """Begin without work."""
        self._jobs: SimpleQueue[Job] = SimpleQueue()
        self._thread = Thread(target=self._work, daemon=True)

    def start(self) -> None:
        """Begin to work."""
        self._thread.start()

    def put(self, job: Job) -> None:
        """Have something done when all that came before is."""
        self._jobs.put(job)

    def _work(self) -> None:
        while True:
            job = self._jobs.get()
            try:
                job()
            except Exception:  # noqa: BLE001 - our own mistake is told, and must not end the work on what comes next
                traceback.print_exc()
