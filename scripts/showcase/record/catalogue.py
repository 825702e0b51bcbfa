"""The catalogue is everything that is true, at rest: models, vocabularies, reports, places; it knows nothing of pages.

It is loaded once and looked at in many ways; every view is computed from it and none changes it.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from showcase.record.intake import Intake
from showcase.record.making import make_model, make_report
from showcase.record.model import Model
from showcase.record.report import Report
from showcase.record.submission import Submission
from showcase.record.units import Gazetteer
from showcase.record.vocabulary import Vocabularies, make_vocabularies
from showcase.words.collation import sort_key


@dataclass(frozen=True)
class Catalogue:
    """Models sorted newest first, those of one day as Vietnamese sort; `withdrawn` are those taken down.

    `root` is the folder that their paths begin with, as it was given.
    """

    models: tuple[Model, ...]
    withdrawn: tuple[Model, ...]
    reports: tuple[Report, ...]
    vocabularies: Vocabularies
    gazetteer: Gazetteer
    root: str = "models"

    @cached_property
    def by_id(self) -> dict[str, Model]:
        """The models on show, by id, and by the ids that they had before: those who name one may not know of the change."""
        formerly = {former: model for model in self.models for former in model.former_ids}
        return formerly | {model.id: model for model in self.models}

    @cached_property
    def learners(self) -> dict[str, tuple[Model, ...]]:
        """For each id, the models that say they learned from it: the other end of `hoc_tu`, oldest first."""
        found: dict[str, list[Model]] = defaultdict(list)
        for model in self.models:
            if teacher := self.by_id.get(model.learned_from):
                found[teacher.id].append(model)
        return {key: tuple(sorted(models, key=_first_year)) for key, models in found.items()}

    def copied(self, model: Model) -> int:
        """How often a model was copied: by models of the catalogue, and by places without an entry."""
        return len(self.learners.get(model.id, ())) + len(model.copies)


def make_catalogue(intake: Intake, gazetteer: Gazetteer) -> Catalogue:
    """Make the catalogue of an intake in which the rules found no error."""
    models = [make_model(submission, gazetteer) for submission in intake.models]
    reports = [make_report(submission, gazetteer) for submission in intake.reports]
    return Catalogue(
        models=newest_first(model for model in models if not model.takedown),
        withdrawn=newest_first(model for model in models if model.takedown),
        reports=tuple(sorted(reports, key=lambda report: (-report.year, sort_key(report.title)))),
        vocabularies=vocabularies_of(intake.vocabularies),
        gazetteer=gazetteer,
        root=intake.root,
    )


def vocabularies_of(submissions: Iterable[Submission]) -> Vocabularies:
    """Make the vocabularies of an intake."""
    return make_vocabularies({submission.name: submission for submission in submissions})


def newest_first(models: Iterable[Model]) -> tuple[Model, ...]:
    """Sort by the day of publication, newest first; those of one day by title, then id."""
    by_title = sorted(models, key=lambda model: (sort_key(model.title), model.id))
    return tuple(sorted(by_title, key=lambda model: model.published, reverse=True))


def _first_year(model: Model) -> tuple[int, str]:
    return (model.history[0].in_year if model.history else 0, model.id)
