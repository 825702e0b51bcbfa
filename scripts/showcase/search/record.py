"""What the search knows of one model: its terms by where they stand, its facets, and the card to show; no index here.

A term stands where it weighs most: in the title, else in the summary, else in the name of a place, a host or a theme, else
anywhere in the text. The editors' note is no part of what a reader looks for, so it is left out.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from showcase.publish.context import Context
from showcase.publish.facts import card, catalogue
from showcase.publish.output import Output
from showcase.reading.form import MODEL_KINDS, STORY
from showcase.record.abbreviations import Abbreviation
from showcase.record.model import Copy, Locality, Model
from showcase.record.proof import all_proofs
from showcase.record.reference import Reference
from showcase.record.summary import Summary
from showcase.record.unit import Tier
from showcase.record.units import Body, Gazetteer, Place, Unit
from showcase.record.vocabulary import Vocabularies
from showcase.search.words import exact, pairs, words_of_each
from showcase.views.card import Card
from showcase.views.search_facets import facets_of
from showcase.words.collation import sort_key
from showcase.words.text import match_key

__all__ = [
    "RECORDS",
    "ZONES",
    "SearchRecord",
    "outputs",
    "read_head",
    "read_record",
    "read_terms",
    "search_record",
    "write_record",
]

RECORDS = "records/"
ZONES = ("title", "summary", "names", "text")
"""Where a term may stand, the weightiest first; the engine of the browser knows what each weighs."""
_BETWEEN = "\x1e"
"""Stands between the parts of a record as it is kept: terms are read back in a third of the time that JSON takes."""
_TARGETS = re.compile(r"\]\([^()\s]*\)|<https?://[^>\s]*>")
"""Where the links of a story lead to, which is not read."""


class SearchRecord(NamedTuple):
    """One model as the index takes it.

    `card` is what a result shows, as JSON; `terms` are the exact forms of its words and pairs for each of `ZONES`, each once,
    in the order of the text, with line ends between: one text is read back six times as fast as 350; `facets` by name; `day` is
    that of its publication (`date.toordinal`); by `place` models are sorted as Vietnamese sort their places.
    """

    address: str
    card: str
    terms: tuple[str, ...]
    facets: Mapping[str, tuple[str, ...]]
    day: int
    place: str


def outputs(context: Context) -> Iterator[Output]:
    """Yield the record of each model on show; records have no place in the site, the index is made of them."""
    for model in context.shared(catalogue).models:
        yield Output(f"{RECORDS}{model.id}", _record, (model.id,))


def read_record(data: bytes) -> SearchRecord:
    """Give back the record that was made as an output."""
    return read_head(data)._replace(terms=read_terms(data))


def read_head(data: bytes) -> SearchRecord:
    """Give back all of a record but its terms, which are nine tenths of it."""
    address, card, facets, day, place = json.loads(data.partition(_BETWEEN.encode())[0])
    return SearchRecord(address, card, (), facets, day, place)


def read_terms(data: bytes) -> tuple[str, ...]:
    """Give back the terms of a record."""
    return tuple(data.decode().split(_BETWEEN)[1:])


def _record(context: Context, model_id: str) -> bytes:
    model, summary = context.model(model_id), context.summary(model_id)
    shown = context.fact(card, model_id)
    proofs = all_proofs(summary.proofs, shown.copied, summary.checked, context.year())
    record = search_record(model, summary, shown, proofs, context.reference, context.abbreviations())
    return write_record(record)


def write_record(record: SearchRecord) -> bytes:
    """Write a record so that `read_record` gives it back."""
    head = json.dumps((*record[:2], *record[3:]), ensure_ascii=False, separators=(",", ":"))
    return _BETWEEN.join([head, *record.terms]).encode()


def search_record(
    model: Model,
    summary: Summary,
    card: Card,
    proofs: tuple[str, ...],
    reference: Reference,
    abbreviations: Sequence[Abbreviation] = (),
) -> SearchRecord:
    """Make the record of a model on show, with the card that it has in a list and what its results rest on."""
    zones = (
        (model.title,),
        (model.summary,),
        (*_place_names(model), *_labels(model, reference.vocabularies)),
        (*_texts(model), *_other_names(model, reference.gazetteer)),
    )
    return SearchRecord(
        address=card.address,
        card=_card(card),
        terms=tuple(_each_once(zones, abbreviations)),
        facets=facets_of(summary, reference.gazetteer, card.copied, proofs),
        day=summary.published,
        place=_place_key(model.places),
    )


def _each_once(zones: Iterable[Sequence[str]], abbreviations: Sequence[Abbreviation]) -> Iterator[str]:
    """Yield the terms of each zone without what weightier zones hold."""
    seen: dict[str, None] = {}
    for texts in zones:
        told = [list(map(exact, words)) for words in words_of_each(texts)]
        terms = _terms_of(told)
        terms |= _terms_of(_other_ways(told, terms, abbreviations))
        yield "\n".join([term for term in terms if term not in seen])
        seen |= terms


def _terms_of(told: Iterable[Sequence[str]]) -> dict[str, None]:
    terms: dict[str, None] = {}
    for words in told:
        terms.update(dict.fromkeys(words))
        terms.update(dict.fromkeys(pairs(words)))
    return terms


def _other_ways(
    told: Iterable[Sequence[str]], terms: Mapping[str, None], abbreviations: Sequence[Abbreviation]
) -> Iterator[list[str]]:
    """Yield long forms of the abbreviations in what is told, word by word, and abbreviations of the long forms."""
    whole = ""
    for short, long in map(_both_ways, abbreviations):
        if short in terms:
            yield long
        if all(pair in terms for pair in pairs(long)):
            whole = whole or " | ".join([f" {' '.join(words)} " for words in told])
            if f" {' '.join(long)} " in whole:
                yield [short]


@cache
def _both_ways(row: Abbreviation) -> tuple[str, list[str]]:
    return match_key(row.short), match_key(row.long).split()


def _place_names(model: Model) -> Iterator[str]:
    """Yield the places as written, and all units of both eras that they belong to."""
    there: tuple[Locality | Copy, ...] = (*model.places, *model.copies)
    for one in there:
        yield from (one.written, one.detail, one.now)
        if isinstance(one, Locality):
            yield one.body
        yield from (unit.full_name for unit in _units(one.place))


def _units(place: Place | Body) -> Iterator[Unit]:
    if isinstance(place, Body):
        yield from filter(None, (place.province,))
        return
    units = (place.commune, place.former_commune, place.former_district, place.former_province, place.province)
    yield from (unit for unit in units if unit)


def _other_names(model: Model, gazetteer: Gazetteer) -> Iterator[str]:
    """Yield what the places may be called besides: today's communes of a whole district, what today's were made of."""
    for locality in model.places:
        place = locality.place
        if isinstance(place, Body):
            continue
        if place.former_district and not place.former_commune:
            yield from (unit.full_name for unit in gazetteer.communes_after(place.former_district.code))
        elif place.commune and not place.former_district:
            for former in gazetteer.former_communes_of(place.commune.code):
                yield former.full_name
                if former.tier is Tier.COMMUNE:
                    yield gazetteer.former_district(former.parent).full_name


def _labels(model: Model, vocabularies: Vocabularies) -> Iterator[str]:
    """Yield hosts, and the names and spellings of what the model is filed under."""
    yield from (host.name for host in model.hosts)
    yield vocabularies.fields.label(model.field)
    yield MODEL_KINDS[model.kind]
    for vocabulary, keys in ((vocabularies.themes, model.themes), (vocabularies.host_kinds, _host_kinds(model))):
        for key in keys:
            if term := vocabulary.terms.get(key):
                yield term.label


def _host_kinds(model: Model) -> tuple[str, ...]:
    return tuple(dict.fromkeys(host.kind for host in model.hosts))


def _texts(model: Model) -> Iterator[str]:
    """Yield everything else that the page says, but for the editors' note."""
    yield from (_TARGETS.sub("] ", getattr(model.story, entry.name)) for entry in STORY.entries)
    if guide := model.guide:
        yield from (*guide.steps, *filter(None, (guide.cost, guide.people, guide.duration, guide.conditions)))
    yield from (result.measure for result in model.results)
    yield from (text for milestone in model.history for text in (milestone.document, milestone.note) if text)
    yield from (f"{source.title} ({source.publisher})" for source in model.sources)
    if model.notice:
        yield model.notice
    yield from (copy.host for copy in model.copies if copy.host)
    if model.contact and model.contact.host:
        yield model.contact.host


def _place_key(places: Sequence[Locality]) -> str:
    first = places[0].place
    if isinstance(first, Body):
        return sort_key(first.province.name if first.province else first.name)
    return sort_key(f"{first.province.name}, {first.commune.name if first.commune else ''}")


def _card(card: Card) -> str:
    """Write the card as JSON for the browser, which fills the page's own template of a card with it."""
    picture, cover = card.picture, card.cover
    shown = {
        "bai": card.address,
        "loai": card.kind,
        "tieu_de": card.title,
        "tom_tat": card.summary,
        "linh_vuc": card.field,
        "ten_linh_vuc": card.field_label,
        "noi": card.place,
        "nam": card.year,
        "nhan_rong": card.copied,
        "huong_dan": card.has_guide,
        "luu_y": card.has_notice,
        "so": card.number,
        "truoc": card.before,
        "don_vi_tinh": card.unit,
        "chi_so": card.measure,
        "bia": [cover.kind, *cover.look, cover.thumb, cover.size] if cover else None,
        "anh": picture
        and {
            "src": picture.jpeg[0].path,
            "webp": [[size.path, size.width] for size in picture.webp],
            "jpeg": [[size.path, size.width] for size in picture.jpeg],
            "rong": picture.width,
            "cao": picture.height,
            "mo_ta": picture.alternative,
            "nhan": picture.label,
        },
    }
    return json.dumps(shown, ensure_ascii=False, separators=(",", ":"))
