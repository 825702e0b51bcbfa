"""Events: when they were, who won, which models were shown, and the calendar that another program reads."""

from dataclasses import replace
from datetime import date

import icalendar
import pytest
from library import ViewContext, inputs_of, view_at
from making import document, event, model, photo
from showcase.publish.site import all_outputs
from showcase.record.catalogue import latest_first
from showcase.record.making import make_document, make_event
from showcase.record.photo import PhotoFacts
from showcase.system.gazetteer import load_gazetteer
from showcase.views.event_page import event_when


def made(snippet: str = "", name: str = "hoi-thi", without: tuple[str, ...] = (), photos: tuple[PhotoFacts, ...] = ()):
    return make_event(event(snippet, name=name, without=without, photos=photos), load_gazetteer())


def context_with(*events, models=(), documents=()):
    inputs = replace(inputs_of(*models), events=latest_first(events))
    return ViewContext(replace(inputs, documents=tuple(make_document(one, load_gazetteer()) for one in documents)))


@pytest.mark.parametrize(
    ("snippet", "said"),
    [
        ("nam: 2024", "Năm 2024"),
        ("ngay: 2024-10-15", "15/10/2024"),
        ("tu_ngay: 2018-11-08\nden_ngay: 2018-11-09", "08–09/11/2018"),
        ("tu_ngay: 2013-10-30\nden_ngay: 2013-11-02", "30/10–02/11/2013"),
        ("tu_ngay: 2018-07-19\nden_ngay: 2019-04-02", "19/07/2018–02/04/2019"),
    ],
)
def test_the_time_is_said_as_one_says_it(snippet, said):
    assert event_when(made(snippet, without=("ngay",))) == said


def test_events_stand_by_year_the_latest_first():
    page = view_at(
        context_with(
            made("nam: 2024", "chua-ro-ngay", without=("ngay",)),
            made("ngay: 2024-10-15", "thang-muoi"),
            made("ngay: 2025-01-02", "nam-sau"),
        ),
        "su-kien/",
    )
    assert [(year.year, [line.address for line in year.lines]) for year in page.years] == [
        (2025, ["su-kien/nam-sau/"]),
        (2024, ["su-kien/thang-muoi/", "su-kien/chua-ro-ngay/"]),
    ]


def test_an_event_and_the_models_shown_there_lead_to_each_other():
    former = model("duong_dan_cu: [duong-cu]\n", name="duong-hoa")
    contest = made("mo_hinh: [duong-cu, duong-hoa]\ntieu_de: Hội thi lớn của tỉnh")
    context = context_with(contest, models=(former,))
    assert [link.address for link in view_at(context, "su-kien/hoi-thi/").models] == ["mo-hinh/duong-hoa/"]
    assert [link.label for link in view_at(context, "mo-hinh/duong-hoa/").events] == ["Hội thi lớn của tỉnh"]


def test_an_event_and_the_document_that_it_names_lead_to_each_other():
    context = context_with(
        made("noi_dung: Hội thi mở theo Chỉ thị số 11-CT/TU, cả xã cùng đến xem và cổ vũ."), documents=[document()]
    )
    assert [link.label for link in view_at(context, "su-kien/hoi-thi/").documents] == ["Chỉ thị 11-CT/TU"]
    assert [link.address for link in view_at(context, "van-ban/chi-thi-11-son-la/").named_by] == ["su-kien/hoi-thi/"]


def test_a_province_leads_to_its_events():
    context = context_with(made(), models=(model(),))
    groups = {group.title: group.links for group in view_at(context, "dia-phuong/son-la/").groups}
    assert [link.address for link in groups["Hội thi, ngày hội, tọa đàm"]] == ["su-kien/hoi-thi/"]
    others = {group.title: group.links for group in view_at(context, "dia-phuong/ha-noi/").groups}
    assert others["Hội thi, ngày hội, tọa đàm"] == ()


def test_rounds_awards_and_figures_are_said_in_words():
    page = view_at(
        context_with(
            made("""\
vong:
  - ten: Sơ khảo
    so_cum: 6
    so_doi: 35
    cum: [{ten: Cụm 2, don_vi: [huyện Gia Lâm, huyện Mê Linh]}]
    doi: [{ten: Đội hoa ban, don_vi: xã Ngọc Chiến}, {ten: Đội suối}]
giai:
  - ten: Giải Nhất
    doi: Đội hoa ban
    don_vi: xã Ngọc Chiến
  - ten: Giải Nhì
so_khac:
  - {ten: Thí sinh, so: 400, xap_xi: gan, don_vi_tinh: người}
""")
        ),
        "su-kien/hoi-thi/",
    )
    (first,) = page.rounds
    assert first.about == ("6\u00a0cụm", "35\u00a0đội")
    assert first.clusters == (("Cụm 2", ("huyện Gia Lâm", "huyện Mê Linh")),)
    assert first.teams == ("Đội hoa ban (xã Ngọc Chiến)", "Đội suối")
    assert page.awards == (("Giải Nhất", "Đội hoa ban, xã Ngọc Chiến"), ("Giải Nhì", ""))
    assert page.numbers == (("Thí sinh", "gần\u00a0400\u00a0người", ""),)


def test_the_calendar_is_read_by_another_program():
    events = [
        made("tieu_de: Hội thi “Dân vận khéo”, vòng tỉnh; chung khảo", "mot-ngay"),
        made("tu_ngay: 2018-11-08\nden_ngay: 2018-11-09", "hai-ngay", without=("ngay",)),
        made("nam: 2020", "chi-biet-nam", without=("ngay",)),
    ]
    context = context_with(*events)
    data = next(one for one in all_outputs(context) if one.path == "su-kien/lich.ics").bytes_of(context)
    entries = {str(one["uid"]): one for one in icalendar.Calendar.from_ical(data).walk("VEVENT")}
    assert entries.keys() == {"su-kien/mot-ngay/@dan-van-kheo", "su-kien/hai-ngay/@dan-van-kheo"}
    one, two = entries["su-kien/mot-ngay/@dan-van-kheo"], entries["su-kien/hai-ngay/@dan-van-kheo"]
    assert (one["dtstart"].dt, one["dtend"].dt) == (date(2026, 10, 15), date(2026, 10, 16))
    assert (two["dtstart"].dt, two["dtend"].dt) == (date(2018, 11, 8), date(2018, 11, 10))
    assert str(one["summary"]) == "Hội thi “Dân vận khéo”, vòng tỉnh; chung khảo"
    assert all(len(line) <= 75 for line in data.splitlines())
    assert data == next(o for o in all_outputs(context) if o.path == "su-kien/lich.ics").bytes_of(context)


TAKEN_DOWN = "tieu_de: Ngày hội xin gỡ\nduong_dan_cu: [ngay-hoi-cu]\ngo_bo: {ngay: 2026-11-21, ly_do: Theo đề nghị.}\n"


def test_of_an_event_that_was_taken_down_a_notice_stays():
    context = context_with(
        made(), made(f"{TAKEN_DOWN}mo_hinh: [duong-hoa]\n", "ngay-hoi"), models=(model(name="duong-hoa"),)
    )
    notice = view_at(context, "su-kien/ngay-hoi/")
    assert (notice.title, notice.day, notice.reason) == ("Sự kiện này đã được gỡ", "21/11/2026", "Theo đề nghị.")
    (output,) = [output for output in all_outputs(context) if output.address == "su-kien/ngay-hoi/"]
    assert not output.is_indexed
    assert view_at(context, "su-kien/ngay-hoi-cu/").target == "su-kien/ngay-hoi/"
    assert [line.address for year in view_at(context, "su-kien/").years for line in year.lines] == ["su-kien/hoi-thi/"]
    assert view_at(context, "mo-hinh/duong-hoa/").events == ()


def test_a_former_address_leads_to_today_s_and_has_its_head():
    context = context_with(made("tieu_de: Hội thi lớn của tỉnh\nduong_dan_cu: [hoi-thi-2026]\n"))
    former = view_at(context, "su-kien/hoi-thi-2026/")
    assert (former.target, former.head.title) == ("su-kien/hoi-thi/", "Hội thi lớn của tỉnh")
    assert former.head.leads_to == "su-kien/hoi-thi/"


PHOTOS = """\
noi_dung: Các đội ![cùng lên sân khấu](doi.jpg) rồi bà con chấm điểm ngay tại chỗ.
anh:
  - {tep: cho.jpg, mo_ta: Các đội chào khán giả, chu_thich: Đêm chung khảo., tac_gia: Đài xã, giay_phep: duoc-phep, nguoi: tap-the}
  - {tep: doi.jpg, mo_ta: Một đội diễn tiểu phẩm, tac_gia: Đài xã, giay_phep: duoc-phep, nguoi: tap-the}
  - {tep: giai.jpg, mo_ta: Lễ trao giải cuối ngày, tac_gia: Đài xã, giay_phep: CC-BY-4.0, nguoi: tap-the}
  - {tep: rut.jpg, mo_ta: Một người xin được rút ảnh, tac_gia: Đài xã, giay_phep: duoc-phep, nguoi: nhan-dien-duoc, dong_y: co, rut_dong_y: co}
"""


def test_photos_stand_at_the_head_in_the_story_and_below_each_once_and_what_was_withdrawn_nowhere():
    files = tuple(photo(name) for name in ("cho.jpg", "doi.jpg", "giai.jpg", "rut.jpg"))
    context = context_with(made(PHOTOS, photos=files))
    page = view_at(context, "su-kien/hoi-thi/")
    assert (page.picture.caption, page.picture.credit) == ("Đêm chung khảo.", "Ảnh: Đài xã (được phép sử dụng)")
    assert page.pictures.keys() == {"cho.jpg", "doi.jpg", "giai.jpg"}
    assert [one.alternative for one in page.gallery] == ["Lễ trao giải cuối ngày"]
    assert page.head.image.path == page.picture.largest
    pictures = [one for one in all_outputs(context) if one.path.startswith("anh/")]
    assert {one.owner for one in pictures} == {"su-kien:hoi-thi"}
    assert {one.key[0] for one in pictures} == {f"models/_events/hoi-thi/{name}" for name in page.pictures}
