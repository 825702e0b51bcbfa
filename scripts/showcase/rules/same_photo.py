"""Asks whether the same photo stands twice, in one model or event or in two."""

from collections.abc import Iterator
from itertools import combinations

from showcase.record.declaration import Declaration, DeclaredPhoto
from showcase.record.intake import Intake
from showcase.record.photo import looks_like
from showcase.rules.declaring import declared_by_all
from showcase.rules.setting import Setting
from showcase.rules.wording import quote
from showcase.words.problem import Problem

NAME = "anh_lap"


def check(intake: Intake, setting: Setting) -> Iterator[Problem]:
    """Mỗi ảnh đứng ở đúng một chỗ.

    Cùng một ảnh ghi hai lần trong một mô hình là thừa; cùng một ảnh ở hai mô hình thì một trong hai không đúng sự thật,
    trừ khi hai mô hình là một. Ảnh của sự kiện cũng vậy: lời đồng ý và việc rút ảnh chỉ ghi ở một nơi. Ảnh chỉ khác kích thước hay độ nén trong cùng một mô hình thì được nhắc.

    Sai: `cho-1.jpg` và `cho-2.jpg` là hai bản chép của một tệp. Đúng: giữ một ảnh.
    """
    first: dict[str, tuple[Declaration, DeclaredPhoto]] = {}
    for model in declared_by_all(intake, setting):
        for photo in model.photos:
            place, other = first.setdefault(photo.digest or f"{model.path}/{photo.file.value}", (model, photo))
            if other is not photo:
                where = f"dòng {other.file.line}" if place is model else f"{place.path}:{other.file.line}"
                sentence = (
                    f"{quote(photo.file.value)} là cùng một ảnh với {quote(other.file.value)} ở {where}. Hãy giữ một."
                )
                yield model.error(NAME, photo.file, sentence)
        for one, other in combinations(model.photos, 2):
            if one.digest != other.digest and looks_like(one, other):
                sentence = f"{quote(other.file.value)} trông giống hệt {quote(one.file.value)} ở dòng {one.file.line}. Nếu là một ảnh, hãy giữ bản lớn hơn."
                yield model.advice(NAME, other.file, sentence)
