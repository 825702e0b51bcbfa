"""The whole site as a table of outputs: pages, covers, pictures, data, and what MkDocs made."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import PurePosixPath

from showcase.publish.open_data import addresses_json, models_json
from showcase.publish.output import Hands, Output, fingerprint
from showcase.publish.pages import all_covers, all_pages
from showcase.publish.policy import headers_file
from showcase.record.catalogue import Catalogue
from showcase.record.photo import Rendition, renditions
from showcase.views import address
from showcase.views.page import SiteFacts


def all_outputs(
    catalogue: Catalogue, site: SiteFacts, host_files: Mapping[str, str], hashes: Sequence[str], edition: str
) -> Iterator[Output]:
    """Yield every file of the site, assets before the pages that show them.

    `host_files` gives the digest of each file that MkDocs made, by path; `hashes` are those of the inline scripts.
    """
    yield from _host_outputs(host_files, edition)
    yield _data("_headers", headers_file(hashes))
    yield from _photo_outputs(catalogue)
    yield from all_covers(catalogue, edition)
    yield _data(f"{address.DATA}mo-hinh.json", models_json(catalogue))
    addresses = [(where, "trang-viet-tay") for path in host_files if (where := _page_address(path)) is not None]
    for page in all_pages(catalogue, site, edition):
        addresses.append((page.address, page.about))
        yield page
    yield _data(f"{address.DATA}duong-dan.json", addresses_json(addresses))


def _host_outputs(files: Mapping[str, str], edition: str) -> Iterator[Output]:
    """Yield what MkDocs made; only its pages hold the policy, and so depend on the edition."""
    for path, digest in sorted(files.items(), key=lambda item: item[0].endswith(".html")):
        ingredients = (digest, edition) if path.endswith(".html") else (digest,)
        yield Output(path, fingerprint(*ingredients), partial(_host, path))


def _photo_outputs(catalogue: Catalogue) -> Iterator[Output]:
    """Yield each size of each photo; its path is a digest of its content, so the path is the fingerprint."""
    seen: set[str] = set()
    for model in catalogue.models:
        folder = PurePosixPath(model.path).parent
        for photo in model.photos:
            for rendition in renditions(photo.facts):
                if rendition.path not in seen:
                    seen.add(rendition.path)
                    recipe = partial(_photo, str(folder / photo.file), rendition)
                    yield Output(rendition.path, rendition.path, recipe)


def _data(path: str, data: bytes) -> Output:
    return Output(path, fingerprint(data), partial(_ready, data))


def _page_address(path: str) -> str | None:
    return path.removesuffix("index.html") if path.endswith("/index.html") else None


def _host(path: str, hands: Hands) -> bytes:
    return hands.host_file(path)


def _photo(source: str, rendition: Rendition, hands: Hands) -> bytes:
    return hands.photo(source, rendition)


def _ready(data: bytes, _hands: Hands) -> bytes:
    return data
