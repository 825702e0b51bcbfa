"""The rows of the open data's tables: plain cells, of one model, of the catalogue, of the lists of units."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from showcase.reading import form as forms
from showcase.record.catalogue import Catalogue
from showcase.record.document import Document
from showcase.record.event import Event
from showcase.record.model import Host, Locality, Model
from showcase.record.report import Report
from showcase.record.summary import Summary
from showcase.record.unit import Tier, Unit
from showcase.record.units import Body, Gazetteer, Place
from showcase.record.vocabulary import NAMES, Vocabularies
from showcase.views import address
from showcase.views.data_tables import (
    DOCUMENTS,
    EVENTS,
    FORMER,
    MODELS,
    PLACES,
    RESULTS,
    SEPARATOR,
    Column,
)
from showcase.views.table import Row
from showcase.words.cell import Cell

NOW, BEFORE = "hien-nay", "truoc-2025-07"
_TIERS = {Tier.PROVINCE: "tinh", Tier.DISTRICT: "huyen", Tier.COMMUNE: "xa"}
_CHOICES = {
    "loai-mo-hinh": forms.MODEL_KINDS,
    "chu-the": forms.SUBJECTS,
    "cap": forms.LEVELS,
    "xap-xi": forms.APPROXIMATIONS,
    "loai-su-kien": forms.EVENT_KINDS,
    "loai-van-ban": forms.DOCUMENT_KINDS,
    "chi-tieu": forms.MEASURES,
    "doi-tuong": forms.OBJECTS,
    "chieu": forms.DIMENSIONS,
}
_OWN = tuple(column for column in MODELS.columns if column.path)
_OF_RESULT = tuple(column for column in RESULTS.columns if column.path)
UnitCounts = tuple[tuple[str, int, int], ...]
"""The id of a unit, how many models and exemplars have a place in it, and how many practices."""


def rows_of_model(model: Model) -> dict[str, list[Row]]:
    """Give the rows that a model adds to each table that is made of models, by the name of the table."""
    own = {column.key: cell_at(model, column) for column in _OWN}
    own |= dict(zip(("don_vi", "don_vi_loai"), _hosts(model.hosts), strict=True))
    places = [{"mo_hinh": model.id, "thu_tu": at, **_place_cells(one)} for at, one in enumerate(model.places, 1)]
    own |= places[0]
    own |= {
        "duong_dan": address.model(model.id),
        "so_noi": len(model.places),
        "nam_dau": model.history[0].in_year if model.history else "",
        "so_ket_qua": len(model.results),
        "so_anh": len(model.photos),
    }
    results = [
        {"mo_hinh": model.id, "thu_tu": at, **{column.key: cell_at(one, column) for column in _OF_RESULT}}
        for at, one in enumerate(model.results, 1)
    ]
    return {
        MODELS.name: [_row(MODELS.head, own)],
        PLACES.name: [_row(PLACES.head, one) for one in places],
        RESULTS.name: [_row(RESULTS.head, one) for one in results],
    }


def _row(head: Sequence[str], cells: dict[str, Cell]) -> Row:
    return tuple([cells[key] for key in head])


def cell_at(value: object, column: Column) -> Cell:
    """Give what stands in a column of what is known of somebody; '' where nothing does."""
    for name in column.path:
        value = getattr(value, name, None)
    return _cell(value)


def _cell(value: object) -> Cell:
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, tuple):
        return SEPARATOR.join(str(_cell(part)) for part in value)
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if isinstance(value, date) else value if isinstance(value, int) else str(value)


def _hosts(hosts: Iterable[Host]) -> tuple[str, str]:
    told = list(hosts)
    return SEPARATOR.join(host.name for host in told), SEPARATOR.join(host.kind for host in told)


def _place_cells(one: Locality) -> dict[str, Cell]:
    return {"noi": one.written, "tai": one.detail, "pham_vi": one.body, **unit_cells(one.place), **_before(one.place)}


def unit_cells(place: Place | Body | None) -> dict[str, Cell]:
    """Give the four cells of today's units; empty where there are none."""
    province = place.province if place else None
    commune = place.commune if isinstance(place, Place) else None
    return {"ma_tinh": _code(province), "tinh": _name(province), "ma_xa": _code(commune), "xa": _name(commune)}


def _before(place: Place | Body) -> dict[str, Cell]:
    units = (
        (place.former_province, place.former_district, place.former_commune)
        if isinstance(place, Place)
        else (None, None, None)
    )
    cells: dict[str, Cell] = {}
    for tier, unit in zip(("tinh", "huyen", "xa"), units, strict=True):
        cells |= {f"ma_{tier}_cu": _code(unit), f"{tier}_cu": _name(unit)}
    return cells


def _code(unit: Unit | None) -> str:
    return unit_id(unit) if unit else ""


def _name(unit: Unit | None) -> str:
    return unit.full_name if unit else ""


def unit_id(unit: Unit) -> str:
    """Give what a unit is known by in the tables: its code, of a former one with `cu-` before it."""
    return f"{FORMER}{unit.code}" if unit.former else unit.code


def spreading_rows(catalogue: Catalogue) -> list[Row]:
    """Give a row for each time that a place copied a model on show, by the id of that model."""
    found: list[Row] = []
    for model in sorted(catalogue.models, key=lambda one: one.id):
        learners = catalogue.learners.get(model.id, ())
        found += [_learner_row(model, learner, catalogue.gazetteer) for learner in learners]
        for number in range(len(model.copies)):
            copy = model.copy(number, catalogue.gazetteer)
            told = copy.written, copy.detail, copy.host, copy.year or ""
            found.append((model.id, "", *told, *unit_cells(copy.place).values()))
    return found


def _learner_row(model: Summary, learner: Summary, gazetteer: Gazetteer) -> Row:
    place = learner.located(gazetteer)[0]
    told = learner.written, learner.detail, "", learner.first_year or ""
    return model.id, learner.id, *told, *unit_cells(place).values()


def event_rows(events: Iterable[Event]) -> list[Row]:
    """Give a row for each event, by id."""
    rows = []
    for event in sorted(events, key=lambda one: one.id):
        cells = {column.key: cell_at(event, column) for column in EVENTS.columns if column.path}
        cells |= dict(zip(("don_vi", "don_vi_loai"), _hosts(event.hosts), strict=True))
        rows.append(_row(EVENTS.head, {**cells, **unit_cells(event.place), "duong_dan": address.event(event.id)}))
    return rows


def document_rows(documents: Iterable[Document]) -> list[Row]:
    """Give a row for each document, by id."""
    rows = []
    for one in sorted(documents, key=lambda one: one.id):
        cells = {column.key: cell_at(one, column) for column in DOCUMENTS.columns if column.path}
        rows.append(_row(DOCUMENTS.head, {**cells, **unit_cells(one.place), "duong_dan": address.document(one.id)}))
    return rows


def figure_rows(reports: Iterable[Report]) -> list[Row]:
    """Give a row for each figure of each report: a total, then its parts, then any other figure; by the id of the report."""
    rows: list[Row] = []
    for report in sorted(reports, key=lambda one: one.id):
        whose = report.id, report.title, report.written, report.body, report.year, report.period
        start = (*whose, *unit_cells(report.place).values())
        for figure in report.figures:
            counted = figure.measure, figure.object
            rows.append((*start, *counted, "", "", "", _cell(figure.total), "", ""))
            for division in figure.breakdowns:
                rows += [
                    (*start, *counted, division.dimension, part, "", _cell(number), "", "")
                    for part, number in division.parts
                ]
        rows += [
            (*start, "", "", "", "", one.measure, _cell(one.number), one.unit, one.approximation)
            for one in report.numbers
        ]
    return rows


def unit_counts(models: Iterable[Summary]) -> UnitCounts:
    """Count for each unit of either era the models that have a place in it, each once."""
    told, practices = Counter[str](), Counter[str]()
    for model in models:
        ids = {key for codes in model.places for key in _ids(codes)}
        (practices if model.kind == "cach-lam" else told).update(ids)
    return tuple((key, told[key], practices[key]) for key in sorted(told | practices))


def _ids(codes: Sequence[str]) -> Iterator[str]:
    """Yield the ids of the units of a place; the last two of its parts are no codes."""
    province, commune, *former = codes[:5]
    yield from (code for code in (province, commune) if code)
    yield from (f"{FORMER}{code}" for code in former if code)


def unit_rows(gazetteer: Gazetteer) -> Iterator[tuple[str, Row]]:
    """Yield of each unit its id and its row but for the two counts; those of today first, larger ones before smaller ones, by code."""
    for former in (False, True):
        for tier in _TIERS:
            if former or tier is not Tier.DISTRICT:
                table = gazetteer.table(tier, former=former)
                for code in table.codes():
                    now = [cell.partition(":")[0] for cell in table.now(code).split()] if former else []
                    yield _unit_row(table.unit(code), gazetteer.parent(table.unit(code)), now)


def _unit_row(unit: Unit, parent: Unit | None, today: Iterable[str]) -> tuple[str, Row]:
    key, now = unit_id(unit), SEPARATOR.join(today)
    era = BEFORE if unit.former else NOW
    return key, (key, unit.code, era, _TIERS[unit.tier], unit.full_name, _code(parent), now)


def term_rows(vocabularies: Vocabularies) -> list[Row]:
    """Give a row for each key that stands in a cell of the tables, list by list, with what readers call it."""
    rows: list[Row] = []
    for name in NAMES:
        rows += [(name, key, term.label, term.about) for key, term in vocabularies.named(name).terms.items()]
    for name, options in _CHOICES.items():
        rows += [(name, key, label, "") for key, label in options.items()]
    return rows
