"""Asks whether every model that a story links to is there."""

from collections.abc import Iterator

from showcase.reading.link import link_target
from showcase.record.intake import Intake
from showcase.rules.known_models import KnownModels
from showcase.rules.setting import Setting
from showcase.rules.story_text import sections
from showcase.words.problem import Problem, Severity

NAME = "lien_ket_mo_hinh"


def check(intake: Intake, _setting: Setting) -> Iterator[Problem]:
    """Mô hình mà bài viết dẫn liên kết tới phải tồn tại.

    Liên kết tới mô hình khác viết `../ma-mo-hinh/` hoặc `/mo-hinh/ma-mo-hinh/`, với mã là tên thư mục của mô hình ấy.
    Mã cũ cũng được, địa chỉ cũ sẽ chuyển về địa chỉ mới.

    Sai: `[chợ Đống Đa](../cho-van-minh/)` khi không có mã ấy. Đúng: `[chợ Đống Đa](../dong-da-cho-van-minh/)`.
    """
    known = KnownModels(intake)
    for model in intake.models:
        if "../" in model.text or "/mo-hinh/" in model.text:
            for node, facts in sections(model):
                for target in dict.fromkeys(link.target for link in facts.links):
                    linked = link_target(target).model
                    if linked and not known.today(linked):
                        spot = model.spot_in(node, target)
                        yield Problem(spot, Severity.ERROR, NAME, known.unknown(linked))
