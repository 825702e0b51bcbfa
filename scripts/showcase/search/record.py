"""What the search knows of one model: its words by how much they weigh, its facets, and the card to show; no index here.

Exact marks rank before folded ones (the reader's browser asks twice), then a word in the title, then in the summary,
then in a place or a host, then anywhere. Pagefind adds up weights, so a word counts once, where it weighs most.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from showcase.publish.context import Context
from showcase.publish.facts import card, catalogue
from showcase.publish.output import Output
from showcase.reading.commonmark import story_tokens
from showcase.reading.form import MODEL_KINDS
from showcase.reading.story import text_of
from showcase.record.abbreviations import Abbreviation
from showcase.record.model import Copy, Locality, Model
from showcase.record.reference import Reference
from showcase.record.summary import Summary
from showcase.record.unit import Tier
from showcase.record.units import Gazetteer, Place, Unit
from showcase.record.vocabulary import Vocabularies
from showcase.search.words import pairs, spelled, words_of
from showcase.views.card import Card
from showcase.views.search_facets import facets_of
from showcase.words.collation import sort_key
from showcase.words.text import match_key

__all__ = ["RECORDS", "WEIGHTS", "SearchRecord", "outputs", "read_record", "search_record"]

RECORDS = "records/"

WEIGHTS: Mapping[str, float] = {"title": 10, "summary": 4, "facts": 2, "rest": 1}
"""Pagefind's scale ends at 10. With words counted once, ten of the rest weigh as much as one of the title."""


class SearchRecord(NamedTuple):
    """One model as the index takes it.

    `card` is what a result shows, as JSON, with the passages in which words may be found; `words` are the spellings of
    `search_words` by zone of `WEIGHTS`, each word once, with blanks between, since one text is sent ten times as fast as 350,
    and read back six times; `facets` by name; `newest` and `place` are keys to sort by.
    """

    address: str
    card: str
    words: Mapping[str, str]
    facets: Mapping[str, tuple[str, ...]]
    newest: str
    place: str


def outputs(context: Context) -> Iterator[Output]:
    """Yield the record of each model on show; records have no place in the site, the index is made of them."""
    for model in context.shared(catalogue).models:
        yield Output(f"{RECORDS}{model.id}", _record, (model.id,))


def read_record(data: bytes) -> SearchRecord:
    """Give back the record that was made as an output."""
    return SearchRecord(*json.loads(data))


def _record(context: Context, model_id: str) -> bytes:
    model, summary = context.model(model_id), context.summary(model_id)
    record = search_record(model, summary, context.fact(card, model_id), context.reference, context.abbreviations())
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode()


def search_record(
    model: Model,
    summary: Summary,
    card: Card,
    reference: Reference,
    abbreviations: Sequence[Abbreviation] = (),
) -> SearchRecord:
    """Make the record of a model on show, with the card that it has in a list."""
    passages = tuple(_passages(model))
    zones = {
        "title": (model.title,),
        "summary": (model.summary,),
        "facts": (*_place_names(model), *_labels(model, reference.vocabularies)),
        "rest": (*passages, *_other_names(model, reference.gazetteer)),
    }
    return SearchRecord(
        address=card.address,
        card=_card(card, passages),
        words=_each_once(zones, abbreviations),
        facets=facets_of(summary, reference.gazetteer, card.copied),
        newest=model.published.isoformat(),
        place=_place_key(model.places),
    )


def _each_once(zones: Mapping[str, Sequence[str]], abbreviations: Sequence[Abbreviation]) -> dict[str, str]:
    """Spell the words of each zone, and what stands together in all but the last, without what weightier zones hold."""
    seen: set[str] = set()
    found: dict[str, str] = {}
    for zone, texts in zones.items():
        told = [words_of(text) for text in texts]
        told += [words_of(other) for other in _other_ways(told, abbreviations)]
        words = set(map(spelled, set(chain.from_iterable(told))))
        if zone != "rest":
            words.update(chain.from_iterable(map(pairs, told)))
        # In alphabetical order a word stands at nearly the same place in every record, which compresses better.
        found[zone] = " ".join(sorted(words - seen))
        seen |= words
    return found


def _other_ways(told: Iterable[Sequence[str]], abbreviations: Sequence[Abbreviation]) -> Iterator[str]:
    """Yield long forms of the abbreviations in what is told, word by word, and abbreviations of the long forms."""
    whole = " | ".join([f" {' '.join(map(match_key, words))} " for words in told])
    for row in abbreviations:
        if f" {match_key(row.short)} " in whole:
            yield row.long
        if f" {match_key(row.long)} " in whole:
            yield row.short


def _place_names(model: Model) -> Iterator[str]:
    """Yield the places as written, and all units of both eras that they belong to."""
    there: tuple[Locality | Copy, ...] = (*model.places, *model.copies)
    for one in there:
        yield from (one.written, one.detail, one.now)
        yield from (unit.full_name for unit in _units(one.place))


def _units(place: Place) -> Iterator[Unit]:
    units = (place.commune, place.former_commune, place.former_district, place.former_province, place.province)
    yield from (unit for unit in units if unit)


def _other_names(model: Model, gazetteer: Gazetteer) -> Iterator[str]:
    """Yield what the places may be called besides: today's communes of a whole district, what today's were made of."""
    for locality in model.places:
        place = locality.place
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


def _passages(model: Model) -> Iterator[str]:
    """Yield what may be shown below a card where a word is in neither title nor summary, a paragraph each."""
    yield "; ".join(f"{_detail(place)}{place.written}" for place in model.places)
    yield "; ".join(host.name for host in model.hosts)
    story = model.story
    for section in (story.setting, story.method, story.effect, story.lesson, story.limits, story.spreading):
        yield from _paragraphs(section)
    if guide := model.guide:
        yield from (*guide.steps, *filter(None, (guide.cost, guide.people, guide.duration, guide.conditions)))
    yield from (result.measure for result in model.results)
    yield from (text for event in model.history for text in (event.document, event.note) if text)
    yield from (f"{source.title} ({source.publisher})" for source in model.sources)
    yield from (f"{copy.host}, {copy.written}" if copy.host else copy.written for copy in model.copies)
    yield from filter(None, (model.note, model.contact.host if model.contact else ""))


def _detail(place: Locality) -> str:
    return f"{place.detail}, " if place.detail else ""


def _paragraphs(markdown: str) -> Iterator[str]:
    tokens = story_tokens(markdown)
    if tokens is None:
        yield " ".join(markdown.split())
    else:
        yield from filter(None, (text_of(token.children or ()).strip() for token in tokens if token.type == "inline"))


def _place_key(places: Sequence[Locality]) -> str:
    first = places[0].place
    return sort_key(f"{first.province.name}, {first.commune.name if first.commune else ''}")


def _card(card: Card, passages: Sequence[str]) -> str:
    """Write the card as JSON for the browser, which fills the page's own template of a card with it."""
    picture = card.picture
    shown = {
        "bai": card.address,
        "tieu_de": card.title,
        "tom_tat": card.summary,
        "linh_vuc": card.field,
        "ten_linh_vuc": card.field_label,
        "noi": card.place,
        "nam": card.year,
        "nhan_rong": card.copied,
        "huong_dan": card.has_guide,
        "so": card.number,
        "don_vi_tinh": card.number_unit,
        "chi_so": card.measure,
        "anh": {
            "src": picture.jpeg[0].path if picture.jpeg else picture.src,
            "webp": [[size.path, size.width] for size in picture.webp],
            "jpeg": [[size.path, size.width] for size in picture.jpeg],
            "rong": picture.width,
            "cao": picture.height,
            "mo_ta": picture.alternative,
            "nhan": picture.label,
        },
        "doan": list(passages),
    }
    return json.dumps(shown, ensure_ascii=False, separators=(",", ":"))
