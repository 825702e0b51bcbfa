"""Every reference of every page of both sites leads somewhere, within the site and by its own name; nothing is fetched elsewhere."""

import json
import re
from pathlib import PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from browser.judging import judge
from browser.leaves import elements, named
from PIL import Image

both = pytest.mark.parametrize("site", ["real", "made"], indirect=True)

# What a browser loads by itself, and what it goes to when a reader asks.
LOADED = {"src", "srcset", "poster", "data", "background"}
LED_TO = {"href", "action", "formaction", "cite", "xlink:href"}
LOADING_LINKS = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "prefetch", "preconnect", "dns-prefetch"}
REFRESH = re.compile(r"0; url=(.+)")
STYLED = re.compile(r"""url\(\s*["']?([^"')]+)""")


def references(html):
    """Yield (element, address, whether it is loaded at once) of a page."""
    for element in elements(html):
        asked = element.attributes
        loads = element.tag == "link" and bool(LOADING_LINKS & set(asked.get("rel", "").split()))
        for name in asked.keys() & (LOADED | LED_TO):
            parts = [part.split()[0] for part in asked[name].split(", ")] if name == "srcset" else [asked[name]]
            yield from ((element, part, loads or name in LOADED) for part in parts)
        if element.tag == "meta" and asked.get("http-equiv") == "refresh":
            yield element, REFRESH.fullmatch(asked["content"])[1], True


def file_at(site, page, address):
    """Give the file of the site that an address means as seen from a page, or None where it lies elsewhere."""
    if page == "404.html" and not site.public:
        # Without an address of its own the site is taken to be all of its host.
        address = address.removeprefix("/")
    whole = urljoin(site.url + page.removesuffix("index.html"), address)
    if site.public and whole.startswith(site.public):
        whole = site.url + whole.removeprefix(site.public)
    if not whole.startswith(site.url):
        return None
    path = unquote(urlsplit(whole).path).removeprefix(site.base)
    return f"{path}index.html" if path.endswith("/") or not path else path


@both
def test_every_reference_leads_to_a_file_and_every_fragment_to_a_place(site):
    files = {path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*") if path.is_file()}
    places = {page: {element.attributes.get("id") for element in elements(html)} for page, html in site.pages.items()}
    lost = set()
    for page, html in site.pages.items():
        for _, address, _ in references(html):
            target, fragment = file_at(site, page, address), unquote(urlsplit(address).fragment)
            if target is not None and target not in files:
                lost.add(f"{page}: {address} leads to no file")
            elif target in places and fragment and fragment not in places[target]:
                lost.add(f"{page}: {address} leads to no place in {target}")
    judge(sorted(lost))


@both
def test_nothing_is_loaded_from_elsewhere(site):
    strangers = {
        f"{page}: <{element.tag}> loads {address}"
        for page, html in site.pages.items()
        for element, address, loads in references(html)
        if loads and not address.startswith("data:") and file_at(site, page, address) is None
    }
    for sheet in site.folder.rglob("*.css"):
        page = sheet.relative_to(site.folder).as_posix()
        for address in STYLED.findall(sheet.read_text(encoding="utf-8")):
            target = None if address.startswith("data:") else file_at(site, page, address)
            if not address.startswith("data:") and not (target and (site.folder / target).is_file()):
                strangers.add(f"{page} loads {address}")
    judge(sorted(strangers))


@both
def test_the_site_may_stand_anywhere(site):
    """Each way within the site is relative; only 404.html, which is shown at any depth, begins at the root."""
    fixed = {
        f"{page}: {address}"
        for page, html in site.pages.items()
        for _, address, _ in references(html)
        if address.startswith("/") and page != "404.html"
    }
    judge(sorted(fixed))


@pytest.mark.parametrize("missing", ["khong-co", "mo-hinh/khong-co/", "dia-phuong/ha-noi/khong/co/noi/nay/"])
def test_the_page_for_what_is_missing_knows_the_way_from_any_depth(made, visit, missing):
    """The site stands below a path of its host, and knows its address."""
    page, lost = visit().new_page(), []
    page.on("response", lambda answer: lost.append(answer.url) if answer.status >= 400 else None)
    assert page.goto(made.url + missing).status == 404
    assert page.locator("h1").inner_text() == "Không tìm thấy trang này"
    assert page.evaluate("[...document.styleSheets].every((sheet) => sheet.cssRules.length)")
    ways = page.evaluate("[...document.querySelectorAll('a:not([href^=\"#\"])')].map((a) => a.href)")
    assert len(ways) > 10
    lost += [way for way in dict.fromkeys(ways) if page.request.get(way).status >= 400]
    assert lost == [made.url + missing]
    page.locator("main").get_by_role("link", name="Xem tất cả mô hình").click()
    assert page.url == f"{made.url}mo-hinh/"


def test_without_an_address_the_page_for_what_is_missing_takes_the_site_for_all_of_its_host(real):
    """No page can tell at which depth it is shown; so a build without `SITE_URL` says that this one may lead nowhere."""
    ways = [element.attributes["href"] for element in named(real.pages["404.html"], "a")]
    assert "/mo-hinh/" in ways
    assert not [way for way in ways if not way.startswith(("/", "#"))]


@both
def test_all_links_to_other_hosts_are_marked_as_such(site):
    """`noopener nofollow`: the site vouches for no stranger, and the style sheet shows readers that they leave."""
    bare = {
        f"{page}: {element.attributes['href']}"
        for page, html in site.pages.items()
        for element in named(html, "a")
        if urlsplit(element.attributes.get("href", "")).scheme in {"http", "https"}
        and not {"noopener", "nofollow"} <= set(element.attributes.get("rel", "").split())
    }
    judge(sorted(bare))


@both
def test_the_list_of_addresses_is_the_list_of_pages(site):
    pages = {page.removesuffix("index.html") for page in site.pages} - {"404.html"}
    assert len(site.addresses) == len(set(site.addresses)), "an address stands twice"
    assert set(site.addresses) == pages


@both
def test_the_guide_is_found_from_every_page_and_beside_where_one_sends(site):
    def leads_there(page, html):
        return any(
            urljoin(f"{site.url}{page}", link.attributes.get("href", "")).endswith("/huong-dan/")
            for link in named(html, "a")
        )

    footer = '<footer class="dv-footer"'
    ends = {page: html.partition(footer)[2] for page, html in site.pages.items() if footer in html}
    judge(f"the footer of /{page} does not lead to it" for page, end in ends.items() if not leads_there(page, end))
    inviting = "index.html", "mo-hinh/index.html", "dieu-hanh/index.html", "gui-bai/index.html"
    judge(f"/{page} does not" for page in inviting if not leads_there(page, site.pages[page].partition(footer)[0]))


@both
def test_the_open_data_leads_to_pages(site):
    data = json.loads((site.folder / "du-lieu/v1/mo-hinh.json").read_text(encoding="utf-8"))
    assert data["mo_hinh"], "there are models"
    for model in data["mo_hinh"]:
        assert f"{model['duong_dan']}index.html" in site.pages


@both
def test_pictures_have_the_size_that_their_pages_say(site):
    wrong = set()
    for page, html in site.pages.items():
        for image in named(html, "img"):
            said = int(image.attributes["width"]), int(image.attributes["height"])
            for _, address, _ in references_of(image):
                size = size_of(site.folder / file_at(site, page, address))
                # Each size of a picture is rounded to whole pixels, so the shapes may differ by half of one.
                if abs(size[0] * said[1] - size[1] * said[0]) > max(*said, *size):
                    wrong.add(f"{page}: {address} is {size[0]} × {size[1]}, the page says {said[0]} × {said[1]}")
    judge(sorted(wrong))


@both
def test_each_width_of_a_srcset_is_true(site):
    wrong = set()
    for page, html in site.pages.items():
        for element in named(html, "img", "source"):
            for part in filter(None, element.attributes.get("srcset", "").split(", ")):
                address, width = part.split()
                if size_of(site.folder / file_at(site, page, address))[0] != int(width.removesuffix("w")):
                    wrong.add(f"{page}: {address} is not {width} wide")
    judge(sorted(wrong))


def test_a_model_taken_down_leaves_no_trace(made):
    """Of it there is a notice, to which all its addresses lead, and nothing else: no word, no picture, in no file."""
    secrets = ("không được nhắc tới", "của bài đã gỡ")
    for file in made.folder.rglob("*"):
        if file.suffix in {".html", ".json", ".xml", ".csv", ".js", ".txt"}:
            text = file.read_text(encoding="utf-8")
            assert not [secret for secret in secrets if secret in text], file
    told = {address for address in made.addresses if "to-nau-com" in address}
    assert {"mo-hinh/to-nau-com-mien-phi/", "mo-hinh/to-nau-com-ten-cu/", "mo-hinh/to-nau-com-ten-cu/lam-theo/"} <= told
    # In a frame without scripts nothing leads on: it says itself that the model is gone.
    notice = {"mo-hinh/to-nau-com-mien-phi/", "nhung/to-nau-com-mien-phi/", "nhung/to-nau-com-ten-cu/"}
    assert {address for address in told if 'http-equiv="refresh"' not in made.pages[f"{address}index.html"]} == notice
    linking = {
        page for page, html in made.pages.items() for _, address, _ in references(html) if "to-nau-com" in address
    }
    assert linking == {f"{address}index.html" for address in told}


def test_lineage_is_told_at_both_ends(made):
    """Also where the one who copied names the model by a former id."""
    copied, teacher, learner = "mo-hinh/duong-hoa-tu-quan/", "mo-hinh/cho-phien-sach/", "mo-hinh/duong-hoa-hoc-theo/"
    for page, other in ((copied, teacher), (teacher, copied), (copied, learner), (learner, copied)):
        lineage = made.pages[f"{page}index.html"].split('id="lan-toa"')
        assert len(lineage) == 2, f"{page} tells of no lineage"
        part = lineage[1].split("</section>")[0]
        assert f"/{other}" in part, f"{page} does not lead to {other}"


def references_of(image):
    for name in ("src", "srcset"):
        for part in filter(None, image.attributes.get(name, "").split(", ")):
            yield image, part.split()[0], True


def size_of(file):
    if PurePosixPath(file.name).suffix == ".svg":
        box = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', file.read_text(encoding="utf-8"))
        return float(box[1]), float(box[2])
    with Image.open(file) as picture:
        return picture.size
