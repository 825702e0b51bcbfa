"""Events: when they were, who won, which models were shown, and the calendar that another program reads."""

from dataclasses import replace
from datetime import date

import icalendar
import pytest
from library import ViewContext, inputs_of, view_at
from making import document, event, model
from showcase.publish.site import all_outputs
from showcase.record.catalogue import latest_first
from showcase.record.making import make_document, make_event
from showcase.system.gazetteer import load_gazetteer
from showcase.views.event_page import event_when


def made(snippet: str = "", name: str = "hoi-thi", without: tuple[str, ...] = ()):
    return make_event(event(snippet, name=name, without=without), load_gazetteer())


def context_with(*events, models=(), documents=()):
    inputs = replace(inputs_of(*models), events=latest_first(events))
    return ViewContext(replace(inputs, documents=tuple(make_document(one, load_gazetteer()) for one in documents)))


@pytest.mark.parametrize(
    ("snippet", "said"),
    [
        ("nam: 2024", "Năm 2024"),
        ("ngay: 2024-10-15", "15/10/2024"),
        ("tu_ngay: 2018-11-08\nden_ngay: 2018-11-09", "8–09/11/2018"),
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
