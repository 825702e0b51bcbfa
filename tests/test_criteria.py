"""Sets of criteria: on whose page they stand, who shares one, and what is said where the source lists nothing."""

from dataclasses import replace

from library import ViewContext, inputs_of, view_at
from making import document, model
from showcase.record.making import make_document
from showcase.system.gazetteer import load_gazetteer

UNLISTED = "tieu_chi: [{ten: '5 không', nhom: [{ten: 5 không}]}]\n"
LISTED = "tieu_chi: [{ten: '5 không', nhom: [{ten: 5 không, muc: [a, b, c, d, e]}]}]\n"
HOLDER = make_document(
    document("tieu_chi: [{ten: Bốn khéo, nhom: [{ten: 4 khéo}]}]\n", name="huong-dan"), load_gazetteer()
)


def context():
    models = (
        model(f"tieu_de: Tổ thứ nhất của xã\n{UNLISTED}", name="mot"),
        model(f"tieu_de: Tổ thứ hai của xã\n{UNLISTED}", name="hai"),
        model(f"tieu_de: Tổ thứ ba của xã\n{LISTED}", name="ba"),
        model("tieu_de: Tổ thứ tư của xã\ntieu_chi: [{theo: huong-dan}, {ten: VietGAP}]\n", name="bon"),
        model("tieu_de: Tổ thứ năm của xã\n", name="nam"),
    )
    return ViewContext(replace(inputs_of(*models), documents=(HOLDER,)))


def test_a_set_is_one_where_every_word_of_it_is():
    """“5 không” of one place is not “5 không” of another, unless both list the same, or both nothing."""
    sets = view_at(context(), "tieu-chi/").sets
    assert [(one.anchor, one.criteria.name, [user.label for user in one.users]) for one in sets] == [
        ("5-khong", "5 không", ["Tổ thứ hai của xã", "Tổ thứ nhất của xã"]),
        ("5-khong-2", "5 không", ["Tổ thứ ba của xã"]),
        ("bon-kheo", "Bốn khéo", ["Chỉ thị 11-CT/TU", "Tổ thứ tư của xã"]),
        ("vietgap", "VietGAP", ["Tổ thứ tư của xã"]),
    ]


def test_the_page_of_a_model_shows_its_sets_and_whose_they_are():
    shown = view_at(context(), "mo-hinh/bon/").criteria
    assert [(one.name, one.groups, one.whose.address if one.whose else "") for one in shown] == [
        ("Bốn khéo", (("4 khéo", ()),), "van-ban/huong-dan/"),
        ("VietGAP", (), ""),
    ]
    assert view_at(context(), "mo-hinh/nam/").criteria == ()
    assert [one.name for one in view_at(context(), "van-ban/huong-dan/").criteria] == ["Bốn khéo"]


def test_a_set_that_many_use_names_a_dozen_and_counts_the_others():
    models = [model(f"tieu_de: Tổ thứ {at} của xã\n{UNLISTED}", name=f"to-{at}") for at in range(30)]
    (one,) = view_at(ViewContext(inputs_of(*models)), "tieu-chi/").sets
    assert (len(one.users), one.more) == (12, 18)
