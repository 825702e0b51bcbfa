"""An edition is the whole site at one moment, none of it made yet: an address finds its output, and only that is made.

The hot ways are short: a model's page is one view, a list one listing. What they do not know is looked up in the table
of all outputs, which is made once for an edition, when first asked for.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import count
from threading import Lock

from showcase.build.workbench import Workbench
from showcase.preview.order import reshelved
from showcase.publish.family_pages import family_pages
from showcase.publish.output import Hands, Output
from showcase.publish.pages import cover_output, former_addresses, list_outputs, model_outputs, single_pages
from showcase.publish.site import all_outputs
from showcase.record.brief import Brief, looks_the_same
from showcase.record.catalogue import Catalogue
from showcase.record.photo import Rendition
from showcase.views import address
from showcase.views.around import Surroundings, make_surroundings
from showcase.views.likeness import Likeness, nature
from showcase.views.list_page import Listing
from showcase.views.listings import all_listings
from showcase.views.shelves import Shelves, make_shelves
from showcase.words.fingerprint import fingerprint

_UNUSED = ""
"""Editions and fingerprints tell a build what it may skip; here nothing is skipped."""

_SINGLE = {address.HOME, address.FIGURES}

_numbers = count()


@dataclass
class Edition:
    """The catalogue as it stands, and the hands to make its pages; `pictures` find a photo by its picture's path."""

    catalogue: Catalogue
    workbench: Workbench
    pictures: Mapping[str, tuple[str, Rendition]]
    ready_shelves: Shelves | None = None
    ready_likeness: Likeness | None = None
    ready_surroundings: Surroundings | None = None
    number: int = field(default_factory=_numbers.__next__)
    _table_lock: Lock = field(default_factory=Lock)

    @cached_property
    def shelves(self) -> Shelves:
        """The shelves, filled when first asked for."""
        return self.ready_shelves or make_shelves(self.catalogue)

    def shelves_of(self, catalogue: Catalogue, old: Brief | None, new: Brief | None) -> Shelves | None:
        """Give the shelves of a catalogue in which one model is another, if that is cheaper than to fill them anew."""
        filled = self.__dict__.get("shelves", self.ready_shelves)
        return reshelved(filled, old, new, catalogue.models) if filled and old and new else None

    @cached_property
    def surroundings(self) -> Surroundings:
        """What stands round each model, found out when first asked for."""
        return self.ready_surroundings or make_surroundings(self.catalogue, self.shelves, self.ready_likeness)

    def likeness_of(self, old: Brief | None, new: Brief | None) -> Likeness | None:
        """Give who is like whom once one model is another, if that is the same as before; setting it up takes 0.1 s."""
        made = self._surroundings_made
        likeness = made.likeness if made else self.ready_likeness
        return likeness if old and new and nature(old) == nature(new) else None

    def surroundings_of(self, old: Brief | None, new: Brief | None) -> Surroundings | None:
        """Give what stands round each model once one is another that looks the same to all; to find it out takes 0.1 s."""
        return self._surroundings_made if old and new and looks_the_same(old, new) else None

    @property
    def _surroundings_made(self) -> Surroundings | None:
        return self.__dict__.get("surroundings", self.ready_surroundings)

    @cached_property
    def look(self) -> str:
        """A mark of all files that pages share: another style sheet is another look of every page."""
        shared = sorted(item for item in self.workbench.host.files.items() if not item[0].endswith(".html"))
        return fingerprint(shared)

    def cover_mark(self, model_id: str) -> str:
        """A mark of a drawn cover, whose address does not tell its content."""
        model = self.catalogue.by_id.get(model_id)
        return model.face if model else ""

    def output(self, where: str) -> Output | None:
        """Find the output of an address: `mo-hinh/ID/` or `assets/trang.css`; '' is the front page."""
        path = f"{where}index.html" if where == "" or where.endswith("/") else where
        if path in self.workbench.host.files:
            return Output(path, _UNUSED, partial(partial, _host_file, path))
        if path in self.pictures:
            return Output(path, _UNUSED, partial(partial, _picture, *self.pictures[path]))
        found = self._model(where) or self._page(where) or self._cover(where)
        return found or (None if _is_model(where) else self._table.get(path))

    def _model(self, where: str) -> Output | None:
        """Find what lies below `mo-hinh/ID/`: a page, its sheet, or what became of it."""
        if not where.startswith(address.MODELS):
            return None
        model_id = where.split("/")[1]
        model = self.catalogue.by_id.get(model_id)
        left = self._left.get(model_id)
        outputs = list(model_outputs(model, self.catalogue, self.surroundings, _UNUSED)) if model else []
        outputs += former_addresses(left, self.workbench.site, _UNUSED) if left else ()
        return next((output for output in outputs if output.address == where), None)

    @cached_property
    def _left(self) -> dict[str, Brief]:
        """The models that an id leads to which is no page of its own: those taken down, and all former ids."""
        everyone = (*self.catalogue.models, *self.catalogue.withdrawn)
        former = {former_id: model for model in everyone for former_id in model.former_ids}
        return former | {model.id: model for model in self.catalogue.withdrawn}

    def _page(self, where: str) -> Output | None:
        """Find a page of a list, or one of which there is one."""
        site = self.workbench.site
        pages: Iterator[Output]
        for listing in self._listings if where else ():
            if where == listing.address or where.startswith(f"{listing.address}trang-"):
                pages = list_outputs(listing, self.catalogue, site, _UNUSED)
                return next((page for page in pages if page.address == where), None)
        if where.startswith(address.SPREADING):
            pages = family_pages(self.catalogue, site, _UNUSED)
            return next((page for page in pages if page.address == where), None)
        if where.startswith((address.FIELDS, address.THEMES, address.PLACES, address.HANDBOOK)) or where in _SINGLE:
            pages = single_pages(self.catalogue, self.shelves, site, _UNUSED)
            return next((page for page in pages if page.address == where), None)
        return None

    @cached_property
    def _listings(self) -> tuple[Listing, ...]:
        return tuple(all_listings(self.catalogue, self.shelves))

    def _cover(self, where: str) -> Output | None:
        """Find a drawn cover, which depends on its model alone."""
        model = self.catalogue.by_id.get(where.rpartition("/")[2].removesuffix(".svg"))
        if model is None or where != address.cover(model.id) or model.photos:
            return None
        return cover_output(model, self.catalogue, _UNUSED)

    @property
    def _table(self) -> Mapping[str, Output]:
        with self._table_lock:
            return self._whole_table

    @cached_property
    def _whole_table(self) -> Mapping[str, Output]:
        host = self.workbench.host
        outputs = all_outputs(self.catalogue, host.site, host.files, host.hashes, _UNUSED)
        return {output.path: output for output in outputs}


def _is_model(where: str) -> bool:
    """Tell whether an address can only be a model's, so that the whole table need not be made to see that it is not there."""
    return where.startswith(address.MODELS) and where.count("/") == 2 and where.endswith("/")


def _host_file(path: str, hands: Hands) -> bytes:
    return hands.host_file(path)


def _picture(source: str, rendition: Rendition, hands: Hands) -> bytes:
    return hands.photo(source, rendition)
