"""What every page says of itself in its head: to whoever shares it, to search engines, and to machines in words of schema.org.

What schema.org is told is read by extruct, as those read it who use it, and held against schemas of ours, `tests/schemas/`.
"""

import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from extruct import extract
from jsonschema import Draft202012Validator
from library import MadeHost, inputs_of, inputs_of_folder
from made_site import make_models
from making import model, photo
from project import ROOT
from showcase.publish.context import Context
from showcase.publish.policy import script_hashes
from showcase.publish.renderer import Renderer
from showcase.publish.site import all_outputs
from showcase.views import feed_address, share_picture
from showcase.views.page import Head, SiteFacts

FRAME = '<!doctype html><html lang="vi"><head>{% block head %}{% endblock %}</head><body>{% block main %}{% endblock %}</body></html>'
SITE = SiteFacts(
    name="Dân vận khéo",
    description="Thử.",
    url="https://mau.example/thu/",
    picture="chia-se.png",
    share_pictures=share_picture.KINDS,
    feeds=feed_address.KINDS,
    is_mapped=True,
)
SCHEMA = json.loads((ROOT / "tests/schemas/linked_data.json").read_text(encoding="utf-8"))
TYPES = {
    "trang-dau": {"WebSite"},
    "mo-hinh": {"Article", "BreadcrumbList"},
    "danh-sach": {"CollectionPage", "BreadcrumbList"},
    "muc-luc": {"CollectionPage", "BreadcrumbList"},
    "su-kien": {"Event", "BreadcrumbList"},
    "van-ban": {"BreadcrumbList"},
    "lam-theo": {"BreadcrumbList"},
    "lan-toa": {"BreadcrumbList"},
    "so-lieu": {"BreadcrumbList"},
    "huong-dan": {"BreadcrumbList"},
}
"""What each kind of page says that it is; of others these tests know nothing."""
FIRSTS = {
    "su-kien/": {"CollectionPage", "BreadcrumbList"},
    "van-ban/": {"CollectionPage", "BreadcrumbList"},
    "du-lieu/": {"Dataset"},
}
"""Pages that lead to those of their kind."""


def pages_of(inputs):
    """Give the text of each page with what it is about, by address; of those that search engines are led to."""
    context = Context(inputs)
    outputs = [output for output in all_outputs(context) if output.about and output.is_indexed]
    return {output.address: (output.about, output.bytes_of(context).decode()) for output in outputs}


def inputs_at(*models, **more):
    inputs = inputs_of(*models, **more)
    return replace(inputs, settings=inputs.settings._replace(site=SITE), host=replace(inputs.host, frame=FRAME))


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """The pages of three models that are small enough to be read."""
    folder = tmp_path_factory.mktemp("heads")
    shutil.copytree(ROOT / "tests/golden/models", folder / "models")
    (folder / "models/son-la/duong-hoa/anh.jpg").touch()
    return _made(folder)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The pages of a catalogue that has every kind of page."""
    folder = tmp_path_factory.mktemp("heads")
    make_models(folder / "models")
    return _made(folder)


def _made(folder):
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        return pages_of(inputs_of_folder(Path("models"), host=MadeHost(frame=FRAME, site=SITE)))


def said_to_machines(html):
    """Give what a page says to machines, as extruct reads it."""
    return extract(html, base_url=SITE.url, syntaxes=["json-ld"])["json-ld"]


def wrong_with(pages):
    """Yield what is wrong with what pages say to machines."""
    validator = Draft202012Validator(SCHEMA)
    for where, (about, html) in pages.items():
        kind, said = about.partition(":")[0], said_to_machines(html)
        wanted = FIRSTS.get(where) or TYPES.get(kind, set())
        types = {node["@type"] for graph in said for node in graph["@graph"]}
        if kind in TYPES and types != wanted:
            yield f"{where} says that it is {types}"
        for graph in said:
            yield from (f"{where}: {error.json_path} {error.message[:200]}" for error in validator.iter_errors(graph))
            yield from (f"{where}: {wrong}" for wrong in _askew(where, graph["@graph"]))


def _askew(where, nodes):
    """Yield what is wrong with a graph though it has the right form."""
    for node in nodes:
        if node["@type"] == "BreadcrumbList":
            way = node["itemListElement"]
            if [item["position"] for item in way] != [*range(1, len(way) + 1)]:
                yield "steps that are not counted on"
            if (way[0]["item"], way[-1]["item"]) != (SITE.url, f"{SITE.url}{where}"):
                yield "a way from somewhere else, or to it"
        elif (known_by := node.get("mainEntityOfPage") or node["url"]) != f"{SITE.url}{where}":
            yield f"known by {known_by}"


@pytest.mark.slow
def test_what_machines_are_told_has_the_form_that_it_should(small):
    assert list(wrong_with(small)) == []
    assert {about.partition(":")[0] for about, _ in small.values()} > {"mo-hinh", "danh-sach", "so-lieu", "trang-dau"}


@pytest.mark.slow
def test_so_it_has_on_every_kind_of_page(made):
    assert list(wrong_with(made)) == []
    assert {about.partition(":")[0] for about, _ in made.values()} >= TYPES.keys()


@pytest.mark.slow
def test_a_schema_refuses_what_it_should():
    """A schema that takes everything would prove nothing."""
    graph = said_to_machines(pages_of(inputs_at(model(WITH_PHOTO, photos=PHOTOS)))[MODEL][1])[0]
    validator = Draft202012Validator(SCHEMA)
    assert validator.is_valid(graph)
    for spoil in (
        lambda article: article.pop("license"),
        lambda article: article["image"][0].pop("creator"),
        lambda article: article.update(author="Ban biên tập"),
        lambda article: article.update(dateModified="22/11/2026"),
        lambda article: article.update(moi="một điều mới"),
    ):
        spoilt = json.loads(json.dumps(graph))
        spoil(spoilt["@graph"][0])
        assert not validator.is_valid(spoilt)


# --- A model ---------------------------------------------------------------------------------------------------------

MODEL = "mo-hinh/ngoc-chien-duong-sach/"
WITH_PHOTO = (
    "anh: [{tep: cho.jpg, mo_ta: Con đường làng rợp hoa, tac_gia: Lê Văn Mẫu, giay_phep: CC-BY-SA-4.0, nguoi: khong}]\n"
    "cap_nhat: 2026-11-21\n"
)
PHOTOS = (photo("cho.jpg"),)


def article_of(snippet="", **more):
    graph = said_to_machines(pages_of(inputs_at(model(snippet, **more)))[MODEL][1])[0]["@graph"]
    return next(node for node in graph if node["@type"] == "Article")


@pytest.mark.slow
def test_a_photo_says_who_made_it_and_under_which_licence_it_may_be_taken():
    (image,) = article_of(WITH_PHOTO, photos=PHOTOS)["image"]
    assert image["creator"] == {"@type": "Person", "name": "Lê Văn Mẫu"}
    assert image["creditText"] == "Ảnh: Lê Văn Mẫu (CC BY-SA 4.0)"
    assert image["license"] == "https://creativecommons.org/licenses/by-sa/4.0/"
    assert re.fullmatch(
        r"https://mau\.example/thu/anh/ngoc-chien-duong-sach_[a-z-]+_[0-9a-f]{12}-1600\.jpg", image["contentUrl"]
    )
    assert (image["width"], image["height"]) == (1600, 1000)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("author", "licence", "kind", "under"),
    [
        ("Báo Sơn La", "duoc-phep", "Organization", "https://mau.example/thu/gioi-thieu/#nguon-va-giay-phep"),
        ("Ban biên tập", "cua-du-an", "Organization", "https://creativecommons.org/licenses/by/4.0/"),
        ("Hà Thị Mẫu", "CC0-1.0", "Person", "https://creativecommons.org/publicdomain/zero/1.0/"),
    ],
)
def test_a_body_is_no_person_and_what_was_permitted_to_us_is_no_free_licence(author, licence, kind, under):
    snippet = WITH_PHOTO.replace("Lê Văn Mẫu", author).replace("CC-BY-SA-4.0", licence)
    (image,) = article_of(snippet, photos=PHOTOS)["image"]
    assert (image["creator"]["@type"], image["license"]) == (kind, under)


@pytest.mark.slow
def test_without_a_photo_the_picture_that_is_drawn_stands_for_it():
    image = article_of()["image"]
    assert re.fullmatch(rf"https://mau\.example/thu/{MODEL}chia-se\.png\?[0-9a-f]{{8}}", image["contentUrl"])
    assert image["creator"]["name"] == SITE.name


@pytest.mark.slow
def test_a_place_is_told_as_it_is_today():
    (place,) = article_of("dia_diem:\n  - noi: phường Quỳnh Thiện, thị xã Hoàng Mai, tỉnh Nghệ An\n")["contentLocation"]
    assert place["address"] == {
        "@type": "PostalAddress",
        "addressCountry": "VN",
        "addressRegion": "Nghệ An",
        "addressLocality": "phường Hoàng Mai",
    }


ARTICLE = {"article:published_time", "article:modified_time", "article:section"}


def metas(html):
    return dict(re.findall(r'<meta (?:property|name)="([^"]*)" content="([^"]*)"', html))


@pytest.mark.slow
def test_an_article_says_when_it_was_published_and_changed_and_what_it_is_about():
    html = pages_of(inputs_at(model("cap_nhat: 2026-11-21\n")))[MODEL][1]
    said = metas(html)
    assert said["article:published_time"] == "2026-11-20T00:00:00+07:00"
    assert said["article:modified_time"] == "2026-11-21T00:00:00+07:00"
    assert said["article:section"] == "Văn hóa - xã hội"
    unchanged = metas(pages_of(inputs_at(model()))[MODEL][1])
    assert unchanged["article:modified_time"] == unchanged["article:published_time"]


@pytest.mark.slow
def test_only_articles_have_days_and_every_article_has(small):
    """Official figures have none: nothing says when they came to be here."""
    for where, (about, html) in small.items():
        said = metas(html)
        told = {name for name in said if name.startswith("article:")}
        is_dated = about.partition(":")[0] in ("mo-hinh", "su-kien", "van-ban") and ":" in about
        assert told == (ARTICLE if is_dated else set()), where
        assert said["og:type"] == "article" or not is_dated


@pytest.mark.slow
def test_a_former_address_says_what_todays_does_but_not_to_machines():
    context = Context(inputs_at(model("duong_dan_cu: [duong-cu]\ncap_nhat: 2026-11-21\n")))
    pages = {output.address: output.bytes_of(context).decode() for output in all_outputs(context) if output.about}
    assert metas(pages["mo-hinh/duong-cu/"]) == metas(pages[MODEL])
    assert said_to_machines(pages["mo-hinh/duong-cu/"]) == []


@pytest.mark.slow
def test_a_site_without_an_address_says_nothing_to_machines():
    inputs = inputs_at(model())
    nowhere = replace(inputs, settings=inputs.settings._replace(site=replace(SITE, url="")))
    for where, (_, html) in pages_of(nowhere).items():
        assert "ld+json" not in html, where
        assert "application/atom+xml" not in html, where


# --- What somebody may write into a title ------------------------------------------------------------------------------

HOSTILE = (
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "]]>",
    "'\"&\\",
    "\u2028",
    "{{ 7 * 7 }}",
    "</SCRIPT\n>",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_title_does_not_leave_the_script_that_it_stands_in(text):
    """Whatever reading lets through: what a browser takes for the end of a script, or for the start of another state."""
    head = Head(title=text, description=text, address="", section="", site=SITE, data={"name": text, text: [text]})
    sources = {**inputs_at(model()).framed_templates, "x.html": '{% extends "base.html" %}'}
    html = Renderer(sources, MadeHost().assets).render("x.html", _View(head)).decode()
    assert html.count("<script") == html.count("</script>") == 1
    inside = re.search(r"<script[^>]*>(.*?)</script>", html, re.DOTALL)[1]
    assert not re.search("[<>&']", inside)
    assert json.loads(inside) == {"name": text, text: [text]}
    assert said_to_machines(html) == [{"name": text, text: [text]}]


class _View:
    def __init__(self, head):
        self.head = head


def test_the_policy_needs_no_hash_of_data():
    data = b'<script type="application/ld+json">{"@type":"Article"}</script>'
    assert script_hashes([data]) == ()
    assert len(script_hashes([data, b"<script>run()</script>"])) == 1
