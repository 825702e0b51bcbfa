"""What stands round a model's page: who is like it and why, others of its place, before and after it; what depends on what."""

import random
from collections.abc import Iterator
from dataclasses import replace
from hashlib import blake2b

import pytest
from library import Library, foot_of, library, library_of, library_with
from making import model
from project import ROOT
from showcase.publish.pages import all_pages
from showcase.record.brief import make_brief
from showcase.record.catalogue import newest_first
from showcase.record.making import make_model
from showcase.record.submission import Submission
from showcase.preview.workspace import Portfolio
from showcase.system.gazetteer import load_gazetteer
from showcase.views.around import AroundView, around_view, choose, make_surroundings, surroundings_of
from showcase.views.front_page import front_page
from showcase.views.index_page import index_pages
from showcase.views.likeness import make_likeness
from showcase.views.listings import all_listings
from showcase.views.page import SiteFacts
from showcase.views.shelves import make_shelves

SITE = SiteFacts(name="Dân vận khéo", description="Thử.")
SUMMARY = "tom_tat: Ở đây có nhiều điều để kể cho nơi khác nghe rồi làm theo.\n"
STEPS = "lam_theo: {buoc: [Họp các nhà lại, Chia đường làng]}\n"


def foot(books: Library, model_id: str) -> AroundView:
    return around_view(books.whole(model_id), foot_of(books.catalogue, model_id), books.catalogue)


def similar(books: Library, model_id: str) -> list[tuple[str, str]]:
    return [(one.card.title, one.why) for one in foot(books, model_id).similar]


def told(title: str, *lines: str, name: str = "") -> Submission:
    """A model of a title, whose id is its title's last word where none is given."""
    return model(
        f"tieu_de: {title}\n{SUMMARY}" + "".join(f"{line}\n" for line in lines),
        name=name or f"so-{title.rsplit(maxsplit=1)[-1]}",
    )


# --- Similar -------------------------------------------------------------------------------------------------------


def test_who_shares_rare_words_comes_first_and_the_page_says_why():
    books = library(
        told("Nuôi hươu lấy lộc 1", "chu_de: [y-te]"),
        told("Cùng nuôi hươu lấy lộc ở bản 2", "chu_de: [y-te]"),
        told("Vườn thuốc nam 3", "chu_de: [y-te]"),
        told("Nuôi hươu lấy lộc 4", "linh_vuc: kinh-te"),
        told("Đường hoa 5"),
        told("Tủ sách 6", "linh_vuc: he-thong-chinh-tri"),
    )
    assert similar(books, "so-1") == [
        ("Cùng nuôi hươu lấy lộc ở bản 2", "Cùng chủ đề Y tế; cùng nói về “nuôi hươu lấy lộc”."),
        ("Nuôi hươu lấy lộc 4", "Cùng nói về “nuôi hươu lấy lộc”."),
        ("Vườn thuốc nam 3", "Cùng chủ đề Y tế."),
    ]
    assert [title for title, _ in similar(books, "so-4")] == ["Cùng nuôi hươu lấy lộc ở bản 2", "Nuôi hươu lấy lộc 1"]
    assert similar(books, "so-6") == [], "nobody is like it in anything"


def test_of_two_subjects_in_common_both_are_told_and_a_field_where_there_is_nothing_else():
    books = library(told("Gom ve chai, lập quỹ khuyến học 1"), told("Lập quỹ khuyến học, gom ve chai 2"), told("Chợ 3"))
    assert similar(books, "so-1") == [
        (
            "Lập quỹ khuyến học, gom ve chai 2",
            "Cùng lĩnh vực Văn hóa - xã hội; cùng nói về “gom ve chai”, “lập quỹ khuyến học”.",
        ),
        ("Chợ 3", "Cùng lĩnh vực Văn hóa - xã hội."),
    ]


def test_who_learned_from_whom_is_told_elsewhere_and_not_again():
    books = library(
        told("Nuôi hươu lấy lộc 1"), told("Nuôi hươu lấy lộc 2", "hoc_tu: so-1"), told("Nuôi hươu lấy lộc 3")
    )
    for model_id in ("so-1", "so-2"):
        page = foot(books, model_id)
        assert [one.card.title for one in page.similar] == ["Nuôi hươu lấy lộc 3"]
        assert page.local == ()


def test_among_many_that_are_alike_a_model_finds_those_that_share_most():
    subjects = ("gom ve chai", "nuôi hươu sao", "trồng rau sạch", "lắp đèn đường", "dạy trẻ bơi")
    books = library(
        *(told(f"Xóm nhỏ {subject} {number}-{place}") for place, subject in enumerate(subjects) for number in range(40))
    )
    for place, subject in enumerate(subjects):
        found = similar(books, f"so-17-{place}")
        assert len(found) == 3
        assert all(subject in title for title, _ in found)


def test_a_model_alone_has_nobody_round_it():
    page = foot(library(told("Chợ 1")), "so-1")
    assert (page.similar, page.local, page.places, page.before, page.after) == ((), (), (), None, None)
    assert (page.list.label, page.list.address) == ("Văn hóa - xã hội", "linh-vuc/van-hoa-xa-hoi/")


def test_every_real_model_is_like_three_others_and_says_why():
    books = library_of(ROOT / "models")
    for brief in books.catalogue.models:
        page = foot(books, brief.id)
        assert len(page.similar) == 3
        assert all(one.why.startswith("Cùng ") and one.why.endswith(".") for one in page.similar)
        addresses = [one.card.address for one in page.similar] + [link.address for link in page.local]
        assert len({*addresses, f"mo-hinh/{brief.id}/"}) == len(addresses) + 1, "nothing is told twice"
    found = foot(books, "hoang-mai-mat-bang-cao-toc-bac-nam").similar[0]
    assert found.card.address == "mo-hinh/thuy-khue-mat-bang-muong-thoat-nuoc/"
    assert "“giải phóng mặt bằng”" in found.why


# --- Of the same place ---------------------------------------------------------------------------------------------

COMMUNE = "dia_diem: [{noi: 'phường Quỳnh Mai, tỉnh Nghệ An'}]"
DISTRICT = "dia_diem: [{noi: 'thị xã Hoàng Mai, tỉnh Nghệ An'}]"
PROVINCE = "dia_diem: [{noi: 'tỉnh Nghệ An'}]"


def local(books: Library, model_id: str) -> list[str]:
    return [link.label for link in foot(books, model_id).local]


def fields(*lines: str) -> Iterator[tuple[str, ...]]:
    """Each of the lines with a field of its own, so that none is like another."""
    keys = ("kinh-te", "van-hoa-xa-hoi", "quoc-phong-an-ninh", "he-thong-chinh-tri")
    yield from ((line, f"linh_vuc: {key}") for line, key in zip(lines, keys, strict=False))


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ((COMMUNE, COMMUNE, DISTRICT, PROVINCE), ["Tủ 1"]),
        ((DISTRICT, COMMUNE, DISTRICT, PROVINCE), ["Tủ 2"]),
        ((COMMUNE, DISTRICT, DISTRICT, PROVINCE), ["Tủ 1", "Tủ 2", "Tủ 3"]),
        ((COMMUNE, "dia_diem: [{noi: 'tỉnh Sơn La'}]"), []),
    ],
)
def test_the_nearest_place_that_has_others_counts(lines, found):
    books = library(*(told(f"Tủ {place}", *more) for place, more in enumerate(fields(*lines))))
    assert local(books, "so-0") == found


def test_others_of_a_place_follow_as_in_its_list_and_go_round():
    books = library(*(told(f"Chợ {at}", COMMUNE, f"ngay_dang: 2026-11-{20 - at}") for at in range(9)))
    page = foot(books, "so-5")
    assert not {link.label for link in page.local} & {one.card.title for one in page.similar}
    ring = [f"Chợ {at}" for at in (6, 7, 8, 0, 1, 2)]
    assert [link.label for link in page.local] == [
        title for title in ring if title not in dict(similar(books, "so-5"))
    ][:3]
    assert page.local[0].note == "2022"
    assert [(link.label, link.address) for link in page.places] == [
        ("Phường Quỳnh Mai", "dia-phuong/nghe-an/quynh-mai/"),
        ("Tỉnh Nghệ An", "dia-phuong/nghe-an/"),
    ]


# --- Before and after ----------------------------------------------------------------------------------------------


def test_a_page_leads_to_those_before_and_after_it_in_its_field():
    days = [told(f"Chợ {at}", f"ngay_dang: 2026-11-{20 - at}") for at in range(3)]
    books = library(*days, told("Rừng 9", "linh_vuc: kinh-te"))
    ways = {at: foot(books, f"so-{at}") for at in range(3)}
    assert [(page.before and page.before.label, page.after and page.after.label) for page in ways.values()] == [
        (None, "Chợ 1"),
        ("Chợ 0", "Chợ 2"),
        ("Chợ 1", None),
    ]


# --- Steps to follow -----------------------------------------------------------------------------------------------


def test_a_theme_leads_to_its_models_with_steps_from_everywhere():
    books = library(
        told("Chợ 1", "chu_de: [y-te]", STEPS), told("Chợ 2", "chu_de: [y-te, chuyen-doi-so]"), told("Chợ 3", STEPS)
    ).catalogue
    shelves = make_shelves(books)
    lists = {listing.address: listing for listing in all_listings(books, shelves)}
    guided = lists["chu-de/y-te/lam-theo/"]
    assert [brief.title for brief in guided.models] == ["Chợ 1"]
    assert (guided.title, guided.lead.replace("\u00a0", " ")) == (
        "Y tế: có hướng dẫn làm theo",
        "1 mô hình kể rõ từng bước để nơi khác làm theo.",
    )
    assert "chu-de/chuyen-doi-so/lam-theo/" not in lists
    (group,) = lists["chu-de/y-te/"].opening().groups
    assert [(link.label, link.address, link.count) for link in group.links] == [
        ("Có hướng dẫn làm theo", guided.address, 1)
    ]
    assert lists["chu-de/chuyen-doi-so/"].opening().groups == ()
    front, themes = front_page(books, shelves, SITE).themes, index_pages(books, shelves, SITE)[1].groups[0].links
    assert front == themes
    assert [(link.label, link.count, link.guides and link.guides.count) for link in front] == [
        ("Y tế", 2, 1),
        ("Chuyển đổi số", 1, None),
    ]


# --- What depends on what ------------------------------------------------------------------------------------------

WORDS = [
    "gom ve chai",
    "nuôi hươu sao",
    "trồng rau sạch",
    "lắp đèn đường",
    "dạy trẻ bơi",
    "thoát nghèo bền vững",
    "giữ rừng",
    "tủ sách",
]
CHOICES = {
    "tieu_de": [f"{word} {number}" for word in WORDS for number in "ABC"],
    "tom_tat": [f"Bà con cùng nhau {one} và {other} từ nhiều năm." for one in WORDS for other in WORDS],
    "linh_vuc": ["kinh-te", "van-hoa-xa-hoi", "quoc-phong-an-ninh"],
    "chu_de": ["[y-te]", "[chuyen-doi-so]", "[y-te, chuyen-doi-so]"],
    "dia_diem": [
        f"[{{noi: '{place}, tỉnh Nghệ An'}}]" for place in ("phường Quỳnh Mai", "thị xã Hoàng Mai", "xã Quỳnh Lưu")
    ],
    "ngay_dang": [f"2026-11-{day:02}" for day in range(1, 21)],
    "lich_su": [f"[{{nam: {year}, viec: trien-khai}}]" for year in range(2015, 2023)],
    "noi_dung": [
        f"{{cach_lam: 'Cả xóm bàn việc {one}, rồi cùng {other} mỗi tuần.'}}" for one in WORDS for other in WORDS
    ],
    "lam_theo": ["{buoc: [Họp các nhà lại, Chia đường làng]}", ""],
    "hoc_tu": ["so-1", "so-2", ""],
}


class Looking:
    """Hands that show the view instead of filling a page with it."""

    site = SITE

    def __init__(self, books: Library) -> None:
        self.reference, self.model = books.catalogue, books.shelf.model

    def page(self, _template: str, view: object) -> object:
        return view


def shelved(texts: dict[str, dict[str, str]]) -> Library:
    """A library in which a digest stands for what a model says, as it does in a storeroom."""
    shelf = {}
    for name, lines in texts.items():
        text = "".join(f"{key}: {value}\n" for key, value in lines.items() if value)
        made = make_model(model(text, name=name), load_gazetteer())
        shelf[blake2b(f"{name}{text}".encode()).hexdigest()] = made
    briefs = newest_first(make_brief(made, digest) for digest, made in shelf.items())
    return Library(replace(library_with(()).catalogue, models=briefs), Portfolio(shelf))


def outputs(books: Library) -> dict[str, tuple[str, object]]:
    hands = Looking(books)
    return {one.path: (one.fingerprint, one.recipe(hands)) for one in all_pages(books.catalogue, SITE, "")}


@pytest.mark.parametrize("seed", range(4))
def test_a_page_that_would_be_another_has_another_fingerprint(seed):
    """After any edit: whatever keeps its fingerprint would be made the same; and few pages do not keep it."""
    chance = random.Random(seed)
    texts = {f"so-{number}": {key: chance.choice(values) for key, values in CHOICES.items()} for number in range(45)}
    texts["so-1"]["hoc_tu"] = texts["so-2"]["hoc_tu"] = ""
    before = outputs(shelved(texts))
    changed_pages = 0
    for _ in range(12):
        name = chance.choice(sorted(texts))
        match chance.choice(("change", "change", "change", "add", "drop")):
            case "add":
                texts[f"moi-{len(texts)}-{chance.randrange(999)}"] = {
                    key: chance.choice(values) for key, values in CHOICES.items()
                }
            case "drop" if name not in ("so-1", "so-2"):
                del texts[name]
            case _:
                key = chance.choice(sorted(CHOICES))
                texts[name] = texts[name] | {
                    key: "" if name in ("so-1", "so-2") and key == "hoc_tu" else chance.choice(CHOICES[key])
                }
        after = outputs(shelved(texts))
        stale = [
            path
            for path, (mark, view) in after.items()
            if path in before and before[path][0] == mark and before[path][1] != view
        ]
        assert stale == []
        changed_pages += sum(before.get(path, ("", None))[1] != view for path, (_, view) in after.items())
        before = after
    assert changed_pages > 100, "or nothing was edited"


def test_a_change_of_one_model_makes_few_other_pages_due():
    subjects = [f"{one} {other}" for one in WORDS for other in ("bên sông", "trên núi", "giữa phố", "ven biển")]
    texts = {
        f"so-{number}": {
            "tieu_de": f"Xóm {number} {subjects[number % 32]}",
            "chu_de": ("[y-te]", "[chuyen-doi-so]")[number % 2],
        }
        for number in range(640)
    }
    before = marks(shelved(texts))
    texts["so-300"] |= {"tieu_de": f"Xóm 300 {subjects[12]} khác hẳn"}
    after = marks(shelved(texts))
    due = [
        path
        for path, mark in after.items()
        if path.count("/") == 2 and path.startswith("mo-hinh/so-") and before[path] != mark
    ]
    assert "mo-hinh/so-300/index.html" in due
    assert len(due) <= 45


def marks(books: Library) -> dict[str, str]:
    return {one.path: one.fingerprint for one in all_pages(books.catalogue, SITE, "")}


def test_the_surroundings_of_a_few_are_those_that_they_have_among_all():
    books = library_of(ROOT / "models").catalogue
    whole = make_surroundings(books, make_shelves(books))
    for some in (*((brief,) for brief in books.models), books.models[:3]):
        alone = surroundings_of(some, books)
        for brief in some:
            assert alone.mark(brief) == whole.mark(brief)
            assert choose(brief, books, alone, ()) == choose(brief, books, whole, ())


def test_likeness_does_not_care_in_which_order_sets_are_hashed():
    """Only what is written down in order decides: the same catalogue read twice gives the same rows."""
    books = library_of(ROOT / "models").catalogue
    marks = {brief.id: "" for brief in books.models}
    one, other = (make_likeness(books.models, marks) for _ in range(2))
    assert {brief.id: list(one.near(brief)) for brief in books.models} == {
        brief.id: list(other.near(brief)) for brief in books.models
    }
    assert make_surroundings(books, make_shelves(books), one).likeness is one
