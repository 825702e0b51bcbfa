"""One model's folder is read and judged at a time; pure but for the reading, so that processes can share the work."""

import pickle
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from typing import NamedTuple

from showcase.checking.folder import Folder, read_source
from showcase.checking.judgement import Judged, Judgement, pack
from showcase.publish.record_rows import model_row, packed_rows
from showcase.record.declaration import nothing_declared
from showcase.record.document import Document
from showcase.record.event import Event
from showcase.record.intake import UnexpectedFile
from showcase.record.making import make_document, make_event, make_model, make_report
from showcase.record.photo import PhotoFacts
from showcase.record.report import Report
from showcase.record.submission import Submission, read_model
from showcase.record.summary import make_summary
from showcase.record.units import Gazetteer
from showcase.record.vocabulary import Vocabularies
from showcase.rules import whole_file
from showcase.rules.book import check_file
from showcase.rules.declaring import declare
from showcase.rules.setting import Setting
from showcase.system.gazetteer import load_gazetteer
from showcase.words.digest import digest_of
from showcase.words.mistake import mistake, where
from showcase.words.problem import Problem, Severity, Spot, count_errors

MAKERS: dict[str, Callable[[Submission, Gazetteer], Report | Document | Event]] = {
    "report": make_report,
    "document": make_document,
    "event": make_event,
}
"""Who makes a record of a sound file, by its kind."""
_KILLED = "một tiến trình bị hệ thống dừng, có thể vì máy hết bộ nhớ"


@dataclass(frozen=True, slots=True)
class Judge:
    """What judging takes besides the file; the gazetteer is found where the work is done."""

    today: date
    vocabularies: Vocabularies
    makes_models: bool = True
    """Whether what a site is made of is made too; who only asks what is wrong is spared a third of the time."""

    @property
    def setting(self) -> Setting:
        """The surroundings of the rules."""
        return Setting(self.today, load_gazetteer(), self.vocabularies)


class Case(NamedTuple):
    """A folder to look into; `digest` is what its bytes were known by, if they were."""

    folder: Folder
    photos: tuple[PhotoFacts, ...]
    digest: str = ""


class Verdict(NamedTuple):
    """What came of a folder: `judged` is None where the bytes are what they were, or could not be read."""

    folder: Folder
    judged: Judged | None
    unexpected: tuple[UnexpectedFile, ...] = ()


def judge_all(judge: Judge, cases: Sequence[Case]) -> list[Verdict]:
    """Read and judge folders, in their order."""
    setting = judge.setting
    return [_judge(case, setting, makes_model=judge.makes_models) for case in cases]


def judge_model(submission: Submission, digest: str, setting: Setting, *, makes_model: bool = True) -> Judged:
    """Ask the rules of a file, and make the model of one in which they find no error, if it is wanted."""
    problems = tuple(check_file(submission, setting))
    try:
        return _judged(submission, digest, setting, problems, makes_model=makes_model)
    except Exception as error:  # noqa: BLE001 - our own mistake, of which nobody else's file may suffer
        problems = (*problems, _stopped(submission.path, error))
        return _without_model(submission.name, submission.path, digest, setting.today, problems)


def judge_record(submission: Submission, setting: Setting) -> tuple[list[Problem], Report | Document | Event | None]:
    """Ask the rules of a file about a report, a document or an event, and make it where they find no error."""
    problems = check_file(submission, setting)
    try:
        return problems, None if count_errors(problems) else MAKERS[submission.kind](submission, setting.gazetteer)
    except Exception as error:  # noqa: BLE001 - as above
        return [*problems, _stopped(submission.path, error)], None


def judge_killed(judge: Judge, case: Case) -> list[Verdict]:
    """Give the verdict on a folder that ended the process which read it, as a library of C may, or a lack of memory."""
    path = case.folder.file_path
    problem = Problem(Spot(path), Severity.ERROR, whole_file.NAME, mistake("đọc tệp này", _KILLED))
    return [Verdict(case.folder, _without_model(case.folder.name, path, "", judge.today, (problem,)))]


def _judged(
    submission: Submission, digest: str, setting: Setting, problems: tuple[Problem, ...], *, makes_model: bool
) -> Judged:
    model = make_model(submission, setting.gazetteer) if makes_model and not count_errors(problems) else None
    summary = make_summary(model) if model else None
    summary_digest = digest_of(summary) if summary else ""
    declaration = declare(submission, setting)
    rows = packed_rows(model) if model else b""
    day, rows_digest = setting.today.toordinal(), digest_of(rows) if rows else ""
    packed = pack(Judgement(digest, day, declaration, summary, summary_digest, rows_digest, problems))
    return Judged(digest, packed, pickle.dumps(model, 5), model_row(model), rows) if model else Judged(digest, packed)


def _without_model(name: str, path: str, digest: str, today: date, problems: tuple[Problem, ...]) -> Judged:
    judgement = Judgement(digest, today.toordinal(), nothing_declared(name, path), None, "", "", problems)
    return Judged(digest, pack(judgement))


def _stopped(path: str, error: Exception) -> Problem:
    return Problem(Spot(path), Severity.ERROR, whole_file.NAME, mistake("lấy dữ liệu từ tệp này", where(error)))


def _judge(case: Case, setting: Setting, *, makes_model: bool) -> Verdict:
    unexpected: list[UnexpectedFile] = []
    data = read_source(case.folder.file_path, unexpected)
    if data is None:
        return Verdict(case.folder, None, tuple(unexpected))
    digest = source_digest(case.folder.path, data, case.photos)
    if digest == case.digest:
        return Verdict(case.folder, None)
    submission = read_model(case.folder.file_path, case.folder.name, data, case.photos)
    return Verdict(case.folder, judge_model(submission, digest, setting, makes_model=makes_model))


def source_digest(path: str, data: bytes, photos: Sequence[PhotoFacts]) -> str:
    """Give what stands for all that a model is made of: its place, its bytes, what its photos are."""
    digest = blake2b(data, digest_size=16)
    digest.update(path.encode(errors="surrogateescape"))
    digest.update(repr(tuple(photos)).encode())
    return digest.hexdigest()
