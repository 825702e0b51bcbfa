"""Building reads like a table of contents: look, check, host, outputs, publish, seal."""

import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from showcase.publish.output import fingerprint
from showcase.publish.site import all_outputs
from showcase.record.abbreviations import PATH as ABBREVIATIONS
from showcase.record.catalogue import Catalogue
from showcase.record.photo import PhotoFacts, PhotoFault
from showcase.record.photo_advice import explain
from showcase.site.checking import Checked, check_models
from showcase.site.edition import code_edition, template_edition
from showcase.site.engine import Progress, Published, is_whole, publish
from showcase.site.host import host_mark, make_host
from showcase.site.intake import Survey, survey
from showcase.site.photos import PhotoStore
from showcase.site.seal import Seal, is_settled, mark_of_site, read_seal, write_seal
from showcase.site.searching import ready_index
from showcase.site.storeroom import Storeroom
from showcase.site.workbench import Workbench
from showcase.site.workforce import Workforce
from showcase.words.problem import Problem, count_errors


class PhotoTroubleError(Exception):
    """A photo that was sound when it was checked could not be developed; nothing was published."""

    def __init__(self, path: Path, fault: PhotoFault) -> None:
        """Take the photo's file and what went wrong with it."""
        super().__init__(f"{path}: {explain(PhotoFacts(path.name, fault=fault))}")


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be built: of which models and of which configuration of MkDocs, where, with what is kept in `cache`."""

    models: Path
    site: Path
    config: Path
    cache: Path
    is_searched: bool = True


@dataclass(frozen=True, slots=True)
class Built:
    """What a build found and did; `published` is None where errors kept it from publishing."""

    problems: tuple[Problem, ...]
    models: int
    published: Published | None

    @property
    def errors(self) -> int:
        """How many findings stop publication."""
        return count_errors(self.problems)


def check_folder(models: Path, cache: Path, today: date, project: Path = Path()) -> Checked:
    """Check everything below `models` and the editors' list in `project`, knowing again what is kept in `cache`."""
    seen = survey(models, project / ABBREVIATIONS)
    return check_models(seen, today, PhotoStore(cache / "anh").inspect, Storeroom(cache / "mo-hinh"))


def build_site(order: Order, today: date, *, progress: Progress) -> Built:
    """Check the models and bring the site to what they say; where there is an error, the site stays as it is.

    Raises HostError, ForeignFolderError, PhotoTroubleError, PagefindError and OSError.
    """
    began = time.time_ns()
    site, config, cache = order.site, order.config, order.cache
    seen = survey(order.models, config.parent / ABBREVIATIONS)
    mark = _mark(seen, order)
    sealed = read_seal(cache)
    if sealed and _still_holds(sealed, mark, site, today):
        published = Published(sealed.files, 0, 0, sealed.pages)
        return Built(sealed.problems, sealed.models, published)
    workforce = Workforce()
    photos, storeroom = PhotoStore(cache / "anh"), Storeroom(cache / "mo-hinh")
    try:
        checked = check_models(seen, today, photos.inspect, storeroom, workforce)
        catalogue = checked.catalogue
        if catalogue is None:
            return Built(checked.problems, checked.models, None)
        host = make_host(config, cache / "host")
        mark = mark or _mark(seen, order)  # of a first build there is none before; what changes later breaks the seal
        index = None
        if order.is_searched:
            index = ready_index(catalogue, checked.abbreviations, storeroom, cache / "tim", workforce)
        workbench = Workbench(host, photos, storeroom, catalogue.vocabularies, index)
        published = publish_catalogue(catalogue, site, workbench, progress, workforce=workforce)
    finally:
        workforce.dismiss()
    storeroom.sweep(model.digest for model in (*catalogue.models, *catalogue.withdrawn))
    if is_settled(seen, began) and not published.troubles:
        counts = checked.models, published.files, published.pages
        seal = Seal(mark, mark_of_site(site), today.toordinal(), *counts, checked.problems)
        write_seal(cache, seal)
    return Built(checked.problems, checked.models, published)


def _mark(seen: Survey, order: Order) -> str:
    """Stand for all that a site is made of, by how it looks from outside; '' where that cannot be told."""
    host = host_mark(order.config, order.cache / "host")
    if not host:
        return ""
    texts = [(one.path, one.text) for one in (*seen.vocabularies, *seen.reports)]
    folders = "\n".join([f"{path} {stamp}" for path, stamp in seen.folders])
    editions = code_edition(), template_edition()
    return fingerprint(editions, host, seen.root, folders, seen.strays, texts, seen.abbreviations, order.is_searched)


def _still_holds(seal: Seal, mark: str, site: Path, today: date) -> bool:
    """Tell whether there is nothing to do: no rule forbids on a later day what it let pass."""
    return (
        bool(mark)
        and seal.mark == mark
        and today.toordinal() >= seal.day
        and seal.site == mark_of_site(site)
        and is_whole(site)
    )


def publish_catalogue(
    catalogue: Catalogue,
    site: Path,
    workbench: Workbench,
    progress: Progress,
    *,
    workforce: Workforce | None = None,
    fresh: bool = False,
) -> Published:
    """Develop the photos that are new, then publish the catalogue with what the host made.

    Where the work is given to somebody else's executor, each picture is developed there, as its output is made.
    """
    host = workbench.host
    is_ours = workforce is None or not workforce.is_given
    photos = (
        (Path(model.path).parent / photo.file, photo.facts)
        for model in catalogue.models
        if is_ours
        for photo in model.pictures()
    )
    for path, fault in workbench.photos.develop(photos):
        if fault:
            raise PhotoTroubleError(path, fault)
    index = workbench.index.files() if workbench.index else {}
    outputs = all_outputs(catalogue, host.site, host.files, host.hashes, workbench.edition, index)
    return publish(outputs, site, workbench, progress, workforce=workforce, fresh=fresh)
