"""Asks whether a model learned from one that is there, and none from itself, not even around a corner."""

from collections.abc import Iterator

from showcase.reading.form import ID
from showcase.record.declaration import Declaration
from showcase.record.intake import Intake
from showcase.rules.known_models import KnownModels
from showcase.rules.setting import Setting
from showcase.words.problem import Problem

NAME = "hoc_tu"

_MOST_SHOWN = 8


def check(intake: Intake, _setting: Setting) -> Iterator[Problem]:
    """Mô hình ghi ở `hoc_tu` phải tồn tại, và việc học chỉ đi một chiều.

    `hoc_tu` là mã của mô hình mà nơi này học theo; mã cũ của mô hình ấy cũng được. Không ai học từ chính mình, và
    không thể có vòng A học B, B học C, C lại học A: hãy xem nơi nào làm trước.

    Sai: `hoc_tu: cho-van-minh` khi không có mã ấy. Đúng: `hoc_tu: dong-da-cho-van-minh`.
    """
    known = KnownModels(intake)
    teachers: dict[str, str] = {}
    for model in intake.models:
        learned_from = model.learned_from.value
        teacher = known.today(learned_from)
        if learned_from and not teacher:
            # Of what is no id the rule `ma` tells; here is said which one may be meant.
            if ID.read(learned_from) is not None or known.proposal(learned_from, model.name):
                yield _problem(model, known.unknown(learned_from, model.name))
        elif teacher == model.name:
            yield _problem(
                model, "Mô hình không thể học từ chính mình. Hãy ghi mã của mô hình khác, hoặc xóa dòng này."
            )
        elif teacher:
            teachers[model.name] = teacher
    by_name = {model.name: model for model in intake.models}
    for circle in _circles(teachers):
        for name in circle:
            yield _problem(by_name[name], _sentence(_turned(circle, name)))


def _circles(teachers: dict[str, str]) -> Iterator[list[str]]:
    """Yield each circle once; every model has at most one teacher, so each walk is a line that ends or bites itself."""
    done: set[str] = set()
    for start in teachers:
        line: dict[str, int] = {}
        name = start
        while name in teachers and name not in done and name not in line:
            line[name] = len(line)
            name = teachers[name]
        if name in line:
            yield list(line)[line[name] :]
        done.update(line)


def _turned(circle: list[str], first: str) -> list[str]:
    at = circle.index(first)
    return [*circle[at:], *circle[: at + 1]]


def _sentence(circle: list[str]) -> str:
    if len(circle) > _MOST_SHOWN:
        circle = [*circle[: _MOST_SHOWN - 2], "…", circle[-1]]
    return f"Học theo vòng tròn: {' → '.join(circle)}. Hãy xóa 'hoc_tu' ở nơi làm đầu tiên."


def _problem(model: Declaration, sentence: str) -> Problem:
    return model.error(NAME, model.learned_from, sentence)
