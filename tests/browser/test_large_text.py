"""Text twice as large, a machine's own colours, less motion: whoever asks for it loses nothing, and nothing lies over another."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser.judging import judge
from browser.kinds import every_page
from browser.test_pages import SIDEWAYS
from browser.watching import READ_ON, seen

LARGE = "document.documentElement.style.setProperty('font-size', '200%')"
# Lines of text that lie over lines of another element, and text that its box cuts off. A card's title is cut after some
# lines at any size, for its page has it whole; what is hidden from eyes is for those who listen.
LOST = """() => {
    const lines = [], wrong = [];
    const say = (element) => `“${element.textContent.trim().replace(/\\s+/g, " ").slice(0, 40)}”`;
    const scrolls = (element) => element && (element.scrollWidth > element.clientWidth + 1
      && /auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!node.data.trim() || element.closest(".dv-hidden, .md-skip, svg, dialog, script, .dv-card__title, [hidden]")) continue;
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      if (getComputedStyle(element).clipPath !== "none" || scrolls(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) if (box.width > 1) lines.push([box.top, box, element]);
      for (let around = element; around !== document.body; around = around.parentElement) {
        const style = getComputedStyle(around);
        if (style.overflowY !== "hidden" && style.overflowY !== "clip") continue;
        if (around.scrollHeight > around.clientHeight + 2) wrong.push(`${say(element)} is cut off`);
      }
    }
    lines.sort((one, other) => one[0] - other[0]);
    lines.forEach(([, box, element], place) => {
      for (let next = place + 1; next < lines.length && lines[next][0] < box.bottom; next++) {
        const [, other, another] = lines[next];
        if (element === another || element.contains(another) || another.contains(element)) continue;
        const across = Math.min(box.right, other.right) - Math.max(box.left, other.left);
        // A line's box is taller than its letters: lines that follow each other closely touch.
        const down = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
        if (across > 2 && down > 0.4 * Math.min(box.height, other.height)) wrong.push(`${say(element)} lies over ${say(another)}`);
      }
    });
    return [...new Set(wrong)];
}"""
MOVING = """() => [...document.querySelectorAll("*")].filter((element) => {
    const style = getComputedStyle(element);
    return style.animationName !== "none" || style.transitionDuration.split(", ").some((time) => parseFloat(time) > 0);
}).map((element) => `<${element.tagName.toLowerCase()} class="${element.getAttribute("class")}"> moves`)"""
# Whoever has few colours sees them on every link, button and box.
PLAIN = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}, "resultTypes": ["violations"]}


@every_page
@pytest.mark.parametrize("width", [1280, 360])
def test_text_twice_as_large_is_whole(reader, site, address, width):
    with reader.opened(site, address, width) as (page, complaints):
        page.evaluate(LARGE)
        page.evaluate(READ_ON)
        complaints.extend(page.evaluate(LOST) + page.evaluate(SIDEWAYS))
    judge(complaints, seen(site, address, width))


@every_page
def test_nothing_moves_for_whom_it_would_disturb(reader, site, address):
    with reader.opened(site, address) as (page, complaints):
        complaints.extend(page.evaluate(MOVING))
    judge(complaints, seen(site, address))


@pytest.fixture(scope="module", params=["light", "dark"])
def few_colours(request, chromium):
    context = chromium.new_context(forced_colors="active", color_scheme=request.param, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@every_page
def test_few_colours_suffice(few_colours, site, address):
    few_colours.goto(site.url + address)
    found = Axe().run(few_colours, options=PLAIN).response["violations"]
    judge(f"[{one['id']}] {node['html'][:160]}" for one in found for node in one["nodes"][:3])
