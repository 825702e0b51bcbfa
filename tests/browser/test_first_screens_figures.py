"""Figures are read at a glance: no number meets an edge or its bar, bars are true, tables need no scrolling sideways."""

import pytest
from browser.judging import judge
from browser.watching import resize
from showcase.views.search_facets import STAGE_LABELS

on_each = pytest.mark.parametrize("site", ["real", "made"], indirect=True)

# What collides in the charts, and bars that are not in proportion to their numbers.
COLLISIONS = """() => {
    const wrong = [], room = document.documentElement.clientWidth;
    const edge = (element) => element.getBoundingClientRect();
    for (const number of document.querySelectorAll(".dv-report__number strong")) {
      if (number.scrollWidth > number.clientWidth) wrong.push(`${number.textContent} sticks out`);
      const range = document.createRange();
      range.selectNodeContents(number);
      if (range.getClientRects().length !== 1) wrong.push(`${number.textContent} is broken`);
    }
    for (const bars of document.querySelectorAll(".dv-bars")) {
      const lengths = [...bars.children].map((row) => {
        const [label, number, bar] = [".dv-bars__label", "b", "svg"].map((part) => row.querySelector(part));
        const said = `${label.textContent} ${number.textContent}`, at = edge(number);
        if (at.right > room - 8) wrong.push(`${said} meets the edge`);
        if (number.getClientRects().length !== 1) wrong.push(`${said} is broken`);
        if (bar && at.left < edge(bar).right + 4) wrong.push(`${said} lies on its bar`);
        const words = document.createRange();
        words.selectNodeContents(label);
        for (const line of words.getClientRects())
          if (line.right > edge(row.lastElementChild).left && line.bottom > edge(row.lastElementChild).top + 8)
            wrong.push(`${said}: its name lies on its bar`);
        return [+number.textContent.replaceAll(".", ""), bar ? edge(bar).width : 0, said];
      });
      const [longest] = [...lengths].sort((one, other) => other[0] - one[0]);
      for (const [number, width, said] of lengths)
        if (Math.abs(width - (longest[1] * number) / longest[0]) > 3) wrong.push(`${said} is ${width} px`);
    }
    return wrong;
}"""


@on_each
@pytest.mark.parametrize("large", [False, True], ids=["", "in large print"])
def test_no_number_meets_an_edge_and_bars_are_true(visit, site, large):
    page = visit().new_page()
    page.goto(f"{site.url}so-lieu/")
    page.evaluate("large => document.documentElement.classList.toggle('dv-large-print', large)", large)
    found = []
    for width in (320, 360, 1280):
        resize(page, width)
        found += [f"{width} px: {what}" for what in page.evaluate(COLLISIONS)]
    judge(found)


@on_each
def test_parts_stand_in_order(visit, site):
    page = visit().new_page()
    page.goto(f"{site.url}so-lieu/")
    for bars in page.locator(".dv-bars").all():
        numbers = [int(number.replace(".", "")) for number in bars.locator("li b").all_inner_texts()]
        assert numbers == sorted(numbers, reverse=True)


def test_a_phone_s_first_screen_has_the_first_bars(visit, real):
    page = visit(viewport={"width": 360, "height": 740}).new_page()
    page.goto(f"{real.url}so-lieu/")
    assert page.locator(".dv-report__number strong").first.bounding_box()["y"] < 300
    bars = page.locator(".dv-bars").first.bounding_box()
    assert bars["y"] + bars["height"] < 740


@on_each
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_the_table_of_places_needs_no_scrolling(visit, site, width):
    page = visit(viewport={"width": width, "height": 740}).new_page()
    page.goto(f"{site.url}dia-phuong/")
    assert page.locator(".dv-wide").evaluate("box => box.scrollWidth - box.clientWidth") == 0
    upright = page.locator(".dv-heat th").evaluate_all("all => all.map((one) => getComputedStyle(one).writingMode)")
    assert set(upright) == {"horizontal-tb"}
    cells = page.locator(".dv-heat td a").evaluate_all("all => all.map((one) => one.getBoundingClientRect().height)")
    assert min(cells) >= 44


def test_a_chart_is_not_parted_from_its_heading_on_paper(visit, real):
    page = visit().new_page()
    page.goto(f"{real.url}so-lieu/")
    page.emulate_media(media="print")
    style = "(all, name) => all.map((one) => getComputedStyle(one)[name])"
    assert set(page.locator(".dv-chart").evaluate_all(style, "breakInside")) == {"avoid"}
    heads = page.locator(".dv-report h2, .dv-report__number, .dv-chart figcaption")
    assert set(heads.evaluate_all(style, "breakAfter")) == {"avoid"}


# How far each mark of a stage is from the ground: its own colour, or of what is hollow its line.
TONES = """() => {
    const pen = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d");
    const light = (colour) => {
      pen.fillStyle = colour;
      pen.fillRect(0, 0, 1, 1);
      const parts = [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3).map((value) => value / 255);
      const linear = parts.map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return linear.reduce((sum, value, place) => sum + value * [0.2126, 0.7152, 0.0722][place], 0.05);
    };
    const ground = light(getComputedStyle(document.body).backgroundColor);
    return [...document.querySelectorAll(".dv-key svg, .dv-bar.dv-st, .dv-stacks rect")].map((mark) => {
      const { fill, fillOpacity, stroke } = getComputedStyle(mark);
      const is_hollow = mark.classList.contains("dv-st--chua-ro");
      const ratio = light(is_hollow ? stroke : fill) / ground;
      return [mark.getAttribute("class"), fillOpacity, Math.max(ratio, 1 / ratio)];
    });
}"""


# Some stages no model of these sites stands at.
ALL_STAGES = """(key, stages) => {
    for (const stage of stages) {
      const mark = key.querySelector("svg").cloneNode(true);
      mark.setAttribute("class", `dv-st dv-st--${stage}`);
      key.append(mark);
    }
}"""


@on_each
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_each_stage_is_seen_on_its_ground(visit, site, scheme):
    page = visit(color_scheme=scheme).new_page()
    page.goto(f"{site.url}tien-trinh/")
    page.locator(".dv-key").first.evaluate(ALL_STAGES, [*STAGE_LABELS])
    tones = page.evaluate(TONES)
    judge({f"{mark} is at {ratio:.2f} : 1" for mark, opacity, ratio in tones if ratio < 3 or opacity != "1"})


def test_a_year_takes_no_more_of_its_table_than_it_needs(visit, real):
    page = visit().new_page()
    page.goto(f"{real.url}tien-trinh/")
    table = page.get_by_role("region", name="Bảng số: đăng ký và đánh giá").locator("table")
    year, *numbers = [cell.bounding_box()["width"] for cell in table.locator("thead th").all()]
    assert year < min(numbers)
    heads = [cell.bounding_box()["height"] for cell in table.locator("thead th").all()]
    assert max(heads) < 40, "no head is broken where there is room"
