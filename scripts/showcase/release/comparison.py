"""Two releases are compared by their `duong-dan.json`: what was promised is there still, or leads by one step to what is.

What is lost beside something that is still there (a file of a model, the photo that another replaced) can be led on from
there, so a line of the ledger is proposed for it. All else only people can give back.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from showcase.record.addresses import KINDS, PublishedPage, is_address
from showcase.views.address import DATA_VERSION

MOST_BYTES = 64 * 1024 * 1024
"""Of a `duong-dan.json`: ten times what 13,663 models have."""
_FURTHER = re.compile(r"/trang-\d+/$")
_PHOTO = re.compile(r"anh/[^/]+")
_FEW = 10
"""Addresses of one shape that may go at once, be it most of them."""


class DamagedListError(Exception):
    """What was read is no `duong-dan.json` of this version."""


class Promise(NamedTuple):
    """What a promised address belongs to, and to which it leads; '' where it stands for itself."""

    about: str
    leads_to: str = ""


class Promises(NamedTuple):
    """What a release promises: addresses, and for each kind of page its anchors."""

    addresses: Mapping[str, Promise]
    anchors: Mapping[str, frozenset[str]]


class Lost(NamedTuple):
    """What was promised and is no more: addresses in groups of one shape, whole kinds of them, anchors; ids that others have taken."""

    addresses: tuple[tuple[str, ...], ...]
    anchors: tuple[str, ...]
    taken: tuple[str, ...]
    led_on: tuple[PublishedPage, ...]
    """Lines of the ledger, by which the next build leads on from what was lost besides."""

    @property
    def is_final(self) -> bool:
        """Whether something is lost that no line of a ledger gives back."""
        return bool(self.addresses or self.anchors or self.taken)


def read_promises(data: bytes) -> Promises:
    """Read a `duong-dan.json`, of before files had a place there too; raises DamagedListError where it is none."""
    try:
        read = json.loads(data)
        if read["phien_ban"] != DATA_VERSION:
            raise DamagedListError(read["phien_ban"])
        addresses = dict(_promises(read["duong_dan"], read.get("tep_kem", [])))
        anchors = {str(kind): frozenset(map(str, names)) for kind, names in read.get("neo", {}).items()}
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError) as error:
        raise DamagedListError(str(error)) from error
    return Promises(addresses, anchors)


def _promises(rows: Iterable[Mapping[str, object]], kinds: list[list[str]]) -> Iterator[tuple[str, Promise]]:
    for row in rows:
        where, about = str(row["duong_dan"]), str(row["thuoc_ve"])
        yield where, Promise(about, str(row.get("dan_toi", "")))
        for name in kinds[int(str(row["kem"]))] if "kem" in row else ():
            yield f"{where}{name.replace('*', about.partition(':')[2])}", Promise(about)
        for photo in row.get("anh", ()):  # type: ignore[attr-defined] # TypeError tells of anything else
            yield str(photo), Promise(about)


def compare(before: Promises, now: Promises, today: date) -> Lost:
    """Find what was promised before and is now neither there nor one step away."""
    gone = [where for where in before.addresses if not (_FURTHER.search(where) or _is_kept(where, now))]
    led_on = {where: line for where in gone if (line := _line(where, before, now, today))}
    for shape, group in _by_shape(gone).items():
        if len(group) > max(_FEW, _shapes(before)[shape] // 2):
            led_on = {where: line for where, line in led_on.items() if where not in group or _PHOTO.fullmatch(where)}
    final = [where for where in gone if where not in led_on]
    return Lost(
        addresses=tuple(tuple(sorted(group)) for _, group in sorted(_by_shape(final).items())),
        anchors=tuple(_lost_anchors(before, now)),
        taken=tuple(where for where, promise in before.addresses.items() if _is_taken(where, promise, now)),
        led_on=tuple(led_on.values()),
    )


def _is_kept(where: str, now: Promises) -> bool:
    """Tell whether an address is there, or leads by one step to one that is."""
    promise = now.addresses.get(where)
    if promise is None or not promise.leads_to:
        return promise is not None
    target = now.addresses.get(promise.leads_to)
    return target is not None and not target.leads_to


def _is_taken(where: str, before: Promise, now: Promises) -> bool:
    """Tell whether an id that led elsewhere is by now that of something else, while that to which it led still stands."""
    kind, *rest = where.split("/")
    here, there = now.addresses.get(where), now.addresses.get(before.leads_to)
    is_page = kind in KINDS and len(rest) == 2 and not rest[1]
    return bool(is_page and before.leads_to and here and there) and not (here.leads_to or there.leads_to)  # type: ignore[union-attr]


def _line(where: str, before: Promises, now: Promises, today: date) -> PublishedPage | None:
    """Give the line of the ledger by which a lost address leads on: a photo to its model, all else to the page above it."""
    if not is_address(where):
        return None
    if _PHOTO.fullmatch(where):
        kind, _, owner = before.addresses[where].about.partition(":")
        return PublishedPage(where, today, owner) if f"{kind}/{owner}/" in now.addresses else None
    levels = where.rstrip("/").split("/")[:-1]
    least = 1 if where.endswith("/") else 0
    above = ("".join(f"{level}/" for level in levels[:count]) for count in range(len(levels), least, -1))
    return PublishedPage(where, today, "") if any(page in now.addresses for page in above) else None


def _lost_anchors(before: Promises, now: Promises) -> Iterator[str]:
    for kind, names in sorted(before.anchors.items()):
        yield from (f"{kind}: #{name}" for name in sorted(names - now.anchors.get(kind, frozenset())))


def _by_shape(addresses: Iterable[str]) -> dict[str, set[str]]:
    found = defaultdict[str, set[str]](set)
    for where in addresses:
        found[_shape(where)].add(where)
    return found


def _shapes(promises: Promises) -> Counter[str]:
    return Counter(map(_shape, promises.addresses))


def _shape(where: str) -> str:
    """Give an address with `*` for the key of what it belongs to, so that all of a kind are alike."""
    levels = where.split("/")
    keys = slice(1, -1 if levels[0] == "dia-phuong" else 2)
    levels[keys] = ["*" for _ in levels[keys]]
    return "/".join(levels)
