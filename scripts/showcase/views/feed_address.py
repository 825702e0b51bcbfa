"""Where the feeds of a list lie: beside it, `tin.atom` and `tin.json`; those of all models at the root of the site.

An address without a host means nothing in a feed, so a site that has none has no feeds.
"""

from showcase.views import address
from showcase.views.page import Feeds, SiteFacts

KINDS = ("mo-hinh", "linh-vuc", "chu-de", "tinh", "xa")
"""The kinds of lists that can be followed: all models and what changed, fields, themes, provinces, communes."""
CHANGES = "cap-nhat"
"""What changed, newest first: its name at the root, and in the place of the address of a list."""
_NEW = "tin"


def feeds_at(where: str, title: str, site: SiteFacts) -> tuple[Feeds, ...]:
    """Give what one follows the list at an address by; of all models there are the new ones, and what changed."""
    if not site.url or kind_of(where) not in site.feeds:
        return ()
    if where == address.MODELS:
        return _feeds(_NEW, f"{site.name}: bài mới"), _feeds(CHANGES, f"{site.name}: bài mới đăng, mới sửa, mới gỡ")
    return (_feeds(f"{where}{_NEW}", f"{site.name}: {title}"),)


def _feeds(stem: str, title: str) -> Feeds:
    return Feeds(title, f"{stem}.atom", f"{stem}.json")


def kind_of(where: str) -> str:
    """Tell of which kind the list at an address is, '' where it is of none: places of before, a field of a province, guides."""
    match where.rstrip("/").split("/"):
        case ["mo-hinh"]:
            return "mo-hinh"
        case [("linh-vuc" | "chu-de") as kind, _]:
            return kind
        case ["dia-phuong", "cu", *_]:
            return ""
        case ["dia-phuong", _]:
            return "tinh"
        case ["dia-phuong", _, _]:
            return "xa"
    return ""
