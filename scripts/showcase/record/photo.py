"""What a photo is found to be, and which renditions are made of it; nothing here knows Pillow or the disk.

Every size, name and limit is decided here; `photos/` inspects files by them and makes the renditions.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Protocol

RECIPE = 1
"""To be raised with every change in how renditions are made: a new name is a new file for caches and browsers."""

WIDTHS: Mapping[str, tuple[int, ...]] = {"jpeg": (720, 1600), "webp": (480, 720, 960, 1280, 1600)}
"""Pixels. A phone of 360 px takes 720 at a density of 2 and 960 at 3; on a desktop a card takes 480, a cover 1280 or 1600.

Nearly every browser takes WebP. JPEG is left for old phones (720), and for sharing, chats and newspapers (1600).
"""

TALLEST = 3200
"""Pixels: twice the greatest width. WebP ends at 16,383, and a strip that is taller than this is no picture on a page."""

MEGAPIXELS: Mapping[str, int] = {"jpeg": 120, "png": 50, "webp": 40, "avif": 40}
"""The most that are decoded within the gigabyte of `photos/sandbox.py`; WebP and AVIF hold several copies of the picture."""
MEGAPIXELS_IN_SCANS = 50
"""The same for a JPEG in several scans: all its coefficients stay in memory, so that decoding it smaller saves nothing."""

MOST_SCANS = 64
"""A progressive photo has about 10. 2,000 of them fit into 555 kB and take 31 s to decode."""
LARGEST_FILE = 40_000_000
"""Bytes: a phone of 108 megapixels writes 20 to 40 MB."""
SMALLEST_WIDTH, SMALLEST_HEIGHT = 320, 200
"""Pixels, upright: less is a thumbnail that was taken for the photo."""
COARSE_WIDTH = 800
"""Pixels: below this a photo is published, but looks soft on most phones."""

ENDINGS: Mapping[str, tuple[str, ...]] = {
    "jpeg": ("jpg", "jpeg", "jpe", "jfif"),
    "png": ("png",),
    "webp": ("webp",),
    "avif": ("avif",),
}
"""The formats that are taken, each with the endings of a file name that announce it."""


class PhotoFault(Enum):
    """One way in which a file cannot become a picture; `photo_advice.explain` says each to an editor."""

    MISSING_BYTES = "missing-bytes"
    NOT_A_PICTURE = "not-a-picture"
    LFS_POINTER = "lfs-pointer"
    WRONG_NAME = "wrong-name"
    HEIC = "heic"
    SVG = "svg"
    GIF = "gif"
    UNSUPPORTED = "unsupported"
    ANIMATED = "animated"
    TRUNCATED = "truncated"
    TOO_MANY_PIXELS = "too-many-pixels"
    TOO_MANY_SCANS = "too-many-scans"
    TOO_LARGE_FILE = "too-large-file"
    TOO_SMALL = "too-small"
    LINK = "link"
    UNREADABLE = "unreadable"
    TOO_HEAVY = "too-heavy"
    OUR_MISTAKE = "our-mistake"
    """Code of ours, or of a library, failed at it."""


@dataclass(frozen=True, slots=True)
class PhotoFacts:
    """What a file was found to be.

    `digest` is the SHA-256 of its bytes in hexadecimal, `size` counts them; `format` is what the content says ('jpeg',
    'png', 'webp', 'avif'; of a refused file what it was seen to be, or ''); `width` and `height` are pixels of the
    upright picture. `difference_hash` has 64 bits, None before the picture was decoded: see `looks_like`.
    """

    name: str
    digest: str = ""
    size: int = 0
    format: str = ""
    width: int = 0
    height: int = 0
    difference_hash: int | None = None
    fault: PhotoFault | None = None
    has_position: bool = False
    """The file says where it was taken."""

    @property
    def is_misnamed(self) -> bool:
        """Whether the name announces another format than the content has; harmless, worth an advice."""
        return self.format in ENDINGS and _ending(self.name) not in ENDINGS[self.format]

    @property
    def is_coarse(self) -> bool:
        """Whether the picture is sound but too small to look sharp on a phone; worth an advice."""
        return self.fault is None and self.width < COARSE_WIDTH


class Seen(Protocol):
    """What `looks_like` compares of a photo."""

    @property
    def digest(self) -> str:
        """SHA-256 of its bytes."""
        ...

    @property
    def width(self) -> int:
        """In pixels."""
        ...

    @property
    def height(self) -> int:
        """In pixels."""
        ...

    @property
    def difference_hash(self) -> int | None:
        """64 bits of what it shows; None before it was decoded."""
        ...


@dataclass(frozen=True, slots=True)
class Rendition:
    """A picture to be made of a photo: its pixels, 'webp' or 'jpeg', and a name that tells both, and of which photo it is."""

    width: int
    height: int
    format: str
    name: str


def renditions(facts: PhotoFacts, widths: Mapping[str, tuple[int, ...]] = WIDTHS) -> tuple[Rendition, ...]:
    """Decide which renditions are made of a photo: none upscaled, sorted by format and width; none at all of a faulty photo.

    Their names come from the digest of the photo, and so are the same for the same bytes, whatever the file is called.
    """
    if facts.fault or not facts.width:
        return ()
    key = hashlib.sha256(f"{RECIPE}:{facts.digest}".encode()).hexdigest()[:16]
    return tuple(
        Rendition(width, _height(facts, width), form, f"{key}-{width}.{'jpg' if form == 'jpeg' else form}")
        for form in sorted(widths)
        for width in _widths(facts, widths[form])
    )


def largest_size(width: int, height: int) -> tuple[int, int]:
    """Give the width and height of the largest rendition of a photo of this size."""
    facts = PhotoFacts("", width=width, height=height)
    broadest = max(_widths(facts, tuple(width for widths in WIDTHS.values() for width in widths)))
    return broadest, _height(facts, broadest)


def with_size_fault(facts: PhotoFacts, scans: int = 1) -> PhotoFacts:
    """Add the fault that the pixels alone show, if there is one and none yet; `scans` are those of a JPEG."""
    megapixels = MEGAPIXELS.get(facts.format, 0)
    if scans > 1:
        megapixels = min(megapixels, MEGAPIXELS_IN_SCANS)
    if facts.fault:
        return facts
    if facts.width * facts.height > megapixels * 1_000_000:
        return replace(facts, fault=PhotoFault.TOO_MANY_PIXELS)
    if facts.width < SMALLEST_WIDTH or facts.height < SMALLEST_HEIGHT:
        return replace(facts, fault=PhotoFault.TOO_SMALL)
    return facts


def with_name(facts: PhotoFacts, name: str) -> PhotoFacts:
    """Give the facts of the same bytes under a file name, with a fault where that does not end as a picture's does."""
    is_picture_name = any(_ending(name) in endings for endings in ENDINGS.values())
    fault = facts.fault or (None if is_picture_name else PhotoFault.WRONG_NAME)
    return replace(facts, name=name, fault=fault)


def looks_like(one: Seen, other: Seen) -> bool:
    """Tell whether two files show the same photo: the same bytes, or saved again in another size or quality.

    At most 6 of the 64 bits of the difference hash and 2 % of the shape differ. Measured on 45 photos: saved again at half
    the width and a lower quality, 44 of them differ from themselves by at most 6 bits; the nearest two of different
    photos differ by 12. A hash with nearly all bits alike is of an even area and tells nothing.
    """
    if one.digest and one.digest == other.digest:
        return True
    if one.difference_hash is None or other.difference_hash is None:
        return False
    if not 8 <= one.difference_hash.bit_count() <= 56:
        return False
    same_shape = abs(one.width * other.height - other.width * one.height) <= 0.02 * one.width * other.height
    return same_shape and (one.difference_hash ^ other.difference_hash).bit_count() <= 6


def _widths(facts: PhotoFacts, wanted: tuple[int, ...]) -> Iterator[int]:
    """Yield the wanted widths that the photo fills, then its own; a width within a tenth of its own is not worth a file."""
    own = max(1, min(facts.width, max(wanted), TALLEST * facts.width // facts.height))
    yield from (width for width in sorted(set(wanted)) if width <= own * 0.9)
    yield own


def _height(facts: PhotoFacts, width: int) -> int:
    return max(1, round(facts.height * width / facts.width))


def _ending(name: str) -> str:
    return name.rpartition(".")[2].lower()
