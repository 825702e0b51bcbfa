"""The sheet “Làm theo”: one page of A4 that an official takes to a meeting, with nothing on it but how to do the same."""

from dataclasses import dataclass, replace

from showcase.reading.questions import part_questions
from showcase.record.model import Guide, Model
from showcase.views import address
from showcase.views.linked_data import path_to
from showcase.views.model_parts import (
    GuideView,
    SourceView,
    bodies_of_today,
    contact_rows,
    guide_view,
    source_view,
)
from showcase.views.page import Head, Image, Link, SiteFacts, hosts_in_line
from showcase.views.place_names import places_today
from showcase.views.qr_code import QrCode, qr_code

_FULL = (1200, 2000, 3000)
"""From how many letters on a sheet is printed smaller, and smaller still, and as small as can be read."""
_QUESTIONS = 3
"""Questions that have a place on one page; the model's page has all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideSheet:
    """What stands on the sheet; `web` is the model's address for who holds it on paper, '' while the site has none."""

    head: Head
    field: str
    model: Link
    place: str
    summary: str
    notice: str
    guide: GuideView
    questions: tuple[str, ...]
    hosts: tuple[str, ...]
    sources: tuple[SourceView, ...]
    contact: tuple[tuple[str, str, str], ...]
    asked: str
    note: str
    web: str
    code: QrCode | None

    @property
    def fullness(self) -> int:
        """How small it must be printed to stay one page: 0 as it is, to 3 for the longest."""
        needs = (text for _, text in self.guide.needs)
        sources = (f"{source.title} {source.byline}" for source in self.sources)
        texts = (
            self.model.label,
            self.summary,
            self.notice,
            self.note,
            *self.guide.steps,
            *needs,
            *self.questions,
            *self.hosts,
            *(text for _, text, _ in self.contact),
            self.asked,
            *sources,
        )
        length = sum(len(text) for text in texts)
        return sum(length > most for most in _FULL)


def guide_sheet(model: Model, guide: Guide, site: SiteFacts, image: Image | None = None) -> GuideSheet:
    """Compute the sheet of a model that has a guide."""
    web, story = site.absolute(address.model(model.id)), Link(model.title, address.model(model.id))
    head = Head(
        title=f"Làm theo: {model.title}",
        description=model.summary,
        address=address.guide(model.id),
        section="mo-hinh",
        site=site,
        image=image,
    )
    return GuideSheet(
        head=replace(head, data=path_to(head, (Link("Mô hình", address.MODELS), story))),
        field=model.field,
        model=story,
        place=places_today(locality.place for locality in model.places),
        summary=model.summary,
        notice=model.notice,
        guide=guide_view(guide, model.id),
        questions=part_questions(model.story.limits).questions[:_QUESTIONS],
        hosts=hosts_in_line(host.name for host in model.hosts),
        sources=tuple(source_view(source) for source in model.sources),
        contact=tuple(contact_rows(model)),
        asked="" if model.contact else bodies_of_today(model),
        note=model.note,
        web=web,
        code=qr_code(web) if web else None,
    )
