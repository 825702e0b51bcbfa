"""Asks whether the address of a source is one that a browser opens."""

import re
from collections.abc import Iterator
from ipaddress import ip_address
from urllib.parse import urlsplit

from showcase.reading.form import URL
from showcase.reading.kinds import Pattern
from showcase.reading.link import Refusal, link_target
from showcase.record.submission import Submission
from showcase.rules.asking import unread
from showcase.rules.setting import Setting
from showcase.rules.wording import ask, quote
from showcase.words.problem import Problem

NAME = "dia_chi_web"

_NO_SCHEME = re.compile(r"(?:www\.)?[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)+(?:/\S*)?")
_OF_ONE_OFFICE = (
    ".local",
    ".localhost",
    ".localdomain",
    ".lan",
    ".internal",
    ".intranet",
    ".corp",
    ".home",
    ".home.arpa",
    ".private",
)
"""Ends of hosts that only the machines of one office know."""
_BROKEN_SCHEME = re.compile(r"(?i)(https?)[\s:/]{0,8}(?=[a-z0-9-]+\.)")


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Địa chỉ web của nguồn phải đầy đủ và mở được.

    Địa chỉ bắt đầu bằng `https://` hoặc `http://`, không có dấu cách, dài tối đa 2.000 ký tự, và ai ở ngoài cơ quan cũng mở
    được: `localhost`, `192.168.1.5` hay tên máy trong mạng nội bộ thì không. Cách chắc nhất là mở trang
    ấy rồi chép cả dòng địa chỉ của trình duyệt.

    Sai: `url: www.hanoimoi.vn/bai-viet`. Đúng: `url: https://www.hanoimoi.vn/bai-viet`.
    """
    for cell, typed in unread(submission, Pattern):
        if cell.kind == URL:
            yield submission.error(
                NAME, cell.node, f"{quote(typed)} không phải là địa chỉ web đầy đủ.{_way_out(typed)}"
            )
    for cell in submission.cells_of(Pattern):
        if cell.kind == URL and isinstance(cell.value, str) and (sentence := _unknown_outside(cell.value)):
            yield submission.error(NAME, cell.node, sentence)


def _unknown_outside(url: str) -> str:
    """Say that nobody outside finds the host, or that its letters deceive the eye; '' where neither is so."""
    try:
        host = (urlsplit(url).hostname or "").removesuffix(".")
    except ValueError:  # a bracket of IPv6 alone
        return "Địa chỉ này không có tên trang hợp lệ. Hãy mở trang ấy rồi chép lại địa chỉ từ trình duyệt."
    is_number, is_open = _number(host)
    if not is_open or host == "localhost" or host.endswith(_OF_ONE_OFFICE):
        return f"{quote(host)} là tên máy trong mạng nội bộ, người đọc không mở được. Hãy ghi địa chỉ trên mạng chung, hoặc bỏ dòng này."
    if is_number or link_target(f"https://{host}/").refusal is not Refusal.HOST:
        return ""
    if "." not in host:
        return f"{quote(host)} chưa phải là tên trang đầy đủ, thiếu phần đuôi như '.vn'. Hãy chép lại địa chỉ từ trình duyệt."
    return f"Tên trang {quote(host)} viết sai, hoặc có chữ cái không phải của tiếng Việt. Hãy mở trang ấy rồi chép lại địa chỉ từ trình duyệt."


def _number(host: str) -> tuple[bool, bool]:
    """Tell whether a host is an IP number, and whether it is not one that only the machines of one office know."""
    try:
        return True, ip_address(host).is_global
    except ValueError:
        return False, True


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
