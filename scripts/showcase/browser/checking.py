"""What the browser asks: files and what it knows of the catalogue go in as plain values, findings come out as JSON.

The rules are those of `showcase check`, asked by the same calls. Of the catalogue the browser has the index of the open data, so
only the rules that it answers are asked; what is left to the check of the whole folder is said in so many words.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from showcase.photos.inspection import inspect_bytes
from showcase.reading.key_paths import KeyPath, KeyPaths
from showcase.record.declaration import Declaration, Said, nothing_declared
from showcase.record.intake import Intake
from showcase.record.photo import with_name
from showcase.record.submission import MODEL_FILE, Submission, read_model
from showcase.record.vocabulary import of_data
from showcase.rules import folder_name, learned_from, linked_model, missing_key, same_photo, unique_id
from showcase.rules.book import check_catalogue, check_file
from showcase.rules.declaring import declare
from showcase.rules.setting import Setting
from showcase.system.gazetteer import load_gazetteer
from showcase.words.problem import Problem, in_order

__all__ = ["UNASKED", "check", "read_index"]

UNASKED = "unasked"
"""Stands where a finding has its weight, of a sentence that says what was not asked."""
_ROOT = "models"
_OF_THE_FILES = (same_photo, folder_name)
_OF_THE_INDEX = (unique_id, learned_from, linked_model)
_NEVER = (
    "Chưa kiểm tra: bài và ảnh có trùng với bài khác, ảnh khác không; số liệu, văn bản được dẫn có trong kho không. "
    "Nơi nhận sẽ kiểm tra."
)
_NO_INDEX = (
    "Chưa kiểm tra, vì chưa tải được mục lục các bài: mã của bài đã có ai dùng chưa; bài được học theo, bài được dẫn tới có "
    "không. Nơi nhận sẽ kiểm tra."
)
_KEY = re.compile(r"'([a-z_]+)'")


def check(asked: str, contents: Sequence[bytes], others: Sequence[Declaration] | None) -> str:
    """Check files as they would lie in `models/`; gives a list of findings as JSON, sorted by file and place.

    `asked` is JSON: the `paths` of the files, the day `today`, the `vocabularies` (`record.vocabulary.as_data`), and in `changed`
    the ids of models of which these files are a new edition. `others` are what `read_index` gave, None where there is no index.
    """
    question = json.loads(asked)
    setting = Setting(date.fromisoformat(question["today"]), load_gazetteer(), of_data(question["vocabularies"]))
    submissions = _read(dict(zip(question["paths"], map(bytes, contents), strict=True)))
    problems = [problem for one in submissions for problem in check_file(one, setting)]
    problems += _of_catalogue(submissions, setting, others, frozenset(question["changed"]))
    paths = {one.path: KeyPaths(one.node) for one in submissions}
    found = [_finding(problem, paths.get(problem.spot.path)) for problem in in_order(problems)]
    unasked = (_NEVER,) if others is not None else (_NO_INDEX, _NEVER)
    found += [{"severity": UNASKED, "message": sentence, "key": [], "line": 0} for sentence in unasked]
    return json.dumps(found, ensure_ascii=False)


def read_index(text: str) -> tuple[Declaration, ...]:
    """Give what the index of the open data, as it lies there, tells of all models on show."""
    return tuple(_declared(row) for row in json.loads(text)["chi_muc"])


def _read(files: Mapping[str, bytes]) -> list[Submission]:
    """Read each `model.yaml`, with what lies beside it."""
    found = []
    for path, data in sorted(files.items()):
        folder, _, file = path.rpartition("/")
        if file == MODEL_FILE:
            beside = sorted((other.rpartition("/"), other) for other in files if other != path)
            photos = [
                with_name(inspect_bytes(files[other]), name) for (above, _, name), other in beside if above == folder
            ]
            found.append(read_model(path, folder.rpartition("/")[2], data, tuple(photos)))
    return found


def _of_catalogue(
    submissions: Iterable[Submission], setting: Setting, others: Sequence[Declaration] | None, changed: frozenset[str]
) -> list[Problem]:
    """Ask what all files together answer; of what it finds, what is about these files."""
    own = tuple(declare(one, setting) for one in submissions)
    known = tuple(one for one in others or () if one.name not in changed)
    intake = Intake(_ROOT, (*known, *own), (), ())
    rules = _OF_THE_FILES if others is None else (*_OF_THE_FILES, *_OF_THE_INDEX)
    theirs = {one.path for one in known}
    return [problem for problem in check_catalogue(intake, setting, rules) if problem.spot.path not in theirs]


def _declared(row: Mapping[str, Any]) -> Declaration:
    """Give what a row tells of a model; its address stands for its path, which only the repository knows."""
    said = nothing_declared(row["id"], row["duong_dan"])
    former = tuple(Said(former_id, 1, 1) for former_id in row.get("duong_dan_cu", ()))
    return said._replace(
        title=Said(row["tieu_de"], 1, 1), former_ids=former, learned_from=Said(row.get("hoc_tu", ""), 1, 1)
    )


def _finding(problem: Problem, paths: KeyPaths | None) -> dict[str, object]:
    spot = problem.spot
    key = _key(problem, paths.at(spot.line, spot.column)) if paths else ()
    return {
        "severity": problem.severity.value,
        "message": problem.message,
        "key": list(key),
        "line": spot.line,
        "column": spot.column,
        "rule": problem.rule,
        "path": spot.path,
    }


def _key(problem: Problem, path: KeyPath) -> KeyPath:
    """Give the path of what a problem is about: of a key that is missing, the one at which it should stand."""
    missing = _KEY.search(problem.message) if problem.rule == missing_key.NAME else None
    return (*path, missing[1]) if missing else path
