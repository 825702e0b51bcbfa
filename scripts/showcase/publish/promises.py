"""`duong-dan.json` tells every address that the site promises to keep: each stays, or leads by one step to one that stays.

Promised are all pages and all files, data, feeds, embeds and pictures among them, but for what the host made of docs/ that is no
page, files of which the name tells the content (photos: below), the search's, `_headers`, `_redirects`, `robots.txt`, the parts of
the sitemap, and the further pages of long lists (`trang-2/`), which go when the list grows shorter.

- A page has a row. Files lie beside the nearest page above them, which names by a number in `kem` the list in `tep_kem` that has
  them all, with `*` for the key of what the page is about: few such lists tell of all files of 13,663 models. `dan_toi` is where a former address leads; a file has a row of its
  own only where no file can stand there and a host's rule alone leads on, and a photo under the name of a former id.
- A photo is promised in its largest size, as JPEG (`anh`), while its model shows it; then it leads to the model.
- Anchors are promised for each kind of page by what it is about (`neo`), where the page has what they name: of a model its
  sections, of a tree the row of each model (`bai-ID`), of the editors' guide each rule.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from showcase.publish.moved import Way
from showcase.publish.output import Output
from showcase.views import address

ADDRESSES = f"{address.DATA}duong-dan.json"
ANCHORS: Mapping[str, tuple[str, ...]] = {
    "mo-hinh": (
        "boi-canh",
        "cach-lam",
        "hieu-qua",
        "bai-hoc",
        "han-che",
        "nhan-rong",
        "lam-theo",
        "lien-he",
        "lan-toa",
        "chang-duong",
        "ket-qua",
        "can-cu",
        "hinh-anh",
        "nguon",
    ),
    "tien-trinh": ("chang", "cap-cong-nhan", "tung-nam", "can-cu"),
    "phong-trao": ("la-gi", "tu-bao-gio", "cac-buoc", "cac-cap", "bon-linh-vuc", "con-yeu", "ai-lo", "nguon"),
    "van-ban": ("chi-tieu", "bai", "nguon"),
}
"""By what a page is about, before the colon."""
_TECHNICAL = ("_headers", "_redirects", "robots.txt", "sitemap")


class Row(NamedTuple):
    """A promised address; `files` are the names of those beside it, `photos` the addresses of a model's photos."""

    address: str
    about: str
    leads_to: str = ""
    files: tuple[str, ...] = ()
    photos: tuple[str, ...] = ()


def is_promised(output: Output, host_files: frozenset[str]) -> bool:
    """Tell whether the address of an output is to be kept; see above."""
    if output.about:
        return True
    is_technical = output.path.startswith(_TECHNICAL) or output.path in host_files
    return output.owner is None and not output.is_named_by_content and not is_technical


def rows_of(outputs: Iterable[Output], ways: Iterable[Way], photos: Mapping[str, tuple[str, ...]]) -> Iterator[Row]:
    """Yield the rows, sorted, of promised outputs and of the ways on which nothing can stand; `photos` are by the page of a model."""
    pages: dict[str, Output] = {}
    beside: dict[str, list[str]] = {}
    files = []
    for output in outputs:
        if output.about:
            pages[output.address] = output
        else:
            files.append(output.address)
    for where in sorted(files):
        above = _page_above(where, pages)
        beside.setdefault(above, []).append(where.removeprefix(above))
    rows = [
        Row(where, one.about, one.leads_to, _alike(beside.get(where, ()), one.about), photos.get(where, ()))
        for where, one in pages.items()
    ]
    own = (way for way in ways if way.output is None or way.output.owner is not None)
    rows += [Row(way.address, way.about, way.leads_to) for way in own]
    yield from sorted(rows)


def _alike(names: Iterable[str], about: str) -> tuple[str, ...]:
    """Write names of files with `*` for the key of what they are about, so that they are the same for all models."""
    key = about.partition(":")[2]
    return tuple(name.replace(key, "*") if key else name for name in names)


def _page_above(where: str, pages: Mapping[str, object]) -> str:
    while where:
        where = where.rstrip("/").rpartition("/")[0]
        where = f"{where}/" if where else ""
        if where in pages:
            return where
    return address.HOME


def addresses_file(rows: Iterable[Row], rules: Iterable[str]) -> bytes:
    """Write `duong-dan.json`, a row a line; `rules` are the names of the editors' rules, each an anchor of the guide."""
    kinds: dict[tuple[str, ...], int] = {}
    lines = [_line(row, kinds) for row in rows]
    anchors = {**ANCHORS, "huong-dan": sorted(rules)}
    head = {"phien_ban": address.DATA_VERSION, "neo": anchors, "tep_kem": list(kinds)}
    start = json.dumps(head, ensure_ascii=False).removesuffix("}")
    return "".join([start, ', "duong_dan": [\n', ",\n".join(lines), "\n]}\n"]).encode()


def _line(row: Row, kinds: dict[tuple[str, ...], int]) -> str:
    data: dict[str, object] = {"duong_dan": row.address, "thuoc_ve": row.about}
    if row.leads_to:
        data["dan_toi"] = row.leads_to
    if row.files:
        data["kem"] = kinds.setdefault(row.files, len(kinds))
    if row.photos:
        data["anh"] = row.photos
    return json.dumps(data, ensure_ascii=False)
