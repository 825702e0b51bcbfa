"""A new model begins with what its author said, and with what may be taken over from the one that it was learned from."""

from datetime import date
from typing import NamedTuple

from showcase.exchange.comparing import texts_of
from showcase.exchange.draft import Tree, tree_of
from showcase.exchange.naming import id_of, province_folder
from showcase.exchange.unfinished import write_unfinished
from showcase.reading.characters import LARGEST
from showcase.record.submission import read_model
from showcase.record.units import Gazetteer
from showcase.record.vocabulary import Vocabularies
from showcase.system.reading import read_regular

__all__ = ["Answers", "Begun", "begun"]

_TAKEN_OVER = ("linh_vuc", "chu_de")
"""What a copy has in common with what it was copied from; its story, its figures and its sources are its own."""
_PATTERN = ("lam_theo",)
"""What may be the same or not: how it was done there."""


class Answers(NamedTuple):
    """What was asked."""

    title: str
    place: str
    host: str
    host_kind: str
    field: str


class Begun(NamedTuple):
    """Where a new model goes, below models/, and its text."""

    folder: str
    name: str
    text: str


def begun(  # noqa: PLR0913, PLR0917 - each is another thing
    answers: Answers,
    name: str,
    source: str,
    taken: set[str],
    vocabularies: Vocabularies,
    gazetteer: Gazetteer,
    day: date,
) -> Begun:
    """Begin a model named `name`, or by its place and title; `source` is the file of the model that it follows, or ''."""
    values = {("tieu_de",): answers.title, ("dia_diem", 0, "noi"): answers.place}
    tree: dict[str, Tree] = {}
    pattern: dict[str, Tree] = {}
    head = ["Bài mới: những dòng có dấu # là chỗ còn phải viết. Viết xong mục nào thì bỏ dấu # ở đầu dòng ấy."]
    if source:
        node = read_model(source, "", read_regular(source, LARGEST)).node
        known = tree_of(dict(texts_of(node))) if node else {}
        tree |= {key: known[key] for key in _TAKEN_OVER if key in known}
        pattern = {key: known[key] for key in _PATTERN if key in known}
        tree["hoc_tu"] = source.split("/")[-2]
        head.append(
            "Lĩnh vực và chủ đề chép từ mô hình ở hoc_tu; phần làm theo của mô hình ấy đứng sau dấu # để viết lại theo việc nơi mình đã làm."
        )
    tree |= {
        "tieu_de": answers.title,
        "dia_diem": [{"noi": answers.place}],
        "don_vi": [{"ten": answers.host, "loai": answers.host_kind}],
    }
    tree["ngay_dang"] = day.isoformat()
    if answers.field:
        tree["linh_vuc"] = answers.field
    folder = province_folder(values, gazetteer)
    return Begun(
        folder, name or id_of(values, taken) or "mo-hinh-moi", write_unfinished(tree, vocabularies, head, pattern)
    )
