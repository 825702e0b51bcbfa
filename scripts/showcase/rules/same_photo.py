"""Asks whether the same photo stands twice, in one model or in two."""

from collections.abc import Iterator
from itertools import combinations

from showcase.reading.record import Cell
from showcase.record.intake import Intake
from showcase.record.photo import PhotoFacts, looks_like
from showcase.record.submission import Submission
from showcase.rules.photo_missing import file_names
from showcase.rules.setting import Setting
from showcase.rules.wording import quote
from showcase.words.problem import Problem

NAME = "anh_lap"


def check(intake: Intake, _setting: Setting) -> Iterator[Problem]:
    """Mỗi ảnh đứng ở đúng một chỗ.

    Cùng một ảnh ghi hai lần trong một mô hình là thừa; cùng một ảnh ở hai mô hình thì một trong hai không đúng sự thật,
    trừ khi hai mô hình là một. Ảnh chỉ khác kích thước hay độ nén trong cùng một mô hình thì được nhắc.

    Sai: `cho-1.jpg` và `cho-2.jpg` là hai bản chép của một tệp. Đúng: giữ một ảnh.
    """
    first: dict[str, tuple[Submission, Cell]] = {}
    for model in intake.models:
        photos = list(_photos(model))
        for cell, facts in photos:
            place, other = first.setdefault(facts.digest or f"{model.path}/{facts.name}", (model, cell))
            if other is not cell:
                spot = place.spot(other.node)
                where = f"dòng {spot.line}" if place is model else f"{spot.path}:{spot.line}"
                sentence = f"{quote(facts.name)} là cùng một ảnh với {quote(str(other.value))} ở {where}. Hãy giữ một."
                yield model.error(NAME, cell.node, sentence)
        for (earlier, one), (cell, other_facts) in combinations(photos, 2):
            if one.digest != other_facts.digest and looks_like(one, other_facts):
                sentence = f"{quote(other_facts.name)} trông giống hệt {quote(one.name)} ở dòng {earlier.node.line}. Nếu là một ảnh, hãy giữ bản lớn hơn."
                yield model.advice(NAME, cell.node, sentence)


def _photos(model: Submission) -> Iterator[tuple[Cell, PhotoFacts]]:
    files = {facts.name: facts for facts in model.photos}
    for cell, name in file_names(model):
        if name in files:
            yield cell, files[name]
