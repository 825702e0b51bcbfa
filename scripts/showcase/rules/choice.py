"""Asks whether a word of a closed list is one of that list."""

from collections.abc import Iterator

from showcase.reading.form import YES
from showcase.reading.kinds import Choice
from showcase.record.submission import Submission
from showcase.rules.asking import unread
from showcase.rules.known_words import known_words
from showcase.rules.setting import Setting
from showcase.rules.wording import ask, choose, explained, key_meant, quote
from showcase.words.problem import Problem

NAME = "lua_chon"


def check(submission: Submission, setting: Setting) -> Iterator[Problem]:
    """Chỗ phải chọn một từ cho sẵn thì ghi đúng một trong những từ ấy.

    Loại, chủ thể, cấp, việc, vai trò, giấy phép ảnh… là những danh sách đóng, viết không dấu và có gạch nối. Lời nhắc
    gợi ý từ gần nhất, hoặc kể hết các từ được dùng cùng nghĩa của chúng.

    Sai: `loai: Mô hình`. Đúng: `loai: mo-hinh`.
    """
    for cell, typed in unread(submission, Choice):
        if isinstance(cell.kind, Choice):
            sentence = f"{quote(typed)} không phải là {cell.kind.what}.{_way_out(typed, cell.kind, setting)}"
            yield submission.error(NAME, cell.node, sentence)


def _way_out(typed: str, kind: Choice, setting: Setting) -> str:
    if kind.options == YES:
        return " Hãy ghi 'co'; nếu là không thì xóa dòng này."
    if meant := key_meant(typed, kind.names, known_words(setting.vocabularies)):
        return ask(meant)
    return _by_groups(kind) if kind.groups else choose(kind.options)


def _by_groups(kind: Choice) -> str:
    """Name the words of a long list by what they are about."""
    groups = (f"{about}: {explained({key: kind.options[key] for key in keys})}" for about, keys in kind.groups.items())
    return f" Hãy chọn một trong – {'; '.join(groups)}."
