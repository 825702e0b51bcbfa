"""Without JavaScript every page still tells all that it has to tell: words, pictures, ways on, day and night."""

import pytest
from browser.judging import judge
from browser.kinds import REDIRECT, every_page
from browser.watching import seen, watch

# The parts of a page that have words and cannot be seen; what is marked as hidden waits for a script, a closed dialog shows
# only what stands on the page anyway, a thumb of a cover says one thing of what it says at its full size, the line beside it
# the rest, and some parts are for paper alone; the door of a field says its name once. All that folds is opened. A desk has
# room for what a phone leaves out.
UNSEEN = """() => [...document.querySelectorAll("main *, .dv-header *, .dv-footer *")]
    .filter((part) => !part.closest("dialog, [hidden], .dv-menu, .dv-cover, .dv-card__result--beside, .dv-web, .dv-door .dv-card__kicker"))
    .filter((part) => part.tagName !== "SCRIPT")
    .filter((part) => part.children.length === 0 && part.textContent.trim() && !part.checkVisibility({ visibilityProperty: true }))
    .map((part) => `<${part.tagName.toLowerCase()}> “${part.textContent.trim().slice(0, 60)}” is not shown`)"""
PICTURES = """() => [...document.images].filter((image) => !image.complete || !image.naturalWidth || !image.checkVisibility())
    .map((image) => `the picture ${image.getAttribute("src")} is not shown`)"""
IN_THE_WAY = """() => [...document.querySelectorAll("dialog, [hidden], main button:not([type=submit])")]
    .filter((part) => part.checkVisibility()).map((part) => `<${part.tagName.toLowerCase()}> is in the way`)"""
LIGHT, DARK = "rgb(251, 250, 247)", "rgb(21, 24, 27)"
WAYS_IN = 5


@pytest.fixture(scope="module")
def plain_page(chromium):
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.fixture
def watched(plain_page, site):
    """The page without scripts, and what it complains of."""
    complaints = []
    stop = watch(plain_page, site.origin, complaints)
    yield plain_page, complaints
    stop()


@every_page
def test_a_page_reads_whole(watched, site, address):
    """By day, and when night falls: without scripts the style sheet alone knows of it."""
    page, complaints = watched
    page.emulate_media(color_scheme="light")
    page.goto(site.url + address)
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    complaints.extend(gaps(page, LIGHT))
    page.emulate_media(color_scheme="dark")
    complaints.extend(f"by night: {what}" for what in gaps(page, DARK))
    judge(complaints, seen(site, address, 1280, "without scripts"))


def gaps(page, ground):
    """Say what a page does not tell."""
    for question in (UNSEEN, PICTURES, IN_THE_WAY):
        yield from page.evaluate(question)
    if not page.locator("main h1").inner_text().strip():
        yield "has no title"
    if page.locator(".dv-nav a:visible").count() < WAYS_IN:
        yield "has no ways in"
    there = page.evaluate("getComputedStyle(document.body).backgroundColor")
    if there != ground:
        yield f"its ground is {there}"


def test_a_former_address_leads_on(visit, made):
    page = visit(java_script_enabled=False).new_page()
    page.goto(made.url + REDIRECT)
    page.wait_for_url(f"{made.url}mo-hinh/duong-hoa-tu-quan/")


def test_a_photo_opens_as_a_file(visit, made):
    page = visit(java_script_enabled=False).new_page()
    page.goto(f"{made.url}mo-hinh/duong-hoa-tu-quan/")
    page.locator("main figure a").nth(1).click()
    assert page.url.endswith(".jpg")
