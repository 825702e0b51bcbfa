"""A former address, which leads to today's for ever, and whose head is that of the page there: whoever shares it shares that.

`target` may end with a place on its page.
"""

from dataclasses import dataclass, replace

from showcase.views.page import Head


@dataclass(frozen=True, slots=True, kw_only=True)
class RedirectPage:
    """What a browser that follows no redirect shows."""

    head: Head
    target: str
    title: str


def redirect_page(former: str, target: Head, *, place: str = "", title: str) -> RedirectPage:
    """Compute the page at a former address, given the head of the page that it leads to, and the place there."""
    return RedirectPage(
        head=replace(target, address=former, leads_to=target.address, data=None),
        target=f"{target.address}#{place}" if place else target.address,
        title=title,
    )
