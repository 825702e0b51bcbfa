"""Reads and judges one model's folder at a time; pure but for the reading, so that processes can share the work."""

import pickle
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from typing import NamedTuple

from showcase.build.gazetteer import load_gazetteer
from showcase.build.intake import Folder, read_bytes
from showcase.build.storeroom import Judgement, packed
from showcase.publish.open_data import model_row
from showcase.record.brief import make_brief
from showcase.record.intake import Stray
from showcase.record.making import make_model
from showcase.record.photo import PhotoFacts
from showcase.record.submission import Submission, read_model
from showcase.record.vocabulary import Vocabularies
from showcase.rules.book import check_file
from showcase.rules.declaring import declare
from showcase.rules.setting import Setting
from showcase.words.problem import count_errors


@dataclass(frozen=True, slots=True)
class Assessor:
    """What judging takes besides the file; the gazetteer is found where the work is done."""

    today: date
    vocabularies: Vocabularies

    @property
    def setting(self) -> Setting:
        """The surroundings of the rules."""
        return Setting(self.today, load_gazetteer(), self.vocabularies)


class Task(NamedTuple):
    """A folder to look into; `digest` is what its bytes were known by, if they were."""

    folder: Folder
    photos: tuple[PhotoFacts, ...]
    digest: str = ""


class Assessed(NamedTuple):
    """What came of a folder: `judgement` is None where the bytes are what they were, or could not be read."""

    folder: Folder
    judgement: Judgement | None
    strays: tuple[Stray, ...] = ()


def assess(assessor: Assessor, tasks: Sequence[Task]) -> list[Assessed]:
    """Read and judge folders, in their order."""
    setting = assessor.setting
    return [_assess(task, setting) for task in tasks]


def judge(submission: Submission, digest: str, setting: Setting) -> Judgement:
    """Ask the rules of a file, and make the model of one in which they find no error."""
    problems = tuple(check_file(submission, setting))
    model = None if count_errors(problems) else make_model(submission, setting.gazetteer)
    brief = make_brief(model, digest) if model else None
    row = packed(digest, setting.today.toordinal(), declare(submission, setting), brief, problems)
    return Judgement(digest, row, pickle.dumps(model, 5) if model else b"", model_row(model) if model else b"")


def _assess(task: Task, setting: Setting) -> Assessed:
    strays: list[Stray] = []
    data = read_bytes(task.folder.model_file, strays)
    if data is None:
        return Assessed(task.folder, None, tuple(strays))
    digest = _digest(task, data)
    if digest == task.digest:
        return Assessed(task.folder, None)
    submission = read_model(task.folder.model_file, task.folder.name, data, task.photos)
    return Assessed(task.folder, judge(submission, digest, setting))


def _digest(task: Task, data: bytes) -> str:
    """Stand for all that a model is made of: its place, its bytes, what its photos are."""
    ingredients = blake2b(data, digest_size=16)
    ingredients.update(task.folder.path.encode(errors="surrogateescape"))
    ingredients.update(repr(task.photos).encode())
    return ingredients.hexdigest()
