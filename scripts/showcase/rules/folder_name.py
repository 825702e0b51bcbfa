"""Asks whether every computer can hold the folders above a model: their names, names that differ in case, the length of a path."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from showcase.record.declaration import Declaration
from showcase.record.intake import Intake
from showcase.record.submission import EVENT_FILE
from showcase.rules.declaring import declared_by_events
from showcase.rules.setting import Setting
from showcase.rules.wording import ask, quote_name
from showcase.words.filenames import REFUSED_BY_WINDOWS, is_reserved
from showcase.words.problem import Problem, Severity, Spot
from showcase.words.text import nfc, slug

NAME = "ten_thu_muc"

LONGEST = 200
"""Characters of a path from `models/` on: Windows takes 260, the folder of whoever clones the repository included."""
_SHORT = 30
_USUAL = re.compile(r"\w+(?:[ ,-]+\w+)*")


def check(intake: Intake, setting: Setting) -> Iterator[Problem]:
    """Thư mục phía trên mô hình phải có tên mà máy nào cũng giữ được.

    Thư mục phía trên chỉ để dễ tìm tệp, đặt tên nào cũng được, miễn là máy Windows lấy kho dữ liệu về được: không có các
    dấu `< > : " | ? *` và dấu gạch chéo ngược, không có dấu cách ở đầu hay cuối, không kết thúc bằng dấu chấm, không phải
    tên mà Windows giữ riêng (`con`, `aux`, `nul`, `com1`…). Hai thư mục cạnh nhau không chỉ khác nhau ở chữ hoa, chữ
    thường. Cả đường dẫn, từ `models/` đến tên tệp, dài tối đa 200 ký tự.

    Sai: `models/Nghệ An: năm 2024?/cho-van-minh/`. Đúng: `models/nghe-an/cho-van-minh/`.
    """
    start = len(intake.root) + 1
    names: dict[str, str] = {}
    for folder in _folders({_above(model) for model in intake.models}, start):
        name = folder.rpartition("/")[2]
        for fault in islice(faults_of(name), 1):
            yield _error(folder, f"Tên thư mục {quote_name(name)} {fault}")
        other = names.setdefault(nfc(folder).casefold(), folder)
        if other != folder:
            twin = other.rpartition("/")[2]
            sentence = f"Tên thư mục {quote_name(name)} và {quote_name(twin)} chỉ khác nhau ở chữ hoa, chữ thường hoặc cách ghi dấu nên nhiều máy coi là một. Hãy gộp lại dưới một tên.{_proposal(name)}"
            yield _error(folder, sentence)
    events = [event for event in declared_by_events(intake, setting) if event.path.endswith(f"/{EVENT_FILE}")]
    yield from _too_long((*intake.models, *events), start, len(intake.root) - len("models"))


def _folders(ends: Iterable[str], start: int) -> list[str]:
    """Give every folder above models once, those above before those in them."""
    found: dict[str, None] = {}
    for end in ends:
        place = end.find("/", start)
        while place >= 0:
            found[end[:place]] = None
            place = end.find("/", place + 1)
        if len(end) > start:
            found[end] = None
    return sorted(found)


def faults_of(name: str) -> Iterator[str]:
    """Yield why not every computer can hold a folder of this name; each is the rest of a sentence that begins with it."""
    if _USUAL.fullmatch(name) and not is_reserved(name):
        return
    proposal = _proposal(name)
    if name != name.strip():
        yield f"có dấu cách ở đầu hoặc ở cuối: mắt khó thấy, mà Windows bỏ mất.{proposal}"
    if bad := [sign for sign in REFUSED_BY_WINDOWS if sign in name]:
        yield f"có dấu {' '.join(bad)} mà Windows không nhận.{proposal}"
    if is_reserved(name):
        yield f"là tên mà Windows giữ riêng nên không máy Windows nào mở được. Hãy đổi tên.{ask(f'thu-muc-{slug(name)}')}"
    if name.endswith("."):
        yield f"kết thúc bằng dấu chấm mà Windows không giữ được.{proposal}"


def _too_long(models: Iterable[Declaration], start: int, prefix: int) -> Iterator[Problem]:
    """Tell once for each folder above models of the longest path in it, counted as if the root were `models`."""
    longest: dict[str, tuple[int, Declaration]] = {}
    for model in models:
        if len(model.path) - prefix > LONGEST - 120:  # no name of a photo is longer than 120
            own = model.path.rpartition("/")[2]
            files = [own, *(photo.file.value for photo in model.photos)]
            length = len(model.path) - len(own) + max(map(len, files)) - prefix
            if length > max(LONGEST, longest.get(_above(model), (0, model))[0]):
                longest[_above(model)] = length, model
    for above, (length, model) in longest.items():
        names = [*above[start:].split("/"), model.name]
        name = max(names, key=len)
        sentence = f"Đường dẫn dài {length} ký tự, tối đa {LONGEST}, nên máy Windows không lấy về được. Hãy đặt tên ngắn hơn cho thư mục {quote_name(name)}, hoặc bớt một tầng thư mục.{_proposal(name)}"
        yield model.error(NAME, None, sentence)


def _above(model: Declaration) -> str:
    return model.path.rsplit("/", 2)[0]


def _error(folder: str, sentence: str) -> Problem:
    return Problem(Spot(folder), Severity.ERROR, NAME, sentence)


def _proposal(name: str) -> str:
    plain = slug(name)
    if len(plain) > _SHORT:
        plain = plain[: _SHORT + 1].rpartition("-")[0] or plain[:_SHORT]
    return ask(plain) if plain and not is_reserved(plain) else ""
