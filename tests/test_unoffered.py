"""A model that is not offered stands in lists, in the data and in the search, and no other page leads to it."""

from dataclasses import replace

import pytest
from library import MadeHost, context_of, inputs_of, inputs_of_folder, made, view_at, views_of
from making import model
from project import ROOT
from showcase.publish import list_pages, steering_pages
from showcase.publish.context import Context
from showcase.publish.facts import catalogue
from showcase.publish.site import all_outputs
from showcase.views.door import by_standing
from showcase.views.model_page import ModelPage

UNOFFERED = "khong_de_xuat: co\nluu_y: Quy định nêu trong bài nay đã đổi.\n"
SHARED = "linh_vuc: kinh-te\nchu_de: [y-te]\nlam_theo: {buoc: [Họp xóm., Chia phần.]}\n"


def models(more: str = ""):
    """Five of one place, field and theme, so like each other that each would tell of all others; the third is not offered."""
    return [
        model(f"tieu_de: Tổ liên gia giữ xóm số {at}\n{SHARED}{more if at == 3 else ''}", name=f"to-{at}")
        for at in range(1, 6)
    ]


def pages_that_lead_to(name: str, *made_of) -> set[str]:
    """The addresses of the pages of others that hold a link to a model."""
    context = Context(replace(inputs_of(*made_of), host=MadeHost()))
    own = f"mo-hinh/{name}/"
    pages = {output.address: output.bytes_of(context).decode() for output in all_outputs(context) if output.about}
    return {where for where, page in pages.items() if f'{own}"' in page and not where.startswith(own)}


def lists(context: Context) -> set[str]:
    """The lists that readers browse, and those that tell who steers what a model lacks."""
    lacking = {output.address for output in steering_pages.outputs(context) if output.address.endswith("/con-thieu/")}
    return {output.address for output in list_pages.outputs(context)} | lacking


@pytest.mark.slow
def test_only_lists_lead_to_it():
    leading = pages_that_lead_to("to-3", *models(UNOFFERED))
    assert leading
    assert leading <= lists(context_of(*models(UNOFFERED)))
    assert {"mo-hinh/", "chu-de/y-te/", "linh-vuc/kinh-te/", "dia-phuong/son-la/"} <= leading
    assert "chu-de/y-te/lam-theo/" not in leading, "what one may follow"


@pytest.mark.slow
def test_the_real_one_is_led_to_by_lists_alone():
    context = Context(inputs_of_folder(ROOT / "models"))
    outputs = [output for output in all_outputs(context) if output.about]
    own = "mo-hinh/hoang-mai-khong-sinh-con-thu-ba/"
    leading = {output.address for output in outputs if f'{own}"' in output.bytes_of(context).decode()} - {own}
    assert "chu-de/y-te/" in leading
    assert leading <= lists(context)


@pytest.mark.slow
def test_all_kinds_of_pages_would_lead_to_it():
    """The same of a model that is offered, or the test above would prove nothing."""
    leading = pages_that_lead_to("to-3", *models())
    assert {"", "chu-de/", "linh-vuc/", "dia-phuong/", "mo-hinh/to-2/", "mo-hinh/to-4/"} <= leading


def test_its_own_page_leads_on_and_has_its_notice_first():
    page: ModelPage = view_at(context_of(*models(UNOFFERED)), "mo-hinh/to-3/")
    assert page.notice == "Quy định nêu trong bài nay đã đổi."
    assert len(page.around.similar) == 3
    assert view_at(context_of(*models(UNOFFERED)), "mo-hinh/to-3/lam-theo/").notice == page.notice


def test_others_have_as_many_beside_them_as_before():
    for context, name in ((context_of(*models(UNOFFERED)), "to-2"), (context_of(*models()), "to-2")):
        around = view_at(context, f"mo-hinh/{name}/").around
        assert len(around.similar) == 3
        assert around.before
        assert around.after


def test_it_opens_no_list_though_it_is_the_newest():
    newest = model(f"ngay_dang: 2026-11-21\n{UNOFFERED}", name="moi-nhat")
    context = context_of(newest, model(name="cu-hon"))
    (listing, *_) = [made(context, output) for output in list_pages.outputs(context) if output.address == "mo-hinh/"]
    assert [(card.address, card.is_offered) for card in listing.cards] == [
        ("mo-hinh/moi-nhat/", False),
        ("mo-hinh/cu-hon/", True),
    ]
    html = Context(inputs_of(newest, model(name="cu-hon")))
    page = next(output for output in all_outputs(html) if output.about and output.address == "mo-hinh/")
    assert "dv-cards--lead" not in page.bytes_of(html).decode()
    assert [one.id for one in by_standing(context.shared(catalogue))] == ["cu-hon"]


def test_alone_it_leaves_a_site_that_is_whole():
    views = views_of(context_of(model(UNOFFERED, name="mot-minh")))
    assert views[""].lead is None
    assert not views[""].newest
    assert all(door.lead is None for door in views["linh-vuc/"].doors)


@pytest.mark.parametrize("offered", [True, False])
def test_a_family_is_led_to_where_its_first_model_is_offered(offered):
    root = model(
        f"da_nhan_rong: [{{noi: tỉnh Cao Bằng}}, {{noi: tỉnh Lạng Sơn}}]\n{'' if offered else UNOFFERED}", name="goc-re"
    )
    context = context_of(root)
    assert len(view_at(context, "lan-toa/").rows) == offered
    assert len(view_at(context, "").spread) == offered
    assert view_at(context, "lan-toa/goc-re/").root.label, "its tree stays where it is"


def test_a_card_says_that_there_is_a_notice():
    context = Context(inputs_of(model("luu_y: Mùa mưa đường này ngập.", name="co-luu-y")))
    page = next(output for output in all_outputs(context) if output.about and output.address == "mo-hinh/")
    assert "có lưu ý" in page.bytes_of(context).decode()
