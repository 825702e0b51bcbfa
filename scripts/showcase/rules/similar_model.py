"""Asks whether two models are one that was entered twice."""

from collections import defaultdict
from collections.abc import Iterator

from showcase.record.declaration import Declaration
from showcase.record.intake import Intake
from showcase.rules.setting import Setting
from showcase.rules.wording import quote
from showcase.words.problem import Problem
from showcase.words.text import slug

NAME = "giong_nhau"

_ENOUGH = 0.8
_NEIGHBOURS = 10
"""In one place and of one host, a model is compared with so many that come before it by title: 13,663 models stay a line."""


def check(intake: Intake, _setting: Setting) -> Iterator[Problem]:
    """Hai mô hình không nên là một mô hình được nhập hai lần.

    Hai mô hình cùng nơi, cùng đơn vị và tiêu đề gần như nhau thường là một: một bài viết theo đăng ký, một bài viết theo
    tổng kết. Nếu là một, hãy gộp lại và ghi mã bị bỏ vào `duong_dan_cu`; nếu là hai, hãy cho tiêu đề nói rõ khác nhau ở
    đâu.

    Sai: “Tiết kiệm xanh” và “Mô hình tiết kiệm xanh” của cùng một chi hội. Đúng: một mô hình.
    """
    groups: dict[tuple[str, str], list[Declaration]] = defaultdict(list)
    for model in intake.models:
        if model.twin:
            groups[model.twin].append(model)
    for group in groups.values():
        if len(group) > 1:
            yield from _twins([(slug(model.title.value), model) for model in group])


def _twins(group: list[tuple[str, Declaration]]) -> Iterator[Problem]:
    ordered = sorted(group, key=lambda pair: (pair[0], pair[1].path))
    words = [set(title.split("-")) for title, _ in ordered]
    for number, (_, model) in enumerate(ordered):
        before = range(number - 1, max(-1, number - 1 - _NEIGHBOURS), -1)
        twin = next((ordered[other][1] for other in before if _alike(words[number], words[other])), None)
        if twin:
            sentence = f"Mô hình này có cùng nơi, cùng đơn vị và gần như cùng tiêu đề với {quote(twin.title.value)} ở {twin.path}. Nếu là một, hãy gộp lại và ghi mã bị bỏ vào 'duong_dan_cu'."
            yield model.advice(NAME, model.title, sentence)


def _alike(one: set[str], other: set[str]) -> bool:
    """Tell whether two titles, given as their words, share four fifths of them."""
    return len(one & other) >= _ENOUGH * len(one | other)
