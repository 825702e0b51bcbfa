"""By what one sees which slip a refused place has: patterns of how people write, in marks or without; nothing is looked up."""

import re

COUNTRY = re.compile(
    r"(?:(?:tren )?(?:ca|toan) (?:nuoc|quoc)|viet nam|trung uong|nhieu (?:noi|dia phuong|tinh|tinh thanh)|\d+ tinh\b.*|cac tinh\b.*"
    r"|(?:(?:vung|khu vuc) )?(?:tay nguyen|tay bac|dong bac|mien .*|dong bang .*|(?:dong |tay )?nam bo|bac bo|(?:bac |nam )?trung bo.*))"
)
KIND = r"(?:tỉnh|tinh|thành phố|thanh pho|tp|quận|quan|huyện|huyen|thị xã|thi xa|tx|phường|phuong|xã|xa|thị trấn|thi tran|tt|đặc khu)"
# What stands round a name without being part of it.
EXTRA = re.compile(
    rf"^(?:(?:trên |tren )?(?:toàn|toan|cả|ca|khắp|khap|địa bàn|dia ban)\s+)+(?={KIND}\b)"
    r"|^(?:nhiều|một số|các)\s+(?:xã|phường|thôn|bản)\s*(?:của|thuộc|,)\s*|^ở\s+|^đảo\s+|(?<=xã)\s+đảo\b|(?<=huyện)\s+đảo\b"
    r"|\s*\((?:nay|cũ|trước)\b[^)]*\)|\s+cũ\b",
    re.IGNORECASE,
)
EVERY = re.compile(r"các\s+(?=(?:xã|phường|thị trấn|huyện|quận)\b)", re.IGNORECASE)
AND = re.compile(r"\s+(?:và|&|\+)\s+|\s*[/+&]\s*")
NO_COMMA = re.compile(rf"(?<=[^\s,;(])\s+(?<!thị )(?<!thi )(?=(?:{KIND}\b|[qhpx]\.|[qp]\s?\d))", re.IGNORECASE)
DASH = re.compile(r"\s*[-–—/]\s*")
GLUED = re.compile(r"\b(TP|TX|TT|Tp|Tx|Tt|Q|H|P|X)(?=[A-ZĐ][a-zà-ỹđ])")
BELOW = re.compile(
    r"(?:thon|ban|lang|xom|ap|khoi|khom|khu|to|tdp|buon|bon|plei|phum|soc|doi|duong|pho|ngo|so nha|giao xu|giao ho|chua|cho)\b"
)
HOST = re.compile(
    r"(?:ubnd|hđnd|mttq|ủy ban|uỷ ban|hội|đoàn|đảng|chi bộ|chi hội|công an|công ty|mặt trận|ban|bệnh viện|trung tâm|trường|bộ|sở|phòng|"
    r"lữ đoàn|trung đoàn|sư đoàn|học viện|tổng|liên đoàn|hợp tác xã|htx|quân khu|quân đoàn|binh đoàn|hải đội|vùng \d|cảnh sát|"
    r"đồn biên phòng|đồn công an|viện kiểm sát|tòa án|toà án|ngân hàng|kho bạc|cục|chi cục|công đoàn|tập đoàn|nhà máy|"
    r"đại học|câu lạc bộ|giáo xứ|(?:tỉnh|thành|huyện|quận|thị) (?:ủy|uỷ))\b",
    re.IGNORECASE,
)
COOPERATIVE = re.compile(r"^hợp tác xã\b", re.IGNORECASE)
"""A body whose name has the word for a commune in it."""
ABROAD = re.compile(r"[,\s]+viet\s?nam\.?$", re.IGNORECASE)
COMMUNES = ("xã", "phường", "thị trấn", "đặc khu")
MOST_WORDS = 10
LONGEST, MOST_PARTS = 200, 12
"""Letters and parts: what is longer is no name with a slip, and every part costs as much again."""
MOST_NAMES = 6

# What people say for a province; a name that may be two is proposed twice.
BYNAMES = {
    "hn": ("Hà Nội",), "hp": ("Hải Phòng",), "dn": ("Đà Nẵng", "Đồng Nai"), "ct": ("Cần Thơ",), "na": ("Nghệ An",),
    "hcm": ("Hồ Chí Minh",), "hcmc": ("Hồ Chí Minh",), "tphcm": ("Hồ Chí Minh",), "tphochiminh": ("Hồ Chí Minh",),
    "sg": ("Hồ Chí Minh",), "saigon": ("Hồ Chí Minh",), "brvt": ("Bà Rịa - Vũng Tàu",), "tth": ("Thừa Thiên Huế",),
    "thuathien": ("Thừa Thiên Huế",),
}  # fmt: skip
