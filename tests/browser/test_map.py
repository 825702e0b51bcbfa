"""The map in a browser: both archipelagos are labelled at every size and choice and on paper; a choice needs no script."""

from collections import Counter
from itertools import product

import pytest
from browser.judging import judge
from browser.watching import resize

PAGES = ("", "dia-phuong/")
CHOICES = range(5)
"""What the map of the page of places shows; that of the front page shows the first and offers no other."""
on_each = pytest.mark.parametrize("site", ["real", "made"], indirect=True)
# Chromium takes what is within a hidden part of an SVG for visible: its boxes tell.
# What is wrong with the islands: each label must be seen whole, within the drawing and the page, and over all else.
ISLANDS = """() => {
    const svg = document.querySelector(".dv-map"), wrong = [];
    const groups = [...svg.querySelectorAll(".dv-islands")];
    const labels = groups.map((group) => [...group.querySelectorAll("text")].map((text) => text.textContent).join(" "));
    if (labels.join() !== "Hoàng Sa (Đà Nẵng),Trường Sa (Khánh Hoà)") wrong.push(`labels: ${labels}`);
    for (const part of groups.flatMap((group) => [...group.querySelectorAll("rect, text")])) {
      part.scrollIntoView({ block: "center" });
      const at = part.getBoundingClientRect(), box = svg.getBoundingClientRect(), name = part.textContent || "frame";
      const style = getComputedStyle(part);
      if (!part.getClientRects().length || style.visibility !== "visible" || style.opacity < 1) wrong.push(`${name} is hidden`);
      if (at.left < box.left - 1 || at.right > box.right + 1 || at.top < box.top - 1 || at.bottom > box.bottom + 1)
        wrong.push(`${name} lies outside of the drawing`);
      if (at.left < 0 || at.right > document.documentElement.clientWidth) wrong.push(`${name} lies outside of the page`);
      if (part.tagName === "text") {
        const size = parseFloat(getComputedStyle(part).fontSize) * svg.getScreenCTM().a;
        if (size < 9) wrong.push(`${name} is written at ${size.toFixed(1)} px`);
        const top = document.elementFromPoint(at.left + at.width / 2, at.top + at.height / 2);
        if (!top || !top.closest(".dv-islands")) wrong.push(`${name} is covered`);
      }
    }
    return wrong;
}"""
# Every word and number that is shown on a tile lies in it and contrasts with its shade as WCAG asks of small text.
WORDS = """() => {
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const light = (colour) => {
      canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
      const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3)
        .map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const shown = (part) => part.getClientRects().length > 0;
    const tiles = [...document.querySelectorAll(".dv-map__ground rect, .dv-layer rect")].filter(shown);
    return [...document.querySelectorAll(".dv-map__names text, .dv-layer text")].filter(shown).flatMap((text) => {
      const at = text.getBoundingClientRect(), [x, y] = [(at.left + at.right) / 2, (at.top + at.bottom) / 2];
      const under = tiles.filter((tile) => {
        const box = tile.getBoundingClientRect();
        return box.left <= x && x <= box.right && box.top <= y && y <= box.bottom;
      }).at(-1);
      const box = under.getBoundingClientRect(), wrong = [];
      if (at.left < box.left || at.right > box.right) wrong.push(`${text.textContent} sticks out of its tile`);
      const [dark, bright] = [getComputedStyle(text).fill, getComputedStyle(under).fill].map(light).sort((a, b) => a - b);
      const contrast = (bright + 0.05) / (dark + 0.05);
      if (contrast < 4.5) wrong.push(`${text.textContent} has a contrast of ${contrast.toFixed(2)}`);
      return wrong;
    });
}"""
SHOWN = """() => [...document.querySelectorAll(".dv-layer a")].filter((link) => link.getClientRects().length)
    .map((link) => [new URL(link.getAttribute("href"), document.baseURI).href, +(link.textContent.trim().replace(".", "") || 0)])"""
DARKEST = """() => document.querySelectorAll(".dv-tile").forEach((tile, place) => {
    tile.setAttribute("class", `dv-tile dv-step--${place % 5}`);
    if (!tile.querySelector("text")) return;
    tile.querySelector("text").textContent = "13.663";
})"""


def choose(page, number):
    page.locator(".dv-pick").nth(number).click()


def asked_everywhere(page, question, widths):
    """Ask something of each choice at each width, by day and by night; the page need not load anew for any of it."""
    choices = range(max(1, page.locator(".dv-pick").count()))
    for width, scheme, number in product(widths, ("light", "dark"), choices):
        resize(page, width)
        page.emulate_media(color_scheme=scheme)
        if len(choices) > 1:
            choose(page, number)
        yield from (f"at choice {number}, {width} px, {scheme}: {what}" for what in page.evaluate(question))


@on_each
@pytest.mark.parametrize("address", PAGES)
def test_the_islands_are_on_every_map(visit, site, address):
    page = visit(reduced_motion="reduce").new_page()
    page.goto(site.url + address)
    judge(asked_everywhere(page, ISLANDS, (1280, 768, 360, 320)))


@pytest.mark.parametrize(
    "ways", [{"forced_colors": "active"}, {"java_script_enabled": False}, {"device_scale_factor": 3}]
)
def test_the_islands_are_there_whatever_the_reader_has(visit, made, ways):
    page = visit(viewport={"width": 360, "height": 800}, **ways).new_page()
    page.goto(f"{made.url}dia-phuong/")
    assert page.evaluate(ISLANDS) == []


@pytest.mark.parametrize("text", ["200%", "300%"])
def test_the_islands_are_there_in_large_text(visit, made, text):
    page = visit(viewport={"width": 640, "height": 800}).new_page()
    page.goto(f"{made.url}dia-phuong/")
    page.evaluate(f"document.documentElement.style.setProperty('font-size', '{text}')")
    assert page.evaluate(ISLANDS) == []


def on_paper(page, number):
    """Choose on the screen and look at the paper."""
    page.emulate_media(media="screen")
    choose(page, number)
    page.emulate_media(media="print")
    return page.locator(".dv-map")


def test_paper_has_the_whole_map(visit, made):
    """A map that broke over two sheets would leave one of them without islands."""
    page = visit(viewport={"width": 680, "height": 1000}).new_page()
    page.goto(f"{made.url}dia-phuong/")
    for number in CHOICES:
        drawing = on_paper(page, number)
        assert page.evaluate(ISLANDS) == []
        style = drawing.evaluate(
            "map => [getComputedStyle(map).breakInside, map.getBoundingClientRect().height / 96 * 25.4]"
        )
        assert style[0] == "avoid"
        assert style[1] <= 297 - 2 * 16
        assert page.locator(".dv-pick:visible").all_inner_texts() == [page.locator(".dv-pick").nth(number).inner_text()]


def test_paper_of_the_front_page_has_no_map(visit, made):
    page = visit(viewport={"width": 680, "height": 1000}).new_page()
    page.goto(made.url)
    assert page.locator(".dv-map").is_visible()
    page.emulate_media(media="print")
    assert not page.locator(".dv-map").is_visible()


@on_each
def test_a_choice_shows_its_own_numbers_and_ways_without_a_script(visit, site):
    page = visit(java_script_enabled=False).new_page()
    page.goto(f"{site.url}dia-phuong/")
    told = {}
    for number in CHOICES:
        choose(page, number)
        told[number] = dict(page.evaluate(SHOWN))
    assert len(told[0]) == 34
    provinces = {link.split("/linh-vuc/")[0].rstrip("/") + "/" for link in told[0]}
    of_fields = Counter()
    for number in CHOICES[1:]:
        for link, count in told[number].items():
            province, _, field = link.partition("linh-vuc/")
            assert province in provinces
            assert count > 0
            assert (site.folder / link.removeprefix(site.url) / "index.html").is_file()
            assert field == page.locator(".dv-pick").nth(number).get_attribute("class").partition("dv-f--")[2] + "/"
            of_fields[province] += count
    assert of_fields == Counter({link: count for link, count in told[0].items() if count})


@on_each
def test_the_table_says_what_the_map_says(visit, site):
    page = visit().new_page()
    page.goto(f"{site.url}dia-phuong/")
    rows = page.locator(".dv-heat tbody tr")
    in_table = [
        (link, int(number.replace(".", "")))
        for link, number in rows.locator("td a").evaluate_all("all => all.map(a => [a.href, a.textContent])")
    ]
    on_map = []
    for number in CHOICES:
        choose(page, number)
        on_map += [(link, count) for link, count in page.evaluate(SHOWN) if count]
    assert sorted(in_table) == sorted(on_map)


def test_names_and_the_longest_numbers_are_read_on_every_shade(visit, made):
    page = visit(reduced_motion="reduce").new_page()
    page.goto(f"{made.url}dia-phuong/")
    page.evaluate(DARKEST)
    judge(asked_everywhere(page, WORDS, (1280, 320)))


def test_the_legend_has_the_colours_of_the_tiles(visit, made):
    page = visit().new_page()
    page.goto(f"{made.url}dia-phuong/")
    page.evaluate(DARKEST)
    for number in CHOICES:
        choose(page, number)
        for step in range(5):
            tile = page.locator(f".dv-tile.dv-step--{step} rect:visible")
            if not tile.count():
                continue
            shade = page.locator(f".dv-shade.dv-step--{step}")
            colour = shade.evaluate("shade => getComputedStyle(shade, '::before').backgroundColor")
            assert tile.first.evaluate("tile => getComputedStyle(tile).fill") == colour, (number, step)


def test_one_chooses_and_goes_on_by_keyboard(visit, made):
    page = visit().new_page()
    page.goto(f"{made.url}dia-phuong/")
    page.locator(".dv-pick input").first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert page.locator(".dv-pick input:checked").get_attribute("value") == "2"
    page.keyboard.press("Tab")
    name = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert name.split(":")[0].endswith(", Văn hóa - xã hội"), name
    page.keyboard.press("Enter")
    page.wait_for_url("**/linh-vuc/van-hoa-xa-hoi/")


def test_a_finger_finds_every_tile(visit, made):
    page = visit(viewport={"width": 320, "height": 640}, has_touch=True).new_page()
    page.goto(f"{made.url}dia-phuong/")
    boxes = page.locator(".dv-layer rect:visible, .dv-islands rect, .dv-pick").evaluate_all(
        "all => all.map(part => part.getBoundingClientRect()).map(box => Math.min(box.width, box.height))"
    )
    assert min(boxes) >= 24
    tile = page.locator(".dv-layer a:visible").first
    target = tile.get_attribute("href")
    tile.tap()
    page.wait_for_url(f"**/{target.removeprefix('../')}")
