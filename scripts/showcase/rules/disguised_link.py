"""Asks whether a link's text shows the host that the link leads to."""

import re
from collections.abc import Iterator

from showcase.reading.link import LinkKind, link_target
from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.rules.story_text import sections
from showcase.rules.wording import quote
from showcase.words.problem import Problem, Severity
from showcase.words.text import nfc

NAME = "lien_ket_gia"

# What looks like a host in a text: after a scheme or www., or with an ending of those that are common here.
_ENDINGS = "vn|com|org|net|info|edu|gov|io|asia|biz|co|me|tv|app|dev|site|online|shop|link|club|top|xyz"
_SHOWN = re.compile(
    rf"(?i)(?<![\w@.-])(?:(?:https?://|www\.)(?P<sure>[\w-]+(?:\.[\w-]+)+)|(?P<bare>(?:[\w-]+\.)+(?:{_ENDINGS})))(?![\w-])"
)
_MAIL = re.compile(r"(?i)(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]+\.)+[\w-]+")


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Chữ của liên kết phải cho thấy đúng nơi mà liên kết dẫn tới.

    Chữ ghi `hanoi.gov.vn` mà bấm vào lại tới trang khác là cách kẻ lừa đảo hay dùng. Nếu chữ của liên kết là một địa chỉ
    thì phải là địa chỉ ấy; tốt nhất là dùng lời: “báo Hànộimới”.

    Sai: `[hanoi.gov.vn](https://vi-du.com)`. Đúng: `[hanoi.gov.vn](https://hanoi.gov.vn)`.
    """
    for node, facts in sections(submission):
        for link in facts.links:
            if shown := _another_host(link.text, link.target):
                sentence = f"Chữ của liên kết là {quote(shown)} nhưng liên kết dẫn tới {quote(link.target)}. Hãy sửa cho khớp, hoặc dùng lời thay cho địa chỉ."
                yield Problem(submission.spot_in(node, shown), Severity.ERROR, NAME, sentence)


def _another_host(text: str, target: str) -> str:
    """Give the host or mailbox that the text shows and the target is not; '' where they agree or none is shown."""
    destination = link_target(target)
    if destination.kind is LinkKind.MAIL:
        shown = _MAIL.search(text)
        return shown.group() if shown and f"mailto:{shown.group()}".lower() != destination.address.lower() else ""
    if destination.kind is LinkKind.REFUSED:
        return ""
    host = destination.host.removeprefix("www.")
    for match in _SHOWN.finditer(nfc(text)):
        shown_host = _host(match["sure"] or match["bare"])
        if host != shown_host and not host.endswith(f".{shown_host}"):
            return match["sure"] or match["bare"]
    return ""


def _host(shown: str) -> str:
    """Give a host as the target's is given: read, in lower case; as it stands where it is no host at all."""
    return (link_target(f"https://{shown}").host or shown.lower()).removeprefix("www.")
