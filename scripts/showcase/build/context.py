"""The context answers what is asked from the inputs, remembers every fact that it found, and writes down who asked what."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any, Concatenate, NamedTuple, ParamSpec, TypeVar, cast

from jinja2 import FileSystemBytecodeCache
from jinja2 import __version__ as jinja_version

from showcase.build.gazetteer import load_gazetteer
from showcase.build.inputs import Inputs, key_of
from showcase.publish.context import Context, Settings
from showcase.publish.renderer import Renderer
from showcase.record.abbreviations import Abbreviation
from showcase.record.model import Model
from showcase.record.photo import Rendition
from showcase.record.reference import Reference
from showcase.record.report import Report
from showcase.record.summary import Summary
from showcase.words.digest import digest_of

Key = ParamSpec("Key")
Value = TypeVar("Value")


class Found(NamedTuple):
    """A fact that was found: what stands for its value, and the keys of what it asked, in that order."""

    digest: str
    reads: tuple[str, ...]


class RecordingContext:
    """Answers whoever makes outputs; one for all outputs of a build in a process."""

    def __init__(self, inputs: Inputs) -> None:
        """Take the inputs; everything else is found when it is asked for."""
        self.inputs = inputs
        self.found: dict[str, Found] = {}
        self._values: dict[str, Any] = {}
        self._shared: dict[Callable[..., Any], tuple[Any, dict[str, None]]] = {}
        self._asked: list[dict[str, None]] = [{}]
        self._names: dict[Callable[..., Any], str] = {}

    def take_found(self) -> dict[str, Found]:
        """Give the facts that were found since this was asked last."""
        found, self.found = self.found, {}
        return found

    def record(self, work: Callable[[], Value]) -> tuple[Value, tuple[str, ...]]:
        """Do something; give what it gave, and the keys of all that it asked."""
        self._asked.append({})
        try:
            value = work()
        finally:
            reads = self._asked.pop()
        return value, tuple(reads)

    def fact(self, find: Callable[Concatenate[Context, Key], Value], /, *key: Key.args, **_: Key.kwargs) -> Value:
        """Give the value of a fact, found once."""
        name = self._names.get(find) or self._name(find)
        text = f"{name} {key!r}"
        self._asked[-1][text] = None
        if text not in self._values:
            value, reads = self.record(lambda: find(self, *key))  # type: ignore[call-arg] # no fact has keywords
            self._values[text] = value
            self.found[text] = Found(digest_of(value), reads)
        return cast("Value", self._values[text])

    def shared(self, find: Callable[[Context], Value], /) -> Value:
        """Give what is made of many facts, made once."""
        if find not in self._shared:
            self._asked.append({})
            try:
                value = find(self)
            finally:
                reads = self._asked.pop()
            self._shared[find] = value, reads
        value, reads = self._shared[find]
        self._asked[-1].update(reads)
        return cast("Value", value)

    @property
    def settings(self) -> Settings:
        """The settings."""
        self._ask("settings")
        return self.inputs.settings

    @property
    def reference(self) -> Reference:
        """The vocabularies and the gazetteer; the gazetteer is part of the code's edition."""
        self._ask("vocabularies")
        return self._reference

    def summaries(self) -> Mapping[str, Summary]:
        """Give the summaries of all models by id."""
        self._ask("summaries")
        return self.inputs.summaries

    def summary(self, model_id: str) -> Summary:
        """Give the summary of a model."""
        self._ask("summary", model_id)
        return self.inputs.summaries[model_id]

    def model(self, model_id: str) -> Model:
        """Give a whole model."""
        self._ask("model", model_id)
        return self.inputs.model(model_id)

    def rows(self) -> Iterator[bytes]:
        """Yield the open data of the models on show."""
        self._ask("rows")
        return self.inputs.rows()

    def reports(self) -> tuple[Report, ...]:
        """Give the official figures."""
        self._ask("reports")
        return self.inputs.reports

    def host_files(self) -> tuple[str, ...]:
        """Give the paths of the files that the host made."""
        self._ask("host_files")
        return tuple(self.inputs.host.files)

    def host_file(self, path: str) -> bytes:
        """Give a file that the host made."""
        self._ask("host_file", path)
        return self.inputs.host_file(path)

    def script_hashes(self) -> tuple[str, ...]:
        """Give the hashes of the inline scripts that the policy lets run."""
        self._ask("script_hashes")
        return self.inputs.host.hashes

    def search_files(self) -> Mapping[str, str]:
        """Give the digest of each file of the search."""
        self._ask("search_files")
        return self.inputs.search.files if self.inputs.search else {}

    def search_file(self, path: str) -> bytes:
        """Give a file of the search."""
        self._ask("search_file", path)
        if self.inputs.search is None:
            raise LookupError(path)
        return self.inputs.search.file(path)

    def abbreviations(self) -> tuple[Abbreviation, ...]:
        """Give the editors' abbreviations."""
        self._ask("abbreviations")
        return self.inputs.abbreviations

    def picture(self, photo: str, rendition: Rendition) -> bytes:
        """Give one size of a photo; its path tells its content, so nothing is noted."""
        return self.inputs.photos.rendition(photo, rendition)

    def render(self, template: str, view: object) -> bytes:
        """Fill a template."""
        self._ask("template", template)
        return self._renderer.render(template, view)

    def _ask(self, name: str, *key: str) -> None:
        self._asked[-1][key_of(name, *key)] = None

    def _name(self, find: Callable[..., Any]) -> str:
        self._names[find] = name = f"{find.__module__}.{find.__qualname__}"
        return name

    @cached_property
    def _reference(self) -> Reference:
        return Reference(self.inputs.vocabularies, load_gazetteer())

    @cached_property
    def _renderer(self) -> Renderer:
        """The renderer; compiled templates are kept, which Jinja believes while their sources are the same."""
        if self.inputs.compiled is None:
            return Renderer(self.inputs.templates)
        folder = self.inputs.compiled / jinja_version
        folder.mkdir(parents=True, exist_ok=True)
        return Renderer(self.inputs.templates, FileSystemBytecodeCache(str(folder)))
