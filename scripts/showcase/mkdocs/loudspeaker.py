"""`loudspeaker` under `extra:` in mkdocs.yml says how models are read out; here it is judged before anything is made of it."""

from collections.abc import Mapping

from showcase.mkdocs.errors import HostError
from showcase.views.page import Loudspeaker
from showcase.words.read_aloud import unspoken_in

__all__ = ["need_loudspeaker"]

_SECONDS = 60, 120
_MOST_WORDS = 40
"""Words of both lines: a minute has 130, and the rest belongs to the model."""


def need_loudspeaker(given: object) -> Loudspeaker | None:
    """Read the setting, None where it is `false`; raises HostError where it is none."""
    if given is False:
        return None
    if fault := _fault(given):
        message = f"mkdocs.yml, loudspeaker: {fault}."
        raise HostError(message)
    return Loudspeaker(**given) if isinstance(given, Mapping) else None


def _fault(given: object) -> str:
    """Say what is wrong with the setting, '' where nothing is."""
    if not isinstance(given, Mapping) or not set(given) <= set(Loudspeaker._fields):
        return f"hãy ghi {', '.join(Loudspeaker._fields)}, hoặc false để không có bản phát thanh nào"
    setting = Loudspeaker(**given)
    if setting.seconds not in _SECONDS:
        return f"seconds là 60 hoặc 120, không phải {setting.seconds!r}"
    lines = setting.opening, setting.closing
    if not all(isinstance(line, str) and line.strip() for line in lines):
        return "opening và closing là một câu, không để trống"
    if unspoken := unspoken_in(" ".join(lines), {}):
        return f"{unspoken[0]!r} không đọc thành tiếng được, hãy viết bằng chữ"
    if sum(len(line.split()) for line in lines) > _MOST_WORDS:
        return f"opening và closing cộng lại có quá {_MOST_WORDS} chữ"
    return ""
