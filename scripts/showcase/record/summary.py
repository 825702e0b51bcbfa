"""A summary is what the rest of the site says of a model: plain values, so that 13,663 of them are there at once.

A model's own page is made of the whole model, which is fetched when that page is made; lists, cards, counts and
addresses are made of summaries alone. A row of plain values is read back from disk ten times faster than a model is.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from showcase.reading.form import STORY
from showcase.record.criteria import Criteria, CriteriaRow, criteria_of
from showcase.record.model import Copy, Model, Photo, Result, Takedown
from showcase.record.photo import PhotoFacts
from showcase.record.proof import own_proofs
from showcase.record.stage import Reached, checked_year, reached_stages, registered_years, yearly_verdicts
from showcase.record.units import Body, Gazetteer, Place
from showcase.words.collation import sort_key
from showcase.words.telling import telling_pairs

__all__ = ["Codes", "CopyRow", "Summary", "make_summary", "summary_of"]

CopyRow = tuple[str, str, str, int, int, tuple[str, ...]]
"""A copy as plain values: its place as written, what lies below that, its host, its year and its source or 0, its codes."""


_MOST_TOLD, _TELLING = 3, 500
"""Letters that make a story tell one more; so coarse that a corrected sentence seldom changes what others see."""


class Codes(NamedTuple):
    """A place as the codes of its units, '' where it has none.

    Of a body without territory there is its name, and the province that it is counted with. `unlisted` is '1' where what was
    written is a name that no list of early 2025 has.
    """

    province: str
    commune: str = ""
    former_province: str = ""
    former_district: str = ""
    former_commune: str = ""
    unlisted: str = ""
    body: str = ""


class Summary(NamedTuple):
    """One model as others see it.

    `title_key` sorts by title; `written` is the first place as its file has it, `detail` what lies below that; `pairs` are the
    pairs of words that tell what it is about, with `|` between, since one text is read back faster than twelve; `published` is a
    day as `date.toordinal` counts, `updated` that of the last change of substance or 0; `years` are those of its milestones, in their order; `reached` are its stages
    (`record/stage.py`), `registered` the years of its registrations, `verdicts` those of its assessments with what came of them,
    `checked` the year of its last check or 0; `proofs` what its results rest on by its own file (`record/proof.py`); `indicators`
    are (key, number, approximation) of each result that names one; `documents` are those that its milestones name, as written; `story` is how much its story tells, from 0 to 3; one that is
    not `is_offered` stands in lists, but nobody is led to it.
    """

    id: str
    path: str
    title: str
    title_key: str
    summary: str
    kind: str
    subject: str
    level: str
    field: str
    themes: tuple[str, ...]
    host_kinds: tuple[str, ...]
    places: tuple[Codes, ...]
    written: str
    detail: str
    years: tuple[int, ...]
    reached: tuple[Reached, ...]
    registered: tuple[int, ...]
    verdicts: tuple[tuple[int, str], ...]
    checked: int
    proofs: tuple[str, ...]
    indicators: tuple[tuple[str, str, str], ...]
    published: int
    updated: int
    results: tuple[tuple[str, str, str, str, str], ...]
    photos: tuple[tuple[str | int, ...], ...]
    story: int
    pairs: str
    has_guide: bool
    may_lead: bool
    documents: tuple[str, ...]
    criteria_rows: tuple[CriteriaRow, ...]
    has_notice: bool
    is_offered: bool
    counted_in: tuple[str, ...]
    copies: tuple[CopyRow, ...]
    learned_from: str
    former_ids: tuple[str, ...]
    has_withdrawals: bool
    taken_down: tuple[int, str] | None

    @property
    def days(self) -> tuple[date, date | None]:
        """The day of publication, and that of the last change of substance."""
        return date.fromordinal(self.published), date.fromordinal(self.updated) if self.updated else None

    @property
    def changed(self) -> date:
        """The day of the last change of substance."""
        return date.fromordinal(self.updated or self.published)

    @property
    def first_year(self) -> int:
        """The year of the first milestone."""
        return self.years[0] if self.years else 0

    @property
    def standing(self) -> Reached | None:
        """The stage at which it stands: the furthest that a milestone says, None where none says any."""
        return self.reached[-1] if self.reached else None

    @property
    def stage(self) -> str:
        """The key of that stage, '' where it is not known."""
        return self.reached[-1].stage if self.reached else ""

    @property
    def result(self) -> Result | None:
        """The first measured result."""
        if not self.results:
            return None
        measure, after, unit, approximation, before = self.results[0]
        return Result(
            measure=measure,
            after=Decimal(after),
            before=Decimal(before) if before else None,
            unit=unit,
            approximation=approximation,
        )

    @property
    def criteria(self) -> tuple[Criteria, ...]:
        """The sets of criteria that it follows."""
        return tuple(map(criteria_of, self.criteria_rows))

    @property
    def cover(self) -> Photo | None:
        """The first photo."""
        return next(self.pictures(), None)

    @property
    def takedown(self) -> Takedown | None:
        """When and why the model was taken down, if it was."""
        return (
            Takedown(day=date.fromordinal(self.taken_down[0]), reason=self.taken_down[1]) if self.taken_down else None
        )

    def pictures(self) -> Iterator[Photo]:
        """Yield the photos, with what a page shows of them and what their files are found by."""
        for (
            file,
            alternative,
            author,
            licence,
            caption,
            kind,
            moment,
            digest,
            photo_format,
            width,
            height,
        ) in self.photos:
            facts = PhotoFacts(
                str(file), digest=str(digest), format=str(photo_format), width=int(width), height=int(height)
            )
            yield Photo(
                file=str(file),
                alternative=str(alternative),
                author=str(author),
                licence=str(licence),
                caption=str(caption),
                kind=str(kind),
                moment=str(moment),
                facts=facts,
            )

    def located(self, gazetteer: Gazetteer) -> tuple[Place | Body, ...]:
        """Give the places with their units."""
        return tuple(_place_or_body(codes, gazetteer) for codes in self.places)

    @property
    def provinces(self) -> tuple[str, ...]:
        """The codes of today's provinces that it is counted with, each once."""
        return tuple(dict.fromkeys(codes.province for codes in self.places if codes.province))

    def copy(self, number: int, gazetteer: Gazetteer) -> Copy:
        """Give one of the copies that have no entry of their own, counted from 0, with what others tell of it."""
        written, detail, host, year, source, codes = self.copies[number]
        place = _place(Codes._make(codes), gazetteer)
        return Copy(written=written, detail=detail, host=host, year=year or None, source=source or None, place=place)


_PLACES, _REACHED = Summary._fields.index("places"), Summary._fields.index("reached")


def make_summary(model: Model) -> Summary:
    """Make the summary of a model."""
    return Summary(
        id=model.id,
        path=model.path,
        title=model.title,
        title_key=sort_key(model.title),
        summary=model.summary,
        kind=model.kind,
        subject=model.subject,
        level=model.level,
        field=model.field,
        themes=model.themes,
        host_kinds=tuple(host.kind for host in model.hosts),
        places=tuple(_codes(locality.place) for locality in model.places),
        written=model.places[0].name,
        detail=model.places[0].detail,
        years=tuple(milestone.in_year for milestone in model.history),
        reached=reached_stages(model.history),
        registered=registered_years(model.history),
        verdicts=yearly_verdicts(model.history),
        checked=checked_year(model.history),
        proofs=own_proofs(model),
        indicators=tuple(
            (result.indicator, str(result.after), result.approximation) for result in model.results if result.indicator
        ),
        published=model.published.toordinal(),
        updated=model.updated.toordinal() if model.updated else 0,
        results=tuple(map(_result_row, model.results[:1])),
        photos=tuple(_photo_row(photo) for photo in model.photos),
        story=min(_MOST_TOLD, sum(len(text) for text in _texts(model)) // _TELLING),
        pairs="|".join(telling_pairs(model.title, model.summary, "\n".join(_texts(model)))),
        has_guide=model.guide is not None,
        may_lead=bool(model.may_lead),
        documents=tuple(milestone.document for milestone in model.history if milestone.document),
        criteria_rows=tuple(one.row() for one in model.criteria),
        has_notice=bool(model.notice),
        is_offered=not model.unoffered,
        counted_in=model.counted_in,
        copies=tuple(_copy_row(copy) for copy in model.copies),
        learned_from=model.learned_from,
        former_ids=model.former_ids,
        has_withdrawals=model.has_withdrawals,
        taken_down=(model.takedown.day.toordinal(), model.takedown.reason) if model.takedown else None,
    )


def summary_of(row: Sequence[Any]) -> Summary:
    """Give back the summary that was kept as nothing but plain tuples."""
    places = tuple([Codes._make(codes) for codes in row[_PLACES]])
    reached = tuple([Reached._make(stage) for stage in row[_REACHED]])
    return Summary._make((*row[:_PLACES], places, *row[_PLACES + 1 : _REACHED], reached, *row[_REACHED + 1 :]))


def _photo_row(photo: Photo) -> tuple[str | int, ...]:
    facts = photo.facts
    said = photo.file, photo.alternative, photo.author, photo.licence, photo.caption, photo.kind, photo.moment
    return (*said, facts.digest, facts.format, facts.width, facts.height)


def _result_row(result: Result) -> tuple[str, str, str, str, str]:
    before = "" if result.before is None else str(result.before)
    return result.measure, str(result.after), result.unit, result.approximation, before


def _copy_row(copy: Copy) -> CopyRow:
    return copy.written, copy.detail, copy.host, copy.year or 0, copy.source or 0, tuple(_codes(copy.place))


def _codes(place: Place | Body) -> Codes:
    if isinstance(place, Body):
        return Codes(place.province.code if place.province else "", body=place.name)
    units = (place.province, place.commune, place.former_province, place.former_district, place.former_commune)
    codes = [unit.code if unit else "" for unit in units]
    return Codes._make((*codes, "1" if place.unlisted else "", ""))


def _place_or_body(codes: Codes, gazetteer: Gazetteer) -> Place | Body:
    if codes.body:
        return Body(codes.body, gazetteer.province(codes.province) if codes.province else None)
    return _place(codes, gazetteer)


def _place(codes: Codes, gazetteer: Gazetteer) -> Place:
    return Place(
        province=gazetteer.province(codes.province),
        commune=gazetteer.commune(codes.commune) if codes.commune else None,
        former_province=gazetteer.former_province(codes.former_province) if codes.former_province else None,
        former_district=gazetteer.former_district(codes.former_district) if codes.former_district else None,
        former_commune=gazetteer.former_commune(codes.former_commune) if codes.former_commune else None,
        unlisted=bool(codes.unlisted),
    )


def _texts(model: Model) -> Iterator[str]:
    return (getattr(model.story, entry.name) for entry in STORY.entries)
