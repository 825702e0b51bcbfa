"""The sitemap (https://www.sitemaps.org/protocol.html), by which search engines find every page, and `robots.txt`, which names it.

An index leads to parts. All lie at the site's root, for one may name only what lies below it. What was published in a month stays
in its part, so a new model changes one of them. When a page changed last is said by the records; of a page that none tells of,
nothing is. Further pages of long lists are left out: what they list is there itself.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, tostring

from showcase.publish.context import Context
from showcase.publish.facts import catalogue, listings
from showcase.publish.output import Output
from showcase.record.addresses import DOCUMENT, EVENT, MODEL
from showcase.record.summary import Summary
from showcase.views import address
from showcase.views.page import SiteFacts
from showcase.views.picture import photo_picture

INDEX, ROBOTS = "sitemap.xml", "robots.txt"
MOST = 50_000
"""Pages that a part may have."""
_LIST, _TREE, _OTHERS = "danh-sach", "lan-toa", "trang"
_FURTHER = re.compile(r"/trang-\d+/$")
_PAGES = "http://www.sitemaps.org/schemas/sitemap/0.9"
_PICTURES = "http://www.google.com/schemas/sitemap-image/1.1"


class Entry(NamedTuple):
    """A page: its address, the day of its last change as `date.toordinal` counts or 0, the paths of its pictures."""

    address: str
    changed: int = 0
    pictures: tuple[str, ...] = ()


Parts = Mapping[str, tuple[Entry, ...]]
"""The pages of each part, by its path."""


def is_listed(output: Output) -> bool:
    """Tell whether an output is a page that search engines are led to."""
    return bool(output.about) and output.is_indexed and not _FURTHER.search(f"/{output.address}")


def part_paths(context: Context, pages: Iterable[Output]) -> Iterator[str]:
    """Yield the paths of the parts that these pages fill, without a look at what the records say of each."""
    summaries = context.summaries()
    for name, count in Counter(_part_of(page, summaries) for page in pages).items():
        yield from (_path(name, number) for number in range(-(-count // MOST)))


def make_parts(context: Context, pages: Iterable[Output]) -> Parts:
    """Give the parts with what the records say of each page."""
    entry, found = _Entries(context), defaultdict[str, list[Entry]](list)
    for page in pages:
        if not _says_noindex(context, page):
            found[_part_of(page, entry.summaries)].append(entry.of(page))
    parts: dict[str, tuple[Entry, ...]] = {}
    for name, entries in sorted(found.items()):
        entries.sort()
        for number in range(-(-len(entries) // MOST)):
            parts[_path(name, number)] = tuple(entries[number * MOST : (number + 1) * MOST])
    return parts


def in_brief(parts: Parts) -> tuple[tuple[str, int], ...]:
    """Give the path of each part, and the day of the last change in it."""
    return tuple((path, max(entry.changed for entry in entries)) for path, entries in parts.items())


def index_file(parts: Iterable[tuple[str, int]], site: SiteFacts) -> bytes:
    """Write the index of parts in brief."""
    root = Element("sitemapindex", {"xmlns": _PAGES})
    for path, changed in parts:
        _tell(SubElement(root, "sitemap"), path, changed, site)
    return _written(root)


def part_file(entries: Iterable[Entry], site: SiteFacts) -> bytes:
    """Write a part."""
    root = Element("urlset", {"xmlns": _PAGES, "xmlns:image": _PICTURES})
    for entry in entries:
        url = SubElement(root, "url")
        _tell(url, entry.address, entry.changed, site)
        for picture in entry.pictures:
            SubElement(SubElement(url, "image:image"), "image:loc").text = site.absolute(picture)
    return _written(root)


def robots_file(site: SiteFacts) -> bytes:
    """Write `robots.txt`: everything may be read. Robots look for it at the root of a host and nowhere else."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site.absolute(INDEX)}\n".encode()


class _Entries:
    """What the records say of pages."""

    def __init__(self, context: Context) -> None:
        self.summaries = context.summaries()
        self._everything, self._lists = context.shared(catalogue), context.shared(listings)
        self._events = {f"{EVENT}:{event.id}": event for event in self._everything.events}
        self._days = dict(self._known_days())
        self._last = max(map(_day, self._everything.models), default=0)

    def of(self, page: Output) -> Entry:
        """Give the entry of a page."""
        kind, _, key = page.about.partition(":")
        if page.address == address.HOME:
            return Entry(page.address, self._last)
        if event := self._events.get(page.about):
            return Entry(
                page.address, self._days[page.about], tuple(photo_picture(one, event.id).src for one in event.photos)
            )
        if page.about in self._days or kind in (EVENT, DOCUMENT) or key not in self.summaries:
            return Entry(page.address, self._days.get(page.about, 0))
        model = self.summaries[key]
        pictures = (photo_picture(photo, key).src for photo in model.pictures()) if kind == MODEL else ()
        return Entry(page.address, _day(model), tuple(pictures))

    def _known_days(self) -> Iterator[tuple[str, int]]:
        for where, listing in self._lists.items():
            yield f"{_LIST}:{where}", max(map(_day, listing.models), default=0)
        for about, event in self._events.items():
            yield about, (event.updated or event.published).toordinal()
        for document in self._everything.documents:
            yield f"{DOCUMENT}:{document.id}", document.published.toordinal()
        for family in self._everything.families:
            yield f"{_TREE}:{family.root.id}", max(_day(member.model) for member in family.members)


def _day(model: Summary) -> int:
    return model.updated or model.published


def _part_of(page: Output, summaries: Mapping[str, Summary]) -> str:
    """Name the part that a page stands in: of what is about a model, by kind and month of publication."""
    kind, _, key = page.about.partition(":")
    if kind in (EVENT, DOCUMENT, _LIST):
        return kind
    if key not in summaries:
        return _OTHERS
    return f"{kind}-{date.fromordinal(summaries[key].published).isoformat()[:7]}"


def _says_noindex(context: Context, page: Output) -> bool:
    """Tell whether a page that was written by hand wants not to be found."""
    return page.path in context.host_files() and b'content="noindex"' in context.host_file(page.path)


def _path(name: str, number: int) -> str:
    return f"sitemap-{name}.xml" if number == 0 else f"sitemap-{name}-{number + 1}.xml"


def _tell(element: Element, path: str, changed: int, site: SiteFacts) -> None:
    SubElement(element, "loc").text = site.absolute(path)
    if changed:
        SubElement(element, "lastmod").text = date.fromordinal(changed).isoformat()


def _written(root: Element) -> bytes:
    data: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return data + b"\n"
