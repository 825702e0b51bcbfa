"""The sheet “Làm theo”: one page of A4 that an official takes to a meeting, with nothing on it but how to do the same."""

from dataclasses import dataclass

from showcase.views import address
from showcase.views.model_page import ModelPage
from showcase.views.model_parts import GuideView, SourceView
from showcase.views.page import Head, Link


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


def guide_sheet(page: ModelPage, guide: GuideView) -> GuideSheet:
    """Compute the sheet of a model that has a guide."""
    return GuideSheet(
        head=Head(
            title=f"Làm theo: {page.title}",
            description=page.summary,
            address=address.guide(page.model_id),
            section="mo-hinh",
            site=page.head.site,
        ),
        model=Link(page.title, address.model(page.model_id)),
        place=page.kicker_place,
        summary=page.summary,
        guide=guide,
        hosts=tuple(name for name, _, _ in page.hosts),
        sources=page.sources,
        contact=page.contact,
    )
