"""The whole site as a table of outputs: pages, covers, pictures, data, and what MkDocs made."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import PurePosixPath

from showcase.publish.headers import headers_file
from showcase.publish.open_data import ADDRESSES, MODELS, addresses_json, models_json
from showcase.publish.output import Amendment, Hands, Output, Recipe
from showcase.publish.pages import all_covers, all_pages, model_outputs
from showcase.record.brief import Change
from showcase.record.catalogue import Catalogue
from showcase.record.photo import Rendition, renditions
from showcase.views import address
from showcase.views.around import surroundings_of
from showcase.views.page import SiteFacts
from showcase.words.fingerprint import fingerprint


def all_outputs(
    catalogue: Catalogue,
    site: SiteFacts,
    host_files: Mapping[str, str],
    hashes: Sequence[str],
    edition: str,
    index: Mapping[str, str] | None = None,
) -> Iterator[Output]:
    """Yield every file of the site.

    `host_files` and `index` give the digest of each file that MkDocs made, and of the search index, by path; without an
    index there is no search. `hashes` are those of the inline scripts.
    """
    yield from _host_outputs(host_files, edition)
    headers = headers_file(hashes, host_files)
    yield Output("_headers", fingerprint(headers), partial(partial, _ready, headers))
    yield from _photo_outputs(catalogue)
    yield from all_covers(catalogue, edition)
    yield _models_output(_digests_by_id(catalogue), edition)
    yield from _index_outputs(index or {})
    addresses = [(where, "trang-viet-tay") for path in host_files if (where := _page_address(path)) is not None]
    for page in all_pages(catalogue, site, edition, is_searched=bool(index)):
        addresses.append((page.address, page.about))
        yield page
    yield _addresses_output(addresses)


def own_outputs(changes: Sequence[Change], catalogue: Catalogue, edition: str) -> Iterator[Output]:
    """Yield the files that tell of changes in models which look the same to all others: their own, and the data."""
    shown = [change for change in changes if not change.after.withdrawn]
    if shown:
        surroundings = surroundings_of([change.after for change in shown], catalogue)
        for change in shown:
            yield from model_outputs(change.after, catalogue, surroundings, edition)
        yield _amended_models_output(shown, catalogue, edition)


def _host_outputs(files: Mapping[str, str], edition: str) -> Iterator[Output]:
    """Yield what MkDocs made; only its pages hold the policy, and so depend on the edition."""
    for path, digest in sorted(files.items()):
        ingredients = (digest, edition) if path.endswith(".html") else (digest,)
        yield Output(path, fingerprint(*ingredients), partial(partial, _host, path))


def _index_outputs(files: Mapping[str, str]) -> Iterator[Output]:
    """Yield the files of the search index; the last one names the others, and is put in place after them."""
    for number, (path, digest) in enumerate(files.items(), 1):
        yield Output(path, digest, partial(partial, _index_file, path), names_others=number == len(files))


def _photo_outputs(catalogue: Catalogue) -> Iterator[Output]:
    """Yield each size of each photo; its path is a digest of its content, so the path is the fingerprint."""
    seen: set[str] = set()
    for model in catalogue.models:
        if not model.photos:
            continue
        folder = PurePosixPath(model.path).parent
        for photo in model.pictures():
            for rendition in renditions(photo.facts):
                if rendition.path not in seen:
                    seen.add(rendition.path)
                    recipe = partial(partial, _photo, str(folder / photo.file), rendition)
                    yield Output(rendition.path, rendition.path, recipe)


def _models_output(digests: tuple[str, ...], edition: str) -> Output:
    return Output(f"{address.DATA}{MODELS}", _mark_of_models(digests, edition), partial(partial, _rows, digests))


def _amended_models_output(changes: Sequence[Change], catalogue: Catalogue, edition: str) -> Output:
    """Give the data as changes in models on show leave it: of 70 MB, mostly one line is another."""
    before = {change.after.digest: change.before.digest for change in changes}
    digests = _digests_by_id(catalogue)
    mark = _mark_of_models([before.get(digest, digest) for digest in digests], edition)
    pairs = tuple((before[digest], digest) for digest in digests if digest in before)
    return _models_output(digests, edition)._replace(amendment=Amendment(mark, partial(_changed_rows, pairs)))


def _digests_by_id(catalogue: Catalogue) -> tuple[str, ...]:
    return tuple([model.digest for model in sorted(catalogue.models, key=lambda model: model.id)])


def _mark_of_models(digests: Iterable[str], edition: str) -> str:
    return fingerprint(edition, "".join(digests))


def _addresses_output(addresses: list[tuple[str, str]]) -> Output:
    addresses.sort()
    mark = fingerprint("\n".join([f"{where} {about}" for where, about in addresses]))
    return Output(f"{address.DATA}{ADDRESSES}", mark, partial(_addresses_recipe, addresses))


def _addresses_recipe(addresses: list[tuple[str, str]]) -> Recipe:
    return partial(_ready, addresses_json(addresses))


def _page_address(path: str) -> str | None:
    return path.removesuffix("index.html") if path.endswith("/index.html") else None


def _host(path: str, hands: Hands) -> bytes:
    return hands.host_file(path)


def _index_file(path: str, hands: Hands) -> bytes:
    return hands.index_file(path)


def _photo(source: str, rendition: Rendition, hands: Hands) -> bytes:
    return hands.photo(source, rendition)


def _rows(digests: tuple[str, ...], hands: Hands) -> bytes:
    return models_json(hands.lines(digests))


def _changed_rows(pairs: tuple[tuple[str, str], ...], hands: Hands) -> Iterator[tuple[bytes, bytes]]:
    for pair in pairs:
        before, after = hands.lines(pair)
        yield before, after


def _ready(data: bytes, _hands: Hands) -> bytes:
    return data
