"""A page that stays where a list was whose last model has gone: it says so, and leads to what is nearest."""

from dataclasses import dataclass

from showcase.views import address
from showcase.views.page import Head, SiteFacts, uncapitalised

_SECTIONS = {
    address.MODELS: "mo-hinh",
    address.FIELDS: "linh-vuc",
    address.THEMES: "chu-de",
    address.PLACES: "dia-phuong",
}
_PARTS = {"lam-theo": "Hướng dẫn làm theo", "phat-thanh": "Bản phát thanh"}


@dataclass(frozen=True, slots=True, kw_only=True)
class GonePage:
    """What it says; `leads_to` is the address of a page that is there."""

    head: Head
    title: str
    said: str
    leads_to: str


def gone_page(where: str, title: str, leads_to: str, site: SiteFacts) -> GonePage:
    """Compute the page at an address that has nothing to show any more; `title` is that of a list, or ''."""
    top = f"{where.partition('/')[0]}/"
    if title:
        said = "Trang này từng có mô hình; hiện không còn bài nào ở đây."
    elif top == address.SPREADING:
        title, said = "Sơ đồ lan tỏa", "Hiện không còn sơ đồ lan tỏa nào ở địa chỉ này."
    elif part := _PARTS.get(where.split("/")[-2]):
        title, said = part, f"{'Bài này' if top == address.MODELS else 'Nơi này'} hiện không còn {uncapitalised(part)}."
    else:
        title, said = "Trang này không còn", "Trang ở địa chỉ này nay không còn."
    head = Head(title=title, description=said, address=where, section=_SECTIONS.get(top, ""), site=site)
    return GonePage(head=head, title=title, said=said, leads_to=leads_to)
