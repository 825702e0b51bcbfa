"""Asks whether the vocabularies that every catalogue has are there, and the four fields in the first."""

from collections.abc import Iterator

from showcase.record.intake import Intake
from showcase.record.vocabulary import MUST
from showcase.rules.setting import Setting
from showcase.rules.wording import listed, quote
from showcase.words.problem import Problem, Severity, Spot

NAME = "du_danh_muc"

FIELDS = ("kinh-te", "van-hoa-xa-hoi", "quoc-phong-an-ninh", "he-thong-chinh-tri")
_WHAT = {"linh-vuc": "lĩnh vực", "chu-de": "chủ đề", "don-vi": "loại đơn vị"}


def check(intake: Intake, _setting: Setting) -> Iterator[Problem]:
    """Ba danh mục phải có đủ, và bốn lĩnh vực của phong trào phải có trong danh mục.

    Thư mục `_vocabulary` có ba tệp: `linh-vuc.yaml`, `chu-de.yaml`, `don-vi.yaml`; chưa có chỉ số nào thì
    chưa cần `chi-so.yaml`. Bốn lĩnh vực `kinh-te`, `van-hoa-xa-hoi`, `quoc-phong-an-ninh`, `he-thong-chinh-tri` là của cả
    phong trào: sửa được tên hiện trên trang, không bỏ được mã.

    Sai: xóa `chu-de.yaml` vì chưa dùng chủ đề nào. Đúng: giữ tệp, với ít nhất một chủ đề.
    """
    by_name = {vocabulary.name: vocabulary for vocabulary in intake.vocabularies}
    for name in MUST:
        if name not in by_name:
            path = f"{intake.root}/_vocabulary/{name}.yaml"
            sentence = f"Thiếu tệp này: danh mục {_WHAT[name]}. Hãy lấy lại từ bản trước hoặc viết mới theo hướng dẫn."
            yield Problem(Spot(path), Severity.ERROR, NAME, sentence)
    fields = by_name.get("linh-vuc")
    if fields is not None and fields.terms is not None:
        missing = [key for key in FIELDS if key not in fields.terms]
        if missing:
            keys = listed([quote(key) for key in missing], "và")
            sentence = f"Danh mục lĩnh vực thiếu {keys}. Bốn lĩnh vực của phong trào phải có đủ."
            yield fields.error(NAME, fields.node, sentence)
