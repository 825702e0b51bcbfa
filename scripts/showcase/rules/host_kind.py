"""Asks whether the kind of each host is one of its vocabulary."""

from collections.abc import Iterator

from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.rules.vocabulary_key import keys_of
from showcase.words.problem import Problem

NAME = "loai_don_vi"


def check(submission: Submission, setting: Setting) -> Iterator[Problem]:
    """Loại của mỗi đơn vị phải có trong danh mục đơn vị.

    Loại đơn vị cho biết ai đã làm: hội đoàn, công an, trường học… để đơn vị cùng loại ở nơi khác tìm được cách làm.
    Loại mới phải được thêm vào `_vocabulary/don-vi.yaml` trước khi dùng.

    Sai: `loai: Hội LHPN`. Đúng: `loai: hoi-phu-nu`.
    """
    yield from keys_of(submission, setting.vocabularies.host_kinds, NAME, "loại đơn vị", setting)
