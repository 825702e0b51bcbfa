"""Asks whether a photo that can be used is also a good one: large enough, and named after what it is."""

from collections.abc import Iterator

from showcase.record.photo import COARSE_WIDTH, ENDINGS
from showcase.record.submission import Submission
from showcase.rules.photo_missing import file_names
from showcase.rules.setting import Setting
from showcase.rules.wording import quote
from showcase.words.numbers import write_number
from showcase.words.problem import Problem

NAME = "anh_chua_dep"


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Ảnh nên đủ lớn để trông rõ, và đuôi tệp nên đúng loại ảnh.

    Ảnh hẹp hơn 800 điểm ảnh vẫn đăng được nhưng trông mờ trên phần lớn điện thoại; thường có bản gốc lớn hơn. Đuôi tệp sai
    (ảnh PNG mang đuôi `.jpg`) làm một số chương trình không mở được.

    Sai: ảnh thu nhỏ 480 × 320 tải về từ Zalo. Đúng: ảnh gốc của máy chụp.
    """
    files = {facts.name: facts for facts in submission.photos}
    for cell, name in file_names(submission):
        facts = files.get(name)
        if facts and facts.is_coarse:
            sentence = (
                f"{quote(name)} chỉ rộng {write_number(facts.width)} điểm ảnh nên sẽ hơi mờ; nên từ {COARSE_WIDTH} trở lên. "
                "Hãy tìm ảnh gốc nếu có."
            )
            yield submission.advice(NAME, cell.node, sentence)
        if facts and not facts.fault and facts.is_misnamed:
            ending = ENDINGS[facts.format][0]
            sentence = f"{quote(name)} thật ra là ảnh {facts.format.upper()}. Hãy đổi đuôi tệp thành '.{ending}' và sửa 'tep' theo."
            yield submission.advice(NAME, cell.node, sentence)
