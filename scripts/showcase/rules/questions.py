"""Asks whether a reader is given more questions than one takes along."""

from collections.abc import Iterator

from showcase.reading.questions import part_questions
from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.words.problem import Problem, Severity

NAME = "cau_hoi"
_MOST = 3


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Mục `han_che` chỉ nên có nhiều nhất ba câu hỏi.

    Trong `han_che`, danh sách gạch đầu dòng mà dòng nào cũng kết thúc bằng dấu hỏi là những điều nên hỏi trước khi làm
    theo. Trang tách chúng ra thành danh sách “Cần hỏi thêm” để người đọc đánh dấu; tờ in “Làm theo” chỉ có chỗ cho ba
    câu đầu. Hỏi ít mà trúng thì mới có người đi hỏi.

    Sai: bảy câu, từ vốn liếng đến giờ họp. Đúng: ba câu mà ai muốn làm theo cũng cần biết, như `- Mỗi camera hết bao nhiêu
    tiền?`.
    """
    story = submission.record.group("noi_dung") if submission.record else None
    limits = story.text("han_che") if story else ""
    if story and limits.count("?") > _MOST:
        questions = part_questions(limits).questions
        if len(questions) > _MOST:
            spot = submission.spot_in(story.node_at("han_che"), questions[_MOST])
            sentence = f"'han_che' có {len(questions)} câu hỏi. Hãy giữ nhiều nhất {_MOST} câu, những câu mà người muốn làm theo cần hỏi nhất."
            yield Problem(spot, Severity.ADVICE, NAME, sentence)
