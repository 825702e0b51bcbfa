"""Reads off a file what it declares to all others; what the rules of the catalogue ask about is gathered here once."""

from collections.abc import Iterator
from datetime import date

from showcase.reading.link import link_target
from showcase.reading.node import Node
from showcase.reading.record import Cell, Record
from showcase.record.declaration import Declaration, DeclaredPhoto, Said
from showcase.record.intake import Intake
from showcase.record.submission import Submission
from showcase.rules.asking import typed
from showcase.rules.document_named import held_elsewhere, looks_like_an_id
from showcase.rules.photo_missing import file_names
from showcase.rules.setting import Setting
from showcase.rules.story_text import sections
from showcase.words.text import match_key, slug

_LONGEST = 300
"""Letters of what was typed and is no id: an address, or a title."""
_NOTHING = Said("", 1, 1)


def declare(model: Submission, setting: Setting) -> Declaration:
    """Give what the file of a model or an event declares; what could not be read of it is left out."""
    record = model.record
    return Declaration(
        name=model.name,
        path=model.path,
        title=_text(record, "tieu_de"),
        former_ids=tuple(_ids(record, "duong_dan_cu")),
        learned_from=_typed(record, "hoc_tu"),
        links=tuple(linked_models(model)),
        photos=tuple(_photos(model)),
        twin=_twin(record, setting) if record else None,
        kind=record.text("loai") if record else "",
        counted_in=tuple(_ids(record, "thuoc_so_lieu")),
        published=_day(record),
        taken_down=bool(record and "go_bo" in record.cells),
        documents=tuple(_documents(record)),
        criteria=tuple(held_elsewhere(model)),
    )


def declared_by_all(intake: Intake, setting: Setting) -> tuple[Declaration, ...]:
    """Give what models declare, and what events do: both have ids that they had before, and photos."""
    return (*intake.models, *declared_by_events(intake, setting))


def declared_by_events(intake: Intake, setting: Setting) -> tuple[Declaration, ...]:
    """Give what events declare."""
    return tuple(declare(event, setting) for event in intake.events)


def _text(record: Record | None, key: str) -> Said:
    """Give a text under a key of the file; where it is missing, the place at which its absence would be told."""
    return _said(record.text(key), record.node_at(key)) if record else _NOTHING


def _typed(record: Record | None, key: str) -> Said:
    """Give a text as `_text` does, also where it is no value of its kind: a title where an id should stand."""
    said = _text(record, key)
    cell = record.cells.get(key) if record else None
    return said if said.value or cell is None else said._replace(value=typed(cell).strip()[:_LONGEST])


def _day(record: Record | None) -> str:
    value = record.value("ngay_dang") if record else None
    return value.isoformat() if isinstance(value, date) else ""


def _said(value: str, node: Node) -> Said:
    return Said(value, node.line, node.column)


def _ids(record: Record | None, key: str) -> Iterator[Said]:
    for cell in record.items(key) if record else ():
        if isinstance(cell.value, str):
            yield _said(cell.value, cell.node)


def _documents(record: Record | None) -> Iterator[Said]:
    """Yield what the milestones name as the id of a document."""
    for milestone in record.records("lich_su") if record else ():
        if looks_like_an_id(text := milestone.text("van_ban")):
            yield _said(text, milestone.node_at("van_ban"))


def linked_models(submission: Submission) -> Iterator[tuple[str, Said]]:
    """Yield (id, where it is written) of each link of the story to a model, each target once in a section."""
    if "../" in submission.text or "/mo-hinh/" in submission.text:
        for node, facts in sections(submission):
            for target in dict.fromkeys(link.target for link in facts.links):
                if linked := link_target(target).model:
                    spot = submission.spot_in(node, target)
                    yield linked, Said(target, spot.line, spot.column)


def _photos(model: Submission) -> Iterator[DeclaredPhoto]:
    files = {facts.name: facts for facts in model.photos}
    for cell, name in file_names(model):
        if facts := files.get(name):
            yield DeclaredPhoto(_value(cell), facts.digest, facts.width, facts.height, facts.difference_hash)


def _value(cell: Cell) -> Said:
    return _said(str(cell.value), cell.node)


def _twin(record: Record, setting: Setting) -> tuple[str, str] | None:
    """Give today's unit and the host by which a model is compared: the first of each; None for one taken down."""
    places, hosts = record.records("dia_diem"), record.records("don_vi")
    if not record.text("tieu_de") or not places or not hosts or "go_bo" in record.cells:
        return None
    written = places[0].text("noi") or places[0].text("pham_vi")
    place = (
        setting.gazetteer.resolve(written, places[0].text("hien_nay") or None).place if places[0].text("noi") else None
    )
    unit = (place.commune or place.former_district or place.province).code if place else match_key(written)
    return unit, slug(hosts[0].text("ten"))
