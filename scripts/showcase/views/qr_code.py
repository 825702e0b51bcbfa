"""An address as a QR code (ISO/IEC 18004), drawn as one path; nothing here knows what the address leads to.

A site of 13,663 models has 8,000 sheets with a code each, so what is the same for all codes of a size is made once.
Always bytes, level M and one mask: of the eight a reader takes any, and to weigh them is most of the usual work (segno
1.6: 7.4 ms of processor time a code, 1.7 with the mask given; here 0.15).
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, zip_longest
from operator import itemgetter
from typing import NamedTuple

# By version from 1, at level M: bytes of correction in a block, blocks.
_BLOCKS = (
    (10, 1), (16, 1), (26, 1), (18, 2), (24, 2), (16, 4), (18, 4), (22, 4), (22, 5), (26, 5), (30, 5), (22, 8), (22, 9),
)  # fmt: skip
_LONG_LENGTH = 10
"""From this version on the length is written in two bytes."""
_BYTES = 0b0100
_PADDING = b"\xec\x11"
_FORMAT = 0b00_010
"""Level M, and mask 2: every third column."""
_FORMAT_CODE, _FORMAT_VEIL, _VERSION_CODE, _FIELD = 0x537, 0x5412, 0x1F25, 0x11D
_RUN = re.compile("0+|1+")
_STROKES = {"0" * length: f"m{length} 0" for length in range(1, 70)} | {
    "1" * length: f"h{length}" for length in range(1, 70)
}

Spots = dict[tuple[int, int], int]
"""Modules that no text changes, by (row, column): 1 is dark."""


@dataclass(frozen=True, slots=True)
class QrCode:
    """A code of `size` modules a side, to which a margin of four must be added; `path` crosses the dark ones with a pen as wide as one."""

    size: int
    path: str


def qr_code(text: str) -> QrCode | None:
    """Draw a text; None where it is so long that a phone would hardly read it from paper."""
    data = text.encode()
    for version in range(1, len(_BLOCKS) + 1):
        length = 1 if version < _LONG_LENGTH else 2
        layout = _layout(version)
        # Half a byte says that bytes follow, and half a byte is left at the end.
        if len(data) + length + 1 <= layout.room:
            head = _BYTES << 8 * length | len(data)
            packed = (head << 8 * len(data) | int.from_bytes(data)) << 4
            content = packed.to_bytes(len(data) + length + 1)
            return _draw(layout, content + (_PADDING * layout.room)[: layout.room - len(content)])
    return None


class _Layout(NamedTuple):
    """What all codes of a version share; `pick` puts their bits, and after them a 0 and a 1, into rows."""

    size: int
    room: int
    blocks: tuple[int, ...]
    correction: int
    bits: int
    mask: int
    pick: Callable[[str], Sequence[str]]


def _draw(layout: _Layout, content: bytes) -> QrCode:
    codewords = int.from_bytes(_with_correction(layout, content)) << layout.bits % 8
    modules = "".join(layout.pick(f"{codewords ^ layout.mask:0{layout.bits}b}01"))
    rows = [modules[start : start + layout.size] for start in range(0, len(modules), layout.size)]
    return QrCode(layout.size, "".join([_row(y, row) for y, row in enumerate(rows)]))


def _row(y: int, row: str) -> str:
    return f"M0 {y}.5{''.join(map(_STROKES.__getitem__, _RUN.findall(row.rstrip('0'))))}"


def _with_correction(layout: _Layout, content: bytes) -> bytes:
    """Cut the content into blocks, correct each, and write all first bytes, all second ones, and so on."""
    blocks, start = [], 0
    for length in layout.blocks:
        blocks.append(content[start : start + length])
        start += length
    corrections = [_correction(block, layout.correction) for block in blocks]
    shuffled = chain.from_iterable(zip_longest(*blocks)), chain.from_iterable(zip(*corrections, strict=True))
    return bytes([byte for byte in chain(*shuffled) if byte is not None])


def _correction(block: bytes, length: int) -> bytes:
    """Divide the block by the generator; each step takes one byte away, and a table knows what that leaves."""
    table, shift, rest = _remainders(length), 8 * (length - 1), 0
    lower = (1 << shift) - 1
    for byte in block:
        rest = (rest & lower) << 8 ^ table[rest >> shift ^ byte]
    return rest.to_bytes(length)


@cache
def _remainders(length: int) -> tuple[int, ...]:
    """Give the generator of so many bytes, without its first, times each element of the field."""
    generator = [1]
    root = 1
    for _ in range(length):
        moved = [*generator, 0]
        for place, factor in enumerate(generator, 1):
            moved[place] ^= _times(factor, root)
        generator, root = moved, _times(root, 2)
    return tuple(int.from_bytes(bytes([_times(factor, one) for factor in generator[1:]])) for one in range(256))


def _times(one: int, other: int) -> int:
    product = 0
    while other:
        product ^= one * (other & 1)
        one = one << 1 ^ (_FIELD if one & 0x80 else 0)
        other >>= 1
    return product


@cache
def _layout(version: int) -> _Layout:
    size = 17 + 4 * version
    fixed = _fixed(version, size)
    free = [spot for spot in _way(size) if spot not in fixed]
    correction, blocks = _BLOCKS[version - 1]
    room = len(free) // 8 - correction * blocks
    place = {spot: number for number, spot in enumerate(free)} | {
        spot: len(free) + dark for spot, dark in fixed.items()
    }
    return _Layout(
        size=size,
        room=room,
        blocks=tuple((room + number) // blocks for number in range(blocks)),
        correction=correction,
        bits=len(free),
        mask=int("".join("01"[column % 3 == 0] for _, column in free), 2),
        pick=itemgetter(*[place[row, column] for row in range(size) for column in range(size)]),
    )


def _way(size: int) -> Iterator[tuple[int, int]]:
    """Go up and down through pairs of columns from the right, past the column of the timing marks."""
    pairs = [right if right > 6 else right - 1 for right in range(size - 1, 0, -2)]
    for turn, right in enumerate(pairs):
        rows = range(size) if turn % 2 else range(size - 1, -1, -1)
        yield from ((row, column) for row in rows for column in (right, right - 1))


def _fixed(version: int, size: int) -> Spots:
    """Draw what stands in each code of a version, what is drawn later over what is drawn before."""
    fixed = {spot: 1 - place % 2 for place in range(size) for spot in ((6, place), (place, 6))}
    middles = _middles(version, size)
    for row in middles:
        for column in middles:
            if (row, column) not in {(6, 6), (6, size - 7), (size - 7, 6)}:
                fixed |= _rings(row, column, 2, size)
    for row, column in ((3, 3), (3, size - 4), (size - 4, 3)):
        fixed |= _rings(row, column, 4, size)
    return fixed | _format_marks(size) | (_version_marks(version, size) if version > 6 else {})


def _middles(version: int, size: int) -> tuple[int, ...]:
    """Say in which rows and columns the small squares have their middles."""
    if version == 1:
        return ()
    return (6, size - 7) if version < 7 else (6, (size - 1) // 2, size - 7)


def _rings(row: int, column: int, radius: int, size: int) -> Spots:
    """Draw rings around a middle, dark and light in turns but for the thick core of a large one; those outside are left out."""
    light = {2, 4} if radius == 4 else {1}
    around = range(-radius, radius + 1)
    return {
        (row + down, column + right): int(max(abs(down), abs(right)) not in light)
        for down in around
        for right in around
        if 0 <= row + down < size and 0 <= column + right < size
    }


def _format_marks(size: int) -> Spots:
    """Write level and mask twice, and the module that is always dark."""
    bits = _coded(_FORMAT, 5, _FORMAT_CODE, 10) ^ _FORMAT_VEIL
    around = [*((row, 8) for row in (0, 1, 2, 3, 4, 5, 7, 8)), *((8, column) for column in (7, 5, 4, 3, 2, 1, 0))]
    along = [*((8, size - 1 - place) for place in range(8)), *((size - 7 + place, 8) for place in range(7))]
    marks = {spot: bits >> number & 1 for spots in (around, along) for number, spot in enumerate(spots)}
    return marks | {(size - 8, 8): 1}


def _version_marks(version: int, size: int) -> Spots:
    bits = _coded(version, 6, _VERSION_CODE, 12)
    spots = [(number // 3, size - 11 + number % 3) for number in range(18)]
    return {spot: bits >> number & 1 for number, (a, b) in enumerate(spots) for spot in ((a, b), (b, a))}


def _coded(value: int, width: int, code: int, length: int) -> int:
    """Append to a value of so many bits the remainder of its division by the code."""
    rest = value << length
    for place in reversed(range(width)):
        if rest >> length + place & 1:
            rest ^= code << place
    return value << length | rest
