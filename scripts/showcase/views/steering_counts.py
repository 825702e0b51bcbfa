"""Counts of those who steer as tables: by commune, by province, by year, each field a column; rows stand by name or by year."""

from collections.abc import Sequence
from typing import NamedTuple

from showcase.record.summary import Summary
from showcase.record.units import Unit
from showcase.views import address
from showcase.views.address import PlaceAddresses
from showcase.views.page import capitalised
from showcase.views.steering import COUNTRY, LACKS, Steering
from showcase.views.steering_tables import NO_TERRITORY, NOT_KNOWN, field_counts, lack_counts, years_of
from showcase.views.tile_map import step_of


class Line(NamedTuple):
    """A row of a table of counts: `cells` are of the heads after the first two; `address` is where it leads, '' if nowhere."""

    label: str
    address: str
    total: int
    cells: tuple[tuple[int, int], ...]


class Counts(NamedTuple):
    """A table of counts; `keys` are the fields of the columns, '' where one is none; `whole` its last row."""

    caption: str
    first: str
    total: str
    heads: tuple[str, ...]
    keys: tuple[str, ...]
    lines: tuple[Line, ...]
    whole: Line
    notes: tuple[str, ...] = ()


def where_of(steering: Steering, code: str) -> str:
    """Give the address of the page of a province, or of the whole."""
    return (
        PlaceAddresses(steering.catalogue.gazetteer).steering(steering.catalogue.gazetteer.province(code))
        if code
        else address.STEERING
    )


def _line(label: str, where: str, models: Sequence[Summary], steering: Steering) -> Line:
    cells = tuple((count, step_of(count)) for count in field_counts(models, steering.fields))
    return Line(label, where, len(models), cells)


def _counts(
    steering: Steering, caption: str, first: str, lines: Sequence[Line], whole: Line, notes: Sequence[str] = ()
) -> Counts:
    """Make a table by field."""
    terms = steering.catalogue.vocabularies.fields.terms
    heads = tuple(term.short.replace(" - ", " -\u00a0") for term in terms.values())
    return Counts(caption, first, "Tất cả", heads, tuple(terms), tuple(lines), whole, tuple(notes))


def by_commune(steering: Steering, province: Unit) -> Counts:
    """Count the models of each commune of a province that has any, and of those known no closer, by field."""
    places = PlaceAddresses(steering.catalogue.gazetteer)
    models = steering.models_in(province.code)
    lines = [
        _line(capitalised(commune.full_name), places.commune(commune), there, steering)
        for _, commune, there in steering.communes(province.code)
        if there
    ]
    if loose := steering.unplaced(province.code):
        lines.append(_line(NOT_KNOWN, "", loose, steering))
    is_shared = sum(line.total for line in lines) > len(models)
    notes = ["Mô hình ở nhiều xã được đếm ở mỗi xã, và một lần ở dòng cuối."] if is_shared else []
    whole = _line(f"Cả {province.kind}", places.province(province), models, steering)
    return _counts(
        steering, "Số mô hình của mỗi xã, phường, đặc khu theo lĩnh vực", "Xã, phường, đặc khu", lines, whole, notes
    )


def by_province(steering: Steering) -> Counts:
    """Count the models of each province, and of bodies without territory, by field."""
    lines = [
        _line(province.known_as, where_of(steering, province.code), steering.models_in(province.code), steering)
        for province in steering.provinces(COUNTRY)
    ]
    if loose := [model for model in steering.models if not model.provinces]:
        lines.append(_line(NO_TERRITORY, "", loose, steering))
    is_shared = sum(line.total for line in lines) > len(steering.models)
    notes = ["Mô hình ở nhiều tỉnh được đếm ở mỗi tỉnh, và một lần ở dòng cuối."] if is_shared else []
    whole = _line("Cả nước", address.MODELS, steering.models, steering)
    return _counts(steering, "Số mô hình của mỗi tỉnh, thành phố theo lĩnh vực", "Tỉnh, thành phố", lines, whole, notes)


def lacks_by_province(steering: Steering) -> Counts:
    """Count for each province the communes without a model, and the models that lack each thing."""
    places = PlaceAddresses(steering.catalogue.gazetteer)
    lines = [
        _lacks_line(province.known_as, places.steering_lacking(province), steering, province.code)
        for province in steering.provinces(COUNTRY)
    ]
    whole = _lacks_line("Cả nước", "", steering, COUNTRY)
    return Counts(
        "Số xã chưa có mô hình và số mô hình còn thiếu, theo tỉnh",
        "Tỉnh, thành phố",
        "Xã chưa có mô hình",
        tuple(LACKS.values()),
        ("",) * len(LACKS),
        tuple(lines),
        whole,
    )


def _lacks_line(label: str, where: str, steering: Steering, code: str) -> Line:
    empty = sum(not there for _, _, there in steering.communes(code))
    counts = lack_counts(steering.models_in(code), steering.lacks)
    return Line(label, where, empty, tuple((count, 0) for count in counts))


def by_year(steering: Steering, code: str) -> Counts:
    """Count the models of a province, or of the whole, by the year of their first milestone and by field."""
    models = steering.models_in(code)
    lines = [
        _line(str(year), "", [model for model in models if model.first_year == year], steering)
        for year in years_of(models)
    ]
    whole = _line("Tất cả", "", models, steering)
    return _counts(steering, "Số mô hình theo năm của mốc đầu tiên và lĩnh vực", "Năm", lines, whole)
