"""Which pages the browser looks at: one or two of every kind, and all that were written by hand."""

import pytest
from project import ROOT

REDIRECT = "mo-hinh/duong-hoa-2021/"

MADE = {
    "the front page": "",
    "a model with every entry": "mo-hinh/duong-hoa-tu-quan/",
    "a model with the most of everything": "mo-hinh/nhieu-nhat-moi-thu/",
    "a model of unbroken words": "mo-hinh/chu-dai-khong-ngat/",
    "a model with hardly anything": "mo-hinh/cho-phien-sach/",
    "a model with a panorama": "mo-hinh/duong-hoa-hoc-theo/",
    "a model with a portrait": "mo-hinh/ke-ve-anh/",
    "a model with a drawn cover": "mo-hinh/to-tu-quan-so-1/",
    "a model taken down": "mo-hinh/to-nau-com-mien-phi/",
    "a sheet": "mo-hinh/duong-hoa-tu-quan/lam-theo/",
    "the fullest sheet": "mo-hinh/nhieu-nhat-moi-thu/lam-theo/",
    "a sheet of unbroken words": "mo-hinh/chu-dai-khong-ngat/lam-theo/",
    "a page for the press": "mo-hinh/duong-hoa-tu-quan/bao-chi/",
    "the fullest page for the press": "mo-hinh/nhieu-nhat-moi-thu/bao-chi/",
    "a page for the press of unbroken words": "mo-hinh/chu-dai-khong-ngat/bao-chi/",
    "a text for loudspeakers": "mo-hinh/duong-hoa-tu-quan/phat-thanh/",
    "the fullest text for loudspeakers": "mo-hinh/nhieu-nhat-moi-thu/phat-thanh/",
    "a text for loudspeakers of unbroken words": "mo-hinh/chu-dai-khong-ngat/phat-thanh/",
    "the texts of the week": "phat-thanh/",
    "the texts of a commune": "dia-phuong/son-la/yen-chau/phat-thanh/",
    "all models": "mo-hinh/",
    "all models, page 2": "mo-hinh/trang-2/",
    "the fields": "linh-vuc/",
    "a field": "linh-vuc/kinh-te/",
    "a field, its last page": "linh-vuc/kinh-te/trang-3/",
    "the themes": "chu-de/",
    "a theme": "chu-de/to-tu-quan/",
    "a theme without models": "chu-de/y-te/",
    "a theme's models with steps": "chu-de/moi-truong/lam-theo/",
    "the places": "dia-phuong/",
    "a province": "dia-phuong/son-la/",
    "a province, page 2": "dia-phuong/son-la/trang-2/",
    "a province without models": "dia-phuong/an-giang/",
    "a field of a province": "dia-phuong/son-la/linh-vuc/kinh-te/",
    "a commune": "dia-phuong/nghe-an/hoang-mai/",
    "the former places": "dia-phuong/cu/",
    "a former province": "dia-phuong/cu/nghe-an/",
    "a former district": "dia-phuong/cu/nghe-an/hoang-mai/",
    "what spread": "lan-toa/",
    "a family": "lan-toa/cho-phien-sach/",
    "a large family": "lan-toa/to-tu-quan-so-1/",
    "a large family, page 2": "lan-toa/to-tu-quan-so-1/trang-2/",
    "a model copied by the most": "lan-toa/nhieu-nhat-moi-thu/",
    "a former district with figures alone": "dia-phuong/cu/lai-chau/than-uyen/",
    "the figures": "so-lieu/",
    "the open data": "du-lieu/",
    "the stages": "tien-trinh/",
    "a stage": "tien-trinh/cong-nhan/",
    "a stage without models": "tien-trinh/ket-thuc/",
    "a report": "so-lieu/son-la-2023/",
    "a report of the country": "so-lieu/ca-nuoc-2020/",
    "the criteria": "tieu-chi/",
    "the documents": "van-ban/",
    "a document": "van-ban/ke-hoach-son-la/",
    "the movement": "phong-trao/",
    "the events": "su-kien/",
    "an event": "su-kien/le-phat-dong/",
    "an event with photos": "su-kien/hoi-thi-son-la/",
    "an event taken down": "su-kien/ngay-hoi-da-go/",
    "what all have and lack": "dieu-hanh/",
    "what a province has and lacks": "dieu-hanh/son-la/",
    "what a province without models lacks": "dieu-hanh/an-giang/",
    "models that lack something": "dieu-hanh/son-la/con-thieu/",
    "the keys": "huong-dan/cac-khoa/",
    "the vocabularies": "huong-dan/danh-muc/",
    "the rules": "huong-dan/quy-tac/",
    "the code for other sites": "nhung/?khung=duong-hoa-tu-quan/",
    "the form": "gui-bai/",
    "the form of a model that is there": "gui-bai/?bai=duong-hoa-tu-quan",
    "a comparison": "so-sanh/?m=duong-hoa-tu-quan&m=chu-dai-khong-ngat&m=cho-phien-sach",
    "no page": "404.html",
}
REAL = {
    "the real front page": "",
    "a real model with an illustration": "mo-hinh/hoang-mai-camera-an-ninh/",
    "a real model without": "mo-hinh/my-duc-tuoi-tre-chuyen-doi-so/",
    "a real text for loudspeakers": "mo-hinh/thuy-khue-mat-bang-muong-thoat-nuoc/phat-thanh/",
    "all real models": "mo-hinh/",
    "a real province": "dia-phuong/ha-noi/",
    "the real figures": "so-lieu/",
    "the real stages": "tien-trinh/",
    "the real criteria": "tieu-chi/",
    "what a real province has and lacks": "dieu-hanh/nghe-an/",
    "the real documents": "van-ban/",
    "the real movement": "phong-trao/",
    "a real event": "su-kien/hoi-thi-ha-noi-2024/",
    "nothing that spread": "lan-toa/",
}


def _handwritten():
    for file in sorted((ROOT / "docs").rglob("*.md")):
        name = file.relative_to(ROOT / "docs").with_suffix("").as_posix()
        if name != "khung":
            yield f"{name.removesuffix('index')}/".replace("//", "/")


HANDWRITTEN = list(_handwritten())

PAGES = [
    *(("made", address, name) for name, address in MADE.items()),
    *(("made", address, f"handwritten {address}") for address in HANDWRITTEN),
    *(("real", address, name) for name, address in REAL.items()),
]
"""(site, address, name) of each."""

every_page = pytest.mark.parametrize(
    ("site", "address"), [pytest.param(*page[:2], id=page[2]) for page in PAGES], indirect=["site"]
)
