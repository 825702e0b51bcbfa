"""Documents: which one a text names, in which order they stand, and what rests on one."""

from dataclasses import replace

import pytest
from library import ViewContext, inputs_of, view_at
from making import document, model
from showcase.record.catalogue import in_order_of_rank
from showcase.record.cited import Cited
from showcase.record.making import make_document
from showcase.system.gazetteer import load_gazetteer

SON_LA, NGHE_AN = "14", "40"


def made(snippet: str, name: str):
    return make_document(document(snippet, name=name), load_gazetteer())


DOCUMENTS = in_order_of_rank(
    [
        made("so_hieu: 05-CT/TU\nnoi: tỉnh Nghệ An\nco_quan: Tỉnh ủy Nghệ An", "nghe-an"),
        made("so_hieu: 05-CT/TU\nnoi: tỉnh Sơn La\nngay: 2020-01-02", "son-la"),
        made("so_hieu: 05-CT/TW\nngay: 2016-05-15\nnoi:", "trung-uong"),
        made("so_hieu: 11/CT-BCA-V05\nnoi:\npham_vi: Công an nhân dân\nngay: 2021-12-17", "cong-an"),
        made("so_hieu: 10/2022/QH15\nloai: luat\nnoi:\nngay: 2022-11-10", "luat"),
    ]
)


@pytest.mark.parametrize(
    ("text", "province", "named"),
    [
        ("Chỉ thị số 05-CT/TU ngày 23/5/2021", NGHE_AN, "nghe-an"),
        ("Chỉ thị 05 - CT/TU", SON_LA, "son-la"),
        ("05 -ct/tu", "01", None),  # that of Hà Nội is not entered
        ("Chỉ thị số 05 – CT/TW của Bộ Chính trị", "01", "trung-uong"),
        ("theo Luật số 10/2022/QH15.", SON_LA, "luat"),
        ("luat", SON_LA, "luat"),
        ("11/CT-BCA-V05", SON_LA, None),  # a body's own; only its id names it
        ("cong-an", SON_LA, "cong-an"),
        ("Quyết định 123/QĐ-UBND", NGHE_AN, None),
        ("ngày 05/10/2022", SON_LA, None),
        ("", SON_LA, None),
    ],
)
def test_a_text_names_a_document_by_its_number_or_its_id(text, province, named):
    found = Cited(DOCUMENTS).find(text, {province})
    assert [one.id for one in found] == ([named] if named else [])


def test_documents_stand_by_rank_then_the_newest_first():
    assert [one.id for one in DOCUMENTS] == ["luat", "cong-an", "nghe-an", "son-la", "trung-uong"]


def test_a_model_and_the_document_that_its_history_names_lead_to_each_other():
    of_son_la = model("""\
lich_su:
  - nam: 2022
    viec: dang-ky
    van_ban: Chỉ thị số 05-CT/TU
  - nam: 2023
    viec: cong-nhan
    van_ban: Quyết định 77-QĐ/HU
""")
    context = ViewContext(replace(inputs_of(of_son_la), documents=DOCUMENTS))
    page = view_at(context, "mo-hinh/ngoc-chien-duong-sach/")
    assert [(moment.document and moment.document.address, moment.details) for moment in page.moments] == [
        ("van-ban/son-la/", ()),
        (None, ("Quyết định 77-QĐ/HU",)),
    ]
    assert [link.address for link in view_at(context, "van-ban/son-la/").named_by] == ["mo-hinh/ngoc-chien-duong-sach/"]
    assert view_at(context, "van-ban/nghe-an/").named_by == ()


def test_a_document_says_where_it_holds_and_what_took_its_place():
    documents = in_order_of_rank(
        [
            made(
                "so_hieu: 34/2007/PL-UBTVQH11\nloai: phap-lenh\nnoi:\nthay_boi: luat\nhet_hieu_luc: 2023-07-01",
                "phap-lenh",
            ),
            made("so_hieu: 10/2022/QH15\nloai: luat\nnoi:\nhieu_luc_tu: 2023-07-01\nngay: 2022-11-10", "luat"),
            made("loai: ke-hoach\nso_hieu:\nnoi: thành phố Trà Vinh, tỉnh Trà Vinh", "tra-vinh"),
        ]
    )
    context = ViewContext(replace(inputs_of(), documents=documents))
    old, new, city = (view_at(context, f"van-ban/{name}/") for name in ("phap-lenh", "luat", "tra-vinh"))
    assert old.newer.label == "Luật 10/2022/QH15"
    assert [link.label for link in new.replaces] == ["Pháp lệnh 34/2007/PL-UBTVQH11"]
    assert dict(new.facts)["Áp dụng"] == "Cả nước"
    assert city.name == "Kế hoạch năm 2021"
    assert dict(city.facts)["Áp dụng"] == "Thành phố Trà Vinh, tỉnh Trà Vinh (nay thuộc tỉnh Vĩnh Long)"
    listed = view_at(context, "van-ban/")
    assert [(group.title, [line.is_over for line in group.lines]) for group in listed.groups] == [
        ("Luật", [False]),
        ("Pháp lệnh", [True]),
        ("Kế hoạch", [False]),
    ]


def test_without_documents_the_list_is_there_and_empty():
    """Every page leads to it."""
    assert view_at(ViewContext(inputs_of()), "van-ban/").groups == ()
