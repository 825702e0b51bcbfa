"""A newsroom takes the data of its province in three steps at most, from the front page, and what comes down is the file."""

import csv
import io

import feedparser
import pytest
from playwright.sync_api import expect


@pytest.fixture
def page(visit):
    return visit().new_page()


class Hand:
    """What a reader does, counted: each thing that she touches is an action."""

    def __init__(self, page):
        self.page, self.actions = page, 0

    def follow(self, link):
        link.first.click()
        self.page.wait_for_load_state()
        self.actions += 1

    def take(self, link):
        """Touch what is to come down; give its name and its rows."""
        with self.page.expect_download() as coming:
            link.first.click()
        self.actions += 1
        data = coming.value.path().read_bytes().decode("utf-8-sig")
        return coming.value.suggested_filename, list(csv.DictReader(io.StringIO(data, newline="")))


@pytest.mark.parametrize("width", [360, 1280])
def test_from_the_front_page_by_the_page_of_the_data(page, real, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(real.url)
    hand = Hand(page)
    hand.follow(page.locator("footer a", has_text="Dữ liệu mở"))
    name, rows = hand.take(page.get_by_role("link", name="CSV, Nghệ An"))
    here = [
        row for row in real.models if any((at["hien_nay"]["tinh"] or {}).get("ma") == "40" for at in row["dia_diem"])
    ]
    assert (name, [row["id"] for row in rows]) == ("nghe-an.csv", [row["id"] for row in here])
    assert hand.actions <= 3


def test_from_the_front_page_by_the_page_of_the_province(page, real):
    page.goto(real.url)
    hand = Hand(page)
    hand.follow(page.locator("main a[href$='dia-phuong/nghe-an/'], svg a[href$='dia-phuong/nghe-an/']"))
    name, rows = hand.take(page.get_by_role("link", name="Tải các bài của Nghệ An (CSV)"))
    assert name == "nghe-an.csv"
    assert rows
    assert hand.actions <= 3


def test_a_commune_is_followed_from_its_page(page, made):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{made.url}dia-phuong/nghe-an/hoang-mai/")
    hand = Hand(page)
    hand.follow(page.get_by_role("link", name="Theo dõi", exact=True))
    feed = page.locator("#theo-doi").get_by_role("link", name="Atom")
    expect(feed.first).to_be_in_viewport()
    told = feedparser.parse(page.request.get(feed.first.evaluate("link => link.href")).text())
    assert "Hoàng Mai" in told.feed.title
    assert told.entries
    assert hand.actions + 1 <= 2  # the address of the feed is touched to copy it


def test_what_columns_mean_unfolds_without_a_script(visit, real):
    page = visit(java_script_enabled=False).new_page()
    page.goto(f"{real.url}du-lieu/")
    meaning = page.locator("dd", has_text="Số thứ tự của nguồn").first
    expect(meaning).to_be_hidden()
    page.locator("summary", has_text="Kết quả").first.click()
    expect(meaning).to_be_visible()


def test_the_data_of_a_model_is_found_from_its_page(page, real):
    page.goto(f"{real.url}mo-hinh/hoang-mai-camera-an-ninh/")
    link = page.locator("link[rel=alternate][type='application/json']")
    data = page.request.get(link.evaluate("link => link.href")).json()
    assert [row["id"] for row in data["mo_hinh"]] == ["hoang-mai-camera-an-ninh"]
