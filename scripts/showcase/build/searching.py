"""The search is made ready here: a record of every model, kept or made where hands are free, and the index of them all."""

import pickle
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from showcase.build.edition import code_edition
from showcase.build.gazetteer import load_gazetteer
from showcase.build.ledger import write_file
from showcase.build.search_index import SearchIndex, kept_index, make_index
from showcase.build.workbench import Models
from showcase.build.workforce import Workforce
from showcase.record.abbreviations import Abbreviation
from showcase.record.catalogue import Catalogue, Listed
from showcase.record.reference import Reference
from showcase.record.vocabulary import Vocabularies
from showcase.search.record import SearchRecord, search_record
from showcase.words.fingerprint import fingerprint

__all__ = ["current_index", "ready_index"]

_KEPT = "ho-so"
_WORTH_PROCESSES = 600
"""Models: below this, starting processes costs more than it saves; a record takes 2.1 ms."""


@dataclass(frozen=True, slots=True)
class _Recorder:
    """What making records takes besides the models; the gazetteer is found where the work is done."""

    storeroom: Models
    vocabularies: Vocabularies
    abbreviations: tuple[Abbreviation, ...]


def current_index(catalogue: Catalogue, abbreviations: tuple[Abbreviation, ...], folder: Path) -> SearchIndex | None:
    """Give the index that lies in `folder` if nothing that it is made of has changed."""
    return kept_index(folder, _mark(catalogue, abbreviations))


def ready_index(
    catalogue: Catalogue,
    abbreviations: tuple[Abbreviation, ...],
    storeroom: Models,
    folder: Path,
    workforce: Workforce,
) -> SearchIndex:
    """Give the index of a catalogue: what lies in `folder` if nothing that it is made of has changed, else a new one."""
    mark = _mark(catalogue, abbreviations)
    if kept := kept_index(folder, mark):
        return kept
    return make_index(_current_records(catalogue, abbreviations, storeroom, folder, workforce), folder, mark)


def _mark(catalogue: Catalogue, abbreviations: tuple[Abbreviation, ...]) -> str:
    seen = [_mark_of(one) for one in catalogue.listed(catalogue.models)]
    return fingerprint(_edition(catalogue, abbreviations), "\n".join(seen))


def _edition(catalogue: Catalogue, abbreviations: tuple[Abbreviation, ...]) -> str:
    """Stand for all that every record is made of besides its model."""
    return fingerprint(code_edition(), catalogue.vocabularies, abbreviations)


def _mark_of(one: Listed) -> str:
    return f"{one.brief.digest} {one.mark}"


def _current_records(
    catalogue: Catalogue,
    abbreviations: tuple[Abbreviation, ...],
    storeroom: Models,
    folder: Path,
    workforce: Workforce,
) -> list[SearchRecord]:
    """Give the records of all models on show; those of models that are as they were are kept in `folder`."""
    edition, place = _edition(catalogue, abbreviations), folder / _KEPT
    wanted = {_mark_of(one): one for one in catalogue.listed(catalogue.models)}
    kept = _read(place, edition)
    due = {mark: one for mark, one in wanted.items() if mark not in kept}
    recorder = _Recorder(storeroom, catalogue.vocabularies, abbreviations)
    made = workforce.do(_records, recorder, due.values(), is_much=len(due) >= _WORTH_PROCESSES)
    kept |= zip(due, made, strict=True)
    current = {mark: kept[mark] for mark in wanted}
    if due:
        folder.mkdir(parents=True, exist_ok=True)
        write_file(place, pickle.dumps((edition, {mark: tuple(record) for mark, record in current.items()}), 5))
    return list(current.values())


def _read(place: Path, edition: str) -> dict[str, SearchRecord]:
    """Give the records that were kept by the mark of their model; none where another edition made them."""
    try:
        made_by, rows = pickle.loads(place.read_bytes())  # noqa: S301 - our own file
        return {mark: SearchRecord(*row) for mark, row in rows.items()} if made_by == edition else {}
    except (OSError, ValueError, TypeError, EOFError, AttributeError, pickle.UnpicklingError):
        return {}


def _records(recorder: _Recorder, listed: Sequence[Listed]) -> list[SearchRecord]:
    """Make the records of models, in their order."""
    reference = Reference(recorder.vocabularies, load_gazetteer())
    models = ((recorder.storeroom.model(one.brief.digest), one) for one in listed)
    return [search_record(model, one, reference, recorder.abbreviations) for model, one in models]
