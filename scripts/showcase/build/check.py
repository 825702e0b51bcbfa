"""A check asks the rules about all sources: everything that is wrong with them, and what is known of each model."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from showcase.build.database import Database, Judged, Judgement, unpack
from showcase.build.judge import Case, Judge, judge_all
from showcase.build.pool import Pool
from showcase.build.scan import Folder, Scan
from showcase.record.abbreviations import Abbreviation, read_abbreviations
from showcase.record.catalogue import in_order_of_year, vocabularies_of
from showcase.record.intake import Intake, Stray
from showcase.record.making import make_report
from showcase.record.photo import PhotoFacts
from showcase.record.report import Report
from showcase.record.vocabulary import Vocabularies
from showcase.rules.book import check_catalogue, check_file
from showcase.rules.setting import Setting
from showcase.system.gazetteer import load_gazetteer
from showcase.system.reading import RACY
from showcase.words.digest import digest_of
from showcase.words.problem import Problem, count_errors, in_order

Inspect = Callable[[list[Path]], list[PhotoFacts]]
"""Looks at photo files and says what they are."""

_WORTH_PROCESSES = 600
"""Models: below this, starting processes costs more than it saves; reading and judging one takes 1.8 ms."""
_KEPT_AT_ONCE = 500
_VOCABULARIES = "vocabularies"


@dataclass(frozen=True, slots=True)
class Checked:
    """The findings in their order, and what is known of each model's folder by the path of its `model.yaml`."""

    problems: tuple[Problem, ...]
    judgements: Mapping[str, Judgement]
    scan: Scan
    vocabularies: Vocabularies

    @property
    def models(self) -> int:
        """How many models there are, sound or not."""
        return len(self.judgements)

    @property
    def errors(self) -> int:
        """How many findings stop publication."""
        return count_errors(self.problems)

    @property
    def reports(self) -> tuple[Report, ...]:
        """The official figures; only where nothing is an error."""
        return in_order_of_year(make_report(report, load_gazetteer()) for report in self.scan.reports)

    @property
    def abbreviations(self) -> tuple[Abbreviation, ...]:
        """The sound rows of the editors' list of abbreviations."""
        page = self.scan.abbreviations
        return read_abbreviations(page.text) if page else ()


def check_sources(scan: Scan, today: date, inspect: Inspect, database: Database, pool: Pool) -> Checked:
    """Check everything that a scan found; what is found of each model is kept in the database."""
    setting = Setting(today, load_gazetteer(), vocabularies_of(scan.vocabularies))
    judgements, unexpected = _Checking(scan, setting, inspect, database).judgements(pool)
    intake = Intake(
        root=scan.root,
        models=tuple([one.declaration for one in judgements.values()]),
        reports=scan.reports,
        vocabularies=scan.vocabularies,
        strays=(*scan.unexpected, *unexpected),
        abbreviations=scan.abbreviations,
    )
    problems = [problem for one in judgements.values() for problem in one.problems]
    for submission in (*scan.vocabularies, *scan.reports):
        problems += check_file(submission, setting)
    problems = in_order([*problems, *check_catalogue(intake, setting)])
    return Checked(tuple(problems), judgements, scan, setting.vocabularies)


class _Checking:
    """One check: what was known before, and what is found now."""

    def __init__(self, scan: Scan, setting: Setting, inspect: Inspect, database: Database) -> None:
        self._scan, self._setting, self._inspect, self._database = scan, setting, inspect, database
        self._began = time.time_ns()
        self._day = setting.today.toordinal()
        self._known = self._believed()

    def judgements(self, pool: Pool) -> tuple[dict[str, Judgement], list[Stray]]:
        """Read what changed; give what is known of every folder then, in the order of the scan."""
        changed = [folder for folder in self._scan.folders if not self._is_as_known(folder)]
        unexpected: list[Stray] = []
        fresh: list[tuple[str, str, Judged]] = []
        touched: list[tuple[str, str]] = []
        judge = Judge(self._setting.today, self._setting.vocabularies)
        is_much = len(changed) >= _WORTH_PROCESSES
        for verdicts in pool.map(judge_all, judge, self._cases(changed), is_much=is_much):
            for folder, judged, strange in verdicts:
                stamp = self._lasting_stamp(folder)
                unexpected += strange
                if strange:
                    self._known.pop(folder.model_file, None)
                elif judged is None:
                    touched.append((folder.model_file, stamp))
                else:
                    self._known[folder.model_file] = stamp, unpack(judged.packed)
                    fresh.append((folder.model_file, stamp, judged))
            if len(fresh) >= _KEPT_AT_ONCE:
                self._database.keep_judged(fresh)
                fresh.clear()
        self._keep(fresh, touched)
        there = (folder.model_file for folder in self._scan.folders)
        return {path: self._known[path][1] for path in there if path in self._known}, unexpected

    def _believed(self) -> dict[str, tuple[str, Judgement]]:
        """Give what was known, which holds for the vocabularies alone by which it was judged."""
        vocabularies = digest_of(self._setting.vocabularies)
        if self._database.note(_VOCABULARIES) == vocabularies:
            return self._database.judgements()
        self._database.forget_sources()
        self._database.write_note(_VOCABULARIES, vocabularies)
        return {}

    def _keep(self, fresh: list[tuple[str, str, Judged]], touched: list[tuple[str, str]]) -> None:
        gone = self._known.keys() - {folder.model_file for folder in self._scan.folders}
        if fresh or touched or gone:
            self._database.keep_judged(fresh)
            self._database.restamp(touched)
            self._database.forget(gone, [judgement.digest for _, judgement in self._known.values()])

    def _is_as_known(self, folder: Folder) -> bool:
        """Tell whether a folder need not be read: a sound model stays so on later days, since no rule forbids what is past."""
        stamp, judgement = self._known.get(folder.model_file, ("", None))
        return judgement is not None and stamp == folder.stamp and self._holds(judgement)

    def _holds(self, judgement: Judgement) -> bool:
        """Tell whether what was found on one day is so on another."""
        return self._day == judgement.day or (self._day > judgement.day and judgement.summary is not None)

    def _cases(self, folders: list[Folder]) -> list[Case]:
        """Have the photos of all these folders looked at together, which costs far less than one by one."""
        paths = [path for folder in folders for path in folder.photo_paths()]
        facts = dict(zip(paths, self._inspect(paths), strict=True))
        cases = []
        for folder in folders:
            _, before = self._known.get(folder.model_file, ("", None))
            digest = before.digest if before and self._holds(before) else ""
            cases.append(Case(folder, tuple(facts[path] for path in folder.photo_paths()), digest))
        return cases

    def _lasting_stamp(self, folder: Folder) -> str:
        """Give a stamp that may be believed later: none where a file may change once more without bearing another time."""
        return folder.stamp if self._began - folder.changed > RACY else ""
