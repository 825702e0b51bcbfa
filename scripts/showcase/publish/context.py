"""A context is all that whoever makes an output may ask; it answers, and notes each question."""

from collections.abc import Callable, Iterator, Mapping
from typing import Concatenate, NamedTuple, ParamSpec, Protocol, TypeVar

from showcase.record.abbreviations import Abbreviation
from showcase.record.model import Model
from showcase.record.photo import Rendition
from showcase.record.reference import Reference
from showcase.record.report import Report
from showcase.record.summary import Summary
from showcase.views.page import SiteFacts

Key = ParamSpec("Key")
Value = TypeVar("Value")


class Settings(NamedTuple):
    """What the operator set: what the site says of itself, the models folder as editors know it, whether there is a search."""

    site: SiteFacts
    models_folder: str
    is_searched: bool


class Context(Protocol):
    """What may be asked. A key that is not there is a LookupError."""

    def fact(self, find: Callable[Concatenate["Context", Key], Value], /, *key: Key.args, **_: Key.kwargs) -> Value:
        """Give the value of a fact: `find(context, *key)`, found once.

        What it asks of the context is remembered with its digest. When one of those answers is another, it is found again;
        where it comes out equal, whatever was made with it stays as it is.
        """
        ...

    def shared(self, find: Callable[["Context"], Value], /) -> Value:
        """Give what `find` makes of many facts, made once; whoever asks depends on all that it was made of."""
        ...

    @property
    def settings(self) -> Settings:
        """The settings."""
        ...

    @property
    def reference(self) -> Reference:
        """The vocabularies and the gazetteer."""
        ...

    def summaries(self) -> Mapping[str, Summary]:
        """Give the summaries of all models by id, those taken down among them."""
        ...

    def summary(self, model_id: str) -> Summary:
        """Give the summary of a model."""
        ...

    def model(self, model_id: str) -> Model:
        """Give a whole model."""
        ...

    def rows(self) -> Iterator[bytes]:
        """Yield the open data of the models on show, a JSON object each, in the order of their ids."""
        ...

    def reports(self) -> tuple[Report, ...]:
        """Give the official figures, the latest year first."""
        ...

    def abbreviations(self) -> tuple[Abbreviation, ...]:
        """Give the editors' abbreviations, which the search understands."""
        ...

    def host_files(self) -> tuple[str, ...]:
        """Give the paths of the files that the host made, sorted."""
        ...

    def host_file(self, path: str) -> bytes:
        """Give a file that the host made, its policy filled in."""
        ...

    def script_hashes(self) -> tuple[str, ...]:
        """Give the hashes of the inline scripts that the policy lets run."""
        ...

    def search_files(self) -> Mapping[str, str]:
        """Give the digest of each file of the search by its path, those that name others last."""
        ...

    def search_file(self, path: str) -> bytes:
        """Give a file of the search."""
        ...

    def picture(self, photo: str, rendition: Rendition) -> bytes:
        """Give one size of the photo at a path."""
        ...

    def render(self, template: str, view: object) -> bytes:
        """Fill a template of a page, or of a drawing, with a view."""
        ...
