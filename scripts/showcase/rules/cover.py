"""Asks whether the first photo makes a good cover."""

from collections.abc import Iterator

from showcase.record.submission import Submission
from showcase.rules.photo_missing import shown_photos
from showcase.rules.setting import Setting
from showcase.words.problem import Problem

NAME = "anh_bia"


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Ảnh đầu tiên nên làm được ảnh bìa.

    Ảnh bìa hiện trên thẻ và khi chia sẻ, theo khổ ngang 3:2, nên ảnh đứng bị cắt mất nhiều. Ảnh bìa cũng không nên là
    ảnh lúc chưa có mô hình: người lướt qua sẽ tưởng đó là kết quả.

    Sai: ảnh đầu có `thoi_diem: truoc`. Đúng: đưa ảnh `sau` lên đầu danh sách.
    """
    photos = list(shown_photos(submission))
    if not photos:
        return
    cover = photos[0]
    if cover.value("thoi_diem") == "truoc" and len(photos) > 1:
        sentence = "Ảnh bìa là ảnh lúc chưa có mô hình. Hãy đưa một ảnh khác lên đầu danh sách."
        yield submission.advice(NAME, cover.node_at("thoi_diem"), sentence)
    facts = next((facts for facts in submission.photos if facts.name == cover.text("tep")), None)
    if facts and not facts.fault and facts.height > facts.width:
        sentence = (
            "Ảnh bìa là ảnh đứng nên trên thẻ sẽ bị cắt mất trên dưới. Nếu có, hãy đưa một ảnh ngang lên đầu danh sách."
        )
        yield submission.advice(NAME, cover.node_at("tep"), sentence)
