"""The inputs are all that a site is made of, each part under a key with what stands for it: none is made of another."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from jinja2 import BytecodeCache

from showcase.publish.allowances import allowance_at, allowances
from showcase.publish.policy import PLACEHOLDER, USUAL, Allowance, policy
from showcase.publish.renderer import FRAME, template_digests
from showcase.record.abbreviations import Abbreviation
from showcase.record.addresses import PublishedPage
from showcase.record.document import Document
from showcase.record.event import Event
from showcase.record.model import Model
from showcase.record.photo_file import PhotoFile
from showcase.record.reference import Reference
from showcase.record.report import Report
from showcase.record.summary import Summary
from showcase.views.page import SiteFacts
from showcase.views.share_picture import SharePicture
from showcase.views.table import Table
from showcase.words.digest import digest_of

FactKey = tuple[object, ...]
"""What an input, or any fact, is known by: its name, and the texts and numbers that it is asked with."""


class Settings(NamedTuple):
    """What the operator set: what the site says of itself, the models folder as editors know it, whether there is a search.

    `is_lenient` is for `mkdocs serve`, whose live reload is an inline script: the policy then lets inline scripts run.
    """

    site: SiteFacts
    models_folder: str
    is_searched: bool = False
    is_lenient: bool = False


class Models(Protocol):
    """Where whole models are found by the digest of their source; LookupError where one is not there."""

    def model(self, digest: str) -> Model:
        """Give a whole model."""
        ...

    def rows(self, digests: Sequence[str]) -> Iterator[bytes]:
        """Yield the open data of models, a JSON object each."""
        ...

    def table_rows(self, digests: Sequence[str]) -> Iterator[bytes]:
        """Yield the rows that models add to the tables of the open data, a JSON object each."""
        ...


class Photos(Protocol):
    """Where pictures are found."""

    def photo_file(self, photo: str, file: PhotoFile, /) -> bytes:
        """Give one size of the photo at a path, as readers get it."""
        ...


class Drawings(Protocol):
    """Where pictures are drawn of what is to stand on them."""

    def share_picture(self, picture: SharePicture, photo: str, /) -> bytes:
        """Give what is shown where a link is shared, as a file, with the photo at a path where one is on it."""
        ...


class Files(Protocol):
    """Files that somebody else made: the host, or the search; the digest of each by its path in the site."""

    @property
    def files(self) -> Mapping[str, str]:
        """The digests."""
        ...

    def file(self, path: str) -> bytes:
        """Give the bytes of a file."""
        ...


class Host(Files, Protocol):
    """What the host made: its files, the frame, the hashes of the inline scripts."""

    @property
    def frame(self) -> str:
        """The page that ours are filled into."""
        ...

    @property
    def hashes(self) -> tuple[str, ...]:
        """The hashes of the inline scripts."""
        ...

    @property
    def assets(self) -> Mapping[str, str]:
        """The paths of styles and scripts, which tell their content, by those that templates know them by."""
        ...


@dataclass(frozen=True)
class Inputs:
    """Values that can go to another process; what is costly is read there when it is first asked for.

    `workbook` writes tables as one file, given what they are about.
    `digests` has for each id what stands for the whole model and for its summary, `row_digests` for its rows of tables, where
    that is known; `templates` are sources by name;
    `year` is that of the build: of its day nothing more is asked, so that no page is made again because it is tomorrow.
    """

    summaries: Mapping[str, Summary]
    digests: Mapping[str, tuple[str, str]]
    reports: tuple[Report, ...]
    reference: Reference
    settings: Settings
    templates: Mapping[str, str]
    host: Host
    models: Models
    photos: Photos
    drawings: Drawings
    workbook: Callable[[str, Sequence[Table]], bytes]
    year: int
    row_digests: Mapping[str, str] = field(default_factory=dict)
    documents: tuple[Document, ...] = ()
    events: tuple[Event, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
    published_pages: tuple[PublishedPage, ...] = ()
    published_files: tuple[PublishedPage, ...] = ()
    search: Files | None = None
    checker: Files | None = None
    """What is shipped of the checker for the browser."""
    compiled: BytecodeCache | None = None
    """Where compiled templates are kept."""

    @property
    def events_on_show(self) -> tuple[Event, ...]:
        """The events but those that were taken down."""
        return tuple(event for event in self.events if not event.takedown)

    def policy(self, path: str) -> str:
        """Give the Content-Security-Policy of the page at a path."""
        return self._policy(allowance_at(path, allowances(self.settings.site)))

    @property
    def framed_templates(self) -> dict[str, str]:
        """The sources of the templates, the frame among them, with the policies of all pages that fill it."""
        said = self._policy(USUAL)
        for folder, allowed in allowances(self.settings.site).items():
            more = self._policy(allowed)
            said = f'{{% if page.head.address.startswith("{folder}") %}}{more}{{% else %}}{said}{{% endif %}}'
        return {**self.templates, FRAME: self.host.frame.replace(PLACEHOLDER, said)}

    def rows(self) -> Iterator[bytes]:
        """Yield the open data of the models on show, in the order of their ids."""
        return self.models.rows([self.digests[model_id][0] for model_id in self._shown()])

    def table_rows(self) -> Iterator[bytes]:
        """Yield what the models on show add to the tables of the open data, in the order of their ids."""
        return self.models.table_rows([self.digests[model_id][0] for model_id in self._shown()])

    def host_file(self, path: str) -> bytes:
        """Give a file that the host made, its policy filled in."""
        data = self.host.file(path)
        return data.replace(PLACEHOLDER.encode(), self.policy(path).encode()) if path.endswith(".html") else data

    def search_files(self) -> Mapping[str, str]:
        """Give the digest of each file of the search by its path; none where there is no search."""
        return self.search.files if self.search else {}

    def checker_files(self) -> Mapping[str, str]:
        """Give the digest of each file of the checker for the browser by its path; none where it is not shipped."""
        return self.checker.files if self.checker else {}

    def keys(self) -> dict[FactKey, str]:
        """Give what stands for each input, by its key."""
        summaries = "".join([f"{model_id} {digest}\n" for model_id, (_, digest) in sorted(self.digests.items())])
        shown = self._shown()
        found: dict[FactKey, str] = {
            ("settings",): digest_of(self.settings),
            ("reference",): digest_of(self.reference.vocabularies),  # the gazetteer is part of the code's edition
            ("reports",): digest_of(self.reports),
            ("documents",): digest_of(self.documents),
            ("events",): digest_of(self.events),
            ("year",): str(self.year),
            ("abbreviations",): digest_of(self.abbreviations),
            ("published_pages",): digest_of(self.published_pages),
            ("published_files",): digest_of(self.published_files),
            ("script_hashes",): digest_of(self.host.hashes),
            ("host_files",): digest_of(list(self.host.files)),
            ("search_files",): digest_of(list(self.search_files())),
            ("checker_files",): digest_of(list(self.checker_files().items())),
            ("summaries",): digest_of(summaries),
            ("rows",): digest_of("".join([self.digests[model_id][0] for model_id in shown])),
            ("table_rows",): digest_of("".join(map(self._rows_digest, shown))),
        }
        for model_id, (model, summary) in self.digests.items():
            found[("model", model_id)] = model
            found[("summary", model_id)] = summary
            found[("table_rows", model_id)] = self._rows_digest(model_id)
        for name, digest in template_digests(self.framed_templates, self.host.assets).items():
            found[("template", name)] = digest
        for path, digest in self.host.files.items():
            found[("host_file", path)] = f"{digest}{digest_of(self.policy(path))}" if path.endswith(".html") else digest
        for path, digest in self.search_files().items():
            found[("search_file", path)] = digest
        return found

    def _policy(self, allowed: Allowance) -> str:
        if self.settings.is_lenient:
            return policy((), allowed).replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
        return policy(self.host.hashes, allowed)

    def _rows_digest(self, model_id: str) -> str:
        return self.row_digests.get(model_id) or self.digests[model_id][0]

    def _shown(self) -> list[str]:
        return [model_id for model_id in sorted(self.summaries) if not self.summaries[model_id].taken_down]


def name_of(function: Callable[..., object]) -> str:
    """Give the name under which a function of a module is found in another process, and on another day."""
    return f"{function.__module__}.{function.__qualname__}"
