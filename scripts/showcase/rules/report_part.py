"""Asks whether the parts of a figure are named by the keys that models use too."""

from collections.abc import Iterator, Mapping

from showcase.reading.form import LEVELS, SUBJECTS
from showcase.reading.node import Mapping as MappingNode
from showcase.reading.record import Record
from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.rules.wording import ask, nearest_key, quote
from showcase.words.problem import Problem

NAME = "phan_la"

_WHAT = {"cap": "cấp", "linh-vuc": "lĩnh vực", "chu-the": "chủ thể"}


def check(submission: Submission, setting: Setting) -> Iterator[Problem]:
    """Các phần của số liệu phải gọi đúng khóa.

    Chia theo `cap` thì dùng `co-so`, `huyen`, `tinh`, `trung-uong`; theo `chu-the` thì dùng `tap-the`, `ca-nhan`,
    `ho-gia-dinh`; theo `linh-vuc` thì dùng khóa của danh mục lĩnh vực. Chia theo `khoi` thì viết bằng lời.

    Sai: `thành phố: 565` trong `chieu: cap`. Đúng: `tinh: 565`.
    """
    terms = setting.vocabularies.fields.terms
    spellings = {
        "cap": {key: [label] for key, label in LEVELS.items()},
        "chu-the": {key: [label] for key, label in SUBJECTS.items()},
        "linh-vuc": {key: [term.label, *term.spellings] for key, term in terms.items()},
    }
    for breakdown in breakdowns(submission):
        dimension, parts = breakdown.text("chieu"), breakdown.node_at("phan")
        if isinstance(parts, MappingNode) and (known := spellings.get(dimension)):
            for key, _ in parts.pairs:
                if key.value not in known:
                    way_out = _way_out(key.value, known)
                    yield submission.error(NAME, key, f"{quote(key.value)} không phải là {_WHAT[dimension]}.{way_out}")


def breakdowns(submission: Submission) -> Iterator[Record]:
    """Yield each division of a total of a report."""
    for figure in submission.record.records("so_lieu") if submission.record else ():
        yield from figure.records("chia_theo")


def _way_out(typed: str, known: Mapping[str, list[str]]) -> str:
    meant = nearest_key(typed, known)
    return ask(meant) if meant else f" Hãy dùng: {', '.join(known)}; hoặc chia theo 'khoi' và viết bằng lời."
