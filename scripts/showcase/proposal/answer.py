"""The answer to a proposal is a page of Markdown that an official understands: what was looked at, what to mend, what comes next."""

from collections.abc import Iterator, Sequence

from showcase.preview.overlay import counted
from showcase.proposal.proposal import Proposal
from showcase.proposal.review import Reviewed
from showcase.words.markdown_text import markdown_text
from showcase.words.numbers import write_number
from showcase.words.problem import Problem, Severity, count_errors

_MOST_PROBLEMS, _MOST_NAMES = 300, 50
"""What is told of one by one; a summary of a job may have a megabyte."""
_OUTSIDE = (
    "Các tệp dưới đây nằm ngoài thư mục models. Máy không dùng chúng khi kiểm tra và xem trước; "
    "người duyệt phải đọc từng thay đổi trước khi nhận."
)


def answer(proposal: Proposal, reviewed: Reviewed) -> str:
    """Write the answer."""
    return "\n".join(_lines(proposal, reviewed))


def _lines(proposal: Proposal, reviewed: Reviewed) -> Iterator[str]:
    problems = reviewed.found.in_order
    errors = count_errors(problems)
    yield from ("## Máy đã kiểm tra bài gửi này", "")
    if errors:
        yield f"**Chưa nhận được: còn {counted(problems)}.** Sửa ngay trong bài gửi này rồi lưu, máy sẽ kiểm tra lại. Không cần gửi bài mới."
    elif reviewed.in_all:
        advice = f" Có {counted(problems)}: nên xem, không bắt buộc sửa." if problems else ""
        yield f"**Không có lỗi.**{advice} Người duyệt sẽ đọc bài và nhận; bài lên trang sau khi được nhận."
    else:
        yield "**Bài gửi này không sửa gì trong thư mục models**, nên không có bài nào để xem trước."
    yield from ("", *_subjects(reviewed), *_outside(proposal))
    own = [problem for found in reviewed.found.of_subjects for problem in found]
    yield from _problems("Điều cần sửa trong bài gửi này", own)
    yield from _problems("Ở những tệp khác", reviewed.found.elsewhere)


def _subjects(reviewed: Reviewed) -> Iterator[str]:
    if not reviewed.in_all:
        return
    yield from ("Xem trước: tải tệp `xem-truoc.html` của lần kiểm tra này về rồi mở bằng trình duyệt.", "")
    shown = list(zip(reviewed.subjects, reviewed.found.of_subjects, strict=True))
    for subject, found in shown[:_MOST_NAMES]:
        told = counted(found) or "không có gì phải sửa"
        also = "; nhánh chính cũng đã sửa, phải gộp bằng tay" if subject.is_also_changed else ""
        yield f"- **{subject.fate}** {markdown_text(subject.title)}: {told}{also}"
    yield from (*_more(reviewed.in_all - _MOST_NAMES, "mục"), "")


def _outside(proposal: Proposal) -> Iterator[str]:
    if not proposal.outside:
        return
    yield from ("### Không xem trước được", "", _OUTSIDE, "")
    yield from (f"- <code>{markdown_text(path)}</code>" for path in proposal.outside[:_MOST_NAMES])
    yield from (*_more(len(proposal.outside) - _MOST_NAMES, "tệp"), "")


def _problems(title: str, problems: Sequence[Problem]) -> Iterator[str]:
    if not problems:
        return
    yield from (f"### {title}", "")
    for problem in sorted(problems, key=lambda one: one.severity is not Severity.ERROR)[:_MOST_PROBLEMS]:
        spot = problem.spot
        where = markdown_text(f"{spot.path}, dòng {spot.line}")
        yield f"- **{problem.severity.label}** {markdown_text(problem.message)}<br>{where} ({markdown_text(problem.rule)})"
    yield from (*_more(len(problems) - _MOST_PROBLEMS, "điều"), "")


def _more(number: int, what: str) -> Iterator[str]:
    if number > 0:
        yield f"- … và {write_number(number)} {what} nữa"
