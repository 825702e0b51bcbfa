"""A session keeps a snapshot of the site up to date while files are saved; one thread does one thing after the other.

A source that is broken leaves its last good state on show; one that never was good has none.
"""

import gc
import time
import traceback
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from queue import SimpleQueue
from threading import Condition, Thread

from jinja2 import Environment, TemplateSyntaxError

from showcase.browser.shipped import shipped_if_there
from showcase.build.inputs import make_inputs
from showcase.checking.check import Checker
from showcase.checking.database import DAMAGE, Database, open_database, remove_database
from showcase.checking.last_good import LastGood
from showcase.checking.scan import scan_sources
from showcase.mkdocs.errors import HostError
from showcase.mkdocs.host import host_mark, make_host
from showcase.photos.store import PhotoStore
from showcase.preview.snapshot import Made, Snapshot
from showcase.publish.inputs import Inputs, Settings
from showcase.record.catalogue import vocabularies_of
from showcase.record.vocabulary import Vocabularies
from showcase.rules.setting import Setting
from showcase.system.gazetteer import load_gazetteer
from showcase.system.package import TEMPLATES, code_edition, load_templates
from showcase.system.pool import Pool

_FIRST_PAUSE, _LONGER = 1.0, 3
"""While all is judged, pages get fuller after 1, 3, 9 … seconds: each time those that are open load again."""
_HOST_FAULT = "MkDocs không dựng được các trang trong docs/."
_TEMPLATE_FAULT = "Có mẫu trang viết chưa đúng; trang đang dùng các mẫu trước đó."


class _EndedError(Exception):
    """The session ends in the middle of something."""


class Session:
    """Everything that lives while a preview runs; `snapshot` may be looked at from any thread at any time."""

    def __init__(self, models: Path, config: Path, cache: Path, today: date) -> None:
        """Make the host, or take that of last time; raises HostError where MkDocs cannot build docs/."""
        self._models, self._config, self._today = models, config, today
        self._host_sources = (config.parent / "docs", config.parent / "overrides", config)
        folder, self._cache = cache / "xem-truoc", cache
        # Two folders: one is served while MkDocs empties and fills the other.
        self._host_folders = sorted((folder / "host-0", folder / "host-1"), key=_age)
        self._host = make_host(config, self._host_folders[0])
        self._host_digest = host_mark(config, self._host.folder.parent)
        self._seen: tuple[object, ...] = ()
        self._is_ending = False
        self._templates = load_templates()
        self._database, self._pool = open_database(folder, code_edition()), Pool()
        self._photos = PhotoStore(cache / "anh")
        self._checker = Checker(today, self._photos.inspect, self._database, self._pool)
        self._good = LastGood()
        self._jobs: SimpleQueue[frozenset[Path] | None] = SimpleQueue()
        self._came = Condition()
        self._worker = Thread(target=self._work, daemon=True)
        self.snapshot = Snapshot(Made(self._inputs(), self._look_again), to_judge=1)

    @property
    def watched(self) -> tuple[Path, ...]:
        """The places whose changes are to be told with `changed`."""
        return (self._models, TEMPLATES, *self._host_sources)

    @property
    def is_settled(self) -> bool:
        """Whether everything was read once, and every rule was asked about it."""
        return bool(self._seen)

    def start(self) -> None:
        """Begin to work, with a look at everything."""
        self.changed(frozenset(self.watched))
        self._worker.start()

    def stop(self) -> None:
        """End when what is under way is done, so that no process outlives us."""
        self._is_ending = True
        self._jobs.put(None)
        self._worker.join()

    def changed(self, paths: frozenset[Path]) -> None:
        """Tell that files may have changed."""
        self._jobs.put(paths)

    def wait(self, number: int, seconds: float) -> Snapshot:
        """Give the snapshot as soon as it is not the one of this number any more, or after so long."""
        with self._came:
            self._came.wait_for(lambda: self.snapshot.number != number, seconds)
        return self.snapshot

    def _work(self) -> None:
        with self._pool:
            while (paths := self._jobs.get()) is not None:
                try:
                    self._renew(paths)
                except _EndedError:
                    return
                except DAMAGE:
                    self._do_without_database()
                except Exception:  # noqa: BLE001 - our own mistake is told, and must not end the work on what comes next
                    traceback.print_exc()

    def _do_without_database(self) -> None:
        """Go on in memory where the database cannot be relied on any more, and read everything again."""
        if self._database.folder:
            remove_database(self._database.folder)
        self._database = Database(None, code_edition())
        self._checker = Checker(self._today, self._photos.inspect, self._database, Pool(is_alone=True))
        self.changed(frozenset(self.watched))

    def _renew(self, paths: frozenset[Path]) -> None:
        """Bring the snapshot to what the files say now: first what they show, then what is wrong with them."""
        if any(path.is_relative_to(TEMPLATES) for path in paths):
            self._renew_templates()
        if any(path.is_relative_to(source) for path in paths for source in (*self._host_sources, TEMPLATES)):
            self._renew_host()  # what styles it sends depends on the templates too
        scan = scan_sources(self._models, self._config.parent)
        seen = scan.digest, self._host_digest, self._templates, self._database
        if seen == self._seen:
            return
        scan = scan.with_photos(self._photos.inspect)
        self._good.take_lists(scan, self._setting(vocabularies_of(scan.vocabularies)))
        vocabularies = self._good.vocabularies
        self._tell(to_judge=len(scan.folders))
        judgements = self._checker.judge(scan, vocabularies, self._telling())
        self._good.take_records(scan, self._setting(vocabularies))
        self._good.take_models(judgements.by_path)
        self._show(judged=len(scan.folders))
        gc.freeze()  # what is read stays: looking for garbage among 13,663 models takes 2 s each time
        self._tell(problems=self._checker.problems(scan, vocabularies, judgements))
        self._seen = seen

    def _renew_host(self) -> None:
        """Have MkDocs build docs/ again where its sources are others; the old pages stay where it cannot."""
        digest = host_mark(self._config, self._host.folder.parent)
        if digest and digest == self._host_digest:
            return
        try:
            other = next(folder for folder in self._host_folders if folder != self._host.folder.parent)
            self._host = make_host(self._config, other)
        except HostError as error:
            self._note(_HOST_FAULT, str(error))
            return
        self._host_digest = host_mark(self._config, self._host.folder.parent)
        self._note(_HOST_FAULT, "")

    def _renew_templates(self) -> None:
        """Read the templates again; those of before stay while one of them cannot be read."""
        templates = load_templates()
        fault = next(_faults(templates), "")
        self._note(_TEMPLATE_FAULT, fault)
        if not fault:
            self._templates = templates

    def _setting(self, vocabularies: Vocabularies) -> Setting:
        return Setting(self._today, load_gazetteer(), vocabularies)

    def _telling(self) -> Callable[[int], None]:
        """Give who tells how far the judging is, and shows what there is after 1, 3, 9 … seconds."""
        begun = time.monotonic()
        pause = _FIRST_PAUSE

        def tell(judged: int) -> None:
            nonlocal pause
            if self._is_ending:
                raise _EndedError
            if time.monotonic() - begun < pause:
                return
            pause *= _LONGER
            self._good.take_models(self._checker.known())
            self._show(judged=judged)

        return tell

    def _show(self, *, judged: int) -> None:
        unshown = {path.split("/")[-2]: path for path in self._checker.known() if path not in self._good.judgements}
        inputs = self._inputs()
        paths = {summary.id: summary.path for summary in inputs.summaries.values()}
        self._tell(made=Made(inputs, self._look_again), paths=paths, unshown=unshown, judged=judged)

    def _inputs(self) -> Inputs:
        settings = Settings(self._host.site, self._models.as_posix())
        inputs = make_inputs(self._good, settings, self._host, self._database, self._cache, self._today.year)
        checker = shipped_if_there(self._config.parent, self._cache) if settings.site.has_checker else None
        return replace(inputs, templates=self._templates, checker=checker)

    def _look_again(self) -> None:
        """Hear from a page that the database is damaged: the next look at everything finds that too."""
        if self._database.folder:
            self._do_without_database()

    def _note(self, where: str, message: str) -> None:
        if message == self.snapshot.troubles.get(where, ""):
            return
        others = {place: said for place, said in self.snapshot.troubles.items() if place != where}
        self._tell(troubles=others | ({where: message} if message else {}))

    def _tell(self, **changes: object) -> None:
        """Put another snapshot in the place of the last, and wake those who wait for it."""
        with self._came:
            self.snapshot = replace(self.snapshot, number=self.snapshot.number + 1, **changes)  # type: ignore[arg-type] # its own names
            self._came.notify_all()


def _age(folder: Path) -> float:
    """Order folders by the time of their host, the youngest first."""
    state = folder / "state"
    return -state.stat().st_mtime if state.is_file() else 0.0


def _faults(templates: Mapping[str, str]) -> Iterator[str]:
    for name, source in templates.items():
        try:
            Environment(autoescape=True).parse(source, name)
        except TemplateSyntaxError as error:
            yield f"{name}:{error.lineno}: {error.message}"
