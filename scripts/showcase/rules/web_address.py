"""Asks whether the address of a source is one that a browser opens."""

import re
from collections.abc import Iterator

from showcase.reading.form import URL
from showcase.reading.kinds import Pattern
from showcase.record.submission import Submission
from showcase.rules.asking import unread
from showcase.rules.setting import Setting
from showcase.rules.wording import ask, quote
from showcase.words.problem import Problem

NAME = "dia_chi_web"

_NO_SCHEME = re.compile(r"(?:www\.)?[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)+(?:/\S*)?")
_BROKEN_SCHEME = re.compile(r"(?i)(https?)[\s:/]{0,8}(?=[a-z0-9-]+\.)")


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Địa chỉ web của nguồn phải đầy đủ và mở được.

    Địa chỉ bắt đầu bằng `https://` hoặc `http://`, không có dấu cách, dài tối đa 2.000 ký tự. Cách chắc nhất là mở trang
    ấy rồi chép cả dòng địa chỉ của trình duyệt.

    Sai: `url: www.hanoimoi.vn/bai-viet`. Đúng: `url: https://www.hanoimoi.vn/bai-viet`.
    """
    for cell, typed in unread(submission, Pattern):
        if cell.kind == URL:
            yield submission.error(
                NAME, cell.node, f"{quote(typed)} không phải là địa chỉ web đầy đủ.{_way_out(typed)}"
            )


def _way_out(typed: str) -> str:
    if len(typed) > URL.most:
        return " Địa chỉ dài quá 2.000 ký tự; hãy bỏ phần theo dõi sau dấu '?'."
    if _NO_SCHEME.fullmatch(typed):
        return ask(f"https://{typed}")
    mended = _BROKEN_SCHEME.sub(lambda match: f"{match[1].lower()}://", typed, count=1)
    if mended != typed and URL.read(mended):
        return ask(mended)
    if re.search(r"\s", typed):
        return " Địa chỉ không được có dấu cách; mỗi nguồn một địa chỉ."
    return " Hãy chép cả dòng địa chỉ từ trình duyệt, bắt đầu bằng https:// hoặc http://."
