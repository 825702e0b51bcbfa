"""Asks whether every person whom a text names is declared, with the ground on which it may."""

import re
from collections.abc import Iterator

from showcase.reading import form as forms
from showcase.record.submission import Submission
from showcase.rules.naming import Declared, Named, declared, named, spot_of, who
from showcase.rules.setting import Setting
from showcase.rules.wording import quote, quote_name
from showcase.words.person_words import FAMILIES, NO_SECOND, OF_HISTORY, OTHER_FAMILIES, THINGS
from showcase.words.persons import IsPlace, persons_in
from showcase.words.problem import Problem, Severity
from showcase.words.text import slug

NAME = "ten_nguoi"

_BODY = forms.CONTACT.by_key["don_vi"]
_DETAIL = forms.PLACE.by_key["tai"]
_FAMILIES = FAMILIES | OTHER_FAMILIES
_WAY_OUT = "Hãy thay bằng “một hộ gia đình”, “một nông dân”"
_WAYS_OUT = {
    "model": f"{_WAY_OUT}, hoặc khai ở 'nguoi_duoc_neu' với vai trò và căn cứ.",
    "report": f"{_WAY_OUT}.",
}
"""Only a model can declare persons."""
_IN_AN_ID = re.compile(
    r"(?:(?P<before>[a-z0-9]+)-)?(?<![a-z0-9])"
    r"(?P<name>(?:bui|huynh|ngo|nguyen|pham|phung|quach|tran|trinh|vo)-(?:thi|van)-(?P<given>[a-z]+))"
)
"""Families whose names, without marks, are no other words before “thi” and “van”, as “đô thị” and “thi đua” have them."""
_OF_A_THING = re.compile(
    r"-?[a-z]+-(?:thi|van)(?:-[a-z]+){0,2}-(?:avenue|bridge|canal|clan|commune|district|hamlet|high|hospital|lake|market|park|primary|road"
    r"|roundabout|school|secondary|street|temple|university|village|ward)\b"
)
"""In English what bears a name stands behind it: “Vo Van Tan street”."""
_ENGLISH = frozenset({"title_en", "summary_en"})
_NOBODY_IS_NAMED = (
    "Ở đây không nêu tên ai: hãy thay bằng chức vụ, hoặc cách gọi chung như “một đại biểu”, “một nông dân”."
)


def check(submission: Submission, setting: Setting) -> Iterator[Problem]:
    """Ai được nêu tên trong bài thì phải được khai ở `nguoi_duoc_neu`, cùng vai trò và căn cứ.

    Tên, ảnh và chuyện riêng của một người là của người ấy; đã lên mạng thì không lấy lại được. Tên đứng sau “ông”, “bà”,
    “anh”, “chị”, “cháu”, “đồng chí”, “hộ”… hay sau một chức vụ mà chưa khai thì là lỗi; họ tên đứng một mình thì máy hỏi
    lại. Có hai cách sửa. Viết “một hộ gia đình”, “một nông dân”: cách làm vẫn kể được trọn vẹn. Hoặc khai tên, vai trò và
    căn cứ: `dong-y` (người ấy đã đồng ý), `cong-vu` (người giữ chức vụ, nói hay làm với chức vụ ấy), `bao-chi` (nguồn đã
    đăng nêu tên đúng như vậy). Tên đường, trường, xã, công ty, nhân vật lịch sử không phải khai; viết tắt như “bà T.”
    cũng vậy. Tên thư mục cũng không có tên ai. Ở `lien_he` không ghi tên ai: người dân hỏi cơ quan.

    Sai: `Gia đình ông Nguyễn Văn A hiến đất.` Đúng: `Một gia đình trong thôn hiến đất.`
    """
    people = declared(submission)
    told: set[tuple[int, str]] = set()
    for one in named(submission, setting):
        place = id(one.cell.node), one.person.name
        is_asked = one.cell.entry is not _BODY and not one.person.is_initials and place not in told
        if is_asked and who(one.person.name, people) is None:
            told.add(place)
            yield from _undeclared(submission, one)
    yield from _address(submission)
    yield from _in_english(submission, people)
    yield from _contact(submission, setting.gazetteer.names.__contains__)


def _undeclared(submission: Submission, one: Named) -> Iterator[Problem]:
    name, spot = quote(one.person.said), spot_of(submission, one)
    way_out = _WAYS_OUT.get(submission.kind, _NOBODY_IS_NAMED)
    if one.person.is_addressed:
        sentence = f"{name} là tên của một người chưa được khai. {way_out}"
        yield Problem(spot, Severity.ERROR, NAME, sentence)
    elif one.cell.entry is not _DETAIL:
        street = "Nếu là tên đường, trường, đơn vị, hãy viết thêm chữ ấy ở trước."
        sentence = f"{name} có vẻ là tên của một người chưa được khai. {way_out} {street}"
        yield Problem(spot, Severity.ADVICE, NAME, sentence)


def _address(submission: Submission) -> Iterator[Problem]:
    """Tell of a name in the id, which stays the address even when the person wants to be named no more."""
    for _ in _without_marks(submission.name) if submission.has_folder else ():
        sentence = (
            f"Tên thư mục {quote_name(submission.name)} có vẻ có tên của một người, mà tên thư mục là địa chỉ của bài, giữ"
            " mãi mãi. Hãy đặt tên theo việc làm và nơi làm."
        )
        yield submission.advice(NAME, None, sentence)


def _in_english(submission: Submission, people: list[Declared]) -> Iterator[Problem]:
    """Tell of a name without marks in the texts for readers of English, which the search of names in Vietnamese passes by."""
    cells = submission.record.cells if submission.record and submission.kind == "model" else {}
    known = [slug(" ".join(one.words)) for one in people]
    for cell in (cells[key] for key in _ENGLISH if key in cells):
        for name in _without_marks(_OF_A_THING.sub("-", slug(str(cell.value or "")))):
            if not any(one.startswith(name) or name.startswith(one) for one in known):
                told = quote(name.replace("-", " ").title())
                sentence = f"{told} có vẻ là tên của một người chưa được khai. {_WAYS_OUT['model']}"
                yield submission.advice(NAME, cell.node, sentence)


def _without_marks(words: str) -> Iterator[str]:
    """Yield what looks like a person's name in words as an id has them."""
    for match in _IN_AN_ID.finditer(words):
        is_of_history = any(words.startswith(slug(name), match.start("name")) for name in OF_HISTORY)
        is_no_name = match["given"] in map(slug, NO_SECOND["thị"] | NO_SECOND["văn"])
        if not (is_of_history or is_no_name or match["before"] in map(slug, THINGS)):
            yield match["name"]


def _contact(submission: Submission, is_place: IsPlace) -> Iterator[Problem]:
    contact = submission.record.group("lien_he") if submission.record else None
    body = contact.text("don_vi") if contact else ""
    if contact and (name := _name_in(body, is_place)):
        sentence = (
            f"{quote(name)} là tên của một người. Hãy ghi cơ quan trả lời, như 'Hội Liên hiệp Phụ nữ xã Quỳnh Trang'."
        )
        yield Problem(submission.spot_in(contact.node_at("don_vi"), name), Severity.ERROR, NAME, sentence)


def _name_in(body: str, is_place: IsPlace) -> str:
    """Give the person's name that stands where a body should, or is all that stands there; '' where none does."""
    for person in persons_in(body, is_place):
        return person.name
    begins_as_a_name = body.partition(" ")[0] in _FAMILIES
    return body if begins_as_a_name and [one.name for one in persons_in(f"ông {body}", is_place)] == [body] else ""
