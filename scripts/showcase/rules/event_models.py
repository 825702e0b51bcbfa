"""Asks whether every model that an event names is there."""

from collections.abc import Iterator

from showcase.record.intake import Intake
from showcase.rules.known_models import KnownModels
from showcase.rules.setting import Setting
from showcase.words.problem import Problem

NAME = "mo_hinh_su_kien"


def check(intake: Intake, _setting: Setting) -> Iterator[Problem]:
    """Mỗi mô hình ghi ở `mo_hinh` của một sự kiện phải tồn tại.

    Mã là tên thư mục của mô hình; mã cũ của mô hình ấy cũng được.

    Sai: `mo_hinh: [cho-van-minh]` khi không có mã ấy. Đúng: `mo_hinh: [dong-da-cho-van-minh]`.
    """
    if not any(event.record and event.record.items("mo_hinh") for event in intake.events):
        return
    known = KnownModels(intake)
    for event in intake.events:
        for cell in event.record.items("mo_hinh") if event.record else ():
            if isinstance(cell.value, str) and not known.today(cell.value):
                yield event.error(NAME, cell.node, known.unknown(cell.value))
