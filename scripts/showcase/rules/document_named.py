"""Asks whether every document that is named by its id is there: in a milestone, or as what holds a set of criteria."""

import re
from collections.abc import Iterator

from showcase.record.declaration import Said
from showcase.record.intake import Intake
from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.rules.wording import did_you_mean, quote
from showcase.words.problem import Problem, Severity, Spot

NAME = "ma_van_ban"

_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+")
"""What a document is called by: `chi-thi-05-ct-tw-2016`. A number as printed has capitals or begins with a figure."""


def looks_like_an_id(text: str) -> bool:
    """Tell whether a text is meant as the id of a document, and is no number or name of one."""
    return bool(_ID.fullmatch(text))


def check(intake: Intake, _setting: Setting) -> Iterator[Problem]:
    """Văn bản gọi bằng mã thì phải có tệp, và văn bản ghi ở `theo` phải có bộ tiêu chí.

    Ở `van_ban` của một mốc có thể ghi số hiệu như in trên văn bản, hoặc mã: tên tệp trong `_documents/`, bỏ đuôi `.yaml`. Viết
    như một mã mà không văn bản nào mang mã ấy thì hai trang không dẫn được đến nhau.

    Sai: `van_ban: chi-thi-05-ct-tw` khi không có tệp ấy. Đúng: `van_ban: chi-thi-05-ct-tw-2016`, hoặc `van_ban: 05-CT/TW`.
    """
    known = {one.name: one for one in intake.documents}
    holding = {name for name, one in known.items() if _holds_criteria(one)}
    for model in intake.models:
        for said in model.documents:
            if said.value not in known:
                yield model.error(NAME, said, _unknown(said.value, known))
        for said in model.criteria:
            if sentence := _of_criteria(said.value, known, holding):
                yield model.error(NAME, said, sentence)
    for one in intake.documents:
        for said in held_elsewhere(one):
            if sentence := _of_criteria(said.value, known, holding):
                yield Problem(Spot(one.path, said.line, said.column), Severity.ERROR, NAME, sentence)


def held_elsewhere(submission: Submission) -> Iterator[Said]:
    """Yield the documents that a file names as holding its sets of criteria."""
    for one in submission.record.records("tieu_chi") if submission.record else ():
        if held_by := one.text("theo"):
            node = one.node_at("theo")
            yield Said(held_by, node.line, node.column)


def _holds_criteria(document: Submission) -> bool:
    sets = document.record.records("tieu_chi") if document.record else ()
    return any(one.text("ten") for one in sets)


def _of_criteria(document: str, known: dict[str, Submission], holding: set[str]) -> str:
    if document in holding:
        return ""
    if document in known:
        return f"Văn bản {quote(document)} chưa có bộ tiêu chí nào. Hãy thêm 'tieu_chi' vào tệp của văn bản ấy."
    return _unknown(document, known)


def _unknown(document: str, known: dict[str, Submission]) -> str:
    near = (
        did_you_mean(document, known)
        or " Mã là tên tệp trong '_documents', bỏ đuôi '.yaml'; số hiệu thì viết như in: 05-CT/TW."
    )
    return f"Không có văn bản nào mang mã {quote(document)}.{near}"
