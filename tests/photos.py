"""Makes pictures for tests, sound and hostile, when a test asks; nothing is stored, and only the work at the end knows our code.

`scene` is the one photo: four corners of four colours, so that a wrong turn or mirror shows, on grain that no encoder
can flatten, so that it counts as a photo and fills a file.
"""

import hashlib
import io
import os
import random
import signal
import struct
import zlib
from pathlib import Path

from PIL import Image, ImageDraw

RED, GREEN, BLUE, YELLOW = (200, 40, 40), (40, 160, 60), (40, 60, 190), (220, 200, 50)
SECRET = b"So-nha-12-ngo-34"
"""Stands in everything that must not be in a rendition."""


def scene(width: int = 640, height: int = 480) -> Image.Image:
    """A photo: corners red, green / blue, yellow, clockwise from the top left red, green, yellow, blue."""
    grain = Image.frombytes(
        "RGB", (width // 4, height // 4), random.Random(7).randbytes(width // 4 * (height // 4) * 3)
    )
    picture = Image.blend(Image.new("RGB", (width, height), (120, 140, 130)), grain.resize((width, height)), 0.5)
    draw = ImageDraw.Draw(picture)
    w, h = width // 3, height // 3
    draw.rectangle((0, 0, w, h), RED)
    draw.rectangle((width - w, 0, width, h), GREEN)
    draw.rectangle((0, height - h, w, height), BLUE)
    draw.rectangle((width - w, height - h, width, height), YELLOW)
    return picture


def corners(picture: Image.Image) -> list[tuple[int, int, int]]:
    """The colours near the corners: top left, top right, bottom left, bottom right."""
    width, height = picture.size
    x, y = width // 8, height // 8
    rgb = picture.convert("RGB")
    return [rgb.getpixel(place) for place in ((x, y), (width - x, y), (x, height - y), (width - x, height - y))]


def is_near(one: tuple[int, ...], other: tuple[int, ...], within: int = 12) -> bool:
    return all(abs(a - b) <= within for a, b in zip(one, other, strict=True))


def saved(picture: Image.Image, form: str, **options) -> bytes:
    """The bytes of a file; AVIF is written in haste, for only how it is read matters here."""
    buffer = io.BytesIO()
    picture.save(buffer, form, **({"speed": 10} if form == "AVIF" else {}), **options)
    return buffer.getvalue()


def jpeg(picture: Image.Image | None = None, **options) -> bytes:
    return saved(picture or scene(), "JPEG", **{"quality": 90, **options})


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def opened(data: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return picture


# --- What cameras and people write beside the pixels ---------------------------------------------------------------


def segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def talkative_jpeg() -> bytes:
    """A JPEG that tells everything: EXIF with place, owner and thumbnail, XMP, IPTC, a web page as comment, a ZIP behind."""
    exif = Image.Exif()
    exif[0x013B] = SECRET.decode()
    exif[0x8825] = {1: "N", 2: (21.0, 1.0, 42.0), 3: "E", 4: (105.0, 51.0, 12.0), 29: SECRET.decode()}
    plain = jpeg(exif=exif)
    thumbnail = jpeg(scene(64, 48), comment=SECRET)
    extras = [
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + SECRET + b"</x:xmpmeta>"),
        segment(0xE2, b"MPF\0" + SECRET),
        segment(0xED, b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x10" + SECRET),
        segment(0xEB, b"thumbnail" + thumbnail),
        segment(0xFE, b"<html><script>alert('" + SECRET + b"')</script></html>"),
    ]
    return plain[:2] + b"".join(extras) + plain[2:] + b"PK\x03\x04" + SECRET + b"PK\x05\x06" + bytes(18)


def talkative_png() -> bytes:
    plain = saved(scene(), "PNG")
    texts = png_chunk(b"tEXt", b"Comment\0" + SECRET) + png_chunk(b"eXIf", b"MM\0*\0\0\0\x08\0\0" + SECRET)
    return plain[:33] + texts + plain[33:] + SECRET


def turned(picture: Image.Image, orientation: int, form: str) -> bytes:
    """The picture as a camera stores it that is held so: the orientation turns it upright again."""
    undo = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    stored = picture.transpose(undo[orientation]) if orientation in undo else picture
    exif = Image.Exif()
    exif[0x0112] = orientation
    return saved(stored, form, exif=exif, quality=90)


# --- Colour profiles, written by the numbers of their standards ----------------------------------------------------

DISPLAY_P3 = ((0.51512, 0.24120, -0.00105), (0.29198, 0.69225, 0.04189), (0.15710, 0.06657, 0.78407))
ADOBE_RGB = ((0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457))
SRGB_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)


def rgb_profile(colourants: tuple[tuple[float, ...], ...], curve: tuple[float, ...]) -> bytes:
    """An ICC profile of three colourants (XYZ under D50) and one curve: a gamma, or the five numbers of sRGB's."""
    tags = {b"wtpt": _xyz((0.9642, 1.0, 0.8249))}
    for letter, colourant in zip((b"r", b"g", b"b"), colourants, strict=True):
        tags[letter + b"XYZ"] = _xyz(colourant)
        tags[letter + b"TRC"] = b"para\0\0\0\0" + struct.pack(">HH", 0 if len(curve) == 1 else 3, 0) + _fixed(curve)
    return _profile(b"mntr", b"RGB ", b"XYZ ", tags)


def cmyk_profile_with_orange_cyan() -> bytes:
    """A press whose cyan ink is orange and whose other inks are clear: who does not use the profile, shows cyan."""
    even = bytes(range(256))
    paper, ink = bytes((255, 128, 128)), bytes((150, 178, 188))
    grid = b"".join(ink if cyan else paper for cyan in (0, 1) for _ in range(8))
    head = b"mft1\0\0\0\0" + bytes((4, 3, 2, 0)) + _fixed((1, 0, 0, 0, 1, 0, 0, 0, 1))
    return _profile(b"prtr", b"CMYK", b"Lab ", {b"A2B0": head + even * 4 + grid + even * 3})


def _fixed(numbers: tuple[float, ...]) -> bytes:
    return b"".join(struct.pack(">i", round(number * 65536)) for number in numbers)


def _xyz(numbers: tuple[float, ...]) -> bytes:
    return b"XYZ \0\0\0\0" + _fixed(numbers)


def _profile(kind: bytes, space: bytes, connection: bytes, tags: dict[bytes, bytes]) -> bytes:
    text = b"desc\0\0\0\0" + struct.pack(">I", 5) + b"Test\0" + bytes(78)
    tags = {b"desc": text, b"cprt": b"text\0\0\0\0-\0", **tags}
    table, body = struct.pack(">I", len(tags)), b""
    start = 128 + 4 + 12 * len(tags)
    for name, data in tags.items():
        table += name + struct.pack(">II", start + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    size = start + len(body)
    head = struct.pack(">I4sI4s4s4s12s4s", size, b"lcms", 0x02400000, kind, space, connection, bytes(12), b"acsp")
    return (head + bytes(28) + _fixed((0.9642, 1.0, 0.8249))).ljust(128, b"\0") + table + body


# --- PNG by hand: what Pillow does not write ----------------------------------------------------------------------


def png_chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(width: int, height: int, depth: int, colour: int, row: bytes) -> bytes:
    """A PNG of equal rows."""
    packer, packed = zlib.compressobj(6), b""
    for _ in range(height):
        packed += packer.compress(b"\0" + row)
    header = png_chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0))
    data = png_chunk(b"IDAT", packed + packer.flush())
    return b"\x89PNG\r\n\x1a\n" + header + data + png_chunk(b"IEND", b"")


def row_of_16_bits(*colours: tuple[int, ...], width: int = 640) -> bytes:
    """A row of equal stripes, sixteen bits to a band."""
    stripe = width // len(colours)
    return b"".join(struct.pack(f">{len(colour)}H", *colour) * stripe for colour in colours)


# --- Hostile files ------------------------------------------------------------------------------------------------


def bomb() -> bytes:
    """144 megapixels in 18 kB."""
    return png(12_000, 12_000, 1, 0, bytes(1500))


def of_many_scans(scans: int) -> bytes:
    """A progressive JPEG whose last scan comes again and again."""
    data = jpeg(scene(320, 240), progressive=True)
    last = data.rfind(b"\xff\xda")
    return data[:last] + data[last:-2] * scans + data[-2:]


def of_many_chunks() -> bytes:
    plain = saved(scene(320, 240), "PNG")
    return plain[:33] + png_chunk(b"tEXt", b"a\0b") * 30_000 + plain[33:]


def ended_early(data: bytes, share: float) -> bytes:
    """A JPEG that was cut, and closed again by a program that knew no better: libjpeg paints the rest grey."""
    return data[: int(len(data) * share)].rstrip(b"\xff") + b"\xff\xd9"


def animated(form: str) -> bytes:
    frames = [scene(320, 240), scene(320, 240).transpose(Image.Transpose.ROTATE_180)]
    return saved(frames[0], form, save_all=True, append_images=frames[1:], duration=200)


def lossless_jpeg() -> bytes:
    """A header of the kind that medical scanners write."""
    return b"\xff\xd8" + segment(0xC3, struct.pack(">BHHB", 8, 480, 640, 1) + bytes(3)) + segment(0xDA, bytes(6))


HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(4000)
VIDEO = b"\0\0\0\x18ftypisom\0\0\0\0isommp42" + bytes(4000)
SVG = b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
WEB_PAGE = b"<!DOCTYPE html><html><body>404 <svg></svg></body></html>"


def _shortened_webp(data: bytes) -> bytes:
    """Half of the frame, with lengths that agree."""
    half = len(data) // 4 * 2
    size, chunk = (half - 8).to_bytes(4, "little"), (half - 20).to_bytes(4, "little")
    return data[:4] + size + data[8:16] + chunk + data[20:half]


CUT = {
    "a tenth": lambda: jpeg()[: len(jpeg()) // 10],
    "half": lambda: jpeg()[: len(jpeg()) // 2],
    "all but 1 %": lambda: jpeg()[: -len(jpeg()) // 100],
    "half, progressive": lambda: jpeg(progressive=True)[: len(jpeg(progressive=True)) // 2],
    "half, then closed": lambda: ended_early(jpeg(), 0.5),
    "webp, frame cut": lambda: _shortened_webp(saved(scene(), "WEBP")),
}
"""Photos that were cut, which their headers do not show: made when asked for."""


# --- Work for other processes, which must be able to import it -----------------------------------------------------


def die(data, _renditions):
    """A decoder that crashes on one photo; of the others it gives the bytes."""
    if data == b"chet":
        os.abort()
    return data


def never_end(data, _renditions):
    """A decoder that runs on, inside C where no exception reaches it, with one second left of its time."""
    import resource

    if data == b"cham":
        used = sum(os.times()[:2])
        resource.setrlimit(resource.RLIMIT_CPU, (int(used) + 1, resource.getrlimit(resource.RLIMIT_CPU)[1]))
        hashlib.pbkdf2_hmac("sha256", b"", b"", 2**31 - 1)
    return data


def tell_limits(_data, _renditions):
    """What a process may use: bytes, and seconds beyond those it has used."""
    import resource

    seconds = resource.getrlimit(resource.RLIMIT_CPU)[0] - sum(os.times()[:2])
    return resource.getrlimit(resource.RLIMIT_AS)[0], seconds


DEADLY = jpeg(scene(700, 490))
"""A photo that is sound, but taken for one that kills."""


def die_on_a_worker(_edition, data, renditions):
    """A decoder that takes its machine along."""
    return die_if_deadly(data, renditions)


def die_if_deadly(data, renditions):
    from showcase.photos.resizing import encode_renditions

    if data == DEADLY:
        os.kill(os.getpid(), signal.SIGKILL)
    return encode_renditions(data, renditions)
