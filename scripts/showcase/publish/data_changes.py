"""What came, changed and went: a file for each month, and the lists of ResourceSync, by which others keep a copy up to date.

The lists are those of ANSI/NISO Z39.99-2017 (https://www.openarchives.org/rs/1.1/resourcesync): sitemaps with a few words more.
They need whole addresses, so a site without one has none.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from html import escape

from showcase.publish.context import Context
from showcase.publish.facts import catalogue
from showcase.publish.model_data import editions
from showcase.publish.open_data import rows_file
from showcase.publish.output import Output
from showcase.views import address
from showcase.views.data_changes import CAME, CHANGED, WENT, Change, all_changes, change_data, month_of
from showcase.views.data_kinds import MODELS
from showcase.words.dates import write_moment

MONTHS = f"{address.DATA}thay-doi/"
CAPABILITIES, RESOURCES, CHANGES = (
    f"{address.DATA}{name}" for name in ("capabilitylist.xml", "resourcelist.xml", "changelist.xml")
)
_WORDS = {CAME: "created", CHANGED: "updated", WENT: "deleted"}
_SPACES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:rs="http://www.openarchives.org/rs/terms/"'
_START = '<?xml version="1.0" encoding="UTF-8"?>\n'


def outputs(context: Context) -> Iterator[Output]:
    """Yield a file for each month in which something happened, and the lists where there is something to list."""
    for month in context.fact(months):
        yield Output(f"{MONTHS}{month}.json", _month, (month,))
    site = context.settings.site
    if site.url and MODELS in site.data:
        yield Output(RESOURCES, _resources)
        yield Output(CHANGES, _changes)
        yield Output(CAPABILITIES, _capabilities, names_others=True)


def changes(context: Context) -> tuple[Change, ...]:
    """Give all changes; shared."""
    return all_changes(context.shared(catalogue))


def months(context: Context) -> tuple[str, ...]:
    """Give the months in which something happened, the first one first."""
    return tuple(dict.fromkeys(month_of(change.day) for change in context.shared(changes)))


def changes_in(context: Context, month: str) -> tuple[Change, ...]:
    """Give the changes of a month."""
    return tuple(change for change in context.shared(changes) if month_of(change.day) == month)


def latest(context: Context) -> date | None:
    """Give the day of the last change, None where nothing ever happened."""
    told = context.shared(changes)
    return told[-1].day if told else None


def changes_of_models(context: Context) -> tuple[Change, ...]:
    """Give the changes of models."""
    return tuple(change for change in context.shared(changes) if change.kind == "mo-hinh")


def _month(context: Context, month: str) -> Iterator[bytes]:
    return rows_file("thay_doi", map(change_data, context.fact(changes_in, month)))


def _resources(context: Context) -> Iterator[bytes]:
    """List the file of each model with its digest; the list is as of the day of the last change."""
    site, summaries = context.settings.site, context.summaries()
    rows = (
        _entry(
            site.absolute(address.model_data(key)),
            f"<lastmod>{summaries[key].changed.isoformat()}</lastmod>"
            f'<rs:md hash="sha-256:{edition.digest}" length="{edition.size}" type="application/json"/>',
        )
        for key, edition in context.shared(editions).items()
    )
    return _list(site.absolute(CAPABILITIES), f'capability="resourcelist" at="{_moment(context)}"', rows)


def _changes(context: Context) -> Iterator[bytes]:
    """List what happened to each model's file, the oldest first; the list is open: it goes on."""
    site, told = context.settings.site, context.fact(changes_of_models)
    rows = (
        _entry(
            site.absolute(address.model_data(change.id)),
            f'<lastmod>{change.day.isoformat()}</lastmod><rs:md change="{_WORDS[change.what]}" datetime="{write_moment(change.day)}"/>',
        )
        for change in told
    )
    start = f' from="{write_moment(told[0].day)}"' if told else f' from="{_moment(context)}"'
    return _list(site.absolute(CAPABILITIES), f'capability="changelist"{start}', rows)


def _capabilities(context: Context) -> Iterator[bytes]:
    site = context.settings.site
    lists = (("resourcelist", RESOURCES), ("changelist", CHANGES))
    rows = (_entry(site.absolute(path), f'<rs:md capability="{name}"/>') for name, path in lists)
    about = escape(site.absolute(address.OPEN_DATA))
    return _list("", 'capability="capabilitylist"', rows, f'<rs:ln rel="describedby" href="{about}"/>')


def _list(up: str, capability: str, rows: Iterable[str], links: str = "") -> Iterator[bytes]:
    above = f'<rs:ln rel="up" href="{escape(up)}"/>' if up else ""
    yield f"{_START}<urlset {_SPACES}>{above}{links}<rs:md {capability}/>\n".encode()
    yield "".join(rows).encode()
    yield b"</urlset>\n"


def _entry(where: str, told: str) -> str:
    return f"<url><loc>{escape(where)}</loc>{told}</url>\n"


def _moment(context: Context) -> str:
    day = context.fact(latest)
    return write_moment(day or date(context.year(), 1, 1))
