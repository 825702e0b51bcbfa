"""Asks whether every id, of today or former, belongs to one model alone."""

from collections import defaultdict
from collections.abc import Iterator

from showcase.record.declaration import Declaration, Said
from showcase.record.intake import Intake
from showcase.rules.setting import Setting
from showcase.rules.wording import quote, quote_name
from showcase.words.problem import Problem

NAME = "ma_trung"


def check(intake: Intake, _setting: Setting) -> Iterator[Problem]:
    """Mỗi mã thuộc về đúng một mô hình, kể cả mã cũ.

    Mã là địa chỉ của trang, nên hai mô hình ở hai thư mục khác nhau cũng không được trùng mã; hoa thường không tính là
    khác. Mã cũ ở `duong_dan_cu` không được là mã của mô hình nào, kể cả của chính nó, và không được là mã cũ của mô hình
    khác: địa chỉ cũ chỉ dẫn về một nơi.

    Sai: `ha-noi/cho-van-minh/` và `nghe-an/cho-van-minh/`. Đúng: `dong-da-cho-van-minh` và `vinh-cho-van-minh`.
    """
    owners: dict[str, Declaration] = {}
    for model in intake.models:
        earlier = owners.setdefault(model.name.strip().casefold(), model)
        if earlier is not model:
            same = (
                ", chỉ khác ở dấu cách"
                if earlier.name != model.name and earlier.name.strip() == model.name.strip()
                else ""
            )
            sentence = (
                f"Mã {quote_name(model.name)} đã là mã của {earlier.path}{same}. Hãy đổi tên một trong hai thư mục."
            )
            yield model.error(NAME, None, sentence)
    former: dict[str, list[tuple[Declaration, Said]]] = defaultdict(list)
    for model in intake.models:
        for said in model.former_ids:
            yield from _taken(model, said, owners)
            former[said.value].append((model, said))
    for (first, said), *others in former.values():
        for model, other in others:
            if model is not first:
                sentence = f"Mã cũ {quote(other.value)} đã là mã cũ ở {first.path}:{said.line}. Hãy giữ ở một mô hình."
                yield model.error(NAME, other, sentence)


def _taken(model: Declaration, former_id: Said, owners: dict[str, Declaration]) -> Iterator[Problem]:
    owner = owners.get(former_id.value)
    if owner is model:
        sentence = f"Mã cũ {quote(former_id.value)} chính là mã hiện nay của mô hình này. Hãy xóa dòng này."
        yield model.error(NAME, former_id, sentence)
    elif owner is not None:
        sentence = (
            f"Mã cũ {quote(former_id.value)} đang là mã của {owner.path}. Hãy đổi mã của mô hình kia; "
            "nếu bài này chưa từng được đăng dưới mã ấy thì xóa mã ấy ở đây."
        )
        yield model.error(NAME, former_id, sentence)
