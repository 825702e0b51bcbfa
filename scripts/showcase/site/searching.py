"""The search is made ready here: a record of every model, made where hands are free, and the index of them all."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from showcase.publish.search_record import SearchRecord, search_record
from showcase.record.abbreviations import Abbreviation
from showcase.record.catalogue import Catalogue, Listed
from showcase.record.reference import Reference
from showcase.record.vocabulary import Vocabularies
from showcase.site.edition import code_edition
from showcase.site.search_index import SearchIndex, kept_index, make_index
from showcase.site.units import load_gazetteer
from showcase.site.workbench import Models
from showcase.site.workforce import Workforce
from showcase.words.fingerprint import fingerprint

__all__ = ["current_index", "ready_index"]

_WORTH_PROCESSES = 600
"""Models: below this, starting processes costs more than it saves; a record takes 2.4 ms."""


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
    listed = catalogue.listed(catalogue.models)
    recorder = _Recorder(storeroom, catalogue.vocabularies, abbreviations)
    records = workforce.do(_records, recorder, listed, is_much=len(listed) >= _WORTH_PROCESSES)
    return make_index(records, folder, mark)


def _mark(catalogue: Catalogue, abbreviations: tuple[Abbreviation, ...]) -> str:
    seen = [f"{one.brief.digest} {one.mark}" for one in catalogue.listed(catalogue.models)]
    return fingerprint(code_edition(), catalogue.vocabularies, abbreviations, "\n".join(seen))


def _records(recorder: _Recorder, listed: Sequence[Listed]) -> list[SearchRecord]:
    """Make the records of models, in their order."""
    reference = Reference(recorder.vocabularies, load_gazetteer())
    models = ((recorder.storeroom.model(one.brief.digest), one) for one in listed)
    return [search_record(model, one, reference, recorder.abbreviations) for model, one in models]
