"""By what search engines find every page: `sitemap.xml` with its parts, and `robots.txt`."""

import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree as ET

import pytest
from library import MadeHost, due, inputs_of, inputs_of_folder, make_all
from made_site import make_models
from making import model, photo
from project import ROOT, make_project, put
from showcase.mkdocs.render import plan_host
from showcase.publish import sitemap
from showcase.publish.context import Context
from showcase.publish.site import all_outputs
from showcase.views.page import SiteFacts

SITE = SiteFacts(name="Dân vận khéo", description="Thử.", url="https://mau.example/thu/", is_mapped=True)
FRAME = "<head>{% block head %}{% endblock %}</head>{% block main %}{% endblock %}"
PAGES = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
PICTURE = "{http://www.google.com/schemas/sitemap-image/1.1}"
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def inputs_at(*models, site=SITE, **more):
    inputs = inputs_of(*models)
    return replace(inputs, settings=inputs.settings._replace(site=site), **more)


def files_of(inputs):
    """Give by path all that search engines read first, and of every page what is to be known of it."""
    context = Context(inputs)
    outputs = {output.path: output for output in all_outputs(context)}
    read = {path: one.bytes_of(context) for path, one in outputs.items() if path.startswith(("sitemap", "robots"))}
    return read, {output.address: output for output in outputs.values() if output.about}, context


def parts_of(read):
    """Read the index and its parts as the protocol has them; what they should not have fails."""
    index = ET.fromstring(read["sitemap.xml"])
    assert index.tag == f"{PAGES}sitemapindex"
    parts = {}
    for sitemap_of in index:
        assert sitemap_of.tag == f"{PAGES}sitemap"
        assert [child.tag for child in sitemap_of] in ([f"{PAGES}loc"], [f"{PAGES}loc", f"{PAGES}lastmod"])
        where = sitemap_of.find(f"{PAGES}loc").text
        assert where.startswith(SITE.url)
        path = where.removeprefix(SITE.url)
        assert "/" not in path, "a part may name only what lies below it"
        parts[path] = list(entries_of(read[path])), sitemap_of.findtext(f"{PAGES}lastmod", "")
    assert {*parts, "sitemap.xml", "robots.txt"} == read.keys()
    return parts


def entries_of(data):
    assert len(data) <= 50 * 1024 * 1024
    root = ET.fromstring(data)
    assert root.tag == f"{PAGES}urlset"
    assert 0 < len(root) <= 50_000
    for url in root:
        assert {child.tag for child in url} <= {f"{PAGES}loc", f"{PAGES}lastmod", f"{PICTURE}image"}
        changed = url.findtext(f"{PAGES}lastmod", "")
        assert not changed or (DAY.fullmatch(changed) and date.fromisoformat(changed))
        pictures = [image.findtext(f"{PICTURE}loc") for image in url.findall(f"{PICTURE}image")]
        assert len(pictures) <= 1000
        where = url.findtext(f"{PAGES}loc")
        assert len(where) < 2048
        assert all(address.startswith(SITE.url) for address in (where, *pictures))
        yield where.removeprefix(SITE.url), changed, pictures


def told(*models, **more):
    read, _, _ = files_of(inputs_at(*models, **more))
    return {
        where: (changed, pictures) for entries, _ in parts_of(read).values() for where, changed, pictures in entries
    }


def wrong_with(inputs):
    """Yield each page that is told and should not be, or is not and should be: what search engines may keep is told."""
    read, pages, context = files_of(inputs)
    found = [where for entries, _ in parts_of(read).values() for where, _, _ in entries]
    yield from (f"{where} is told twice" for where in set(found) if found.count(where) > 1)
    for where, output in pages.items():
        html = output.bytes_of(context).decode()
        leads_on = 'http-equiv="refresh"' in html or 'content="noindex"' in html
        is_further = bool(re.search(r"/trang-\d+/$", where))
        if (where in found) == (leads_on or is_further):
            yield f"{where} is {'told' if where in found else 'not told'}"
    yield from (f"{where} is no page" for where in found if where not in pages)


@pytest.mark.slow
def test_every_page_that_may_be_kept_is_told_and_no_other(tmp_path, monkeypatch):
    shutil.copytree(ROOT / "tests/golden/models", tmp_path / "models")
    (tmp_path / "models/son-la/duong-hoa/anh.jpg").touch()
    monkeypatch.chdir(tmp_path)
    assert list(wrong_with(inputs_of_folder(Path("models"), host=MadeHost(frame=FRAME, site=SITE)))) == []


@pytest.mark.slow
def test_so_it_is_of_every_kind_of_page(tmp_path, monkeypatch):
    make_models(tmp_path / "models")
    monkeypatch.chdir(tmp_path)
    by_hand = {"gioi-thieu/index.html": b"<p>", "da-luu/index.html": b'<meta name="robots" content="noindex">'}
    host = MadeHost(dict.fromkeys(by_hand, "1"), frame=FRAME, site=SITE, made=by_hand)
    assert list(wrong_with(inputs_of_folder(Path("models"), host=host))) == []


def test_records_say_when_a_page_changed_last():
    pages = told(model("cap_nhat: 2026-11-21\n"), model("ngay_dang: 2026-10-02\n", name="nuoi-huou"))
    changed = {where: day for where, (day, _) in pages.items()}
    assert changed["mo-hinh/ngoc-chien-duong-sach/"] == "2026-11-21"
    assert changed["mo-hinh/nuoi-huou/"] == "2026-10-02"
    assert changed["dia-phuong/son-la/"] == changed["mo-hinh/"] == changed[""] == "2026-11-21"
    assert changed["dia-phuong/dien-bien/"] == changed["huong-dan/quy-tac/"] == "", "no record tells"


def test_a_model_tells_its_photos():
    shown = "anh: [{tep: cho.jpg, mo_ta: Con đường làng rợp hoa, tac_gia: Ban, giay_phep: CC0-1.0, nguoi: khong}]\n"
    _, (picture,) = told(model(shown, photos=(photo("cho.jpg"),)))["mo-hinh/ngoc-chien-duong-sach/"]
    assert re.fullmatch(r"https://mau\.example/thu/anh/ngoc-chien-duong-sach_[a-z-]+_[0-9a-f]{12}-1600\.jpg", picture)


def test_the_index_says_when_something_in_a_part_changed_last():
    read, _, _ = files_of(
        inputs_at(model("cap_nhat: 2026-11-21\n"), model("ngay_dang: 2026-10-02\n", name="nuoi-huou"))
    )
    last = {path: day for path, (_, day) in parts_of(read).items()}
    assert last["sitemap-mo-hinh-2026-11.xml"] == last["sitemap-danh-sach.xml"] == "2026-11-21"
    assert last["sitemap-mo-hinh-2026-10.xml"] == "2026-10-02"


def test_more_pages_than_a_part_may_have_fill_two(monkeypatch):
    monkeypatch.setattr(sitemap, "MOST", 20)
    read, _, _ = files_of(inputs_at(*(model(name=f"to-{number:02}") for number in range(45))))
    parts = {path: len(entries) for path, (entries, _) in parts_of(read).items() if "mo-hinh" in path}
    assert parts == {
        "sitemap-mo-hinh-2026-11.xml": 20,
        "sitemap-mo-hinh-2026-11-2.xml": 20,
        "sitemap-mo-hinh-2026-11-3.xml": 5,
    }


def test_robots_may_read_everything_and_are_told_of_the_sitemap():
    read, _, _ = files_of(inputs_at(model()))
    robots = RobotFileParser()
    robots.parse(read["robots.txt"].decode().splitlines())
    assert robots.can_fetch("Googlebot", f"{SITE.url}mo-hinh/")
    assert robots.site_maps() == ["https://mau.example/thu/sitemap.xml"]


@pytest.mark.parametrize(
    "site", [replace(SITE, url=""), replace(SITE, is_mapped=False)], ids=["no address", "not wanted"]
)
def test_there_is_none_without_an_address_or_where_it_is_not_wanted(site):
    assert files_of(inputs_at(model(), site=site))[0] == {}


def test_who_has_robots_of_their_own_keeps_them():
    host = MadeHost({"robots.txt": "1"}, made={"robots.txt": b"User-agent: *\nDisallow: /\n"})
    paths = [output.path for output in all_outputs(Context(inputs_at(model(), host=host)))]
    assert paths.count("robots.txt") == 1
    assert files_of(inputs_at(model(), host=host))[0]["robots.txt"].endswith(b"Disallow: /\n")


@pytest.mark.slow
def test_a_sentence_of_a_story_makes_none_of_it_anew():
    story = "noi_dung:\n  cach_lam: Mười hộ chia đường làng thành mười đoạn, mỗi nhà nhận một đoạn để quét dọn.\n"
    _, history = make_all(inputs_at(model()))
    assert [path for path in due(history, inputs_at(model(story))) if "sitemap" in path] == []


def test_the_settings_switch_it_off(tmp_path):
    config = make_project(tmp_path, photo=False) / "mkdocs.yml"
    assert plan_host(config, tmp_path / "host").site.is_mapped
    put(config, config.read_text(encoding="utf-8").replace("sitemap: true", "sitemap: false"))
    assert not plan_host(config, tmp_path / "host").site.is_mapped
