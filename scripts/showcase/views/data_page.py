"""The page of the open data, for people: what is there and how large, how it is opened, what each column says, how it may be used."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from showcase.record.catalogue import Catalogue
from showcase.views import address
from showcase.views.data_api import DESCRIPTIONS, addresses
from showcase.views.data_changes import Change, month_of
from showcase.views.data_kinds import MODELS as OF_MODELS
from showcase.views.data_kinds import PROVINCES, WORKBOOK
from showcase.views.data_tables import MODELS, TABLES, DataTable
from showcase.views.linked_data import dataset
from showcase.views.page import Head, SiteFacts, capitalised
from showcase.views.shelves import Shelves
from showcase.words.dates import write_date
from showcase.words.numbers import write_number, write_size

Size = tuple[int, int]
"""How many rows a file has, and about how many bytes; 0 where that is not known."""

_DESCRIPTIONS = frozenset(one.path for one in DESCRIPTIONS)


class DataFile(NamedTuple):
    """A file to take away: its name, where it lies in the site, what it holds, how many rows and how large, '' where not told."""

    name: str
    path: str
    about: str
    rows: str = ""
    size: str = ""


class ProvinceFiles(NamedTuple):
    """The files of a province's models."""

    name: str
    models: str
    csv: str
    lines: str


class Month(NamedTuple):
    """A month in which something came, changed or went."""

    label: str
    path: str
    changes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DataPage:
    """`/du-lieu/`: `table` is the table of models and `workbook` all tables in one, None where none is made; `examples` are by language."""

    head: Head
    figures: tuple[tuple[str, str], ...]
    table: DataFile
    workbook: DataFile | None
    tables: tuple[DataFile, ...]
    files: tuple[DataFile, ...]
    descriptions: tuple[DataFile, ...]
    provinces: tuple[ProvinceFiles, ...]
    months: tuple[Month, ...]
    dictionary: tuple[DataTable, ...]
    examples: tuple[tuple[str, str], ...]
    of_a_model: str
    changed: str


def data_page(
    catalogue: Catalogue, shelves: Shelves, changes: Sequence[Change], sizes: Mapping[str, Size], site: SiteFacts
) -> DataPage:
    """Compute the page; `sizes` are those of files that it tells the size of, by name."""
    files = [_file(one.path, one.about, sizes) for one in addresses(site) if "{" not in one.path]
    by_name = {file.name: file for file in files}
    tables = tuple(by_name[table.file] for table in TABLES)
    rest = tuple(file for file in files if file not in tables and not file.name.endswith(".xlsx"))
    offered = [(one.path, one.type) for one in addresses(site) if "{" not in one.path and not one.path.endswith(".xml")]
    head = Head(
        title="Dữ liệu mở",
        description="Mọi bài của chuyên trang ở dạng bảng CSV, Excel và JSON, kèm nghĩa của từng cột; ai cũng dùng được.",
        address=address.OPEN_DATA,
        section="so-lieu",
        site=site,
    )
    return DataPage(
        head=replace(head, data=dataset(head, offered)),
        figures=(
            (write_number(len(catalogue.models)), "bài"),
            (write_number(sum(len(model.places) for model in catalogue.models)), "địa điểm"),
            (write_number(sizes.get("ket-qua.csv", (0, 0))[0]), "kết quả đo được"),
        ),
        table=by_name[MODELS.file],
        workbook=by_name["mo-hinh.xlsx"] if WORKBOOK in site.data else None,
        tables=tables,
        files=tuple(file for file in rest if file.name not in _DESCRIPTIONS),
        descriptions=tuple(file for file in rest if file.name in _DESCRIPTIONS),
        provinces=_provinces(catalogue, shelves) if PROVINCES in site.data else (),
        months=_months(changes),
        dictionary=TABLES,
        examples=_examples(site),
        of_a_model=address.model_data("…") if OF_MODELS in site.data else "",
        changed=write_date(changes[-1].day) if changes else "",
    )


def _file(path: str, about: str, sizes: Mapping[str, Size]) -> DataFile:
    name = path.removeprefix(address.DATA)
    rows, size = sizes.get(name, (0, 0))
    told = f"{write_number(rows)}\u00a0dòng" if rows else ""
    return DataFile(name, path, about, told, write_size(size) if size else "")


def _provinces(catalogue: Catalogue, shelves: Shelves) -> tuple[ProvinceFiles, ...]:
    """Give the files of the provinces that have models; of the others there are files without a row."""
    gazetteer, found = catalogue.gazetteer, []
    for province in gazetteer.provinces:
        if models := shelves.provinces.get(province.code, ()):
            where = address.province_data(gazetteer.slug_of(province))
            name, number = capitalised(province.known_as), write_number(len(models))
            found.append(ProvinceFiles(name, number, f"{where}.csv", f"{where}.ndjson.gz"))
    return tuple(found)


def _months(changes: Sequence[Change]) -> tuple[Month, ...]:
    """Give the months, the latest first."""
    counts: dict[str, int] = {}
    for change in changes:
        counts[month_of(change.day)] = counts.get(month_of(change.day), 0) + 1
    return tuple(
        Month(f"{month[5:]}/{month[:4]}", f"{address.DATA}thay-doi/{month}.json", write_number(count))
        for month, count in reversed(counts.items())
    )


def _examples(site: SiteFacts) -> tuple[tuple[str, str], ...]:
    where = site.absolute(f"{address.DATA}{MODELS.file}") or MODELS.file
    python = f"""\
import pandas as pd

bang = pd.read_csv("{where}",
                   dtype={{"ma_tinh": str, "ma_xa": str}})
print(bang.groupby("tinh").size().sort_values())"""
    r = f"""\
bang <- read.csv("{where}",
                 fileEncoding = "UTF-8-BOM",
                 colClasses = c(ma_tinh = "character", ma_xa = "character"))
sort(table(bang$tinh))"""
    return ("Python", python), ("R", r)
