"""Resizes and encodes a photo: bytes in, bytes out; what leaves is pixels in sRGB and nothing else that the file held.

EXIF with place and owner, XMP, IPTC, comments, thumbnails, second pictures and whatever is appended are lost, because each
rendition is encoded anew. The orientation is applied, the colour profile is converted to sRGB, transparent areas get the
page's background. A rendition has the same bytes, whichever others are asked for with it.

Measured on 15 photos of 2 to 12 megapixels (people at work, buildings, streets, plants, night, sea), Pillow 13 on one
core; the likeness is SSIM against the resized original, the mean of all; the sizes are medians:

=====================  =======  =======  =======  ========  ==============
one rendition              480      800     1200      1600  time at 1600
=====================  =======  =======  =======  ========  ==============
WebP quality 65 m4       19 kB    40 kB    72 kB    111 kB  128 ms, 0.957
**WebP quality 70 m4**   20 kB    42 kB    79 kB    121 kB  136 ms, 0.960
WebP quality 75 m2       23 kB    48 kB    88 kB    137 kB   61 ms, 0.961
WebP quality 75 m4       22 kB    46 kB    84 kB    129 kB  145 ms, 0.963
WebP quality 75 m6       21 kB    43 kB    79 kB    122 kB  267 ms, 0.961
WebP quality 80 m4       26 kB    57 kB   106 kB    165 kB  157 ms, 0.971
JPEG quality 70 4:2:0    28 kB    66 kB   140 kB    199 kB   23 ms, 0.968
**JPEG quality 75**      30 kB    73 kB   155 kB    221 kB   25 ms, 0.972
JPEG quality 80 4:2:0    34 kB    84 kB   180 kB    256 kB   25 ms, 0.976
JPEG quality 80 4:4:4    41 kB   100 kB   210 kB    311 kB   38 ms, 0.976
=====================  =======  =======  =======  ========  ==============

On a phone's dense screen WebP 70 cannot be told from 80 by eye, and 960 pixels of it are 56 kB. Flat drawings are
small in any case, so they get what keeps edges clean; without loss they cost twice the bytes for nothing seen:

===================  =================  ==================  ===================  ===================
a drawing at 1600    WebP 70: 28 kB     **WebP 88: 43 kB**  lossless m4: 75 kB   lossless m6: 64 kB
likeness, time       0.996, 80 ms       0.998, 80 ms        1, 400 ms            1, 2400 ms
the same as JPEG     75 4:2:0: 62 kB    speckled edges      **85 4:4:4: 106 kB** clean edges
===================  =================  ==================  ===================  ===================

A drawing is known by its even areas: 85 % and more of its pixels equal their left neighbour, at most 63 % of a photo's.
A JPEG is decoded no smaller than twice the largest rendition (smaller costs likeness: 0.998 at once), the smaller
renditions are made of the largest (0.998 to 0.999 of one made of the original, in a fifth of the time).
"""

import io
import warnings
from collections.abc import Mapping, Sequence
from typing import Any

from PIL import Image, ImageChops, ImageCms

from showcase.photos.errors import PhotoRefusedError
from showcase.photos.headers import Header
from showcase.photos.inspection import read_header
from showcase.record.photo import PhotoFault, Rendition, largest_size, with_size_fault

BACKGROUND = "#FBFAF7"
"""What is seen through transparent areas: the colour of the page in the light scheme."""

_FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")
_DECODED = 2
"""Times the largest rendition: a JPEG is decoded no smaller."""
_DRAWING = 0.75
"""Share of pixels that equal their left neighbour: more of them make a drawing."""

_PHOTO_OPTIONS: Mapping[str, Mapping[str, Any]] = {
    "webp": {"quality": 70, "method": 4},
    "jpeg": {"quality": 75, "subsampling": "4:2:0", "optimize": True, "progressive": True},
}
_DRAWING_OPTIONS: Mapping[str, Mapping[str, Any]] = {
    "webp": {"quality": 88, "method": 4},
    "jpeg": {"quality": 85, "subsampling": "4:4:4", "optimize": True, "progressive": True},
}
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
# Sixteen bits to eight by proportion: Pillow's own conversion cuts everything above 255 off, which is nearly all.
_TO_EIGHT_BITS = [(value * 255 + 32767) // 65535 for value in range(65536)]


def encode_renditions(data: bytes, renditions: Sequence[Rendition]) -> list[bytes]:
    """Give the bytes of each rendition of a photo, which is decoded once; raises PhotoRefusedError."""
    largest = _largest(data, _sound_header(data))
    options = _DRAWING_OPTIONS if _is_drawing(largest) else _PHOTO_OPTIONS
    return [_encoded(_resized(largest, one.width, one.height), one.format, options) for one in renditions]


def difference_hash(data: bytes, _renditions: Sequence[Rendition] = ()) -> int:
    """Decode a photo to see that it is whole, a JPEG at an eighth of its size (13 ms for 8 megapixels); give its hash.

    The hash has a bit for each of 8 × 8 places, set where the picture grows brighter to the right. No rendition is made.
    Raises PhotoRefusedError.
    """
    header = _sound_header(data)
    image = _decoded(data, header, (header.width // 8, header.height // 8))
    if header.format == "jpeg" and _ends_in_grey(image):
        raise PhotoRefusedError(PhotoFault.TRUNCATED)
    small = _upright(_in_eight_bits(image), header).convert("L").resize((9, 8), Image.Resampling.BOX)
    pixels = small.tobytes()
    places = (row * 9 + column for row in range(8) for column in range(8))
    return sum((pixels[place] < pixels[place + 1]) << bit for bit, place in enumerate(places))


def _sound_header(data: bytes) -> Header:
    header = read_header(data)
    fault = with_size_fault(header.as_facts(), header.scans).fault
    if fault:
        raise PhotoRefusedError(fault)
    return header


def _largest(data: bytes, header: Header) -> Image.Image:
    """Give the largest rendition as pixels: upright, opaque, in sRGB, without metadata."""
    width, height = largest_size(*header.upright)
    size = (height, width) if header.orientation >= 5 else (width, height)
    image = _decoded(data, header, (size[0] * _DECODED, size[1] * _DECODED))
    profile = image.info.get("icc_profile")
    resized = _in_eight_bits(image).resize(size, Image.Resampling.LANCZOS)
    picture = _upright(_opaque(resized, profile if isinstance(profile, bytes) else b""), header)
    picture.info = {}
    return picture


def _decoded(data: bytes, header: Header, least: tuple[int, int]) -> Image.Image:
    """Decode a photo, a JPEG as small as its decoder can give it with at least the pixels `least`."""
    try:
        with warnings.catch_warnings():
            # They tell of broken EXIF and the like, which is not used; the size was judged before.
            warnings.simplefilter("ignore")
            image = Image.open(io.BytesIO(data), formats=_FORMATS)
            if image.size == (header.width, header.height):
                image.draft(None, (max(1, least[0]), max(1, least[1])))
                image.load()
                return image
    except MemoryError as error:
        raise PhotoRefusedError(PhotoFault.TOO_HEAVY) from error
    except Exception as error:  # decoders raise a dozen kinds; each means that this file is broken
        raise PhotoRefusedError(PhotoFault.TRUNCATED) from error
    raise PhotoRefusedError(PhotoFault.NOT_A_PICTURE)


def _ends_in_grey(image: Image.Image) -> bool:
    """Tell whether the bottom of a JPEG is the even grey that libjpeg gives, without an error, for pixels that are missing."""
    bottom = image.crop((0, image.height - max(1, image.height // 16), *image.size))
    grey = {(128, 128)}
    return _ranges(bottom) == grey and _ranges(image) != grey


def _ranges(image: Image.Image) -> set[Any]:
    """Give the (least, greatest) value of each band."""
    return {band.getextrema() for band in image.split()}


def _in_eight_bits(image: Image.Image) -> Image.Image:
    """Convert a picture to L, RGB, RGBA or CMYK, of which Pillow resizes each band."""
    if image.mode.startswith("I"):
        return image.convert("I").point(_TO_EIGHT_BITS, "L")
    if image.mode in ("LA", "PA") or "transparency" in image.info:
        return image.convert("RGBA")
    if image.mode in ("L", "RGB", "RGBA", "CMYK"):
        return image
    return image.convert("L" if image.mode == "1" else "RGB")


def _opaque(image: Image.Image, profile: bytes) -> Image.Image:
    """Convert a picture to sRGB, with the background where it is transparent."""
    if image.mode != "RGBA":
        return _in_srgb(image, profile)
    opaque = Image.new("RGB", image.size, BACKGROUND)
    opaque.paste(_in_srgb(image.convert("RGB"), profile), mask=image.getchannel("A"))
    return opaque


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """Convert from a colour profile to sRGB; one that is broken or for another mode is ignored, as browsers do."""
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if source.profile.xcolor_space == "RGB ":
            image = image.convert("RGB")
        converted = ImageCms.profileToProfile(
            image,
            source,
            ImageCms.createProfile("sRGB"),
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            outputMode="RGB",
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError):
        return image.convert("RGB")
    return converted or image.convert("RGB")


def _upright(image: Image.Image, header: Header) -> Image.Image:
    turn = _TURNS.get(header.orientation)
    return image if turn is None else image.transpose(turn)


def _is_drawing(picture: Image.Image) -> bool:
    grey = picture.convert("L")
    width, height = grey.size
    steps = ImageChops.difference(grey.crop((0, 0, width - 1, height)), grey.crop((1, 0, width, height)))
    return steps.histogram()[0] >= _DRAWING * (width - 1) * height


def _resized(picture: Image.Image, width: int, height: int) -> Image.Image:
    return picture if picture.size == (width, height) else picture.resize((width, height), Image.Resampling.LANCZOS)


def _encoded(picture: Image.Image, form: str, options: Mapping[str, Mapping[str, Any]]) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, form.upper(), **options[form])
    return buffer.getvalue()
