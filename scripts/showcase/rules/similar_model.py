"""Asks whether two models are one that was entered twice."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from showcase.record.abbreviations import AbbreviationPage, read_abbreviations
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
_OPENINGS = (("mo", "hinh"), ("dien", "hinh"), ("dan", "van", "kheo"))
"""Words with which any title of the movement may begin, without saying more of it."""

_LongForms = Mapping[str, Sequence[str]]


def check(intake: Intake, _setting: Setting) -> Iterator[Problem]:
    """Hai mô hình không nên là một mô hình được nhập hai lần.

    Hai mô hình cùng nơi, cùng đơn vị và tiêu đề gần như nhau thường là một: một bài viết theo đăng ký, một bài viết theo
    tổng kết. Chữ “Mô hình” mở đầu, dấu ngoặc kép và cách viết tắt (LHPN là Liên hiệp Phụ nữ) không làm cho hai tên khác
    nhau. Lời nhắc đứng ở bài đăng sau. Nếu là một, hãy gộp lại và ghi mã bị bỏ vào `duong_dan_cu`; nếu là hai, hãy cho
    tiêu đề nói rõ khác nhau ở đâu.

    Sai: “Tiết kiệm xanh” và “Mô hình tiết kiệm xanh” của cùng một chi hội. Đúng: một mô hình.
    """
    long_forms = _long_forms(intake.abbreviations)
    groups: dict[tuple[str, ...], list[Declaration]] = defaultdict(list)
    for model in intake.models:
        if model.twin:
            unit, host = model.twin
            groups[unit, *_words(host, long_forms)].append(model)
    for group in groups.values():
        if len(group) > 1:
            yield from _twins([(_of_title(model, long_forms), model) for model in group])


def _long_forms(page: AbbreviationPage | None) -> _LongForms:
    """Give the words for which each abbreviation of the editors' list stands, both without marks."""
    rows = read_abbreviations(page.text) if page else ()
    return {slug(row.short): slug(row.long).split("-") for row in rows}


def _words(plain: str, long_forms: _LongForms) -> list[str]:
    return [word for short in plain.split("-") for word in long_forms.get(short, (short,))]


def _of_title(model: Declaration, long_forms: _LongForms) -> tuple[str, ...]:
    """Give the words of a title without those that any may begin with."""
    words = tuple(_words(slug(model.title.value), long_forms))
    while opening := next((one for one in _OPENINGS if words[: len(one)] == one and len(words) > len(one)), None):
        words = words[len(opening) :]
    return words


def _twins(group: list[tuple[tuple[str, ...], Declaration]]) -> Iterator[Problem]:
    """Yield an advice for each model that is like an older one: at the one published later, or that comes later by path."""
    ordered = sorted(group, key=lambda pair: (pair[0], pair[1].path))
    words = [set(title) for title, _ in ordered]
    older: dict[str, Declaration] = {}
    for number, (_, model) in enumerate(ordered):
        for other in range(max(0, number - _NEIGHBOURS), number):
            if _alike(words[number], words[other]):
                first, second = sorted((model, ordered[other][1]), key=_age)
                older[second.path] = min(first, older.get(second.path, first), key=_age)
    for _, model in ordered:
        if twin := older.get(model.path):
            sentence = f"Mô hình này có cùng nơi, cùng đơn vị và gần như cùng tiêu đề với {quote(twin.title.value)} ở {twin.path}. Nếu là một, hãy gộp lại và ghi mã bị bỏ vào 'duong_dan_cu'."
            yield model.advice(NAME, model.title, sentence)


def _age(model: Declaration) -> tuple[str, str]:
    """Sort by the day of publication; what has none is taken for the newest."""
    return model.published or "9999", model.path


def _alike(one: set[str], other: set[str]) -> bool:
    """Tell whether two titles, given as their words, share four fifths of them."""
    return len(one & other) >= _ENOUGH * len(one | other)
