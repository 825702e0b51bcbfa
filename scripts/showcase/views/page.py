"""What every page says of itself, and the small parts that pages share."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from showcase.views.address import EMBEDS
from showcase.views.contributions import Contributions

SHARED_SIZE = 1200, 630
"""Pixels of a share picture: 1.91 to 1, which Zalo, Facebook and those after them show whole."""
SITE_PICTURE = "chia-se.png"
"""The picture of the site, where we draw it."""
_LONGEST_DESCRIPTION = 160
_NO_NAMES = (
    "Các ", "Những ", "Một ", "Mọi ", "Chính quyền", "Cấp ủy", "Lãnh đạo", "Cán bộ", "Nhân dân", "Người dân", "Nông dân",
    "Ngư dân", "Sư sãi", "Lực lượng",
)  # fmt: skip
"""How hosts begin that are written small within a sentence."""


class Image(NamedTuple):
    """What is shown where a link is shared: its path, its pixels, its type, what is seen on it.

    `version` tells its content where the path does not: others keep by its address what they fetched once.
    """

    path: str
    width: int
    height: int
    type: str
    alternative: str
    version: str = ""


class Loudspeaker(NamedTuple):
    """How models are read out: the first and the last line, and how many seconds all of it may take at most."""

    opening: str = "Kính thưa bà con, sau đây là một cách làm hay từ cơ sở."
    closing: str = "Cảm ơn bà con đã lắng nghe."
    seconds: int = 120


_USUAL = Loudspeaker()
_NOWHERE = Contributions()


class Feeds(NamedTuple):
    """What one follows a list by: the paths of the two files that say the same, and the title of both."""

    title: str
    atom: str
    json: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFacts:
    """What the editors set for the whole site; `url` is '' while no host is known, `edit_base` likewise.

    `picture` is the path of the one that is shown with a page that has none of its own, where links to it are shared;
    `share_pictures` are the kinds of pages that one is drawn for, `feeds` the kinds of lists that can be followed, `data` the kinds
    of files of the open data that are made besides the few of all, `embeds` the kinds of pages that other sites can show; `first_url` is the address that the site had first, by which
    feeds and what is in them stay known; `is_mapped` where it has a sitemap, `has_press` where each model has a page for the
    press, `is_kept` where it can be taken away as one file.
    Without a `loudspeaker` nothing is written to be read out. `contributions` says where changes go; `has_checker` whether the
    checker is shipped for the browser.
    """

    name: str
    description: str
    url: str = ""
    edit_base: str = ""
    picture: str = ""
    share_pictures: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()
    data: tuple[str, ...] = ()
    embeds: tuple[str, ...] = ()
    first_url: str = ""
    is_mapped: bool = False
    has_press: bool = False
    is_kept: bool = False
    loudspeaker: Loudspeaker | None = _USUAL
    contributions: Contributions = _NOWHERE
    has_checker: bool = False

    @property
    def image(self) -> Image | None:
        """The picture of the site; of one that is not drawn here nothing is known but its path."""
        if not self.picture:
            return None
        about = f"{self.name}: {self.description}"
        is_drawn = self.picture == SITE_PICTURE
        return (
            Image(self.picture, *SHARED_SIZE, "image/png", about) if is_drawn else Image(self.picture, 0, 0, "", about)
        )

    def absolute(self, path: str) -> str:
        """Give the absolute address of a page or a file, '' while the site has none."""
        return f"{self.url.rstrip('/')}/{path}" if self.url else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A page's title and description, its address, and the way of the header's five that it belongs to.

    `number` is that of one of the pages of a long list. `image` is the page's own picture. `leads_to` is the
    address that is to be known instead of this page's own: this is a former one.

    An article has days of publication and of its last change, and is `about` a field. By `feeds` one follows what the page
    lists; `embed` is the address of what other sites show of it, '' where there is nothing; `data` is what it says to machines (`views/linked_data.py`), None where it has nothing to say.
    """

    title: str
    description: str
    address: str
    section: str
    site: SiteFacts
    number: int = 1
    image: Image | None = None
    kind: Literal["website", "article"] = "website"
    leads_to: str = ""
    published: date | None = None
    updated: date | None = None
    about: str = ""
    feeds: tuple[Feeds, ...] = ()
    embed: str = ""
    data: Mapping[str, object] | None = None

    @property
    def changed(self) -> date | None:
        """The day of the last change, that of publication where there was none."""
        return self.updated or self.published

    @property
    def own_title(self) -> str:
        """The title where the site's name stands beside it, as in a link that is shared."""
        title = self.title or self.site.name
        return title if self.number == 1 else f"{title} – trang {self.number}"

    @property
    def full_title(self) -> str:
        """The title of the browser's tab."""
        return f"{self.own_title} – {self.site.name}" if self.title else self.own_title

    @property
    def canonical(self) -> str:
        """The absolute address to be known by, '' while the site has none."""
        return self.site.absolute(self.leads_to or self.address)

    @property
    def shared(self) -> Image | None:
        """The picture to be shown with a link to this page: its own or that of the site; None where there is none."""
        return (self.image or self.site.image) if self.site.url else None

    @property
    def picture(self) -> str:
        """The absolute address of that picture, '' where there is none."""
        if self.shared is None:
            return ""
        version = f"?{self.shared.version}" if self.shared.version else ""
        return f"{self.site.absolute(self.shared.path)}{version}"

    @property
    def short_description(self) -> str:
        """The description cut at a word, for search engines; it begins with the number of the page, which is never cut."""
        text = self.description if self.number == 1 else f"Trang {self.number}. {self.description}"
        if len(text) <= _LONGEST_DESCRIPTION:
            return text
        return text[:_LONGEST_DESCRIPTION].rsplit(" ", 1)[0].rstrip(",.;: –") + "…"

    @property
    def embedding(self) -> str:
        """Where the code is made by which other sites show this, '' where there is nothing that they can show."""
        return f"{EMBEDS}?khung={self.embed.removeprefix(EMBEDS)}" if self.embed else ""

    @property
    def root(self) -> str:
        """The way from this page back to the site's root, without a slash at its end: `.` or `../..`."""
        depth = self.address.count("/")
        return "/".join([".."] * depth) or "."


@dataclass(frozen=True, slots=True)
class Link:
    """A link within the site; `count` is how many models lie behind it, `note` a few words.

    `guides` leads to those of them that have steps to follow, and is None where there are none.
    """

    label: str
    address: str
    count: int | None = None
    note: str = ""
    key: str = ""
    guides: "Link | None" = None


def capitalised(text: str) -> str:
    """Write the first letter large: `phường Hoàng Mai` opens a line as `Phường Hoàng Mai`."""
    return text[:1].upper() + text[1:]


def uncapitalised(text: str) -> str:
    """Write the first letter small, to go on with within a sentence."""
    return text[:1].lower() + text[1:]


def host_amid(name: str) -> str:
    """Write a host as it stands within a sentence: “các chi hội”, “chính quyền xã” are no names."""
    return uncapitalised(name) if name.startswith(_NO_NAMES) else name


def hosts_in_line(names: Iterable[str]) -> tuple[str, ...]:
    """Give hosts as a line goes on with them: “Công an huyện Cư Kuin”, “chính quyền địa phương”."""
    return tuple([host_amid(name) if number else name for number, name in enumerate(names)])
