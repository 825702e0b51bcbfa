"""The notice that stands where a page could not be made, so that every link to it still leads somewhere."""

from dataclasses import dataclass

from showcase.views.page import Head, SiteFacts


@dataclass(frozen=True, slots=True)
class BrokenPage:
    """A page of which nothing is known but its address."""

    head: Head


def broken_page(where: str, site: SiteFacts) -> BrokenPage:
    """Compute the notice for an address."""
    return BrokenPage(
        Head(
            title="Trang đang được sửa",
            description="Trang này gặp trục trặc và đang được sửa.",
            address=where,
            section="",
            site=site,
        )
    )
