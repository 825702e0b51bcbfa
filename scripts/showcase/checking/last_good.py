"""The last good state of each source: one that is broken leaves the one before, one that is gone is gone."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from showcase.checking.judge import judge_record
from showcase.checking.judgement import Judgement
from showcase.checking.scan import Scan
from showcase.record.abbreviations import Abbreviation
from showcase.record.addresses import PublishedPage
from showcase.record.catalogue import in_order_of_rank, in_order_of_year, latest_first, vocabularies_of
from showcase.record.document import Document
from showcase.record.event import Event
from showcase.record.report import Report
from showcase.record.submission import Submission
from showcase.record.vocabulary import Vocabularies
from showcase.rules.book import check_file
from showcase.rules.setting import Setting
from showcase.words.problem import count_errors

Record = TypeVar("Record", Report, Document, Event)


class LastGood:
    """What there is to show, by the path of its source; it begins with nothing."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self.judgements: dict[str, Judgement] = {}
        self.abbreviations: tuple[Abbreviation, ...] = ()
        self.published_pages: tuple[PublishedPage, ...] = ()
        self.published_files: tuple[PublishedPage, ...] = ()
        self._reports: dict[str, Report] = {}
        self._documents: dict[str, Document] = {}
        self._events: dict[str, Event] = {}
        self._vocabularies: dict[str, Submission] = {}

    @property
    def vocabularies(self) -> Vocabularies:
        """The vocabularies."""
        return vocabularies_of(self._vocabularies.values())

    @property
    def reports(self) -> tuple[Report, ...]:
        """The official figures, the latest year first."""
        return in_order_of_year(self._reports.values())

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents, by rank."""
        return in_order_of_rank(self._documents.values())

    @property
    def events(self) -> tuple[Event, ...]:
        """The events, the latest first."""
        return latest_first(self._events.values())

    def take_lists(self, scan: Scan, setting: Setting) -> None:
        """Take the vocabularies that are good, the abbreviations, and what was ever published."""
        self.abbreviations = scan.sound_abbreviations
        self.published_pages, self.published_files = scan.published_pages, scan.published_files
        for submission in scan.vocabularies:
            if not count_errors(check_file(submission, setting)):
                self._vocabularies[submission.path] = submission

    def take_records(self, scan: Scan, setting: Setting) -> None:
        """Take the reports, documents and events that are good."""
        self._reports = _good(scan.reports, Report, self._reports, setting)
        self._documents = _good(scan.documents, Document, self._documents, setting)
        self._events = _good(scan.events, Event, self._events, setting)

    def take_models(self, judgements: Mapping[str, Judgement]) -> None:
        """Take the models that are good."""
        good = {path: one for path, one in judgements.items() if one.summary}
        before = {path: one for path, one in self.judgements.items() if path in judgements}
        self.judgements = before | good


def _good(
    submissions: Sequence[Submission], kind: type[Record], before: Mapping[str, Record], setting: Setting
) -> dict[str, Record]:
    """Give by its path what each file makes; what it made before where it is broken now."""
    found = {}
    for submission in submissions:
        _, made = judge_record(submission, setting)
        if isinstance(made, kind):
            found[submission.path] = made
        elif submission.path in before:
            found[submission.path] = before[submission.path]
    return found
