"""A context is all that whoever makes an output may ask; it answers from the inputs, and writes down who asked what."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Concatenate, NamedTuple, ParamSpec, TypeVar, cast

from showcase.publish.inputs import FactKey, Inputs, Settings, name_of
from showcase.publish.renderer import Renderer
from showcase.record.abbreviations import Abbreviation
from showcase.record.addresses import PublishedPage
from showcase.record.document import Document
from showcase.record.event import Event
from showcase.record.model import Model
from showcase.record.photo_file import PhotoFile
from showcase.record.reference import Reference
from showcase.record.report import Report
from showcase.record.summary import Summary
from showcase.views.share_picture import SharePicture
from showcase.views.table import Table
from showcase.words.digest import digest_of

Key = ParamSpec("Key")
Value = TypeVar("Value")


class Found(NamedTuple):
    """A fact that was found: what stands for its value, and the keys of what it asked, in that order."""

    digest: str
    reads: tuple[FactKey, ...]


class Context:
    """Answers for one state of the inputs; a key that is not there is a LookupError."""

    def __init__(self, inputs: Inputs) -> None:
        """Take the inputs; everything else is found when it is asked for."""
        self._inputs = inputs
        self._found: dict[FactKey, Found] = {}
        self._values: dict[FactKey, Any] = {}
        self._last_model: tuple[str, Model] | None = None
        self._shared: dict[Callable[..., Any], tuple[Any, dict[FactKey, None]]] = {}
        self._asked: list[dict[FactKey, None]] = [{}]

    def fact(self, find: Callable[Concatenate["Context", Key], Value], /, *key: Key.args, **_: Key.kwargs) -> Value:
        """Give the value of a fact: `find(context, *key)`, found once.

        What it asks is remembered with its digest. When one of those answers is another, it is found again; where it comes
        out equal, whatever was made with it stays as it is. So its value is written out by `repr`: plain and not too long.
        """
        fact = (name_of(find), *key)
        self._asked[-1][fact] = None
        if fact not in self._values:
            value, reads = self.noting(lambda: find(self, *key))  # type: ignore[call-arg] # no fact has keywords
            self._values[fact] = value
            self._found[fact] = Found(digest_of(value), reads)
        return cast("Value", self._values[fact])

    def shared(self, find: Callable[["Context"], Value], /) -> Value:
        """Give what `find` makes of many facts, made once; whoever asks depends on all that it was made of."""
        if find not in self._shared:
            value, reads = self.noting(lambda: find(self))
            self._shared[find] = value, dict.fromkeys(reads)
        value, asked = self._shared[find]
        self._asked[-1].update(asked)
        return cast("Value", value)

    def noting(self, work: Callable[[], Value]) -> tuple[Value, tuple[FactKey, ...]]:
        """Do something; give what it gave, and the keys of all that it asked."""
        self._asked.append({})
        try:
            value = work()
        finally:
            reads = self._asked.pop()
        return value, tuple(reads)

    def digest(self, find: Callable[..., object], *key: object) -> str:
        """Find a fact; give what stands for its value."""
        self.fact(find, *key)
        return self._found[(name_of(find), *key)].digest

    def take_found(self) -> dict[FactKey, Found]:
        """Give the facts that were found since this was asked last."""
        found, self._found = self._found, {}
        return found

    @property
    def settings(self) -> Settings:
        """The settings."""
        self._ask("settings")
        return self._inputs.settings

    @property
    def reference(self) -> Reference:
        """The vocabularies and the gazetteer."""
        self._ask("reference")
        return self._inputs.reference

    def summaries(self) -> Mapping[str, Summary]:
        """Give the summaries of all models by id, those taken down among them."""
        self._ask("summaries")
        return self._inputs.summaries

    def summary(self, model_id: str) -> Summary:
        """Give the summary of a model."""
        self._ask("summary", model_id)
        return self._inputs.summaries[model_id]

    def model(self, model_id: str) -> Model:
        """Give a whole model; the last one is remembered, since eight files in turn are made of each."""
        self._ask("model", model_id)
        digest = self._inputs.digests[model_id][0]
        if self._last_model is None or self._last_model[0] != digest:
            self._last_model = digest, self._inputs.models.model(digest)
        return self._last_model[1]

    def rows(self) -> Iterator[bytes]:
        """Yield the open data of the models on show, a JSON object each, in the order of their ids."""
        self._ask("rows")
        return self._inputs.rows()

    def rows_of(self, ids: Sequence[str]) -> Iterator[bytes]:
        """Yield the open data of some models."""
        for model_id in ids:
            self._ask("model", model_id)
        return self._inputs.models.rows([self._inputs.digests[model_id][0] for model_id in ids])

    def table_rows(self) -> Iterator[bytes]:
        """Yield what the models on show add to the tables of the open data, a JSON object each, in the order of their ids."""
        self._ask("table_rows")
        return self._inputs.table_rows()

    def table_rows_of(self, ids: Sequence[str]) -> Iterator[bytes]:
        """Yield what some models add to the tables of the open data."""
        for model_id in ids:
            self._ask("table_rows", model_id)
        return self._inputs.models.table_rows([self._inputs.digests[model_id][0] for model_id in ids])

    def reports(self) -> tuple[Report, ...]:
        """Give the official figures, the latest year first."""
        self._ask("reports")
        return self._inputs.reports

    def documents(self) -> tuple[Document, ...]:
        """Give the documents that direct the movement, by rank, the newest of a rank first."""
        self._ask("documents")
        return self._inputs.documents

    def events(self) -> tuple[Event, ...]:
        """Give the events on show, the latest first."""
        self._ask("events")
        return self._inputs.events_on_show

    def events_taken_down(self) -> tuple[Event, ...]:
        """Give the events of which a notice stays."""
        self._ask("events")
        return tuple(event for event in self._inputs.events if event.takedown)

    def year(self) -> int:
        """Give the year of the build."""
        self._ask("year")
        return self._inputs.year

    def document(self, document_id: str) -> Document:
        """Give a document by its id."""
        return next(one for one in self.documents() if one.id == document_id)

    def event(self, event_id: str) -> Event:
        """Give an event by its id, be it taken down."""
        self._ask("events")
        return next(one for one in self._inputs.events if one.id == event_id)

    def abbreviations(self) -> tuple[Abbreviation, ...]:
        """Give the editors' abbreviations, which the search understands."""
        self._ask("abbreviations")
        return self._inputs.abbreviations

    def published_pages(self) -> tuple[PublishedPage, ...]:
        """Give the pages that were ever published beside those of models."""
        self._ask("published_pages")
        return self._inputs.published_pages

    def published_files(self) -> tuple[PublishedPage, ...]:
        """Give the files that were published and are no more."""
        self._ask("published_files")
        return self._inputs.published_files

    def host_files(self) -> tuple[str, ...]:
        """Give the paths of the files that the host made."""
        self._ask("host_files")
        return tuple(self._inputs.host.files)

    def host_file(self, path: str) -> bytes:
        """Give a file that the host made, its policy filled in."""
        self._ask("host_file", path)
        return self._inputs.host_file(path)

    def script_hashes(self) -> tuple[str, ...]:
        """Give the hashes of the inline scripts that the policy lets run."""
        self._ask("script_hashes")
        return self._inputs.host.hashes

    def search_files(self) -> tuple[str, ...]:
        """Give the paths of the files of the search, those that name others last."""
        self._ask("search_files")
        return tuple(self._inputs.search_files())

    def search_file(self, path: str) -> bytes:
        """Give a file of the search."""
        self._ask("search_file", path)
        if self._inputs.search is None:
            raise LookupError(path)
        return self._inputs.search.file(path)

    def checker_files(self) -> Mapping[str, str]:
        """Give what stands for each file of the checker for the browser, by its path; none where it is not shipped."""
        self._ask("checker_files")
        return self._inputs.checker_files()

    def checker_file(self, path: str) -> bytes:
        """Give a file of the checker for the browser."""
        self._ask("checker_files")
        if self._inputs.checker is None:
            raise LookupError(path)
        return self._inputs.checker.file(path)

    def photo_file(self, photo: str, file: PhotoFile) -> bytes:
        """Give one size of the photo at a path; the file's own path tells its content, so nothing is noted."""
        return self._inputs.photos.photo_file(photo, file)

    def share_picture(self, picture: SharePicture, photo: str = "") -> bytes:
        """Draw what is shown where a link is shared, with the photo at a path; what it says tells all, so nothing is noted."""
        return self._inputs.drawings.share_picture(picture, photo)

    def workbook(self, title: str, tables: Sequence[Table]) -> bytes:
        """Write tables as one workbook; they tell all that is in it, so nothing is noted."""
        return self._inputs.workbook(title, tables)

    def render(self, template: str, view: object) -> bytes:
        """Fill a template of a page with a view."""
        self._ask("template", template)
        return self._renderer.render(template, view)

    def _ask(self, name: str, *key: str) -> None:
        self._asked[-1][(name, *key)] = None

    @cached_property
    def _renderer(self) -> Renderer:
        return Renderer(self._inputs.framed_templates, self._inputs.host.assets, self._inputs.compiled)
