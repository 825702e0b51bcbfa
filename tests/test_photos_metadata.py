"""What a photo tells beside its pixels: found where it says where it was taken, and taken off with no pixel changed."""

import struct
import zlib

import photos
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from photos import SECRET, jpeg, opened, saved, scene, segment
from PIL import Image
from showcase.photos.errors import PhotoRefusedError
from showcase.photos.inspection import read_header
from showcase.photos.metadata import has_position, without_metadata

XMP = b'<x:xmpmeta><rdf:Description exif:GPSLatitude="21,1.7N"/></x:xmpmeta>'
PROFILE = photos.rgb_profile(photos.DISPLAY_P3, photos.SRGB_CURVE)


def placed(**tags) -> Image.Exif:
    """EXIF with a place, and the tags of its first directory that are named."""
    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (21.0, 1.0, 42.0), 3: "E", 4: (105.0, 51.0, 12.0)}
    for tag, value in tags.items():
        exif[int(tag[1:], 16)] = value
    return exif


def turned_with_everything(form: str) -> bytes:
    """A picture that lies on its side, with a place, an author, XMP and a colour profile."""
    exif = placed(x0112=6, x013B=SECRET.decode())
    return saved(scene(), form, exif=exif, xmp=XMP + SECRET, icc_profile=PROFILE, quality=90)


def with_raw_profile() -> bytes:
    """A PNG as old programs wrote it: EXIF in hexadecimal digits, compressed."""
    exif = placed().tobytes()
    text = b"\nexif\n    " + str(len(exif)).encode() + b"\n" + exif.hex().encode()
    plain = saved(scene(), "PNG")
    return plain[:33] + photos.png_chunk(b"zTXt", b"Raw profile type exif\0\0" + zlib.compress(text)) + plain[33:]


def _author() -> Image.Exif:
    exif = Image.Exif()
    exif[0x013B] = SECRET.decode()
    exif[0x8825] = {0: b"\2\3\0\0", 29: "2026:11:22"}
    return exif


def _little_endian() -> bytes:
    """EXIF of one entry, a directory with a latitude."""
    directories = struct.pack("<HHHII", 1, 0x8825, 4, 1, 26) + bytes(4) + struct.pack("<HHHII", 1, 2, 5, 3, 44)
    return b"Exif\0\0II*\0\x08\0\0\0" + directories + bytes(32)


def _png_with_xmp() -> bytes:
    plain = saved(scene(), "PNG")
    body = b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(XMP)
    return plain[:33] + photos.png_chunk(b"iTXt", body) + plain[33:]


PLACED = {
    "jpeg": lambda: jpeg(exif=placed()),
    "jpeg, little-endian": lambda: jpeg(exif=_little_endian()),
    "jpeg, XMP": lambda: jpeg(xmp=XMP),
    "jpeg, telling everything": photos.talkative_jpeg,
    "jpeg, a second picture appended": lambda: jpeg() + jpeg(exif=placed()),
    "jpeg, a film appended": lambda: (
        jpeg() + b"\0\0\0\x20ftypmp42" + b"\0\0\0\x1e\xa9xyz\0\x12\x15\xc7+21.0285+105.8542/"
    ),
    "png": lambda: saved(scene(), "PNG", exif=placed()),
    "png, XMP": _png_with_xmp,
    "png, as old programs wrote it": with_raw_profile,
    "webp": lambda: saved(scene(), "WEBP", exif=placed()),
    "webp, XMP": lambda: saved(scene(), "WEBP", xmp=XMP),
    "avif": lambda: saved(scene(), "AVIF", exif=placed()),
    "avif, XMP": lambda: saved(scene(), "AVIF", xmp=XMP),
    "everything, jpeg": lambda: turned_with_everything("JPEG"),
    "everything, png": lambda: turned_with_everything("PNG"),
    "everything, webp": lambda: turned_with_everything("WEBP"),
    "everything, avif": lambda: turned_with_everything("AVIF"),
}
UNPLACED = {
    "jpeg": jpeg,
    "jpeg, progressive": lambda: jpeg(progressive=True),
    "jpeg, four inks": lambda: jpeg(scene().convert("CMYK")),
    "jpeg, an author": lambda: jpeg(exif=_author()),
    "jpeg, turned": lambda: photos.turned(scene(), 8, "JPEG"),
    "jpeg, with a profile": lambda: jpeg(icc_profile=PROFILE),
    "png": lambda: saved(scene(), "PNG"),
    "png, palette with a clear colour": lambda: saved(scene().quantize(16), "PNG", transparency=3),
    "png, a comment": photos.talkative_png,
    "webp": lambda: saved(scene(), "WEBP"),
    "webp, clear": lambda: saved(scene().convert("RGBA"), "WEBP", lossless=True),
    "webp, turned": lambda: photos.turned(scene(), 5, "WEBP"),
    "avif": lambda: saved(scene(), "AVIF"),
}


@pytest.mark.parametrize("name", PLACED)
def test_a_photo_that_says_where_it_was_taken_is_found(name):
    assert has_position(PLACED[name]())


@pytest.mark.parametrize("name", UNPLACED)
def test_a_photo_that_does_not_say_it_is_none(name):
    assert not has_position(UNPLACED[name]())


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:Image appears to be a malformed MPO")
@pytest.mark.parametrize(
    ("of", "name"), [("placed", name) for name in PLACED] + [("unplaced", name) for name in UNPLACED]
)
def test_without_metadata_it_is_the_same_picture_and_tells_nothing(of, name):
    data = (PLACED if of == "placed" else UNPLACED)[name]()

    clean = without_metadata(data)

    before, after = opened(data), opened(clean)
    assert before.tobytes() == after.tobytes()
    assert (before.mode, before.size, before.info.get("icc_profile")) == (
        after.mode,
        after.size,
        after.info.get("icc_profile"),
    )
    assert before.info.get("transparency") == after.info.get("transparency")
    assert read_header(data) == read_header(clean)
    assert not has_position(clean)
    assert SECRET not in clean
    assert b"GPS" not in clean
    assert clean == without_metadata(clean)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_what_was_upright_stays_upright(form, orientation):
    clean = without_metadata(photos.turned(scene(320, 240), orientation, form))

    assert orientation == opened(clean).getexif().get(0x0112, 1)
    assert orientation == read_header(clean).orientation


@pytest.mark.parametrize("name", ["jpeg", "jpeg, progressive", "png", "webp", "webp, clear", "avif"])
def test_what_has_nothing_to_lose_comes_back_as_it_is(name):
    data = UNPLACED[name]()
    assert data == without_metadata(data)


def test_the_thumbnail_of_an_old_camera_goes():
    thumbnail = b"JFIF\0\1\1\0\0\1\0\1" + bytes((2, 2)) + SECRET[:12]
    data = b"\xff\xd8" + segment(0xE0, thumbnail) + jpeg()[20:]

    assert SECRET[:12] in data
    assert SECRET[:12] not in without_metadata(data)


@pytest.mark.parametrize(
    "data", [b"", b"<svg/>", photos.HEIC, photos.VIDEO, b"\xff\xd8\xff", b"\xff\xd8\xff\xd9", b"RIFF\4\0\0\0WEBP"]
)
def test_what_is_no_photo_is_refused_and_has_no_position(data):
    assert not has_position(data)
    with pytest.raises(PhotoRefusedError):
        without_metadata(data)


def test_metadata_of_an_avif_that_lie_over_its_pixels_are_left_alone():
    data = saved(scene(320, 240), "AVIF", exif=placed())
    clean = without_metadata(data)
    first = next(place for place in range(len(data)) if data[place] != clean[place])
    # The table of locations says where its EXIF begins: a few bytes before the first that was changed.
    told = next(at for back in range(40) if (at := data.find(struct.pack(">I", first - back))) >= 0)
    over_pixels = data[:told] + struct.pack(">I", first - 200) + data[told + 4 :]

    with pytest.raises(PhotoRefusedError):
        without_metadata(over_pixels)


@settings(max_examples=200)
@given(st.data())
def test_broken_files_are_answered_or_refused(data):
    """A byte here, a cut there, some bytes put in: only a refusal may be raised, and what comes back tells nothing."""
    original = SAMPLES[data.draw(st.sampled_from(sorted(SAMPLES)))]
    broken = bytearray(original)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(broken) - 1))
        match data.draw(st.sampled_from(["change", "cut", "insert", "length"])):
            case "change":
                broken[place] = data.draw(st.integers(0, 255))
            case "cut":
                del broken[place + 1 :]
            case "insert":
                broken[place:place] = data.draw(st.binary(max_size=12))
            case _:
                broken[place : place + 4] = data.draw(
                    st.sampled_from([b"\xff" * 4, bytes(4), b"\0\0\0\1", b"\x7f\xff\xff\xff"])
                )
    has_position(bytes(broken))
    try:
        clean = without_metadata(bytes(broken))
    except PhotoRefusedError:
        return
    assert clean == without_metadata(clean)


SAMPLES = {
    "jpeg": saved(scene(32, 24), "JPEG", exif=placed(x0112=6), xmp=XMP, comment=b"x"),
    "png": saved(scene(32, 24), "PNG", exif=placed(x0112=6)),
    "webp": saved(scene(32, 24), "WEBP", exif=placed(x0112=6), xmp=XMP),
    "avif": saved(scene(32, 24), "AVIF", exif=placed(), xmp=XMP),
}
