"""Asks whether a document that replaces another is there, and whether each document is entered once."""

from collections.abc import Iterator

from showcase.record.intake import Intake
from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.rules.wording import did_you_mean, quote
from showcase.words.problem import Problem
from showcase.words.text import match_key

NAME = "van_ban"


def check(intake: Intake, _setting: Setting) -> Iterator[Problem]:
    """Mỗi văn bản có một tệp, và văn bản ghi ở `thay_boi` cũng phải có tệp.

    Hai tệp cùng loại, cùng số hiệu, cùng cơ quan ban hành là một văn bản nhập hai lần. `thay_boi` là tên tệp (không có
    `.yaml`) của văn bản mới hơn; không văn bản nào thay cho chính nó, kể cả qua văn bản khác.

    Sai: `thay_boi: luat-dan-chu` khi không có tệp ấy. Đúng: `thay_boi: luat-thuc-hien-dan-chu-o-co-so-2022`.
    """
    yield from _entered_twice(intake.documents)
    newer = {one.name: one.record.text("thay_boi") for one in intake.documents if one.record}
    for one in intake.documents:
        if one.record and (target := newer[one.name]):
            if target not in newer:
                proposal = (
                    did_you_mean(target, [name for name in newer if name != one.name])
                    or " Mã là tên tệp của văn bản, không có '.yaml'."
                )
                message = f"Không có văn bản nào mang mã {quote(target)}.{proposal}"
                yield one.error(NAME, one.record.node_at("thay_boi"), message)
            elif _leads_back(one.name, newer):
                message = "Văn bản này rốt cuộc thay cho chính nó. Hãy xem văn bản nào ban hành sau."
                yield one.error(NAME, one.record.node_at("thay_boi"), message)


def _leads_back(start: str, newer: dict[str, str]) -> bool:
    at, seen = newer[start], set[str]()
    while at in newer and at not in seen:
        if at == start:
            return True
        seen.add(at)
        at = newer[at]
    return False


def _entered_twice(documents: tuple[Submission, ...]) -> Iterator[Problem]:
    first: dict[tuple[str, ...], Submission] = {}
    for one in documents:
        if one.record and one.record.text("so_hieu"):
            key = tuple(match_key(one.record.text(part)) for part in ("loai", "so_hieu", "co_quan"))
            if (earlier := first.setdefault(key, one)) is not one:
                message = f"Văn bản này đã có ở {earlier.path}. Hãy gộp hai tệp làm một."
                yield one.error(NAME, one.record.node_at("so_hieu"), message)
