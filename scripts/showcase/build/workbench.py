"""The workbench is the hands that recipes ask for, made once in every process: the press, the darkroom, the host's files."""

import traceback
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import NamedTuple, Protocol

import jinja2
from jinja2 import FileSystemBytecodeCache

from showcase.build.edition import code_edition
from showcase.build.gazetteer import load_gazetteer
from showcase.build.search_index import SearchIndex
from showcase.mkdocs.host import Host
from showcase.photos.store import PhotoStore
from showcase.publish.output import Recipe
from showcase.publish.policy import PLACEHOLDER, policy
from showcase.publish.press import Press
from showcase.record.model import Model
from showcase.record.photo import Rendition
from showcase.record.reference import Reference
from showcase.record.vocabulary import Vocabularies
from showcase.views.broken_page import broken_page
from showcase.views.page import SiteFacts
from showcase.words.fingerprint import fingerprint


def templates_of_package() -> dict[str, str]:
    """Give the sources of our templates by name."""
    return dict(_below(files("showcase") / "templates", ""))


def _below(folder: Traversable, prefix: str) -> Iterable[tuple[str, str]]:
    for entry in sorted(folder.iterdir(), key=lambda item: item.name):
        if entry.is_dir():
            yield from _below(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith((".html", ".svg", ".jinja")):
            yield f"{prefix}{entry.name.removesuffix('.jinja')}", entry.read_text(encoding="utf-8")


class Models(Protocol):
    """Where whole models are found by their digest: the storeroom, or what stands in for it."""

    def model(self, digest: str) -> Model:
        """Give a whole model."""
        ...

    def lines(self, digests: Sequence[str]) -> Iterator[bytes]:
        """Yield the lines of open data of models."""
        ...


@dataclass
class Workbench:
    """Made of plain values, so that it can go to another process; what is costly is made there when first asked for."""

    host: Host
    photos: PhotoStore
    storeroom: Models
    vocabularies: Vocabularies
    index: SearchIndex | None = None
    """Where there is none, the site has no search."""
    templates: dict[str, str] = field(default_factory=templates_of_package)
    compiled: Path | None = None
    """Where compiled templates are kept from build to build."""
    lenient: bool = False
    """For `mkdocs serve`, whose live reload is an inline script: the policy then lets inline scripts run."""

    @property
    def edition(self) -> str:
        """The fingerprint of all that every page depends on: code, ours and others', templates, frame, policy, the site's name."""
        texts = sorted(self.templates.items()), self.host.frame, sorted(self.host.assets.items())
        return fingerprint(code_edition(), texts, self._policy, self.site)

    @property
    def site(self) -> SiteFacts:
        """What the site says of itself."""
        return self.host.site

    @property
    def reference(self) -> Reference:
        """The words and the places."""
        return Reference(self.vocabularies, load_gazetteer())

    @property
    def _policy(self) -> str:
        if self.lenient:
            return policy(()).replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
        return policy(self.host.hashes)

    @cached_property
    def _press(self) -> Press:
        texts = tuple(self.templates.items()), self.host.frame, self._policy, tuple(self.host.assets.items())
        return _press(*texts, self.compiled)

    def __getstate__(self) -> dict[str, object]:
        """Leave behind what the other process makes for itself."""
        return {name: value for name, value in vars(self).items() if name != "_press"}

    def page(self, template: str, view: object) -> bytes:
        """Fill a template with a view."""
        return self._press.page(template, view)

    def model(self, digest: str) -> Model:
        """Give a whole model."""
        return self.storeroom.model(digest)

    def lines(self, digests: Sequence[str]) -> Iterator[bytes]:
        """Yield the lines of open data of models."""
        return self.storeroom.lines(digests)

    def photo(self, source: str, rendition: Rendition) -> bytes:
        """Give one size of a photo, from the store or freshly developed."""
        return self.photos.rendition(source, rendition)

    def host_file(self, path: str) -> bytes:
        """Give a file that MkDocs made, with its policy."""
        data = (self.host.folder / path).read_bytes()
        return data.replace(PLACEHOLDER.encode(), self._policy.encode()) if path.endswith(".html") else data

    def index_file(self, path: str) -> bytes:
        """Give a file of the search index."""
        if self.index is None:
            raise LookupError(path)
        return self.index.file(path)


@lru_cache(maxsize=4)
def _press(
    templates: tuple[tuple[str, str], ...],
    frame: str,
    policy: str,
    assets: tuple[tuple[str, str], ...],
    compiled: Path | None,
) -> Press:
    """Keep the compiled templates of this process, 0.2 s of work: `mkdocs serve` builds again and again with the same."""
    return Press(dict(templates), frame, policy, dict(assets), _kept_below(compiled) if compiled else None)


def _kept_below(folder: Path) -> FileSystemBytecodeCache:
    """Keep compiled templates; Jinja believes them while their sources are the same, and we while it is the same Jinja."""
    mine = folder / jinja2.__version__
    mine.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(mine))


class Made(NamedTuple):
    """The bytes of an output; `trouble` tells why a page could not be made, and the bytes are then a notice."""

    path: str
    data: bytes
    trouble: str = ""


class Due(NamedTuple):
    """An output that is to be made: its path, whose page it is, and its recipe."""

    path: str
    about: str
    recipe: Recipe


def make_outputs(hands: Workbench, due: Sequence[Due]) -> list[Made]:
    """Make outputs, in their order; a page that fails becomes a notice and takes no other with it."""
    return [make_output(hands, one) for one in due]


def make_output(hands: Workbench, due: Due) -> Made:
    """Make one output; raises what its recipe raises, unless it is a page."""
    try:
        return Made(due.path, due.recipe(hands))
    except Exception:
        if not due.about:
            raise
        notice = broken_page(due.path.removesuffix("index.html"), hands.site)
        return Made(due.path, hands.page("broken.html", notice), traceback.format_exc())
