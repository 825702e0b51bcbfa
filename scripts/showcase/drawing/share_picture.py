"""A share picture is drawn here, from its view to the bytes of a file: 1200 × 630 pixels, 60 kB at most.

What is set in type is a PNG without loss; what has a photo is a JPEG, of the best quality that keeps to the limit. Letters and
drawn edges take half of its bytes, so quality goes before detail does: at 36 letters are still clean at the size of a chat.

Measured on 300 models of an invented catalogue, as of the processor alone, on a machine busy with other things (the same JPEG
that takes 25 ms in `photos/resizing.py` took 40 there): set in type 20 ms and 25 kB in the median, 31 ms and 29 kB for nineteen
of twenty; with a photo 36 ms and 53 kB, 44 ms and 57 kB. So some 13 and 23 ms where nobody else works.
"""

from io import BytesIO

from PIL import Image

from showcase.drawing.colours import ACCENT, INK, LINE, PAPER, QUIET, family
from showcase.drawing.cover import draw_cover
from showcase.drawing.setting import TIGHT, Ink, fit
from showcase.drawing.sheet import Sheet
from showcase.drawing.sign import sign
from showcase.drawing.tally import draw_tally
from showcase.views.cover import Cover
from showcase.views.share_picture import HEIGHT, PICTURE_WIDTH, WIDTH, SharePicture, Shown, Tally

LARGEST = 60_000
"""Bytes: it comes through a phone's network before anybody has asked for the page."""
_QUALITIES = {72: 1.0, 66: 0.92, 60: 0.86, 54: 0.8, 48: 0.75, 42: 0.7, 36: 0.65}
"""Of a file of the best quality, how large it is at the others, where these differ least."""
_SHARP = (1, 0.7, 0.45, 0.25, 0.1)
"""How much of its detail a photo keeps; most keep all of it."""
_NEARLY = 1.12
"""So many times as large as its place, a photo is cut and not made smaller: that alone would take 10 ms."""
_EDGE, _THREAD, _SIGN, _TAG, _BETWEEN = 36, 12, 52, 26, 13
_TITLES, _TEXTS, _NEWEST = (64, 59, 54, 50, 46, 43, 40, 37, 34), (44, 41, 38, 35, 32, 30), (44, 40, 36, 33, 30)
_ON_PAPER, _QUIETLY = Ink(INK, PAPER), Ink(QUIET, PAPER)
_LEFT, _ROOM = PICTURE_WIDTH + _EDGE, WIDTH - PICTURE_WIDTH - 2 * _EDGE
_FOOT = HEIGHT - _EDGE - _SIGN


def draw(picture: SharePicture, photo: bytes = b"") -> bytes:
    """Draw a picture; `photo` is the size of a photo that the view names, where it names one."""
    sheet = Sheet(WIDTH, HEIGHT, PAPER)
    if isinstance(picture.left, Cover):
        draw_cover(sheet, PICTURE_WIDTH, HEIGHT, picture.field, picture.left)
    elif isinstance(picture.left, Tally):
        draw_tally(sheet, PICTURE_WIDTH, HEIGHT, picture.field, picture.left)
    sheet.fill((PICTURE_WIDTH, 0, WIDTH, HEIGHT), PAPER)  # over what a number of forty digits has left there
    _words(sheet, picture)
    _site(sheet, picture.site)
    if not isinstance(picture.left, Shown):
        return sheet.png()
    sheet.fill((PICTURE_WIDTH - _THREAD, 0, PICTURE_WIDTH, HEIGHT), family(picture.field).full)
    return _with_photo(sheet.picture(), picture.left, photo)


def _words(sheet: Sheet, picture: SharePicture) -> None:
    """Set the words on the right: field, place, title; or the newest titles."""
    top, foot = _EDGE - 6, _FOOT - 20
    if picture.kicker:
        kicker = fit(picture.kicker, "Bold", (32, 28), (_ROOM, 84))
        top = kicker.put(sheet, _LEFT, top, Ink(family(picture.field).full, PAPER))
    if picture.place:
        top = fit(picture.place, "Medium", (30, 27), (_ROOM, 117)).put(sheet, _LEFT, top + 2, _QUIETLY) + 14
    if picture.title:
        fit(picture.title, "Bold", _TITLES, (_ROOM, foot - top), TIGHT).put(sheet, _LEFT, top, _ON_PAPER)
    elif picture.text:
        fit(picture.text, "Medium", _TEXTS, (_ROOM, foot - top), 1.36).put(sheet, _LEFT, top, _ON_PAPER)
    if picture.titles:
        top = fit("Mới đăng", "Medium", (30,), (_ROOM, 40)).put(sheet, _LEFT, top, _QUIETLY) + 10
        _newest(sheet, picture.titles, top, foot)


def _newest(sheet: Sheet, titles: tuple[str, ...], top: int, foot: int) -> None:
    """Set the titles of the newest models below each other, all of one size, a line between them."""
    room = _ROOM, (foot - top) // len(titles) - 2 * _BETWEEN
    size = min(fit(title, "Bold", _NEWEST, room, TIGHT).size for title in titles)
    for number, title in enumerate(titles):
        if number:
            sheet.fill((_LEFT, top + _BETWEEN, _LEFT + _ROOM, top + _BETWEEN + 2), LINE)
            top += 2 * _BETWEEN
        top = fit(title, "Bold", (size,), room, TIGHT).put(sheet, _LEFT, top, _ON_PAPER)


def _site(sheet: Sheet, name: str) -> None:
    """Set the sign and the name of the site at the foot."""
    ground, drawn = sign(_SIGN)
    sheet.press(ground, (_LEFT, _FOOT), (ACCENT, PAPER))
    sheet.press(drawn, (_LEFT, _FOOT), (PAPER, ACCENT))
    words = fit(name, "SemiBold", (30, 26, 22), (_ROOM - _SIGN - 16, 40))
    words.put(sheet, _LEFT + _SIGN + 16, _FOOT + (_SIGN - words.height) // 2, _ON_PAPER)


def _with_photo(whole: Image.Image, shown: Shown, photo: bytes) -> bytes:
    """Put a photo beside the words; give both as good as the limit lets them be, the words before the photo."""
    sharp, tag = _filling(photo, PICTURE_WIDTH - _THREAD, HEIGHT), _tag(shown.label)
    data = b""
    for share in _SHARP:
        whole.paste(_softened(sharp, share), (0, 0))
        whole.paste(tag, (0, HEIGHT - tag.height))
        best, *others = _QUALITIES
        data = _jpeg(whole, best)
        likely = LARGEST / len(data)
        for quality in others:
            if len(data) > LARGEST and _QUALITIES[quality] < likely:
                data = _jpeg(whole, quality)
        if len(data) <= LARGEST:
            break
    return data


def _softened(photo: Image.Image, share: float) -> Image.Image:
    """Take detail away, but for so much of it: a lower quality of the file would break the letters beside it."""
    if share == 1:
        return photo
    small = round(photo.width * share), round(photo.height * share)
    return photo.resize(small, Image.Resampling.BOX).resize(photo.size, Image.Resampling.BICUBIC)


def _jpeg(whole: Image.Image, quality: int) -> bytes:
    buffer = BytesIO()
    whole.save(buffer, "JPEG", quality=quality, subsampling="4:2:0", optimize=True)
    return buffer.getvalue()


def _filling(photo: bytes, width: int, height: int) -> Image.Image:
    """Cut a photo so that it fills its place: from the middle across, from a little above the middle down, where faces are."""
    with Image.open(BytesIO(photo), formats=("JPEG", "WEBP")) as opened:
        image = opened.convert("RGB")
    scale = min(image.width / width, image.height / height)
    scale = 1 if 1 <= scale < _NEARLY else scale
    broad, high = width * scale, height * scale
    left, top = int((image.width - broad) / 2), int((image.height - high) * 0.4)
    box = left, top, left + broad, top + high
    return image.crop(box) if scale == 1 else image.resize((width, height), Image.Resampling.LANCZOS, box)


def _tag(label: str) -> Image.Image:
    """What the photo is, as a card says it (`Tranh minh họa`)."""
    words = fit(label, "SemiBold", (_TAG,), (PICTURE_WIDTH, 2 * _TAG))
    sheet = Sheet(words.width + 36 if label else 0, 2 * _TAG, INK)
    words.put(sheet, 18, 8, Ink(PAPER, INK))
    return sheet.picture()
