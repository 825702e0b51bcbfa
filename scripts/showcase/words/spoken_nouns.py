"""Nouns that civic texts count, by kind: by what stands behind a figure who reads it aloud knows what the figure is."""

import re

from showcase.words.counting import COUNTED

__all__ = ["ALIKE", "HEADS", "TIME", "are_alike", "is_body", "is_counted"]

_BODIES = (
    "thôn|ấp|bản|buôn|làng|xóm|khóm|khu|tổ(?! viên| trưởng| chức)|nhóm|đội(?! viên)|cụm|phum|sóc|xã(?! viên)|phường|"
    "thị trấn|quận|huyện|tỉnh|thành phố|chi bộ|chi hội|chi đoàn|đảng bộ|câu lạc bộ"
)
_MEMBERS = (
    "cán bộ|hội viên|đảng viên|đoàn viên|công chức|viên chức|tổ viên|thành viên|chiến sĩ|người dân|phụ nữ|thanh niên|"
    "nông dân|cựu chiến binh|công nhân|đại biểu"
)
_OWNERS = "cá nhân|hộ|gia đình|tập thể|tổ chức|cơ sở|doanh nghiệp|đơn vị|hợp tác xã|cơ quan"
_CHILDREN = "em|cháu|trẻ|học sinh|sinh viên"
_PRODUCE = "cây|con|vườn|ao|chuồng|lồng"
_TURNS = "lần|lượt|đợt"
_PIECES = "cái|chiếc|bộ(?! phận)"
_TIMES = "giây|phút|giờ|tiết|buổi|bữa|tuần|tháng|quý|năm|lứa|kỳ|ca|học kỳ|nhiệm kỳ|khóa|chuyến|phiên"
_THINGS = (
    "người|khẩu|nhân khẩu|lao động|nhà|gốc|ổ|đàn|bao|chai|thùng|suất|phần(?! mềm)|xe|lớp|trường|sào|mẫu|thửa|căn|phòng|điểm|"
    "công(?! an| đoàn| chức| ty| nhân| viên)|héc-ta|mét|lít|tấn|tạ|yến|ki-lô-(?:gam|mét)|mô hình|công trình|sản phẩm"
)
_SHARES = (
    "số",
    "tiêu chí",
    "chỉ tiêu",
    "diện tích",
    "dân số",
    "ấp",
    "khu",
    "khóm",
    "đơn vị",
    "nội dung",
    "phiếu",
    "ngày",
)
"""What has parts besides all that is counted: 1/3 diện tích."""

ALIKE = tuple(
    re.compile(rf"(?<!\w)(?:{words})(?!\w)")
    for words in (_BODIES, _MEMBERS, _OWNERS, _CHILDREN, _PRODUCE, _TURNS, _PIECES, "ngày|đêm", "vụ|mùa")
)
"""Kinds of which one stands for another: “12 xã/phường” are the one or the other, “12 hộ/phường” so many in each."""
HEADS = rf"(?:{_TIMES}|{_THINGS}|{_BODIES}|{_MEMBERS}|{_OWNERS}|{_CHILDREN}|{_PRODUCE}|{_TURNS}|{_PIECES}|ngày|đêm|vụ|mùa)(?!\w)"
"""A pattern of all that something is counted by: “2 lần/tháng”, “5 kg/hộ”."""
TIME = rf"(?:{_TIMES}|ngày(?! công)|đêm)(?!\w)"
"""A pattern of the times by which something is counted; days of work are none."""
_BODY = re.compile(rf" (?:{_BODIES}|dân tộc|điểm|tiêu chí|chỉ tiêu|nội dung)(?!\w)")
_COUNTED = re.compile(rf" (?:{'|'.join(sorted({*COUNTED, *_SHARES}))})(?!\w)")


def are_alike(one: str, other: str) -> bool:
    """Tell whether what is counted first and what is counted last are of a kind: `cán bộ` and `hội viên`."""
    return any(kind.search(one) and kind.match(other) for kind in ALIKE)


def is_body(text: str, place: int) -> bool:
    """Tell whether a body or a point follows at a place of a text, which nobody takes thirds of: “2/3 xã” are two of three."""
    return _BODY.match(text, place) is not None


def is_counted(text: str, place: int) -> bool:
    """Tell whether a noun that is counted follows at a place of a text: 7/9 before “thôn” is a share, and no day."""
    return _COUNTED.match(text, place) is not None
