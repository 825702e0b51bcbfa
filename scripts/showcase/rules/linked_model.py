"""Asks whether every model that a story links to is there."""

from collections.abc import Iterator

from showcase.record.intake import Intake
from showcase.rules.declaring import linked_models
from showcase.rules.known_models import KnownModels
from showcase.rules.setting import Setting
from showcase.words.problem import Problem, Severity, Spot

NAME = "lien_ket_mo_hinh"


def check(intake: Intake, _setting: Setting) -> Iterator[Problem]:
    """Mô hình mà bài viết dẫn liên kết tới phải tồn tại.

    Liên kết tới mô hình khác viết `../ma-mo-hinh/` hoặc `/mo-hinh/ma-mo-hinh/`, với mã là tên thư mục của mô hình ấy.
    Mã cũ cũng được, địa chỉ cũ sẽ chuyển về địa chỉ mới.

    Sai: `[chợ Đống Đa](../cho-van-minh/)` khi không có mã ấy. Đúng: `[chợ Đống Đa](../dong-da-cho-van-minh/)`.
    """
    known = KnownModels(intake)
    for model in intake.models:
        for linked, said in model.links:
            if not known.today(linked):
                yield model.error(NAME, said, known.unknown(linked))
    for event in intake.events:
        for linked, said in linked_models(event):
            if not known.today(linked):
                spot = Spot(event.path, said.line, said.column)
                yield Problem(spot, Severity.ERROR, NAME, known.unknown(linked))
