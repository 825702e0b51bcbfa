"""Asks whether a story holds HTML, which is no markup here."""

from collections.abc import Iterator

from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.rules.story_text import sections
from showcase.rules.wording import quote
from showcase.words.problem import Problem, Severity

NAME = "html"


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Trong bài viết không nên có thẻ HTML.

    Thẻ HTML không có tác dụng: nó hiện nguyên như đã gõ. Chữ đậm viết `**chữ đậm**`, chữ nghiêng viết `*chữ nghiêng*`,
    xuống đoạn thì để một dòng trống.

    Sai: `<b>15 hộ</b> được vay vốn`. Đúng: `**15 hộ** được vay vốn`.
    """
    for node, facts in sections(submission):
        # One of each name: where "<b>" is told, "</b>" need not be.
        for html in {_name(html): html for html in reversed(facts.raw_html)}.values():
            sentence = f"{quote(html)} là mã HTML nên sẽ hiện nguyên như đã gõ. Hãy dùng dấu của Markdown: **đậm**, *nghiêng*, dòng trống để xuống đoạn."
            yield Problem(
                submission.spot_in(node, html.splitlines()[0] if html else ""), Severity.ADVICE, NAME, sentence
            )


def _name(html: str) -> str:
    return html.strip("</>").partition(" ")[0].lower()
