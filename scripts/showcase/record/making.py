"""Sound records become models, reports, documents and events here, by the names of the form; an unsound one must not come this far."""

from collections.abc import Callable
from typing import Any

from showcase.reading import form as forms
from showcase.reading.kinds import Form
from showcase.reading.record import Cell, Record
from showcase.record.criteria import Criteria, CriteriaGroup
from showcase.record.document import Document, Target
from showcase.record.event import Award, Cluster, Event, NamedNumber, Round, Team
from showcase.record.model import (
    Contact,
    Copy,
    Guide,
    Host,
    Locality,
    Milestone,
    Model,
    Person,
    Photo,
    Result,
    Source,
    Story,
    Takedown,
)
from showcase.record.report import Breakdown, Figure, Report
from showcase.record.submission import Submission
from showcase.record.units import Body, Gazetteer, Unit
from showcase.record.withdrawal import is_withdrawn

_SHAPES: tuple[tuple[Form, Callable[..., object]], ...] = (
    (forms.PLACE, Locality),
    (forms.HOST, Host),
    (forms.MILESTONE, Milestone),
    (forms.RESULT, Result),
    (forms.STORY, Story),
    (forms.GUIDE, Guide),
    (forms.COPY, Copy),
    (forms.PHOTO, Photo),
    (forms.SOURCE, Source),
    (forms.PERSON, Person),
    (forms.CONTACT, Contact),
    (forms.TAKEDOWN, Takedown),
    (forms.BREAKDOWN, Breakdown),
    (forms.FIGURE, Figure),
    (forms.TARGET, Target),
    (forms.CLUSTER, Cluster),
    (forms.TEAM, Team),
    (forms.ROUND, Round),
    (forms.AWARD, Award),
    (forms.NAMED_NUMBER, NamedNumber),
    (forms.CRITERIA_GROUP, CriteriaGroup),
    (forms.CRITERIA, Criteria),
)
_SHAPE_OF = {id(form): shape for form, shape in _SHAPES}
_PLACED = {id(form) for form in (forms.PLACE, forms.COPY, forms.REPORT, forms.DOCUMENT, forms.EVENT)}
_BODIED = {id(form) for form in (forms.PLACE, forms.REPORT)}


class UnsoundRecordError(ValueError):
    """Somebody asked for a model of a record that the rules had refused: our own mistake, never an editor's."""


def make_model(submission: Submission, gazetteer: Gazetteer) -> Model:
    """Make the model of a submission without errors; raises UnsoundRecordError for any other."""
    return Model(**_shown(submission, gazetteer))


def make_report(submission: Submission, gazetteer: Gazetteer) -> Report:
    """Make the report of a submission without errors; raises UnsoundRecordError for any other."""
    return Report(**_identity(submission), **_attributes(_sound(submission), gazetteer, {}))


def make_document(submission: Submission, gazetteer: Gazetteer) -> Document:
    """Make the document of a submission without errors; raises UnsoundRecordError for any other."""
    return Document(**_identity(submission), **_attributes(_sound(submission), gazetteer, {}))


def make_event(submission: Submission, gazetteer: Gazetteer) -> Event:
    """Make the event of a submission without errors; raises UnsoundRecordError for any other."""
    return Event(**_shown(submission, gazetteer))


def _shown(submission: Submission, gazetteer: Gazetteer) -> dict[str, Any]:
    """Give the attributes of what has photos, and from which somebody may have taken back a consent."""
    photos = {facts.name: facts for facts in submission.photos}
    has_withdrawals = any(part.value("rut_dong_y") == "co" for part in submission.records)
    attributes = _attributes(_sound(submission), gazetteer, photos)
    return {**_identity(submission), **attributes, "has_withdrawals": has_withdrawals}


def _identity(submission: Submission) -> dict[str, Any]:
    return {"id": submission.name, "path": submission.path}


def _sound(submission: Submission) -> Record:
    if submission.record is None:
        raise UnsoundRecordError(submission.path)
    return submission.record


def _attributes(record: Record, gazetteer: Gazetteer, photos: dict[str, Any]) -> dict[str, Any]:
    """Give the record's values by the names of our code; what is empty is left to the default of its class."""
    values = {
        cell.entry.name: _value(cell, gazetteer, photos) for cell in record.cells.values() if cell.value is not None
    }
    if id(record.form) in _BODIED and record.text("pham_vi"):
        values["place"] = Body(record.text("pham_vi"), _province(record, gazetteer))
    elif id(record.form) in _PLACED and record.text("noi"):
        resolution = gazetteer.resolve(record.text("noi"), record.text("hien_nay") or None)
        if resolution.place is None:
            raise UnsoundRecordError(record.text("noi"))
        values["place"] = resolution.place
    if record.form is forms.PHOTO:
        values["facts"] = photos[record.text("tep")]
    return values


def _province(record: Record, gazetteer: Gazetteer) -> Unit | None:
    """Give today's province that a body is counted with."""
    written = record.text("tinh")
    province = gazetteer.province_alone(written) if written else None
    if written and not province:
        raise UnsoundRecordError(written)
    return province


def _is_withdrawn_photo(cell: Cell) -> bool:
    return isinstance(cell.value, Record) and cell.value.form is forms.PHOTO and is_withdrawn(cell.value)


def _value(cell: Cell, gazetteer: Gazetteer, photos: dict[str, Any]) -> object:
    if isinstance(cell.value, str):
        return cell.value
    match cell.value:
        case tuple() as items:
            # A photo from which somebody's consent was withdrawn is not there, wherever somebody looks.
            return tuple([_value(item, gazetteer, photos) for item in items if not _is_withdrawn_photo(item)])
        case dict() as table:
            return tuple((key, item.value) for key, item in table.items())
        case Record() as record:
            return _SHAPE_OF[id(record.form)](**_attributes(record, gazetteer, photos))
        case value:
            return value
