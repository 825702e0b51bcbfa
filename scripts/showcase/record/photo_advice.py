"""What an editor is told about a photo that cannot be used: what is wrong with it, and the way out."""

from decimal import ROUND_CEILING, Decimal

from showcase.record.photo import (
    ENDINGS,
    LARGEST_FILE,
    MEGAPIXELS,
    MEGAPIXELS_IN_SCANS,
    SMALLEST_HEIGHT,
    SMALLEST_WIDTH,
    PhotoFacts,
    PhotoFault,
)
from showcase.words.numbers import write_number

_KINDS = {
    "avif": "AVIF",
    "bmp": "BMP",
    "gif": "GIF",
    "heic": "HEIC",
    "ico": "ICO (biểu tượng)",
    "jp2": "JPEG 2000",
    "jpeg": "JPEG",
    "jxl": "JPEG XL",
    "pdf": "PDF",
    "png": "PNG",
    "psd": "Photoshop",
    "svg": "SVG",
    "tiff": "TIFF hoặc ảnh thô của máy ảnh",
    "video": "phim",
    "webp": "WebP",
}
_SENTENCES = {
    PhotoFault.MISSING_BYTES: "Tệp ảnh rỗng, có lẽ do tải lên dở dang. Hãy chép lại tệp gốc.",
    PhotoFault.NOT_A_PICTURE: (
        "Nội dung tệp không phải là ảnh. Hãy mở thử tệp trên máy, rồi thay bằng ảnh JPEG, PNG, WebP hoặc AVIF."
    ),
    PhotoFault.LFS_POINTER: (
        "Đây mới là con trỏ của Git LFS: ảnh thật chưa được tải về máy này. Hãy chạy 'git lfs pull' rồi kiểm tra lại."
    ),
    PhotoFault.WRONG_NAME: (
        "Nội dung là ảnh {kind} nhưng tên tệp không có đuôi của ảnh. Hãy đổi đuôi tệp thành .{ending}."
    ),
    PhotoFault.HEIC: (
        "Ảnh HEIC (kiểu “hiệu quả cao” của điện thoại) không dùng được. Trên iPhone, vào Cài đặt → Camera → Định dạng, "
        "chọn “Tương thích nhất” rồi chụp lại; với ảnh đã chụp, hãy xuất ra JPEG từ ứng dụng Ảnh, "
        "hoặc gửi qua Zalo rồi tải về."
    ),
    PhotoFault.SVG: (
        "Tệp SVG có thể chứa mã chạy được nên không dùng được. Hãy xuất hình ra PNG, chiều ngang khoảng 1.600 điểm ảnh."
    ),
    PhotoFault.GIF: "Ảnh GIF không dùng được. Hãy mở ảnh và lưu thành PNG (tranh vẽ, biểu đồ) hoặc JPEG (ảnh chụp).",
    PhotoFault.UNSUPPORTED: (
        "Tệp {kind} không dùng được; trang chỉ nhận ảnh JPEG, PNG, WebP và AVIF thông thường. "
        "Hãy mở tệp bằng một chương trình xem ảnh và lưu thành JPEG."
    ),
    PhotoFault.ANIMATED: "Ảnh động không dùng được. Hãy chọn một khung hình và lưu thành JPEG hoặc PNG.",
    PhotoFault.TRUNCATED: (
        "Tệp ảnh bị cắt hoặc bị hỏng, thường do tải lên hay tải về dở dang. "
        "Hãy chép lại tệp gốc từ điện thoại hoặc máy ảnh."
    ),
    PhotoFault.TOO_MANY_PIXELS: (
        "Ảnh có {megapixels} triệu điểm ảnh ({size}), nhiều hơn mức {limit} triệu. "
        "Hãy thu nhỏ ảnh còn khoảng 3.000 điểm ảnh chiều ngang rồi lưu lại."
    ),
    PhotoFault.TOO_MANY_SCANS: (
        "Tệp ảnh có cấu trúc bất thường, bị chia thành quá nhiều phần. "
        "Hãy mở ảnh bằng một chương trình xem ảnh và lưu thành tệp JPEG mới."
    ),
    PhotoFault.TOO_LARGE_FILE: (
        "Tệp nặng {megabytes} MB, quá mức {largest} MB. "
        "Hãy thu nhỏ ảnh còn khoảng 3.000 điểm ảnh chiều ngang rồi lưu thành JPEG."
    ),
    PhotoFault.TOO_SMALL: (
        "Ảnh chỉ có {size} điểm ảnh; cần rộng ít nhất {width} và cao ít nhất {height}. "
        "Đây có lẽ là ảnh thu nhỏ; hãy tìm ảnh gốc."
    ),
    PhotoFault.LINK: (
        "Đây là liên kết, thư mục hoặc tệp đặc biệt, không phải tệp ảnh. Hãy chép chính tệp ảnh vào thư mục của mô hình."
    ),
    PhotoFault.UNREADABLE: (
        "Không đọc được tệp ảnh, hoặc tệp vừa thay đổi trong lúc đọc. "
        "Hãy kiểm tra quyền đọc, đóng chương trình đang mở tệp rồi thử lại."
    ),
    PhotoFault.TOO_HEAVY: (
        "Ảnh cần quá nhiều thời gian hoặc bộ nhớ để mở nên đã bị dừng lại. "
        "Hãy mở ảnh bằng một chương trình xem ảnh và lưu thành tệp JPEG mới."
    ),
    PhotoFault.OUR_MISTAKE: (
        "Lỗi của chương trình: khi xem ảnh này thì chương trình dừng. Hãy báo cho người phụ trách chương trình, gửi kèm ảnh; "
        "trong lúc chờ, mở ảnh bằng một chương trình xem ảnh và lưu thành tệp JPEG mới."
    ),
}


def explain(facts: PhotoFacts) -> str:
    """Say in Vietnamese what is wrong with a photo and what to do; '' where nothing is."""
    if facts.fault is None:
        return ""
    limit = MEGAPIXELS.get(facts.format, 0)
    if facts.width * facts.height <= limit * 1_000_000:
        limit = MEGAPIXELS_IN_SCANS
    return _SENTENCES[facts.fault].format(
        kind=_KINDS.get(facts.format, "này"),
        ending=ENDINGS.get(facts.format, ("jpg",))[0],
        size=f"{write_number(facts.width)} × {write_number(facts.height)}",
        megapixels=_millions(facts.width * facts.height),
        limit=limit,
        megabytes=_millions(facts.size),
        largest=_millions(LARGEST_FILE),
        width=SMALLEST_WIDTH,
        height=SMALLEST_HEIGHT,
    )


def _millions(number: int) -> str:
    """Write millions, rounded up: what is over a limit must not read as if it met it."""
    return write_number(Decimal(number).scaleb(-6).to_integral_value(ROUND_CEILING))
