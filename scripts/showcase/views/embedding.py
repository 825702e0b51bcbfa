"""The page where the code is made by which another site shows a model or a list; without a script it says how it is written."""

from collections.abc import Iterator
from dataclasses import dataclass

from showcase.record.reference import Reference
from showcase.views import address
from showcase.views.address import PlaceAddresses
from showcase.views.embed import COUNTS, USUAL, frame_code
from showcase.views.embed_address import embed_of
from showcase.views.page import Head, Link, SiteFacts

_TITLE = "Nhúng vào trang khác"
_LEAD = "Đặt một mô hình, hoặc những bài mới nhất của một nơi, một lĩnh vực, vào trang của báo, của xã, của hội bằng một đoạn mã."


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbeddingPage:
    """What can be shown elsewhere: groups of lists to choose from, each by its own address; of a list so many models."""

    head: Head
    lead: str
    groups: tuple[tuple[str, tuple[Link, ...]], ...]
    example: str
    counts: tuple[int, ...] = COUNTS
    usual: int = USUAL


def embedding_page(reference: Reference, site: SiteFacts) -> EmbeddingPage:
    """Compute the page, of what the settings let be shown elsewhere."""
    offered = (
        (name, tuple(link for link in links if embed_of(link.address, site))) for name, links in _lists(reference)
    )
    return EmbeddingPage(
        head=Head(title=_TITLE, description=_LEAD, address=address.EMBEDS, section="", site=site),
        lead=_LEAD,
        groups=tuple((name, links) for name, links in offered if links),
        example=frame_code(f"{site.absolute(address.EMBEDS)}TEN-BAI/", "Dân vận khéo"),
    )


def _lists(reference: Reference) -> Iterator[tuple[str, tuple[Link, ...]]]:
    vocabularies, places = reference.vocabularies, PlaceAddresses(reference.gazetteer)
    yield "Cả chuyên trang", (Link("Bài mới nhất", address.MODELS),)
    yield "Lĩnh vực", tuple(Link(term.label, address.field(key)) for key, term in vocabularies.fields.terms.items())
    yield "Chủ đề", tuple(Link(term.label, address.theme(key)) for key, term in vocabularies.themes.terms.items())
    yield "Tỉnh, thành phố", tuple(Link(unit.known_as, places.province(unit)) for unit in reference.gazetteer.provinces)
