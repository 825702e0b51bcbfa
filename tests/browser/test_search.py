"""Searching as readers do: typing, narrowing, going back, without a mouse, without JavaScript, on a slow line."""

import json
import random
import re
import shutil
import unicodedata
from contextlib import suppress
from itertools import cycle
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from browser.judging import judge
from browser.questions.axe import findings
from browser.questions.fitting import sideways
from browser.sites import served
from browser.watching import COUNT_SHIFTS, HEIGHTS, NEXT_FRAME, READ_ON, resize, watch
from playwright.sync_api import Error
from project import ROOT
from showcase.search.words import exact, plain, words_of
from showcase.words.text import slug as slugged

MOST_SHIFT = 0.11
"""Of what an answer moves: the results below it, by the places that it tells of; nothing else."""
STATUS = "[data-dv-search-status]"
FILTER = "[data-dv-search-filter]"
CARDS = "[data-dv-search-cards] article"
TITLES = f"{CARDS} h3 a"
SETTLED = """() => {
    const said = document.querySelector("[data-dv-search-status]")?.textContent;
    return said && !said.endsWith("Đang tìm…");
}"""
QUERIES = [
    line.split("\t")
    for line in (Path(__file__).parent.parent / "queries.tsv").read_text(encoding="utf-8").splitlines()[1:]
]


@pytest.fixture
def page(visit, real):
    """A page of its own; what goes wrong on it fails the test."""
    page, complaints = visit().new_page(), []
    watch(page, real.origin, complaints)
    yield page
    # Pictures that were still on their way when the reader went on to the next question.
    judge(complaint for complaint in complaints if "net::ERR_ABORTED" not in complaint)


def search(page, site, text="", more=""):
    """Open the address of a question and wait for its answer; gives the ids of the cards shown."""
    page.goto(f"{site.url}mo-hinh/?q={quote(text)}{more}", wait_until="domcontentloaded")
    page.wait_for_function(SETTLED)
    return shown(page)


def said(page):
    """What the status says, to those who see and to those who listen."""
    return page.locator(STATUS).text_content()


def shown(page):
    links = page.eval_on_selector_all(TITLES, "links => links.map((link) => link.getAttribute('href'))")
    return [re.search(r"mo-hinh/([^/]+)/", link)[1] for link in links]


def settled(page, act):
    """Do something that asks anew, and wait until the answer is another."""
    before = said(page)
    act()
    page.wait_for_function(
        "before => ![undefined, before].includes(document.querySelector('[data-dv-search-status]')?.textContent)",
        arg=before,
    )
    page.wait_for_function(SETTLED)


def typed(page, text):
    """Type a question other than the last one and wait for its answer; gives the ids of the cards shown."""

    def type_it():
        page.locator("#dv-q").fill(text)
        page.keyboard.press("Enter")

    settled(page, type_it)
    return shown(page)


def test_every_question_of_the_list_is_answered_as_it_must_be(page, real):
    asked = [(text, first.split(",")) for catalogue, text, first in QUERIES if catalogue == "real"]
    assert len(QUERIES) >= 120
    page.goto(f"{real.url}mo-hinh/")
    found = {text: typed(page, text) for text, _ in asked}
    judge(
        f"{text!r} finds {found[text][:3]}, not {first}"
        for text, first in asked
        if set(found[text][: len(first)]) != set(first)
    )


def test_the_browser_takes_words_apart_as_the_index_does(page, real):
    titles = [text for text in real.pages.values() for text in re.findall(r"<h1>(.*?)</h1>", text)]
    texts = [*titles, "hoà hòa HOÀ đ Đ Ð ð ă ẫ ờ", "13.663 1.234.567 m² H’Leo QĐ-UBND 3,5 4G", "Ea H'đing – ﬁ"]
    texts += ["dân\u00advận k\u200bhéo", "#dânvậnkhéo", "đươ\u0300ng", "a’b’c 12.345.6"]
    page.goto(f"{real.url}mo-hinh/")
    told = page.evaluate(
        """async ([where, texts]) => {
            const { wordsOf, exact, plain } = await import(where);
            return texts.map((text) => [...wordsOf(text)].map((word) => [word, exact(word), plain(exact(word))]));
        }""",
        [f"{real.url}assets/{next((real.folder / 'assets').glob('tim-chu.*.js')).name}", texts],
    )
    for text, words in zip(texts, told, strict=True):
        assert words == [[word, exact(word), plain(exact(word))] for word in words_of(text)], text


@pytest.mark.parametrize("text", ["duong", "đuong", "đường", "ĐƯỜNG", "d\u0323uong".replace("\u0323", "")])
def test_marks_or_none_find_the_same(page, real, text):
    assert search(page, real, text)[:1] == search(page, real, "đường")[:1]


def test_words_of_title_and_story_are_marked(page, real):
    search(page, real, "chợ văn minh")
    card = page.locator(CARDS).first
    assert card.locator("h3 mark").all_inner_texts() == ["chợ", "văn", "minh"]
    search(page, real, "phế liệu")
    assert page.locator(".dv-card__passage mark").first.inner_text().lower() == "phế"


def test_of_a_word_that_stands_in_the_text_alone_it_is_said(page, real):
    search(page, real, "chợ")
    assert page.locator(".dv-card__within").all_inner_texts() == ["Bài có “chợ”."]


@pytest.mark.parametrize(("which", "asked", "least"), [("real", "dân", 5), ("made", "đường hoa", 1)])
def test_a_result_says_of_a_model_what_the_lists_say(visit, request, which, asked, least):
    """Title, place and year letter for letter, but for the words that are marked; the same picture or none."""
    site = request.getfixturevalue(which)
    page = visit().new_page()
    own = """articles => articles.map(article => {
        const text = (one) => one?.textContent.replace(/\\s+/g, " ").trim() ?? "";
        const link = article.querySelector(".dv-card__title a, .dv-cover__words a"), image = article.querySelector("img");
        const drawn = image && [new URL(image.getAttribute("src"), location.href).pathname, image.alt];
        const field = [...article.classList].find((name) => name.startsWith("dv-f--"));
        return [link.href, text(link), text(article.querySelector(".dv-card__meta")), field, drawn];
    })"""
    page.goto(f"{site.url}mo-hinh/")
    listed = {card[0]: card for card in page.eval_on_selector_all("[data-dv-browse] article", own)}
    search(page, site, asked)
    found = page.eval_on_selector_all(CARDS, own)
    common = [card for card in found if card[0] in listed]
    assert len(common) >= least
    assert any("nơi làm theo" in card[2] for card in common) is (which == "made")
    assert common == [listed[card[0]] for card in common]


def test_a_word_that_nobody_wrote_is_said_and_a_near_one_proposed(page, real):
    search(page, real, "chợ văn mnh")
    assert "có một phần các từ ấy" in said(page)
    assert "Không thấy “mnh” trong bài nào." in said(page)
    settled(page, page.get_by_role("link", name="Ý bạn là “chợ văn minh”?").click)
    assert shown(page)[0] == "dong-da-cho-van-minh"


@pytest.mark.parametrize("longer", ["mô hình camera", "mo hinh camera", "cách làm về camera", "Các camera ở"])
def test_what_all_models_are_and_words_that_only_link_change_nothing(page, real, longer):
    assert search(page, real, longer) == search(page, real, "camera") != []


def test_a_question_that_ends_with_a_place_asks_for_its_subject_there_first(page, real):
    assert search(page, real, "camera thị xã Hoàng Mai")[0] == "hoang-mai-camera-an-ninh"
    assert "Trước hết là" in said(page)
    assert page.locator(STATUS).get_by_text("Chưa có bài nào như vậy").count() == 0
    found = search(page, real, "nuôi hươu phường Hoàn Kiếm")
    assert found == search(page, real, "nuôi hươu")
    search(page, real, "nuôi hươu phường Hoàn Kiếm")
    assert "Chưa có bài nào như vậy ở phường Hoàn Kiếm; đây là bài của nơi khác." in said(page)


def test_a_word_that_is_one_though_no_model_has_it_is_not_taken_for_a_slip(page, real):
    search(page, real, "chợ mùi")
    assert "Không thấy “mùi” trong bài nào." in said(page)
    assert page.get_by_role("link", name="Ý bạn là").count() == 0


def test_nothing_found_leaves_ways_on(page, real):
    assert search(page, real, "xyzzy") == []
    assert page.locator(f"{STATUS} h2").inner_text() == "Chưa có bài nào cho “xyzzy”"
    assert page.locator(f"{STATUS} p").inner_text() == "Không thấy “xyzzy” trong bài nào."
    assert page.get_by_role("link", name="Gửi cho chuyên trang").is_visible()
    assert page.locator("[data-dv-browse]").first.is_visible(), "the lists are there again"
    search(page, real, "hươu camera")
    assert page.get_by_role("link", name="Chỉ tìm “hươu”").is_visible()


def test_what_has_nearly_all_words_is_better_than_nothing(page, real):
    assert search(page, real, "phòng khám thân thiện hươu")[0] == "hoang-mai-phong-kham-than-thien"
    assert "gần nhất" in said(page)


def test_an_empty_box_is_for_browsing_and_loads_nothing_of_the_index(page, real):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{real.url}mo-hinh/")
    page.wait_for_timeout(300)
    assert page.locator("[data-dv-browse] article").count() > 10
    assert [url for url in asked if "/tim/" in url] == []


def test_pages_other_than_the_search_load_none_of_it(page, real):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(real.url)
    assert [url for url in asked if "/tim" in url] == []


def test_the_sign_in_the_header_leads_to_the_one_box(page, real):
    page.goto(real.url)
    page.get_by_role("link", name="Tìm mô hình").click()
    page.wait_for_url("**/mo-hinh/#dv-q")
    assert page.locator("input[type=search]:visible").count() == 1
    assert typed(page, "hươu")


def open_filter(page):
    """Open what narrows, as far as it is not open."""
    if page.locator(FILTER).get_attribute("open") is None:
        page.locator(f"{FILTER} > summary").click()


def open_facet(page, name):
    open_filter(page)
    page.locator(f'[data-dv-facet="{name}"] summary').click()


def choose(page, name, key):
    settled(page, page.locator(f'[data-dv-facet="{name}"] input[value="{key}"]').check)


def count_of(page, name, key):
    row = page.locator(f'[data-dv-facet="{name}"] label:has(input[value="{key}"]) .dv-count')
    return int(row.inner_text().replace(".", ""))


def test_facets_narrow_and_their_counts_follow(page, real):
    search(page, real, "dân")
    open_facet(page, "tinh")
    page.wait_for_timeout(300)
    everywhere = int(said(page).split("\u00a0")[0])
    there = {key: count_of(page, "tinh", key) for key in ("ha-noi", "nghe-an", "son-la")}
    assert sum(there.values()) == everywhere
    choose(page, "tinh", "nghe-an")
    assert said(page).startswith(f"{there['nghe-an']}\u00a0bài")
    choose(page, "tinh", "son-la")
    assert said(page).startswith(f"{there['nghe-an'] + there['son-la']}\u00a0bài"), "either"
    page.wait_for_timeout(300)
    assert {key: count_of(page, "tinh", key) for key in there} == there, "a facet's own choice does not narrow itself"
    open_facet(page, "linh-vuc")
    page.wait_for_timeout(300)
    fields = [int(text) for text in page.locator('[data-dv-facet="linh-vuc"] .dv-count').all_inner_texts()]
    assert sum(fields) == there["nghe-an"] + there["son-la"]


def test_communes_are_offered_once_a_province_is_chosen(page, real):
    search(page, real, "dân")
    open_filter(page)
    assert not page.locator('[data-dv-facet="xa"]').is_visible()
    open_facet(page, "tinh")
    choose(page, "tinh", "ha-noi")
    open_facet(page, "xa")
    labels = page.locator('[data-dv-facet="xa"] label')
    labels.filter(has_text="Phường Tây Hồ").wait_for()  # the words of the communes come after the results
    assert labels.filter(has_text="Hoàng Mai").count() == 0


def test_the_whole_question_is_in_the_address_and_comes_back(page, real):
    search(page, real, "dân", "&tinh=nghe-an&linh-vuc=kinh-te&sap=moi")
    before = shown(page), said(page)
    values = parse_qs(urlsplit(page.url).query)
    assert values == {"q": ["dân"], "tinh": ["nghe-an"], "linh-vuc": ["kinh-te"], "sap": ["moi"]}
    page.reload()
    page.wait_for_function(SETTLED)
    assert (shown(page), said(page)) == before
    settled(page, page.get_by_role("button", name="Bỏ lựa chọn Kinh tế").click)
    assert "linh-vuc" not in page.url
    settled(page, page.go_back)
    assert (shown(page), said(page)) == before
    assert page.locator('[data-dv-facet="linh-vuc"] input[value="kinh-te"]').is_checked()


def test_among_words_with_marks_one_without_is_first_looked_for_as_it_is(page, real):
    stories = {model["id"]: str(model["noi_dung"]) + model["tom_tat"] for model in real.models}
    has_it = [re.search(r"\bqua\b", stories[model]) is not None for model in search(page, real, "người qua")]
    assert {True, False} == set(has_it)
    assert has_it == sorted(has_it, reverse=True)


@pytest.mark.parametrize("text", ["xã Hà Nội", "an toàn nghe an", "nông dân nghe an"])
def test_what_is_in_the_province_that_a_question_ends_with_comes_first(page, real, text):
    slug = slugged(" ".join(text.split()[-2:]))
    there = {path.parent.name for path in (ROOT / "models" / slug).glob("*/model.yaml")}
    is_there = [model in there for model in search(page, real, text)]
    assert is_there[0]
    assert is_there == sorted(is_there, reverse=True)


def test_what_is_chosen_alone_is_an_answer_newest_first(page, real):
    ids = search(page, real, "", "&linh-vuc=kinh-te")
    assert ids
    assert said(page).endswith("bài.")


def test_sorting_by_place_follows_the_dictionary(page, real):
    search(page, real, "dân", "&sap=noi")
    places = page.locator(f"{CARDS} .dv-card__meta").all_inner_texts()
    order = [next(n for n, name in enumerate(("Hà Nội", "Nghệ An", "Sơn La")) if name in place) for place in places]
    assert order == sorted(order)


def test_more_results_come_on_demand_and_stay_on_reload(page, real):
    first = search(page, real, "dân")
    assert len(first) == 12
    page.get_by_role("button", name="Xem thêm").click()
    page.wait_for_function("() => document.querySelectorAll('[data-dv-search-cards] article').length > 12")
    both = shown(page)
    assert both[:12] == first
    assert page.evaluate("document.activeElement.closest('article') !== null"), (
        "the reader goes on at the first new one"
    )
    page.reload()
    page.wait_for_function(SETTLED)
    assert shown(page) == both


def test_all_by_keyboard(page, real):
    page.goto(f"{real.url}mo-hinh/")
    page.locator("#dv-q").focus()
    page.keyboard.type("dân")
    page.keyboard.press("Enter")
    page.wait_for_function(SETTLED)
    page.locator(f"{FILTER} > summary").focus()
    page.keyboard.press("Enter")
    facet = page.locator('[data-dv-facet="linh-vuc"]')
    facet.locator("summary").focus()
    page.keyboard.press("Enter")
    assert facet.get_attribute("open") is not None
    page.keyboard.press("Tab")
    settled(page, lambda: page.keyboard.press("Space"))
    page.keyboard.press("Escape")
    assert facet.get_attribute("open") is None
    assert page.evaluate("document.activeElement.closest('[data-dv-facet]').dataset.dvFacet") == "linh-vuc"
    page.keyboard.press("Escape")
    assert page.locator(FILTER).get_attribute("open") is None
    assert page.evaluate("document.activeElement.textContent") == "Lọc (1)"


@pytest.mark.parametrize(("widths", "scheme"), [((360, 320), "light"), ((1280,), "dark")])
def test_the_search_is_accessible_and_fits(visit, real, widths, scheme):
    page = visit(viewport={"width": widths[0], "height": 740}, color_scheme=scheme, reduced_motion="reduce").new_page()
    search(page, real, "dân", "&linh-vuc=kinh-te")
    open_facet(page, "chu-de")
    page.wait_for_timeout(300)
    complaints = []
    for width in widths:
        resize(page, width)
        complaints += [f"at {width} px: {what}" for what in sideways(page) + findings(page)]
    judge(complaints)


def test_what_was_found_is_announced(page, real):
    page.goto(f"{real.url}mo-hinh/")
    assert page.locator(STATUS).get_attribute("role") == "status"


def test_without_javascript_the_form_leads_to_the_lists(visit, real):
    page = visit(java_script_enabled=False).new_page()
    page.goto(f"{real.url}mo-hinh/?q={quote('hươu')}")
    assert not page.locator("#dv-q").is_visible(), "nobody types into a box that does nothing"
    assert page.locator("[data-dv-browse] article").first.is_visible()
    assert not page.locator(".dv-facets").is_visible()
    assert page.locator("[data-dv-search-off]").is_visible()
    page.locator(f"{FILTER} > summary").click()
    page.locator(FILTER).get_by_role("link", name="Nghệ An").click()
    assert urlsplit(page.url).path == f"{real.base}dia-phuong/nghe-an/"


def test_a_line_that_breaks_is_told_and_the_lists_remain(visit, real):
    page = visit().new_page()
    page.route("**/tim/**", lambda route: route.abort())
    search(page, real, "hươu")
    assert said(page).startswith("Chưa tải được kết quả")
    assert page.locator("[data-dv-browse]").first.is_visible()


def test_what_was_found_stays_said_while_the_communes_are_on_their_way(visit, real):
    page = visit().new_page()
    search(page, real, "dân")
    open_facet(page, "tinh")
    page.wait_for_timeout(300)
    held = []
    page.route("**/tim/manh/**", lambda route: held.append(route))  # noqa: PLW0108 - Playwright writes on it
    choose(page, "tinh", "nghe-an")
    page.wait_for_timeout(600)
    assert held, "nothing was kept waiting"
    assert said(page).endswith("bài cho “dân”.")


def test_hostile_questions_do_nothing(page, real):
    for text in ("<img src=x onerror=alert(1)>", '"><script>alert(1)</script>', "' \" \\ % * ? ø æ z", "dân " * 60):
        search(page, real, text)
        assert page.locator("[data-dv-search-status] img, [data-dv-search-ways] img").count() == 0


def test_every_card_of_the_index_is_of_its_model(real):
    pieces = [json.loads(file.read_bytes()) for file in (real.folder / "tim/manh").iterdir()]
    cards = [json.loads(card)["bai"] for piece in pieces for card in piece.get("cards", ())]
    assert sorted(cards) == sorted(
        where for where in real.addresses if re.fullmatch(r"mo-hinh/(?!trang-)[^/]+/", where)
    )


# --- Marks, phrases, places ----------------------------------------------------------------------------------------


def test_what_differs_in_marks_stands_apart_and_is_not_counted_with_the_others(page, real):
    close = search(page, real, "chợ")
    assert said(page).startswith(f"{len(close)}\u00a0bài cho “chợ”. Ở dưới còn ")
    others = page.locator("[data-dv-search-others]")
    assert others.locator("h2").inner_text() == "Giống chữ, khác dấu"
    assert others.locator("mark").first.inner_text().lower() == "cho"
    search(page, real, "cho")
    assert not others.is_visible(), "who types no marks means all of them"
    assert "khác dấu" not in said(page)


def test_how_many_have_the_words_side_by_side_is_told_and_those_come_first(page, real):
    """In Vietnamese two syllables are mostly one word: “nước” here and “sạch” there is not what was asked for."""
    whole = search(page, real, "“giáo dân”")
    found = search(page, real, "giáo dân ")
    assert set(found[: len(whole)]) == set(whole) < set(found)
    assert said(page).endswith(f" Trong đó {len(whole)}\u00a0bài có cả cụm từ “giáo dân”.")
    assert "Bài có “giáo dân”." in page.locator(CARDS).first.inner_text()
    assert search(page, real, "chợ sạch ")
    assert said(page).endswith(" Không bài nào có cả cụm từ “chợ sạch”; hai chữ ấy ở những chỗ khác nhau.")
    search(page, real, "phụ nữ ")
    assert "cụm từ" not in said(page), "where all have it so, nothing is to be told"


def test_other_words_far_apart_are_no_way_to_write_what_was_asked_for(page, real):
    assert search(page, real, "cờ bạc ") == []
    assert said(page).startswith("Chưa có bài nào cho “cờ bạc”")
    assert search(page, real, "bạo lực ") == []


@pytest.mark.parametrize(
    "text",
    [
        "giảm nghèo bền vững",  # each two stand side by side somewhere, the four nowhere
        "nước xyzzy sạch",
        "xanh xanh sạch",
        "đường và hoa",
        "rác thãi",
        "an nình",
    ],
)
def test_of_what_was_not_asked_for_as_one_phrase_none_is_claimed(page, real, text):
    search(page, real, f"{text} ")
    assert "cụm từ" not in said(page)
    assert f"Bài có “{text}”" not in page.locator("main").inner_text()


def test_who_still_types_is_not_told_that_there_is_nothing(page, real):
    page.goto(f"{real.url}mo-hinh/")
    settled(page, lambda: page.locator("#dv-q").press_sequentially("bạo lực", delay=20))
    assert not said(page).startswith("Chưa có bài nào")
    settled(page, lambda: page.keyboard.press("Enter"))
    assert said(page).startswith("Chưa có bài nào")


def test_a_word_that_links_others_may_be_what_is_asked_for(page, real):
    search(page, real, "nhà ở ")
    assert "cụm từ “nhà ở”" in said(page)
    search(page, real, "ở nhà ")
    assert "cụm từ" not in said(page)


def test_what_is_nearly_all_is_not_scattered_over_a_long_text(page, real):
    found = search(page, real, "phòng khám hươu ")
    assert "gần nhất" in said(page)
    assert found[0] == "hoang-mai-phong-kham-than-thien"
    assert all("phòng khám" in real.pages[f"mo-hinh/{model}/index.html"].lower() for model in found)


def test_words_in_quotes_stand_side_by_side(page, real):
    assert search(page, real, "“chợ văn minh”") == ["dong-da-cho-van-minh"]
    assert search(page, real, "“minh văn chợ”") == []
    assert len(search(page, real, "minh văn chợ")) == 1


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("#giảiphóngmặtbằng", "giải phóng mặt bằng"),
        ("giaiphongmatbang", "giai phong mat bang"),
        ("dân\u00advận", "dân vận"),
        ("GIẢI PHÓNG", "giải phóng"),
        (unicodedata.normalize("NFD", "giải phóng"), "giải phóng"),
        ("uỷ ban", "ủy ban"),
        ("Bắc–Nam", "Bắc-Nam"),
    ],
)
def test_other_ways_to_write_a_question_find_the_same(page, real, text, same):
    assert search(page, real, text) == search(page, real, same) != []


def answers(page):
    """What stands above the results; how the parts of a line hold together is asked elsewhere."""
    found = page.locator("[data-dv-search-answers] li").all_text_contents()
    return [text.replace("\u00a0·\u00a0", " · ") for text in found]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "phường Quỳnh Thiện",
            "Phường Quỳnh Thiện (cũ) thị xã Hoàng Mai, Nghệ An, nay thuộc phường Hoàng Mai (5), Nghệ An · 2\u00a0bài ghi ở đây",
        ),
        ("phường quỳnh mai, nghệ an", "Phường Quỳnh Mai Nghệ An · 5\u00a0bài"),
        (
            "quan dong da",
            "Quận Đống Đa (cũ) Hà Nội, nay thuộc 7\u00a0xã, phường, đặc khu, Hà Nội · 1\u00a0bài ghi ở đây",
        ),
        ("tỉnh Nghệ An", "Tỉnh Nghệ An 21\u00a0bài"),
        ("xã Đông Thành, Nghệ An", "Xã Đông Thành Nghệ An · chưa có bài nào"),
        ("rác", "Môi trường sạch, đẹp Chủ đề · 3\u00a0bài"),
        ("đền bù", "Giải phóng mặt bằng Chủ đề · {cleared}\u00a0bài"),
        ("kinh tế", "Kinh tế Lĩnh vực · 8\u00a0bài"),
        ("phường quỳnh mai nghệ an", "Phường Quỳnh Mai Nghệ An · 5\u00a0bài"),
        ("tp hcm", "Thành phố Hồ Chí Minh chưa có bài nào"),
        ("xu ly rac thai", "Môi trường sạch, đẹp Chủ đề · 3\u00a0bài"),
    ],
)
def test_a_place_or_a_theme_is_answered_before_the_results(page, real, text, said):
    cleared = sum("giai-phong-mat-bang" in model.get("chu_de", ()) for model in real.models)
    search(page, real, text)
    assert said.format(cleared=cleared) in answers(page)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("hội thi hà nội 2024", "su-kien/hoi-thi-ha-noi-2024/"),
        ("hoi thi ha noi 2024", "su-kien/hoi-thi-ha-noi-2024/"),
        ("hội thi của Hà Nội năm 2024", "su-kien/hoi-thi-ha-noi-2024/"),
        ("toạ đàm 2024", "su-kien/toa-dam-dang-bo-khoi-2024/"),
        ("05-CT/TW", "van-ban/chi-thi-05-ct-tw-2016/"),
        ("chỉ thị 11 sơn la", "van-ban/chi-thi-11-ct-tu-son-la-2021/"),
        ("nghị quyết số 25-NQ/TW", "van-ban/nghi-quyet-25-nq-tw-2013/"),
        ("luật dân chủ ở cơ sở", "van-ban/luat-thuc-hien-dan-chu-o-co-so-2022/"),
    ],
)
def test_an_event_or_a_document_is_answered_before_the_results(page, real, text, first):
    search(page, real, text)
    links = page.locator("[data-dv-search-answers] b a")
    assert [link.removeprefix(real.url) for link in links.evaluate_all("all => all.map(one => one.href)")][:1] == [
        first
    ]
    links.first.click()
    page.wait_for_url(f"{real.url}{first}")


@pytest.mark.parametrize("text", ["hà nội", "dân vận khéo", "hội thí hà nội", "hội thi cà mau 1999", "ct"])
def test_an_event_is_answered_by_its_kind_and_all_words_alone(page, real, text):
    search(page, real, text)
    links = page.locator("[data-dv-search-answers] b a").evaluate_all("all => all.map(one => one.href)")
    assert not [link for link in links if "/su-kien/" in link or (text != "ct" and "/van-ban/" in link)]


def test_of_many_events_three_are_told_and_the_list_has_the_others(page, real):
    count = sum("\nloai: hoi-thi\n" in path.read_text(encoding="utf-8") for path in ROOT.glob("models/_events/*.yaml"))
    search(page, real, "hội thi")
    assert page.locator("[data-dv-search-answers] b a").count() == 3
    assert f"Còn {count - 3}\u00a0sự kiện khác" in answers(page)
    page.get_by_role("link", name=re.compile("sự kiện khác")).click()
    page.wait_for_url(f"{real.url}su-kien/")


def test_who_names_no_event_loads_nothing_of_them(page, real):
    manifest = json.loads((real.folder / "tim/muc-luc.json").read_text(encoding="utf-8"))
    loaded = []
    page.on("request", lambda request: loaded.append(request.url.rpartition("/")[2].removesuffix(".json")))
    search(page, real, "đường hoa")
    assert loaded
    assert not {*manifest["named"].values()}.intersection(loaded)
    search(page, real, "hội thi")
    assert {*manifest["named"].values()}.intersection(loaded) == {manifest["named"]["hoi thi"]}


def test_nothing_is_proposed_that_is_not_near(page, real):
    search(page, real, "rác")
    assert "Ý bạn là" not in page.locator("[data-dv-search-ways]").inner_text()


def test_what_the_address_chooses_and_nothing_has_is_named(page, real):
    assert search(page, real, "", "&tinh=khong-co") == []
    assert page.locator(".dv-chip").inner_text() == "Tỉnh, thành phố “khong-co” (không có ở đây)"


@pytest.mark.parametrize("pages", ["0", "-3", "1e9", "x", "99999999999999999999"])
def test_the_number_of_pages_in_an_address_is_bounded(page, real, pages):
    assert 0 < len(search(page, real, "dân", f"&trang={pages}")) <= 120


def test_back_leads_to_where_the_reader_was(page, real):
    search(page, real, "dân")
    page.locator(CARDS).nth(9).locator("h3 a").scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    assert before > 500
    page.locator(CARDS).nth(9).locator("h3 a").click()
    page.wait_for_load_state()
    page.go_back()
    page.wait_for_function("y => Math.abs(scrollY - y) < 60", arg=before)


# --- A network that fails, and another edition ---------------------------------------------------------------------

HTML = {"status": 200, "body": "<!doctype html><title>Trang của nhà mạng</title>", "content_type": "text/html"}


def cut(route):
    """Answer with all but the last letters."""
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.body()[:-9])


FAILURES = {
    "no answer": lambda route: route.abort("connectionreset"),
    "an error": lambda route: route.fulfill(status=503, body="busy"),
    "cut": cut,
    "a page instead": lambda route: route.fulfill(**HTML),
    "gone": lambda route: route.fulfill(status=404, body=""),
}


def wanted_files(page, site, text, more=""):
    """The files of the search that a question asks for."""
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    search(page, site, text, more)
    return list(dict.fromkeys(url for url in asked if "/tim/" in url))


def lose_once(page, url, lose):
    """Lose the first answer of an address; gives the list of all that were asked for."""
    asked = []

    def answer(route):
        asked.append(route.request.url)
        if len(asked) == 1:
            lose(route)
        else:
            route.continue_()

    page.route(url, answer)
    return asked


def in_each_way(files):
    """Pair each file with a failure, and each failure with a file: all are asked for in the same way."""
    assert len(files) >= len(FAILURES)
    return zip(files, cycle(FAILURES), strict=False)


def test_each_file_may_be_lost_once_and_nobody_notices(visit, real):
    plain_page = visit().new_page()
    files = wanted_files(plain_page, real, "chợ văn mnh", "&linh-vuc=kinh-te&sap=moi")
    expected = plain_page.locator("main").inner_text()
    for url, failure in in_each_way(files):
        if failure == "gone" and url.endswith("muc-luc.json"):
            continue  # of a manifest that is not there nothing can be asked
        page = visit().new_page()
        lost = lose_once(page, url, FAILURES[failure])
        search(page, real, "chợ văn mnh", "&linh-vuc=kinh-te&sap=moi")
        if failure == "gone":
            assert "Chưa tải được" in said(page)
            settled(page, page.get_by_role("button", name="Thử lại").click)
        assert len(lost) >= 2
        assert page.locator("main").inner_text() == expected, (url, failure)
        page.context.close()


def test_what_is_lost_for_ever_is_told_and_never_taken_for_nothing(visit, real):
    files = wanted_files(visit().new_page(), real, "chợ", "&linh-vuc=van-hoa-xa-hoi")
    for url, failure in in_each_way(files):
        page = visit().new_page()
        page.route(url, FAILURES[failure])
        search(page, real, "chợ", "&linh-vuc=van-hoa-xa-hoi")
        page.wait_for_function("() => !document.querySelector('[data-dv-search-failed]').hidden")
        assert said(page).startswith("Chưa tải được kết quả"), (url, failure)
        assert not page.locator("[data-dv-search-results]").is_visible()
        assert page.locator("[data-dv-browse]").first.is_visible()
        page.unroute(url)
        page.get_by_role("button", name="Thử lại").click()
        page.wait_for_function("() => document.querySelectorAll('[data-dv-search-cards] article').length")
        page.context.close()


def test_work_without_end_is_ended_and_told(visit, real):
    page = visit().new_page()

    def endless(route):
        answer = route.fetch()
        body = answer.text().replace(
            "async function answer(", "async function answer(question) { for (;;); }\nasync function other("
        )
        route.fulfill(response=answer, body=body)

    page.route("**/tim-may.*.js", endless)
    search(page, real, "chợ")
    assert "quá lâu" in said(page)
    page.unroute("**/tim-may.*.js")
    settled(page, page.get_by_role("button", name="Thử lại").click)
    assert shown(page)


@pytest.mark.parametrize("script", ["tim", "tim-chu", "tim-the", "tim-may", "tim-kho", "tim-noi", "tim-tu", "tim-hoi"])
def test_a_script_that_does_not_come_leaves_a_line_and_the_lists(visit, real, script):
    page = visit().new_page()
    page.route(re.compile(rf"/assets/{script}\.[0-9a-f]+\.js"), lambda route: route.abort())
    page.goto(f"{real.url}mo-hinh/?q=cam")
    if script in ("tim-may", "tim-kho", "tim-noi", "tim-tu", "tim-hoi"):
        page.wait_for_function(SETTLED)
        assert "Chưa tải được kết quả" in said(page)
    else:
        page.locator("[data-dv-search-off]").wait_for(timeout=6000)
    assert page.locator("[data-dv-browse] article").first.is_visible()


def test_typing_letter_by_letter_ends_with_the_answer_to_what_stands_there(page, real):
    expected = {text: search(page, real, text) for text in ("đường cao tốc", "chợ", "camera an ninh")}
    for text, ids in expected.items():
        page.goto(f"{real.url}mo-hinh/")
        page.locator("#dv-q").press_sequentially(text, delay=25)
        page.wait_for_function(
            "text => document.querySelector('[data-dv-search-status]').textContent.includes(`“${text}”`)", arg=text
        )
        assert shown(page) == ids


def test_long_words_and_long_questions_are_answered(page, real):
    for text in ("a" * 60, "danvankheo" * 20, "x" * 5000, "chợ " * 80, "toandandoanketxaydungdoisongvanhoaokhudancu"):
        page.goto(f"{real.url}mo-hinh/?q={quote(text)}")
        page.wait_for_function(SETTLED, timeout=8000)
        assert "quá lâu" not in said(page)


QUESTIONS = (
    "chợ", "camera an ninh", "giải phóng mặt bằng", "hươu", "vay vốn", "quận Tây Hồ", "bảo hiểm", "rau an toàn", "du lịch",
    "giáo xứ", "tự quản", "chuyển đổi số", "phế liệu", "thoát nghèo", "phòng khám",
)  # fmt: skip


@pytest.mark.parametrize("workers", ["block", "allow"])
def test_a_site_that_is_published_anew_under_an_open_page_is_searched_as_it_is_now(
    visit, real, made, tmp_path, workers
):
    """The host is filled anew: of the edition that the page began with, nothing is there any more."""
    asking = visit().new_page()
    expected = {text: search(asking, real, text) for text in QUESTIONS[:6]}
    shutil.copytree(made.folder, tmp_path / "site")
    with served("own", tmp_path / "site", "/thu/", with_headers=True) as own:
        page = visit(service_workers=workers).new_page()
        assert search(page, own, "đường hoa")
        shutil.rmtree(own.folder / "tim")
        shutil.copytree(real.folder / "tim", own.folder / "tim")
        for text, cards in expected.items():
            page.locator("#dv-q").fill(text)
            page.wait_for_function(
                "text => /Chưa tải/.test(document.querySelector('[data-dv-search-status]').textContent)"
                " || document.querySelector('[data-dv-search-status]').textContent.includes(`“${text}”`)",
                arg=text,
            )
            assert shown(page) == cards, text


@pytest.mark.parametrize("slower", [4])
def test_whoever_composes_letters_on_a_slow_device_gets_the_answer_to_what_stands_there(visit, real, slower):
    """As Vietnamese is typed: letters become others until a word is done, sometimes faster than they are answered."""
    page = visit().new_page()
    page.goto(f"{real.url}mo-hinh/")
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    chance = random.Random(4)
    for _ in range(12):
        text = " ".join(chance.choice(QUESTIONS).split()[: chance.randint(1, 4)])
        page.locator("#dv-q").fill("")
        page.locator("#dv-q").focus()
        for word in text.split():
            for end in range(1, len(word) + 1):
                begun = plain(exact(word[:end])) if chance.random() < 0.4 else word[:end]
                session.send("Input.imeSetComposition", {"text": begun, "selectionStart": end, "selectionEnd": end})
                page.wait_for_timeout(chance.choice((0, 5, 40)))
            session.send("Input.insertText", {"text": f"{word} "})
        page.wait_for_function(
            "text => document.querySelector('[data-dv-search-status]').textContent.includes(`“${text}”`)", arg=text
        )
        assert page.locator("#dv-q").input_value().strip() == text
        assert shown(page) or "Chưa có bài nào" in said(page)


@pytest.mark.parametrize("text", ["Quản Bạ", "huyện Quản Bạ", "Tĩnh Gia"])
def test_a_name_that_begins_like_a_kind_of_unit_is_a_name(page, real, text):
    search(page, real, text)
    assert any("uản Bạ" in line or "ĩnh Gia" in line for line in answers(page))


def test_marks_that_nobody_wrote_are_said_and_no_card_claims_them(page, real):
    assert search(page, real, "chuyển đổi sồ")[0] == "my-duc-tuoi-tre-chuyen-doi-so"
    assert "Không bài nào viết “sồ”; đã tìm theo chữ không dấu." in said(page)
    assert "“sồ”" not in page.locator("[data-dv-search-results]").inner_text()


def test_of_what_has_nearly_all_words_no_card_claims_the_others(page, real):
    search(page, real, "phòng khám hươu")
    assert "gần nhất" in said(page)
    assert "Trong bài có" not in page.locator("[data-dv-search-results]").inner_text()


def test_an_unknown_word_in_quotes_finds_nothing(page, real):
    assert search(page, real, "“văn xyzzy minh”") == []


def test_one_syllable_is_not_taken_apart(page, real):
    search(page, real, "thuyềnn")
    assert "Hiểu là" not in said(page)


def test_signs_alone_are_no_question(page, real):
    page.goto(f"{real.url}mo-hinh/?q={quote('?! 😀')}")
    page.wait_for_function(SETTLED)
    assert said(page) == "Câu hỏi chưa có chữ hay số nào để tìm."
    assert page.locator("[data-dv-browse]").first.is_visible()


def hold(page, pattern):
    """Keep what is asked for waiting; gives who lets it go, and says how much had waited."""
    held, is_over = [], []

    def answer(route):
        if is_over:
            route.continue_()
        else:
            held.append(route)

    def let_go():
        is_over.append(True)
        for route in held:
            with suppress(Error):  # who asked may have given up
                route.continue_()
        return len(held)

    page.route(pattern, answer)
    return let_go


def test_a_slow_line_is_told_and_the_lists_are_there_meanwhile(visit, real):
    page = visit().new_page()
    let_go = hold(page, "**/tim/manh/**")
    page.goto(f"{real.url}mo-hinh/?q=camera")
    page.wait_for_function("() => document.querySelector('[data-dv-search-status]').textContent.includes('Mạng chậm')")
    assert page.locator("[data-dv-browse]").first.is_visible()
    assert let_go()
    page.wait_for_function("() => document.querySelectorAll('[data-dv-search-cards] article').length")
    assert said(page).endswith("bài cho “camera”.")


@pytest.mark.parametrize("width", HEIGHTS)
def test_little_moves_while_an_answer_is_on_its_way_and_when_it_comes(visit, real, width):
    """On a slow line, from one question to the next: of many, of few and of no models, with places answered and without."""
    page = visit(viewport={"width": width, "height": HEIGHTS[width]}).new_page()
    page.add_init_script(COUNT_SHIFTS)

    def slowly(act):
        let_go = hold(page, "**/tim/manh/**")
        act()
        page.wait_for_function(
            "() => document.querySelector('[data-dv-search-status]').textContent.endsWith('Đang tìm…')"
        )
        page.evaluate(NEXT_FRAME)
        let_go()
        page.wait_for_function(SETTLED)
        page.evaluate(READ_ON)
        page.evaluate("scrollTo(0, 0)")
        moved = page.evaluate("[window.__shift, window.__moved]")
        page.evaluate("window.__shift = 0; window.__moved = []")
        return moved

    shifts = {"rác thải": slowly(lambda: page.goto(f"{real.url}mo-hinh/?q={quote('rác thải')}"))}
    for text in ("giải phóng mặt bằng", "zzzzqq", "quỳnh thiện", "hươu"):
        shifts[text] = slowly(lambda text=text: page.locator("#dv-q").fill(text))
    judge(
        f"{text}: things move by {shift:.3f}: {moved}" for text, (shift, moved) in shifts.items() if shift > MOST_SHIFT
    )


def test_a_late_answer_to_an_older_question_changes_nothing(visit, real):
    page = visit().new_page()
    search(page, real, "dân")
    open_facet(page, "tinh")
    page.wait_for_timeout(300)
    let_go = hold(page, "**/tim/manh/**")
    page.locator('[data-dv-facet="tinh"] input[value="nghe-an"]').check()
    page.wait_for_timeout(300)
    page.locator('[data-dv-facet="tinh"] input[value="nghe-an"]').uncheck()
    page.wait_for_timeout(300)
    assert let_go()
    page.wait_for_timeout(500)
    assert not page.locator(".dv-chip").is_visible()
    assert not page.locator('[data-dv-facet="xa"]').is_visible()


def test_counts_go_with_their_question(page, real):
    search(page, real, "hươu")
    open_facet(page, "linh-vuc")
    page.wait_for_function("() => document.querySelector('[data-dv-facet=linh-vuc] .dv-count').textContent === '3'")
    page.locator("#dv-q").fill("")
    page.wait_for_function("() => document.querySelector('[data-dv-facet=linh-vuc] .dv-count').textContent === '8'")
    assert page.locator(".dv-option--none").count() == 0
