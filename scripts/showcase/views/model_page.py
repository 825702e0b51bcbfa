"""What the page of one model says, from its kicker to those round it."""

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import NamedTuple

from showcase.reading.form import ROLES, STORY
from showcase.reading.story import picture_file, story_facts
from showcase.record.brief import Brief
from showcase.record.catalogue import Catalogue, Listed
from showcase.record.model import Model, Photo, Takedown
from showcase.record.reference import Reference
from showcase.views import address
from showcase.views.address import PlaceAddresses
from showcase.views.around import AroundView, Chosen, around_view
from showcase.views.card import Card, make_card, places_today
from showcase.views.family_part import tree_address
from showcase.views.model_parts import (
    CopyView,
    GuideView,
    Moment,
    PlaceView,
    ResultView,
    Section,
    SourceView,
    contact_rows,
    copy_view,
    fact_rows,
    guide_view,
    moment_view,
    place_view,
    result_view,
    section_views,
    source_view,
)
from showcase.views.page import Head, Link, SiteFacts
from showcase.views.picture import Picture, cover_picture, photo_picture
from showcase.words.dates import write_date

_LEARNERS, _COPIES = 3, 5
"""Lines of those who copied a model that its page shows at most; all of them stand in the tree."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelPage:
    """Everything on a model's page."""

    head: Head
    model_id: str
    field: Link
    kicker_place: str
    title: str
    summary: str
    cover: Picture
    is_drawn: bool
    facts: tuple[tuple[str, str], ...]
    themes: tuple[Link, ...]
    hosts: tuple[tuple[str, str, str], ...]
    moments: tuple[Moment, ...]
    results: tuple[ResultView, ...]
    sections: tuple[Section, ...]
    guide: GuideView | None
    learned_from: Card | None
    learners: tuple[Card, ...]
    copies: tuple[CopyView, ...]
    copied_besides: int
    tree: str
    places: tuple[PlaceView, ...]
    gallery: tuple[Picture, ...]
    pictures: dict[str, Picture]
    linked: dict[str, str]
    sources: tuple[SourceView, ...]
    note: str
    contact: tuple[tuple[str, str, str], ...]
    published: str
    updated: str
    citation: str
    file: str
    edit: str
    around: AroundView


class Related(NamedTuple):
    """What a model's page tells of other models; `linked` are those that the story may link to, by the id that it uses.

    `learners` are the first few of them, `copied` counts all copies, `tree` is where the page of its family shows it;
    `root` is the models folder of the catalogue.
    """

    teacher: tuple[Listed, ...]
    learners: tuple[Listed, ...]
    linked: tuple[tuple[str, str], ...]
    root: str
    copied: int = 0
    tree: str = ""

    @property
    def mark(self) -> str:
        """What changes when one of the others looks different, or is another."""
        marks = "|".join([",".join([one.mark for one in part]) for part in (self.teacher, self.learners)])
        return f"{marks}{self.linked or ''}{self.copied or ''}{self.tree}"

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the models it tells of."""
        return tuple([one.brief.id for one in (*self.teacher, *self.learners)])


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawnPage:
    """The notice that stands where a model was."""

    head: Head
    title: str
    day: str
    reason: str


def related(model: Brief, catalogue: Catalogue) -> Related:
    """Find what the page of a model tells of those that it learned from or that learned from it, and of those it links to."""
    by_id = catalogue.by_id
    teacher = by_id.get(model.learned_from) if model.learned_from else None
    return Related(
        teacher=catalogue.listed((teacher,)) if teacher else (),
        learners=catalogue.listed(catalogue.learners.get(model.id, ())[:_LEARNERS]),
        linked=tuple((key, by_id[key].id) for key in sorted(model.linked) if key in by_id),
        root=catalogue.root,
        copied=catalogue.copied(model),
        tree=tree_address(*catalogue.kin[model.id]) if model.id in catalogue.kin else "",
    )


def model_page(model: Model, others: Related, foot: Chosen, reference: Reference, site: SiteFacts) -> ModelPage:
    """Compute the page of a model that is on show."""
    places = PlaceAddresses(reference.gazetteer)
    fields = reference.vocabularies.fields
    cover = cover_picture(model.id, model.photos[0] if model.photos else None)
    file = _file(model, others.root)
    return ModelPage(
        head=Head(
            title=model.title,
            description=model.summary,
            address=address.model(model.id),
            section="mo-hinh",
            site=site,
            image=cover.largest if model.photos else "",
        ),
        model_id=model.id,
        field=Link(fields.label(model.field), address.field(model.field), key=model.field),
        kicker_place=places_today(locality.place for locality in model.places),
        title=model.title,
        summary=model.summary,
        cover=cover,
        is_drawn=not model.photos,
        facts=tuple(fact_rows(model)),
        themes=tuple(Link(reference.vocabularies.themes.label(key), address.theme(key)) for key in model.themes),
        hosts=tuple(
            (host.name, reference.vocabularies.host_kinds.label(host.kind), ROLES[host.role]) for host in model.hosts
        ),
        moments=tuple(moment_view(event) for event in model.history),
        results=tuple(result_view(result) for result in model.results),
        sections=tuple(section_views(model)),
        guide=guide_view(model.guide, model.id) if model.guide else None,
        learned_from=next((make_card(teacher, reference) for teacher in others.teacher), None),
        learners=tuple(make_card(learner, reference) for learner in others.learners),
        copies=tuple(copy_view(copy) for copy in model.copies[:_COPIES]),
        copied_besides=others.copied - len(others.learners) - len(model.copies[:_COPIES]),
        tree=others.tree,
        places=tuple(place_view(locality, places) for locality in model.places),
        gallery=tuple(photo_picture(photo) for photo in _beside_story(model)),
        pictures={photo.file: photo_picture(photo) for photo in model.photos},
        linked=dict(others.linked),
        sources=tuple(source_view(source) for source in model.sources),
        note=model.note,
        contact=tuple(contact_rows(model)),
        published=write_date(model.published),
        updated=write_date(model.updated) if model.updated else "",
        citation=f"“{_quoted(model.title)}”, {site.name}, đăng ngày {write_date(model.published)}",
        file=file,
        edit=f"{site.edit_base}{file}" if site.edit_base else "",
        around=around_view(model, foot, reference),
    )


def withdrawn_page(model_id: str, takedown: Takedown, site: SiteFacts) -> WithdrawnPage:
    """Compute the notice of a model that was taken down; nothing else of it is told."""
    return WithdrawnPage(
        head=Head(
            title="Mô hình đã gỡ",
            description="Mô hình này đã được gỡ khỏi trang.",
            address=address.model(model_id),
            section="mo-hinh",
            site=site,
        ),
        title="Mô hình này đã được gỡ",
        day=write_date(takedown.day),
        reason=takedown.reason,
    )


def _file(model: Model, models_folder: str) -> str:
    """Give the model's file from the models folder on, `models/…/model.yaml`: where that lies on this machine is no reader's business."""
    above = PurePosixPath(models_folder).name
    below = model.path.removeprefix(f"{models_folder}/")
    return f"{above}/{below}" if above else below


def _quoted(text: str) -> str:
    """Write quotation marks that stand within others: “…” become ‘…’."""
    return text.replace("“", "‘").replace("”", "’")


def _beside_story(model: Model) -> list[Photo]:
    """Give the photos that neither the cover nor the story shows: the gallery repeats none."""
    texts = (getattr(model.story, entry.name) for entry in STORY.entries)
    pictures = (picture for text in texts if "![" in text for picture in story_facts(text).pictures)
    told = {picture_file(picture.target) for picture in pictures}
    return [photo for photo in model.photos[1:] if photo.file not in told]
