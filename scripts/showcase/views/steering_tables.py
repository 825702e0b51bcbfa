"""The tables that those who steer take away, whole: five of each province, and of the country one more."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from showcase.record.summary import Summary
from showcase.views import address
from showcase.views.page import SiteFacts, capitalised
from showcase.views.shelves import with_guide
from showcase.views.steering import COUNTRY, LACKS, Steering
from showcase.views.table import Row, Table

_Made = tuple[Sequence[str], Iterator[Row]]
_YES = "x"
NOT_KNOWN = "Chưa rõ xã, phường"
NO_TERRITORY = "Cơ quan không có địa bàn"


def steering_table(name: str, steering: Steering, code: str, site: SiteFacts) -> Table:
    """Make one of the tables of `TABLES`, for the province of a code or for the whole."""
    title, about, make = TABLES[name]
    head, rows = make(steering, code, site)
    when = f" Tính đến năm {steering.year}, theo các bài đã đăng."
    return Table(name, title, about + when, tuple(head), tuple(rows))


def field_counts(models: Sequence[Summary], fields: Sequence[str]) -> tuple[int, ...]:
    """Count models of each field."""
    counts = Counter([model.field for model in models])
    return tuple([counts[key] for key in fields])


def lack_counts(models: Sequence[Summary], lacks: Mapping[str, Sequence[str]]) -> tuple[int, ...]:
    """Count the models that lack each of `LACKS`."""
    counts = Counter([key for model in models for key in lacks.get(model.id, ())])
    return tuple([counts[key] for key in LACKS])


def _field_heads(steering: Steering) -> tuple[str, ...]:
    return tuple([term.label for term in steering.catalogue.vocabularies.fields.terms.values()])


def _provinces(steering: Steering, code: str, _site: SiteFacts) -> _Made:
    head = ("Tỉnh, thành phố", "Mô hình", *_field_heads(steering), "Xã, phường, đặc khu", "Chưa có mô hình")
    return (*head, *LACKS.values(), "Cách làm (đếm riêng)"), _province_rows(steering, code)


def _province_rows(steering: Steering, code: str) -> Iterator[Row]:
    for province in steering.provinces(code):
        models = steering.models_in(province.code)
        communes = list(steering.communes(province.code))
        empty = sum(not there for _, _, there in communes)
        practices = steering.practices_in(province.code)
        yield _province_row(steering, province.full_name, models, (len(communes), empty, practices))
    loose = [model for model in steering.models if not model.provinces]
    if loose and not code:
        yield _province_row(steering, NO_TERRITORY, loose, (0, 0, 0))


def _province_row(steering: Steering, name: str, models: Sequence[Summary], counts: tuple[int, int, int]) -> Row:
    communes, empty, practices = counts
    fields, lacks = field_counts(models, steering.fields), lack_counts(models, steering.lacks)
    return (capitalised(name), len(models), *fields, communes, empty, *lacks, practices)


def _communes(steering: Steering, code: str, _site: SiteFacts) -> _Made:
    head = ("Mã", "Tỉnh, thành phố", "Xã, phường, đặc khu", "Mô hình", *_field_heads(steering), "Cách làm (đếm riêng)")
    return head, _commune_rows(steering, code)


def _commune_rows(steering: Steering, code: str) -> Iterator[Row]:
    for province, commune, models in steering.communes(code):
        practices = len(steering.practices.communes.get(commune.code, ()))
        counts = (len(models), *field_counts(models, steering.fields), practices)
        yield (commune.code, capitalised(province.full_name), capitalised(commune.full_name), *counts)
    for province in steering.provinces(code):
        if loose := steering.unplaced(province.code):
            counts = (len(loose), *field_counts(loose, steering.fields), 0)
            yield ("", capitalised(province.full_name), NOT_KNOWN, *counts)


def _empty_communes(steering: Steering, code: str, _site: SiteFacts) -> _Made:
    head = ("Mã", "Tỉnh, thành phố", "Xã, phường, đặc khu", "Cách làm (đếm riêng)")
    return head, (
        (
            commune.code,
            capitalised(province.full_name),
            capitalised(commune.full_name),
            len(steering.practices.communes.get(commune.code, ())),
        )
        for province, commune, models in steering.communes(code)
        if not models
    )


def _themes(steering: Steering, code: str, _site: SiteFacts) -> _Made:
    here, guided = (
        Counter([key for model in models for key in model.themes])
        for models in (steering.models_in(code), with_guide(steering.models_in(code)))
    )
    everywhere = Counter([key for model in with_guide(steering.models) for key in model.themes])
    head = ("Chủ đề", "Mô hình", "Có các bước làm theo", "Có các bước, cả nước")
    terms = steering.catalogue.vocabularies.themes.terms
    return head, ((term.label, here[key], guided[key], everywhere[key]) for key, term in terms.items())


def _years(steering: Steering, code: str, _site: SiteFacts) -> _Made:
    models = steering.models_in(code)
    by_year = {year: [model for model in models if model.first_year == year] for year in years_of(models)}
    head = ("Năm của mốc đầu tiên", "Mô hình", *_field_heads(steering))
    return head, ((year, len(there), *field_counts(there, steering.fields)) for year, there in by_year.items())


def years_of(models: Sequence[Summary]) -> list[int]:
    """Give the years of the first milestones, the latest first."""
    return sorted({model.first_year for model in models}, reverse=True)


def _lacking(steering: Steering, code: str, site: SiteFacts) -> _Made:
    head = ("Mô hình", "Tỉnh, thành phố", "Xã, phường, đặc khu", "Lĩnh vực", "Năm đầu", "Kiểm tra lần cuối")
    return (*head, *LACKS.values(), "Địa chỉ"), (
        _lacking_row(model, steering, code, site) for model in steering.lacking(code)
    )


def _lacking_row(model: Summary, steering: Steering, code: str, site: SiteFacts) -> Row:
    province, commune = steering.home(model, code)
    lacks, where = steering.lacks[model.id], address.model(model.id)
    return (
        model.title,
        capitalised(province.full_name) if province else NO_TERRITORY,
        capitalised(commune.full_name) if commune else NOT_KNOWN,
        steering.catalogue.vocabularies.fields.label(model.field),
        model.first_year,
        model.checked or "",
        *(_YES if key in lacks else "" for key in LACKS),
        site.absolute(where) or where,
    )


TABLES: Mapping[str, tuple[str, str, Callable[[Steering, str, SiteFacts], _Made]]] = {
    "tinh": (
        "Tỉnh, thành phố",
        "Số mô hình, điển hình của từng tỉnh theo lĩnh vực, số xã chưa có mô hình, và số mô hình còn thiếu từng điều.",
        _provinces,
    ),
    "xa": (
        "Xã và lĩnh vực",
        "Số mô hình, điển hình của từng xã, phường, đặc khu hiện nay; ở nhiều nơi thì đếm ở mỗi nơi.",
        _communes,
    ),
    "xa-chua-co": ("Xã chưa có", "Xã, phường, đặc khu hiện nay chưa có mô hình, điển hình nào.", _empty_communes),
    "chu-de": ("Chủ đề", "Số mô hình, điển hình của từng chủ đề, và trong đó bao nhiêu kể các bước làm theo.", _themes),
    "nam": ("Năm", "Số mô hình, điển hình theo năm của mốc đầu tiên trong bài.", _years),
    "con-thieu": ("Còn thiếu", "Từng mô hình, điển hình còn thiếu ít nhất một điều; x là còn thiếu.", _lacking),
}
"""What each table is called, what it counts, and who makes its head and rows, by its name."""
_OF_COUNTRY_ALONE = "tinh"


def tables_of(code: str) -> tuple[str, ...]:
    """Give the names of the tables of a province, or of the whole."""
    return tuple(name for name in TABLES if code == COUNTRY or name != _OF_COUNTRY_ALONE)
