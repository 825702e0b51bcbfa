"""Asks whether the persons that a file declares stand in it, and those who withdrew their consent nowhere."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

from showcase.reading.kinds import Pattern, Story, Text
from showcase.record.submission import Submission
from showcase.rules.naming import Declared, declared, named, spot_of
from showcase.rules.setting import Setting
from showcase.rules.wording import quote
from showcase.words.person_words import NO_OFFICES
from showcase.words.problem import Problem, Severity, Spot
from showcase.words.text import match_key, slug

NAME = "nguoi_duoc_neu"

_NO_OFFICE = re.compile(rf"(?i)(?:{NO_OFFICES})\b")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def check(submission: Submission, setting: Setting) -> Iterator[Problem]:
    """Người khai ở `nguoi_duoc_neu` phải có trong bài; ai đã rút lại sự đồng ý thì tên không còn đứng ở đâu.

    Khi một người đòi gỡ tên, hãy ghi `rut_dong_y: co` và thay tên ấy ở mọi chỗ; máy chỉ ra từng chỗ còn sót, kể cả trong
    tên tệp ảnh, tên nguồn và địa chỉ của nguồn. Dòng khai thì giữ lại, để không ai vô ý nêu tên ấy lần nữa; nó không hiện trên trang và không
    có trong dữ liệu mở. Khai mà bài không nêu thì hãy bỏ dòng ấy: giữ tên người không để làm gì là thừa.

    Căn cứ `cong-vu` chỉ dành cho người giữ chức vụ, với vai trò là chức vụ ấy: nông dân, chủ hộ, học sinh thì phải có `dong-y`
    hoặc `bao-chi`.

    Sai: `rut_dong_y: co` mà trong bài vẫn còn tên ấy. Đúng: trong bài chỉ còn “một nông dân”.
    """
    for person in declared(submission):
        places = list(_places(submission, setting, person))
        if person.is_withdrawn:
            sentence = f"{quote(person.name)} đã rút lại sự đồng ý nên tên không được đứng ở đâu nữa. Hãy thay bằng “một hộ gia đình”, “một nông dân”."
            yield from (Problem(spot, Severity.ERROR, NAME, sentence) for spot in places)
            yield from _in_addresses(submission, person)
        elif not places and not submission.unread:  # The name may stand in the part that was not read.
            sentence = f"{quote(person.name)} được khai nhưng bài không nêu tên ấy ở đâu. Hãy bỏ dòng này, hoặc viết tên đúng như trong bài."
            yield submission.advice(NAME, person.record.node_at("ten"), sentence)
        if person.record.value("can_cu") == "cong-vu" and not (person.is_in_office or person.is_withdrawn):
            yield from _without_office(submission, person)


def _without_office(submission: Submission, person: Declared) -> Iterator[Problem]:
    """Tell of a ground that is for holders of an office alone; of a role that may be one that we do not know only an advice."""
    role = person.record.text("vai_tro")
    if role and _NO_OFFICE.match(role):
        sentence = (
            f"{quote(role)} không phải là chức vụ, nên căn cứ 'cong-vu' không dùng được. Hãy hỏi người ấy rồi ghi 'dong-y', ghi"
            " 'bao-chi' nếu nguồn nêu tên đúng như vậy, hoặc bỏ tên."
        )
        yield submission.error(NAME, person.record.node_at("vai_tro"), sentence)
    elif role:
        sentence = f"Căn cứ 'cong-vu' là của người giữ chức vụ; {quote(role)} có phải là chức vụ không? Nếu không, hãy ghi 'dong-y' hoặc 'bao-chi', hoặc bỏ tên."
        yield submission.advice(NAME, person.record.node_at("vai_tro"), sentence)


def _places(submission: Submission, setting: Setting, person: Declared) -> Iterator[Spot]:
    """Yield where a person stands: under the full name anywhere, or as “ông Tư” in a text; also in the names of files."""
    for cell in submission.cells_of(Text, Story):
        is_own = cell.node is person.record.node_at("ten")
        if isinstance(cell.value, str) and not is_own and _holds(cell.value, person):
            lines = (line.strip() for line in cell.value.splitlines())
            line = next((line for line in lines if _holds(line, person)), "")
            yield submission.spot_in(cell.node, person.name if person.name in line else line)
    for one in named(submission, setting):
        if not one.person.is_initials and one.person.is_addressed and person.bears(one.person.name):
            yield spot_of(submission, one)
    for cell in submission.cells_of(Pattern) if person.is_withdrawn else ():
        if cell.entry.key == "tep" and _is_in(str(cell.value), person):
            yield submission.spot(cell.node)


def _in_addresses(submission: Submission, person: Declared) -> Iterator[Problem]:
    """Tell of the name in addresses of sources, which are as their sites have them."""
    for cell in submission.cells_of(Pattern):
        if cell.entry.key == "url" and len(person.words) > 2 and _is_in(unquote(str(cell.value)), person):
            sentence = f"{quote(person.name)} đã rút lại sự đồng ý mà địa chỉ này còn tên ấy. Hãy bỏ dòng 'url'; tên nguồn và cơ quan đăng thì giữ."
            yield submission.error(NAME, cell.node, sentence)


def _is_in(address: str, person: Declared) -> bool:
    """Tell whether a file's name or an address holds a whole name, without its marks."""
    return f"-{slug(' '.join(person.words))}-" in f"-{slug(address)}-"


def _holds(text: str, person: Declared) -> bool:
    """Tell whether a text holds a whole name; of who withdrew the consent also without its marks, as English has it."""
    name = _words(" ".join(person.words))  # of “N.V.A” three, as in the text
    text = unescape(text)
    if f" {name} " in f" {_words(text)} ":
        return True
    # “đổ bê tông” holds no “Đỗ Bé”: two words without marks are a name only where nothing has marks.
    is_sure = len(person.words) > 2 or (len(person.words) > 1 and text.isascii())
    return person.is_withdrawn and is_sure and f"-{slug(name)}-" in f"-{slug(text)}-"


def _words(text: str) -> str:
    return " ".join(match_key(word) for word in _WORD.findall(text))
