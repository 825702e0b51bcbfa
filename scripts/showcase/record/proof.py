"""What the results of a model rest on is a list of grounds, each there or missing; nothing weighs or adds them up.

Four are seen in its own file (`own_proofs`); how often it was copied and how long ago it was checked are asked of the catalogue and
the year. Years are counted and not days, since most milestones know only theirs: what was checked in 2024 counts through 2026.
"""

from collections.abc import Iterator

from showcase.reading.questions import part_questions
from showcase.record.model import Milestone, Model, Result, Source
from showcase.record.units import Body, Place
from showcase.words.text import match_key

PROOFS = {
    "so-truoc-sau": "Con số trước và sau",
    "nguon-doc-lap": "Nguồn không phải của chính nơi làm",
    "van-ban-cong-nhan": "Văn bản công nhận, khen thưởng",
    "ke-cho-chua-duoc": "Kể cả điều chưa được",
    "nhieu-noi-lam-theo": "Nhiều nơi làm theo",
    "moi-kiem-tra": "Mới được kiểm tra",
}
"""The grounds by key, in the order in which pages list them."""
ENOUGH_COPIES = 3
"""Known copies from which on a model counts as copied elsewhere."""
YEARS_FRESH = 2
"""For so many years a check counts."""
_RECOGNITIONS = ("cong-nhan", "khen-thuong")
_PRESS = ("báo", "tạp chí", "đài", "thông tấn", "truyền hình", "nhà xuất bản")
"""How publishers begin that report of others, whatever place their name holds."""
_UNKNOWN = ("chưa rõ", "không rõ", "chưa biết")
"""How editors write a publisher whom nobody knows."""
_PRESS_KEYS, _UNKNOWN_KEYS = tuple(map(match_key, _PRESS)), tuple(map(match_key, _UNKNOWN))


def own_proofs(model: Model) -> tuple[str, ...]:
    """Give the grounds that a model's own file shows, by key."""
    found = {
        "so-truoc-sau": compared_result(model),
        "nguon-doc-lap": independent_source(model),
        "van-ban-cong-nhan": recognition_on_paper(model),
        "ke-cho-chua-duoc": tells_limits(model),
    }
    return tuple([key for key, ground in found.items() if ground])


def all_proofs(own: tuple[str, ...], copied: int, checked: int, year: int) -> tuple[str, ...]:
    """Give all grounds in a year: its own, and those of how often it was copied and in which year it was checked last."""
    more = {"nhieu-noi-lam-theo": copied >= ENOUGH_COPIES, "moi-kiem-tra": is_fresh(checked, year)}
    return (*own, *[key for key, ground in more.items() if ground])


def is_fresh(checked: int, year: int) -> bool:
    """Tell whether a check of one year still counts in another."""
    return bool(checked) and year - checked <= YEARS_FRESH


def compared_result(model: Model) -> Result | None:
    """Give the first result that has a number from before."""
    return next((result for result in model.results if result.before is not None), None)


def recognition_on_paper(model: Model) -> Milestone | None:
    """Give the last recognition or commendation that names its document."""
    found = [milestone for milestone in model.history if milestone.kind in _RECOGNITIONS and milestone.document]
    return found[-1] if found else None


def tells_limits(model: Model) -> bool:
    """Tell whether the story says what did not work; questions that are still open say nothing of it."""
    return bool(part_questions(model.story.limits).rest)


def independent_source(model: Model) -> Source | None:
    """Give the first source whose publisher is known and is neither a host nor a body of the model's own place."""
    own = tuple(_own_names(model))
    return next((source for source in model.sources if _is_independent(source.publisher, own)), None)


def is_publisher_known(source: Source) -> bool:
    """Tell whether editors knew who published a source."""
    return not match_key(source.publisher).startswith(_UNKNOWN_KEYS)


def _is_independent(publisher: str, own: tuple[str, ...]) -> bool:
    key = match_key(publisher)
    if key.startswith(_UNKNOWN_KEYS):
        return False
    if any(key == word or key.startswith(f"{word} ") for word in _PRESS_KEYS):
        return True
    return not any(f" {name} " in f" {key} " for name in own)


def _own_names(model: Model) -> Iterator[str]:
    """Yield what names a model's hosts and the smallest units in which it is, as they are compared."""
    yield from (match_key(host.name) for host in model.hosts)
    for locality in model.places:
        yield from map(match_key, _names_of(locality.place))


def _names_of(place: Place | Body) -> Iterator[str]:
    if isinstance(place, Body):
        yield place.name
        return
    small = [unit.full_name for unit in (place.commune, place.former_commune, place.former_district) if unit]
    yield from small
    if not small:  # the model is one of the whole province
        yield from (unit.name for unit in (place.province, place.former_province) if unit)
