"""A look at what a site is made of, from outside: which files there are and how they look, and whether the site stands for them.

No model is read here, and nothing is loaded that reads or makes one: where nothing changed, that would be most of the time.
"""

import pickle
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from showcase.build.edition import code_edition, template_edition
from showcase.build.intake import Listing, Listings, Survey, last_change, survey
from showcase.build.ledger import mark_of_site, write_file
from showcase.build.order import Built, Order, Published
from showcase.build.seal import RACY, Seal, read_seal
from showcase.build.wholeness import Question
from showcase.mkdocs.host import host_mark
from showcase.record.abbreviations import PATH as ABBREVIATIONS
from showcase.words.fingerprint import fingerprint

_LISTINGS = "thu-muc"


@dataclass(frozen=True, slots=True)
class Look:
    """What was to be built, when we looked (nanoseconds), and what there was.

    `mark` stands for all of it, `rest` for all but the models; both are '' if unknown. `is_whole` tells of the site.
    """

    order: Order
    began: int
    seen: Survey
    rest: str
    mark: str
    is_whole: Question


def look_at(order: Order, is_whole: Question) -> Look:
    """Look at the sources of a site."""
    began = time.time_ns()
    known = _read_listings(order.cache)
    seen = survey(order.models, order.config.parent / ABBREVIATIONS, known)
    if seen.listings != known:
        _keep_listings(order, seen.listings, began)
    rest = mark_of_rest(seen, order)
    return Look(order, began, seen, rest, mark_of_all(seen, rest), is_whole)


def mark_of_all(seen: Survey, rest: str) -> str:
    """Stand for all that a site is made of, by how it looks from outside; '' where that cannot be told."""
    folders = "\n".join([f"{path} {stamp}" for path, stamp in seen.folders])
    return fingerprint(rest, folders) if rest else ""


def mark_of_rest(seen: Survey, order: Order) -> str:
    """Stand for all that a site is made of but the models; '' where that cannot be told."""
    host = host_mark(order.config, order.cache / "host")
    if not host:
        return ""
    texts = [(one.path, one.text) for one in (*seen.vocabularies, *seen.reports)]
    editions = code_edition(), template_edition()
    return fingerprint(editions, host, seen.root, seen.strays, texts, seen.abbreviations, order.is_searched)


def still_standing(look: Look, today: date) -> Built | None:
    """Give what the last build found where there is nothing to do: no rule forbids on a later day what it let pass."""
    site = look.order.site
    seal = read_seal(look.order.cache)
    if not (seal and look.mark and seal.mark == look.mark and today.toordinal() >= seal.day):
        return None
    if seal.site != mark_of_site(site) or not look.is_whole():
        return None
    return Built(seal.problems, seal.models, Published(seal.files, 0, 0, seal.pages))


def standing_but_for_models(look: Look, known: str) -> Seal | None:
    """Give the seal of a site that would still stand if the models were what was `known` of them at the start."""
    site, seal = look.order.site, read_seal(look.order.cache)
    if not (seal and look.rest and seal.rest == look.rest and seal.known == known):
        return None
    return seal if seal.site == mark_of_site(site) and look.is_whole() else None


def _read_listings(cache: Path) -> Listings:
    try:
        rows = pickle.loads((cache / _LISTINGS).read_bytes())  # noqa: S301 - our own file
        return {path: Listing(*row) for path, row in rows}
    except (OSError, ValueError, TypeError, EOFError, AttributeError, pickle.UnpicklingError):
        return {}


def _keep_listings(order: Order, listings: Listings, began: int) -> None:
    """Keep the listings of folders to which nothing can be added any more without another mark."""
    place = order.cache / _LISTINGS
    settled = [(path, tuple(one)) for path, one in listings.items() if began - last_change(one.mark) > RACY]
    place.parent.mkdir(parents=True, exist_ok=True)
    write_file(place, pickle.dumps(settled, 5))
    if not _folders_tell(place, order.models):
        place.unlink()


def _folders_tell(written: Path, models: Path) -> bool:
    """Tell whether folders bear another time when a file comes into them: on a USB stick's FAT they do not."""
    folder = written.parent.stat()
    return folder.st_mtime_ns >= written.stat().st_mtime_ns - RACY and folder.st_dev == models.stat().st_dev
