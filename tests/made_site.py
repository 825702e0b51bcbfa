"""Makes a models folder that has every kind of page and every entry of the format; nothing here knows how sites are built.

Three parts: the files of `full_catalogue/`, written by hand; one model with as much of everything as the format allows;
and many small ones, so that lists have three pages. Photos are drawn here, each in the shape that its name is given.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random

from PIL import Image, ImageDraw

HERE = Path(__file__).parent
FULL = HERE / "full_catalogue"
VOCABULARY = HERE.parent / "models" / "_vocabulary"

SHAPES = {
    "duong-hoa.jpg": (1800, 1200),
    "truoc-khi-don.jpg": (1000, 750),
    "buoi-hop-dung.jpg": (800, 1400),
    "toan-canh.jpg": (1700, 400),
    "nho.jpg": (330, 220),
    "tranh-ve.png": (900, 600),
    "to-truong.jpg": (820, 820),
    "bai-bien.jpg": (1300, 320),
    "anh-cu.jpg": (700, 1500),
    "da-go.jpg": (640, 480),
}
"""Pixels of the photos by name: portraits, panoramas, a small one; what is not listed is an ordinary photo."""
ORDINARY = (960, 640)

FIELDS = ("kinh-te", "van-hoa-xa-hoi", "quoc-phong-an-ninh", "he-thong-chinh-tri")
MANY = 52
"""Small models in one field and province: at 24 on a page, three pages; each but the first learned from another, as a family."""
DEEP = 10
SIMPLE = 20
"""Small models from this number on have a history."""
COMMUNES = (
    "phường Chiềng An",
    "phường Mộc Châu",
    "xã Mường Chiên",
    "xã Thuận Châu",
    "xã Tà Xùa",
    "xã Phù Yên",
    "xã Yên Châu",
)
PLACES = (
    "phường Hoàn Kiếm, Hà Nội",
    "phường Tây Hồ, Hà Nội",
    "huyện Mỹ Đức, Hà Nội",
    "xã Ngọc Chiến, tỉnh Sơn La",
    "thị xã Hoàng Mai, tỉnh Nghệ An",
    "tỉnh Cao Bằng",
    "tỉnh Hà Giang",
    "tỉnh Điện Biên",
    "tỉnh Lai Châu",
    "tỉnh Yên Bái",
    "tỉnh Bắc Giang",
    "thành phố Hải Phòng",
    "tỉnh Hải Dương",
    "tỉnh Thanh Hóa",
    "thành phố Huế",
    "thành phố Đà Nẵng",
    "tỉnh Khánh Hòa",
    "tỉnh Đắk Lắk",
    "thành phố Hồ Chí Minh",
    "tỉnh Cà Mau",
)
SENTENCE = "Cả tổ cùng bàn, cùng làm và cùng xem lại việc đã làm vào cuối mỗi tháng. "

SMALL = """\
tieu_de: Tổ tự quản số {number} ở {place}
tom_tat: Tổ số {number} góp mỗi nhà một buổi sáng trong tháng để sửa rãnh nước trước mùa mưa.
loai: {kind}
chu_the: tap-the
linh_vuc: {field}
chu_de:
  - to-tu-quan
dia_diem:
  - noi: {place}, tỉnh Sơn La
don_vi:
  - ten: Tổ tự quản số {number}
    loai: thon-to-dan-pho
lich_su:
  - nam: {year}
    viec: trien-khai
{history}noi_dung:
  cach_lam: Mỗi nhà góp một buổi sáng trong tháng; nhà nào bận thì đổi buổi cho nhà bên cạnh.
nguon:
  - ten: Sổ họp tổ số {number}
    co_quan: Tổ tự quản
ngay_dang: 2026-10-{day:02}
"""

MOST = """\
tieu_de: {title}
tom_tat: {summary}
loai: dien-hinh
chu_the: tap-the
linh_vuc: quoc-phong-an-ninh
chu_de: [an-ninh-trat-tu, to-tu-quan, moi-truong, phu-nu, chuyen-doi-so, chinh-quyen-phuc-vu]
cap: tinh
dia_diem:
{places}
don_vi:
{hosts}
lich_su:
{events}
ket_qua:
{results}
noi_dung:
{story}

{questions}
lam_theo:
  buoc:
{steps}
  kinh_phi: {long}
  nhan_luc: {long}
  thoi_gian: {long}
  dieu_kien: {long}
phat_thanh: {aloud}
da_nhan_rong:
{copies}
anh:
{photos}
nguon:
{sources}
ghi_chu: {note}
lien_he:
  don_vi: Ban chỉ đạo phong trào
  dien_thoai_co_quan: 0212 3844 567
ngay_dang: 2026-11-15
"""


def make_models(folder: Path) -> None:
    """Make the models folder with its vocabularies, reports and photos."""
    shutil.copytree(FULL, folder)
    shutil.copytree(VOCABULARY, folder / "_vocabulary")
    for file in (*folder.glob("*/*/model.yaml"), *folder.glob("_events/*/su-kien.yaml")):
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.strip().startswith("- tep: "):
                _draw(file.parent / line.split(": ", 1)[1])
    _write_most(folder / "son-la" / "nhieu-nhat-moi-thu")
    for number in range(1, MANY + 5):
        teacher = f"hoc_tu: to-tu-quan-so-{_teacher(number)}\n" if 1 < number <= MANY else ""
        _write(folder / "son-la" / f"to-tu-quan-so-{number}", small_model(number) + teacher)


def _teacher(number: int) -> int:
    """Let ten learn from one another in a line, so that the family is deep, and all others from one of the first, so that it is wide."""
    return number - 1 if number <= DEEP else number % 5 + 1


def small_model(number: int, **changed: object) -> str:
    """Write a small model; the first 52 are of one field, the others of the other three."""
    values = {
        "number": number,
        "place": COMMUNES[number % len(COMMUNES)],
        "kind": "dien-hinh" if number % 10 == 0 else "mo-hinh",
        "field": FIELDS[0] if number <= MANY else FIELDS[number % len(FIELDS)],
        "year": 2015 + number % 10,
        "history": "".join(_later(number, 2015 + number % 10)),
        "day": 1 + number % 28,
    }
    return SMALL.format(**values | changed)


def _later(number: int, year: int) -> Iterator[str]:
    """Tell what became of a small model: of each stage there are some, and the first twenty are left as they began."""
    if number < SIMPLE:
        return
    if number % 3 == 0:
        yield f"  - nam: {year}\n    viec: dang-ky\n  - nam: {year + 1}\n    viec: dang-ky\n"
    if number % 4 == 0:
        yield f"  - nam: {year + 1}\n    viec: tham-dinh\n    cap: co-so\n"
    if number % 5 == 0:
        yield f"  - nam: {year + 1}\n    viec: danh-gia\n    xep_loai: {'hieu-qua' if number % 2 else 'chua-hieu-qua'}\n"
    if number % 6 == 0:
        yield f"  - nam: {year + 1}\n    viec: cong-nhan\n    cap: tinh\n    van_ban: Quyết định số {number}/QĐ-UBND\n"
    for kind, every in (("khen-thuong", 7), ("nhan-rong", 11), ("ket-thuc", 13)):
        if number % every == 0:
            yield f"  - nam: {year + 1}\n    viec: {kind}\n"


def _write_most(folder: Path) -> None:
    names = [f"anh-{number}.jpg" for number in range(1, 13)]
    _write(folder, most_of_everything(names))
    for name in names:
        _draw(folder / name)


def most_of_everything(photos: list[str]) -> str:
    """Write a model with as many items as the format takes, and texts as long as they may be."""
    sections = ("boi_canh", "cach_lam", "hieu_qua", "bai_hoc", "nhan_rong", "han_che")
    return MOST.format(
        title=_cut("Điển hình có nhiều nhất mọi thứ mà biểu mẫu cho phép – " + SENTENCE * 3, 200),
        summary=_cut(SENTENCE * 9, 400),
        places="\n".join(f"  - noi: {place}" for place in PLACES),
        hosts="\n".join(f"  - ten: Đơn vị thứ {n} của {PLACES[n]}\n    loai: to-dan-van" for n in range(10)),
        events="\n".join(_events()),
        results="\n".join(_results()),
        story="\n".join(f"  {key}: |\n    {_cut(SENTENCE * 12, 800)}\n\n    {SENTENCE * 4}" for key in sections),
        questions="\n".join(f"    - {_cut(f'Câu {n}: ' + SENTENCE * 2, 90)}?" for n in range(1, 4)),
        steps="\n".join(f"    - {_cut(f'Bước {n}. ' + SENTENCE * 2, 150)}" for n in range(1, 13)),
        long=_cut(SENTENCE * 2, 150),
        aloud=_cut(SENTENCE * 17, 1200),
        copies="\n".join(f"  - noi: {place}\n    nam: {2020 + n % 5}" for n, place in enumerate(PLACES)),
        photos="\n".join(_photos(photos)),
        sources="\n".join(f"  - ten: Nguồn thứ {n} của bài\n    co_quan: Nơi đăng thứ {n}" for n in range(1, 21)),
        note=_cut(SENTENCE * 9, 500),
    )


def _events() -> Iterator[str]:
    kinds = ("dang-ky", "trien-khai", "duy-tri", "khen-thuong")
    for number in range(40):
        yield f"  - nam: {1990 + number * 36 // 40}\n    viec: {kinds[number % 4]}\n    cap: co-so\n    ghi_chu: {SENTENCE}"


def _results() -> Iterator[str]:
    for number in range(1, 21):
        before = f"\n    truoc: {number * 37}" if number % 2 else ""
        named = "\n    loai_chi_so: luot-huong-dan" if number < 4 else ""
        yield f"  - chi_so: Điều được đếm thứ {number}\n    sau: {number * 1234}{before}\n    don_vi_tinh: lượt\n    nguon: {number}{named}"


def _photos(names: list[str]) -> Iterator[str]:
    for name in names:
        yield (
            f"  - tep: {name}\n    mo_ta: Tấm ảnh {name} chụp buổi làm chung của tổ.\n    chu_thich: {SENTENCE}\n"
            "    tac_gia: Ban biên tập\n    giay_phep: cua-du-an\n    nguoi: tap-the"
        )


def _cut(text: str, longest: int) -> str:
    return text[:longest].rsplit(" ", 1)[0].rstrip(" ,.–")


def _write(folder: Path, text: str) -> None:
    folder.mkdir(parents=True)
    (folder / "model.yaml").write_text(text, encoding="utf-8")


def _draw(path: Path) -> None:
    """Draw hills under a sky; the photo's name gives their colours and places, so that no two photos are alike."""
    width, height = SHAPES.get(path.name, ORDINARY)
    chance = Random(path.name)
    picture = Image.new("RGB", (width, height), (250, 235, 200))
    draw = ImageDraw.Draw(picture)
    for _ in range(40):
        x, y = chance.randrange(width), chance.randrange(height // 4, height)
        colour = tuple(chance.randrange(40, 230) for _ in range(3))
        draw.ellipse((x - width // 5, y - height // 8, x + width // 5, y + height // 3), fill=colour)
    picture.save(path, "PNG" if path.suffix == ".png" else "JPEG")
