"""A release writes down what is published: each id, and each other page, that its ledger does not have yet; it only adds.

Where the list of the last release is given, nothing of that may be lost in the site that is to be published: else nothing is
written but the lines by which the next build leads on.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from showcase.build.inputs import make_inputs
from showcase.checking.check import Checked, Checker
from showcase.checking.database import Database, with_database
from showcase.checking.scan import Scan, scan_sources
from showcase.mkdocs.host import Host
from showcase.photos.store import PhotoStore
from showcase.publish import family_pages, list_pages, model_pages
from showcase.publish.context import Context
from showcase.publish.inputs import Settings
from showcase.publish.kept_pages import to_be_kept
from showcase.publish.output import Output
from showcase.record.addresses import (
    ADDRESSES,
    DOCUMENT,
    EVENT,
    MODEL,
    PAGES,
    PublishedId,
    PublishedPage,
    read_ids,
    read_pages,
    with_lines,
)
from showcase.record.summary import Summary
from showcase.release.comparison import Lost, Promises, compare
from showcase.system.package import code_edition
from showcase.system.pool import Pool
from showcase.system.writing import write_if_other
from showcase.views import address
from showcase.views.page import SiteFacts
from showcase.words.problem import Problem, count_errors

_NO_HOST = Host(Path(), files={}, frame="", hashes=(), site=SiteFacts(name="", description=""), assets={})
"""Which addresses there are needs no page of docs/."""
_FAMILIES = (model_pages.outputs, family_pages.outputs, list_pages.outputs)
"""Of pages that come and go with models, whatever the settings are."""


class Comparison(NamedTuple):
    """What the last release promised, and what the site that is to be published does."""

    before: Promises
    now: Promises


class Released(NamedTuple):
    """What was found, and how many ids and pages were added; none where something stands in the way.

    `lost` is what the last release promised and the site does not; `is_old` says that the site is of other models.
    """

    problems: tuple[Problem, ...]
    ids: int = 0
    pages: int = 0
    lost: Lost | None = None
    is_old: bool = False

    @property
    def errors(self) -> int:
        """How many findings stood in the way."""
        return count_errors(self.problems)

    @property
    def is_refused(self) -> bool:
        """Whether this may not be published as it is."""
        return bool(self.errors or self.is_old or (self.lost and (self.lost.is_final or self.lost.led_on)))


def write_ledgers(models: Path, cache: Path, today: date, comparison: Comparison | None = None) -> Released:
    """Add to both ledgers what the site of these models has; raises OSError."""
    return with_database(cache, code_edition(), partial(_write, models, cache, today, comparison))


def _write(models: Path, cache: Path, today: date, comparison: Comparison | None, database: Database) -> Released:
    scan = scan_sources(models, Path())
    with Pool(is_alone=database.folder is None) as pool:
        checked = Checker(today, PhotoStore(cache / "anh").inspect, database, pool).check(scan)
    if checked.errors:
        return Released(checked.problems)
    inputs = make_inputs(checked, Settings(_NO_HOST.site, scan.root), _NO_HOST, database, cache, today.year)
    context = Context(inputs)
    there = [output for outputs in _FAMILIES for output in outputs(context)]
    if comparison:
        if not _is_of(comparison.now, there):
            return Released(checked.problems, is_old=True)
        lost = compare(comparison.before, comparison.now, today)
        if lost.is_final or lost.led_on:
            if not lost.is_final:
                _add(models, scan, PAGES, lost.led_on)
            return Released(checked.problems, lost=lost)
    ids, pages = list(_new_ids(checked, inputs.summaries)), list(_new_pages(checked, context, there, today))
    _add(models, scan, ADDRESSES, ids)
    _add(models, scan, PAGES, pages)
    return Released(checked.problems, len(ids), len(pages))


def _add(models: Path, scan: Scan, name: str, new: Iterable[PublishedId | PublishedPage]) -> None:
    ledger = scan.ledger(name)
    write_if_other(models / name, with_lines(ledger.text if ledger else "", new).encode())


def _is_of(promises: Promises, there: Iterable[Output]) -> bool:
    """Tell whether a site was made of these models: it has just their pages, each for what it is there for."""
    pages = {output.address: output.about for output in there}
    known = {where: promise.about for where, promise in promises.addresses.items()}
    models = {
        where for where, about in known.items() if where == f"{about.replace(':', '/', 1)}/" and about.startswith(MODEL)
    }
    return pages.items() <= known.items() and models <= pages.keys()


def _new_ids(checked: Checked, summaries: Mapping[str, Summary]) -> Iterator[PublishedId]:
    """Yield the ids of models and events, those that they had before among them, and of documents that the ledger does not have."""
    ledger = checked.scan.ledger(ADDRESSES)
    lines = [one for one in read_ids(ledger.text if ledger else "") if isinstance(one, PublishedId)]
    known = {one.id for one in lines if one.kind == MODEL}
    for model in summaries.values():
        day = date.fromordinal(model.published)
        for name in (model.id, *model.former_ids):
            if name not in known:
                yield PublishedId(MODEL, name, day, model.title)
    others = (
        *(
            PublishedId(EVENT, name, event.published, event.title)
            for event in checked.events
            for name in (event.id, *event.former_ids)
        ),
        *(PublishedId(DOCUMENT, document.id, document.published, document.subject) for document in checked.documents),
    )
    there = {(one.kind, one.id) for one in lines}
    yield from (one for one in others if (one.kind, one.id) not in there)


def _new_pages(checked: Checked, context: Context, there: list[Output], today: date) -> Iterator[PublishedPage]:
    ledger = checked.scan.ledger(PAGES)
    known = {one.address for one in read_pages(ledger.text if ledger else "") if isinstance(one, PublishedPage)}
    for where, title in to_be_kept(context, there):
        if where not in known:
            yield PublishedPage(where, today, title)
    models = ((address.model(model.id), model.takedown) for model in context.summaries().values())
    events = ((address.event(event.id), event.takedown) for event in context.events_taken_down())
    for where, takedown in (*models, *events):
        if takedown and where not in known:
            yield PublishedPage(where, takedown.day, "")
