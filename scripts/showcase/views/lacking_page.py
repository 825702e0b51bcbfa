"""A province's models that lack something, paged: by commune, each with what it lacks in words; the CSV file has all of them."""

from dataclasses import dataclass
from typing import NamedTuple

from showcase.record.proof import YEARS_FRESH
from showcase.record.summary import Summary
from showcase.views import address
from showcase.views.address import PlaceAddresses
from showcase.views.list_page import Pager, make_pager
from showcase.views.page import Head, Link, SiteFacts, capitalised
from showcase.views.steering import LACKS, Steering
from showcase.views.steering_counts import where_of
from showcase.views.steering_tables import NOT_KNOWN
from showcase.words.numbers import write_number

PAGE_SIZE = 100
"""Models on a page of those that lack something: half of the 150 kB that a page may have, with the longest titles."""
LACK_MEANS = {
    "kiem-tra": "bắt đầu từ năm {begun} trở về trước, không có mốc thẩm định, kiểm tra, đánh giá, sơ kết hay tổng kết nào từ năm {checked} đến nay",
    "can-cu": "bài không có con số trước và sau, nguồn không phải của chính nơi làm, văn bản công nhận, điều chưa được, ba nơi làm theo, hay lần kiểm tra mới",
    "nhan-rong": "không bài nào, nguồn nào cho biết đã có nơi làm theo",
    "tham-dinh": "có mốc đăng ký, không có mốc thẩm định, đánh giá, công nhận hay khen thưởng",
}
"""What each of `LACKS` means."""
_SHORT = {
    "kiem-tra": "chưa kiểm tra",
    "can-cu": "chưa có căn cứ",
    "nhan-rong": "chưa nơi nào làm theo",
    "tham-dinh": "đăng ký, chưa thẩm định",
}


class LackingModel(NamedTuple):
    """A model with where it stands and what it lacks, in words."""

    title: str
    address: str
    about: str
    lacks: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LackingPage:
    """A page of the models of a province that lack something."""

    head: Head
    title: str
    lead: str
    meanings: tuple[tuple[str, str], ...]
    models: tuple[LackingModel, ...]
    file: str
    up: Link
    pager: Pager | None


def pages_of(steering: Steering, code: str) -> int:
    """Count the pages of the models of a province that lack something, at least one."""
    return max(1, -(-sum(model.id in steering.lacks for model in steering.models_in(code)) // PAGE_SIZE))


def lacking_page(steering: Steering, code: str, number: int, site: SiteFacts) -> LackingPage:
    """Compute a page of the models of a province that lack something."""
    unit = steering.catalogue.gazetteer.province(code)
    first = PlaceAddresses(steering.catalogue.gazetteer).steering_lacking(unit)
    models, pages = steering.lacking(code), pages_of(steering, code)
    lead = f"{write_number(len(models))} trong {write_number(len(steering.models_in(code)))} mô hình, điển hình của {unit.full_name} còn thiếu ít nhất một điều."
    title = f"{unit.known_as}: bài còn thiếu gì"
    return LackingPage(
        head=Head(
            title=title,
            description=lead,
            address=address.page(first, number),
            section="dia-phuong",
            site=site,
            number=number,
        ),
        title=title,
        lead=lead,
        meanings=tuple((label, meaning(key, steering)) for key, label in LACKS.items()),
        models=tuple(
            _lacking(model, steering, code) for model in models[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
        ),
        file=f"{where_of(steering, code)}con-thieu.csv",
        up=Link(f"{unit.known_as}: đã có gì, còn trống đâu", where_of(steering, code)),
        pager=make_pager(first, number, pages) if pages > 1 else None,
    )


def meaning(key: str, steering: Steering) -> str:
    """Say what it means to lack one of `LACKS`, with the years that it turns on."""
    checked = steering.year - YEARS_FRESH
    return LACK_MEANS[key].format(begun=checked - 1, checked=checked)


def _lacking(model: Summary, steering: Steering, code: str) -> LackingModel:
    _, commune = steering.home(model, code)
    where = capitalised(commune.full_name) if commune else NOT_KNOWN
    checked = f", lần cuối {model.checked}" if model.checked else ""
    lacks = [f"{_SHORT[key]}{checked if key == 'kiem-tra' else ''}" for key in steering.lacks[model.id]]
    field = steering.catalogue.vocabularies.fields.label(model.field)
    return LackingModel(
        model.title,
        address.model(model.id),
        f"{where}\u00a0·\u00a0{field}\u00a0·\u00a0từ {model.first_year}",
        "; ".join(lacks),
    )
