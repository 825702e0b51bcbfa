"""The overlay says what is wrong with the files behind a page: pure views, filled by `templates/parts/preview*.html`."""

from collections.abc import Iterable
from dataclasses import dataclass

from showcase.preview.snapshot import Snapshot
from showcase.reading.characters import LARGEST, decode, forbidden
from showcase.system.reading import read_regular
from showcase.views import address
from showcase.views.page import Head, SiteFacts
from showcase.words.numbers import write_number
from showcase.words.problem import Problem, Severity

PROBLEMS = "_loi/"
"""The address of the page of all problems; no model or vocabulary may have a name that begins with `_`."""
_MOST_LISTED = 200
_LONGEST_LINE = 160


@dataclass(frozen=True, slots=True)
class Row:
    """A problem as it is shown, with the line of the file that it is about."""

    spot: str
    label: str
    is_error: bool
    rule: str
    about: str
    message: str
    line: str


@dataclass(frozen=True, slots=True)
class Bar:
    """What stands at the foot of a page: problems of its own file, a word on those of others, what is under way."""

    rows: tuple[Row, ...] = ()
    summary: str = ""
    is_grave: bool = False
    elsewhere: str = ""
    troubles: tuple[tuple[str, str], ...] = ()
    reading: str = ""
    problems: str = PROBLEMS

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to say."""
        return not (self.rows or self.elsewhere or self.troubles or self.reading)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemsPage:
    """A page of problems: those of one file of which nothing can be shown yet, or all."""

    head: Head
    lead: str
    rows: tuple[Row, ...]
    more: str = ""


def bar(snapshot: Snapshot, path: str, trouble: str = "") -> Bar:
    """Compute the bar of a page that is made of one source; `path` is '' where it is made of many."""
    own = snapshot.at(path) if path else []
    errors = 0 if own else snapshot.errors
    troubles = dict(snapshot.troubles) | ({"Không dựng được trang từ các mẫu.": trouble} if trouble else {})
    judged, to_judge = write_number(snapshot.judged), write_number(snapshot.to_judge)
    return Bar(
        rows=rows(own),
        summary=f"{path}: {counted(own)}" if own else "",
        is_grave=any(problem.severity is Severity.ERROR for problem in own),
        elsewhere=f"Còn {write_number(errors)} lỗi trong các tệp" if errors else "",
        troubles=tuple(troubles.items()),
        reading=f"Đang đọc các mô hình: {judged}/{to_judge}. Trang sẽ tự đầy đủ khi đọc xong."
        if snapshot.is_judging
        else "",
    )


def problems_page(snapshot: Snapshot, site: SiteFacts) -> ProblemsPage:
    """Compute `/_loi/`: all problems, errors first."""
    found = sorted(snapshot.problems, key=lambda problem: problem.severity is not Severity.ERROR)
    rest = len(found) - _MOST_LISTED
    return ProblemsPage(
        head=_head("Những điều cần sửa", PROBLEMS, site),
        lead=f"Cả thư mục: {counted(found)}." if found else "Không có gì phải sửa.",
        rows=rows(found[:_MOST_LISTED]),
        more=f"Còn {write_number(rest)} điều nữa; lệnh showcase check in ra tất cả." if rest > 0 else "",
    )


def unshown_page(snapshot: Snapshot, model_id: str, site: SiteFacts) -> ProblemsPage:
    """Compute the page of a model that never was good: its problems and nothing else."""
    path = snapshot.unshown[model_id]
    return ProblemsPage(
        head=_head("Chưa dựng được trang này", address.model(model_id), site),
        lead=f"Tệp {path} còn lỗi. Sửa rồi lưu lại, trang sẽ tự hiện ở đây.",
        rows=rows(snapshot.at(path)),
    )


def rows(problems: Iterable[Problem]) -> tuple[Row, ...]:
    """Write problems as they are shown, each with its line as it stands in the file now."""
    lines: dict[str, list[str]] = {}
    return tuple(
        Row(
            spot=f"{problem.spot.path}:{problem.spot.line}:{problem.spot.column}",
            label=problem.severity.label,
            is_error=problem.severity is Severity.ERROR,
            rule=problem.rule,
            about=address.rule(problem.rule),
            message=problem.message,
            line=_line(problem, lines),
        )
        for problem in problems
    )


def counted(problems: Iterable[Problem]) -> str:
    """Write `2 lỗi, 1 lời nhắc`."""
    errors = [problem.severity is Severity.ERROR for problem in problems]
    parts = ((sum(errors), "lỗi"), (len(errors) - sum(errors), "lời nhắc"))
    return ", ".join(f"{write_number(number)} {what}" for number, what in parts if number)


def _line(problem: Problem, lines: dict[str, list[str]]) -> str:
    """Give the line that a problem is about, with a mark in the place of what cannot be seen; `lines` are those read so far."""
    path = problem.spot.path
    if path not in lines:
        lines[path] = _lines_of(path)
    there = lines[path]
    line = there[problem.spot.line - 1].strip()[:_LONGEST_LINE] if problem.spot.line <= len(there) else ""
    unseen = dict(forbidden(line))
    return "".join("\ufffd" if offset in unseen else sign for offset, sign in enumerate(line))


def _lines_of(path: str) -> list[str]:
    """Read a source's lines; none of what is no text, or is gone."""
    if not path.endswith((".yaml", ".yml", ".md")):
        return []
    try:
        text, _ = decode(read_regular(path, LARGEST))
    except OSError:
        return []
    return text.splitlines()


def _head(title: str, where: str, site: SiteFacts) -> Head:
    return Head(title=title, description=title, address=where, section="", site=site)
