"""Asks whether every id, of today or former, belongs to one model alone, or to one event, or one document."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from showcase.record.declaration import Declaration, Said, nothing_declared
from showcase.record.intake import Intake
from showcase.rules.declaring import declared_by_events
from showcase.rules.setting import Setting
from showcase.rules.wording import quote, quote_name
from showcase.words.problem import Problem

NAME = "ma_trung"


def check(intake: Intake, setting: Setting) -> Iterator[Problem]:
    """Mỗi mã thuộc về đúng một mô hình, kể cả mã cũ.

    Mã là địa chỉ của trang, nên hai mô hình ở hai thư mục khác nhau cũng không được trùng mã; hoa thường không tính là
    khác. Sự kiện và văn bản cũng vậy, mỗi loại với nhau: đã có thư mục `_events/hoi-thi/` thì không có tệp `_events/hoi-thi.yaml`. Mã cũ ở `duong_dan_cu` không được là mã của mô hình nào, kể cả của chính nó, và không được là mã cũ của mô hình
    khác: địa chỉ cũ chỉ dẫn về một nơi.

    Sai: `ha-noi/cho-van-minh/` và `nghe-an/cho-van-minh/`. Đúng: `dong-da-cho-van-minh` và `vinh-cho-van-minh`.
    """
    yield from _of_kind(intake.models, "mô hình")
    yield from _of_kind(declared_by_events(intake, setting), "sự kiện")
    documents = (nothing_declared(document.name, document.path) for document in intake.documents)
    yield from _of_kind(tuple(documents), "văn bản")


def _of_kind(records: Sequence[Declaration], kind: str) -> Iterator[Problem]:
    """Ask about records of one kind, which is called so."""
    owners: dict[str, Declaration] = {}
    for model in records:
        earlier = owners.setdefault(model.name.strip().casefold(), model)
        if earlier is not model:
            same = (
                ", chỉ khác ở dấu cách"
                if earlier.name != model.name and earlier.name.strip() == model.name.strip()
                else ""
            )
            sentence = f"Mã {quote_name(model.name)} đã là mã của {earlier.path}{same}. Hãy đổi tên một trong hai {_called(kind)}."
            yield model.error(NAME, None, sentence)
    former: dict[str, list[tuple[Declaration, Said]]] = defaultdict(list)
    for model in records:
        for said in model.former_ids:
            yield from _taken(model, said, owners, kind)
            former[said.value].append((model, said))
    for (first, said), *others in former.values():
        for model, other in others:
            if model is not first:
                sentence = f"Mã cũ {quote(other.value)} đã là mã cũ ở {first.path}:{said.line}. Hãy giữ ở một {kind}."
                yield model.error(NAME, other, sentence)


def _called(kind: str) -> str:
    return "thư mục" if kind == "mô hình" else "tệp hoặc thư mục"


def _taken(model: Declaration, former_id: Said, owners: dict[str, Declaration], kind: str) -> Iterator[Problem]:
    owner = owners.get(former_id.value)
    if owner is model:
        sentence = f"Mã cũ {quote(former_id.value)} chính là mã hiện nay của {kind} này. Hãy xóa dòng này."
        yield model.error(NAME, former_id, sentence)
    elif owner is not None:
        sentence = (
            f"Mã cũ {quote(former_id.value)} đang là mã của {owner.path}. Hãy đổi mã của {kind} kia; "
            "nếu bài này chưa từng được đăng dưới mã ấy thì xóa mã ấy ở đây."
        )
        yield model.error(NAME, former_id, sentence)
