"""A former address, which leads to today's for ever; `target` may end with a place on its page."""

from dataclasses import dataclass

from showcase.views.page import Head


@dataclass(frozen=True, slots=True, kw_only=True)
class RedirectPage:
    """What a browser that follows no redirect shows."""

    head: Head
    target: str
    title: str = "Bài này đã chuyển địa chỉ"
