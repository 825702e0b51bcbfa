"""Where lies what other sites show of a page: below `nhung/`, of a model by its id, of a list by the list's own address.

No model is in the way of a list: its address has one level below `nhung/`, and theirs have two or more.
"""

from showcase.views import address
from showcase.views.feed_address import kind_of
from showcase.views.page import SiteFacts

KINDS = ("mo-hinh", "linh-vuc", "chu-de", "tinh", "xa")
"""The kinds of pages that can be shown elsewhere: each model and the newest of all, fields, themes, provinces, communes."""
OEMBED = "oembed.json"
"""Beside each: what programs are told that make of a pasted address what it leads to."""
_NEWEST = f"{address.EMBEDS}{address.MODELS}moi-nhat/"


def embed_of(where: str, site: SiteFacts) -> str:
    """Give the address of what other sites show of the page at an address, '' where there is nothing."""
    levels = where.rstrip("/").split("/")
    is_model = levels[0] == "mo-hinh" and len(levels) == 2
    if ("mo-hinh" if is_model else kind_of(where)) not in site.embeds:
        return ""
    if is_model:
        return f"{address.EMBEDS}{levels[1]}/"
    return _NEWEST if where == address.MODELS else f"{address.EMBEDS}{where}"
