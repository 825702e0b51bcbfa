"""What a photo file is, before anything is decoded: its format and size, or why it is refused, and what an editor is told."""

import os
from pathlib import Path

import photos
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from photos import jpeg, put, saved, scene
from PIL import Image
from showcase.photos.inspection import inspect_bytes, inspect_file, read_header
from showcase.photos.resizing import difference_hash
from showcase.record.photo import PhotoFacts, PhotoFault, renditions, with_name
from showcase.record.photo_advice import explain


def inspected(path: Path) -> PhotoFacts:
    """The facts of a file under its name."""
    return with_name(inspect_file(path), path.name)


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

    facts = inspect_bytes(data)

    assert (name.split(",")[0], 640, 480, None) == (facts.format, facts.width, facts.height, facts.fault)
    assert len(data) == facts.size
    assert difference_hash(data) == difference_hash(data)


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

    facts = inspected(path)

    assert fault == facts.fault
    assert name == facts.name
    assert renditions(facts) == ()
    assert explain(facts)


def test_a_wrong_ending_of_the_name_is_tolerated_where_it_is_a_picture_s(tmp_path):
    facts = inspected(put(tmp_path, "anh.PNG", jpeg()))

    assert (facts.format, facts.fault, facts.is_misnamed) == ("jpeg", None, True)
    assert not inspected(put(tmp_path, "anh.JPG", jpeg())).is_misnamed


def test_links_folders_pipes_and_devices_are_never_opened(tmp_path):
    put(tmp_path, "that.jpg", jpeg())
    (tmp_path / "lien-ket.jpg").symlink_to(tmp_path / "that.jpg")
    (tmp_path / "ngoai.jpg").symlink_to("/etc/passwd")
    (tmp_path / "thu-muc.jpg").mkdir()
    os.mkfifo(tmp_path / "ong.jpg")

    found = {name: inspected(tmp_path / name).fault for name in ("lien-ket.jpg", "ngoai.jpg", "thu-muc.jpg", "ong.jpg")}

    assert dict.fromkeys(found, PhotoFault.LINK) == found
    assert inspected(Path("/dev/zero")).fault == PhotoFault.LINK
    assert inspected(tmp_path / "khong-co.jpg").fault == PhotoFault.UNREADABLE


def test_a_file_that_is_too_large_is_not_read_to_its_end(tmp_path):
    path = tmp_path / "nang.jpg"
    with path.open("wb") as file:
        file.write(jpeg())
        file.truncate(90_000_000)

    facts = inspected(path)

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
    assert inspect_bytes(start + rest).fault


def test_every_fault_has_its_sentence_with_a_way_out():
    sentences = [explain(PhotoFacts("a.jpg", fault=fault)) for fault in PhotoFault]

    assert len(PhotoFault) == len(set(sentences))
    assert all("Hãy" in sentence or "hãy" in sentence for sentence in sentences)
    assert not any("{" in sentence for sentence in sentences)
    assert explain(PhotoFacts("a.jpg")) == ""


def test_the_sentences_name_the_figures():
    large = inspect_bytes(photos.bomb())
    small = inspect_bytes(jpeg(scene(300, 240)))
    nameless = with_name(inspect_bytes(saved(scene(), "WEBP")), "anh.webp.tmp")
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
