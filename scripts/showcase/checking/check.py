"""A check asks the rules about all sources: everything that is wrong with them, and what is known of each model."""

import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from math import inf
from typing import NamedTuple

from showcase.checking.database import MODELS, OPEN_DATA, SOURCES, TABLES, Database
from showcase.checking.folder import Folder, Inspect
from showcase.checking.judge import Case, Judge, judge_all, judge_killed, judge_record
from showcase.checking.judgement import Judged, Judgement, unpack
from showcase.checking.scan import Scan
from showcase.record.abbreviations import Abbreviation
from showcase.record.addresses import ADDRESSES, PAGES, PublishedPage
from showcase.record.catalogue import in_order_of_rank, in_order_of_year, latest_first, vocabularies_of
from showcase.record.document import Document
from showcase.record.event import Event
from showcase.record.intake import Intake, UnexpectedFile
from showcase.record.making import make_document, make_event, make_report
from showcase.record.report import Report
from showcase.record.vocabulary import Vocabularies
from showcase.rules.book import check_catalogue, check_file
from showcase.rules.setting import Setting
from showcase.system.gazetteer import load_gazetteer
from showcase.system.pool import Pool
from showcase.system.reading import RACY
from showcase.words.digest import digest_of
from showcase.words.problem import Problem, count_errors, in_order

Tell = Callable[[int], None]

_WORTH_PROCESSES = 600
"""Models: below this, starting processes costs more than it saves; reading and judging one takes 1.8 ms."""
_KEPT_AT_ONCE = 500
_WORTH_SWEEPING = 100
"""Models that nobody needs any more, besides as many as are in use."""
_INSPECTED_AT_ONCE = 1024
"""Models whose photos are looked at together."""


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
    def documents(self) -> tuple[Document, ...]:
        """The documents; only where nothing is an error."""
        return in_order_of_rank(make_document(document, load_gazetteer()) for document in self.scan.documents)

    @property
    def events(self) -> tuple[Event, ...]:
        """The events; only where nothing is an error."""
        return latest_first(make_event(event, load_gazetteer()) for event in self.scan.events)

    @property
    def abbreviations(self) -> tuple[Abbreviation, ...]:
        """The sound rows of the editors' list of abbreviations."""
        return self.scan.sound_abbreviations

    @property
    def published_pages(self) -> tuple[PublishedPage, ...]:
        """The pages that the ledger of them tells of."""
        return self.scan.published_pages

    @property
    def published_files(self) -> tuple[PublishedPage, ...]:
        """The files that it tells of."""
        return self.scan.published_files


class Judgements(NamedTuple):
    """What is known of each model's folder by the path of its `model.yaml`, in the order of the scan; what could not be read."""

    by_path: dict[str, Judgement]
    unexpected: tuple[UnexpectedFile, ...]


class Checker:
    """Checks sources, again and again; what it found out is kept in the database, and from check to check in memory."""

    def __init__(
        self, today: date, inspect: Inspect, database: Database, pool: Pool, *, makes_models: bool = True
    ) -> None:
        """Know nothing yet; `makes_models` is that of `Judge`."""
        self._today, self._inspect, self._database, self._pool = today, inspect, database, pool
        self._makes_models = makes_models
        self._known: dict[str, tuple[str, Judgement]] = {}
        self._judge: Judge | None = None
        self._vocabularies = ""

    def check(self, scan: Scan) -> Checked:
        """Check everything that a scan found."""
        scan = scan.with_photos(self._inspect)
        vocabularies = vocabularies_of(scan.vocabularies)
        judgements = self.judge(scan, vocabularies)
        return Checked(self.problems(scan, vocabularies, judgements), judgements.by_path, scan, vocabularies)

    def judge(self, scan: Scan, vocabularies: Vocabularies, tell: Tell = lambda _judged: None) -> Judgements:
        """Read and judge the models that changed; `tell` is called with how many have been kept since."""
        judge = Judge(self._today, vocabularies, self._makes_models)
        if judge != self._judge:
            self._judge, self._vocabularies = judge, digest_of(vocabularies)
            self._known = self._believed()
        judged = 0
        changed = [folder for folder in scan.folders if not self._is_as_known(folder)]
        unexpected: list[UnexpectedFile] = []
        fresh: list[tuple[str, str, Judged]] = []
        touched: list[tuple[str, str]] = []
        is_much = len(changed) >= _WORTH_PROCESSES
        cases = self._cases(changed)
        for verdicts in self._pool.map(judge_all, judge, cases, is_much=is_much, killed=judge_killed):
            for folder, found, strange in verdicts:
                path, stamp = folder.file_path, self._stamp(folder, scan.began)
                unexpected += strange
                if strange:
                    self._known.pop(path, None)
                elif found is None:
                    self._known[path] = stamp, self._known[path][1]
                    touched.append((path, stamp))
                else:
                    stamp = stamp if found.digest else ""  # who was killed may live another time
                    self._known[path] = stamp, unpack(found.packed)
                    fresh.append((path, stamp, found))
            if len(fresh) >= _KEPT_AT_ONCE:
                self._database.write(_kept(fresh))
                judged += len(fresh)
                fresh.clear()
                tell(judged)
        there = [folder.file_path for folder in scan.folders]
        self._keep(fresh, touched, self._known.keys() - set(there))
        return Judgements({path: self._known[path][1] for path in there if path in self._known}, tuple(unexpected))

    def problems(self, scan: Scan, vocabularies: Vocabularies, judgements: Judgements) -> tuple[Problem, ...]:
        """Give everything that is wrong: with each file, and with all of them together."""
        setting = Setting(self._today, load_gazetteer(), vocabularies)
        found = [problem for one in judgements.by_path.values() for problem in one.problems]
        for submission in (*scan.vocabularies, *scan.pages):
            found += check_file(submission, setting)
        for submission in (*scan.reports, *scan.documents, *scan.events):
            found += judge_record(submission, setting)[0]
        intake = Intake(
            root=scan.root,
            models=tuple([one.declaration for one in judgements.by_path.values()]),
            reports=scan.reports,
            documents=scan.documents,
            events=scan.events,
            vocabularies=scan.vocabularies,
            unexpected=(*scan.unexpected, *judgements.unexpected),
            abbreviations=scan.abbreviations,
            addresses=scan.ledger(ADDRESSES),
            pages=scan.ledger(PAGES),
        )
        return tuple(in_order([*found, *check_catalogue(intake, setting)]))

    def known(self) -> dict[str, Judgement]:
        """Give what is known by now, while the rest is being judged."""
        return {path: judgement for path, (_, judgement) in self._known.items()}

    def _believed(self) -> dict[str, tuple[str, Judgement]]:
        """Give what was known, which holds for the vocabularies alone by which it was judged, and with its model where one is wanted."""
        rows = ((path, *_stamped(row)) for path, row in self._database.all(SOURCES).items())
        known = {path: (stamp, unpack(row)) for path, stamp, row in rows if stamp.endswith(self._vocabularies)}
        if self._makes_models:
            return {path: one for path, one in known.items() if one[1].summary or not one[1].is_sound}
        return known

    def _keep(self, fresh: list[tuple[str, str, Judged]], touched: list[tuple[str, str]], gone: set[str]) -> None:
        for path in gone:
            del self._known[path]
        if not (fresh or touched or gone):
            return
        database = self._database
        database.write(_kept(fresh))
        before = database.some(SOURCES, [path for path, _ in touched])
        again = {path: _with_stamp(stamp, _stamped(row)[1]) for (path, stamp), row in zip(touched, before, strict=True)}
        database.write({SOURCES: {**again, **dict.fromkeys(gone)}})
        there, wanted = database.keys(MODELS), {judgement.digest for _, judgement in self._known.values()}
        if len(there) > 2 * len(wanted) + _WORTH_SWEEPING:
            unused = dict.fromkeys(there - wanted)
            database.write({MODELS: unused, OPEN_DATA: unused, TABLES: unused})

    def _is_as_known(self, folder: Folder) -> bool:
        """Tell whether a folder need not be read: a sound model stays so on later days, since no rule forbids what is past."""
        stamp, judgement = self._known.get(folder.file_path, ("", None))
        return judgement is not None and stamp == self._stamp(folder) and self._holds(judgement)

    def _stamp(self, folder: Folder, began: float = inf) -> str:
        """Give what tells how a folder looks, and by which vocabularies it was judged.

        Where a file may have changed once more since a scan `began` without bearing another time, nothing looks like it.
        """
        looks = folder.stamp if began - folder.changed > RACY else ""
        return f"{looks} {self._vocabularies}"

    def _holds(self, judgement: Judgement) -> bool:
        """Tell whether what was found on one day is so on another."""
        day = self._today.toordinal()
        return day == judgement.day or (day > judgement.day and judgement.is_sound)

    def _cases(self, folders: list[Folder]) -> Iterator[Case]:
        """Have the photos of many folders looked at together, which costs far less than one by one."""
        for start in range(0, len(folders), _INSPECTED_AT_ONCE):
            part = folders[start : start + _INSPECTED_AT_ONCE]
            paths = [path for folder in part for path in folder.photo_paths()]
            facts = dict(zip(paths, self._inspect(paths), strict=True))
            for folder in part:
                _, before = self._known.get(folder.file_path, ("", None))
                digest = before.digest if before and self._holds(before) else ""
                yield Case(folder, tuple(facts[path] for path in folder.photo_paths()), digest)


def _kept(judged: Iterable[tuple[str, str, Judged]]) -> dict[str, dict[str, bytes | None]]:
    """Give what the database keeps of (path, stamp, what was found)."""
    tables: dict[str, dict[str, bytes | None]] = {MODELS: {}, OPEN_DATA: {}, TABLES: {}, SOURCES: {}}
    for path, stamp, one in judged:
        tables[SOURCES][path] = _with_stamp(stamp, one.packed)
        if one.model:
            tables[MODELS][one.digest], tables[OPEN_DATA][one.digest] = one.model, one.data
            tables[TABLES][one.digest] = one.table_rows
    return tables


def _with_stamp(stamp: str, packed: bytes) -> bytes:
    return pickle.dumps((stamp, packed))


def _stamped(row: bytes) -> tuple[str, bytes]:
    stamp, packed = pickle.loads(row)  # noqa: S301 - our own file
    return stamp, packed
