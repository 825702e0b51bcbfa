"""Renewing a site reads like a table of contents: check, host, pages, search, seal."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from showcase.build.checking import Checked, check_models
from showcase.build.engine import publish
from showcase.build.intake import survey
from showcase.build.ledger import mark_of_site
from showcase.build.looking import Look, mark_of_all, mark_of_rest, standing_but_for_models
from showcase.build.order import Built, Manner, Progress, Published
from showcase.build.seal import Seal, is_settled, write_seal
from showcase.build.search_index import last_index
from showcase.build.searching import current_index, ready_index
from showcase.build.storeroom import Storeroom
from showcase.build.trouble import PhotoTroubleError
from showcase.build.workbench import Workbench
from showcase.build.workforce import Workforce
from showcase.mkdocs.host import make_host
from showcase.photos.store import PhotoStore
from showcase.publish.site import all_outputs, own_outputs
from showcase.record.abbreviations import PATH as ABBREVIATIONS
from showcase.record.catalogue import Catalogue
from showcase.record.photo import PhotoFacts
from showcase.record.photo_advice import explain


def check_folder(models: Path, cache: Path, today: date, project: Path = Path()) -> Checked:
    """Check everything below `models` and the editors' list in `project`, knowing again what is kept in `cache`."""
    seen = survey(models, project / ABBREVIATIONS)
    return check_models(seen, today, PhotoStore(cache / "anh").inspect, Storeroom(cache / "mo-hinh"))


def renew_site(look: Look, today: date, *, progress: Progress) -> Built:
    """Check the models that were seen and bring the site to what they say; see `build_site` for what it raises."""
    order, seen = look.order, look.seen
    photos, storeroom = PhotoStore(order.cache / "anh", cluster=order.cluster), Storeroom(order.cache / "mo-hinh")
    with Workforce() as workforce, ThreadPoolExecutor(1) as aside:
        # What MkDocs renders does not wait until our own processes have read the models.
        hosting = aside.submit(make_host, order.config, order.cache / "host")
        checked = check_models(seen, today, photos.inspect, storeroom, workforce)
        catalogue = checked.catalogue
        if catalogue is None:
            return Built(checked.problems, checked.models, None)
        host = hosting.result()
        rest = look.rest or mark_of_rest(seen, order)  # a first build has none before; later changes break the seal
        workbench = Workbench(host, photos, storeroom, catalogue.vocabularies, compiled=order.cache.absolute() / "mau")
        task = _Task(look, checked, catalogue, workbench, progress, workforce)
        published = _publish_with_search(task) if order.is_searched else _publish_changes(task, Manner.USUAL)
    storeroom.sweep(model.digest for model in (*catalogue.models, *catalogue.withdrawn))
    if published.removed:
        photos.remove_unused(photo.facts for model in catalogue.models for photo in model.pictures())
    if not published.troubles:
        mark = (look.mark or mark_of_all(seen, rest)) if is_settled(seen, look.began) else ""
        counts = checked.models, published.files, published.pages
        site = mark_of_site(order.site)
        seal = Seal(mark, rest, checked.difference.after, site, today.toordinal(), *counts, checked.problems)
        write_seal(order.cache, seal)
    return Built(checked.problems, checked.models, published)


class _Task(NamedTuple):
    """All that publishing takes."""

    look: Look
    checked: Checked
    catalogue: Catalogue
    workbench: Workbench
    progress: Progress
    workforce: Workforce


def _publish_changes(task: _Task, manner: Manner) -> Published:
    """Publish what is different; where only models' own pages can tell of it, nothing else is even compared."""
    difference = task.checked.difference
    if difference.own is None or not (seal := standing_but_for_models(task.look, difference.before)):
        return _publish_all(task, manner)
    outputs, site = own_outputs(difference.own, task.catalogue, task.workbench.edition), task.look.order.site
    own = publish(outputs, site, task.workbench, task.progress, workforce=task.workforce, manner=Manner.SPARING)
    return replace(own, files=seal.files, pages=seal.pages)


def _publish_all(task: _Task, manner: Manner) -> Published:
    """Publish whatever differs from what was published."""
    site = task.look.order.site
    return publish_catalogue(
        task.catalogue, site, task.workbench, task.progress, workforce=task.workforce, manner=manner
    )


def _publish_with_search(task: _Task) -> Published:
    """Publish the pages first, for which a reader waits, and then the search, which takes 40 s at 13,663 models.

    Until then the search finds what it found, so nothing that it may lead to is removed before.
    """
    folder, abbreviations = task.look.order.cache / "tim", task.checked.abbreviations
    index = current_index(task.catalogue, abbreviations, folder)
    if index:
        return _publish_changes(task._replace(workbench=replace(task.workbench, index=index)), Manner.USUAL)
    first = replace(task.workbench, index=last_index(folder))
    pages = _publish_changes(task._replace(workbench=first), Manner.SPARING)
    index = ready_index(task.catalogue, abbreviations, task.workbench.storeroom, folder, task.workforce)
    both = _publish_all(task._replace(workbench=replace(task.workbench, index=index)), Manner.USUAL)
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
    """Make the renditions that are missing, then publish the catalogue with what the host made; see `publish` for the rest.

    Where the work is given to somebody else's executor, each rendition is made there, as its output is.
    """
    host = workbench.host
    is_ours = workforce is None or not workforce.is_given
    photos = (
        (Path(model.path).parent / photo.file, photo.facts)
        for model in catalogue.models
        if is_ours
        for photo in model.pictures()
    )
    for path, fault in workbench.photos.make_renditions(photos).items():
        message = f"{path}: {explain(PhotoFacts(path.name, fault=fault))}"
        raise PhotoTroubleError(message)
    index = workbench.index.files() if workbench.index else {}
    outputs = all_outputs(catalogue, host.site, host.files, host.hashes, workbench.edition, index)
    return publish(outputs, site, workbench, progress, workforce=workforce, manner=manner)
