"""The workspace holds what every source said last, what is wrong with it, and the last good thing that was made of it.

A source that is broken leaves its last good model on show; one that never was good has none. Only one thread may change
a workspace. Nothing here reads a file.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from showcase.build.intake import Stamp
from showcase.preview.order import Order
from showcase.preview.reading import Reading
from showcase.publish.open_data import model_row
from showcase.record.brief import Brief, make_brief
from showcase.record.catalogue import Catalogue, in_order_of_year, vocabularies_of
from showcase.record.declaration import Declaration
from showcase.record.intake import Intake, Stray
from showcase.record.making import UnsoundRecordError, make_model, make_report
from showcase.record.model import Model
from showcase.record.photo import Rendition, renditions
from showcase.record.report import Report
from showcase.record.submission import Submission
from showcase.record.units import Gazetteer
from showcase.rules.book import check_file
from showcase.rules.declaring import declare
from showcase.rules.setting import Setting
from showcase.words.fingerprint import fingerprint
from showcase.words.problem import Problem, Severity


@dataclass(frozen=True, slots=True)
class Portfolio:
    """Every model that was made since the preview began, by its digest: an edition that is still open may ask for it."""

    models: dict[str, Model]

    def model(self, digest: str) -> Model:
        """Give a whole model."""
        return self.models[digest]

    def lines(self, digests: Sequence[str]) -> Iterator[bytes]:
        """Yield the lines of open data of models."""
        return (model_row(self.models[digest]) for digest in digests)


@dataclass(slots=True)
class Workspace:
    """Everything by the path of its source.

    `findings` has those of which there are any; `pictures` gives the photo and the size behind each picture's path; `unshown` the path of each model, by id, of which
    nothing can be shown yet.
    """

    root: str
    today: date
    gazetteer: Gazetteer
    stamps: dict[str, Stamp] = field(default_factory=dict)
    submissions: dict[str, Submission] = field(default_factory=dict)
    findings: dict[str, tuple[Problem, ...]] = field(default_factory=dict)
    pictures: dict[str, tuple[str, Rendition]] = field(default_factory=dict)
    unshown: dict[str, str] = field(default_factory=dict)
    strays: tuple[Stray, ...] = ()
    portfolio: "Portfolio" = field(default_factory=lambda: Portfolio({}))
    setting: Setting = field(init=False)
    _declarations: dict[str, Declaration] = field(default_factory=dict)
    _models: Order = field(default_factory=Order)
    _reports: dict[str, Report] = field(default_factory=dict)
    _good_vocabularies: dict[str, Submission] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Begin with empty vocabularies."""
        self.setting = self._setting()

    def take(self, reading: Reading) -> None:
        """Take in what a source says now, ask the rules of a file about it, and make of it what can be made."""
        if reading.submission is None:
            self._forget(reading.path)
            return
        self.stamps[reading.path] = reading.stamp
        self.submissions[reading.path] = reading.submission
        self.judge(reading.submission, check_file(reading.submission, self.setting))

    def judge(self, submission: Submission, problems: Iterable[Problem]) -> None:
        """Note what is wrong with a submission, and show it if nothing grave is."""
        found = tuple(problems)
        if submission.kind == "model":
            self._declarations[submission.path] = declare(submission, self.setting)
        self.findings.pop(submission.path, None)
        if found:
            self.findings[submission.path] = found
        if not any(problem.severity is Severity.ERROR for problem in found):
            self._show(submission)
        if submission.kind == "model" and self._models.get(submission.path) is None:
            self.unshown[submission.name] = submission.path
        elif self.unshown.get(submission.name) == submission.path:
            del self.unshown[submission.name]

    def brief(self, path: str) -> Brief | None:
        """Give the brief of the last good model of a source."""
        return self._models.get(path)

    def catalogue(self) -> Catalogue:
        """Give the last good state of everything."""
        return Catalogue(
            models=self._models.shown,
            withdrawn=self._models.withdrawn,
            reports=in_order_of_year(self._reports.values()),
            vocabularies=self.setting.vocabularies,
            gazetteer=self.gazetteer,
            root=self.root,
        )

    def intake(self) -> Intake:
        """Give what was read, as the rules of the catalogue want it."""
        ordered = [self.submissions[path] for path in sorted(self.submissions, key=lambda path: path.split("/"))]
        reports, vocabularies = (tuple(one for one in ordered if one.kind == kind) for kind in ("report", "vocabulary"))
        declarations = tuple(self._declarations[one.path] for one in ordered if one.kind == "model")
        return Intake(self.root, declarations, reports, vocabularies, self.strays)

    def _show(self, submission: Submission) -> None:
        try:
            match submission.kind:
                case "model":
                    self._show_model(submission)
                case "report":
                    self._reports[submission.path] = make_report(submission, self.gazetteer)
                case "vocabulary" if self._good_vocabularies.get(submission.path) is not submission:
                    self._good_vocabularies[submission.path] = submission
                    self.setting = self._setting()
        except UnsoundRecordError:
            return  # the rules let pass what cannot be made: what was good stays

    def _show_model(self, submission: Submission) -> None:
        model = make_model(submission, self.gazetteer)
        digest = fingerprint(submission.path, submission.text, submission.photos)
        self.portfolio.models[digest] = model
        self._models.put(make_brief(model, digest))
        folder = submission.path.rpartition("/")[0]
        for photo in model.photos:
            for rendition in renditions(photo.facts):
                self.pictures[rendition.path] = f"{folder}/{photo.file}", rendition

    def _forget(self, path: str) -> None:
        for kept in (self.stamps, self.submissions, self.findings, self._reports, self._declarations):
            kept.pop(path, None)
        self.unshown = {name: where for name, where in self.unshown.items() if where != path}
        self._models.drop(path)

    def _setting(self) -> Setting:
        return Setting(self.today, self.gazetteer, vocabularies_of(self._good_vocabularies.values()))
