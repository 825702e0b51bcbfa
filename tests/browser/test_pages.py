"""Every kind of page, by phone and by desk, by day and by night: nothing fails, nothing moves, nothing sticks out."""

import pytest
from browser.judging import judge
from browser.kinds import every_page
from browser.watching import NARROWEST, VIEWS, seen

MOST_SHIFT = 0.05

SIDEWAYS = """() => {
    const room = innerWidth, page = document.documentElement;
    if (page.scrollWidth <= room) return [];
    const name = (element) => element.tagName.toLowerCase() + [...element.classList].map((word) => "." + word).join("");
    const sticksOut = (element) =>
      element.getBoundingClientRect().right > room + 0.5 || element.getBoundingClientRect().left + element.scrollWidth > room + 0.5;
    const out = [...document.body.querySelectorAll("*")].filter(sticksOut);
    const innermost = out.filter((element) => ![...element.children].some(sticksOut));
    return [`it is ${page.scrollWidth} px wide: ${name(out[0])} because of ${[...new Set(innermost.map(name))].slice(0, 5).join(", ")}`];
}"""
PICTURES = """() => [...document.images].filter((image) => image.checkVisibility()).flatMap((image) => {
    const found = [];
    if (!(image.getAttribute("width") > 0 && image.getAttribute("height") > 0)) found.push("has no width and height");
    if (!image.complete || !image.naturalWidth) found.push("does not show");
    return found.map((what) => `the picture ${image.getAttribute("src")} ${what}`);
})"""


@every_page
@pytest.mark.parametrize(("width", "scheme"), VIEWS)
def test_a_page_is_whole(reader, site, address, width, scheme):
    with reader.opened(site, address, width, scheme) as (page, complaints):
        complaints.extend(page.evaluate(PICTURES) + page.evaluate(SIDEWAYS))
        shift = page.evaluate("window.__shift")
        if shift >= MOST_SHIFT:
            complaints.append(f"things move by {shift:.3f} while it loads")
        shown = page.evaluate("document.body.dataset.mdColorScheme")
        if shown != {"light": "default", "dark": "slate"}[scheme]:
            complaints.append(f"is shown in the scheme {shown}")
    judge(complaints, seen(site, address, width, scheme))


@every_page
def test_a_page_fits_the_narrowest_phone(reader, site, address):
    with reader.opened(site, address, NARROWEST) as (page, complaints):
        complaints.extend(page.evaluate(SIDEWAYS))
    judge(complaints, seen(site, address, NARROWEST))
