"""The answer to a proposal is a page of Markdown that an official understands: what was looked at, what to mend, what comes next."""

from collections.abc import Iterable, Iterator, Sequence

from showcase.preview.overlay import counted
from showcase.proposal.proposal import Proposal
from showcase.proposal.review import Reviewed
from showcase.proposal.subject import Subject
from showcase.words.markdown_text import markdown_text
from showcase.words.numbers import write_number
from showcase.words.problem import Problem, Severity, count_errors
from showcase.words.safe_line import safe_line

_MOST_PROBLEMS, _MOST_NAMES = 300, 50
"""What is told of one by one."""
_OF_SUBJECTS, _OF_OUTSIDE, _OF_OWN, _OF_OTHERS = 14_000, 8_000, 26_000, 10_000
"""Bytes of each list, so that none crowds out another: a comment on GitHub has at most 65,536 letters."""
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
    yield from _problems("Điều cần sửa trong bài gửi này", own, _OF_OWN)
    yield from _problems("Ở những tệp khác", reviewed.found.elsewhere, _OF_OTHERS)


def _subjects(reviewed: Reviewed) -> Iterator[str]:
    if not reviewed.in_all:
        return
    yield from ("Xem trước: tải tệp `xem-truoc.html` của lần kiểm tra này về rồi mở bằng trình duyệt.", "")
    shown = list(zip(reviewed.subjects, reviewed.found.of_subjects, strict=True))
    lines = (_subject(subject, found) for subject, found in shown[:_MOST_NAMES])
    yield from (*_listed(lines, reviewed.in_all, _OF_SUBJECTS, "mục"), "")


def _subject(subject: Subject, found: Sequence[Problem]) -> str:
    told = counted(found) or "không có gì phải sửa"
    also = "; nhánh chính cũng đã sửa, phải gộp bằng tay" if subject.is_also_changed else ""
    former = f"; trước ở <code>{markdown_text(safe_line(subject.former))}</code>" if subject.former else ""
    return f"- **{subject.fate}** {markdown_text(subject.title)}: {told}{former}{also}"


def _outside(proposal: Proposal) -> Iterator[str]:
    if not proposal.outside:
        return
    yield from ("### Không xem trước được", "", _OUTSIDE, "")
    lines = (f"- <code>{markdown_text(path)}</code>" for path in proposal.outside[:_MOST_NAMES])
    yield from (*_listed(lines, len(proposal.outside), _OF_OUTSIDE, "tệp"), "")


def _problems(title: str, problems: Sequence[Problem], most: int) -> Iterator[str]:
    if not problems:
        return
    yield from (f"### {title}", "")
    lines = map(_problem, sorted(problems, key=lambda one: one.severity is not Severity.ERROR)[:_MOST_PROBLEMS])
    yield from (*_listed(lines, len(problems), most, "điều"), "")


def _problem(problem: Problem) -> str:
    where = markdown_text(f"{problem.spot.path}, dòng {problem.spot.line}")
    return f"- **{problem.severity.label}** {markdown_text(problem.message)}<br>{where} ({markdown_text(problem.rule)})"


def _listed(lines: Iterable[str], in_all: int, most: int, what: str) -> Iterator[str]:
    """Yield lines while they have so many bytes, then how many are left out of all that there are."""
    shown = 0
    for line in lines:
        most -= len(line.encode()) + 1
        if most < 0:
            break
        shown += 1
        yield line
    if in_all > shown:
        yield f"- … và {write_number(in_all - shown)} {what} nữa, không kể hết ở đây"
