"""What other sites show of ours, as they show it: in a page of another origin, within a sandbox, by day and by night."""

import json
import re

import pytest
from browser.judging import judge
from browser.questions import axe
from browser.sites import served
from playwright.sync_api import expect

MODEL, FORMER, GONE = "nhung/duong-hoa-tu-quan/", "nhung/duong-hoa-2021/", "nhung/to-nau-com-mien-phi/"
LIST = "nhung/linh-vuc/kinh-te/"
CARDS = {
    "a model with every entry": MODEL,
    "a model of long words": "nhung/chu-dai-khong-ngat/",
    "a model with the most of everything": "nhung/nhieu-nhat-moi-thu/",
    "a model with hardly anything": "nhung/cho-phien-sach/",
    "a former address": FORMER,
    "a model taken down": GONE,
    "a field": LIST,
    "the newest of all": "nhung/mo-hinh/moi-nhat/",
    "a commune": "nhung/dia-phuong/nghe-an/hoang-mai/",
    "a list without models": "nhung/chu-de/y-te/",
}
SANDBOXES = {
    "none": None,
    "of one that allows nothing": "",
    "of WordPress": "allow-scripts",
    "of our own code": "allow-popups",
}
MOST = 15_000
"""Bytes of a card with all that is sent for it, unpacked."""


@pytest.fixture(scope="module")
def foreign(tmp_path_factory):
    """Another site on another port, which is another origin; its pages are written by whoever asks for them."""
    with served("foreign", tmp_path_factory.mktemp("foreign"), "/") as site:
        yield site


@pytest.fixture
def show(visit, foreign):
    """Give the frame that a page of the other site shows, the page and what its browser said."""

    def enter(frame, **options):
        (foreign.folder / "index.html").write_text(
            f'<!doctype html><html lang="vi"><title>Báo</title><link rel="icon" href="data:,">{frame}', "utf-8"
        )
        page = visit(**options).new_page()
        said = []
        page.on("console", lambda message: said.append(message.text))
        page.goto(foreign.url, wait_until="load")
        return page.frames[1], page, said

    return enter


def frame_of(site, where, sandbox=None, more=""):
    box = "" if sandbox is None else f' sandbox="{sandbox}"'
    return f'<iframe src="{site.url}{where}" width="360" height="500" title="Dân vận khéo"{box}{more}></iframe>'


@pytest.mark.parametrize("where", [MODEL, LIST, GONE])
@pytest.mark.parametrize("sandbox", SANDBOXES.values(), ids=SANDBOXES)
def test_a_page_of_another_origin_shows_it_whole(show, made, where, sandbox):
    frame, _, said = show(frame_of(made, where, sandbox))
    assert frame.locator("h1").is_visible()
    assert frame.locator("main").evaluate("main => getComputedStyle(main).display") == "flex", "its style came"
    links = frame.locator("a")
    assert links.count() >= 3
    assert {link.get_attribute("target") for link in links.all()} == {"_blank"}
    # A sandbox without scripts is told that there was one, and no more.
    assert [text for text in said if not text.startswith("Blocked script execution")] == []


def test_a_whole_page_is_shown_by_us_alone(show, made):
    for where in ("mo-hinh/duong-hoa-tu-quan/", "", "mo-hinh/khong-co/"):
        frame, _, said = show(frame_of(made, where))
        assert frame.url.startswith("chrome-error:"), where
        assert any("frame-ancestors" in text for text in said), where


@pytest.mark.parametrize("where", CARDS.values(), ids=CARDS)
def test_it_weighs_little_and_loads_nothing_from_elsewhere(visit, made, where):
    page, sent = visit().new_page(), []
    page.on("response", lambda response: sent.append(response))  # noqa: PLW0108 - it takes no function that is not written
    page.goto(made.url + where, wait_until="load")
    assert {response.status for response in sent} == {200}
    assert [response.url for response in sent if not response.url.startswith(made.url)] == []
    assert 2000 < sum(len(response.body()) for response in sent) <= MOST


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("where", CARDS.values(), ids=CARDS)
def test_it_fits_any_width_and_axe_finds_nothing(visit, made, where, scheme):
    page, found = visit(color_scheme=scheme, bypass_csp=True).new_page(), []
    page.goto(made.url + where)
    heights = [int(height) for height in page.locator("main").get_attribute("data-dv-heights").split()]
    told = heights[len(heights) // 2]
    for width in (240, 280, 320, 360, 600):
        page.set_viewport_size({"width": width, "height": told})
        across, down = page.evaluate(
            "() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]"
        )
        found += [f"{across} px at {width}"] if across > width else []
        # How a word that no line holds is broken, nobody can reckon.
        is_told = width >= 320 and "khong-ngat" not in where
        found += [f"{down} px high at {width}, told {told}"] if is_told and down > told else []
    found += axe.findings(page)
    judge(found)


PAPER = {"light": "rgb(251, 250, 247)", "dark": "rgb(21, 24, 27)"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("anchor", "ground", "many"),
    [
        ("", None, 5),
        ("#m3", None, 3),
        ("#m10", None, 10),
        ("#toi", "dark", 5),
        ("#m10-sang", "light", 10),
        ("#m3-toi", "dark", 3),
    ],
)
def test_what_stands_behind_the_sign_chooses(show, made, scheme, anchor, ground, many):
    frame, page, _ = show(frame_of(made, f"{LIST}{anchor}", ""), color_scheme=scheme)
    assert frame.locator("main").evaluate("main => getComputedStyle(main).backgroundColor") == PAPER[ground or scheme]
    assert sum(row.is_visible() for row in frame.locator("li").all()) == many
    assert page.evaluate("scrollY") == 0


def test_all_choices_that_the_page_tells_of_are_there(made):
    offered = set(re.findall(r"<code>#([a-z0-9-]+)</code>", made.pages["nhung/index.html"]))
    assert offered == {"toi", "sang", "m3", "m10", "m3-toi"}
    assert offered <= set(re.findall(r'<i id="([^"]+)"', made.pages[f"{LIST}index.html"]))


# --- WordPress ----------------------------------------------------------------------------------------------------------

LISTEN = """<script>
  window.told = [];
  addEventListener("message", ({ data, source }) => {
    if (data.secret !== "Khe0Tay19x" || source !== document.querySelector("iframe").contentWindow) return;
    told.push([data.message, data.value]);
    if (data.message === "height") document.querySelector("iframe").height = Math.max(200, Math.min(1000, data.value));
  });
</script>"""


def test_a_wordpress_page_is_told_how_high_it_is_and_where_its_reader_goes(show, made):
    """As its own page does with what a discovered answer has: a secret behind the sign, scripts, and no right to lead anywhere."""
    html = json.loads((made.folder / f"{MODEL}oembed.json").read_text(encoding="utf-8"))["html"]
    html = html.replace(made.public, made.url).replace(
        f'{MODEL}"', f'{MODEL}#?secret=Khe0Tay19x" data-secret="Khe0Tay19x"'
    )
    frame, page, said = show(
        LISTEN
        + html.replace("<iframe", '<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted"')
    )
    page.wait_for_function("() => told.length")
    (message, height) = page.evaluate("told[0]")
    assert message == "height"
    assert page.wait_for_function("height => document.querySelector('iframe').height == height", arg=height)
    assert frame.wait_for_function("height => document.documentElement.scrollHeight == height", arg=height)
    frame.locator("h1 a").click()
    page.wait_for_function("() => told.some(([message]) => message === 'link')")
    assert page.evaluate("told.at(-1)[1]") == f"{made.url}mo-hinh/duong-hoa-tu-quan/"
    assert said == []


def test_it_tells_nobody_anything_who_did_not_ask(show, made):
    _, page, _ = show(LISTEN.replace('data.secret !== "Khe0Tay19x" || ', "") + frame_of(made, MODEL))
    assert page.evaluate("told") == []


# --- The code -----------------------------------------------------------------------------------------------------------

LONGEST = 3
"""Actions from a page to its code on another page: as many as it may take, pasting among them."""


@pytest.mark.parametrize(
    ("start", "link", "where"),
    [
        ("mo-hinh/duong-hoa-tu-quan/", "Nhúng", MODEL),
        ("dia-phuong/nghe-an/hoang-mai/", "Nhúng danh sách này vào trang khác", "nhung/dia-phuong/nghe-an/hoang-mai/"),
    ],
)
def test_from_a_page_to_its_code_it_is_two_actions_and_pasting(visit, show, made, start, link, where):
    context = visit(permissions=["clipboard-read", "clipboard-write"])
    page, actions = context.new_page(), 0
    page.goto(made.url + start)
    page.get_by_role("link", name=link, exact=True).click()
    actions += 1
    page.locator("[data-dv-shown] iframe").wait_for()
    page.get_by_role("button", name="Chép mã").click()
    actions += 1
    page.get_by_text("Đã chép mã.").wait_for()
    code = page.evaluate("navigator.clipboard.readText()")
    assert f'src="{made.public}{where}"' in code
    frame, _, _ = show(code.replace(made.public, made.url).replace(' loading="lazy"', ""))
    actions += 1
    assert frame.locator("h1").is_visible()
    assert actions <= LONGEST


@pytest.fixture
def tool(visit, made):
    page = visit().new_page()
    page.goto(f"{made.url}nhung/")
    page.locator("[data-dv-shown] iframe").wait_for()
    return page


def test_the_code_follows_what_is_chosen(tool, made):
    code = tool.locator("textarea")
    assert f'"{made.public}nhung/mo-hinh/moi-nhat/"' in code.input_value()
    tool.get_by_label("Nhúng gì").select_option("Sơn La")
    tool.get_by_role("radio", name="10").check()
    tool.get_by_role("radio", name="tối", exact=True).check()
    tool.wait_for_function("() => document.querySelector('textarea').value.includes('#m10-toi')")
    assert f'"{made.public}nhung/dia-phuong/son-la/#m10-toi"' in code.input_value()
    inner = tool.frame_locator("[data-dv-shown] iframe")
    expect(inner.get_by_role("heading")).to_have_text("Sơn La")


@pytest.mark.parametrize(
    ("pasted", "where"),
    [
        ("https://mau.example/thu/mo-hinh/duong-hoa-tu-quan/?utm=1", MODEL),
        ("duong-hoa-2021", FORMER),
        ("/thu/dia-phuong/nghe-an/hoang-mai/trang-2/", "nhung/dia-phuong/nghe-an/hoang-mai/"),
    ],
)
def test_an_address_that_is_pasted_is_understood(tool, made, pasted, where):
    tool.get_by_label("Hoặc dán địa chỉ").fill(pasted)
    tool.get_by_label("Hoặc dán địa chỉ").press("Enter")
    tool.wait_for_function("where => document.querySelector('textarea').value.includes(where)", arg=where)
    assert tool.locator("[role=alert]").text_content() == ""


@pytest.mark.parametrize(
    "pasted", ["https://bao.example/", "mo-hinh/khong-co-bai-nay/", "javascript:alert(1)", "../../"]
)
def test_what_is_no_page_of_ours_is_told(tool, pasted):
    before = tool.locator("textarea").input_value()
    tool.get_by_label("Hoặc dán địa chỉ").fill(pasted)
    tool.get_by_label("Hoặc dán địa chỉ").press("Enter")
    tool.get_by_text("Không có trang nào ở địa chỉ này").wait_for()
    assert tool.locator("textarea").input_value() == before


def test_a_host_that_fails_is_told_as_that_and_asked_again(tool, made):
    made.troubles[MODEL] = 503
    try:
        tool.get_by_label("Hoặc dán địa chỉ").fill("mo-hinh/duong-hoa-tu-quan/")
        tool.get_by_label("Hoặc dán địa chỉ").press("Enter")
        tool.get_by_text("Chưa hỏi được máy chủ").wait_for()
    finally:
        made.troubles.clear()
    tool.get_by_role("radio", name="tối", exact=True).check()
    tool.wait_for_function("where => document.querySelector('textarea').value.includes(where)", arg=f"{MODEL}#toi")
    assert tool.locator("[role=alert]").text_content() == ""


@pytest.mark.parametrize(
    "asked", ["//bao.example/", "../mo-hinh/duong-hoa-tu-quan/", "javascript:alert(1)", 'x" onload="']
)
def test_an_address_that_somebody_made_shows_nothing(visit, made, asked):
    page = visit().new_page()
    page.goto(f"{made.url}nhung/?khung={asked}")
    page.get_by_text("Không có trang nào ở địa chỉ này").wait_for()
    assert page.locator("iframe").count() == 0


def test_without_scripts_the_page_says_how_the_code_is_written(visit, made, real):
    page = visit(java_script_enabled=False).new_page()
    page.goto(f"{made.url}nhung/")
    assert f'<iframe src="{made.public}nhung/TEN-BAI/"' in page.locator("pre").inner_text()
    assert not page.get_by_role("button", name="Chép mã").is_visible()
    page.goto(f"{real.url}nhung/")
    assert page.get_by_text("chưa có địa chỉ trên mạng").is_visible()
