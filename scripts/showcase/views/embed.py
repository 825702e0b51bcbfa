"""What other sites show of us within a page of theirs: the card of a model, the newest of a list, or that neither is there any more.

It needs no script and no right: it shows itself whole in a frame of any width, by day or night as the reader's machine has it,
also in a sandbox that allows nothing. What a frame may choose stands behind the `#` of its address, where style sheets see
it: `toi` or `sang`, and of a list how many models (`m3`, `m10`, `m10-toi`). So one file serves every choice.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urlsplit

from showcase.record.summary import Summary
from showcase.views import address
from showcase.views.card import Card
from showcase.views.embed_address import embed_of
from showcase.views.page import Head, SiteFacts

THEMES = ("sang", "toi")
"""What a frame may be whatever the reader's machine has: of the day, of the night."""
COUNTS = (3, 5, 10)
"""How many models of a list a frame may show."""
USUAL = COUNTS[1]
_WIDTH, _STEP = 288, 10
"""Pixels of a line in a frame of 320, and of what heights are rounded up to."""
_GONE = "Mô hình này đã được gỡ"
_NOTHING = "Hiện không có bài nào ở đây."


@dataclass(frozen=True, slots=True, kw_only=True)
class Embed:
    """What a frame shows: `page` is what it leads to, `heights` are the pixels that it takes at 320 of width.

    A model has a `card`; a list has a title, its newest as `cards`, and a height for each of the numbers that may be shown. Where
    there is neither, `said` says so.
    """

    head: Head
    page: str
    heights: tuple[int, ...]
    field: str = ""
    card: Card | None = None
    cards: tuple[Card, ...] = ()
    said: str = ""

    @property
    def anchors(self) -> Iterator[str]:
        """Yield what may stand behind the `#`."""
        yield from THEMES
        if self.cards:
            for count in COUNTS:
                yield f"m{count}"
                yield from (f"m{count}-{theme}" for theme in THEMES)

    @property
    def host(self) -> str:
        """Where the site is, for a reader whose frame lets no link lead anywhere; '' while it has no address."""
        parts = urlsplit(self.head.site.url)
        return f"{parts.netloc}{parts.path}".rstrip("/")


class ListToEmbed(NamedTuple):
    """A list as it is shown elsewhere: its address and name, the field that it is of or '', its newest models by id."""

    where: str
    title: str
    field: str
    models: tuple[str, ...]


def embed_of_model(card: Card, site: SiteFacts) -> Embed:
    """Compute what is shown of a model that is on show, given its card."""
    return Embed(
        head=_head(card.title, card.address, site),
        page=card.address,
        heights=(_rounded(_height_of_card(card)),),
        field=card.field,
        card=card,
    )


def embed_of_list(listed: ListToEmbed, cards: Sequence[Card], site: SiteFacts) -> Embed:
    """Compute what is shown of a list, given the cards of its newest models."""
    heights = (_height_of_list(listed.title, cards[:count]) for count in COUNTS)
    return Embed(
        head=_head(listed.title, listed.where, site),
        page=listed.where,
        heights=tuple(map(_rounded, heights)),
        field=listed.field,
        cards=tuple(cards),
        said="" if cards else _NOTHING,
    )


def embed_of_gone(model: Summary, site: SiteFacts) -> Embed:
    """Compute what stands where a model was shown that was taken down."""
    where = address.model(model.id)
    return Embed(head=_head(_GONE, where, site), page=where, heights=(_rounded(_height_of_list(_GONE, ())),))


def _head(title: str, where: str, site: SiteFacts) -> Head:
    shown = embed_of(where, site)
    return Head(title=title, description="", address=shown, section="", site=site, leads_to=where)


def _height_of_card(card: Card) -> int:
    """Add up what `docs/assets/nhung.css` gives each part, with letters as wide as our widest face has them."""
    parts = [_lines(f"{card.field_label} · {card.place}", 8, 21) + 4, _lines(card.title, 11, 27) + 8]
    parts += [min(_lines(card.summary, 8.5, 23), 4 * 23) + 8, _lines(_told(card), 8, 21) + 8]
    if card.number:
        parts += [36 + 42, _lines(card.measure, 8.5, 22)]
    return round(sum(parts)) + _FRAME


def _told(card: Card) -> str:
    return f"{card.kind} {card.year} · {card.copied} nơi làm theo · có hướng dẫn · có lưu ý"


_FRAME = 32 + 88
"""Pixels round and below: the edges, and the two or three lines that say whose it is."""


def _height_of_list(title: str, cards: Iterable[Card]) -> int:
    rows = (_lines(card.title, 9.5, 24) + _lines(f"{card.place} · {card.year}", 8, 21) + 24 for card in cards)
    return round(_lines(title, 11, 27) + sum(rows)) + _FRAME


def _lines(text: str, letter: float, line: int) -> int:
    """Give the height of a text whose letters have this width and whose lines this height; lines break at words."""
    return line * max(1, -(-len(text) // max(1, int(_WIDTH / letter) - 3)))


def _rounded(height: int) -> int:
    return -(-height // _STEP) * _STEP
