"""Which pages the browser looks at: one or two of every kind, and all that were written by hand."""

import pytest
from project import ROOT

REDIRECT = "mo-hinh/duong-hoa-2021/"

KINDS = {
    "the front page": "",
    "a model with every entry": "mo-hinh/duong-hoa-tu-quan/",
    "a model taken down": "mo-hinh/to-nau-com-mien-phi/",
    "a sheet": "mo-hinh/duong-hoa-tu-quan/lam-theo/",
    "a page for the press": "mo-hinh/duong-hoa-tu-quan/bao-chi/",
    "a text for loudspeakers": "mo-hinh/duong-hoa-tu-quan/phat-thanh/",
    "the texts of the week": "phat-thanh/",
    "the texts of a commune": "dia-phuong/son-la/yen-chau/phat-thanh/",
    "all models": "mo-hinh/",
    "the fields": "linh-vuc/",
    "a field": "linh-vuc/kinh-te/",
    "the themes": "chu-de/",
    "a theme": "chu-de/to-tu-quan/",
    "a theme's models with steps": "chu-de/moi-truong/lam-theo/",
    "the places": "dia-phuong/",
    "a province": "dia-phuong/son-la/",
    "a field of a province": "dia-phuong/son-la/linh-vuc/kinh-te/",
    "a commune": "dia-phuong/nghe-an/hoang-mai/",
    "the former places": "dia-phuong/cu/",
    "a former province": "dia-phuong/cu/nghe-an/",
    "a former district": "dia-phuong/cu/nghe-an/hoang-mai/",
    "what spread": "lan-toa/",
    "a family": "lan-toa/cho-phien-sach/",
    "the figures": "so-lieu/",
    "the open data": "du-lieu/",
    "the stages": "tien-trinh/",
    "a stage": "tien-trinh/cong-nhan/",
    "a report": "so-lieu/son-la-2023/",
    "the criteria": "tieu-chi/",
    "the documents": "van-ban/",
    "a document": "van-ban/ke-hoach-son-la/",
    "the movement": "phong-trao/",
    "the events": "su-kien/",
    "an event with photos": "su-kien/hoi-thi-son-la/",
    "an event taken down": "su-kien/ngay-hoi-da-go/",
    "what all have and lack": "dieu-hanh/",
    "what a province has and lacks": "dieu-hanh/son-la/",
    "models that lack something": "dieu-hanh/son-la/con-thieu/",
    "the keys": "huong-dan/cac-khoa/",
    "what is wrong with a model": "bao-cho-sai/?bai=duong-hoa-tu-quan",
    "the code for other sites": "nhung/?khung=duong-hoa-tu-quan/",
    "the form": "gui-bai/",
    "the form of a model that is there": "gui-bai/?bai=duong-hoa-tu-quan",
    "a comparison": "so-sanh/?m=duong-hoa-tu-quan&m=chu-dai-khong-ngat&m=cho-phien-sach",
    "no page": "404.html",
}
"""Of the made site one page of every kind, the one with the most on it: asked everything, on a phone and on a desk."""
VARIANTS = {
    "a model with the most of everything": "mo-hinh/nhieu-nhat-moi-thu/",
    "a model of unbroken words": "mo-hinh/chu-dai-khong-ngat/",
    "a model with hardly anything": "mo-hinh/cho-phien-sach/",
    "a model with a panorama": "mo-hinh/duong-hoa-hoc-theo/",
    "a model with a portrait": "mo-hinh/ke-ve-anh/",
    "a model with a drawn cover": "mo-hinh/to-tu-quan-so-1/",
    "the fullest sheet": "mo-hinh/nhieu-nhat-moi-thu/lam-theo/",
    "a sheet of unbroken words": "mo-hinh/chu-dai-khong-ngat/lam-theo/",
    "the fullest page for the press": "mo-hinh/nhieu-nhat-moi-thu/bao-chi/",
    "a page for the press of unbroken words": "mo-hinh/chu-dai-khong-ngat/bao-chi/",
    "the fullest text for loudspeakers": "mo-hinh/nhieu-nhat-moi-thu/phat-thanh/",
    "a text for loudspeakers of unbroken words": "mo-hinh/chu-dai-khong-ngat/phat-thanh/",
    "all models, page 2": "mo-hinh/trang-2/",
    "a field, its last page": "linh-vuc/kinh-te/trang-3/",
    "a theme without models": "chu-de/y-te/",
    "a province, page 2": "dia-phuong/son-la/trang-2/",
    "a province without models": "dia-phuong/an-giang/",
    "a large family": "lan-toa/to-tu-quan-so-1/",
    "a large family, page 2": "lan-toa/to-tu-quan-so-1/trang-2/",
    "a model copied by the most": "lan-toa/nhieu-nhat-moi-thu/",
    "a former district with figures alone": "dia-phuong/cu/lai-chau/than-uyen/",
    "a stage without models": "tien-trinh/ket-thuc/",
    "a report of the country": "so-lieu/ca-nuoc-2020/",
    "an event": "su-kien/le-phat-dong/",
    "what a province without models lacks": "dieu-hanh/an-giang/",
    "the vocabularies": "huong-dan/danh-muc/",
    "the rules": "huong-dan/quy-tac/",
    "a copy that is told of": "lam-theo-roi/?bai=chu-dai-khong-ngat",
}
"""More of the same kinds, with more, less or other content: asked on a phone what content can change."""
REAL = {
    "the real front page": "",
    "a real model with an illustration": "mo-hinh/hoang-mai-camera-an-ninh/",
    "a real model without": "mo-hinh/my-duc-tuoi-tre-chuyen-doi-so/",
    "a real text for loudspeakers": "mo-hinh/thuy-khue-mat-bang-muong-thoat-nuoc/phat-thanh/",
    "all real models": "mo-hinh/",
    "the real places": "dia-phuong/",
    "the real former places": "dia-phuong/cu/",
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


_ALIKE = ("excel-word", "vs-code", "duyet-bai", "van-hanh", "viec-thuong-gap", "nguoi-va-anh", "viet-tung-muc")
"""Pages of the guide that have nothing which others lack: text, lists, code and pictures."""


def _handwritten():
    for file in sorted((ROOT / "docs").rglob("*.md")):
        name = file.relative_to(ROOT / "docs").with_suffix("").as_posix()
        if name != "khung" and name.rpartition("/")[2] not in _ALIKE:
            yield f"{name.removesuffix('index')}/".replace("//", "/")


HANDWRITTEN = list(_handwritten())

_OF_ONE_KIND = [
    *(("made", address, name) for name, address in KINDS.items()),
    ("made", "huong-dan/", "handwritten huong-dan/"),
    ("real", "", "the real front page"),
]
_VARIANTS = [
    *(("made", address, name) for name, address in VARIANTS.items()),
    *(("made", address, f"handwritten {address}") for address in HANDWRITTEN if address != "huong-dan/"),
    *(("real", address, name) for name, address in REAL.items() if address),
]
"""(site, address, name) of each."""


def _parametrized(pages):
    return pytest.mark.parametrize(
        ("site", "address"), [pytest.param(*page[:2], id=page[2]) for page in pages], indirect=["site"]
    )


every_kind, every_variant = _parametrized(_OF_ONE_KIND), _parametrized(_VARIANTS)
every_page = _parametrized([*_OF_ONE_KIND, *_VARIANTS])
