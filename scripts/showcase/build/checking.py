"""Takes a models folder in and asks the rules: everything that is wrong with it, and the catalogue where nothing is."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from showcase.build.assessing import Assessor, Task, assess
from showcase.build.edition import code_edition
from showcase.build.gazetteer import load_gazetteer
from showcase.build.intake import Folder, Inspect, Stamp, Survey
from showcase.build.seal import RACY, youngest_of
from showcase.build.storeroom import Judgement, Known, Storeroom, unpacked
from showcase.build.workforce import Workforce, hired
from showcase.record.abbreviations import Abbreviation, read_abbreviations
from showcase.record.brief import Brief, Change, looks_the_same
from showcase.record.catalogue import Catalogue, in_order_of_year, newest_first, vocabularies_of
from showcase.record.intake import Intake, Stray
from showcase.record.making import make_report
from showcase.record.units import Gazetteer
from showcase.rules.book import check_catalogue, check_file
from showcase.rules.setting import Setting
from showcase.words.fingerprint import fingerprint
from showcase.words.problem import Problem, count_errors, in_order

_WORTH_PROCESSES = 600
"""Models: below this, starting processes costs more than it saves; reading and judging one takes 1.8 ms."""
_KEPT_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Difference:
    """What is different since the last time: `before` and `after` stand for all that was and is known of the models.

    `own` are the changes of which only the models' own pages can tell, where all are such; else it is None.
    """

    before: str
    after: str
    own: tuple[Change, ...] | None


@dataclass(frozen=True, slots=True)
class Checked:
    """The findings in their order, and the catalogue, which is None where one of them is an error; what the search needs."""

    problems: tuple[Problem, ...]
    catalogue: Catalogue | None
    models: int
    difference: Difference
    abbreviations: tuple[Abbreviation, ...] = ()

    @property
    def errors(self) -> int:
        """How many findings stop publication."""
        return count_errors(self.problems)


def check_models(
    survey: Survey, today: date, inspect: Inspect, storeroom: Storeroom, workforce: Workforce | None = None
) -> Checked:
    """Check everything that was found in a models folder, and keep what was found out in the storeroom."""
    gazetteer = load_gazetteer()
    setting = Setting(today, gazetteer, vocabularies_of(survey.vocabularies))
    known = storeroom.known(fingerprint(code_edition(), setting.vocabularies))
    with hired(workforce) as hands:
        now, strays = _looked_into(survey, setting, dict(known), inspect, storeroom, hands)
    found = tuple(now.values())
    intake = Intake(
        root=survey.root,
        models=tuple(one.declaration for one in found),
        reports=survey.reports,
        vocabularies=survey.vocabularies,
        strays=(*survey.strays, *strays),
        abbreviations=survey.abbreviations,
    )
    problems = [problem for one in found for problem in one.problems]
    for submission in (*survey.vocabularies, *survey.reports):
        problems += check_file(submission, setting)
    problems = in_order([*problems, *check_catalogue(intake, setting)])
    briefs = [one.brief for one in found if one.brief]
    catalogue = None if count_errors(problems) else _catalogue(briefs, survey, setting, gazetteer)
    abbreviations = read_abbreviations(survey.abbreviations.text) if survey.abbreviations else ()
    return Checked(tuple(problems), catalogue, len(found), _difference(known, now), abbreviations)


def _difference(before: Mapping[str, Known], now: Mapping[str, Known]) -> Difference:
    own: tuple[Change, ...] | None = None
    if before.keys() == now.keys():
        pairs = [(before[path].brief, one.brief) for path, one in now.items() if before[path].digest != one.digest]
        same = [Change(old, new) for old, new in pairs if old and new and looks_the_same(old, new)]
        own = tuple(same) if len(same) == len(pairs) else None
    return Difference(_mark(before), _mark(now), own)


def _mark(known: Mapping[str, Known]) -> str:
    return fingerprint("".join(sorted(f"{path} {one.digest}" for path, one in known.items())))


def _catalogue(briefs: list[Brief], survey: Survey, setting: Setting, gazetteer: Gazetteer) -> Catalogue:
    return Catalogue(
        models=newest_first(brief for brief in briefs if not brief.withdrawn),
        withdrawn=newest_first(brief for brief in briefs if brief.withdrawn),
        reports=in_order_of_year(make_report(report, gazetteer) for report in survey.reports),
        vocabularies=setting.vocabularies,
        gazetteer=gazetteer,
        root=survey.root,
    )


def _looked_into(
    survey: Survey,
    setting: Setting,
    known: dict[str, Known],
    inspect: Inspect,
    storeroom: Storeroom,
    workforce: Workforce,
) -> tuple[dict[str, Known], list[Stray]]:
    """Give what is known of every folder once those that changed have been read, in the order of the survey.

    It is told by the path of its `model.yaml`, as `known` is, which is brought up to date.
    """
    began, day = time.time_ns(), setting.today.toordinal()
    changed = [folder for folder in survey.folders if not _is_as_known(folder, known.get(folder.model_file), day)]
    assessor = Assessor(setting.today, setting.vocabularies)
    strays: list[Stray] = []
    fresh: list[tuple[str, Stamp, Judgement]] = []
    touched: list[tuple[str, Stamp]] = []
    tasks = _tasks(changed, known, inspect, day)
    for one in workforce.do(assess, assessor, tasks, is_much=len(tasks) >= _WORTH_PROCESSES):
        path, stamp = one.folder.model_file, _lasting(one.folder.stamp, began)
        strays += one.strays
        if one.strays:
            known.pop(path, None)
        elif one.judgement is None:
            touched.append((path, stamp))
        else:
            known[path] = unpacked(stamp, one.judgement.packed)
            fresh.append((path, stamp, one.judgement))
        if len(fresh) == _KEPT_AT_ONCE:
            storeroom.keep(fresh)
            fresh.clear()
    storeroom.keep(fresh)
    storeroom.restamp(touched)
    there = [folder.model_file for folder in survey.folders]
    storeroom.forget(known.keys() - set(there))
    return {path: known[path] for path in there if path in known}, strays


def _is_as_known(folder: Folder, known: Known | None, day: int) -> bool:
    """Tell whether a folder need not be read: a sound model stays so on later days, since no rule forbids what is past."""
    return known is not None and known.stamp == folder.stamp and _holds(known, day)


def _holds(known: Known, day: int) -> bool:
    """Tell whether what was found on one day is so on another."""
    return day == known.day or (day > known.day and known.brief is not None)


def _tasks(folders: list[Folder], known: Mapping[str, Known], inspect: Inspect, day: int) -> list[Task]:
    """Have the photos of all these folders looked at together, which costs far less than one by one."""
    paths = [path for folder in folders for path in folder.photos]
    facts = dict(zip(paths, inspect(paths), strict=True))
    tasks = []
    for folder in folders:
        before = known.get(folder.model_file)
        digest = before.digest if before and _holds(before, day) else ""
        tasks.append(Task(folder, tuple(facts[path] for path in folder.photos), digest))
    return tasks


def _lasting(stamp: Stamp, began: int) -> Stamp:
    """Give a stamp that may be believed later: none where a file may change once more without bearing another time."""
    return stamp if began - youngest_of(stamp) > RACY else ()
