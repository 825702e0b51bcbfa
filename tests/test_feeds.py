"""The feeds by which lists are followed: what they tell, who is known by which id, what makes them anew. Read by feedparser."""

import json
from dataclasses import replace
from xml.etree import ElementTree as ET

import feedparser
import pytest
from building import OPTIONS, published, share, without_mkdocs, without_steering
from jsonschema import Draft202012Validator
from library import MadeHost, due, inputs_of, make_all
from making import model, photo
from project import ROOT, change, make_project, put
from showcase.build import build as building
from showcase.mkdocs.errors import HostError
from showcase.mkdocs.render import plan_host
from showcase.publish.context import Context
from showcase.publish.site import all_outputs
from showcase.record.addresses import read_pages
from showcase.views import feed_address, share_picture
from showcase.views.page import SiteFacts

SITE = SiteFacts(
    name="Dân vận khéo",
    description="Thử.",
    url="https://mau.example/thu/",
    share_pictures=share_picture.KINDS,
    feeds=feed_address.KINDS,
)
NAME = "ngoc-chien-duong-sach"
ID = f"tag:mau.example,2026:/thu/mo-hinh/{NAME}"
COMMUNE = "dia-phuong/son-la/ngoc-chien/"
SCHEMA = json.loads((ROOT / "tests/schemas/json_feed.json").read_text(encoding="utf-8"))
TAKEN_DOWN = "go_bo: {ngay: 21/11/2026, ly_do: Theo đề nghị của địa phương.}\n"


def inputs_at(*models, site=SITE, **more):
    inputs = inputs_of(*models)
    return replace(inputs, settings=inputs.settings._replace(site=site), **more)


def files(*models, site=SITE, **more):
    """Give the bytes of each feed by its path."""
    context = Context(inputs_at(*models, site=site, **more))
    found = (
        output for output in all_outputs(context) if output.path.rpartition("/")[2].startswith(("tin.", "cap-nhat."))
    )
    return {output.path: output.bytes_of(context) for output in found}


def atom(*models, path="tin.atom", **more):
    """Read a feed as readers do; feedparser says whether it was well formed."""
    read = feedparser.parse(files(*models, **more)[path])
    assert not read.bozo, read.get("bozo_exception")
    return read


def test_all_models_what_changed_and_each_field_theme_province_and_commune_can_be_followed():
    made = files(model())
    assert made.keys() >= {
        *("tin.atom", "tin.json", "cap-nhat.atom", "cap-nhat.json"),
        *("linh-vuc/kinh-te/tin.atom", "chu-de/y-te/tin.json", "dia-phuong/son-la/tin.atom", f"{COMMUNE}tin.json"),
    }
    folders = {path.rpartition("/")[0] for path in made}
    assert not any(folder.startswith("dia-phuong/cu") or "/linh-vuc/" in folder for folder in folders)
    assert len([folder for folder in folders if folder.count("/") == 1 and folder.startswith("dia-phuong")]) == 34


@pytest.mark.parametrize(
    ("kinds", "folders"),
    [(("mo-hinh",), {""}), (("tinh",), {"dia-phuong"}), (("linh-vuc", "chu-de"), {"linh-vuc", "chu-de"}), ((), set())],
)
def test_the_settings_say_which_kinds_can_be(kinds, folders):
    assert {
        path.rpartition("/")[0].partition("/")[0] for path in files(model(), site=replace(SITE, feeds=kinds))
    } == folders


def test_without_an_address_there_are_none():
    assert files(model(), site=replace(SITE, url="")) == {}


def test_a_feed_says_what_it_is_and_where():
    feed = atom(model(), path=f"{COMMUNE}tin.atom").feed
    assert (feed.title, feed.language) == ("Dân vận khéo: Xã Ngọc Chiến, Sơn La", "vi")
    links = {link.rel: link.href for link in feed.links}
    assert links == {
        "alternate": "https://mau.example/thu/dia-phuong/son-la/ngoc-chien/",
        "self": "https://mau.example/thu/dia-phuong/son-la/ngoc-chien/tin.atom",
    }
    assert (feed.id, feed.rights) == ("tag:mau.example,2026:/thu/dia-phuong/son-la/ngoc-chien/tin", "CC BY 4.0")
    assert feed.author_detail.name == "Dân vận khéo"


SHOWN = (
    "anh: [{tep: cho.jpg, mo_ta: Con đường làng rợp hoa, tac_gia: Lê Văn Mẫu, giay_phep: CC-BY-4.0, nguoi: khong}]\n"
)


def test_an_entry_has_the_full_summary_the_picture_its_credit_and_categories():
    entry = atom(model(f"{SHOWN}chu_de: [y-te]\ncap_nhat: 2026-11-21\n", photos=(photo("cho.jpg"),))).entries[0]
    assert (entry.id, entry.link) == (ID, f"https://mau.example/thu/mo-hinh/{NAME}/")
    assert entry.summary == "Mười hộ trong xóm thay nhau quét dọn đường làng vào mỗi sáng chủ nhật."
    assert (entry.published, entry.updated) == ("2026-11-20T00:00:00+07:00", "2026-11-21T00:00:00+07:00")
    assert [tag.term for tag in entry.tags] == ["Văn hóa - xã hội", "Y tế", "Sơn La"]
    (picture,) = entry.media_content
    assert (picture["width"], picture["type"]) == ("1600", "image/jpeg")
    assert entry.media_credit[0]["content"] == "Ảnh: Lê Văn Mẫu (CC BY 4.0)"
    shown = entry.content[0].value
    assert f'src="{picture["url"]}"' in shown
    assert "Ảnh: Lê Văn Mẫu (CC BY 4.0)" in shown
    assert "Xã Ngọc Chiến, Sơn La" in shown


def test_a_model_without_a_photo_shows_the_picture_that_is_drawn_or_none():
    (picture,) = atom(model()).entries[0].media_content
    assert picture["url"] == f"https://mau.example/thu/mo-hinh/{NAME}/chia-se.png"
    assert "media_content" not in atom(model(), site=replace(SITE, share_pictures=())).entries[0]


def test_both_files_say_the_same():
    models = [
        model(SHOWN, photos=(photo("cho.jpg"),)),
        model("ngay_dang: 2026-11-10\n", name="nuoi-huou"),
        model(TAKEN_DOWN, name="da-go"),
    ]
    made = files(*models)
    for path in (path for path in made if path.endswith(".json")):
        told, read = json.loads(made[path]), feedparser.parse(made[path.replace(".json", ".atom")])
        assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(told)] == [], path
        assert [
            (one["id"], one["url"], one["title"], one["summary"], one["date_modified"]) for one in told["items"]
        ] == [(one.id, one.link, one.title, one.summary, one.updated) for one in read.entries]
        assert [one["tags"] for one in told["items"]] == [
            [tag.term for tag in one.get("tags", ())] for one in read.entries
        ]


def test_the_fifty_newest_stand_in_a_feed_the_newest_first():
    models = [
        model(f"ngay_dang: 2026-{1 + number % 10:02}-{1 + number // 10:02}\n", name=f"to-{number:02}")
        for number in range(60)
    ]
    entries = atom(*models).entries
    days = [entry.published for entry in entries]
    assert len(entries) == 50
    assert days == sorted(days, reverse=True)
    assert days[0] == "2026-10-06T00:00:00+07:00"


def test_a_list_without_a_model_has_a_feed_that_asks_no_clock():
    feed = atom(model(), path="dia-phuong/dien-bien/tin.atom")
    assert (feed.entries, feed.feed.updated) == ([], "2026-01-01T00:00:00+07:00")


def test_what_changed_has_the_last_changed_first_and_tells_that_a_model_was_taken_down():
    models = [
        model("ngay_dang: 2026-11-01\ncap_nhat: 2026-11-19\n", name="moi-sua"),
        model("ngay_dang: 2026-11-18\n", name="moi-dang"),
        model(f"tieu_de: Tổ hợp tác xã của thôn\n{TAKEN_DOWN}", name="da-go"),
    ]
    gone, *others = atom(*models, path="cap-nhat.atom").entries
    assert [entry.id.rpartition("/")[2] for entry in others] == ["moi-sua", "moi-dang"]
    assert (gone.title, gone.summary) == ("Mô hình này đã được gỡ", "Theo đề nghị của địa phương.")
    assert (gone.link, gone.updated) == ("https://mau.example/thu/mo-hinh/da-go/", "2026-11-21T00:00:00+07:00")
    assert "thôn" not in b"".join(files(*models).values()).decode(), "nothing else of it is told anywhere"


# --- Ids ---------------------------------------------------------------------------------------------------------------


def ids(*models, **more):
    return [entry.id for entry in atom(*models, **more).entries]


@pytest.mark.parametrize(
    "snippet",
    [
        "tieu_de: Tổ tự quản giữ sạch ngõ xóm\n",
        "ngay_dang: 2026-11-01\n",
        "cap_nhat: 2026-11-21\n",
        "linh_vuc: kinh-te\n",
        "dia_diem:\n  - noi: tỉnh Nghệ An\n",
    ],
    ids=["title", "day", "change", "field", "place"],
)
def test_an_id_stays_whatever_is_corrected(snippet):
    assert ids(model(snippet)) == [ID]


def test_an_id_stays_where_the_folder_is_renamed_and_renamed_again():
    assert ids(model(f"duong_dan_cu: [{NAME}]\n", name="duong-sach")) == [ID]
    assert ids(model(f"duong_dan_cu: [{NAME}, duong-sach]\n", name="ngo-sach")) == [ID]


def test_no_two_models_have_one_id():
    models = [
        model(f"duong_dan_cu: [{NAME}]\n", name="duong-sach"),
        model(name="ngo-sach"),
        model(name="chu-nhat-xanh"),
    ]
    assert len(set(ids(*models))) == 3


def test_a_site_that_moves_is_known_by_where_it_was_first():
    moved = replace(SITE, url="https://nha-moi.example/", first_url=SITE.url)
    assert ids(model(), site=moved) == [ID]
    assert atom(model(), site=moved).entries[0].link == f"https://nha-moi.example/mo-hinh/{NAME}/"


def test_a_list_that_has_gone_is_followed_on():
    pages = tuple(read_pages("dia-phuong/son-la/ngoc-chien/\t2026-11-01\tXã Ngọc Chiến\n"))
    feed = atom(model("dia_diem:\n  - noi: tỉnh Nghệ An\n"), path=f"{COMMUNE}tin.atom", published_pages=pages)
    assert (feed.feed.title, feed.feed.subtitle) == ("Dân vận khéo: Xã Ngọc Chiến", "Hiện không có bài nào ở đây.")
    assert feed.feed.id == atom(model(), path=f"{COMMUNE}tin.atom").feed.id


# --- Whatever somebody writes --------------------------------------------------------------------------------------------


def test_text_stays_text():
    title = "Chợ <b>sạch</b> & “đẹp” ]]> </content>"
    made = files(model(f"tieu_de: {title}\ntom_tat: {title} <script>alert(1)</script> của mười hộ trong xóm.\n"))
    root = ET.fromstring(made["tin.atom"])
    entry = root.find("{http://www.w3.org/2005/Atom}entry")
    assert entry.find("{http://www.w3.org/2005/Atom}title").text == title
    assert json.loads(made["tin.json"])["items"][0]["title"] == title
    content = entry.find("{http://www.w3.org/2005/Atom}content").text
    assert "<script" not in content
    assert "&lt;script&gt;" in content


def test_every_atom_file_is_sound_xml_and_has_what_the_format_asks():
    for path, data in files(model(), model(TAKEN_DOWN, name="da-go")).items():
        if path.endswith(".atom"):
            root = ET.fromstring(data)
            for element in (root, *root.findall("{http://www.w3.org/2005/Atom}entry")):
                told = {child.tag.partition("}")[2] for child in element}
                assert {"id", "title", "updated"} <= told, path


# --- Pages that lead to them -------------------------------------------------------------------------------------------


def page_at(address, site=SITE):
    context = Context(inputs_at(model(), site=site))
    return next(one for one in all_outputs(context) if one.about and one.address == address).bytes_of(context).decode()


@pytest.mark.parametrize("where", ["linh-vuc/kinh-te/", "chu-de/y-te/", "dia-phuong/dien-bien/", COMMUNE])
def test_a_list_leads_to_its_feeds_in_its_head_and_where_people_read(where):
    html, root = page_at(where), "/".join([".."] * where.count("/"))
    for name, kind in (("tin.atom", "application/atom+xml"), ("tin.json", "application/feed+json")):
        assert f'<link rel="alternate" type="{kind}" href="{root}/{where}{name}"' in html
        assert f'<a href="{root}/{where}{name}" type="{kind}">' in html
    assert '<a href="#theo-doi">Theo dõi</a>' in html


def test_the_list_of_all_leads_to_what_is_new_and_what_changed_and_so_does_the_front_page():
    for html, root in ((page_at("mo-hinh/"), ".."), (page_at(""), ".")):
        assert f'href="{root}/tin.atom"' in html
        assert f'href="{root}/cap-nhat.json"' in html


def test_what_cannot_be_followed_does_not_say_so():
    for html in (
        page_at(COMMUNE, replace(SITE, feeds=("tinh",))),
        page_at("dia-phuong/son-la/linh-vuc/van-hoa-xa-hoi/"),
    ):
        assert "theo-doi" not in html
        assert "atom" not in html


# --- When they are made anew -------------------------------------------------------------------------------------------


def made_again(before, after):
    _, history = make_all(inputs_at(*before), Context)
    return {
        path
        for path in due(history, inputs_at(*after), Context)
        if path.endswith((".atom", "tin.json", "cap-nhat.json"))
    }


@pytest.mark.slow
def test_a_sentence_of_a_story_makes_no_feed_anew_and_a_title_those_that_tell_it():
    other = model("dia_diem:\n  - noi: tỉnh Nghệ An\nlinh_vuc: kinh-te\n", name="nuoi-huou")
    story = "noi_dung:\n  cach_lam: Mười hộ chia đường làng thành mười đoạn, mỗi nhà nhận một đoạn để quét dọn.\n"
    assert made_again([model(), other], [model(story), other]) == set()
    again = made_again([model(), other], [model("tieu_de: Tổ tự quản giữ sạch ngõ xóm\n"), other])
    stems = {"tin", "cap-nhat", "linh-vuc/van-hoa-xa-hoi/tin", "dia-phuong/son-la/tin", f"{COMMUNE}tin"}
    assert again == {f"{stem}.{form}" for stem in stems for form in ("atom", "json")}


@pytest.mark.slow
def test_a_copy_told_elsewhere_changes_no_feed_of_who_was_copied():
    teacher = model("dia_diem:\n  - noi: tỉnh Nghệ An\nlinh_vuc: kinh-te\n", name="nuoi-huou")
    again = made_again([teacher, model()], [teacher, model("hoc_tu: nuoi-huou\n")])
    assert again == set(), "a feed tells what a summary does, and neither of whom one learned nor who else did"


@pytest.fixture
def project(tmp_path, shared, monkeypatch):
    """Three models in a project that has an address, which is the folder we stand in."""
    monkeypatch.chdir(make_project(tmp_path, photo=False))
    without_mkdocs(monkeypatch)
    without_steering(monkeypatch)
    frame = building.make_host(OPTIONS.config, tmp_path).frame
    monkeypatch.setattr(building, "make_host", lambda _config, _folder: MadeHost(frame=frame, site=SITE))
    share(OPTIONS.cache, shared)
    return tmp_path


@pytest.mark.slow
def test_a_build_leaves_feeds_alone_that_do_not_tell_what_changed(project):
    published()
    before = {path: path.stat().st_ino for path in OPTIONS.site.rglob("*.atom")}
    assert before
    path = project / "models/son-la/duong-hoa/model.yaml"
    change(path, "Các hộ họp lại", "Các hộ cùng họp lại")
    published()
    assert {path: path.stat().st_ino for path in OPTIONS.site.rglob("*.atom")} == before
    put(path, path.read_text(encoding="utf-8") + TAKEN_DOWN)
    published()
    assert "duong-hoa" not in (OPTIONS.site / "tin.atom").read_text(encoding="utf-8")
    assert "Đường hoa" not in (OPTIONS.site / "cap-nhat.json").read_text(encoding="utf-8")


def test_what_is_no_kind_of_lists_is_told_before_anything_is_built(tmp_path):
    config = make_project(tmp_path, photo=False) / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    put(config, text.replace("feeds: [mo-hinh, linh-vuc, chu-de, tinh, xa]", "feeds: [mo-hinh, quan]"))
    with pytest.raises(
        HostError, match="feeds: không có loại trang 'quan'; chỉ có mo-hinh, linh-vuc, chu-de, tinh, xa"
    ):
        plan_host(config, tmp_path / "host")
    put(config, text.replace("feeds: [mo-hinh, linh-vuc, chu-de, tinh, xa]", "feeds: [tinh]"))
    assert plan_host(config, tmp_path / "host").site.feeds == ("tinh",)
    put(config, text.replace('first_url: ""', "first_url: cu.example"))
    with pytest.raises(HostError, match=r"first_url 'cu\.example' không dùng được"):
        plan_host(config, tmp_path / "host")
