"""“Lưu bài này”: one file that reads whole with no network, no script and nothing beside it."""

import re
from dataclasses import dataclass, replace
from xml.etree import ElementTree as ET

import pytest
from library import inputs_of
from making import model, photo
from showcase.publish.context import Context
from showcase.publish.saved_copies import outputs
from showcase.views.page import SiteFacts

SITE = SiteFacts(name="Dân vận khéo", description="Thử.", url="https://mau.example/thu/", is_kept=True)
NAME = "ngoc-chien-duong-sach"
COPY = f"mo-hinh/{NAME}/luu.html"
TOLD = """\
noi_dung:
  cach_lam: |
    Bà con cùng góp công, xem ![Chợ phiên buổi sáng](cho.jpg) và [bài kia](mo-hinh:duong-hoa), [trang ngoài](https://example.org/).
anh:
  - tep: cho.jpg
    mo_ta: Chợ phiên buổi sáng, các sạp hàng xếp thẳng hàng
    tac_gia: Báo Sơn La
    giay_phep: CC-BY-SA-4.0
    nguoi: khong
cap_nhat: 2026-11-23
"""


@dataclass(frozen=True)
class Photos:
    """Photos that are no more than their names."""

    def photo_file(self, photo, file):
        return f"{photo} {file.path}".encode()


def copies(*models, site=SITE):
    inputs = inputs_of(*models)
    inputs = replace(inputs, settings=inputs.settings._replace(site=site), photos=Photos())
    context = Context(inputs)
    return {output.path: output.bytes_of(context).decode() for output in outputs(context)}


@pytest.fixture
def copy():
    return copies(model(TOLD, photos=(photo("cho.jpg"),)))[COPY]


def test_nothing_is_loaded_and_nothing_runs(copy):
    assert "<script" not in copy
    assert '<link rel="stylesheet"' not in copy
    assert set(re.findall(r'src="([a-z]+):', copy)) == {"data"}
    assert not re.search(r'(src|srcset)="(?!data:)', copy)
    assert "url(" not in copy
    assert "default-src 'none'" in copy


def test_every_link_is_whole(copy):
    assert all(re.match(r"https?://|mailto:|tel:", where) for where in re.findall(r'href="([^"]*)"', copy))


def test_it_says_from_where_and_of_which_day_it_is(copy):
    assert f"https://mau.example/thu/mo-hinh/{NAME}/" in copy
    assert "sửa lần cuối ngày 23/11/2026" in copy


def test_the_pictures_are_within_with_their_credit(copy):
    assert "data:image/webp;base64," in copy
    assert "Ảnh: Báo Sơn La (CC BY-SA 4.0)" in copy


def test_it_is_one_document(copy):
    body = re.sub(r"<(meta|link|img|br|hr)([^>]*)>", r"<\1\2/>", copy.removeprefix("<!doctype html>\n"))
    root = ET.fromstring(re.sub(r"&(?!amp;|lt;|gt;|#)", "&amp;", body))
    assert root.get("lang") == "vi"
    assert len(list(root.iter("h1"))) == 1


def test_a_title_stays_a_title():
    copy = copies(model("tieu_de: '</title><script>alert(1)</script>'\n"))[COPY]
    assert "<script" not in copy


@pytest.mark.parametrize(
    "site", [replace(SITE, url=""), replace(SITE, is_kept=False)], ids=["no address", "not wanted"]
)
def test_there_is_none_where_it_is_not_wanted_or_could_lead_nowhere(site):
    assert copies(model(), site=site) == {}


def test_of_what_was_taken_down_there_is_none():
    assert copies(model("go_bo:\n  ngay: 2026-11-23\n  ly_do: Gỡ theo đề nghị của địa phương.\n")) == {}


def test_the_link_to_it_saves_it_under_the_models_id():
    from showcase.system.package import load_templates

    tools = load_templates()["parts/reader_tools.html"]
    assert 'download="{{ page.model_id }}.html"' in tools
