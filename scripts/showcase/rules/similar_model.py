"""Asks whether two models are one that was entered twice."""

from collections import defaultdict
from collections.abc import Iterator

from showcase.record.intake import Intake
from showcase.record.submission import Submission
from showcase.rules.places import resolve
from showcase.rules.setting import Setting
from showcase.rules.wording import quote
from showcase.words.problem import Problem
from showcase.words.text import fold, match_key, slug

NAME = "giong_nhau"

_ENOUGH = 0.8
_NEIGHBOURS = 10
"""In one place and of one host, a model is compared with so many that come before it by title: 13,663 models stay a line."""


def check(intake: Intake, setting: Setting) -> Iterator[Problem]:
    """Hai mô hình không nên là một mô hình được nhập hai lần.

    Hai mô hình cùng nơi, cùng đơn vị và tiêu đề gần như nhau thường là một: một bài viết theo đăng ký, một bài viết theo
    tổng kết. Nếu là một, hãy gộp lại và ghi mã bị bỏ vào `duong_dan_cu`; nếu là hai, hãy cho tiêu đề nói rõ khác nhau ở
    đâu.

    Sai: “Tiết kiệm xanh” và “Mô hình tiết kiệm xanh” của cùng một chi hội. Đúng: một mô hình.
    """
    groups: dict[tuple[str, str], list[tuple[str, Submission]]] = defaultdict(list)
    for model in intake.models:
        if key := _place_and_host(model, setting):
            groups[key].append((slug(model.record.text("tieu_de") if model.record else ""), model))
    for group in groups.values():
        ordered = sorted(group, key=lambda pair: (pair[0], pair[1].path)) if len(group) > 1 else []
        for number, (title, model) in enumerate(ordered):
            neighbours = ordered[max(0, number - _NEIGHBOURS) : number]
            if twin := next((other for other_title, other in reversed(neighbours) if _alike(title, other_title)), None):
                yield _problem(twin, model)


def _place_and_host(model: Submission, setting: Setting) -> tuple[str, str] | None:
    """Give today's unit and the host by which a model is compared: the first of each; None for one taken down."""
    record = model.record
    places, hosts = (record.records("dia_diem"), record.records("don_vi")) if record else ([], [])
    if record is None or not record.text("tieu_de") or not places or not hosts or "go_bo" in record.cells:
        return None
    written = places[0].text("noi")
    place = resolve(setting.gazetteer, written, places[0].text("hien_nay")).place if written else None
    unit = (place.commune or place.former_district or place.province).code if place else match_key(written)
    return unit, fold(hosts[0].text("ten"))


def _alike(title: str, other: str) -> bool:
    """Tell whether two titles, given as slugs, share four fifths of their words."""
    one, two = set(title.split("-")), set(other.split("-"))
    return len(one & two) >= _ENOUGH * len(one | two)


def _problem(first: Submission, second: Submission) -> Problem:
    title = quote(first.record.text("tieu_de")) if first.record else ""
    node = second.record.node_at("tieu_de") if second.record else None
    sentence = f"Mô hình này có cùng nơi, cùng đơn vị và gần như cùng tiêu đề với {title} ở {first.path}. Nếu là một, hãy gộp lại và ghi mã bị bỏ vào 'duong_dan_cu'."
    return second.advice(NAME, node, sentence)
