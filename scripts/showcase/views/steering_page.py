"""The pages of those who steer: what the whole, or a province, has and lacks, first at a glance, then as tables to print."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from showcase.record.units import Unit
from showcase.views import address
from showcase.views.address import PlaceAddresses
from showcase.views.lacking_page import meaning
from showcase.views.page import Head, Link, SiteFacts, capitalised
from showcase.views.shelves import with_guide
from showcase.views.steering import LACKS, Steering
from showcase.views.steering_counts import Counts, by_commune, by_province, by_year, lacks_by_province, where_of
from showcase.views.steering_tables import TABLES, lack_counts, tables_of
from showcase.words.numbers import write_number


class File(NamedTuple):
    """A table as CSV: what it is called, where it lies in the site, what it counts."""

    label: str
    path: str
    about: str


class Gap(NamedTuple):
    """Something to do: how many lack it, what it is, what that means, where they are named."""

    label: str
    about: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SteeringPage:
    """`/dieu-hanh/` or the page of a province; `files` are the tables as CSV, `workbook` all of them at once."""

    head: Head
    title: str
    about: tuple[str, ...]
    figures: tuple[tuple[str, str], ...]
    counts: Counts
    gaps: tuple[Gap, ...]
    lacks: Counts | None
    empty: tuple[str, ...]
    themes: tuple[Link, ...]
    years: Counts
    files: tuple[File, ...]
    workbook: str
    up: Link | None
    province: Link | None


def steering_page(steering: Steering, code: str, site: SiteFacts) -> SteeringPage:
    """Compute the page of a province, or of the whole."""
    where, models = where_of(steering, code), steering.models_in(code)
    unit = steering.catalogue.gazetteer.province(code) if code else None
    name = unit.known_as if unit else "Cả nước"
    communes = list(steering.communes(code))
    empty = [commune for _, commune, there in communes if not there]
    title = f"{name}: đã có gì, còn trống đâu"
    return SteeringPage(
        head=Head(
            title=title,
            description=f"{name}: mô hình “Dân vận khéo” theo xã, lĩnh vực và năm; nơi nào chưa có, bài nào còn thiếu gì.",
            address=where,
            section="dia-phuong",
            site=site,
        ),
        title=title,
        about=tuple(_about(steering, code)),
        figures=(
            (write_number(len(models)), "mô hình, điển hình đã có bài"),
            (
                write_number(len(communes) - len(empty)),
                f"trong {write_number(len(communes))} xã, phường, đặc khu có mô hình",
            ),
            (write_number(len(with_guide(models))), "mô hình kể rõ các bước làm theo"),
        ),
        counts=by_commune(steering, unit) if unit else by_province(steering),
        gaps=tuple(_gaps(steering, code, len(empty))),
        lacks=None if unit else lacks_by_province(steering),
        empty=tuple(_told(steering, commune) for commune in empty) if unit else (),
        themes=tuple(_themes(steering, code)),
        years=by_year(steering, code),
        files=tuple(File(TABLES[key][0], f"{where}{key}.csv", TABLES[key][1]) for key in tables_of(code)),
        workbook=f"{where}{workbook_name(steering, code)}",
        up=Link("Cả nước", address.STEERING) if unit else None,
        province=Link(capitalised(unit.full_name), PlaceAddresses(steering.catalogue.gazetteer).province(unit))
        if unit
        else None,
    )


def workbook_name(steering: Steering, code: str) -> str:
    """Give the name of the workbook of a province, or of the whole: it says whose it is, wherever it is kept."""
    gazetteer = steering.catalogue.gazetteer
    return f"dieu-hanh-{gazetteer.slug_of(gazetteer.province(code)) if code else 'ca-nuoc'}.xlsx"


def _about(steering: Steering, code: str) -> Iterator[str]:
    """Say what is counted, since when and until when."""
    models = steering.models_in(code)
    since = f", mốc sớm nhất là năm {min(model.first_year for model in models)}" if models else ""
    yield f"Đếm các mô hình, điển hình đã có bài trên chuyên trang{since}; tính đến năm {steering.year}. Nơi chưa có bài có thể vẫn có mô hình."
    if practices := steering.practices_in(code):
        yield f"{write_number(practices)} cách làm, những việc mà nguồn không gọi là mô hình của phong trào, không nằm trong các số này."


def _told(steering: Steering, commune: Unit) -> str:
    """Name a commune without a model, and say if it has practices."""
    practices = len(steering.practices.communes.get(commune.code, ()))
    return capitalised(commune.full_name) + (f" (có {practices} cách làm)" if practices else "")


def _themes(steering: Steering, code: str) -> Iterator[Link]:
    """Yield the themes of which no model here has steps to follow, each leading to where there are some."""
    elsewhere, told = (
        {key for model in with_guide(models) for key in model.themes}
        for models in (steering.models, steering.catalogue.models)
    )
    terms = steering.catalogue.vocabularies.themes.terms
    counts = [key for model in steering.models_in(code) for key in model.themes]
    for key in steering.themes_without_steps(code):
        where = address.theme_guides(key) if key in told else address.theme(key)
        of_practices = "có cách làm kể các bước" if key in told else ""
        note = "nơi khác có mô hình kể các bước" if key in elsewhere else of_practices
        yield Link(terms[key].label, where, counts.count(key), note)


def _gaps(steering: Steering, code: str, empty: int) -> Iterator[Gap]:
    """Yield what may be done, most of it first where most is to be done; each says what it counts."""
    where = where_of(steering, code)
    if empty:
        yield Gap(
            f"{write_number(empty)} xã, phường, đặc khu chưa có mô hình",
            "theo danh mục hành chính từ 01/07/2025",
            f"{where}#chua-co",
        )
    loose = len(steering.unplaced(code)) if code else 0
    if loose:
        yield Gap(
            f"{write_number(loose)} mô hình chưa rõ ở xã, phường nào",
            "bài chỉ ghi tỉnh, huyện cũ hoặc cơ quan",
            f"{where}#xa",
        )
    themes = len(steering.themes_without_steps(code))
    if themes:
        yield Gap(
            f"{write_number(themes)} chủ đề chưa có mô hình kể các bước",
            f"trong {len(steering.catalogue.vocabularies.themes.terms)} chủ đề của chuyên trang",
            f"{where}#chu-de",
        )
    counts = lack_counts(steering.models_in(code), steering.lacks)
    list_ = f"{where}con-thieu/" if code else f"{where}#con-thieu"
    for (key, label), count in zip(LACKS.items(), counts, strict=True):
        if count:
            yield Gap(f"{label}: {write_number(count)} mô hình", meaning(key, steering), list_)
