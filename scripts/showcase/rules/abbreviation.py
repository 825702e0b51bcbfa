"""Asks whether the editors' list of abbreviations, which the search reads, can be read as it was meant."""

from collections.abc import Iterator

from showcase.record.abbreviations import RULE, abbreviation_problems
from showcase.record.intake import Intake
from showcase.rules.setting import Setting
from showcase.words.problem import Problem

NAME = RULE


def check(intake: Intake, _setting: Setting) -> Iterator[Problem]:
    """Mỗi dòng của bảng chữ viết tắt có một chữ viết liền và cách viết đầy đủ.

    Bảng nằm trong `docs/huong-dan/viet-tat.md`; ô tìm kiếm coi hai cách viết trong mỗi dòng là một. Chữ viết tắt có từ 2
    đến 12 chữ cái hoặc chữ số, không có dấu chấm hay dấu cách, và chỉ đứng ở một dòng; cách viết đầy đủ có ít nhất hai từ.

    Sai: `| U.B.N.D | ủy ban nhân dân |`. Đúng: `| UBND | ủy ban nhân dân |`.
    """
    if intake.abbreviations:
        yield from abbreviation_problems(intake.abbreviations.text, intake.abbreviations.path)
