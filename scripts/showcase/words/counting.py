"""What is counted in whole: half a household is none, so `3,100 hộ` is three thousand and one hundred, or a mistake."""

import re
from collections.abc import Iterator

from showcase.words.text import nfc

__all__ = ["COUNTED", "counted_unit", "counted_units"]

COUNTED = frozenset(
    word.strip()
    for line in """
    hộ, hộ gia đình, hộ dân, hộ nghèo, hộ cận nghèo, gia đình, người, người dân, nhân khẩu, lao động, hội viên, đoàn viên
    đảng viên, thành viên, cán bộ, chiến sĩ, đại biểu, giáo viên, học sinh, sinh viên, trẻ em, em, cháu, cụ, phụ nữ
    nông dân, bệnh nhân, giáo dân, tín đồ, du khách, khách
    mô hình, điển hình, tập thể, cá nhân, xã, phường, huyện, thôn, bản, làng, xóm, khối, khối phố, khu phố, khu dân cư
    tổ, tổ dân phố, tổ tự quản, tổ dân vận, nhóm, đội, chi hội, chi bộ, chi đoàn, câu lạc bộ, hợp tác xã, tổ hợp tác
    doanh nghiệp, công ty, cơ sở, cửa hàng, quầy hàng, sạp hàng, trường, lớp, giáo xứ
    camera, mắt camera, máy tính, máy, xe, tàu, tàu cá, thuyền, cột, cột cờ, cột điện, bóng đèn, đèn, biển báo, thùng rác
    nhà, căn nhà, ngôi nhà, căn, ngôi, cầu, giếng, công trình, phần việc, dự án, tuyến, tuyến đường, tuyến phố, đoạn đường
    ngõ, cái, chiếc, con, con bò, con lợn, con hươu, con gà, trâu, bò, lợn, hươu, cây, cây xanh, gốc, cuốn sách, cuốn, quyển
    buổi, lượt, lượt người, lần, cuộc, cuộc họp, hội nghị, lớp tập huấn, chuyến, ca, vụ, vụ việc, ý kiến, kiến nghị, hồ sơ
    thủ tục, đơn, đơn thư, tin, tin báo, bài, tờ rơi, thẻ, sổ, giấy, suất, suất quà, phần quà, ngày công, đồng
    """.splitlines()
    for word in line.split(",")
    if word.strip()
)
"""What stands behind a number and is told in whole, in small letters."""

_MOST_WORDS = max(len(unit.split()) for unit in COUNTED)
_NUMBER_OF = re.compile(r"^(?:tổng )?số (?:lượng )?")
_RATIO = re.compile(r"[/%]|\b(?:mỗi|trên|bình quân|trung bình)\b")


def counted_unit(text: str) -> str:
    """Give the longest unit counted in whole that a unit or a measure begins with; '' where it counts something else.

    “Số hộ thoát nghèo” counts `hộ`, “Tỷ lệ hộ nghèo” and “người/km²” do not count.
    """
    return next(counted_units(text), "")


def counted_units(text: str) -> Iterator[str]:
    """Yield every unit counted in whole with which a text begins, the longest first: `hộ gia đình`, `hộ`."""
    plain = _NUMBER_OF.sub("", nfc(text).casefold())
    if not _RATIO.search(plain):
        words = plain.split()
        beginnings = (" ".join(words[:length]) for length in range(min(_MOST_WORDS, len(words)), 0, -1))
        yield from (beginning for beginning in beginnings if beginning in COUNTED)
