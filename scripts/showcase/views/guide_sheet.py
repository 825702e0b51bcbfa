"""The sheet “Làm theo”: one page of A4 that an official takes to a meeting, with nothing on it but how to do the same."""

from dataclasses import dataclass

from showcase.record.model import Guide, Model
from showcase.views import address
from showcase.views.card import places_today
from showcase.views.model_parts import GuideView, SourceView, contact_rows, guide_view, source_view
from showcase.views.page import Head, Link, SiteFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideSheet:
    """What stands on the sheet."""

    head: Head
    model: Link
    place: str
    summary: str
    guide: GuideView
    hosts: tuple[str, ...]
    sources: tuple[SourceView, ...]
    contact: tuple[tuple[str, str, str], ...]


def guide_sheet(model: Model, guide: Guide, site: SiteFacts) -> GuideSheet:
    """Compute the sheet of a model that has a guide."""
    return GuideSheet(
        head=Head(
            title=f"Làm theo: {model.title}",
            description=model.summary,
            address=address.guide(model.id),
            section="mo-hinh",
            site=site,
        ),
        model=Link(model.title, address.model(model.id)),
        place=places_today(locality.place for locality in model.places),
        summary=model.summary,
        guide=guide_view(guide, model.id),
        hosts=tuple(host.name for host in model.hosts),
        sources=tuple(source_view(source) for source in model.sources),
        contact=tuple(contact_rows(model)),
    )
