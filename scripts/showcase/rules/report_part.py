"""Asks whether the parts of a figure are named by the keys that models use too."""

from collections.abc import Iterator, Mapping

from showcase.reading.form import LEVELS, SUBJECTS
from showcase.reading.node import Mapping as MappingNode
from showcase.reading.record import Record
from showcase.reading.spellings import LEVEL_SPELLINGS, SUBJECT_SPELLINGS
from showcase.record.submission import Submission
from showcase.rules.known_words import known_words
from showcase.rules.setting import Setting
from showcase.rules.wording import ask, explained, key_meant, quote
from showcase.words.problem import Problem

NAME = "phan_la"

_WHAT = {"cap": "cấp", "linh-vuc": "lĩnh vực", "chu-the": "chủ thể"}


def check(submission: Submission, setting: Setting) -> Iterator[Problem]:
    """Các phần của số liệu phải gọi đúng mã.

    Chia theo `cap` thì dùng `co-so`, `huyen`, `tinh`, `trung-uong`; theo `chu-the` thì dùng `tap-the`, `ca-nhan`,
    `ho-gia-dinh`; theo `linh-vuc` thì dùng mã của danh mục lĩnh vực. Chia theo `khoi` thì viết bằng lời, chia theo
    `dia-phuong` thì viết tên từng nơi.

    Sai: `thành phố: 565` trong `chieu: cap`. Đúng: `tinh: 565`.
    """
    spellings = {
        "cap": {key: (label, *LEVEL_SPELLINGS[key]) for key, label in LEVELS.items()},
        "chu-the": {key: (label, *SUBJECT_SPELLINGS.get(key, ())) for key, label in SUBJECTS.items()},
        "linh-vuc": setting.vocabularies.fields.names,
    }
    for breakdown in breakdowns(submission):
        dimension, parts = breakdown.text("chieu"), breakdown.node_at("phan")
        if isinstance(parts, MappingNode) and (known := spellings.get(dimension)):
            for key, _ in parts.pairs:
                if key.value not in known:
                    way_out = _way_out(key.value, known, setting)
                    yield submission.error(NAME, key, f"{quote(key.value)} không phải là {_WHAT[dimension]}.{way_out}")


def breakdowns(submission: Submission) -> Iterator[Record]:
    """Yield each division of a total of a report."""
    for figure in submission.record.records("so_lieu") if submission.record else ():
        yield from figure.records("chia_theo")


def _way_out(typed: str, known: Mapping[str, tuple[str, ...]], setting: Setting) -> str:
    if meant := key_meant(typed, known, known_words(setting.vocabularies)):
        return ask(meant)
    words = explained({key: names[0] for key, names in known.items()})
    return f" Hãy dùng: {words}; hoặc chia theo 'khoi' và viết bằng lời."
