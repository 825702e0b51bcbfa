"""The desk takes changes one after the other and tells what the site is after each; its thread alone changes the workspace.

What takes long is done by an assistant in another thread, who brings the results to the desk: a saved file never waits.
"""

import gc
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Event
from typing import TypeVar

from showcase.build.workbench import Workbench
from showcase.preview.edition import Edition
from showcase.preview.jobs import Judged, ask_the_catalogue, breathe, judge_everything, read_everything
from showcase.preview.line import Line
from showcase.preview.news import Findings, News, State
from showcase.preview.reading import Reading, ReadingDesk, Survey
from showcase.preview.workspace import Workspace
from showcase.record.brief import Brief
from showcase.rules.setting import Setting

_MANY = 200
"""Files that are judged at once (0.1 s); and changes at once, of which the system may have lost some."""
_FIRST_PAUSE, _LONGER = 1.0, 3
"""While all is read, pages get fuller after 1, 3, 9 … seconds: each time those that are open load again."""
_PATIENCE = 30.0
"""Seconds that a page waits for its model to be read before others."""
_STEP = 100
"""Files read between two words on how far the reading is."""

Brought = TypeVar("Brought")


class Desk:
    """Keeps the news of a models folder up to date."""

    def __init__(self, reading: ReadingDesk, workspace: Workspace, workbench: Workbench) -> None:
        """Take an empty workspace; vocabularies and reports are read at once, for no model is judged without them."""
        self._reading, self._workspace, self._workbench = reading, workspace, workbench
        self._line, self._assistant = Line(), Line()
        self._paths: dict[str, str] | None = None
        self._impatient: list[tuple[str, Event]] = []
        self._changes, self._told, self._asked, self._answered = 0, 0, 0, -1
        self._is_to_ask = False
        self._pause, self._fuller_at = _FIRST_PAUSE, time.monotonic() + _FIRST_PAUSE
        for source in reading.special_sources():
            workspace.take(reading.read(source))
        self.news = News(State(Edition(workspace.catalogue(), self._equipped(), workspace.pictures), to_read=1))

    @property
    def settled(self) -> bool:
        """Whether all that is known to be there was read, and every rule has been asked about it."""
        return not self.news.state.is_reading and self._answered == self._changes

    def start(self) -> None:
        """Begin to work."""
        self._line.start()
        self._assistant.start()
        self._survey()

    def changed(self, paths: frozenset[Path]) -> None:
        """Tell that files below the models folder may have changed."""
        self._line.put(partial(self._look, paths))

    def want(self, model_id: str) -> None:
        """Have a model read before all others; returns when it is, or is known not to be there."""
        if self.news.state.is_reading:
            served = Event()
            self._line.put(partial(self._serve, model_id, served))
            served.wait(_PATIENCE)

    def use(self, workbench: Workbench) -> None:
        """Make pages with another host or other templates from now on."""
        self._line.put(partial(self._equip, workbench))

    def trouble(self, where: str, message: str) -> None:
        """Tell what is wrong outside of the models folder; '' says that nothing is any more."""
        self._line.put(partial(self._note, where, message))

    def _look(self, paths: frozenset[Path]) -> None:
        """Read again what changed, and show it; then see whether anything else did."""
        known = self._workspace.submissions
        if len(paths) <= _MANY:
            self._take([self._reading.read(source) for source in sorted(self._reading.sources_at(paths, known))])
        if len(paths) > _MANY or any(path.as_posix() not in known for path in paths):
            self._survey()

    def _take(self, readings: Iterable[Reading]) -> None:
        """Take in what is not known yet, show it, and have the rules of the catalogue asked."""
        new = self._unknown(readings)
        if new:
            before = self._workspace.brief(new[0].path)
            self._absorb(new)
            self._publish(before if len(new) == 1 else None, self._workspace.brief(new[0].path))
            self._check()

    def _unknown(self, readings: Iterable[Reading]) -> list[Reading]:
        return [reading for reading in readings if self._workspace.stamps.get(reading.path, ()) != reading.stamp]

    def _absorb(self, readings: Iterable[Reading]) -> None:
        workspace, setting = self._workspace, self._workspace.setting
        for reading in readings:
            workspace.take(reading)
            self._changes += 1
        if workspace.setting is not setting:
            self._judge_all()

    def _judge_all(self) -> None:
        """Ask again about every file, since a vocabulary changed."""
        submissions, setting = tuple(self._workspace.submissions.values()), self._workspace.setting
        if len(submissions) <= _MANY:
            judge_everything(submissions, setting, partial(self._judge, setting))
        else:
            bring = self._bringing(partial(self._judge, setting))
            self._assistant.put(partial(judge_everything, submissions, setting, bring))
            self._assistant.put(partial(self._line.put, self._end))

    def _judge(self, setting: Setting, judged: Sequence[Judged]) -> None:
        workspace = self._workspace
        for submission, problems in judged:
            if workspace.setting is setting and workspace.submissions.get(submission.path) is submission:
                workspace.judge(submission, problems)
                self._changes += 1

    def _survey(self) -> None:
        """Have the whole folder looked at, and read what is not known as it is now."""
        hear, fill = self._bringing(self._hear), self._bringing(self._fill)
        self._assistant.put(partial(read_everything, self._reading, self._workspace.stamps, hear, fill))
        self._assistant.put(partial(self._line.put, self._end))

    def _hear(self, survey: Survey) -> None:
        """Take note of what there is: what is gone goes, and those who wait for a model know whether it will come."""
        workspace = self._workspace
        self._paths = {Path(path).parent.name: path for path in survey.stamps}
        self._changes += workspace.strays != survey.strays
        workspace.strays = survey.strays
        gone = [self._reading.read(path) for path in set(workspace.submissions) - set(survey.stamps)]
        self._take([reading for reading in gone if reading.submission is None])
        self._say(to_read=len(survey.stamps))
        for model_id, served in self._impatient:
            self._serve(model_id, served)
        self._impatient.clear()

    def _fill(self, readings: Sequence[Reading]) -> None:
        """Take in a part of what the assistant reads, unless it has changed again meanwhile."""
        before = len(self._workspace.submissions)
        self._absorb(one for one in self._unknown(readings) if self._reading.stamp(one.path) == one.stamp)
        gc.freeze()  # what is read stays: looking for garbage among 13,663 models takes 2 s each time
        if time.monotonic() >= self._fuller_at:
            self._pause *= _LONGER
            self._fuller_at = time.monotonic() + self._pause
            self._publish()
        elif before // _STEP != len(self._workspace.submissions) // _STEP:
            self._say()

    def _end(self) -> None:
        """All is read, or judged."""
        if self._told != self._changes:
            self._publish()
        self._say(to_read=len(self._workspace.submissions))
        self._check()

    def _serve(self, model_id: str, served: Event) -> None:
        if self._paths is None:
            self._impatient.append((model_id, served))
            return
        path = self._paths.get(model_id, "")
        if path and path not in self._workspace.submissions:
            self._absorb([self._reading.read(path)])
            self._publish()
        served.set()

    def _check(self) -> None:
        """Have the rules of the catalogue asked when the assistant has done all else, about what there is by then."""
        if not self._is_to_ask:
            self._is_to_ask = True
            self._assistant.put(lambda: breathe(partial(self._line.put, self._ask)))

    def _ask(self) -> None:
        self._is_to_ask = False
        if self._asked != self._changes:
            self._asked = now = self._changes
            intake, setting = self._workspace.intake(), self._workspace.setting
            bring = self._bringing(partial(self._answer, now))
            self._assistant.put(lambda: bring(ask_the_catalogue(intake, setting, lambda: now == self._changes)))

    def _answer(self, asked: int, shared: Findings | None) -> None:
        if shared is not None:
            self._say(shared=shared)
            self._answered = asked

    def _equipped(self) -> Workbench:
        """Give the hands with the models and the words of this moment."""
        workspace = self._workspace
        return replace(self._workbench, storeroom=workspace.portfolio, vocabularies=workspace.setting.vocabularies)

    def _publish(self, before: Brief | None = None, after: Brief | None = None) -> None:
        """Tell of a new edition; where one model alone is another, the shelves need not be filled anew."""
        catalogue = self._workspace.catalogue()
        edition = self.news.state.edition
        shelves, likeness = edition.shelves_of(catalogue, before, after), edition.likeness_of(before, after)
        surroundings = edition.surroundings_of(before, after)
        self._told = self._changes
        hands, pictures = self._equipped(), self._workspace.pictures
        self._say(edition=Edition(catalogue, hands, pictures, shelves, likeness, surroundings))

    def _say(self, **changes: object) -> None:
        workspace = self._workspace
        self.news.tell(
            findings=dict(workspace.findings),
            submissions=workspace.submissions,
            unshown=dict(workspace.unshown),
            read=len(workspace.submissions),
            **changes,
        )

    def _equip(self, workbench: Workbench) -> None:
        self._workbench = workbench
        self._publish()

    def _note(self, where: str, message: str) -> None:
        others = {place: said for place, said in self.news.state.troubles.items() if place != where}
        self.news.tell(troubles=others | ({where: message} if message else {}))

    def _bringing(self, take: Callable[[Brought], None]) -> Callable[[Brought], None]:
        """Make a function that has something taken at the desk, for the use of other threads."""
        return lambda brought: self._line.put(partial(take, brought))
