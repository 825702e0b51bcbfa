"""Renewing a site reads like a table of contents: check, host, pages, search, seal."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from showcase.publish.site import all_outputs
from showcase.record.abbreviations import PATH as ABBREVIATIONS
from showcase.record.catalogue import Catalogue
from showcase.record.photo import PhotoFacts
from showcase.record.photo_advice import explain
from showcase.site.checking import Checked, check_models
from showcase.site.engine import publish
from showcase.site.host import make_host
from showcase.site.intake import survey
from showcase.site.looking import Look, mark_of_sources
from showcase.site.order import Built, Manner, Progress, Published
from showcase.site.photos import PhotoStore
from showcase.site.seal import Seal, is_settled, mark_of_site, write_seal
from showcase.site.search_index import last_index
from showcase.site.searching import current_index, ready_index
from showcase.site.storeroom import Storeroom
from showcase.site.trouble import PhotoTroubleError
from showcase.site.workbench import Workbench
from showcase.site.workforce import Workforce


def check_folder(models: Path, cache: Path, today: date, project: Path = Path()) -> Checked:
    """Check everything below `models` and the editors' list in `project`, knowing again what is kept in `cache`."""
    seen = survey(models, project / ABBREVIATIONS)
    return check_models(seen, today, PhotoStore(cache / "anh").inspect, Storeroom(cache / "mo-hinh"))


def renew_site(look: Look, today: date, *, progress: Progress) -> Built:
    """Check the models that were seen and bring the site to what they say; see `build_site` for what it raises."""
    order, seen = look.order, look.seen
    workforce = Workforce()
    photos, storeroom = PhotoStore(order.cache / "anh"), Storeroom(order.cache / "mo-hinh")
    try:
        checked = check_models(seen, today, photos.inspect, storeroom, workforce)
        catalogue = checked.catalogue
        if catalogue is None:
            return Built(checked.problems, checked.models, None)
        host = make_host(order.config, order.cache / "host")
        mark = look.mark or mark_of_sources(
            seen, order
        )  # of a first build there is none before; later changes break the seal
        workbench = Workbench(host, photos, storeroom, catalogue.vocabularies)
        if order.is_searched:
            published = _publish_with_search(checked, catalogue, look, workbench, progress, workforce)
        else:
            published = publish_catalogue(catalogue, order.site, workbench, progress, workforce=workforce)
    finally:
        workforce.dismiss()
    storeroom.sweep(model.digest for model in (*catalogue.models, *catalogue.withdrawn))
    if is_settled(seen, look.began) and not published.troubles:
        counts = checked.models, published.files, published.pages
        seal = Seal(mark, mark_of_site(order.site), today.toordinal(), *counts, checked.problems)
        write_seal(order.cache, seal)
    return Built(checked.problems, checked.models, published)


def _publish_with_search(
    checked: Checked,
    catalogue: Catalogue,
    look: Look,
    workbench: Workbench,
    progress: Progress,
    workforce: Workforce,
) -> Published:
    """Publish the pages first, for which a reader waits, and then the search, which takes a minute at 13,663 models.

    Until then the search finds what it found, so nothing that it may lead to is removed before.
    """
    site, folder = look.order.site, look.order.cache / "tim"
    index = current_index(catalogue, checked.abbreviations, folder)
    if index:
        return publish_catalogue(catalogue, site, replace(workbench, index=index), progress, workforce=workforce)
    first = replace(workbench, index=last_index(folder))
    pages = publish_catalogue(catalogue, site, first, progress, workforce=workforce, manner=Manner.SPARING)
    index = ready_index(catalogue, checked.abbreviations, workbench.storeroom, folder, workforce)
    both = publish_catalogue(catalogue, site, replace(workbench, index=index), progress, workforce=workforce)
    # What was made twice, such as the page that the search stands on, counts once.
    return replace(both, made=min(pages.made + both.made, both.files))


def publish_catalogue(
    catalogue: Catalogue,
    site: Path,
    workbench: Workbench,
    progress: Progress,
    *,
    workforce: Workforce | None = None,
    manner: Manner = Manner.USUAL,
) -> Published:
    """Develop the photos that are new, then publish the catalogue with what the host made; see `publish` for the rest.

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
            message = f"{path}: {explain(PhotoFacts(path.name, fault=fault))}"
            raise PhotoTroubleError(message)
    index = workbench.index.files() if workbench.index else {}
    outputs = all_outputs(catalogue, host.site, host.files, host.hashes, workbench.edition, index)
    if workforce:
        workforce.hold((*catalogue.models, *catalogue.listed(catalogue.models)))
    return publish(outputs, site, workbench, progress, workforce=workforce, manner=manner)
