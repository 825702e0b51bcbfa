"""Tells which files below some places changed; it says where to look, and never what is there."""

import logging
import os
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Condition, Thread

from watchdog import events
from watchdog.observers import Observer

Tell = Callable[[frozenset[Path]], None]

# Not those of opening and reading: our own reading of 13,663 files would fill the system's queue, and changes be lost.
_NEW = [events.FileCreatedEvent, events.FileModifiedEvent, events.FileClosedEvent, events.DirCreatedEvent]
_GONE = [events.FileMovedEvent, events.FileDeletedEvent, events.DirMovedEvent, events.DirDeletedEvent]
_ROUND = 2.0
"""Seconds between two looks at everything, where the system tells of no changes."""
_QUIET, _LONGEST = 0.04, 0.2
"""Seconds: editors write a file in several steps; we wait until they are still, but no longer than that."""


class Watcher:
    """Watches files and folders, and tells of changes in sets, by paths that begin as the places were given."""

    def __init__(self, places: Iterable[Path], tell: Tell) -> None:
        """Take the places, of which some may not exist; `tell` is called from a thread of the watcher."""
        self._places = [place for place in places if place.exists()]
        self._tell = tell
        self._changed: set[Path] = set()
        self._came = Condition()

    def start(self) -> None:
        """Begin to watch; until all is watched (13,663 folders take 1.6 s) nothing is told, then once of everything."""
        logging.getLogger("watchdog").setLevel(logging.ERROR)  # it warns of lost events; we look at everything then
        Thread(target=self._watch, daemon=True).start()
        Thread(target=self._deliver, daemon=True).start()

    def saw(self, *paths: Path) -> None:
        """Note changes, from any thread."""
        with self._came:
            self._changed.update(paths)
            self._came.notify()

    def _watch(self) -> None:
        observer = Observer()
        try:
            for place in self._places:
                folder = place if place.is_dir() else place.parent
                handler = _Handler(place, self.saw)
                observer.schedule(handler, str(folder), recursive=place.is_dir(), event_filter=[*_NEW, *_GONE])
            observer.start()
        except OSError:  # the system lets us watch no more folders
            while True:
                self.saw(*self._places)
                time.sleep(_ROUND)
        self.saw(*self._places)

    def _deliver(self) -> None:
        while True:
            with self._came:
                self._came.wait_for(lambda: self._changed)
                latest = time.monotonic() + _LONGEST
                while self._came.wait(_QUIET) and time.monotonic() < latest:
                    pass
                paths, self._changed = frozenset(self._changed), set()
            self._tell(paths)


class _Handler(events.FileSystemEventHandler):
    def __init__(self, place: Path, saw: Callable[[Path], None]) -> None:
        self._bases = place, place.resolve()
        self._place = place
        self._is_folder = place.is_dir()
        self._saw = saw

    def on_any_event(self, event: events.FileSystemEvent) -> None:
        for raw in (event.src_path, event.dest_path):
            path = self._as_given(Path(os.fsdecode(raw)))
            if raw and (self._is_folder or path == self._place):
                self._saw(path)

    def _as_given(self, path: Path) -> Path:
        """Write a path as it begins for our caller: some systems give it in full, without links."""
        for base in self._bases:
            if path.is_relative_to(base):
                return self._place / path.relative_to(base)
        return path
