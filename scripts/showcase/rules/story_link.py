"""Asks whether every link of a story leads where a link may lead."""

from collections.abc import Iterator

from showcase.reading.link import LinkKind, Refusal, link_target
from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.rules.story_text import sections
from showcase.rules.wording import quote
from showcase.words.problem import Problem, Severity

NAME = "lien_ket"

SENTENCES = {
    Refusal.EMPTY: "Liên kết không có địa chỉ. Hãy ghi địa chỉ trong ngoặc tròn: [lời](https://…).",
    Refusal.TOO_LONG: "Liên kết {target} dài quá 2.000 ký tự. Hãy bỏ phần theo dõi sau dấu '?'.",
    Refusal.CHARACTER: "Liên kết {target} có dấu \\, xuống dòng hoặc ký tự vô hình. Hãy chép lại địa chỉ từ trình duyệt.",
    Refusal.SCHEME: "Liên kết {target} thuộc kiểu không được phép. Chỉ dùng https://, http:// và mailto:.",
    Refusal.NO_SCHEME: "Liên kết {target} thiếu phần đầu. Ý bạn là {with_scheme}?",
    Refusal.USER: "Liên kết {target} có dấu @ trước tên trang nên dễ lừa mắt người đọc. Hãy bỏ phần trước dấu @.",
    Refusal.HOST: "Liên kết {target} không có tên trang hợp lệ. Hãy chép lại địa chỉ từ trình duyệt.",
    Refusal.MAIL: "Hòm thư trong liên kết phải viết như 'mailto:danvan@nghean.gov.vn', không phải {target}.",
    Refusal.PATH: (
        "Liên kết {target} không dẫn tới trang nào. Hãy ghi địa chỉ đầy đủ bắt đầu bằng https://, "
        "hoặc '../ma-mo-hinh/' để dẫn tới một mô hình khác."
    ),
}

# "quyet-dinh.pdf" looks like a host to the reader of links.
_FILES = (
    ".pdf",
    ".doc",
    ".docx",
    ".xls",
    ".xlsx",
    ".ppt",
    ".pptx",
    ".jpg",
    ".jpeg",
    ".png",
    ".html",
    ".htm",
    ".md",
    ".zip",
)


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Mỗi liên kết trong bài phải dẫn tới nơi được phép.

    Liên kết được dẫn tới trang web (`https://…`, `http://…`), hòm thư (`mailto:…`) và mô hình khác của trang
    (`../ma-mo-hinh/` hoặc `/mo-hinh/ma-mo-hinh/`). Mọi kiểu khác (`javascript:`, `file:`, đường dẫn tệp) không được dùng.

    Sai: `[báo Hànộimới](hanoimoi.vn)`. Đúng: `[báo Hànộimới](https://hanoimoi.vn)`.
    """
    for node, facts in sections(submission):
        for target in dict.fromkeys(link.target for link in facts.links):
            destination = link_target(target)
            if destination.kind is LinkKind.REFUSED and destination.refusal:
                with_scheme = quote(f"https://{target.lstrip('/')}")
                is_file = target.lower().endswith(_FILES) and "/" not in target
                sentence = SENTENCES[Refusal.PATH if is_file else destination.refusal].format(
                    target=quote(target), with_scheme=with_scheme
                )
                yield Problem(submission.spot_in(node, target or "]()"), Severity.ERROR, NAME, sentence)
