"""Takes a models folder in and asks the rules: everything that is wrong with it, and the catalogue where nothing is."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from showcase.record.catalogue import Catalogue, make_catalogue, vocabularies_of
from showcase.rules.book import check_intake
from showcase.rules.setting import Setting
from showcase.site.intake import Inspect, take_in
from showcase.site.units import load_gazetteer
from showcase.words.problem import Problem, Severity


@dataclass(frozen=True, slots=True)
class Checked:
    """The findings in their order, and the catalogue, which is None where one of them is an error."""

    problems: tuple[Problem, ...]
    catalogue: Catalogue | None
    models: int

    @property
    def errors(self) -> int:
        """How many findings stop publication."""
        return sum(problem.severity is Severity.ERROR for problem in self.problems)


def check_models(root: Path, today: date, inspect: Inspect) -> Checked:
    """Check everything below `root`."""
    gazetteer = load_gazetteer()
    intake = take_in(root, inspect)
    setting = Setting(today, gazetteer, vocabularies_of(intake.vocabularies))
    problems = tuple(check_intake(intake, setting))
    is_sound = not any(problem.severity is Severity.ERROR for problem in problems)
    return Checked(problems, make_catalogue(intake, gazetteer) if is_sound else None, len(intake.models))
