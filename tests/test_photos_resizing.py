"""What is made of a photo: upright pixels in sRGB, in the sizes decided before, and nothing else that the file held."""

from dataclasses import replace

import photos
import pytest
from photos import BLUE, CUT, GREEN, RED, YELLOW, corners, is_near, jpeg, opened, saved, scene
from PIL import Image
from showcase.photos.errors import PhotoRefusedError
from showcase.photos.inspection import inspect_bytes
from showcase.photos.resizing import difference_hash, encode_renditions
from showcase.record.photo import PhotoFacts, PhotoFault, largest_size, looks_like, renditions

BACKGROUND = (251, 250, 247)


def encoded(data: bytes) -> dict[str, bytes]:
    """All renditions of a photo by what stands behind the key in their names: `640.jpg`."""
    wanted = renditions(inspect_bytes(data))
    names = [item.name.rpartition("-")[2] for item in wanted]
    return dict(zip(names, encode_renditions(data, wanted), strict=True))


def largest(data: bytes) -> Image.Image:
    """The largest rendition as WebP; which others are made with it changes nothing."""
    wanted = max(
        (item for item in renditions(inspect_bytes(data)) if item.format == "webp"), key=lambda item: item.width
    )
    (made,) = encode_renditions(data, [wanted])
    return opened(made)


@pytest.mark.parametrize("name", CUT)
def test_a_photo_that_was_cut_is_found_when_it_is_decoded(name):
    data = CUT[name]()
    assert inspect_bytes(data).fault is None, "the header alone does not show it"

    with pytest.raises(PhotoRefusedError) as refused:
        difference_hash(data)

    assert refused.value.fault == PhotoFault.TRUNCATED


def test_a_photo_that_lacks_only_its_end_marker_or_shows_only_grey_is_whole():
    difference_hash(jpeg()[:-2] + b"\xff\xd9")
    difference_hash(jpeg(Image.new("RGB", (640, 480), (128, 128, 128))))


SIZES = [
    ((4000, 3000), "720x540.jpg 1600x1200.jpg 480x360.webp 720x540.webp 960x720.webp 1280x960.webp 1600x1200.webp"),
    ((3000, 4000), "720x960.jpg 1600x2133.jpg 480x640.webp 720x960.webp 960x1280.webp 1280x1707.webp 1600x2133.webp"),
    ((1000, 600), "720x432.jpg 1000x600.jpg 480x288.webp 720x432.webp 1000x600.webp"),
    ((500, 400), "500x400.jpg 500x400.webp"),
    ((1000, 8000), "400x3200.jpg 400x3200.webp"),
]


@pytest.mark.parametrize(("size", "expected"), SIZES)
def test_sizes_are_decided_before_a_pixel_is_touched_and_never_above_the_photo_s(size, expected):
    facts = PhotoFacts("a.jpg", "0" * 64, 1, "jpeg", *size)

    made = renditions(facts)

    assert expected == " ".join(f"{item.width}x{item.height}.{item.name.rpartition('.')[2]}" for item in made)
    assert {f"7ca227d548dcda2d-{item.width}" for item in made} == {item.name.rpartition(".")[0] for item in made}
    assert largest_size(*size) == max((item.width, item.height) for item in made)


def test_every_picture_has_the_size_that_was_decided_and_shows_the_photo():
    data = jpeg(scene(1000, 600))

    made = {name: opened(data) for name, data in encoded(data).items()}

    assert {name: picture.size for name, picture in made.items()} == {
        "720.jpg": (720, 432),
        "1000.jpg": (1000, 600),
        "480.webp": (480, 288),
        "720.webp": (720, 432),
        "1000.webp": (1000, 600),
    }
    for picture in made.values():
        assert all(map(is_near, (RED, GREEN, BLUE, YELLOW), corners(picture)))


@pytest.mark.slow
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_is_upright_however_the_camera_was_held(form, orientation):
    data = photos.turned(scene(), orientation, form)

    facts = inspect_bytes(data)
    picture = largest(data)

    assert (640, 480) == (facts.width, facts.height) == picture.size
    assert all(map(is_near, (RED, GREEN, BLUE, YELLOW), corners(picture), [30] * 4))


@pytest.mark.parametrize("make", [photos.talkative_jpeg, photos.talkative_png])
def test_nothing_that_was_written_beside_the_pixels_is_in_a_rendition(make):
    data = make()
    assert photos.SECRET in data

    for name, made in encoded(data).items():
        assert photos.SECRET not in made
        if name.endswith("webp"):
            assert (b"VP8 ", len(made) - 8) == (made[12:16], int.from_bytes(made[4:8], "little")), "one chunk, no other"
            assert len(made) - 20 - int.from_bytes(made[16:20], "little") in (0, 1)
        else:
            assert {0xE0, 0xDB, 0xC2, 0xC4, 0xDA} == set(jpeg_markers(made))
            assert made.endswith(b"\xff\xd9")


def jpeg_markers(data: bytes) -> list[int]:
    markers, position = [], 2
    while data[position : position + 2] != b"\xff\xd9":
        if data[position] != 0xFF or data[position + 1] in (0, *range(0xD0, 0xD8)):
            position += 1
            continue
        markers.append(data[position + 1])
        position += 2 + int.from_bytes(data[position + 2 : position + 4], "big")
    return markers


def linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def srgb(rows: tuple[tuple[float, ...], ...], light: list[float]) -> tuple[int, ...]:
    mixed = [sum(a * b for a, b in zip(row, light, strict=True)) for row in rows]
    return tuple(round(255 * (v * 12.92 if v <= 0.0031308 else 1.055 * v ** (1 / 2.4) - 0.055)) for v in mixed)


# From the primaries of each space to those of sRGB, under the white that they share (D65).
P3_TO_SRGB = ((1.2249, -0.2247, 0.0), (-0.0420, 1.0419, 0.0), (-0.0197, -0.0786, 1.0979))
ADOBE_TO_SRGB = ((1.3984, -0.3984, 0.0), (0.0, 1.0, 0.0), (0.0, -0.0429, 1.0429))


@pytest.mark.parametrize("colour", [(180, 110, 70), (90, 140, 100), (70, 80, 150)])
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_colour_of_display_p3_is_the_same_colour_in_srgb(form, colour):
    profile = photos.rgb_profile(photos.DISPLAY_P3, photos.SRGB_CURVE)
    data = saved(Image.new("RGB", (400, 300), colour), form, icc_profile=profile, quality=95)
    expected = srgb(P3_TO_SRGB, [linear(value / 255) for value in colour])
    assert not is_near(expected, colour, 4), "the two spaces must differ here, or the test proves nothing"

    assert is_near(expected, largest(data).getpixel((200, 150)), 4)


def test_a_colour_of_adobe_rgb_is_the_same_colour_in_srgb_and_grey_stays_grey():
    profile = photos.rgb_profile(photos.ADOBE_RGB, (563 / 256,))
    data = jpeg(Image.new("RGB", (400, 300), (150, 170, 90)), icc_profile=profile)
    expected = srgb(ADOBE_TO_SRGB, [(value / 255) ** (563 / 256) for value in (150, 170, 90)])

    assert is_near(expected, largest(data).getpixel((200, 150)), 4)
    grey = jpeg(Image.new("L", (400, 300), 120), icc_profile=profile)
    assert is_near((120, 120, 120), largest(grey).getpixel((200, 150)), 6)


def test_cmyk_becomes_rgb_by_its_profile_or_without_one():
    cyan = Image.new("CMYK", (400, 300), (255, 0, 0, 0))
    adobe = jpeg(cyan)
    start = adobe.index(b"\xff\xee")
    bare = adobe[:start] + adobe[start + 16 :]
    assert b"Adobe" in adobe
    assert b"Adobe" not in bare

    for data in (adobe, bare):
        assert is_near((0, 255, 255), largest(data).getpixel((200, 150)), 6)
    red, green, blue = largest(jpeg(cyan, icc_profile=photos.cmyk_profile_with_orange_cyan())).getpixel((200, 150))
    assert red > green + 60 > blue + 80, "the ink of this press is orange"


@pytest.mark.parametrize("profile", [b"no profile", photos.cmyk_profile_with_orange_cyan()])
def test_a_broken_profile_or_one_of_another_kind_of_picture_is_none(profile):
    data = jpeg(Image.new("RGB", (400, 300), (180, 110, 70)), icc_profile=profile)

    assert is_near((180, 110, 70), largest(data).getpixel((200, 150)), 5)


def test_sixteen_bits_become_eight_by_proportion():
    grey = photos.png(640, 480, 16, 0, photos.row_of_16_bits((0,), (20_000,), (40_000,), (65_535,)))
    colour = photos.png(640, 480, 16, 2, photos.row_of_16_bits((65_535, 32_768, 0), (1_000, 20_000, 50_000)))
    veiled = photos.png(640, 480, 16, 6, photos.row_of_16_bits((65_535, 0, 0, 65_535), (0, 0, 0, 0)))

    assert pytest.approx([at(grey, x)[0] for x in (80, 240, 400, 560)], abs=4) == [0, 78, 156, 255]
    assert is_near((255, 128, 0), at(colour, 160), 6)
    assert is_near((4, 78, 195), at(colour, 480), 6)
    assert is_near((255, 0, 0), at(veiled, 160), 6)
    assert is_near(BACKGROUND, at(veiled, 480), 3)


def at(data: bytes, x: int) -> tuple[int, ...]:
    return largest(data).convert("RGB").getpixel((x, 240))


def test_what_is_transparent_shows_the_background_of_the_page():
    drawing = Image.new("RGBA", (640, 480), (0, 0, 0, 0))
    drawing.paste((166, 27, 27, 255), (0, 0, 320, 480))
    palette = saved(drawing.quantize(8), "PNG")
    grey = saved(drawing.convert("LA"), "PNG")
    keyed = saved(Image.new("RGB", (640, 480), (10, 20, 30)), "PNG", transparency=(10, 20, 30))

    for data in (
        saved(drawing, "PNG"),
        palette,
        saved(drawing, "WEBP", lossless=True),
        saved(drawing, "AVIF"),
    ):
        assert is_near((166, 27, 27), at(data, 160), 5)
        assert is_near(BACKGROUND, at(data, 480), 3)
    assert is_near(BACKGROUND, at(grey, 480), 3)
    assert is_near(BACKGROUND, at(keyed, 480), 3)


@pytest.mark.slow
def test_a_drawing_keeps_its_edges_clean_and_a_photo_is_kept_small():
    drawing = Image.new("RGB", (1600, 1066), "#DCEAF2")
    drawing.paste("#A61B1B", (400, 300, 1200, 900))

    (_, edge), (_, photo) = (
        next(item for item in encoded(data).items() if item[0].endswith("jpg"))
        for data in (saved(drawing, "PNG"), jpeg(scene(1600, 1066)))
    )

    sampling = [opened(made).layer[0][1:3] for made in (edge, photo)]
    assert sampling == [(1, 1), (2, 2)]
    assert is_near((166, 27, 27), opened(edge).getpixel((184, 200)), 6), "the colour reaches its edge"


@pytest.mark.slow
def test_a_picture_is_the_same_whichever_others_are_made_with_it():
    data = jpeg(scene(1300, 900))
    wanted = renditions(inspect_bytes(data))
    together = encode_renditions(data, wanted)

    assert together == [encode_renditions(data, [item])[0] for item in wanted]
    assert together[::-1] == encode_renditions(data, wanted[::-1])


def test_fine_lines_of_a_large_photo_stay_fine():
    lines = Image.new("L", (3600, 900), 40)
    for x in range(0, 3600, 12):
        lines.paste(220, (x, 0, x + 6, 900))

    picture = largest(jpeg(lines)).convert("L")

    shades = [picture.getpixel((x, 200)) for x in range(600, 700)]
    assert min(shades) < 60
    assert max(shades) > 200


def test_a_broken_exif_or_a_second_picture_inside_is_no_reason_to_refuse_a_photo():
    plain = jpeg()
    odd = [
        photos.segment(0xE1, b"Exif\0\0MM\0*\xff\xff\xff\xff"),
        photos.segment(0xE1, b"Exif\0\0II*\0\x08\0\0\0\xff\xff" + bytes(20)),
        photos.segment(0xE2, b"MPF\0II*\0\x08\0\0\0\x05\0"),
    ]

    for extra in odd:
        data = plain[:2] + extra + plain[2:]
        difference_hash(data)
        assert all(map(is_near, (RED, GREEN, BLUE, YELLOW), corners(largest(data))))


# --- The same photo twice -----------------------------------------------------------------------------------------


def seen(data: bytes) -> PhotoFacts:
    return replace(inspect_bytes(data), difference_hash=difference_hash(data))


def test_a_photo_saved_again_looks_like_itself_and_like_no_other():
    picture = scene(1200, 900)
    smaller = picture.resize((600, 450))
    other = picture.transpose(Image.Transpose.ROTATE_180)

    assert looks_like(seen(jpeg(picture)), seen(jpeg(smaller, quality=60)))
    assert looks_like(seen(jpeg(picture)), seen(saved(smaller, "PNG")))
    assert not looks_like(seen(jpeg(picture)), seen(jpeg(other)))
    assert not looks_like(seen(jpeg(picture)), seen(jpeg(picture.crop((0, 0, 900, 900)))))


def test_two_even_areas_are_not_taken_for_the_same_photo():
    red, blue = (seen(jpeg(Image.new("RGB", (640, 480), colour))) for colour in ("red", "blue"))

    assert not looks_like(red, blue)
    assert looks_like(red, red)
