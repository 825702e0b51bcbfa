"""What every page says of itself, and the small parts that pages share."""

from dataclasses import dataclass

from showcase.words.numbers import write_number

_LONGEST_DESCRIPTION = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFacts:
    """What the editors set for the whole site; `url` is '' while no host is known, `edit_base` likewise."""

    name: str
    description: str
    url: str = ""
    edit_base: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A page's title and description, its address, and the way of the header's five that it belongs to."""

    title: str
    description: str
    address: str
    section: str
    site: SiteFacts
    image: str = ""

    @property
    def full_title(self) -> str:
        """The title of the browser's tab."""
        return f"{self.title} – {self.site.name}" if self.title else self.site.name

    @property
    def canonical(self) -> str:
        """The absolute address, '' while the site has none."""
        return f"{self.site.url.rstrip('/')}/{self.address}" if self.site.url else ""

    @property
    def short_description(self) -> str:
        """The description cut at a word, for search engines."""
        if len(self.description) <= _LONGEST_DESCRIPTION:
            return self.description
        return self.description[:_LONGEST_DESCRIPTION].rsplit(" ", 1)[0].rstrip(",.;: –") + "…"

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


def models_counted(number: int) -> str:
    """Write `13.663 mô hình`, with a no-break space."""
    return f"{write_number(number)}\u00a0mô hình"
