"""Photos in, pictures out: what is refused and why, and that nothing but upright pixels in sRGB leaves the darkroom."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import photos
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from photos import BLUE, GREEN, RED, YELLOW, corners, is_near, jpeg, opened, saved, scene
from PIL import Image
from showcase.photos.facts_cache import EDITION, read_sheet
from showcase.photos.inspection import PhotoRefusedError, facts_of, inspect, read_header
from showcase.photos.rendition_cache import Negatives
from showcase.photos.resizing import develop, verify
from showcase.photos.sandbox import MEMORY, SECONDS, Order, deliveries, develop_file, verify_file
from showcase.photos.store import SHEET, PhotoStore
from showcase.record.photo import PhotoFacts, PhotoFault, Rendition, looks_like, master_size, named, renditions
from showcase.record.photo_advice import explain

PAPER = (251, 250, 247)


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def pictures(data: bytes) -> dict[str, Image.Image]:
    """All pictures of a photo by what stands behind the key in their names: `640.jpg`."""
    return {path.rpartition("-")[2]: opened(made) for path, made in develop(data, renditions(facts_of(data)))}


def one_picture(data: bytes) -> Image.Image:
    """The largest picture as WebP; which others are made with it changes nothing."""
    wanted = max((item for item in renditions(facts_of(data)) if item.format == "webp"), key=lambda item: item.width)
    ((_, made),) = develop(data, [wanted])
    return opened(made)


# --- What a file is, before anything is decoded -------------------------------------------------------------------

SOUND = {
    "jpeg": jpeg,
    "jpeg, progressive": lambda: jpeg(progressive=True),
    "jpeg, grey": lambda: jpeg(scene().convert("L")),
    "png": lambda: saved(scene(), "PNG"),
    "png, palette": lambda: saved(scene().quantize(method=Image.Quantize.FASTOCTREE), "PNG"),
    "png, interlaced": lambda: saved(scene(), "PNG", interlace=True),
    "webp, lossy": lambda: saved(scene(), "WEBP"),
    "webp, lossless": lambda: saved(scene(), "WEBP", lossless=True),
    "webp, with EXIF": lambda: photos.turned(scene(), 1, "WEBP"),
    "avif": lambda: saved(scene(), "AVIF"),
}


@pytest.mark.parametrize("name", SOUND)
def test_the_content_tells_the_format_and_the_size(name):
    data = SOUND[name]()

    facts = facts_of(data)

    assert (name.split(",")[0], 640, 480, None) == (facts.format, facts.width, facts.height, facts.fault)
    assert len(data) == facts.size
    assert verify(data) == verify(data)


REFUSED = {
    "trong.jpg": (lambda: b"", PhotoFault.MISSING_BYTES),
    "van-ban.jpg": (lambda: "Biên bản họp thôn".encode() * 100, PhotoFault.NOT_A_PICTURE),
    "trang-loi.jpg": (lambda: photos.WEB_PAGE, PhotoFault.NOT_A_PICTURE),
    "bai-viet.png": (lambda: b"PK\x03\x04" + bytes(2000), PhotoFault.NOT_A_PICTURE),
    "iphone.jpg": (lambda: photos.HEIC, PhotoFault.HEIC),
    "hinh-ve.png": (lambda: photos.SVG, PhotoFault.SVG),
    "dong.gif": (lambda: photos.animated("GIF"), PhotoFault.GIF),
    "tinh.gif": (lambda: saved(scene(320, 240), "GIF"), PhotoFault.GIF),
    "quet.tif": (lambda: saved(scene(), "TIFF"), PhotoFault.UNSUPPORTED),
    "cu.bmp": (lambda: saved(scene(), "BMP"), PhotoFault.UNSUPPORTED),
    "phim.jpg": (lambda: photos.VIDEO, PhotoFault.UNSUPPORTED),
    "quyet-dinh.jpg": (lambda: b"%PDF-1.7" + bytes(2000), PhotoFault.UNSUPPORTED),
    "may-chup.jpg": (photos.lossless_jpeg, PhotoFault.UNSUPPORTED),
    "dong.png": (lambda: photos.animated("PNG"), PhotoFault.ANIMATED),
    "dong.webp": (lambda: photos.animated("WEBP"), PhotoFault.ANIMATED),
    "dong.avif": (lambda: photos.animated("AVIF"), PhotoFault.ANIMATED),
    "bom.png": (photos.bomb, PhotoFault.TOO_MANY_PIXELS),
    "quet.jpg": (lambda: photos.of_many_scans(2000), PhotoFault.TOO_MANY_SCANS),
    "vun.png": (photos.of_many_chunks, PhotoFault.TOO_MANY_SCANS),
    "dau-trang.jpg": (lambda: jpeg()[:300], PhotoFault.TRUNCATED),
    "nua.png": (lambda: saved(scene(), "PNG")[:-5000], PhotoFault.TRUNCATED),
    "hong.png": (lambda: saved(scene(), "PNG").replace(b"IDAT", b"IDAU", 1), PhotoFault.TRUNCATED),
    "nua.webp": (lambda: saved(scene(), "WEBP")[:-500], PhotoFault.TRUNCATED),
    "nua.avif": (lambda: saved(scene(), "AVIF")[:-500], PhotoFault.TRUNCATED),
    "nho.jpg": (lambda: jpeg(scene(300, 240)), PhotoFault.TOO_SMALL),
    "dai.jpg": (lambda: jpeg(scene(2000, 100)), PhotoFault.TOO_SMALL),
    "anh": (jpeg, PhotoFault.WRONG_NAME),
    "anh.txt": (jpeg, PhotoFault.WRONG_NAME),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_no_sound_photo_is_refused_with_its_reason_before_it_is_decoded(name, tmp_path, monkeypatch):
    make, fault = REFUSED[name]
    path = put(tmp_path, name, make())
    monkeypatch.setattr(Image, "open", lambda *_, **__: pytest.fail("a decoder was asked"))

    facts = inspect(path)

    assert fault == facts.fault
    assert name == facts.name
    assert renditions(facts) == ()
    assert explain(facts)


CUT = {
    "a tenth": lambda: jpeg()[: len(jpeg()) // 10],
    "half": lambda: jpeg()[: len(jpeg()) // 2],
    "all but 1 %": lambda: jpeg()[: -len(jpeg()) // 100],
    "half, progressive": lambda: jpeg(progressive=True)[: len(jpeg(progressive=True)) // 2],
    "half, then closed": lambda: photos.ended_early(jpeg(), 0.5),
    "webp, frame cut": lambda: _shortened_webp(saved(scene(), "WEBP")),
}


def _shortened_webp(data: bytes) -> bytes:
    """Half of the frame, with lengths that agree."""
    half = len(data) // 4 * 2
    size, chunk = (half - 8).to_bytes(4, "little"), (half - 20).to_bytes(4, "little")
    return data[:4] + size + data[8:16] + chunk + data[20:half]


@pytest.mark.parametrize("name", CUT)
def test_a_photo_that_was_cut_is_found_when_it_is_decoded(name):
    data = CUT[name]()
    assert facts_of(data).fault is None, "the header alone does not show it"

    with pytest.raises(PhotoRefusedError) as refused:
        verify(data)

    assert refused.value.fault == PhotoFault.TRUNCATED


def test_a_photo_that_lacks_only_its_end_marker_or_shows_only_grey_is_whole():
    verify(jpeg()[:-2] + b"\xff\xd9")
    verify(jpeg(Image.new("RGB", (640, 480), (128, 128, 128))))


def test_a_wrong_ending_of_the_name_is_tolerated_where_it_is_a_picture_s(tmp_path):
    facts = inspect(put(tmp_path, "anh.PNG", jpeg()))

    assert (facts.format, facts.fault, facts.is_misnamed) == ("jpeg", None, True)
    assert not inspect(put(tmp_path, "anh.JPG", jpeg())).is_misnamed


def test_links_folders_pipes_and_devices_are_never_opened(tmp_path):
    put(tmp_path, "that.jpg", jpeg())
    (tmp_path / "lien-ket.jpg").symlink_to(tmp_path / "that.jpg")
    (tmp_path / "ngoai.jpg").symlink_to("/etc/passwd")
    (tmp_path / "thu-muc.jpg").mkdir()
    os.mkfifo(tmp_path / "ong.jpg")

    found = {name: inspect(tmp_path / name).fault for name in ("lien-ket.jpg", "ngoai.jpg", "thu-muc.jpg", "ong.jpg")}

    assert dict.fromkeys(found, PhotoFault.LINK) == found
    assert inspect(Path("/dev/zero")).fault == PhotoFault.LINK
    assert inspect(tmp_path / "khong-co.jpg").fault == PhotoFault.UNREADABLE


def test_a_file_that_is_too_large_is_not_read_to_its_end(tmp_path):
    path = tmp_path / "nang.jpg"
    with path.open("wb") as file:
        file.write(jpeg())
        file.truncate(90_000_000)

    facts = inspect(path)

    assert (facts.fault, facts.size, facts.digest) == (PhotoFault.TOO_LARGE_FILE, 90_000_000, "")
    assert "Tệp nặng 90 MB, quá mức 40 MB." in explain(facts)


SEEDS = [make() for name, make in SOUND.items() if "," not in name]


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.sampled_from(SEEDS), cuts=st.lists(st.tuples(st.integers(0, 1500), st.binary(max_size=8)), max_size=6))
def test_whatever_is_written_over_a_header_it_is_read_or_refused(seed, cuts):
    data = bytearray(seed)
    for place, patch in cuts:
        data[place : place + len(patch)] = patch

    header = read_header(bytes(data))

    assert header.fault or (header.width and header.height and 1 <= header.orientation <= 8)


@given(
    start=st.sampled_from(
        [b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF\xff\0\0\0WEBPVP8X", b"\0\0\0\x18ftypavif", b""]
    ),
    rest=st.binary(max_size=400),
)
def test_a_beginning_with_anything_behind_it_is_refused(start, rest):
    assert facts_of(start + rest).fault


# --- What is made of a photo --------------------------------------------------------------------------------------

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

    assert expected == " ".join(f"{item.width}x{item.height}.{item.path.rpartition('.')[2]}" for item in made)
    assert {f"anh/7ca227d548dcda2d-{item.width}" for item in made} == {item.path.rpartition(".")[0] for item in made}
    assert master_size(*size) == max((item.width, item.height) for item in made)


def test_every_picture_has_the_size_that_was_decided_and_shows_the_photo():
    data = jpeg(scene(1000, 600))

    made = pictures(data)

    assert {name: picture.size for name, picture in made.items()} == {
        "720.jpg": (720, 432),
        "1000.jpg": (1000, 600),
        "480.webp": (480, 288),
        "720.webp": (720, 432),
        "1000.webp": (1000, 600),
    }
    for picture in made.values():
        assert all(map(is_near, (RED, GREEN, BLUE, YELLOW), corners(picture)))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_is_upright_however_the_camera_was_held(form, orientation):
    data = photos.turned(scene(), orientation, form)

    facts = facts_of(data)
    picture = one_picture(data)

    assert (640, 480) == (facts.width, facts.height) == picture.size
    assert all(map(is_near, (RED, GREEN, BLUE, YELLOW), corners(picture), [30] * 4))


@pytest.mark.parametrize("make", [photos.talkative_jpeg, photos.talkative_png])
def test_nothing_that_was_written_beside_the_pixels_leaves_the_darkroom(make):
    data = make()
    assert photos.SECRET in data

    for path, made in develop(data, renditions(facts_of(data))):
        assert photos.SECRET not in made
        if path.endswith("webp"):
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

    assert is_near(expected, one_picture(data).getpixel((200, 150)), 4)


def test_a_colour_of_adobe_rgb_is_the_same_colour_in_srgb_and_grey_stays_grey():
    profile = photos.rgb_profile(photos.ADOBE_RGB, (563 / 256,))
    data = jpeg(Image.new("RGB", (400, 300), (150, 170, 90)), icc_profile=profile)
    expected = srgb(ADOBE_TO_SRGB, [(value / 255) ** (563 / 256) for value in (150, 170, 90)])

    assert is_near(expected, one_picture(data).getpixel((200, 150)), 4)
    grey = jpeg(Image.new("L", (400, 300), 120), icc_profile=profile)
    assert is_near((120, 120, 120), one_picture(grey).getpixel((200, 150)), 6)


def test_cmyk_becomes_rgb_by_its_profile_or_without_one():
    cyan = Image.new("CMYK", (400, 300), (255, 0, 0, 0))
    adobe = jpeg(cyan)
    start = adobe.index(b"\xff\xee")
    bare = adobe[:start] + adobe[start + 16 :]
    assert b"Adobe" in adobe
    assert b"Adobe" not in bare

    for data in (adobe, bare):
        assert is_near((0, 255, 255), one_picture(data).getpixel((200, 150)), 6)
    red, green, blue = one_picture(jpeg(cyan, icc_profile=photos.cmyk_profile_with_orange_cyan())).getpixel((200, 150))
    assert red > green + 60 > blue + 80, "the ink of this press is orange"


@pytest.mark.parametrize("profile", [b"no profile", photos.cmyk_profile_with_orange_cyan()])
def test_a_broken_profile_or_one_of_another_kind_of_picture_is_none(profile):
    data = jpeg(Image.new("RGB", (400, 300), (180, 110, 70)), icc_profile=profile)

    assert is_near((180, 110, 70), one_picture(data).getpixel((200, 150)), 5)


def test_sixteen_bits_become_eight_by_proportion():
    grey = photos.png(640, 480, 16, 0, photos.row_of_16_bits((0,), (20_000,), (40_000,), (65_535,)))
    colour = photos.png(640, 480, 16, 2, photos.row_of_16_bits((65_535, 32_768, 0), (1_000, 20_000, 50_000)))
    veiled = photos.png(640, 480, 16, 6, photos.row_of_16_bits((65_535, 0, 0, 65_535), (0, 0, 0, 0)))

    assert pytest.approx([at(grey, x)[0] for x in (80, 240, 400, 560)], abs=4) == [0, 78, 156, 255]
    assert is_near((255, 128, 0), at(colour, 160), 6)
    assert is_near((4, 78, 195), at(colour, 480), 6)
    assert is_near((255, 0, 0), at(veiled, 160), 6)
    assert is_near(PAPER, at(veiled, 480), 3)


def at(data: bytes, x: int) -> tuple[int, ...]:
    return one_picture(data).convert("RGB").getpixel((x, 240))


def test_what_is_transparent_lies_on_paper():
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
        assert is_near(PAPER, at(data, 480), 3)
    assert is_near(PAPER, at(grey, 480), 3)
    assert is_near(PAPER, at(keyed, 480), 3)


def test_a_drawing_keeps_its_edges_clean_and_a_photo_is_kept_small():
    drawing = Image.new("RGB", (1600, 1066), "#DCEAF2")
    drawing.paste("#A61B1B", (400, 300, 1200, 900))

    (_, edge), (_, photo) = (
        develop(data, [item for item in renditions(facts_of(data)) if item.format == "jpeg"][:1])[0]
        for data in (saved(drawing, "PNG"), jpeg(scene(1600, 1066)))
    )

    sampling = [opened(made).layer[0][1:3] for made in (edge, photo)]
    assert sampling == [(1, 1), (2, 2)]
    assert is_near((166, 27, 27), opened(edge).getpixel((184, 200)), 6), "the colour reaches its edge"


def test_a_picture_is_the_same_whichever_others_are_made_with_it():
    data = jpeg(scene(800, 600))
    wanted = renditions(facts_of(data))
    together = dict(develop(data, wanted))

    assert together == {item.path: develop(data, [item])[0][1] for item in wanted}
    assert list(together) == [item.path for item in wanted]
    assert together == dict(develop(data, reversed(wanted)))


def test_fine_lines_of_a_large_photo_stay_fine():
    lines = Image.new("L", (3600, 900), 40)
    for x in range(0, 3600, 12):
        lines.paste(220, (x, 0, x + 6, 900))

    picture = one_picture(jpeg(lines)).convert("L")

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
        verify(data)
        assert all(map(is_near, (RED, GREEN, BLUE, YELLOW), corners(one_picture(data))))


# --- The same photo twice -----------------------------------------------------------------------------------------


def seen(data: bytes) -> PhotoFacts:
    return replace(facts_of(data), difference_hash=verify(data))


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


# --- What an editor reads -----------------------------------------------------------------------------------------


def test_every_fault_has_its_sentence_with_a_way_out():
    sentences = [explain(PhotoFacts("a.jpg", fault=fault)) for fault in PhotoFault]

    assert len(PhotoFault) == len(set(sentences))
    assert all("Hãy" in sentence or "hãy" in sentence for sentence in sentences)
    assert not any("{" in sentence for sentence in sentences)
    assert explain(PhotoFacts("a.jpg")) == ""


def test_the_sentences_name_the_figures():
    large = facts_of(photos.bomb())
    small = facts_of(jpeg(scene(300, 240)))
    nameless = named(facts_of(saved(scene(), "WEBP")), "anh.webp.tmp")
    scans = PhotoFacts("a.jpg", format="jpeg", width=8000, height=7000, fault=PhotoFault.TOO_MANY_PIXELS)

    assert explain(large) == (
        "Ảnh có 144 triệu điểm ảnh (12.000 × 12.000), nhiều hơn mức 50 triệu. "
        "Hãy thu nhỏ ảnh còn khoảng 3.000 điểm ảnh chiều ngang rồi lưu lại."
    )
    assert explain(small) == (
        "Ảnh chỉ có 300 × 240 điểm ảnh; cần rộng ít nhất 320 và cao ít nhất 200. "
        "Đây có lẽ là ảnh thu nhỏ; hãy tìm ảnh gốc."
    )
    assert explain(nameless) == (
        "Nội dung là ảnh WebP nhưng tên tệp không có đuôi của ảnh. Hãy đổi đuôi tệp thành .webp."
    )
    assert "Ảnh có 56 triệu điểm ảnh (8.000 × 7.000), nhiều hơn mức 50 triệu." in explain(scans)


# --- Workers ------------------------------------------------------------------------------------------------------


def orders(*names: str) -> list[Order]:
    return [Order(name, "") for name in names]


def test_a_worker_that_dies_takes_only_its_own_photo_along():
    given_orders = orders(*(f"{number}.jpg" for number in range(5)), "chet.jpg", *(f"{n}.jpg" for n in range(5, 9)))

    found = {order.source: delivery for order, delivery in deliveries(photos.die, given_orders, workers=2)}

    assert found.pop("chet.jpg").fault == PhotoFault.TOO_HEAVY
    assert {f"{number}.jpg": number for number in range(9)} == {
        name: delivery.difference_hash for name, delivery in found.items()
    }


def test_a_decoder_that_does_not_end_is_ended():
    found = {
        order.source: delivery.fault
        for order, delivery in deliveries(photos.never_end, orders("cham.jpg", "nhanh.jpg"), workers=1)
    }

    assert found == {"cham.jpg": PhotoFault.TOO_HEAVY, "nhanh.jpg": None}


def test_a_worker_has_a_gigabyte_and_a_minute():
    ((_, delivery),) = deliveries(photos.tell_limits, orders("a.jpg"), workers=1)
    limits = {name: int(number) for name, number in delivery.pictures}

    assert MEMORY == limits["bytes"] <= 1_000_000_000
    assert SECONDS - 2 <= limits["seconds"] <= SECONDS + 1


def test_a_photo_that_changed_since_it_was_looked_at_is_not_developed(tmp_path):
    path = put(tmp_path, "a.jpg", jpeg())
    facts = inspect(path)
    path.write_bytes(jpeg(quality=50))

    assert develop_file(Order(str(path), facts.digest, renditions(facts))).fault == PhotoFault.UNREADABLE


def test_workers_tell_what_they_found_and_make_the_same_bytes_as_we(tmp_path):
    sound, cut = put(tmp_path, "a.jpg", jpeg()), put(tmp_path, "b.jpg", CUT["half"]())
    given_orders = [Order(str(path), inspect(path).digest, renditions(inspect(path))) for path in (sound, cut)]

    verified = {order.source: delivery for order, delivery in deliveries(verify_file, given_orders)}
    made = {order.source: delivery for order, delivery in deliveries(develop_file, given_orders)}

    assert verify(jpeg()) == verified[str(sound)].difference_hash
    assert PhotoFault.TRUNCATED == verified[str(cut)].fault == made[str(cut)].fault
    assert develop(jpeg(), given_orders[0].renditions) == list(made[str(sound)].pictures)


HEAVY = """
import resource, sys
from pathlib import Path
from showcase.record.photo import renditions
from showcase.photos.sandbox import Order, deliveries, develop_file, verify_file
from showcase.photos.inspection import inspect
for job in (verify_file, develop_file):
    facts = {path: inspect(Path(path)) for path in sys.argv[1:]}
    orders = [Order(path, found.digest, renditions(found)[-1:]) for path, found in facts.items()]
    for order, delivery in deliveries(job, orders, workers=1):
        print(order.source, facts[order.source].fault, delivery.fault)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024)
"""


@pytest.mark.slow
def test_the_heaviest_photos_that_are_taken_need_less_than_a_gigabyte(tmp_path):
    heavy = [
        put(tmp_path, "xam.jpg", jpeg(Image.new("L", (12_000, 9_900), 90))),
        put(tmp_path, "nhieu-lop.jpg", jpeg(Image.new("CMYK", (8_000, 6_200)), progressive=True)),
        put(tmp_path, "trong-suot.png", photos.png(8_000, 6_200, 8, 6, bytes(32_000))),
        put(tmp_path, "16-bit.png", photos.png(8_000, 6_200, 16, 0, bytes(16_000))),
        put(tmp_path, "lon.webp", saved(Image.new("RGBA", (7_200, 5_500)), "WEBP", lossless=True, quality=0, method=0)),
    ]

    told = subprocess.run([sys.executable, "-c", HEAVY, *heavy], check=True, capture_output=True, text=True).stdout

    *lines, peak = told.splitlines()
    assert [f"{path} None None" for path in heavy] * 2 == lines
    assert 100_000_000 < int(peak) < 1_000_000_000


# --- From build to build ------------------------------------------------------------------------------------------


@pytest.fixture
def album(tmp_path):
    """Three files: a photo, the same one again, and one that is cut."""
    folder = tmp_path / "models"
    folder.mkdir()
    made = {"a.jpg": jpeg(), "b.jpg": jpeg(), "c.jpg": CUT["half"]()}
    return [put(folder, name, data) for name, data in made.items()]


@pytest.fixture
def store(tmp_path, monkeypatch):
    """A store that works in this process: workers have tests of their own, and each costs a start."""
    monkeypatch.setattr(
        "showcase.photos.store.deliveries", lambda job, given_orders, _: ((order, job(order)) for order in given_orders)
    )
    return PhotoStore(tmp_path / "anh", workers=1)


def forbid(monkeypatch, name: str):
    monkeypatch.setattr(f"showcase.photos.store.{name}", lambda *_: pytest.fail(f"{name} was asked"))


def test_photos_are_inspected_in_their_order_with_their_names_and_decoded(album, tmp_path):
    found = PhotoStore(tmp_path / "anh", workers=1).inspect([*album, album[0].with_name("thieu.jpg")])

    assert [(facts.name, facts.fault) for facts in found] == [
        ("a.jpg", None),
        ("b.jpg", None),
        ("c.jpg", PhotoFault.TRUNCATED),
        ("thieu.jpg", PhotoFault.UNREADABLE),
    ]
    assert verify(jpeg()) == found[0].difference_hash == found[1].difference_hash


def test_what_is_unchanged_is_not_even_read_again(album, store, monkeypatch):
    before = store.inspect(album)
    forbid(monkeypatch, "look")

    assert before == store.inspect(album)


def test_in_a_fresh_checkout_photos_are_read_but_not_decoded(album, store, monkeypatch):
    before = store.inspect(album)
    for path in album:
        os.utime(path, (1, 1))
    monkeypatch.setattr(
        "showcase.photos.store.deliveries",
        lambda _, given_orders, __: iter(pytest.fail("decoded") for _ in given_orders),
    )

    assert before == store.inspect(album)


def test_a_photo_that_changed_is_looked_at_again(album, store):
    store.inspect(album)
    album[0].write_bytes(jpeg(scene(800, 600)))

    assert [(facts.width, facts.fault) for facts in store.inspect(album)] == [
        (800, None),
        (640, None),
        (640, PhotoFault.TRUNCATED),
    ]


@pytest.mark.parametrize(
    "broken", ["", "[]", '{"edition": 1}', f'{{"edition": "{EDITION}", "files": [], "photos": 3}}', "\0"]
)
def test_a_broken_contact_sheet_is_begun_anew(album, store, broken):
    before = store.inspect(album)
    (store.folder / SHEET).write_text(broken)

    assert not read_sheet(store.folder / SHEET).files
    assert before == store.inspect(album)


def test_missing_pictures_are_made_once_for_the_same_photo(album, store):
    facts = store.inspect(album)
    shown = [(path, found) for path, found in zip(album, facts, strict=True) if not found.fault]

    assert [(album[1], None)] == list(store.develop(shown)), "a and b are one photo"
    assert list(store.develop(shown)) == []
    for item in renditions(facts[0]):
        assert (item.width, item.height) == opened(store.negatives.get(item)).size


def test_a_photo_that_fails_in_developing_is_told_and_the_others_go_on(album, store):
    facts = store.inspect(album)
    cut = replace(facts[2], fault=None)

    told = dict(store.develop([(album[2], cut), (album[0], facts[0])]))

    assert {album[2]: PhotoFault.TRUNCATED, album[0]: None} == told


def test_a_single_picture_is_made_when_asked_for_and_kept_with_its_sisters(album, store, monkeypatch):
    wanted = renditions(inspect(album[0]))

    data = store.rendition(str(album[0]), wanted[0])
    forbid(monkeypatch, "develop")

    assert dict(develop(jpeg(), wanted))[wanted[0].path] == data
    assert wanted[1].width == opened(store.rendition(str(album[0]), wanted[1])).width


def test_a_picture_of_a_photo_that_is_gone_is_not_another_s(album, store):
    gone = Rendition(640, 480, "webp", "anh/0123456789abcdef-640.webp")

    with pytest.raises(PhotoRefusedError):
        store.rendition(str(album[0]), gone)


def test_pictures_that_nobody_uses_are_swept_away_after_a_month(tmp_path):
    negatives = Negatives(tmp_path)
    used, old, new = (Rendition(480, 360, "webp", f"anh/{key * 16}-480.webp") for key in "abc")
    negatives.keep((item.path, b"webp") for item in (used, old, new))
    stranger = put(tmp_path, "ghi-chu.txt", b"")
    for place in (negatives.place(used.path), negatives.place(old.path), stranger):
        os.utime(place, (1, 1))

    assert negatives.sweep([used]) == 1
    assert [negatives.has(item) for item in (used, old, new)] == [True, False, True]
    assert stranger.exists()


def test_an_empty_negative_is_none(tmp_path):
    item = Rendition(480, 360, "webp", "anh/0123456789abcdef-480.webp")
    Negatives(tmp_path).keep([(item.path, b"")])

    assert Negatives(tmp_path).get(item) is None
