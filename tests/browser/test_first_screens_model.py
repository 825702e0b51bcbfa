"""A model's page is its story: that begins on the first screen, what is known follows, and paper has all of it."""

import re

import pytest
from browser.watching import HEIGHTS, resize

STORY = "document.querySelector('.dv-story p').getBoundingClientRect().top + scrollY"
WIDE = "document.documentElement.scrollWidth"
LARGE = "try { localStorage.setItem('/thu/.chu-lon', '1'); } catch {}"
LATEST = {360: 760, 1280: 830}
"""Where a story begins at the latest, by the width of the screen."""
LONGEST = 60
"""A line of a paragraph, shorter than which it would stand alone at the top of a sheet."""

PARTS = [
    "Làm theo",
    "Bộ tiêu chí",
    "Cần hỏi thêm",
    "Hỏi ai",
    "Đi tới những đâu",
    "Đang ở chặng nào",
    "Kết quả đo được",
    "Kết quả dựa vào đâu",
    "Đôi điều cần biết",
    "Hình ảnh",
    "Nguồn",
    "Gần giống thế này",
    "Cùng địa phương",
]
FULL, HARDLY, UNBROKEN, MOST = "duong-hoa-tu-quan", "cho-phien-sach", "chu-dai-khong-ngat", "nhieu-nhat-moi-thu"
SET, PORTRAIT = "to-tu-quan-so-1", "ke-ve-anh"


def models(site):
    """The ids of all models on show."""
    return [page.split("/")[1] for page in site.pages if re.fullmatch(r"mo-hinh/(?!trang-)[^/]+/index.html", page)]


def opened(visit, site, model, width=360, **options):
    page = visit(viewport={"width": width, "height": HEIGHTS.get(width, 740)}, **options).new_page()
    page.goto(f"{site.url}mo-hinh/{model}/")
    return page


@pytest.mark.parametrize("width", LATEST)
def test_the_story_of_a_real_model_begins_on_the_first_screen(visit, real, width):
    """Of every second."""
    page = visit(viewport={"width": width, "height": HEIGHTS[width]}).new_page()
    begins = {}
    for model in models(real)[::2]:
        page.goto(f"{real.url}mo-hinh/{model}/")
        begins[model] = page.evaluate(STORY)
    assert len(begins) >= 12
    assert {model: at for model, at in begins.items() if at > LATEST[width]} == {}


def test_the_parts_stand_in_their_order_and_none_is_empty(visit, made):
    page = opened(visit, made, FULL)
    headings = page.locator("main h2").all_inner_texts()
    assert headings[headings.index("Làm theo") :] == [part for part in PARTS if part in headings]
    assert set(PARTS) <= set(headings)
    page.goto(f"{made.url}mo-hinh/{HARDLY}/")
    told = page.locator("main h2").all_inner_texts()
    assert told[:5] == ["Cách làm", "Đi tới những đâu", "Đang ở chặng nào", "Kết quả dựa vào đâu", "Đôi điều cần biết"]
    assert not {"Làm theo", "Cần hỏi thêm", "Kết quả đo được", "Hình ảnh"} & set(told)


@pytest.mark.parametrize("model", [FULL, HARDLY, UNBROKEN, MOST, SET, PORTRAIT])
@pytest.mark.parametrize("is_large", [False, True], ids=["as it is", "large print"])
def test_the_title_stands_once_and_whole(visit, made, model, is_large):
    context = visit(viewport={"width": 320, "height": 740})
    if is_large:
        context.add_init_script(LARGE)
    page = context.new_page()
    page.goto(f"{made.url}mo-hinh/{model}/")
    title = page.locator("h1")
    assert title.count() == 1
    assert title.inner_text() in page.title()
    for width in (320, 360, 1280):
        resize(page, width)
        assert page.evaluate(WIDE) == width
        outer = page.locator("h1").evaluate("h1 => h1.scrollWidth <= h1.clientWidth")
        assert outer, f"the title is wider than its place at {width} px"


def test_the_number_stands_under_the_picture_with_what_it_counts(visit, made):
    page = opened(visit, made, FULL)
    first = page.locator(".dv-results--first")
    assert " ".join(first.inner_text().split()) == (
        "Trước: 300 → Sau: hơn 3.100 m Chiều dài đường được các hộ nhận chăm sóc, năm 2024 [1]"
    )
    picture, number, story = (
        page.locator(part).bounding_box()["y"] for part in (".dv-picture", ".dv-results--first", ".dv-story")
    )
    assert picture < number < story


def test_where_a_drawing_is_cut_it_loses_more_of_the_sky_than_of_the_ground(visit, real):
    image = opened(visit, real, "hoang-mai-camera-an-ninh", width=1280).locator(".dv-picture img")
    style = "(one) => (({ objectFit, objectPosition }) => [objectFit, objectPosition])(getComputedStyle(one))"
    assert image.evaluate(style) == ["cover", "50% 65%"]
    assert image.evaluate("(one) => one.clientHeight / one.clientWidth < one.naturalHeight / one.naturalWidth"), (
        "it is cut"
    )


def test_only_stages_that_are_known_are_drawn_and_the_others_named(visit, made):
    page = opened(visit, made, SET)
    stages = page.locator(".dv-stages li").all_inner_texts()
    assert [" ".join(stage.split()) for stage in stages] == ["Đang làm 2016"]
    notes = page.locator(".dv-stages__notes").inner_text()
    assert "Mốc mới nhất là năm\u00a02016: nay còn làm hay đã thôi, nguồn chưa nói." in notes
    assert notes.endswith("Chưa có mốc nào ghi việc đăng ký, thẩm định, công nhận và khen thưởng.")
    ring = "li => getComputedStyle(li, '::before').borderTopWidth"
    assert [item.evaluate(ring) for item in page.locator(".dv-stages li.is-here").all()] == ["7px"]


# --- Paper -----------------------------------------------------------------------------------------------------------


def paper(page, **options):
    """The sheets of paper that a page takes."""
    printed = page.pdf(**{"prefer_css_page_size": True, **options})
    return len(re.findall(rb"/Type\s*/Page\b", printed))


@pytest.mark.parametrize("model", [FULL, HARDLY, SET])
def test_a_model_prints_its_address_and_its_code(visit, made, model):
    page = opened(visit, made, model)
    assert not page.locator(".dv-web").is_visible()
    page.emulate_media(media="print")
    assert page.locator(".dv-web strong").inner_text() == f"{made.public}mo-hinh/{model}/"
    assert page.locator(".dv-code").bounding_box()["width"] > 100


def test_a_short_model_takes_one_sheet(visit, made):
    for model in (HARDLY, SET):
        assert paper(opened(visit, made, model)) == 1


def test_covers_are_ink_on_paper(visit, made):
    """Browsers leave backgrounds out: neither ground nor light letters may be needed."""
    page = opened(visit, made, SET, color_scheme="dark")
    page.emulate_media(media="print")
    style = "(part) => (({ color, backgroundColor, borderTopStyle }) => [color, backgroundColor, borderTopStyle])(getComputedStyle(part))"
    ink, nothing = "rgb(0, 0, 0)", "rgba(0, 0, 0, 0)"
    assert page.locator(".dv-model .dv-cover").evaluate(style) == [ink, nothing, "solid"]
    assert page.locator("h1.dv-cover__words").evaluate(style)[:2] == [ink, nothing]


def test_large_print_is_large_on_paper_too(visit, made):
    sizes = []
    for script in ("", LARGE):
        context = visit()
        context.add_init_script(script)
        page = context.new_page()
        page.goto(f"{made.url}mo-hinh/{FULL}/")
        page.emulate_media(media="print")
        sizes.append(page.evaluate("parseFloat(getComputedStyle(document.querySelector('.dv-story p')).fontSize)"))
    assert sizes[1] > 1.25 * sizes[0]


def test_a_sheet_is_filled_with_lines_to_write_on(visit, made):
    """What is left of a page of A4 is theirs; where nothing is left, neither are they."""
    page = visit(viewport={"width": 680, "height": 1000}).new_page()
    page.emulate_media(media="print")
    for model, is_free in (("duong-hoa-hoc-theo", True), (MOST, False)):
        page.goto(f"{made.url}mo-hinh/{model}/lam-theo/")
        sheet = page.locator(".dv-sheet").bounding_box()["height"] / 96 * 25.4
        assert 271 < sheet < 273.1
        assert page.locator(".dv-sheet__lines").is_visible() is is_free
        assert page.locator(".dv-ask li").count() == (0 if is_free else 3)
