"""The desk takes changes one after the other and publishes what the site is after each; its thread alone changes anything.

What takes long (reading a whole folder, asking the rules of the catalogue, running MkDocs) is done by an assistant in
other threads, which bring their results to the desk; a saved file never waits for them.
"""

import time
import traceback
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Condition, Event, Thread

from showcase.record.model import Model
from showcase.rules.setting import Setting
from showcase.site.preview_assistant import Assistant, Shared
from showcase.site.preview_bar import State
from showcase.site.preview_edition import Edition
from showcase.site.preview_reading import Reading, ReadingDesk, Survey
from showcase.site.preview_workspace import Workspace
from showcase.site.workbench import Workbench
from showcase.words.problem import Problem

_QUIET, _LONGEST = 0.04, 0.2
"""Seconds: editors write a file in several steps; we wait until they are still, but never longer."""
_MANY = 200
"""Changes at once after which the system may have lost some, so that we look at everything; and files judged at once."""
_PATIENCE = 10.0
"""Seconds that a page waits for its model to be read while others are."""

Message = Callable[[], None]


class Desk:
    """Keeps `state`, which any thread may read at any time."""

    def __init__(self, reading: ReadingDesk, workspace: Workspace, workbench: Workbench) -> None:
        """Take an empty workspace; the vocabularies are read at once, for without them no model can be judged."""
        self._reading, self._workspace = reading, workspace
        self._messages: SimpleQueue[Message] = SimpleQueue()
        self._assistant = Assistant(reading, workspace, self.post)
        self._dirty: set[Path] = set()
        self._first, self._last = 0.0, 0.0
        self._news = Condition()
        self._paths: dict[str, str] | None = None
        self._impatient: list[tuple[str, Event]] = []
        self._shared: Shared = {}
        self._next_edition, self._pause = 0.0, 1.0
        for source in reading.special_sources():
            workspace.take(reading.read(source))
        self.state = State(self._edition(workbench), to_read=1)

    def start(self) -> None:
        """Begin to work."""
        Thread(target=self._work, daemon=True).start()
        self._assistant.survey()

    def post(self, message: Message) -> None:
        """Bring something to the desk, from any thread; it is called there."""
        self._messages.put(message)

    def saw(self, path: Path) -> None:
        """Tell of a change at a path in the models folder."""
        self.post(partial(self._note, path))

    def want(self, model_id: str) -> None:
        """Have a model read before all others; returns when it is, or is not there."""
        if self.state.is_reading:
            served = Event()
            self.post(partial(self._wanted, model_id, served))
            served.wait(_PATIENCE)

    def use(self, workbench: Workbench) -> None:
        """Make pages with another host or other templates from now on."""
        self.post(partial(self._publish, workbench=workbench))

    def trouble(self, of: str, message: str) -> None:
        """Tell of something wrong outside of the models folder; '' says that it is mended."""
        self.post(partial(self._troubled, of, message))

    def wait(self, number: int, seconds: float) -> State:
        """Give the state when it is no longer that of this number, or what it is after so long."""
        with self._news:
            self._news.wait_for(lambda: self.state.number != number, seconds)
        return self.state

    def _work(self) -> None:
        while True:
            try:
                message = self._messages.get(timeout=max(0.0, self._due() - time.monotonic()) if self._dirty else None)
            except Empty:
                message = self._settle
            try:
                message()
                if self._dirty and time.monotonic() >= self._due():
                    self._settle()
            except Exception:  # noqa: BLE001 - our own mistake must not end the preview; the next change gets its chance
                traceback.print_exc()

    def _due(self) -> float:
        return min(self._last + _QUIET, self._first + _LONGEST)

    def _note(self, path: Path) -> None:
        self._last = time.monotonic()
        self._first = self._first if self._dirty else self._last
        self._dirty.add(path)

    def _settle(self) -> None:
        """Read again what changed, and show it; then look whether anything else did."""
        paths, self._dirty = self._dirty, set()
        known = self._workspace.submissions
        sources = {source for path in paths for source in self._reading.sources_at(path, known)}
        seldom = len(paths) > _MANY or any(path.as_posix() not in known for path in paths)
        if len(sources) <= _MANY:
            self._take([self._reading.read(source) for source in sorted(sources)])
        if seldom:
            self._assistant.survey()

    def _take(self, readings: Iterable[Reading]) -> None:
        """Take in what differs from what is known, and publish it."""
        workspace = self._workspace
        new = [reading for reading in readings if workspace.stamps.get(reading.path, ()) != reading.stamp]
        if not new:
            return
        setting, before = workspace.setting, [workspace.model(reading.path) for reading in new]
        for reading in new:
            workspace.take(reading)
        if workspace.setting is not setting:
            self._judge_all()
        self._publish(exchanged=(before[0], workspace.model(new[0].path)) if len(new) == 1 else None)
        self._assistant.check(workspace.intake)

    def _judge_all(self) -> None:
        """Ask again about every file, since a vocabulary changed; a large folder is asked about in the background."""
        workspace = self._workspace
        if len(workspace.submissions) > _MANY:
            self._assistant.judge(tuple(workspace.submissions.values()), workspace.setting)
            return
        for submission in tuple(workspace.submissions.values()):
            workspace.judge_again(submission)

    def judged(self, setting: Setting, found: dict[str, tuple[Problem, ...]]) -> None:
        """Take the findings of the assistant, unless the vocabularies have changed since."""

    def _wanted(self, model_id: str, served: Event) -> None:
        if self._paths is None:
            self._impatient.append((model_id, served))
            return
        path = self._paths.get(model_id)
        if path and path not in self._workspace.submissions:
            self._workspace.take(self._reading.read(path))
            self._publish()
        served.set()

