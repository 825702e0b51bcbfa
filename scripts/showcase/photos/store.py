"""The store of photos: what each one is, and its pictures; looks at, decodes and develops only what it does not know yet."""

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from showcase.photos.facts_cache import ContactSheet, read_sheet, write_sheet
from showcase.photos.inspection import PhotoRefusedError, facts_of, look, read_regular
from showcase.photos.rendition_cache import Negatives
from showcase.photos.resizing import develop
from showcase.photos.sandbox import Delivery, Order, deliveries, develop_file, verify_file
from showcase.record.photo import PhotoFacts, PhotoFault, Rendition, named, renditions
from showcase.system.reading import file_stamp

SHEET = "so-anh.json"
_READERS = 4
"""Threads: reading and digesting let go of Python's lock."""


@dataclass(frozen=True, slots=True)
class PhotoStore:
    """A folder that is kept from build to build; `workers` decode, 0 means one for each processor."""

    folder: Path
    workers: int = 0

    @property
    def negatives(self) -> Negatives:
        """The pictures that are kept."""
        return Negatives(self.folder)

    def inspect(self, paths: list[Path]) -> list[PhotoFacts]:
        """Tell what files are, in their order: read, judged and decoded once, then remembered."""
        sheet = read_sheet(self.folder / SHEET)
        stamps = {path: file_stamp(path) for path in paths}
        facts = {path: known for path, stamp in stamps.items() if (known := sheet.known(path, stamp))}
        unknown = [path for path in stamps if path not in facts]
        if unknown:
            facts |= self._look_at(unknown, sheet)
            for path in unknown:
                sheet.remember(path, stamps[path], facts[path])
            write_sheet(self.folder / SHEET, sheet)
        return [named(facts[path], path.name) for path in paths]

    def develop(self, photos: Iterable[tuple[Path, PhotoFacts]]) -> Iterator[tuple[Path, PhotoFault | None]]:
        """Make the pictures that are missing, in workers with limits; yields each photo that needed any, when it is done."""
        orders = {
            facts.digest: Order(str(path), facts.digest, renditions(facts))
            for path, facts in photos
            if not all(map(self.negatives.has, renditions(facts)))
        }
        for order, delivery in deliveries(develop_file, orders.values(), self.workers):
            self.negatives.keep(delivery.pictures)
            yield Path(order.source), delivery.fault

    def rendition(self, source: str, rendition: Rendition) -> bytes:
        """Give a picture of the photo at `source`, with all others of the same photo made where it is missing.

        Raises PhotoRefusedError where the photo is no longer what it was.
        """
        kept = self.negatives.get(rendition)
        if kept is not None:
            return kept
        data = read_regular(Path(source))
        wanted = renditions(facts_of(data))
        if rendition not in wanted:
            raise PhotoRefusedError(PhotoFault.UNREADABLE)
        pictures = develop(data, wanted)
        self.negatives.keep(pictures)
        return dict(pictures)[rendition.path]

    def _look_at(self, paths: list[Path], sheet: ContactSheet) -> dict[Path, PhotoFacts]:
        """Read files, and decode those whose bytes are new."""
        with ThreadPoolExecutor(_READERS) as threads:
            seen = dict(zip(paths, threads.map(look, paths), strict=True))
        orders = {
            facts.digest: Order(str(path), facts.digest)
            for path, facts in seen.items()
            if facts.fault is None and facts.digest not in sheet.photos
        }
        found = {order.digest: delivery for order, delivery in deliveries(verify_file, orders.values(), self.workers)}
        return {path: _judged(facts, sheet, found) for path, facts in seen.items()}


def _judged(facts: PhotoFacts, sheet: ContactSheet, found: dict[str, Delivery]) -> PhotoFacts:
    """Add what decoding found, now or in an earlier build."""
    if facts.fault:
        return facts
    delivery = found.get(facts.digest)
    if delivery is None:
        return sheet.photos[facts.digest]
    return replace(facts, difference_hash=delivery.difference_hash, fault=delivery.fault)
