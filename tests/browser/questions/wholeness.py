"""A page is whole: its pictures show, nothing sticks out, nothing moved while it came, it has its reader's scheme."""

from browser.menu import NIGHT
from browser.questions.fitting import sideways

MOST_SHIFT = 0.05
PICTURES = """() => [...document.images].filter((image) => image.checkVisibility()).flatMap((image) => {
    const found = [];
    if (!(image.getAttribute("width") > 0 && image.getAttribute("height") > 0)) found.push("has no width and height");
    if (!image.complete || !image.naturalWidth) found.push("does not show");
    return found.map((what) => `the picture ${image.getAttribute("src")} ${what}`);
})"""


def fragments(page, scheme):
    """Say what a page lacks as it stands."""
    shown = page.evaluate(NIGHT)
    wrong = [] if shown == scheme else [f"is shown in the scheme {shown}"]
    return [*page.evaluate(PICTURES), *sideways(page), *wrong]


def shifts(page):
    """Say how far things moved while a page came; whoever changes its size or its text asks this before."""
    shift = page.evaluate("window.__shift")
    moved = page.evaluate("window.__moved.join('; ')")
    return [f"things move by {shift:.3f} while it loads: {moved}"] if shift >= MOST_SHIFT else []
