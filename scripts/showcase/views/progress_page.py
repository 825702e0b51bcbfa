"""How many models stand at which stage, by year, field and province, and what their results rest on; each number counts models.

Every model is counted once in each table, at the stage at which it stands (`record/stage.py`); one in two provinces in each.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from showcase.reading.form import LEVELS
from showcase.record.catalogue import Catalogue
from showcase.record.proof import PROOFS
from showcase.record.stage import AT_WORK, latest_of_old
from showcase.record.summary import Summary
from showcase.views import address
from showcase.views.address import PlaceAddresses
from showcase.views.chart import BRIEF
from showcase.views.counted import kinds_counted
from showcase.views.page import Head, Link, SiteFacts
from showcase.views.search_facets import NO_STAGE, STAGE_LABELS
from showcase.words.numbers import write_number, write_share

_LONGEST = 1000
"""A milestone of three years ago says little of today."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a row's bar: the key of its stage, where it begins and how long it is."""

    key: str
    start: int
    length: int


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: what it counts, where its models are listed, the counts by column, all of them, its bar.

    Its `length` and that of its pieces are in thousandths of the longest row.
    """

    label: str
    address: str
    counts: tuple[str, ...]
    total: str
    pieces: tuple[Piece, ...]

    @property
    def length(self) -> int:
        """How long the bar is."""
        return self.pieces[-1].start + self.pieces[-1].length


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A table of models by stage, with a bar for each row; `columns` are the stages that somebody stands at."""

    anchor: str
    title: str
    note: str
    columns: tuple[Link, ...]
    rows: tuple[Row, ...]

    @property
    def is_brief(self) -> bool:
        """Whether all labels are so short that they stand beside their bars on a phone too."""
        return all(len(row.label) <= BRIEF for row in self.rows)


@dataclass(frozen=True, slots=True)
class Line:
    """One number: what it counts, the number, its share of all models, where they are listed."""

    label: str
    number: str
    share: str
    length: int
    key: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class YearLine:
    """What a year brought: registrations, those of them that were not the first, verdicts."""

    year: int
    registered: str
    again: str
    effective: str
    ineffective: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressPage:
    """Everything on `/tien-trinh/`; `told` are the models by kind, of which practices are none of the movement."""

    head: Head
    total: int
    told: str
    stages: tuple[Line, ...]
    aged: str
    levels: tuple[Line, ...]
    standings: tuple[Standing, ...]
    years: tuple[YearLine, ...]
    proofs: tuple[Line, ...]


def progress_page(catalogue: Catalogue, site: SiteFacts) -> ProgressPage:
    """Compute the page of stages."""
    return ProgressPage(
        head=Head(
            title="Các mô hình đang ở chặng nào",
            description="Bao nhiêu mô hình “Dân vận khéo” đã đăng ký, đang làm, được công nhận, được khen, đang nhân rộng: "
            "theo năm, lĩnh vực và tỉnh.",
            address=address.PROGRESS,
            section="so-lieu",
            site=site,
        ),
        total=len(catalogue.models),
        told=kinds_counted(catalogue.models),
        stages=_stages(catalogue.models),
        aged=_aged(catalogue),
        levels=_levels(catalogue.models),
        standings=tuple(one for one in _standings(catalogue) if one.rows),
        years=tuple(_years(catalogue.models)),
        proofs=_proofs(catalogue),
    )


def _key(model: Summary) -> str:
    return model.stage or NO_STAGE


def _stages(models: tuple[Summary, ...]) -> tuple[Line, ...]:
    counts = Counter(map(_key, models))
    return _lines({key: counts[key] for key in STAGE_LABELS if counts[key]}, STAGE_LABELS, len(models), are_linked=True)


def _aged(catalogue: Catalogue) -> str:
    """Say of how many models that stand at work nothing newer is known, so that nobody takes them for work of today."""
    at_work = [model for model in catalogue.models if model.stage == AT_WORK]
    latest = latest_of_old(catalogue.year)
    old = sum(max(model.years) <= latest for model in at_work)
    if not old:
        return ""
    return (
        f"Trong {write_number(len(at_work))} bài ở chặng “{STAGE_LABELS[AT_WORK]}”, {write_number(old)} bài có mốc mới nhất từ năm {latest} "
        "trở về trước: nay còn làm hay đã thôi, nguồn chưa nói."
    )


def _levels(models: tuple[Summary, ...]) -> tuple[Line, ...]:
    """Count the models that were ever recognised, by the level of the last recognition."""
    recognised = [one for model in models for one in model.reached if one.stage == "cong-nhan"]
    counts, labels = Counter([one.level for one in recognised]), {**LEVELS, "": "Nguồn không nói cấp"}
    return _lines({key: counts[key] for key in labels if counts[key]}, labels, len(recognised))


def _proofs(catalogue: Catalogue) -> tuple[Line, ...]:
    counts = Counter([key for model in catalogue.models for key in catalogue.proofs(model)])
    return _lines({key: counts[key] for key in PROOFS}, PROOFS, len(catalogue.models)) if catalogue.models else ()


def _lines(
    counts: Mapping[str, int], labels: Mapping[str, str], total: int, *, are_linked: bool = False
) -> tuple[Line, ...]:
    longest = max(counts.values(), default=0) or 1
    return tuple(
        Line(
            label=labels[key],
            number=write_number(count),
            share=write_share(count, total),
            length=_length(count, longest),
            key=key,
            address=address.stage(key) if are_linked else "",
        )
        for key, count in counts.items()
    )


def _length(count: int, longest: int) -> int:
    """Give a length in thousandths of the longest; whatever counts something can be seen."""
    return max(1, count * _LONGEST // longest) if count else 0


def _standings(catalogue: Catalogue) -> Iterator[Standing]:
    yield _by_year(catalogue.models)
    yield _by_field(catalogue)
    yield _by_province(catalogue)


def _by_year(models: Iterable[Summary]) -> Standing:
    """Count by the year of the milestone that says the stage; of which nothing says one has no year."""
    counts: dict[int, Counter[str]] = {}
    for model in models:
        if model.standing:
            counts.setdefault(model.standing.last, Counter())[model.stage] += 1
    rows = {(str(year), ""): counts[year] for year in sorted(counts, reverse=True)}
    note = "Năm của mốc gần nhất nói rằng mô hình ở chặng ấy."
    return _standing("theo-nam", "Theo năm", note, rows)


def _by_field(catalogue: Catalogue) -> Standing:
    counts: dict[str, Counter[str]] = {}
    for model in catalogue.models:
        counts.setdefault(model.field, Counter())[_key(model)] += 1
    fields = catalogue.vocabularies.fields.terms
    rows = {(term.label, address.field(key)): counts[key] for key, term in fields.items() if key in counts}
    return _standing("theo-linh-vuc", "Theo lĩnh vực", "", rows)


def _by_province(catalogue: Catalogue) -> Standing:
    counts: dict[str, Counter[str]] = {}
    for model in catalogue.models:
        for code in model.provinces:
            counts.setdefault(code, Counter())[_key(model)] += 1
    places, units = PlaceAddresses(catalogue.gazetteer), catalogue.gazetteer.provinces
    rows = {(unit.known_as, places.province(unit)): counts[unit.code] for unit in units if unit.code in counts}
    is_shared = any(len(model.provinces) > 1 for model in catalogue.models)
    note = "Bài về nhiều tỉnh được đếm ở từng tỉnh." if is_shared else ""
    return _standing("theo-tinh", "Theo tỉnh, thành phố", note, rows)


def _standing(anchor: str, title: str, note: str, rows: Mapping[tuple[str, str], Counter[str]]) -> Standing:
    keys = [key for key in STAGE_LABELS if any(counts[key] for counts in rows.values())]
    longest = max((counts.total() for counts in rows.values()), default=0) or 1
    return Standing(
        anchor=anchor,
        title=title,
        note=note,
        columns=tuple(Link(STAGE_LABELS[key], address.stage(key), key=key) for key in keys),
        rows=tuple(
            Row(
                label=label,
                address=where,
                counts=tuple(write_number(counts[key]) if counts[key] else "" for key in keys),
                total=write_number(counts.total()),
                pieces=tuple(_pieces(keys, counts, longest)),
            )
            for (label, where), counts in rows.items()
        ),
    )


def _pieces(keys: Iterable[str], counts: Counter[str], longest: int) -> Iterator[Piece]:
    """Yield the stretches of a bar, side by side; by rounding up none of them vanishes and none covers another."""
    start = 0
    for key in keys:
        if length := _length(counts[key], longest):
            yield Piece(key, start, length)
            start += length


def _years(models: Iterable[Summary]) -> Iterator[YearLine]:
    """Yield what each year brought, the latest first; the first registration is that which the history tells first."""
    registered: Counter[int] = Counter()
    again: Counter[int] = Counter()
    verdicts: Counter[tuple[int, str]] = Counter()
    for model in models:
        registered.update(model.registered)
        again.update(model.registered[1:])
        verdicts.update(model.verdicts)
    for year in sorted({*registered, *(year for year, _ in verdicts)}, reverse=True):
        numbers = (registered[year], again[year], verdicts[year, "hieu-qua"], verdicts[year, "chua-hieu-qua"])
        yield YearLine(year, *(write_number(number) if number else "" for number in numbers))
