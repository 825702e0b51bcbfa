"""What stands round a model's page: who is like it and why, others of its place, before and after it; what depends on what."""

import random
from collections.abc import Iterator

import pytest
from library import ViewContext, context_of, due, inputs_of, inputs_of_folder, make_all, view_at
from making import model
from project import ROOT
from showcase.publish.context import Context
from showcase.publish.facts import catalogue, listings
from showcase.publish.inputs import Inputs
from showcase.record.submission import Submission
from showcase.views.around import AroundView
from showcase.views.likeness import make_likeness

SUMMARY = "tom_tat: Ở đây có nhiều điều để kể cho nơi khác nghe rồi làm theo.\n"
STEPS = "lam_theo: {buoc: [Họp các nhà lại, Chia đường làng]}\n"


def foot(context: Context, model_id: str) -> AroundView:
    return view_at(context, f"mo-hinh/{model_id}/").around


def similar(context: Context, model_id: str) -> list[tuple[str, str]]:
    return [(one.card.title, one.why) for one in foot(context, model_id).similar]


def told(title: str, *lines: str, name: str = "") -> Submission:
    """A model of a title, whose id is its title's last word where none is given."""
    return model(
        f"tieu_de: {title}\n{SUMMARY}" + "".join(f"{line}\n" for line in lines),
        name=name or f"so-{title.rsplit(maxsplit=1)[-1]}",
    )


# --- Similar -------------------------------------------------------------------------------------------------------


def test_who_shares_rare_words_comes_first_and_the_page_says_why():
    context = context_of(
        told("Nuôi hươu lấy lộc 1", "chu_de: [y-te]"),
        told("Cùng nuôi hươu lấy lộc ở bản 2", "chu_de: [y-te]"),
        told("Vườn thuốc nam 3", "chu_de: [y-te]"),
        told("Nuôi hươu lấy lộc 4", "linh_vuc: kinh-te"),
        told("Đường hoa 5"),
        told("Tủ sách 6", "linh_vuc: he-thong-chinh-tri"),
    )
    assert similar(context, "so-1") == [
        ("Cùng nuôi hươu lấy lộc ở bản 2", "Cùng chủ đề Y tế; cùng nói về “nuôi hươu lấy lộc”."),
        ("Nuôi hươu lấy lộc 4", "Cùng nói về “nuôi hươu lấy lộc”."),
        ("Vườn thuốc nam 3", "Cùng chủ đề Y tế."),
    ]
    assert [title for title, _ in similar(context, "so-4")] == ["Cùng nuôi hươu lấy lộc ở bản 2", "Nuôi hươu lấy lộc 1"]
    assert similar(context, "so-6") == [], "nobody is like it in anything"


def test_of_two_subjects_in_common_both_are_told_and_a_field_where_there_is_nothing_else():
    context = context_of(
        told("Gom ve chai, lập quỹ khuyến học 1"), told("Lập quỹ khuyến học, gom ve chai 2"), told("Chợ 3")
    )
    assert similar(context, "so-1") == [
        (
            "Lập quỹ khuyến học, gom ve chai 2",
            "Cùng lĩnh vực Văn hóa - xã hội; cùng nói về “gom ve chai”, “lập quỹ khuyến học”.",
        ),
        ("Chợ 3", "Cùng lĩnh vực Văn hóa - xã hội."),
    ]


def test_who_learned_from_whom_is_told_elsewhere_and_not_again():
    context = context_of(
        told("Nuôi hươu lấy lộc 1"), told("Nuôi hươu lấy lộc 2", "hoc_tu: so-1"), told("Nuôi hươu lấy lộc 3")
    )
    for model_id in ("so-1", "so-2"):
        page = foot(context, model_id)
        assert [one.card.title for one in page.similar] == ["Nuôi hươu lấy lộc 3"]
        assert page.local == ()


def test_among_many_that_are_alike_a_model_finds_those_that_share_most():
    subjects = ("gom ve chai", "nuôi hươu sao", "trồng rau sạch", "lắp đèn đường", "dạy trẻ bơi")
    context = context_of(
        *(told(f"Xóm nhỏ {subject} {number}-{place}") for place, subject in enumerate(subjects) for number in range(40))
    )
    for place, subject in enumerate(subjects):
        found = similar(context, f"so-17-{place}")
        assert len(found) == 3
        assert all(subject in title for title, _ in found)


def test_a_model_alone_has_nobody_round_it():
    page = foot(context_of(told("Chợ 1")), "so-1")
    assert (page.similar, page.local, page.places, page.before, page.after) == ((), (), (), None, None)
    assert (page.list.label, page.list.address) == ("Văn hóa - xã hội", "linh-vuc/van-hoa-xa-hoi/")


@pytest.mark.slow
def test_every_real_model_is_like_three_others_and_says_why():
    context = ViewContext(inputs_of_folder(ROOT / "models"))
    for summary in context.shared(catalogue).models:
        page = foot(context, summary.id)
        assert len(page.similar) == 3
        assert all(one.why.startswith("Cùng ") and one.why.endswith(".") for one in page.similar)
        addresses = [one.card.address for one in page.similar] + [link.address for link in page.local]
        assert len({*addresses, f"mo-hinh/{summary.id}/"}) == len(addresses) + 1, "nothing is told twice"
    similar = foot(context, "hoang-mai-mat-bang-cao-toc-bac-nam").similar
    assert "mo-hinh/thuy-khue-mat-bang-muong-thoat-nuoc/" in [one.card.address for one in similar]
    assert all("“giải phóng mặt bằng”" in one.why for one in similar)


# --- Of the same place ---------------------------------------------------------------------------------------------

COMMUNE = "dia_diem: [{noi: 'phường Quỳnh Mai, tỉnh Nghệ An'}]"
DISTRICT = "dia_diem: [{noi: 'thị xã Hoàng Mai, tỉnh Nghệ An'}]"
PROVINCE = "dia_diem: [{noi: 'tỉnh Nghệ An'}]"


def local(context: Context, model_id: str) -> list[str]:
    return [link.label for link in foot(context, model_id).local]


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
    context = context_of(*(told(f"Tủ {place}", *more) for place, more in enumerate(fields(*lines))))
    assert local(context, "so-0") == found


def test_others_of_a_place_follow_as_in_its_list_and_go_round():
    context = context_of(*(told(f"Chợ {at}", COMMUNE, f"ngay_dang: 2026-11-{20 - at}") for at in range(9)))
    page = foot(context, "so-5")
    assert not {link.label for link in page.local} & {one.card.title for one in page.similar}
    ring = [f"Chợ {at}" for at in (6, 7, 8, 0, 1, 2)]
    assert [link.label for link in page.local] == [
        title for title in ring if title not in dict(similar(context, "so-5"))
    ][:3]
    assert page.local[0].note == "2022"
    assert [(link.label, link.address) for link in page.places] == [
        ("Phường Quỳnh Mai", "dia-phuong/nghe-an/quynh-mai/"),
        ("Tỉnh Nghệ An", "dia-phuong/nghe-an/"),
    ]


# --- Before and after ----------------------------------------------------------------------------------------------


def test_a_page_leads_to_those_before_and_after_it_in_its_field():
    days = [told(f"Chợ {at}", f"ngay_dang: 2026-11-{20 - at}") for at in range(3)]
    context = context_of(*days, told("Rừng 9", "linh_vuc: kinh-te"))
    ways = {at: foot(context, f"so-{at}") for at in range(3)}
    assert [(page.before and page.before.label, page.after and page.after.label) for page in ways.values()] == [
        (None, "Chợ 1"),
        ("Chợ 0", "Chợ 2"),
        ("Chợ 1", None),
    ]


# --- Steps to follow -----------------------------------------------------------------------------------------------


def test_a_theme_leads_to_its_models_with_steps_from_everywhere():
    context = context_of(
        told("Chợ 1", "chu_de: [y-te]", STEPS), told("Chợ 2", "chu_de: [y-te, chuyen-doi-so]"), told("Chợ 3", STEPS)
    )
    guided = view_at(context, "chu-de/y-te/lam-theo/")
    assert [card.title for card in guided.cards] == ["Chợ 1"]
    assert (guided.title, guided.lead.replace("\u00a0", " ")) == (
        "Y tế: có hướng dẫn làm theo",
        "1 mô hình kể rõ từng bước để nơi khác làm theo.",
    )
    assert "chu-de/chuyen-doi-so/lam-theo/" not in context.shared(listings)
    line = [(link.label, link.address, link.count) for link in view_at(context, "chu-de/y-te/").line.links]
    assert ("Có hướng dẫn làm theo", "chu-de/y-te/lam-theo/", 1) in line
    others = view_at(context, "chu-de/chuyen-doi-so/").line.links
    assert "Có hướng dẫn làm theo" not in {link.label for link in others}
    front, themes = view_at(context, "").needs, [door.link for door in view_at(context, "chu-de/").doors]
    assert sorted(front, key=themes.index) == themes
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


def inputs_with(texts: dict[str, dict[str, str]]) -> Inputs:
    """The inputs of models of which each is given as lines by key."""
    written = {
        name: "".join(f"{key}: {value}\n" for key, value in lines.items() if value) for name, lines in texts.items()
    }
    return inputs_of(*(model(text, name=name) for name, text in written.items()))


@pytest.mark.parametrize(("seed", "edits"), [(3, 3), pytest.param(0, 7, marks=pytest.mark.slow)])
def test_a_page_that_would_be_another_is_due(seed, edits):
    """After any edit: whatever is not due would be made the same; and few pages are due that would."""
    chance = random.Random(seed)
    texts = {f"so-{number}": {key: chance.choice(values) for key, values in CHOICES.items()} for number in range(45)}
    texts["so-1"]["hoc_tu"] = texts["so-2"]["hoc_tu"] = ""
    before, history = make_all(inputs_with(texts))
    changed_pages = 0
    for _ in range(edits):
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
        after = inputs_with(texts)
        due_now = due(history, after)
        views, history = make_all(after)
        changed = {path for path, view in views.items() if before.get(path) != view}
        assert changed - due_now == set()
        changed_pages += len(changed)
        before = views
    assert changed_pages > 100 * edits / 12, "or nothing was edited"


@pytest.mark.slow
def test_a_change_of_one_model_makes_few_other_pages_due():
    subjects = [f"{one} {other}" for one in WORDS for other in ("bên sông", "trên núi", "giữa phố", "ven biển")]
    texts = {
        f"so-{number}": {
            "tieu_de": f"Xóm {number} {subjects[number % 32]}",
            "chu_de": ("[y-te]", "[chuyen-doi-so]")[number % 2],
        }
        for number in range(640)
    }
    _, history = make_all(inputs_with(texts))
    texts["so-300"] |= {"tieu_de": f"Xóm 300 {subjects[12]} khác hẳn"}
    found = {path for path in due(history, inputs_with(texts)) if path.startswith("mo-hinh/so-")}
    assert "mo-hinh/so-300/index.html" in found
    assert len(found) <= 45


@pytest.mark.slow
def test_likeness_does_not_care_in_which_order_sets_are_hashed():
    """Only what is written down in order decides: the same catalogue read twice gives the same rows."""
    models = ViewContext(inputs_of_folder(ROOT / "models")).shared(catalogue).models
    one, other = (make_likeness(models) for _ in range(2))
    assert {model.id: one.near(model.id) for model in models} == {model.id: other.near(model.id) for model in models}
