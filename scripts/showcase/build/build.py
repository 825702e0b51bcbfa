"""Building reads like a table of contents: scan, nothing to do?, check, what the host makes, update."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from functools import partial

from showcase.build.changes import load_history
from showcase.build.inputs import make_inputs
from showcase.build.ledger import stamp_of_site
from showcase.build.options import Built, Options, Progress, Published
from showcase.build.publish import Publication
from showcase.build.up_to_date import remember, stamp_of_sources, up_to_date
from showcase.build.update import Update, Work
from showcase.checking.check import Checked
from showcase.checking.database import Database, with_database
from showcase.checking.scan import scan_sources
from showcase.checking.whole import check_scan, pool_of
from showcase.mkdocs.checker import checker_of
from showcase.mkdocs.host import Host, host_mark, make_host
from showcase.publish.inputs import Inputs, Settings
from showcase.publish.output import Outputs
from showcase.publish.site import FAMILIES
from showcase.system.package import code_edition, load_templates


def build_site(options: Options, today: date, *, progress: Progress, families: tuple[Outputs, ...] = FAMILIES) -> Built:
    """Check the models and bring the site to what they say; where there is an error, the site stays as it is.

    Raises HostError, ForeignFolderError, LossError, PhotoError, ClusterError and OSError.
    """
    work = partial(_build, options, today, progress, families)
    return with_database(options.cache, code_edition(), work)


def _build(
    options: Options, today: date, progress: Progress, families: tuple[Outputs, ...], database: Database
) -> Built:
    scan = scan_sources(options.models, options.config.parent)
    seen = stamp_of_sources(options, scan, host_mark(options.config, options.cache / "host"), load_templates())
    if built := up_to_date(options, seen, today, database):
        return built
    with pool_of(database) as pool, ThreadPoolExecutor(1) as beside:
        # What MkDocs renders does not wait until our own processes have read the models.
        hosting = beside.submit(make_host, options.config, options.cache / "host")
        checked = check_scan(scan, database, options.cache, today, pool)
        if checked.errors:
            return Built(checked.problems, checked.models, None)
        host = hosting.result()
        inputs = _inputs(checked, host, database, options, today.year)
        publication = Publication(options.site, today.toordinal())
        work = Work(database, pool, options.cache, progress, options.cluster)
        published = update_site(inputs, publication, work, families)
    built = Built(checked.problems, checked.models, published)
    seen = stamp_of_sources(options, scan, host.mark, inputs.templates)  # what it was made of, whatever came meanwhile
    until = min(publication.next_removal, date(today.year + 1, 1, 1).toordinal())  # another year, another page
    remember(options, seen, today, database, built, until)
    return built


def update_site(inputs: Inputs, publication: Publication, work: Work, families: tuple[Outputs, ...]) -> Published:
    """Bring a site to what the inputs say; see `build_site` for what it raises."""
    history = load_history(work.database, "" if publication.stranger else stamp_of_site(publication.site))
    return Update(publication, work, history).run(inputs, families)


def fill_hosts_site(checked: Checked, host: Host, options: Options, today: date, *, is_lenient: bool) -> Published:
    """Fill a site that the host has just filled: all in it is made again; see `build_site` for what it raises.

    `is_lenient` lets inline scripts run, as the live reload of `mkdocs serve` is one.
    """

    def fill(database: Database) -> Published:
        publication = Publication(options.site, today.toordinal(), stranger=True)
        with pool_of(database) as pool:
            # What was known of whole models when all was checked is not in a database that is new.
            found = checked if database.folder else check_scan(checked.scan, database, options.cache, today, pool)
            inputs = _inputs(found, host, database, options, today.year, is_lenient=is_lenient)
            return update_site(inputs, publication, Work(database, pool, options.cache), FAMILIES)

    return with_database(options.cache, code_edition(), fill)


def _inputs(
    checked: Checked, host: Host, database: Database, options: Options, year: int, *, is_lenient: bool = False
) -> Inputs:
    is_searched = options.is_searched and any(
        one.summary and not one.summary.taken_down for one in checked.judgements.values()
    )
    settings = Settings(host.site, checked.scan.root, is_searched, is_lenient)
    checker = checker_of(options.config.parent, options.cache) if host.site.has_checker else None
    return replace(make_inputs(checked, settings, host, database, options.cache, year), checker=checker)
