"""Up to three models side by side: which ones stands in the address, and what they say is what their pages say."""

import pytest

FULL, HARDLY, DRAWN, PORTRAIT = "duong-hoa-tu-quan", "cho-phien-sach", "to-tu-quan-so-1", "ke-ve-anh"
FORMER, WITHDRAWN = "duong-hoa-2021", "to-nau-com-mien-phi"
HEADS = ".dv-compare__title"


@pytest.fixture
def page(visit):
    return visit().new_page()


def compare(page, site, *ids):
    page.goto(f"{site.url}so-sanh/?" + "&".join(f"m={one}" for one in ids))
    page.locator("[data-dv-add]").wait_for(state="attached")
    page.locator("[data-dv-compared][aria-busy=false]").wait_for(state="attached")


def compared(page):
    """The ids, from left to right."""
    return [link.split("/")[-2] for link in page.eval_on_selector_all(HEADS, "links => links.map((a) => a.href)")]


def cells(page, aspect):
    row = page.locator(".dv-compare tbody tr").filter(has=page.locator(f"th:text-is('{aspect}')"))
    return row.locator("td")


def told(page):
    return page.locator("[data-dv-told] p").all_inner_texts()


def test_what_is_compared_is_what_the_pages_say(page, made):
    compare(page, made, FULL, HARDLY, DRAWN)
    assert compared(page) == [FULL, HARDLY, DRAWN]
    rows = page.locator(".dv-compare tbody th").all_inner_texts()
    steps = cells(page, "Các bước").nth(0).locator("li").all_inner_texts()
    facts = cells(page, "Vài nét").nth(0).locator("dt").all_inner_texts()
    result = cells(page, "Kết quả").nth(0).locator("b").first.inner_text()
    limits = cells(page, "Chỗ còn khó").nth(0).locator("p:visible").all_inner_texts()
    questions = cells(page, "Cần hỏi thêm").nth(0).locator("li").all_inner_texts()
    contact = cells(page, "Hỏi ai").nth(0).locator("dd").all_inner_texts()
    assert cells(page, "Các bước").nth(1).inner_text() == "Bài không nêu."
    page.goto(f"{made.url}mo-hinh/{FULL}/")
    assert steps == page.locator("[data-dv-part=steps] li").all_inner_texts()
    short = page.locator("[data-dv-part=facts] > div:not(.dv-facts__wide) dt").all_inner_texts()
    assert facts == ["Lĩnh vực", *short]
    assert result == "300 → hơn 3.100 m"
    assert limits == page.locator("#han-che ~ p").all_inner_texts() != []
    assert contact == page.locator("[data-dv-part=contact] dd").all_inner_texts() != []
    assert questions == page.locator("[data-dv-part=questions] li").all_inner_texts() != []
    needs = page.locator("[data-dv-part=needs] dt").all_inner_texts()
    first = ["Tóm tắt", "Lưu ý", "Kết quả", *needs, "Các bước", "Chỗ còn khó", "Cần hỏi thêm", "Hỏi ai"]
    assert rows[: len(first)] == first


@pytest.mark.parametrize("width", [320, 360])
def test_on_a_phone_the_first_column_stays_while_the_models_go_by(visit, made, width):
    page = visit(viewport={"width": width, "height": 740}).new_page()
    compare(page, made, FULL, HARDLY, DRAWN)
    table, firsts = page.locator(".dv-compare"), page.locator(".dv-compare tbody th")
    lefts = "all => all.map((one) => Math.round(one.getBoundingClientRect().left))"
    last = page.locator(HEADS).nth(2)
    assert firsts.evaluate_all(lefts) == [0] * firsts.count()
    assert last.bounding_box()["x"] > width
    table.evaluate("table => { table.scrollLeft = table.scrollWidth; }")
    assert firsts.evaluate_all(lefts) == [0] * firsts.count()
    box, first = last.bounding_box(), firsts.first.bounding_box()
    assert first["width"] <= box["x"]
    assert box["x"] + box["width"] <= width
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_each_cell_names_its_model_on_a_phone(visit, made):
    page = visit(viewport={"width": 360, "height": 740}).new_page()
    compare(page, made, FULL, HARDLY, DRAWN)
    titles = page.locator(HEADS).all_inner_texts()
    for row in page.locator(".dv-compare tbody tr").all():
        assert row.locator(".dv-compare__name:visible").all_inner_texts() == titles


def test_on_a_desk_the_heads_stay_in_sight(page, made):
    compare(page, made, FULL, HARDLY, DRAWN)
    assert not page.locator(".dv-compare__name:visible").count()
    page.locator(".dv-compare tbody tr").last.scroll_into_view_if_needed()
    assert [box["y"] >= 0 for box in (head.bounding_box() for head in page.locator(HEADS).all())] == [True] * 3


def test_the_address_keeps_the_choice(page, made):
    compare(page, made, FULL)
    assert told(page) == ["Một mô hình; thêm một để so sánh."]
    page.get_by_label("Dán địa chỉ").fill(f"{made.url}mo-hinh/{HARDLY}/?tu=dau#nguon")
    page.get_by_role("button", name="Thêm").click()
    page.wait_for_url(f"**/so-sanh/?m={FULL}&m={HARDLY}")
    page.locator(HEADS).nth(1).wait_for()
    page.reload()
    page.locator(HEADS).nth(1).wait_for()
    assert compared(page) == [FULL, HARDLY]
    page.get_by_role("link", name="Bỏ “").first.click()
    page.wait_for_url(f"**/so-sanh/?m={HARDLY}")
    page.go_back()
    page.locator(HEADS).nth(1).wait_for()
    assert compared(page) == [FULL, HARDLY]


def test_a_model_leads_to_its_comparison_with_what_is_saved(page, made):
    page.goto(f"{made.url}mo-hinh/{DRAWN}/")
    page.locator("[data-dv-save]").click()
    page.goto(f"{made.url}mo-hinh/{FULL}/")
    page.get_by_role("link", name="So sánh", exact=True).click()
    offered = page.locator("[data-dv-offer] a")
    offered.wait_for()
    assert offered.count() == 1
    offered.click()
    page.locator(HEADS).nth(1).wait_for()
    assert compared(page) == [FULL, DRAWN]


def test_a_former_address_is_followed_and_counted_once(page, made):
    compare(page, made, FORMER, FULL)
    assert compared(page) == [FULL]


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("khong-co-bai-nay", "Không có mô hình nào ở địa chỉ “khong-co-bai-nay”."),
        (WITHDRAWN, f"Bài “{WITHDRAWN}” đã được gỡ."),
        (
            "%3Cimg%20src=x%20onerror=alert(1)%3E",
            "“<img src=x onerror=alert(1)>” không phải là địa chỉ của một mô hình.",
        ),
        ("..%2F..%2Fso-lieu", "“../../so-lieu” không phải là địa chỉ của một mô hình."),
    ],
)
def test_what_is_no_model_is_said(page, made, asked, sentence):
    compare(page, made, FULL, asked)
    assert compared(page) == [FULL]
    assert told(page) == ["Một mô hình; thêm một để so sánh.", sentence]
    assert not page.locator("main img").count()


def test_a_fourth_is_said_to_be_left_out(page, made):
    compare(page, made, FULL, HARDLY, DRAWN, PORTRAIT)
    assert compared(page) == [FULL, HARDLY, DRAWN]
    assert told(page)[1] == "Mỗi lần so sánh nhiều nhất ba mô hình; những mô hình sau được bỏ qua."
    assert not page.locator("[data-dv-add]").is_visible()


def test_an_address_that_is_none_is_refused(page, made):
    compare(page, made, FULL)
    for text, sentence in (
        ("https://noi-khac.example/", "Đây không phải địa chỉ của một mô hình."),
        (FULL, "Mô hình này đã có trong bảng."),
    ):
        page.get_by_label("Dán địa chỉ").fill(text)
        page.get_by_role("button", name="Thêm").click()
        assert page.locator("#dv-paste-told").inner_text().startswith(sentence)


def test_without_a_choice_it_asks_for_one(page, made):
    compare(page, made)
    assert told(page) == ["Chưa có mô hình nào."]
    assert page.locator("[data-dv-add]").is_visible()
