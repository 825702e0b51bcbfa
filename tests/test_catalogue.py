"""The catalogue: what sound files become, in which order, and who belongs to whom; nothing here knows of pages."""

import random
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from library import checked, context_of, inputs_of_folder
from making import model, photo, report
from project import ROOT, make_project, put, write_model
from showcase.publish.context import Context
from showcase.publish.facts import catalogue as catalogue_in
from showcase.reading import form as forms
from showcase.reading.kinds import Group, Many
from showcase.record.catalogue import Catalogue
from showcase.record.document import Document
from showcase.record.event import Event
from showcase.record.making import UnsoundRecordError, make_model
from showcase.record.model import Model
from showcase.record.report import Report
from showcase.system.gazetteer import load_gazetteer
from showcase.words.collation import sort_key


def catalogue(*models, reports=()) -> Catalogue:
    return context_of(*models, reports=reports).shared(catalogue_in)


def catalogue_of(models: Path) -> Catalogue:
    return Context(inputs_of_folder(models)).shared(catalogue_in)


def one(snippet: str, **more) -> Model:
    return make_model(model(snippet, **more), load_gazetteer())


# --- From a file to a model ----------------------------------------------------------------------------------------


def test_a_small_model_has_what_was_typed_and_nothing_else():
    made = one("")
    assert made.id == "ngoc-chien-duong-sach"
    assert made.path == "models/son-la/ngoc-chien-duong-sach/model.yaml"
    assert made.title == "Tổ tự quản giữ sạch đường làng"
    assert (made.kind, made.subject, made.field) == ("mo-hinh", "tap-the", "van-hoa-xa-hoi")
    assert made.published == date(2026, 11, 20)
    empty = (made.themes, made.level, made.results, made.guide, made.learned_from, made.copies, made.photos, made.note)
    assert empty == ((), "", (), None, "", (), (), "")
    assert (made.contact, made.updated, made.former_ids, made.takedown) == (None, None, (), None)
    assert made.changed == made.published


def test_numbers_dates_and_lists_have_their_types():
    made = one(
        "ket_qua: [{chi_so: Camera, sau: 3.100, truoc: '3,5', nam: 2022, nguon: 1}]\n"
        "chu_de: [y-te, chuyen-doi-so]\ncap_nhat: 21/11/2026\n"
        "lich_su: [{nam: 2021, viec: dang-ky}, {ngay: 19/05/2022, viec: cong-nhan, cap: tinh}]\n"
    )
    (result,) = made.results
    assert (result.after, result.before, result.year, result.source) == (Decimal(3100), Decimal("3.5"), 2022, 1)
    assert made.themes == ("y-te", "chuyen-doi-so")
    assert made.changed == date(2026, 11, 21)
    assert [event.in_year for event in made.history] == [2021, 2022]


def test_what_is_left_out_because_it_goes_without_saying_is_there():
    made = one(
        "anh: [{tep: cho.jpg, mo_ta: Con đường làng rợp hoa., tac_gia: Ban biên tập, giay_phep: cua-du-an}]",
        photos=(photo(),),
    )
    assert [host.role for host in made.hosts] == ["chu-tri"]
    assert [(shot.kind, shot.facts.name) for shot in made.photos] == [("anh", "cho.jpg")]


def test_a_place_comes_with_its_units_of_both_times():
    (locality,) = one("dia_diem: [{noi: 'phường Quỳnh Thiện, thị xã Hoàng Mai, tỉnh Nghệ An', tai: khối 5}]").places
    place = locality.place
    assert (locality.written, locality.detail) == ("phường Quỳnh Thiện, thị xã Hoàng Mai, tỉnh Nghệ An", "khối 5")
    assert (place.commune.full_name, place.province.full_name) == ("phường Hoàng Mai", "tỉnh Nghệ An")
    assert (place.former_commune.full_name, place.former_district.full_name) == (
        "phường Quỳnh Thiện",
        "thị xã Hoàng Mai",
    )


def test_text_is_kept_in_one_form():
    """Typed on a Mac, with an Icelandic eth and a no-break space: the same words for whoever searches and sorts."""
    made = one('tieu_de: "Đường hoa\\u00a0của Ðảng viên"\n')
    assert made.title == "Đường hoa của Đảng viên"


@pytest.mark.parametrize(
    ("form", "record"), [(forms.MODEL, Model), (forms.REPORT, Report), (forms.DOCUMENT, Document), (forms.EVENT, Event)]
)
def test_every_key_of_the_format_has_its_attribute(form, record):
    """One table says how YAML is read and how it goes out; a key without an attribute would be lost in between."""
    names = set(record._fields)
    assert names >= {entry.name for entry in form.entries}


def test_an_unsound_file_never_becomes_a_model():
    unsound = model("dia_diem: [{noi: xã Không Có Ở Đâu}]")
    with pytest.raises(UnsoundRecordError):
        make_model(unsound, load_gazetteer())


def test_models_and_what_is_in_them_cannot_be_changed():
    made = one("")
    with pytest.raises(AttributeError):
        made.title = "Khác"
    with pytest.raises(AttributeError):
        made.places[0].written = "khác"


def test_every_group_of_the_format_is_frozen():
    kinds = [entry.kind.of if isinstance(entry.kind, Many) else entry.kind for entry in forms.MODEL.entries]
    assert sum(isinstance(kind, Group) for kind in kinds) >= 10
    inputs = inputs_of_folder(ROOT / "models")
    models = [inputs.models.model(digest) for digest, _ in inputs.digests.values()]
    parts = {type(part) for one in models for part in (one, *one.places, *one.hosts, *one.history, *one.sources)}
    assert all(issubclass(part, tuple) for part in parts), "named tuples cannot be changed"


# --- Order ---------------------------------------------------------------------------------------------------------


def test_models_stand_newest_first_and_those_of_one_day_by_title():
    models = [
        model("tieu_de: Đường làng sạch đẹp\nngay_dang: 2026-11-20\n", name="ba"),
        model("tieu_de: Dòng sông xanh mát\nngay_dang: 2026-11-20\n", name="hai"),
        model("tieu_de: Ấp văn hóa mới\nngay_dang: 20/11/2026\n", name="mot"),
        model("tieu_de: Dòng sông xanh mát\nngay_dang: 2026-11-20\n", name="bon"),
        model("tieu_de: Vừa đăng hôm nay\nngay_dang: 2026-11-22\n", name="moi"),
    ]
    expected = ["moi", "mot", "bon", "hai", "ba"]
    chance = random.Random(1)
    for _ in range(5):
        chance.shuffle(models)
        assert [made.id for made in catalogue(*models).models] == expected


def test_reports_stand_by_year_newest_first_then_by_title():
    reports = (
        report("nam: 2021\ntieu_de: Cũ hơn cả ở Hà Nội\n", name="a-2021"),
        report("nam: 2023\ntieu_de: Đăng ký ở Hà Nội\n", name="b-2023"),
        report("nam: 2023\ntieu_de: Duy trì ở Hà Nội\n", name="c-2023"),
    )
    assert [made.id for made in catalogue(reports=reports).reports] == ["c-2023", "b-2023", "a-2021"]


def test_the_real_catalogue_is_in_order():
    models = catalogue_of(ROOT / "models").models
    assert len(models) >= 30
    keys = [(-made.published, sort_key(made.title), made.id) for made in models]
    assert keys == sorted(keys)


def test_vocabularies_keep_the_order_of_their_files():
    vocabularies = catalogue(model("")).vocabularies
    assert list(vocabularies.fields.terms) == ["kinh-te", "van-hoa-xa-hoi", "quoc-phong-an-ninh", "he-thong-chinh-tri"]
    assert vocabularies.fields.label("kinh-te") == "Kinh tế"
    assert vocabularies.named("chu-de") is vocabularies.themes


# --- Who belongs to whom -------------------------------------------------------------------------------------------


def family():
    return catalogue(
        model("tieu_de: Thầy của mọi nhà\nduong_dan_cu: [thay-cu]\nda_nhan_rong: [{noi: tỉnh Nghệ An}]\n", name="thay"),
        model("tieu_de: Trò đến sau\nhoc_tu: thay\nlich_su: [{nam: 2024, viec: trien-khai}]\n", name="tro-sau"),
        model("tieu_de: Trò đến trước\nhoc_tu: thay-cu\nlich_su: [{nam: 2023, viec: trien-khai}]\n", name="tro-truoc"),
        model("tieu_de: Cháu của thầy\nhoc_tu: tro-truoc\n", name="chau"),
    )


def test_learners_are_found_from_the_teacher_s_side_the_first_to_learn_first():
    learners = {key: [made.id for made in made] for key, made in family().learners.items()}
    assert learners == {"thay": ["tro-truoc", "tro-sau"], "tro-truoc": ["chau"]}


def test_copies_are_learners_and_places_without_an_entry():
    everything = family()
    copied = {made.id: everything.copied(made) for made in everything.models}
    assert copied == {"thay": 3, "tro-sau": 0, "tro-truoc": 1, "chau": 0}


def test_a_model_is_found_by_the_id_that_it_had():
    everything = family()
    assert everything.by_id["thay-cu"] is everything.by_id["thay"]
    assert set(everything.by_id) == {"thay", "thay-cu", "tro-sau", "tro-truoc", "chau"}


def test_what_was_taken_down_is_on_show_nowhere_and_teaches_nobody():
    everything = catalogue(
        model("tieu_de: Đã gỡ khỏi trang\ngo_bo: {ngay: 2026-11-21, ly_do: Theo đề nghị.}\n", name="da-go"),
        model("tieu_de: Học theo nơi đã gỡ\nhoc_tu: da-go\n", name="hoc-theo"),
    )
    assert [made.id for made in everything.models] == ["hoc-theo"]
    assert [made.id for made in everything.taken_down] == ["da-go"]
    assert "da-go" not in everything.by_id
    assert everything.learners == {}


# --- From a folder -------------------------------------------------------------------------------------------------


@pytest.fixture
def models(tmp_path):
    return make_project(tmp_path, photo=False) / "models"


def test_folders_only_help_people_to_find_files(models):
    before = [made.id for made in catalogue_of(models).models]
    (models / "a/b/c").mkdir(parents=True)
    (models / "son-la/to-tu-quan").rename(models / "a/b/c/to-tu-quan")
    (models / "son-la/duong-hoa").rename(models / "duong-hoa")
    assert [made.id for made in catalogue_of(models).models] == before


def test_what_begins_with_a_dot_or_an_underscore_is_no_model(models):
    for name in ("_nhap", ".git", "_nhap/con"):
        put(models / name / "moi/model.yaml", "tieu_de: x\n")
    assert len(catalogue_of(models).models) == 3


def test_of_several_models_everything_is_told(models):
    write_model(models.parent, "cho-van-minh", "tieu_de: Một hai ba bốn\nlinh_vuc: quoc-phong\ncap: xa\n")
    write_model(models.parent, "to-tu-quan", "tieu_de: Năm sáu bảy tám\nchu_the: nhom\n")
    found = checked(models)
    assert (found.models, found.errors) == (3, 3)
    assert [problem.rule for problem in found.problems] == ["linh_vuc", "lua_chon", "lua_chon"]


def test_the_models_folder_is_named_as_it_was_given(models, monkeypatch):
    monkeypatch.chdir(models)
    assert inputs_of_folder(Path()).settings.models_folder == "."
    assert inputs_of_folder(models).settings.models_folder == models.as_posix()


def test_a_catalogue_made_twice_is_the_same(models):
    one, other = catalogue_of(models), catalogue_of(models)
    assert one.models == other.models
    assert one.reports == other.reports
    assert one.vocabularies == other.vocabularies
