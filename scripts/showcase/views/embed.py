"""What other sites show of us within a page of theirs: the card of a model, the newest of a list, or that neither is there any more.

It needs no script and no right: it shows itself whole in a frame of any width, by day or night as the reader's machine has it,
also in a sandbox that allows nothing. What a frame may choose stands behind the `#` of its address, where style sheets see
it: `toi` or `sang`, and of a list how many models (`m3`, `m10`, `m10-toi`). So one file serves every choice.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import NamedTuple
from urllib.parse import urlsplit

from markupsafe import Markup

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
_WIDTH, _STEP = 272, 10
"""Pixels of a line in a frame of 320, and of what heights are rounded up to."""
_CODE = Markup(
    '<iframe src="{}" title="{}" width="100%" height="440" style="border:0;max-width:640px" '
    'loading="lazy" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>'
)
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


def frame_code(where: str, title: str) -> str:
    """Write the code of a frame for another site's page: it may open links beside that page, and nothing else."""
    return str(_CODE.format(where, title))


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
    """Add up what `docs/assets/nhung.css` gives each part."""
    told = f"{card.kind} {card.year} · {card.copied} nơi làm theo · có hướng dẫn · có lưu ý"
    words = [
        _lines(f"{card.field_label} · {card.place}", _SMALL),
        _lines(card.title, _TITLE),
        min(_lines(card.summary, _TEXT), 4 * _TEXT.line),
        _lines(told, _SMALL),
    ]
    figure = 20 + 37 + _lines(card.measure, _TEXT) if card.number else 0
    return round(sum(words) + 3 * 6 + 24 + figure) + _FRAME


def _height_of_list(title: str, cards: Iterable[Card]) -> int:
    rows = (_lines(card.title, _ROW) + _lines(f"{card.place} · {card.year}", _SMALL) + 12 for card in cards)
    return round(_lines(title, _TITLE) + sum(rows) + 24) + _FRAME


class _Face(NamedTuple):
    """Pixels of a letter, in the widest of our faces, and of a line."""

    letter: float
    line: float


_TITLE, _TEXT, _ROW, _SMALL = _Face(9.9, 25.2), _Face(7.8, 22.5), _Face(8.6, 21), _Face(6.8, 19.5)
_FRAME = 8 + 57
"""Pixels round all, and of two lines at the foot that say whose it is."""


def _lines(text: str, face: _Face) -> float:
    """Give the height of a text; lines break at words, so each of them is a little shorter than it could be."""
    return face.line * max(1, ceil(len(text) / (_WIDTH / face.letter - 2)))


def _rounded(height: int) -> int:
    return -(-height // _STEP) * _STEP
