"""Asks whether the file of a photo says where it was taken."""

from collections.abc import Iterator

from showcase.record.submission import Submission
from showcase.rules.photo_missing import shown_photos
from showcase.rules.setting import Setting
from showcase.rules.wording import quote
from showcase.words.problem import Problem, Severity

NAME = "vi_tri_anh"


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Tệp ảnh có người không được mang theo vị trí chụp.

    Điện thoại ghi vào tệp ảnh nơi chụp, đúng đến từng căn nhà. Trang tự bỏ thông tin ấy khỏi ảnh mà nó đăng, nhưng tệp gốc
    nằm trong kho dữ liệu thì ai cũng tải được. `showcase fix` gỡ những thông tin ấy khỏi tệp mà không đụng tới hình; trong
    Windows, bấm chuột phải vào tệp, chọn Properties → Details → Remove Properties and Personal Information. Ảnh ghi
    `nguoi: khong` thì đây chỉ là lời nhắc. Hãy gỡ trước khi gửi: điều đã gửi lên thì bản cũ trong kho vẫn giữ.

    Sai: ảnh chụp một hộ dân, chép thẳng từ điện thoại. Đúng: chạy `showcase fix` rồi gửi.
    """
    positioned = {facts.name for facts in submission.photos if facts.has_position}
    for photo in shown_photos(submission) if positioned else ():
        name = photo.text("tep")
        if name in positioned:
            is_empty = photo.value("nguoi") == "khong"
            sentence = f"Tệp {quote(name)} ghi cả vị trí chụp (GPS), ai tải kho dữ liệu về cũng xem được. Hãy chạy 'showcase fix' để gỡ khỏi tệp; hình không đổi."
            severity = Severity.ADVICE if is_empty else Severity.ERROR
            yield Problem(submission.spot(photo.node_at("tep")), severity, NAME, sentence)
