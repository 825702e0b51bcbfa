"""Asks whether every id, of today or former, belongs to one model alone."""

from collections import defaultdict
from collections.abc import Iterator

from showcase.reading.record import Cell
from showcase.record.intake import Intake
from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.rules.wording import quote
from showcase.words.problem import Problem

NAME = "ma_trung"


def check(intake: Intake, _setting: Setting) -> Iterator[Problem]:
    """Mỗi mã thuộc về đúng một mô hình, kể cả mã cũ.

    Mã là địa chỉ của trang, nên hai mô hình ở hai thư mục khác nhau cũng không được trùng mã; hoa thường không tính là
    khác. Mã cũ ở `duong_dan_cu` không được là mã của mô hình nào, kể cả của chính nó, và không được là mã cũ của mô hình
    khác: địa chỉ cũ chỉ dẫn về một nơi.

    Sai: `ha-noi/cho-van-minh/` và `nghe-an/cho-van-minh/`. Đúng: `dong-da-cho-van-minh` và `vinh-cho-van-minh`.
    """
    owners: dict[str, Submission] = {}
    for model in intake.models:
        earlier = owners.setdefault(model.name.casefold(), model)
        if earlier is not model:
            sentence = f"Mã {quote(model.name)} đã là mã của {earlier.path}. Hãy đổi tên một trong hai thư mục."
            yield model.error(NAME, None, sentence)
    former: dict[str, list[tuple[Submission, Cell]]] = defaultdict(list)
    for model in intake.models:
        for cell in model.record.items("duong_dan_cu") if model.record else ():
            if isinstance(cell.value, str):
                yield from _taken(model, cell, cell.value, owners)
                former[cell.value].append((model, cell))
    for (first, cell), *others in former.values():
        for model, other in others:
            if model is not first:
                spot = first.spot(cell.node)
                sentence = (
                    f"Mã cũ {quote(str(other.value))} đã là mã cũ ở {spot.path}:{spot.line}. Hãy giữ ở một mô hình."
                )
                yield model.error(NAME, other.node, sentence)


def _taken(model: Submission, cell: Cell, former_id: str, owners: dict[str, Submission]) -> Iterator[Problem]:
    owner = owners.get(former_id)
    if owner is model:
        sentence = f"Mã cũ {quote(former_id)} chính là mã hiện nay của mô hình này. Hãy xóa dòng này."
        yield model.error(NAME, cell.node, sentence)
    elif owner is not None:
        sentence = (
            f"Mã cũ {quote(former_id)} đang là mã của {owner.path}. Hãy xóa dòng này, hoặc đổi mã của mô hình kia."
        )
        yield model.error(NAME, cell.node, sentence)
