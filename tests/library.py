"""Catalogues for tests: of snippets or of a folder, with the whole models at hand; it asserts nothing."""

import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import Path

from making import TODAY, photo, vocabularies
from showcase.record.abbreviations import PATH as ABBREVIATIONS
from showcase.record.brief import make_brief
from showcase.record.catalogue import Catalogue, in_order_of_year, newest_first, vocabularies_of
from showcase.record.making import make_model, make_report
from showcase.record.model import Model
from showcase.record.photo import PhotoFacts
from showcase.record.submission import Submission
from showcase.build.checking import Checked, check_models
from showcase.build.intake import survey
from showcase.preview.workspace import Portfolio
from showcase.build.storeroom import Storeroom
from showcase.system.gazetteer import load_gazetteer
from showcase.build.workbench import Models
from showcase.views.around import Chosen, choose, make_surroundings
from showcase.views.model_page import related
from showcase.views.shelves import make_shelves

_rooms = tempfile.TemporaryDirectory(prefix="rooms-")
_numbers = count()

Inspect = Callable[[list[Path]], list[PhotoFacts]]


@dataclass(frozen=True)
class Library:
    """A catalogue, and where its whole models are found."""

    catalogue: Catalogue
    shelf: Models

    def whole(self, model_id: str) -> Model:
        """Give a whole model."""
        everything = (*self.catalogue.models, *self.catalogue.withdrawn)
        return next(self.shelf.model(brief.digest) for brief in everything if brief.id == model_id)


def library(*models: Submission, reports: tuple[Submission, ...] = ()) -> Library:
    """Make the catalogue of sound submissions."""
    gazetteer = load_gazetteer()
    made = [make_model(submission, gazetteer) for submission in models]
    return library_with(made, [make_report(report, gazetteer) for report in reports])


def library_with(models: Iterable[Model], reports: Iterable[object] = ()) -> Library:
    """Make a catalogue of models that are made already."""
    shelf = {f"{number}": model for number, model in enumerate(models)}
    briefs = [make_brief(model, digest) for digest, model in shelf.items()]
    catalogue = Catalogue(
        models=newest_first(brief for brief in briefs if not brief.withdrawn),
        withdrawn=newest_first(brief for brief in briefs if brief.withdrawn),
        reports=in_order_of_year(reports),  # type: ignore[arg-type]
        vocabularies=vocabularies_of(vocabularies()),
        gazetteer=load_gazetteer(),
    )
    return Library(catalogue, Portfolio(shelf))


def foot_of(catalogue: Catalogue, model_id: str) -> Chosen:
    """Choose what the page of a model tells of those round it."""
    model = catalogue.by_id[model_id]
    surroundings = make_surroundings(catalogue, make_shelves(catalogue))
    return choose(model, catalogue, surroundings, related(model, catalogue).ids)


def taken_for_sound(paths: list[Path]) -> list[PhotoFacts]:
    """Inspect photos without a look at them."""
    return [photo(path.name, digest=str(path)) for path in paths]


def checked(models: Path, inspect: Inspect = taken_for_sound, today: date = TODAY) -> Checked:
    """Check a folder, with the editors' list that lies beside it, and keep nothing of it."""
    return check_models(survey(models, models.parent / ABBREVIATIONS), today, inspect, a_room())


def library_of(models: Path, inspect: Inspect = taken_for_sound) -> Library:
    """Read a sound models folder; ValueError tells what is wrong with another."""
    room = a_room()
    found = check_models(survey(models), TODAY, inspect, room)
    if found.catalogue is None:
        raise ValueError("\n".join(map(str, found.problems)))
    return Library(found.catalogue, room)


def catalogue_of(models: Path, inspect: Inspect = taken_for_sound) -> Catalogue:
    """Read a sound models folder."""
    return library_of(models, inspect).catalogue


def a_room() -> Storeroom:
    """Give an empty storeroom."""
    return Storeroom(Path(_rooms.name) / str(next(_numbers)))
