"""Asks whether the body that readers shall ask is still there."""

from collections.abc import Iterator

from showcase.reading.record import Record
from showcase.record.ended_body import body_of_today, has_ended
from showcase.record.place import Place
from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.rules.wording import quote
from showcase.words.problem import Problem

NAME = "don_vi_cu"

_LONGEST = 200
"""What is proposed is to be copied, so it is not shortened."""


def check(submission: Submission, setting: Setting) -> Iterator[Problem]:
    """Đơn vị ở `lien_he` phải là nơi hôm nay còn trả lời được.

    Cấp huyện không còn từ 01/07/2025, nhiều xã, phường đã mang tên mới, còn ban dân vận nhập vào ban tuyên giáo và dân vận
    từ tháng 2/2025. Tên cũ vẫn đúng ở `don_vi`, vì ở đó ghi theo lúc làm; riêng `lien_he` là nơi người đọc sẽ gọi tới.

    Sai: `don_vi: Ban Dân vận Huyện ủy Mường La`. Đúng: `don_vi: Ủy ban nhân dân xã Ngọc Chiến`.
    """
    record = submission.record
    contact = record.group("lien_he") if record else None
    if record is None or contact is None:
        return
    name, place = contact.text("don_vi"), _place(record, setting)
    if name and has_ended(name, place):
        hosts = record.records("don_vi")
        kind = hosts[0].text("loai") if hosts else ""
        way_out = f", chẳng hạn {quote(body_of_today(place, kind, name), _LONGEST)}" if place else ""
        sentence = f"{quote(name)} là tên của đơn vị nay không còn. Hãy ghi nơi hôm nay trả lời được{way_out}."
        yield submission.advice(NAME, contact.node_at("don_vi"), sentence)


def _place(record: Record, setting: Setting) -> Place | None:
    places = record.records("dia_diem")
    written = places[0].text("noi") if places else ""
    return setting.gazetteer.resolve(written, places[0].text("hien_nay") or None).place if written else None
