"""What the page of one model says, from its kicker to those round it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import NamedTuple

from showcase.reading.form import STORY
from showcase.reading.questions import part_questions
from showcase.reading.story import linked_models
from showcase.record.catalogue import Catalogue
from showcase.record.model import Model, Photo
from showcase.record.reference import Reference
from showcase.record.summary import Summary
from showcase.record.units import Body
from showcase.views import address
from showcase.views.address import PlaceAddresses
from showcase.views.around import Around, AroundView, around_view
from showcase.views.card import Card, kind_label
from showcase.views.citation import cited, for_newspaper
from showcase.views.cover import Cover
from showcase.views.criteria_view import CriteriaView
from showcase.views.embed_address import embed_of
from showcase.views.family_part import tree_address
from showcase.views.linked_data import article
from showcase.views.model_parts import (
    GuideView,
    PlaceView,
    ResultView,
    Section,
    SourceView,
    bodies_of_today,
    contact_rows,
    fact_rows,
    guide_view,
    host_note,
    place_view,
    result_view,
    section_views,
    source_view,
)
from showcase.views.model_path import (
    Moment,
    Stage,
    Stop,
    copied_years,
    copies_told,
    moment_views,
    old_news,
    stage_views,
    stages_untold,
    trail,
)
from showcase.views.page import Head, Image, Link, SiteFacts
from showcase.views.picture import Picture, beside_stories, photo_picture
from showcase.views.place_names import places_today
from showcase.views.proof import ProofLine, proof_lines
from showcase.views.qr_code import QrCode, qr_code
from showcase.views.sharing import Sharing, sharing
from showcase.views.takedown_page import model_takedown_head
from showcase.words.dates import write_date

_LEARNERS, _COPIES = 3, 5
"""Lines of those who copied a model that its page shows at most; all of them stand in the tree."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelPage:
    """Everything on a model's page; `web` is its address for who holds it on paper, '' while the site has none.

    `asked` are those of today's bodies that may be asked where the model names none.
    """

    head: Head
    model_id: str
    kind: str
    field: Link
    place: Link
    title: str
    summary: str
    notice: str
    picture: Picture | None
    cover: Cover | None
    facts: tuple[tuple[str, str], ...]
    themes: tuple[Link, ...]
    hosts: tuple[tuple[str, str], ...]
    asked: str
    stages: tuple[Stage, ...]
    stage_notes: tuple[str, ...]
    moments: tuple[Moment, ...]
    events: tuple[Link, ...]
    results: tuple[ResultView, ...]
    proofs: tuple[ProofLine, ...]
    sections: tuple[Section, ...]
    guide: GuideView | None
    loudspeaker: str
    criteria: tuple[CriteriaView, ...]
    questions: tuple[str, ...]
    trail: tuple[Stop, ...]
    copied_besides: int
    tree: str
    places: tuple[PlaceView, ...]
    gallery: tuple[Picture, ...]
    pictures: dict[str, Picture]
    linked: Mapping[str, str]
    sources: tuple[SourceView, ...]
    note: str
    contact: tuple[tuple[str, str, str], ...]
    published: str
    updated: str
    citation: str
    press: str
    saved: str
    sharing: Sharing
    file: str
    edit: str
    web: str
    code: QrCode | None
    around: AroundView

    @property
    def is_copied(self) -> bool:
        """Tell whether the trail leads on, and does not end here."""
        return bool(self.trail) and not self.trail[-1].is_here


class Relatives(NamedTuple):
    """From whom a model learned and who learned from it, by id: those that its page tells of.

    `copied` counts all copies, `tree` is where the page of its family shows it, '' where it has none.
    """

    teacher: tuple[str, ...]
    learners: tuple[str, ...]
    copied: int
    tree: str

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the models it tells of."""
        return (*self.teacher, *self.learners)


def find_relatives(model: Summary, catalogue: Catalogue) -> Relatives:
    """Find those that a model learned from or that learned from it."""
    teacher = catalogue.by_id.get(model.learned_from) if model.learned_from else None
    return Relatives(
        teacher=(teacher.id,) if teacher else (),
        learners=tuple(learner.id for learner in catalogue.learners.get(model.id, ())[:_LEARNERS]),
        copied=catalogue.copied(model),
        tree=tree_address(*catalogue.family_of[model.id]) if model.id in catalogue.family_of else "",
    )


def linked_ids(model: Model) -> Iterator[str]:
    """Yield the ids that the story links to."""
    texts = (getattr(model.story, entry.name) for entry in STORY.entries)
    yield from dict.fromkeys(key for text in texts for key in linked_models(text))


class Others(NamedTuple):
    """What a model's page tells of others: its relatives, those round it, the card of each by id.

    `linked` gives today's id of the models on show that its story links to, by the id that the story uses; `documents` are
    those that its history names, by what they are called there; at `events` it was shown. `year` is that of the build.
    `image` is its own picture for where it is shared; `criteria` are the sets that it follows.
    """

    relatives: Relatives
    around: Around
    linked: Mapping[str, str]
    card_of: Callable[[str], Card]
    documents: Mapping[str, Link]
    events: tuple[Link, ...]
    year: int
    image: Image | None = None
    criteria: tuple[CriteriaView, ...] = ()


def model_page(model: Model, others: Others, reference: Reference, site: SiteFacts, models_folder: str) -> ModelPage:
    """Compute the page of a model that is on show; `models_folder` is the folder that its path begins with."""
    relatives, card_of = others.relatives, others.card_of
    places = PlaceAddresses(reference.gazetteer)
    fields = reference.vocabularies.fields
    file = _file(model, models_folder)
    web = site.absolute(address.model(model.id))
    teacher = next(map(card_of, relatives.teacher), None)
    learners = tuple(map(card_of, relatives.learners))
    shown = model.copies[:_COPIES]
    copies = copies_told(relatives.copied, min(copied_years(model, learners), default=None))
    here = _place_link(model, places)
    limits = part_questions(model.story.limits)
    themes = tuple(Link(reference.vocabularies.themes.label(key), address.theme(key)) for key in model.themes)
    head = model_head(model, others.image, site, fields.label(model.field))
    return ModelPage(
        head=replace(head, data=article(model, head, [theme.label for theme in themes])),
        model_id=model.id,
        kind=kind_label(model.kind),
        field=Link(fields.label(model.field), address.field(model.field), key=model.field),
        place=here,
        title=model.title,
        summary=model.summary,
        notice=model.notice,
        picture=photo_picture(model.photos[0], model.id) if model.photos else None,
        cover=card_of(model.id).cover,
        facts=tuple(fact_rows(model)),
        themes=themes,
        hosts=tuple((host.name, host_note(host, model, is_alone=len(model.hosts) == 1)) for host in model.hosts),
        asked="" if model.contact else bodies_of_today(model),
        stages=stage_views(model.history),
        stage_notes=_stage_notes(model, copies, others.year),
        moments=moment_views(model, others.documents),
        events=others.events,
        results=tuple(result_view(result) for result in model.results),
        proofs=proof_lines(model, relatives.copied, others.year),
        sections=tuple(section_views(model.story._replace(limits=limits.rest))),
        guide=guide_view(model.guide, model.id) if model.guide else None,
        loudspeaker=address.loudspeaker(model.id) if site.loudspeaker and not model.unoffered else "",
        criteria=others.criteria,
        questions=limits.questions,
        trail=trail(model, here.label, teacher, learners, shown),
        copied_besides=relatives.copied - len(learners) - len(shown),
        tree=relatives.tree,
        places=tuple(place_view(locality, places) for locality in model.places),
        gallery=tuple(photo_picture(photo, model.id) for photo in beside_story(model)),
        pictures={photo.file: photo_picture(photo, model.id) for photo in model.photos},
        linked=others.linked,
        sources=tuple(source_view(source) for source in model.sources),
        note=model.note,
        contact=tuple(contact_rows(model)),
        published=write_date(model.published),
        updated=write_date(model.updated) if model.updated else "",
        citation=for_newspaper(cited(model.id, model.title, model.days, web, site)),
        press=address.press(model.id) if site.has_press else "",
        saved=address.saved(model.id) if site.is_kept and site.url else "",
        sharing=sharing(model.title, here.label, web),
        file=file,
        edit=f"{site.edit_base}{file}" if site.edit_base else "",
        web=web,
        code=qr_code(web) if web else None,
        around=around_view(model, others.around, card_of, reference),
    )


def _stage_notes(model: Model, copies: str, year: int) -> tuple[str, ...]:
    """Give the sentences below the line of stages: who copied it (`copies`), how old the last news is, what no milestone says."""
    untold = stages_untold(model.history, is_copied=bool(copies))
    return tuple(filter(None, (copies, old_news(model.history, year), untold)))


def model_head(model: Model | Summary, image: Image | None, site: SiteFacts, field: str) -> Head:
    """Say what the page of a model that is on show says of itself; `field` is what readers call its field."""
    published, updated = model.days
    return Head(
        title=model.title,
        description=model.summary,
        address=address.model(model.id),
        section="mo-hinh",
        site=site,
        image=image,
        kind="article",
        published=published,
        updated=updated,
        about=field,
        embed=embed_of(address.model(model.id), site),
    )


def head_of(model: Summary, image: Image | None, site: SiteFacts, reference: Reference) -> Head:
    """Say what stands in the head of the page at a model's address, be it the notice that it was taken down."""
    if model.taken_down:
        return model_takedown_head(model.id, site)
    return model_head(model, image, site, reference.vocabularies.fields.label(model.field))


def _place_link(model: Model, places: PlaceAddresses) -> Link:
    """Say where a model is today; one place leads to the smallest list that it is in, several lead nowhere."""
    where = places_today(locality.place for locality in model.places)
    if len(model.places) > 1:
        return Link(where, "")
    place, links = model.places[0].place, place_view(model.places[0], places).links
    is_commune = not isinstance(place, Body) and place.commune
    return Link(where, links[0 if is_commune else -1].address if links else "")


def _file(model: Model, models_folder: str) -> str:
    """Give the model's file from the models folder on, `models/…/model.yaml`: where that lies on this machine is no reader's business."""
    above = PurePosixPath(models_folder).name
    below = model.path.removeprefix(f"{models_folder}/")
    return f"{above}/{below}" if above else below


def beside_story(model: Model) -> list[Photo]:
    """Give the photos that neither the cover nor the story shows: the gallery repeats none."""
    return beside_stories(model.photos, (getattr(model.story, entry.name) for entry in STORY.entries))
