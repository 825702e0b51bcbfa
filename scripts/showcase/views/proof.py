"""What the results of one model rest on, a line for each ground: what is there, or what is missing; no score is made of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from showcase.reading.form import LEVELS, MILESTONES
from showcase.record.model import Model
from showcase.record.proof import (
    ENOUGH_COPIES,
    PROOFS,
    YEARS_FRESH,
    all_proofs,
    compared_result,
    independent_source,
    is_publisher_known,
    own_proofs,
    recognition_on_paper,
)
from showcase.record.stage import CHECKS, checked_year
from showcase.views.card import result_number
from showcase.words.numbers import with_unit, write_number


@dataclass(frozen=True, slots=True)
class ProofLine:
    """A ground: its name, whether it is there, the reason in one line; `anchor` is where on the page it stands, or ''."""

    label: str
    is_there: bool
    reason: str
    anchor: str = ""


def proof_lines(model: Model, copied: int, year: int) -> tuple[ProofLine, ...]:
    """Say of each ground whether a model that was copied so often has it in a year, and why."""
    there = set(all_proofs(own_proofs(model), copied, checked_year(model.history), year))
    reasons = dict(_reasons(model, copied))
    return tuple(ProofLine(label, key in there, *reasons[key]) for key, label in PROOFS.items())


def _reasons(model: Model, copied: int) -> Iterator[tuple[str, tuple[str, str]]]:
    yield "so-truoc-sau", _of_results(model)
    yield "nguon-doc-lap", _of_sources(model)
    yield "van-ban-cong-nhan", _of_recognition(model)
    yield "ke-cho-chua-duoc", _of_limits(model)
    yield "nhieu-noi-lam-theo", (_of_copies(copied), "lan-toa" if copied else "")
    yield "moi-kiem-tra", (_of_checks(model), "")


def _of_results(model: Model) -> tuple[str, str]:
    if result := compared_result(model):
        after = with_unit(result_number(result), result.unit)
        return f"{result.measure}: từ {write_number(result.before or 0)} tới {after}.", ""
    if model.results:
        return "Có con số kết quả, nhưng chưa có số trước khi làm để so.", ""
    return "Bài chưa có con số kết quả nào.", ""


def _of_sources(model: Model) -> tuple[str, str]:
    if source := independent_source(model):
        return f"{source.publisher}.", f"nguon-{model.sources.index(source) + 1}"
    if not any(map(is_publisher_known, model.sources)):
        return "Chưa rõ nguồn do cơ quan nào đăng.", "nguon"
    return "Nguồn đều là của chính nơi làm, hoặc chưa rõ nơi đăng.", "nguon"


def _of_recognition(model: Model) -> tuple[str, str]:
    if milestone := recognition_on_paper(model):
        what = f"{MILESTONES[milestone.kind].lower()} {LEVELS.get(milestone.level, '').lower()}".strip()
        return f"{milestone.document}, {what} năm {milestone.in_year}.", "chang-duong"
    years = [one.in_year for one in model.history if one.kind in {"cong-nhan", "khen-thuong"}]
    if years:
        return f"Được công nhận, khen thưởng năm {years[-1]}, nhưng chưa ghi số văn bản.", "chang-duong"
    return "Chưa có mốc nào ghi việc công nhận hay khen thưởng.", ""


def _of_limits(model: Model) -> tuple[str, str]:
    if "ke-cho-chua-duoc" in own_proofs(model):
        return "Bài có kể chỗ còn khó.", "han-che"
    return "Bài chưa kể điều gì chưa làm được.", ""


def _of_copies(copied: int) -> str:
    if not copied:
        return "Chưa biết nơi nào làm theo."
    known = "Đã biết" if copied >= ENOUGH_COPIES else "Mới biết"
    return f"{known} {write_number(copied)}\u00a0nơi làm theo."


def _of_checks(model: Model) -> str:
    checks = [milestone for milestone in model.history if milestone.kind in CHECKS]
    if not checks:
        return "Chưa thấy mốc thẩm định, kiểm tra, đánh giá nào."
    last = max(checks, key=lambda milestone: milestone.in_year)
    return f"{MILESTONES[last.kind]} năm {last.in_year}; tính những lần trong {YEARS_FRESH}\u00a0năm gần đây."
