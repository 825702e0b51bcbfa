"""Two short forms: what is wrong with a model, and that somebody did the same; each becomes a text to send, and no account is needed.

Nothing is asked of who writes but, if they want an answer, a way to give it. Without scripts the page says what to write, and where to.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from showcase.views import address
from showcase.views.page import Head, SiteFacts

LONG = 600
SHORT = 200


class Question(NamedTuple):
    """One thing that is asked: its name, its words, a hint, how it is answered, whether it must be."""

    name: str
    label: str
    hint: str = ""
    kind: Literal["short", "long", "choice", "year"] = "short"
    must: bool = False
    choices: tuple[str, ...] = ()

    @property
    def most(self) -> int:
        """How many characters an answer may have."""
        return LONG if self.kind == "long" else SHORT


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortForm:
    """A page with such a form: what it is about (`key`), how a text begins that is made of it, what is asked."""

    head: Head
    key: Literal["sai", "lam-theo"]
    lead: str
    subject: str
    questions: tuple[Question, ...]


_ANSWER = Question(
    "tra-loi", "Cách liên hệ với bạn, nếu muốn được trả lời", "Chỉ có trong thư, trong tin nhắn; không đưa lên mạng."
)
_OF_MISTAKES = (
    Question(
        "phan",
        "Chỗ nào chưa đúng?",
        kind="choice",
        must=True,
        choices=(
            "Kết quả, con số",
            "Tên bài, tóm tắt",
            "Câu chuyện, cách làm",
            "Nơi làm, tên địa phương",
            "Đơn vị, thời gian",
            "Ảnh, chú thích ảnh",
            "Nguồn, đường dẫn",
            "Chỗ khác",
        ),
    ),
    Question(
        "dung",
        "Đúng ra là thế nào?",
        "Ghi cả chỗ sai và điều đúng, như: bài ghi 150 hộ, đúng ra là 120 hộ.",
        kind="long",
        must=True,
    ),
    Question("nguon", "Vì sao bạn biết?", "Báo cáo, bài báo, trang web, hoặc chính bạn có mặt ở đó.", must=True),
    _ANSWER,
)
_OF_COPIES = (
    Question("noi", "Nơi làm theo", "Từ nhỏ đến lớn, như: bản Lướt, xã Ngọc Chiến, tỉnh Sơn La.", must=True),
    Question(
        "don-vi", "Đơn vị làm theo", "Như: Chi hội phụ nữ bản Lướt. Không ghi tên riêng của người dân.", must=True
    ),
    Question("nam", "Làm từ năm nào", kind="year"),
    Question("nguon", "Báo cáo, bài viết nào nói tới", "Có nguồn thì ban biên tập ghi vào bài nhanh hơn."),
    _ANSWER,
)


def mistake_form(site: SiteFacts) -> ShortForm:
    """Compute the page by which one says what is wrong with a model."""
    lead = "Ba câu hỏi, một phút, không cần tài khoản. Ban biên tập đối chiếu với nguồn rồi mới sửa."
    return _form(address.MISTAKE, "sai", "Báo chỗ sai", lead, _OF_MISTAKES, site)


def copied_form(site: SiteFacts) -> ShortForm:
    """Compute the page by which one says that the same was done elsewhere."""
    lead = "Cho biết nơi bạn đã làm theo, để bài ghi thêm một chặng và nơi khác tìm tới hỏi. Không cần tài khoản."
    return _form(address.COPIED, "lam-theo", "Tôi đã làm theo", lead, _OF_COPIES, site)


def _form(
    where: str,
    key: Literal["sai", "lam-theo"],
    title: str,
    lead: str,
    questions: tuple[Question, ...],
    site: SiteFacts,
) -> ShortForm:
    head = Head(title=title, description=lead, address=where, section="mo-hinh", site=site)
    return ShortForm(head=head, key=key, lead=lead, subject=title, questions=questions)
