"""A photo file tells in its name and within whose photo it is; Pillow, which wrote none of that, reads it back."""

import hashlib
import io
import itertools
import re
from xml.etree import ElementTree as ET

import pytest
from photos import SECRET, jpeg, scene
from PIL import Image, IptcImagePlugin
from showcase.photos.inspection import inspect_bytes
from showcase.photos.labelling import labelled
from showcase.photos.metadata import without_metadata
from showcase.photos.resizing import encode_renditions
from showcase.record.model import Photo
from showcase.record.photo_file import LABELLING, Label, label_of, photo_files

DC, RDF = "{http://purl.org/dc/elements/1.1/}", "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
PHOTOSHOP, RIGHTS = "{http://ns.adobe.com/photoshop/1.0/}", "{http://ns.adobe.com/xap/1.0/rights/}"
BY_LINE, CREDIT, COPYRIGHT = (2, 80), (2, 110), (2, 116)
LONGEST_ID = "a" * 80
HOSTILE = [
    'Ảnh & <script>alert("1")</script> \' ]]> <?xpacket end="w"?>',
    "../../../etc/passwd",
    "CON.",
    "\ufffe\x1b[31m",
    "Nguyễn " * 9000,
    '"' * 70_000,
    "摄影",
]


def a_photo(author="Báo Nghệ An", licence="CC-BY-4.0", **more) -> Photo:
    return Photo("cho.jpg", "Chợ ngày nắng", author, licence, inspect_bytes(jpeg()), **more)


def made(photo: Photo, model_id="cho-sach"):
    """Each file of a photo, as it is named, was encoded, and is given to readers."""
    files = photo_files(photo, model_id)
    encoded = encode_renditions(jpeg(), [file.rendition for file in files])
    return [(file, data, labelled(data, file.rendition, file.label)) for file, data in zip(files, encoded, strict=True)]


def told_in_xmp(data: bytes) -> dict[str, str]:
    """All that the XMP of a file says, by the names of its properties."""
    packet = Image.open(io.BytesIO(data)).info["xmp"]
    (description,) = ET.fromstring(packet).iter(f"{RDF}Description")
    told = {name: value for name, value in description.items() if not name.startswith(RDF)}
    return told | {part.tag: "".join(part.itertext()) for part in description}


def told_in_iim(data: bytes) -> dict[tuple[int, int], str]:
    found = IptcImagePlugin.getiptcinfo(Image.open(io.BytesIO(data)))
    assert found.pop((1, 90)) == b"\x1b%G"
    assert found.pop((2, 0)) == b"\0\4"
    return {number: text.decode() for number, text in found.items()}


def test_each_file_says_who_made_it_and_how_it_may_be_used():
    for file, _, data in made(a_photo()):
        assert told_in_xmp(data) == {
            f"{DC}creator": "Báo Nghệ An",
            f"{DC}rights": "Báo Nghệ An (CC BY 4.0)",
            f"{PHOTOSHOP}Credit": "Ảnh: Báo Nghệ An (CC BY 4.0)",
            f"{RIGHTS}WebStatement": "https://creativecommons.org/licenses/by/4.0/",
        }
        if file.format == "jpeg":
            assert told_in_iim(data) == {
                BY_LINE: "Báo Nghệ An",
                CREDIT: "Ảnh: Báo Nghệ An (CC BY",  # 32 bytes are all that the standard gives
                COPYRIGHT: "Báo Nghệ An (CC BY 4.0)",
            }


def test_what_is_used_by_permission_names_no_licence():
    for _, _, data in made(a_photo(licence="duoc-phep", kind="minh-hoa")):
        told = told_in_xmp(data)
        assert f"{RIGHTS}WebStatement" not in told
        assert told[f"{PHOTOSHOP}Credit"] == "Tranh: Báo Nghệ An (được phép sử dụng)"


def test_nothing_else_is_in_a_file_and_no_pixel_is_another():
    for file, encoded, data in made(a_photo()):
        assert SECRET not in data
        opened = Image.open(io.BytesIO(data))
        assert opened.tobytes() == Image.open(io.BytesIO(encoded)).tobytes()
        assert opened.size == (file.width, file.height)
        assert not opened.getexif()
        bare = without_metadata(data)
        assert "xmp" not in Image.open(io.BytesIO(bare)).info
        assert len(data) - len(bare) < 1500


@pytest.mark.parametrize("author", HOSTILE, ids=range(len(HOSTILE)))
def test_a_credit_cannot_break_a_file_or_its_name(author):
    photo = a_photo(author)
    for file, encoded, data in made(photo, LONGEST_ID):
        assert re.fullmatch(r"anh/[a-z0-9-]+(_[a-z0-9]+(-[a-z0-9]+)*)?_[0-9a-f]{12}-\d+\.(jpg|webp)", file.path)
        assert len(file.path) <= len("anh/") + 136
        told = told_in_xmp(data)
        assert told[f"{DC}creator"] == label_of(photo).creator
        assert Image.open(io.BytesIO(data)).tobytes() == Image.open(io.BytesIO(encoded)).tobytes()
        if file.format == "jpeg":
            iim = told_in_iim(data)
            assert all(
                len(iim[part].encode()) <= most for part, most in ((BY_LINE, 32), (CREDIT, 32), (COPYRIGHT, 128))
            )


def test_a_name_tells_the_model_and_the_credit():
    paths = [file.path for file in photo_files(a_photo("Báo Nghệ An"), "cho-sach")]
    assert all(re.fullmatch(r"anh/cho-sach_bao-nghe-an_[0-9a-f]{12}-\d+\.(jpg|webp)", path) for path in paths)
    assert len(set(paths)) == len(paths)


def test_whatever_is_in_a_file_is_in_its_name():
    """A file of one name is kept for ever: another credit, licence or kind is another name, and no pixels are made anew."""
    photos = (
        a_photo(),
        a_photo(author="Báo Nghệ  An"),
        a_photo(licence="CC-BY-SA-4.0"),
        a_photo(kind="minh-hoa"),
        a_photo()._replace(facts=inspect_bytes(jpeg(scene(), quality=80))),
    )
    files = [photo_files(photo, "cho-sach") for photo in photos]
    for one, other in itertools.combinations(files, 2):
        assert not {file.path for file in one} & {file.path for file in other}
    assert {file.rendition for file in files[0]} == {file.rendition for file in files[1]}
    assert {file.path for file in files[0]} == {
        file.path for file in photo_files(a_photo(caption="Chợ phiên"), "cho-sach")
    }


def test_another_way_of_writing_labels_raises_its_number():
    """The number stands for these bytes: where they are others, `LABELLING` is to be raised, and the digest here with it."""
    label = Label("Báo Nghệ An", "Ảnh: Báo Nghệ An (CC BY 4.0)", "Báo Nghệ An (CC BY 4.0)", "https://example.org/a?b&c")
    bare = {"jpeg": b"\xff\xd8\xff\xdb", "webp": b"RIFF\0\0\0\0WEBPVP8 "}
    sizes = {file.format: file.rendition for file in photo_files(a_photo(), "cho-sach")}
    written = b"".join(labelled(bare[form], sizes[form], label) for form in bare)
    assert (LABELLING, hashlib.sha256(written).hexdigest()[:12]) == (1, "303f26b74530")
