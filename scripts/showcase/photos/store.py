"""The photo store tells what photos are and gives their renditions; what it has found and made once is kept in a folder."""

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from showcase.photos.errors import ClusterError, PhotoRefusedError
from showcase.photos.facts_cache import FactsCache, read_facts, write_facts
from showcase.photos.inspection import inspect_bytes, inspect_file, read_photo
from showcase.photos.labelling import labelled
from showcase.photos.rendition_cache import RenditionCache
from showcase.photos.resizing import difference_hash, encode_renditions
from showcase.photos.sandbox import Job, run_jobs
from showcase.record.photo import PhotoFacts, PhotoFault, Rendition, renditions, with_name
from showcase.record.photo_file import PhotoFile
from showcase.system.reading import file_stamp

FACTS = "facts"
"""The file of the facts cache; all others in the folder are renditions."""
_READERS = 4
"""Threads: reading and digesting let go of Python's lock."""


@dataclass(frozen=True, slots=True)
class PhotoStore:
    """A folder that is kept from build to build, and who does the work.

    `workers` is the number of processes with limits that decode photos, 0 one for each processor. `cluster` is the address
    of a Dask scheduler, `tcp://HOST:8786`, whose workers shall make the renditions in their place; '' is none.
    """

    folder: Path
    workers: int = 0
    cluster: str = ""

    @property
    def cache(self) -> RenditionCache:
        """The renditions that are kept."""
        return RenditionCache(self.folder)

    def inspect(self, paths: list[Path]) -> list[PhotoFacts]:
        """Tell what files are, in their order: each is read and decoded once, and then remembered by its stamp and digest."""
        cache = read_facts(self.folder / FACTS)
        stamps = {path: file_stamp(path) for path in paths}
        facts = {path: found for path, stamp in stamps.items() if (found := cache.find(path, stamp))}
        unknown = [path for path in stamps if path not in facts]
        if unknown:
            facts |= self._inspected(unknown, cache)
            for path in unknown:
                cache.put(path, stamps[path], facts[path])
            write_facts(self.folder / FACTS, cache)
        return [with_name(facts[path], path.name) for path in paths]

    def make_renditions(self, photos: Iterable[tuple[Path, PhotoFacts]]) -> dict[Path, PhotoFault]:
        """Make and keep the renditions that are missing; gives the files of which they could not be made, with the reason.

        Raises ClusterError, and OSError where the renditions cannot be kept.
        """
        jobs = {
            facts.digest: Job(path, facts.digest, renditions(facts))
            for path, facts in photos
            if not all(map(self.cache.has, renditions(facts)))
        }
        faults: dict[Path, PhotoFault] = {}
        for job, encoded in self._encoded(list(jobs.values())):
            if isinstance(encoded, PhotoFault):
                faults[job.file] = encoded
            else:
                self.cache.put(job.renditions, encoded)
        return faults

    def photo_file(self, source: str, file: PhotoFile) -> bytes:
        """Give a rendition of the photo at `source` with its label within; raises as `rendition` does."""
        return labelled(self.rendition(source, file.rendition), file.rendition, file.label)

    def rendition(self, source: str, rendition: Rendition) -> bytes:
        """Give the bytes of a rendition of the photo at `source`; where it is missing, all of that photo are made and kept.

        Raises PhotoRefusedError where the photo is no longer what it was.
        """
        kept = self.cache.get(rendition)
        if kept is not None:
            return kept
        data = read_photo(Path(source))
        wanted = renditions(inspect_bytes(data))
        if rendition not in wanted:
            raise PhotoRefusedError(PhotoFault.UNREADABLE)
        encoded = encode_renditions(data, wanted)
        with suppress(OSError):  # without a cache they are made again when another is asked for
            self.cache.put(wanted, encoded)
        return encoded[wanted.index(rendition)]

    def remove_unused(self, in_use: Iterable[PhotoFacts]) -> None:
        """Remove renditions that were made a month ago and more and are of none of the photos in use."""
        self.cache.remove_unused(rendition for facts in in_use for rendition in renditions(facts))

    def _encoded(self, jobs: list[Job]) -> Iterator[tuple[Job, list[bytes] | PhotoFault]]:
        if not jobs or not self.cluster:
            return run_jobs(encode_renditions, jobs, self.workers)
        try:
            from showcase.photos.cluster import encode_on_cluster  # noqa: PLC0415 - see `test_house.py`
        except ModuleNotFoundError as error:
            message = "Muốn dùng cụm máy, hãy cài thêm gói distributed: pip install -e '.[cluster]'"
            raise ClusterError(message) from error
        return encode_on_cluster(self.cluster, jobs, self.workers)

    def _inspected(self, paths: list[Path], cache: FactsCache) -> dict[Path, PhotoFacts]:
        """Read files, and decode those whose bytes are new."""
        with ThreadPoolExecutor(_READERS) as threads:
            found = dict(zip(paths, threads.map(inspect_file, paths), strict=True))
        sound = {path: facts for path, facts in found.items() if facts.fault is None}
        known = cache.by_digest()
        jobs = {facts.digest: Job(path, facts.digest) for path, facts in sound.items() if facts.digest not in known}
        results = {job.digest: result for job, result in run_jobs(difference_hash, jobs.values(), self.workers)}
        for path, facts in sound.items():
            found[path] = known.get(facts.digest) or _decoded(facts, results[facts.digest])
        return found


def _decoded(facts: PhotoFacts, result: int | PhotoFault) -> PhotoFacts:
    """Add to the facts of a file what decoding gave: its difference hash, or a fault."""
    if isinstance(result, PhotoFault):
        return replace(facts, fault=result)
    return replace(facts, difference_hash=result)
