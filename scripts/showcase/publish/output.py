"""An output is one file of the site: its path, the fingerprint of all it depends on, and the recipe of its bytes.

Recipes are pure and can be pickled: a module's function with its arguments. What they need of the world (a frame, a
photo's bytes, a whole model) they ask of the `Hands`, so that a test can pass its own. A recipe is written out only when
its output is due: of 43,000 outputs most are not.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

from showcase.record.model import Model
from showcase.record.photo import Rendition
from showcase.record.reference import Reference
from showcase.views.page import SiteFacts


class Hands(Protocol):
    """What recipes may ask for."""

    @property
    def reference(self) -> Reference:
        """The words and the places of the catalogue."""
        ...

    @property
    def site(self) -> SiteFacts:
        """What the site says of itself."""
        ...

    def page(self, template: str, view: object) -> bytes:
        """Fill a template of a page, or of a drawing, with a view."""
        ...

    def model(self, digest: str) -> Model:
        """Give the model that a brief's digest stands for."""
        ...

    def lines(self, digests: Sequence[str]) -> Iterator[bytes]:
        """Yield the lines of open data of models, in their order."""
        ...

    def photo(self, source: str, rendition: Rendition) -> bytes:
        """Give one size of the photo at a path."""
        ...

    def host_file(self, path: str) -> bytes:
        """Give a file that MkDocs made, its policy filled in."""
        ...

    def index_file(self, path: str) -> bytes:
        """Give a file of the search index."""
        ...


Recipe = Callable[[Hands], bytes]


class Amendment(NamedTuple):
    """How a file is made out of the one that was made from `fingerprint`, where it is long and few of its parts are new.

    `changes` yields (old part, new part) in their order; a LookupError says that one is not known any more.
    """

    fingerprint: str
    changes: Callable[[Hands], Iterable[tuple[bytes, bytes]]]


class Output(NamedTuple):
    """One file; `about` says what a page's address belongs to (`mo-hinh:ID`), '' for files that are no pages.

    One that `names_others` by their paths is put in place after them. What an `amendment` makes is what the recipe makes.
    """

    path: str
    fingerprint: str
    write_recipe: Callable[[], Recipe]
    about: str = ""
    names_others: bool = False
    amendment: Amendment | None = None

    @property
    def recipe(self) -> Recipe:
        """The recipe, written out now."""
        return self.write_recipe()

    @property
    def address(self) -> str:
        """The address of a page: its path without `index.html`."""
        return self.path.removesuffix("index.html")
