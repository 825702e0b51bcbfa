"""What other sites show of models and lists: which there are, what each says, what programs are told, what makes it anew."""

import json
import re
from dataclasses import replace

import pytest
from library import due, inputs_of, make_all
from making import model
from project import ROOT, make_project, put
from showcase.mkdocs.errors import HostError
from showcase.mkdocs.render import plan_host
from showcase.publish.context import Context
from showcase.publish.site import all_outputs
from showcase.record.addresses import read_pages
from showcase.views.embed_address import KINDS
from showcase.views.page import SiteFacts

SITE = SiteFacts(name="Dân vận khéo", description="Thử.", url="https://mau.example/thu/", embeds=KINDS)
NAME = "ngoc-chien-duong-sach"
COMMUNE = "dia-phuong/son-la/ngoc-chien/"
TAKEN_DOWN = "go_bo: {ngay: 21/11/2026, ly_do: Theo đề nghị của địa phương.}\n"


def inputs_at(*models, site=SITE, **more):
    inputs = inputs_of(*models)
    return replace(inputs, settings=inputs.settings._replace(site=site), **more)


def files(*models, **more):
    """Give the bytes of all that lies in `nhung/` by path."""
    context = Context(inputs_at(*models, **more))
    found = (output for output in all_outputs(context) if output.path.startswith("nhung/"))
    return {output.path: output.bytes_of(context) for output in found}


def shown(*models, where=f"nhung/{NAME}/", **more):
    return files(*models, **more)[f"{where}index.html"].decode()


# --- Which there are --------------------------------------------------------------------------------------------------


def test_a_model_and_each_kind_of_list_can_be_shown_elsewhere():
    made = files(model())
    lists = "mo-hinh/moi-nhat/", "linh-vuc/kinh-te/", "chu-de/y-te/", "dia-phuong/son-la/", COMMUNE
    assert made.keys() > {
        f"nhung/{where}{name}" for where in (f"{NAME}/", *lists) for name in ("index.html", "oembed.json")
    }
    assert "nhung/index.html" in made
    assert not [path for path in made if "dia-phuong/cu/" in path or re.search("dia-phuong/.*/linh-vuc/", path)]


@pytest.mark.parametrize(
    ("kinds", "wanted"),
    [
        (("mo-hinh",), {NAME, "mo-hinh"}),
        (("linh-vuc", "chu-de"), {"linh-vuc", "chu-de"}),
        (("xa",), {"dia-phuong"}),
        ((), set()),
    ],
)
def test_the_settings_say_which_kinds_can_be(kinds, wanted):
    made = files(model(), site=replace(SITE, embeds=kinds))
    assert {path.split("/")[1] for path in made} - {"index.html"} == wanted
    assert ("nhung/index.html" in made) == bool(kinds)


def test_without_an_address_programs_are_told_nothing():
    made = files(model(), site=replace(SITE, url=""))
    assert f"nhung/{NAME}/index.html" in made
    assert not [path for path in made if path.endswith(".json")]


def test_a_kind_that_there_is_not_is_told_before_anything_is_built(tmp_path):
    config = make_project(tmp_path, photo=False) / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    put(config, text.replace("embeds: [mo-hinh, linh-vuc, chu-de, tinh, xa]", "embeds: [mo-hinh, quan]"))
    with pytest.raises(HostError, match="embeds: không có loại trang 'quan'"):
        plan_host(config, tmp_path / "host")
    put(config, text.replace("embeds: [mo-hinh, linh-vuc, chu-de, tinh, xa]", "embeds: [tinh]"))
    assert plan_host(config, tmp_path / "host").site.embeds == ("tinh",)


def test_no_model_is_in_the_way_of_a_list():
    made = files(*(model(name=name) for name in ("linh-vuc", "mo-hinh", "dia-phuong", "moi-nhat")))
    assert {f"nhung/{name}/index.html" for name in ("linh-vuc", "mo-hinh", "dia-phuong", "moi-nhat")} < made.keys()


# --- What each says -----------------------------------------------------------------------------------------------------


def test_a_card_says_what_a_card_says_and_leads_back():
    html = shown(model("ket_qua: [{chi_so: Nhà có thùng rác, truoc: 4, sau: 96, don_vi_tinh: nhà}]\n"))
    for said in ("Văn hóa - xã hội", "Xã Ngọc Chiến, Sơn La", "từ 4 lên", "<b>96</b>", "Nhà có thùng rác", "CC BY 4.0"):
        assert said in html
    assert f'href="../../mo-hinh/{NAME}/" target="_blank" rel="noopener"' in html
    assert 'name="robots" content="noindex"' in html
    assert f'rel="canonical" href="https://mau.example/thu/mo-hinh/{NAME}/"' in html


def test_a_list_has_the_ten_newest():
    models = [model(f"ngay_dang: 2026-10-{1 + number:02}\n", name=f"to-{number:02}") for number in range(14)]
    html = shown(*models, where=f"nhung/{COMMUNE}")
    assert re.findall(r'<li.*?mo-hinh/(to-\d\d)/"', html) == [f"to-{number:02}" for number in range(13, 3, -1)]


def test_the_same_stands_at_each_address_that_a_model_had():
    """A sandbox without scripts follows no refresh."""
    made = files(model("duong_dan_cu: [duong-sach, ngo-sach]\n"))
    for name in ("index.html", "oembed.json"):
        (only,) = {made[f"nhung/{where}/{name}"] for where in (NAME, "duong-sach", "ngo-sach")}
        assert b'http-equiv="refresh"' not in only


def test_of_a_model_that_was_taken_down_that_alone_is_said():
    made = files(model(f"duong_dan_cu: [duong-sach]\n{TAKEN_DOWN}"), model(name="con-lai"))
    for where in (NAME, "duong-sach"):
        assert "Mô hình này đã được gỡ" in made[f"nhung/{where}/index.html"].decode()
        assert json.loads(made[f"nhung/{where}/oembed.json"])["title"] == "Mô hình này đã được gỡ"
    said = b"".join(data for path, data in made.items() if NAME in path or "duong-sach" in path).decode()
    assert "chủ nhật" not in said
    assert "đề nghị" not in said


def test_a_list_that_has_gone_is_shown_empty():
    pages = tuple(read_pages(f"{COMMUNE}\t2026-11-01\tXã Ngọc Chiến\n"))
    html = shown(model("dia_diem:\n  - noi: tỉnh Nghệ An\n"), where=f"nhung/{COMMUNE}", published_pages=pages)
    assert "Xã Ngọc Chiến" in html
    assert "Hiện không có bài nào ở đây." in html


def test_text_stays_text():
    title = "Chợ <b>sạch</b> & “đẹp” \" onload='alert(1)'"
    made = files(model(f"tieu_de: {json.dumps(title, ensure_ascii=False)}\n"))
    for path, data in made.items():
        assert path.endswith(".json") or b"<b>s" not in data, path
    (html,) = re.findall(r"<iframe.*", json.loads(made[f"nhung/{NAME}/oembed.json"])["html"])
    assert kept_by_wordpress(html) == html


# --- What programs are told ---------------------------------------------------------------------------------------------

ALLOWED = {"src", "width", "height", "frameborder", "marginwidth", "marginheight", "scrolling", "title"}
ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"<>]*)"')


def kept_by_wordpress(html):
    """Give what is left of an answer of a site that WordPress knows nothing of: one frame with the attributes that it knows."""
    found = re.search(r"<iframe((?: [a-z-]+=\"[^\"<>]*\")*)></iframe>", html)
    if not found:
        return ""
    kept = "".join(f' {name}="{value}"' for name, value in ATTRIBUTE.findall(found[1]) if name in ALLOWED)
    return f"<iframe{kept}></iframe>"


def test_what_wordpress_would_take_away_is_not_there():
    assert kept_by_wordpress('<p>Chợ</p><iframe src="a" onload="b" style="c"></iframe><script></script>') == (
        '<iframe src="a"></iframe>'
    )
    for path, data in files(model(), model(TAKEN_DOWN, name="da-go")).items():
        if path.endswith("oembed.json"):
            told = json.loads(data)
            assert kept_by_wordpress(told["html"]) == told["html"], path
            assert (told["version"], told["type"], told["width"]) == ("1.0", "rich", 600)
            assert 100 <= told["height"] <= 1000
            where = path.removesuffix("oembed.json")
            assert f'src="https://mau.example/thu/{where}"' in told["html"]


@pytest.mark.parametrize(
    ("where", "leads_to"),
    [
        (f"mo-hinh/{NAME}/", f"nhung/{NAME}/"),
        ("mo-hinh/duong-sach/", f"nhung/{NAME}/"),
        ("mo-hinh/", "nhung/mo-hinh/moi-nhat/"),
        ("", "nhung/mo-hinh/moi-nhat/"),
        ("linh-vuc/kinh-te/", "nhung/linh-vuc/kinh-te/"),
        (COMMUNE, f"nhung/{COMMUNE}"),
    ],
)
def test_a_page_leads_programs_to_its_answer_in_its_head(where, leads_to):
    context = Context(inputs_at(model("duong_dan_cu: [duong-sach]\n")))
    html = next(one for one in all_outputs(context) if one.about and one.address == where).bytes_of(context).decode()
    link = re.search(r'<link rel="alternate" type="application/json\+oembed" href="([^"]+)"', html)
    assert link[1] == f"https://mau.example/thu/{leads_to}oembed.json"


@pytest.mark.slow
def test_pages_say_nothing_of_it_where_the_settings_have_none():
    context = Context(inputs_at(model(), site=replace(SITE, embeds=())))
    for output in all_outputs(context):
        if output.about:
            assert b"oembed" not in output.bytes_of(context), output.address


# --- What makes it anew ---------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_a_sentence_of_a_story_makes_no_card_anew(tmp_path):
    before, after = (
        inputs_at(model(f"noi_dung:\n  cach_lam: {text}\n"), model(name="con-lai"))
        for text in ("Mỗi nhà góp một buổi sáng trong tháng.", "Mỗi nhà góp một buổi chiều trong tháng.")
    )
    _, history = make_all(before, Context)
    found = list(due(history, after, Context))
    assert f"mo-hinh/{NAME}/index.html" in found
    assert not [path for path in found if path.startswith("nhung/")]


# --- Its own small style sheet ---------------------------------------------------------------------------------------------

FIELDS = {
    "kinh-te": "economy",
    "van-hoa-xa-hoi": "culture",
    "quoc-phong-an-ninh": "security",
    "he-thong-chinh-tri": "system",
}


def value_in(sheet, selector, name):
    """Give what the first rule of a style sheet with a selector says of a token."""
    text = (ROOT / "docs/assets" / sheet).read_text(encoding="utf-8")
    rules = re.findall(rf"^{re.escape(selector)} \{{(.*?)^\}}", text, re.DOTALL | re.MULTILINE)
    return next(found[1] for rule in rules if (found := re.search(rf"--dv-{name}: ([^;]+);", rule)))


@pytest.mark.parametrize("token", ["paper", "ink", "quiet", "line", "cream"])
def test_its_colours_are_those_of_the_site(token):
    by_day, by_night = (value_in(sheet, ":root", token) for sheet in ("trang.css", "toi.css"))
    assert value_in("nhung.css", ".dv-embed", token) == f"var(--by-day, {by_day}) var(--by-night, {by_night})"


@pytest.mark.parametrize("field", FIELDS)
def test_its_fields_are_those_of_the_site(field):
    selector = f".dv-f--{field}"
    for name, places in {
        "field": [("trang.css", ":root", FIELDS[field]), ("toi.css", ":root", FIELDS[field])],
        "full": [("the.css", selector, "full"), ("toi.css", selector, "full")],
    }.items():
        by_day, by_night = (value_in(*place) for place in places)
        assert value_in("nhung.css", selector, name) == f"var(--by-day, {by_day}) var(--by-night, {by_night})"
