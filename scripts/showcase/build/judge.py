"""One model's folder is read and judged at a time; pure but for the reading, so that processes can share the work."""

import pickle
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from typing import NamedTuple

from showcase.build.database import Judged, Judgement, pack
from showcase.build.scan import Folder, read_source
from showcase.publish.open_data import model_row
from showcase.record.intake import UnexpectedFile
from showcase.record.making import make_model
from showcase.record.photo import PhotoFacts
from showcase.record.submission import Submission, read_model
from showcase.record.summary import make_summary
from showcase.record.vocabulary import Vocabularies
from showcase.rules.book import check_file
from showcase.rules.declaring import declare
from showcase.rules.setting import Setting
from showcase.system.gazetteer import load_gazetteer
from showcase.words.digest import digest_of
from showcase.words.problem import count_errors


@dataclass(frozen=True, slots=True)
class Judge:
    """What judging takes besides the file; the gazetteer is found where the work is done."""

    today: date
    vocabularies: Vocabularies

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
    return [_judge(case, setting) for case in cases]


def judge_model(submission: Submission, digest: str, setting: Setting) -> Judged:
    """Ask the rules of a file, and make the model of one in which they find no error."""
    problems = tuple(check_file(submission, setting))
    model = None if count_errors(problems) else make_model(submission, setting.gazetteer)
    summary = make_summary(model) if model else None
    summary_digest = digest_of(summary) if summary else ""
    declaration = declare(submission, setting)
    packed = pack(Judgement(digest, setting.today.toordinal(), declaration, summary, summary_digest, problems))
    return Judged(digest, packed, pickle.dumps(model, 5) if model else b"", model_row(model) if model else b"")


def _judge(case: Case, setting: Setting) -> Verdict:
    unexpected: list[UnexpectedFile] = []
    data = read_source(case.folder.model_file, unexpected)
    if data is None:
        return Verdict(case.folder, None, tuple(unexpected))
    digest = source_digest(case.folder.path, data, case.photos)
    if digest == case.digest:
        return Verdict(case.folder, None)
    submission = read_model(case.folder.model_file, case.folder.name, data, case.photos)
    return Verdict(case.folder, judge_model(submission, digest, setting))


def source_digest(path: str, data: bytes, photos: Sequence[PhotoFacts]) -> str:
    """Give what stands for all that a model is made of: its place, its bytes, what its photos are."""
    digest = blake2b(data, digest_size=16)
    digest.update(path.encode(errors="surrogateescape"))
    digest.update(repr(tuple(photos)).encode())
    return digest.hexdigest()
