"""Drawn pictures: every letter of Vietnamese is there, lines break where they may, and what is drawn says what its view says."""

import io
import re
import unicodedata
from functools import partial
from itertools import pairwise

import pytest
import resvg_py
from hypothesis import given
from hypothesis import strategies as st
from photos import scene
from PIL import Image, ImageChops, ImageStat
from project import ROOT
from showcase.drawing import store
from showcase.drawing.colours import ACCENT, CREAM, FIELDS, INK, LINE, PAPER, QUIET, tone_of
from showcase.drawing.cover import EDGE
from showcase.drawing.faces import letters, settable, width_of
from showcase.drawing.lines import balanced, fitted
from showcase.drawing.share_picture import LARGEST, draw
from showcase.drawing.sheet import colour
from showcase.drawing.sign import sign
from showcase.drawing.store import DrawingStore
from showcase.drawing.ties import tie
from showcase.drawing.weave import weave
from showcase.photos.store import PhotoStore
from showcase.record.photo import Rendition
from showcase.views.cover import Block, Cover, Look
from showcase.views.share_picture import HEIGHT, PICTURE_WIDTH, WIDTH, SharePicture, Shown, Tally

VOWELS, CONSONANTS = "aăâeêioôơuưy", "bcdđghklmnpqrstvxfjwz"
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
ALPHABET = [
    case(unicodedata.normalize("NFC", f"{vowel}{tone}"))
    for vowel in VOWELS
    for tone in TONES
    for case in (str.lower, str.upper)
] + [case(letter) for letter in CONSONANTS for case in (str.lower, str.upper)]
OTHERS = "0123456789.,:;!?()[]–—-“”‘’…·%/+&'×²³" + "čñČÑ"
"""Signs of titles, and letters of place names in the languages of the Central Highlands."""


def masks(text, weight="Bold", size=60):
    return [glyph for glyph, _ in letters(text, weight, size)]


@pytest.mark.parametrize("weight", ["Medium", "SemiBold", "Bold", "ExtraBold"])
def test_every_letter_of_vietnamese_with_every_tone_has_a_shape_of_its_own(weight):
    hollow = masks("\uffff", weight)[0].mask.tobytes()
    shapes = {letter: masks(letter, weight)[0].mask for letter in ALPHABET}
    assert len(ALPHABET) == 2 * (12 * 6 + 21)
    assert all(len(letter) == 1 and shape.getbbox() for letter, shape in shapes.items())
    assert all(shape.tobytes() != hollow for shape in shapes.values())
    alike = [pair for pair in pairwise(sorted(shapes, key=lambda letter: (shapes[letter].size, shapes[letter].tobytes())))
             if shapes[pair[0]].tobytes() == shapes[pair[1]].tobytes()]  # fmt: skip
    assert alike == [], "two letters look the same"


@pytest.mark.parametrize("sign_", OTHERS)
def test_signs_of_titles_and_letters_of_place_names_are_there_too(sign_):
    assert settable(sign_) == sign_


@pytest.mark.parametrize("vowel", ["â", "ê", "ô", "Â", "Ê", "Ô"])
def test_a_tone_stands_above_the_mark_of_its_vowel_and_a_dot_below(vowel):
    bare = unicodedata.normalize("NFD", vowel)[0]
    plain, marked = masks(bare)[0], masks(vowel)[0]
    tones = [masks(unicodedata.normalize("NFC", f"{vowel}{tone}"))[0] for tone in TONES[1:]]
    assert marked.top < plain.top
    assert all(tone.top < marked.top for tone in tones[:4])
    assert tones[4].top + tones[4].mask.height > plain.top + plain.mask.height + 4


def test_what_is_set_is_composed_and_holds_no_hollow_box():
    assert settable(unicodedata.normalize("NFD", "Ngõ nhỏ, phố nhỏ: ế ữ ặ")) == "Ngõ nhỏ, phố nhỏ: ế ữ ặ"
    assert settable("Buôn Čư Mblĭm, ƀuôn Ŏng") == "Buôn Čư Mblim, buôn Ong", "the letter below a mark that it lacks"
    assert settable("Chợ 🐟 sáng\u200b\nvà\u00a0tối 漢") == "Chợ sáng và tối"


# --- Lines ---------------------------------------------------------------------------------------------------------


def broken(text, room, most=9):
    """Break a text where each letter is as wide as any other."""
    return balanced(text.split(" "), room, len, most)[1]


@pytest.mark.parametrize(
    ("room", "lines"),
    [
        (20, ["Nuôi hươu sao ở", "xã Quỳnh Liên"]),
        (17, ["Nuôi hươu sao", "ở xã Quỳnh Liên"]),
        (22, ["Nuôi hươu sao ở", "xã Quỳnh Liên"]),
    ],
)
def test_a_name_stays_on_one_line(room, lines):
    found = broken("Nuôi hươu sao ở xã Quỳnh Liên", room)
    assert [" ".join(found)] == [" ".join(lines)]
    assert any("Quỳnh Liên" in line for line in found)


@pytest.mark.parametrize(
    "pair",
    ["3.100 mắt", "số 04", "Quỳnh Liên", "xã Nghĩa", "kinh tế", "an –", "thị xã", "năm 2022"],
)
def test_what_belongs_together_costs_more_to_tear_than_what_does_not(pair):
    assert tie(*pair.split()) > tie("quét", "đường")


def test_no_word_is_left_over_alone():
    lines = broken("Mười hộ trong xóm thay nhau quét đường làng sạch", 44)
    assert len(lines) == 2
    assert min(map(len, lines)) > 15


@given(st.text("abcđ êưộ", min_size=1, max_size=200), st.integers(8, 40))
def test_lines_hold_all_words_in_their_order_and_none_is_too_long(text, room):
    words = " ".join(text.split()) or "a"
    size, lines = fitted(words, (2, 1), (room, 10_000), lambda size: lambda part: len(part) * size, 1.0)
    assert all(len(line) * size <= room for line in lines)
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")


def cut(text, room, most):
    return fitted(text, (1,), (room, most), lambda _size: len, 1.0).lines


def test_what_is_too_long_is_cut_at_a_comma_and_never_after_a_word_that_leads_on():
    assert cut("Quét đường làng mỗi sáng, trồng hoa hai bên và treo cờ", 16, 2)[-1].endswith("sáng…")
    assert cut("Mười hộ quét dọn đường làng với nhau mỗi sáng chủ nhật", 16, 2)[-1].endswith("làng…")


def test_a_word_longer_than_a_line_is_broken_by_letters():
    assert cut("a" * 40, 16, 5) == ("a" * 16, "a" * 16, "a" * 8)
    assert cut("a" * 400, 16, 2)[-1].endswith("…")


# --- The hand of the pages -----------------------------------------------------------------------------------------


def test_colours_are_those_of_the_pages():
    page, cards = ((ROOT / f"docs/assets/{name}.css").read_text(encoding="utf-8") for name in ("trang", "the"))
    tokens = dict(re.findall(r"--dv-([a-z]+): (#[0-9a-f]{6});", page.partition("}")[0]))
    own = {"paper": PAPER, "ink": INK, "quiet": QUIET, "line": LINE, "accent": ACCENT, "cream": CREAM}
    assert own == {name: colour(tokens[name]) for name in own}
    for field, family in FIELDS.items():
        block = re.search(rf"\.dv-f--{field} {{\n(.*?)}}", cards, re.DOTALL)[1]
        assert list(family) == [colour(value) for value in re.findall(r"#[0-9a-f]{6}", block)]


def test_the_sign_is_that_of_the_site():
    drawing = (ROOT / "docs/assets/bieu-tuong.svg").read_text(encoding="utf-8")
    wanted = Image.open(io.BytesIO(resvg_py.svg_to_bytes(svg_string=drawing, width=72, height=72))).convert("RGBA")
    ground, drawn = sign(72)
    found = Image.new("RGBA", (72, 72))
    found.paste((*ACCENT, 255), (0, 0), ground)
    found.paste((*PAPER, 255), (0, 0), drawn)
    difference = ImageChops.difference(wanted, found)
    assert max(ImageStat.Stat(difference).mean) < 4
    assert max(ImageStat.Stat(ImageChops.difference(wanted, Image.new("RGBA", (72, 72)))).mean) > 60


def test_each_field_has_a_band_of_its_own_that_is_neither_empty_nor_full():
    bands = {weave(field, 240, 48, 48).tobytes() for field in FIELDS}
    assert len(bands) == 4
    shares = [ImageStat.Stat(weave(field, 240, 48, 48)).mean[0] / 255 for field in FIELDS]
    assert all(0.2 < share < 0.6 for share in shares), shares
    assert weave("linh-vuc-moi", 240, 48, 48).getbbox() is None, "a field that an editor added has no sign"


# --- Pictures ------------------------------------------------------------------------------------------------------

TITLE = "Vận động nhân dân chuyển đổi đất trồng lúa nương kém hiệu quả sang trồng ngô hai vụ"
BARS = Cover(
    kind="bars", look=Look("deep", "none"), large="53,8", size=4, thumb="53,8", above="Thu về, đã trừ chi phí",
    unit="triệu đồng", blocks=(Block("8,1", 150), Block("53,8", 1000)),
)  # fmt: skip
COVERS = {
    "bars": BARS,
    "number": Cover(kind="number", look=Look("full", "side"), large="3.100", size=5, thumb="3.100", above="Thị xã Hoàng Mai",
                    about="hơn", unit="mắt", below="mắt camera an ninh ở xã, phường"),
    "copies": Cover(kind="copies", look=Look("deep", "none"), large="33", size=2, thumb="33", below="nơi đã làm theo",
                    squares=(17, 16)),
    "quote": Cover(kind="quote", look=Look("pale", "edge"), large="6 không, 3 có", size=11, thumb="", below="Hoàng Mai"),
    "place": Cover(kind="place", look=Look("full", "edge"), large="Khối Bắc Mỹ", size=13, thumb="", above="Quỳnh Thiện",
                   below="Nay: phường Hoàng Mai, Nghệ An"),
    "words": Cover(kind="words", look=Look("pale", "block"), large="Tiết kiệm xanh", size=13, thumb="", below="Mai"),
}  # fmt: skip
WORDS = {
    "field": "kinh-te",
    "kicker": "Kinh tế",
    "place": "Xã Trạm Tấu, Lào Cai",
    "title": TITLE,
    "site": "Dân vận khéo",
}
PHOTO = Shown(Rendition(960, 640, "webp", "0-960.webp"), "Tranh minh họa")


def picture_of(left, **words):
    return SharePicture(left=left, **(WORDS | words))


def seen(data):
    """Open a picture as those who fetch it do, with all that is asked of each."""
    assert len(data) <= LARGEST
    with Image.open(io.BytesIO(data)) as opened:
        assert opened.size == (WIDTH, HEIGHT)
        return opened.convert("RGB")


def webp(picture):
    out = io.BytesIO()
    picture.save(out, "WEBP", quality=70)
    return out.getvalue()


@pytest.mark.slow
@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("kind", COVERS)
def test_a_cover_has_its_tone_on_the_left_and_words_on_paper_on_the_right(kind, field):
    cover = COVERS[kind]
    data = draw(picture_of(cover, field=field))
    assert data == draw(picture_of(cover, field=field))
    assert data.startswith(b"\x89PNG")
    picture, tone = seen(data), tone_of(field, cover)
    left, right = picture.crop((0, 0, PICTURE_WIDTH, HEIGHT)), picture.crop((PICTURE_WIDTH, 0, WIDTH, HEIGHT))
    colours = {colour_: many for many, colour_ in left.getcolors(100_000)}
    assert colours[tone.ground] > 0.2 * PICTURE_WIDTH * HEIGHT
    assert tone.ink in colours
    paper = {colour_: many for many, colour_ in right.getcolors(100_000)}
    assert max(paper, key=paper.get) == PAPER
    assert {FIELDS[field].full, QUIET, INK, ACCENT} <= paper.keys(), "field, place, title and the site's sign"


def test_two_blocks_are_in_true_proportion():
    picture, tone = seen(draw(picture_of(BARS))), tone_of("kinh-te", BARS)
    rows = [row for row in range(HEIGHT) if picture.getpixel((2, row)) == tone.was]
    ends = {next(x for x in range(WIDTH) if picture.getpixel((x, row)) != tone.was) for row in rows[::20]}
    assert ends == {PICTURE_WIDTH * 150 // 1000}
    assert picture.getpixel((PICTURE_WIDTH - 2, HEIGHT - 4)) == tone.thread, "what is now fills the width"


def test_there_is_a_square_for_each_copy():
    cover = COVERS["copies"]
    picture, tone = seen(draw(picture_of(cover))), tone_of("kinh-te", cover)
    row = EDGE + 8
    along = [picture.getpixel((x, row)) != tone.ground for x in range(PICTURE_WIDTH)]
    assert sum(not one and other for one, other in pairwise(along)) == 17
    assert picture.getpixel((EDGE + 4, row)) == tone.thread, "the first one is lit"


@pytest.mark.parametrize("field", ["", "kinh-te"])
def test_a_list_s_cloth_is_woven_of_its_fields_in_true_proportion(field):
    tally = Tally("Nghệ An", "Phường Hoàng Mai", 4, (("van-hoa-xa-hoi", 3), ("quoc-phong-an-ninh", 1)))
    picture = seen(draw(SharePicture(left=tally, field=field, titles=(TITLE, "Tiết kiệm xanh"), site="Dân vận khéo")))
    foot = picture.crop((0, HEIGHT - 90, PICTURE_WIDTH, HEIGHT))
    colours = {colour_: many for many, colour_ in foot.getcolors(100_000)}
    culture, security = FIELDS["van-hoa-xa-hoi"].full, FIELDS["quoc-phong-an-ninh"].full
    assert colours[culture] > 2 * colours[security] > 0
    ground = FIELDS[field].full if field else INK
    assert picture.getpixel((4, 4)) == ground


def test_a_place_without_models_shows_a_cloth_that_waits():
    empty = SharePicture(left=Tally("Địa phương", "An Giang", 0, ()), text="Chưa có mô hình nào.", site="Dân vận khéo")
    foot = seen(draw(empty)).crop((0, HEIGHT - 90, PICTURE_WIDTH, HEIGHT))
    assert foot.getcolors(100_000)
    assert not {family.full for family in FIELDS.values()} & {colour_ for _, colour_ in foot.getcolors(100_000)}


@pytest.mark.parametrize("size", [(960, 640), (480, 320), (960, 1920), (1600, 400)])
def test_a_photo_fills_its_place_upright_and_in_the_limit(size):
    data = draw(picture_of(PHOTO), webp(scene(*size)))
    assert data.startswith(b"\xff\xd8")
    picture = seen(data)
    assert ImageStat.Stat(picture.crop((600, 200, 700, 400))).stddev[0] > 3, "grain to the edge of its place"
    paper = ImageStat.Stat(picture.crop((WIDTH - 20, 200, WIDTH - 4, 400))).mean
    assert max(abs(one - other) for one, other in zip(paper, PAPER, strict=True)) < 5


def test_a_photo_that_no_encoder_can_make_small_keeps_to_the_limit():
    noise = Image.effect_noise((960, 640), 255).convert("RGB")
    seen(draw(picture_of(PHOTO), webp(noise)))


HOSTILE = [
    "a" * 300, "Ỗ" * 200, "🐟" * 40, "“", ".", "\n\n", " – ".join(["Đi từng ngõ, gõ từng nhà"] * 8), "1.000.000.000 " * 12,
    "a\u0301\u0302\u0303\u0309\u0323" * 30, "<script>alert(1)</script>", "漢字" * 50, "nghiêng " * 25,
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_finds_its_place(text):
    for cover in COVERS.values():
        hostile = Cover(
            kind=cover.kind, look=cover.look, large=text, size=5, thumb="", above=text, about=text[:20], unit=text[:60],
            below=text, blocks=tuple(Block(text[:12], block.length, text[:9]) for block in cover.blocks),
            squares=cover.squares,
        )  # fmt: skip
        picture = seen(draw(picture_of(hostile, title=text, place=text, kicker=text, site=text)))
        edge = picture.crop((WIDTH - 8, 0, WIDTH, HEIGHT))
        assert edge.getcolors() == [(8 * HEIGHT, PAPER)], "nothing runs over the edge"
    seen(draw(SharePicture(left=Tally(text, text, 13_663, (("kinh-te", 1),)), titles=(text,) * 3, site=text)))


def test_a_real_title_of_two_hundred_letters_is_set_whole_or_cut_at_a_word():
    text = f"{TITLE}, {TITLE.lower()} và nhân rộng ra cả huyện trong năm 2012"
    _, lines = fitted(text, (34,), (360, 400), lambda size: partial(width_of, weight="Bold", size=size), 1.26)
    assert len(text) > 200
    kept = " ".join(lines)
    assert kept == text or (kept.endswith("…") and text.startswith(kept[:-1]) and len(kept) > 90)


# --- What is kept --------------------------------------------------------------------------------------------------


def test_none_is_drawn_twice_unless_what_is_kept_is_damaged(tmp_path, monkeypatch):
    drawn = []
    monkeypatch.setattr(store, "draw", lambda picture, photo: drawn.append(picture) or draw(picture, photo))
    drawings = DrawingStore(tmp_path / "chia-se", PhotoStore(tmp_path / "anh"))
    picture = picture_of(BARS)
    first = drawings.share_picture(picture, "")
    assert drawings.share_picture(picture, "") == first
    assert len(drawn) == 1
    (kept,) = (tmp_path / "chia-se").iterdir()
    whole = kept.read_bytes()
    for damage in (b"", first[:-9], whole[:-9], whole.replace(whole[200:208], b"\0\xffNOISE!"), first):
        kept.write_bytes(damage)
        assert drawings.share_picture(picture, "") == first
        assert kept.read_bytes() == whole
    kept.unlink()
    kept.mkdir()
    assert drawings.share_picture(picture, "") == first
    assert len(drawn) == 7
    drawings.share_picture(picture_of(BARS, title="Tên khác"), "")
    assert len(drawn) == 8


def test_what_nobody_asked_for_in_a_month_goes(tmp_path, monkeypatch):
    drawings = DrawingStore(tmp_path / "chia-se", PhotoStore(tmp_path / "anh"))
    drawings.share_picture(picture_of(BARS), "")
    drawings.remove_unused()
    assert len(list((tmp_path / "chia-se").iterdir())) == 1
    later = store.time.time() + 31 * 24 * 3600
    monkeypatch.setattr(store.time, "time", lambda: later)
    drawings.remove_unused()
    assert list((tmp_path / "chia-se").iterdir()) == []


def test_where_nothing_can_be_kept_pictures_are_drawn_all_the_same(tmp_path):
    (tmp_path / "chia-se").write_text("not a folder")
    seen(DrawingStore(tmp_path / "chia-se", PhotoStore(tmp_path / "anh")).share_picture(picture_of(BARS), ""))
