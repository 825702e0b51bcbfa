"""Asks whether what editors wrote for loudspeakers can be read out as it stands."""

from collections.abc import Iterator

from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.rules.wording import quote
from showcase.words.problem import Problem, Severity
from showcase.words.read_aloud import unspoken_in

NAME = "phat_thanh"

_MOST_WORDS = 240
"""Two minutes at 130 words each, without the lines before and after."""


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Bản phát thanh tự viết phải đọc lên được ngay: không chữ số, không chữ viết tắt, không dấu ngoặc.

    Người đọc trên loa không kịp nghĩ “UBND” hay “3,5%” đọc thế nào. Hãy viết “ủy ban nhân dân”, “ba phẩy năm phần trăm”;
    điều trong ngoặc thì viết thành câu hoặc bỏ. Lời chào đầu và cuối không phải viết, trang tự thêm. Dài quá 240 chữ thì
    đọc mất hơn hai phút, máy nhắc. Bài không có `phat_thanh` thì máy tự soạn một bản và tự đọc con số, chữ viết tắt.

    Sai: `phat_thanh: UBND xã vận động được 15 hộ.` Đúng: `phat_thanh: Ủy ban nhân dân xã vận động được mười lăm hộ.`
    """
    text = submission.record.text("phat_thanh") if submission.record else ""
    if submission.record and (count := len(text.split())) > _MOST_WORDS:
        sentence = f"Bản phát thanh có {count} chữ, cùng lời chào thì đọc quá hai phút. Hãy bớt còn {_MOST_WORDS} chữ."
        yield submission.advice(NAME, submission.record.node_at("phat_thanh"), sentence)
    if submission.record and (found := unspoken_in(text, {})):
        spot = submission.spot_in(submission.record.node_at("phat_thanh"), found[0])
        more = f" và {len(found) - 1} chỗ khác" if len(found) > 1 else ""
        sentence = f"{quote(found[0])}{more} không đọc lên loa được. {_way_out(found[0])}"
        yield Problem(spot, Severity.ERROR, NAME, sentence)


def _way_out(found: str) -> str:
    if found[0].isdigit():
        return "Hãy viết con số bằng chữ."
    return "Hãy viết đầy đủ chữ viết tắt." if found[0].isalpha() else "Hãy bỏ dấu ngoặc, viết thành câu."
