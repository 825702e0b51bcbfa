"""The preview puts its parts together: a desk for the models, makers of host and templates, a watcher and a server."""

import logging
import os
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from itertools import cycle
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError

from showcase.system.gazetteer import load_gazetteer
from showcase.build.intake import mark_of_path
from showcase.build.workbench import Workbench
from showcase.mkdocs.errors import HostError
from showcase.mkdocs.host import make_host
from showcase.photos.store import PhotoStore
from showcase.preview.desk import Desk
from showcase.preview.line import Line
from showcase.preview.reading import ReadingDesk
from showcase.preview.server import PreviewServer
from showcase.preview.sheet import Sheets
from showcase.preview.watch import Watcher
from showcase.preview.workspace import Portfolio, Workspace
from showcase.record.catalogue import vocabularies_of

_TEMPLATES = Path(str(files("showcase"))) / "templates"
_PORTS = range(8000, 8020)
_HOST_FAULT = "MkDocs không dựng được các trang trong docs/."
_TEMPLATE_FAULT = "Có mẫu trang viết chưa đúng; trang đang dùng các mẫu trước đó."


class Preview:
    """Everything that lives while a preview runs."""

    def __init__(self, models: Path, config: Path, cache: Path, today: date) -> None:
        """Make the host, or take the one of last time; raises HostError where MkDocs cannot build docs/."""
        self._models, self._config = models, config
        self._sources = config.parent / "docs", config.parent / "overrides", config
        # Two folders by turns: one is served while MkDocs empties and fills the other.
        folders = sorted((cache / "xem-truoc" / name for name in ("host-0", "host-1")), key=_age)
        self._folders = cycle(folders)
        self._ingredients = dict(self._stamps())
        self._host = make_host(config, next(self._folders))
        self._photos = PhotoStore(cache / "anh")
        workspace = Workspace(models.as_posix(), today, load_gazetteer())
        self._reading = ReadingDesk(models, self._photos.inspect)
        self._desk = Desk(self._reading, workspace, self._workbench())
        self._makers = Line()
        self._watcher = Watcher((models, _TEMPLATES, *self._sources), self._sort)

    def server(self, port: int | None) -> PreviewServer:
        """Give a server at a port, or at the first free one of twenty; raises OSError where there is none."""
        make_sheet = Sheets(self._models.as_posix()).sheet
        *first, last = _PORTS if port is None else (port,)
        for number in first:
            try:
                return PreviewServer(number, self._desk.news, make_sheet, self._desk.want)
            except OSError:
                continue
        return PreviewServer(last, self._desk.news, make_sheet, self._desk.want)

    def start(self) -> None:
        """Begin to read and to watch; the threads end with the program."""
        logging.getLogger("watchdog").setLevel(logging.ERROR)  # it warns of lost events; we look at everything then
        self._desk.start()
        self._makers.start()
        self._watcher.start()

    def stop(self) -> None:
        """Make ready for the end of the program: what is not a thread of it, processes that look at photos, goes first."""
        self._reading.close()

    def _sort(self, paths: frozenset[Path]) -> None:
        """Bring changes to those whom they concern."""
        if models := frozenset(path for path in paths if path.is_relative_to(self._models)):
            self._desk.changed(models)
        if any(path.is_relative_to(_TEMPLATES) for path in paths):
            self._makers.put(self._renew_templates)
        if any(path.is_relative_to(source) for path in paths for source in self._sources):
            self._makers.put(self._renew_host)

    def _renew_host(self) -> None:
        """Have MkDocs build docs/ again if a file of it is another; the old pages stay where it cannot."""
        ingredients = dict(self._stamps())
        if ingredients == self._ingredients:
            return
        self._ingredients = ingredients
        try:
            self._host = make_host(self._config, next(self._folders))
        except HostError as error:
            self._desk.trouble(_HOST_FAULT, str(error))
            return
        self._desk.trouble(_HOST_FAULT, "")
        self._desk.use(self._workbench())

    def _renew_templates(self) -> None:
        """Read the templates again; those of before stay while one of them cannot be read."""
        workbench = self._workbench()
        fault = next(_faults(workbench.templates), "")
        self._desk.trouble(_TEMPLATE_FAULT, fault)
        if not fault:
            self._desk.use(workbench)

    def _workbench(self) -> Workbench:
        """Give the hands, to which the desk adds models and words."""
        nothing = vocabularies_of(())
        return Workbench(self._host, self._photos, Portfolio({}), nothing)

    def _stamps(self) -> Iterator[tuple[Path, str]]:
        for source in self._sources:
            yield source, mark_of_path(source) if source.is_file() else ""
            for folder, _, names in os.walk(source):
                yield from ((Path(folder) / name, mark_of_path(Path(folder) / name)) for name in names)


def _age(folder: Path) -> float:
    """Order folders by the time of their host, the youngest first."""
    state = folder / "state"
    return -state.stat().st_mtime if state.is_file() else 0.0


def _faults(templates: dict[str, str]) -> Iterator[str]:
    for name, source in templates.items():
        try:
            Environment(autoescape=True).parse(source, name)
        except TemplateSyntaxError as error:
            yield f"{name}:{error.lineno}: {error.message}"
