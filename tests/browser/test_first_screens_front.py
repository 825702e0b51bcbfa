"""The first screen of the front page says what this is and leads to what one needs; indexes are doors, not lists of names."""

import pytest

on_each = pytest.mark.parametrize("site", ["real", "made"], indirect=True)
PHONE = {"width": 360, "height": 740}
INDEXES = ("linh-vuc/", "chu-de/", "dia-phuong/", "dia-phuong/cu/")
TOP = "(part) => part.getBoundingClientRect().top + scrollY"
# A link is as high as what may be touched for it: it may reach out over its whole line.
LOW = """() => [...document.querySelectorAll(".dv-front a, .dv-front button, .dv-front input, .dv-index a, .dv-index summary")]
    .filter((one) => one.getClientRects().length && !one.closest("svg, table")).filter((one) => {
      const over = getComputedStyle(one, "::after").position === "absolute";
      const part = over ? one.closest(".dv-card, .dv-spread li, li") : one;
      return part.getBoundingClientRect().height < 43.5;
    }).map((one) => one.textContent.trim())"""


def opened(visit, site, address, **options):
    page = visit(viewport=PHONE, **options).new_page()
    page.goto(site.url + address)
    return page


def top(page, name):
    return page.locator(name).first.evaluate(TOP)


@on_each
def test_a_phone_s_first_screen_says_what_this_is_asks_and_leads_on(visit, site):
    page = opened(visit, site, "")
    assert 0 < top(page, "h1") < top(page, ".dv-front__find") < top(page, ".dv-needs") <= 360
    last = page.locator(".dv-front__top .dv-more a")
    assert last.evaluate("(link) => link.getBoundingClientRect().bottom") <= PHONE["height"]
    assert top(page, ".dv-front__lead :is(.dv-cover, img)") <= 560
    assert page.locator(".dv-needs a").count() == 4


@on_each
def test_the_front_page_has_an_end(visit, site):
    """The made catalogue has the longest titles that there can be, in whole."""
    height = opened(visit, site, "").evaluate("document.documentElement.scrollHeight")
    assert height <= {"real": 5000, "made": 5800}[site.name]


@on_each
def test_on_a_desk_the_lead_stands_beside_what_this_is(visit, site):
    page = visit().new_page()
    page.goto(site.url)
    assert top(page, ".dv-front__lead") <= top(page, "h1") <= 130
    for last in (".dv-front__top .dv-more", ".dv-front__lead h2"):
        assert page.locator(last).evaluate("(part) => part.getBoundingClientRect().bottom") <= 900


def test_a_question_typed_on_the_front_page_is_put_to_the_search(visit, made):
    page = opened(visit, made, "")
    page.get_by_role("searchbox").fill("đường hoa")
    page.get_by_role("search").get_by_role("button").click()
    page.wait_for_url("**/mo-hinh/?q=*")
    page.locator(".dv-result, .dv-card").first.wait_for()


def listed(site, door):
    """The ids of the models in the list behind a door, on all its pages."""
    where = door.locator(".dv-door__name a").evaluate("(link) => link.href").removeprefix(site.url)
    pages = [text for path, text in site.pages.items() if path.startswith(where)]
    return {row["id"] for row in site.models if any(f'mo-hinh/{row["id"]}/"' in text for text in pages)}


@on_each
@pytest.mark.parametrize("address", INDEXES)
def test_a_door_tells_a_story_and_two_titles(visit, site, address):
    page = opened(visit, site, address)
    doors = page.locator(".dv-door")
    hidden = {row["id"] for row in site.models if row.get("khong_de_xuat")}
    assert doors.count()
    assert hidden, "one is in every list, and no door leads to it"
    for door in doors.all():
        count = int(door.locator(".dv-door__name .dv-count").inner_text().split()[0].replace(".", ""))
        lead = door.locator(".dv-card")
        assert lead.count() == 1
        assert lead.locator("img, .dv-cover").first.is_visible()
        titles = door.locator(".dv-door__more li")
        assert titles.count() == min(2, count - len(hidden & listed(site, door)) - 1)
        assert all(title.locator("span").inner_text() for title in titles.all())
        assert door.locator(".dv-door__on").get_by_text("Xem cả").count() == (count > 1 + titles.count() > 1)


@on_each
@pytest.mark.parametrize("address", ["", *INDEXES])
def test_everything_is_large_enough_to_touch_and_nothing_sticks_out(visit, site, address):
    page = opened(visit, site, address)
    for width in (320, 360, 1280):
        page.set_viewport_size({"width": width, "height": 740})
        for large in (False, True):
            page.evaluate(f"document.documentElement.classList.toggle('dv-large-print', {str(large).lower()})")
            assert page.evaluate("document.documentElement.scrollWidth") == width
            assert page.evaluate(LOW) == []
