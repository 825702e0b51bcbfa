"""Open data: what editors typed, by the same keys, as plain JSON; places resolved, numbers as numbers, dates as ISO."""

import json
import shutil
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from library import MadeHost, inputs_of_folder, made
from making import written
from project import ROOT, make_project, put, write_model
from showcase.publish.context import Context
from showcase.publish.site import all_outputs
from showcase.reading import form as forms
from showcase.reading.kinds import Form, Group, Many
from showcase.views import address
from showcase.words.dates import read_date
from showcase.words.numbers import read_number

EXAMPLE = """\
tieu_de: Lắp 3.100 camera “mắt thần”
tom_tat: Bốn phường góp tiền lắp camera ở các ngõ, công an và tổ dân phố cùng xem.
loai: dien-hinh
chu_the: tap-the
linh_vuc: quoc-phong-an-ninh
chu_de:
  - chuyen-doi-so
cap: huyen
dia_diem:
  - noi: phường Quỳnh Thiện, thị xã Hoàng Mai, tỉnh Nghệ An
    tai: khối 5
  - noi: phường Đồng Xuân, quận Hoàn Kiếm, Hà Nội
    hien_nay: phường Hoàn Kiếm
  - noi: thị xã Hoàng Mai, Nghệ An
  - noi: xã Ngọc Chiến, tỉnh Sơn La
  - noi: thành phố Huế
lich_su:
  - ngay: 19/05/2022
    viec: trien-khai
    van_ban: 01/KH-UBND
  - nam: 2023
    viec: cong-nhan
ket_qua:
  - chi_so: Camera đã lắp
    truoc: 0
    sau: 3.100
    xap_xi: hon
    don_vi_tinh: chiếc
    nguon: 1
  - chi_so: Số vụ trộm
    truoc: 3,5
    sau: 008
hoc_tu: cho-van-minh
da_nhan_rong:
  - noi: huyện Thuận Thành, tỉnh Bắc Ninh
    nam: 2024
ngay_dang: 20/11/2026
cap_nhat: 2026-11-21
"""


def data_of(models: Path) -> bytes:
    """What a build writes of a folder of models."""
    context = Context(inputs_of_folder(models))
    path = f"{address.DATA}mo-hinh.json"
    (output,) = (one for one in all_outputs(context) if one.path == path)
    return made(context, output)


def rows_of(project: Path) -> list[dict[str, object]]:
    return json.loads(data_of(project / "models"))["mo_hinh"]


@pytest.fixture
def project(tmp_path):
    return make_project(tmp_path, photo=False)


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    """What becomes of the example, read back from the bytes of the file."""
    project = make_project(tmp_path_factory.mktemp("project"), photo=False)
    write_model(project, "camera-mat-than", EXAMPLE)
    return next(row for row in rows_of(project) if row["id"] == "camera-mat-than")


# --- One model -----------------------------------------------------------------------------------------------------


def test_a_model_has_its_keys_in_the_order_of_the_format_after_its_id_and_its_address(example):
    assert list(example) == [
        "id",
        "duong_dan",
        "tieu_de",
        "tom_tat",
        "loai",
        "chu_the",
        "linh_vuc",
        "chu_de",
        "cap",
        "dia_diem",
        "don_vi",
        "lich_su",
        "ket_qua",
        "noi_dung",
        "hoc_tu",
        "da_nhan_rong",
        "nguon",
        "ngay_dang",
        "cap_nhat",
    ]
    assert example["id"] == "camera-mat-than"
    assert example["duong_dan"] == "mo-hinh/camera-mat-than/"
    assert example["tieu_de"] == "Lắp 3.100 camera “mắt thần”"


def test_a_former_place_says_what_it_is_today_and_what_it_was(example):
    assert example["dia_diem"][0] == {
        "noi": "phường Quỳnh Thiện, thị xã Hoàng Mai, tỉnh Nghệ An",
        "tai": "khối 5",
        "hien_nay": {"tinh": {"ma": "40", "ten": "tỉnh Nghệ An"}, "xa": {"ma": "17110", "ten": "phường Hoàng Mai"}},
        "truoc_day": {
            "tinh": {"ma": "40", "ten": "tỉnh Nghệ An"},
            "huyen": {"ma": "432", "ten": "thị xã Hoàng Mai"},
            "xa": {"ma": "17110", "ten": "phường Quỳnh Thiện"},
        },
    }


def test_what_an_editor_wrote_as_today_s_name_becomes_today_s_units(example):
    """The text of `hien_nay` is a help for reading `noi`; the units are what it helped to find."""
    place = example["dia_diem"][1]
    assert list(place) == ["noi", "hien_nay", "truoc_day"]
    assert place["hien_nay"] == {
        "tinh": {"ma": "01", "ten": "thành phố Hà Nội"},
        "xa": {"ma": "00070", "ten": "phường Hoàn Kiếm"},
    }
    assert place["truoc_day"]["xa"]["ten"] == "phường Đồng Xuân"


def test_a_former_district_has_no_commune_of_either_time(example):
    place = example["dia_diem"][2]
    assert place["hien_nay"] == {"tinh": {"ma": "40", "ten": "tỉnh Nghệ An"}, "xa": None}
    assert place["truoc_day"] == {
        "tinh": {"ma": "40", "ten": "tỉnh Nghệ An"},
        "huyen": {"ma": "432", "ten": "thị xã Hoàng Mai"},
        "xa": None,
    }


@pytest.mark.parametrize(
    ("at", "today"),
    [
        (3, {"tinh": {"ma": "14", "ten": "tỉnh Sơn La"}, "xa": {"ma": "03820", "ten": "xã Ngọc Chiến"}}),
        (4, {"tinh": {"ma": "46", "ten": "thành phố Huế"}, "xa": None}),
    ],
)
def test_a_place_of_today_was_nothing_before(example, at, today):
    place = example["dia_diem"][at]
    assert (place["hien_nay"], place["truoc_day"]) == (today, None)


def test_a_copy_has_a_place_like_any_other(example):
    """Who groups the data by place need not know in which list a place stands."""
    (copy,) = example["da_nhan_rong"]
    assert copy == {
        "noi": "huyện Thuận Thành, tỉnh Bắc Ninh",
        "hien_nay": {"tinh": {"ma": "24", "ten": "tỉnh Bắc Ninh"}, "xa": None},
        "nam": 2024,
        "truoc_day": {
            "tinh": {"ma": "27", "ten": "tỉnh Bắc Ninh"},
            "huyen": {"ma": "262", "ten": "thị xã Thuận Thành"},
            "xa": None,
        },
    }


def test_numbers_are_numbers_and_dates_are_iso(example):
    assert example["ket_qua"] == [
        {
            "chi_so": "Camera đã lắp",
            "truoc": 0,
            "sau": 3100,
            "don_vi_tinh": "chiếc",
            "xap_xi": "hon",
            "nguon": 1,
        },
        {"chi_so": "Số vụ trộm", "truoc": 3.5, "sau": 8},
    ]
    assert [type(result["truoc"]) for result in example["ket_qua"]] == [int, float]
    assert example["lich_su"][0] == {"ngay": "2022-05-19", "viec": "trien-khai", "van_ban": "01/KH-UBND"}
    assert example["lich_su"][1] == {"nam": 2023, "viec": "cong-nhan"}
    assert (example["ngay_dang"], example["cap_nhat"]) == ("2026-11-20", "2026-11-21")


def test_what_an_editor_may_leave_out_because_it_goes_without_saying_is_said(example):
    (host,) = example["don_vi"]
    assert host == {"ten": "Hội Phụ nữ xã Ngọc Chiến", "loai": "hoi-phu-nu", "vai_tro": "chu-tri"}


# --- All models ----------------------------------------------------------------------------------------------------


def test_the_file_says_its_version_and_holds_every_model_by_id(project):
    data = json.loads(data_of(project / "models"))
    assert list(data) == ["phien_ban", "mo_hinh"]
    assert data["phien_ban"] == 1
    assert [row["id"] for row in data["mo_hinh"]] == ["cho-van-minh", "duong-hoa", "to-tu-quan"]


def test_no_model_is_no_row(project):
    shutil.rmtree(project / "models/son-la")
    assert json.loads(data_of(project / "models")) == {"phien_ban": 1, "mo_hinh": []}


def test_a_model_that_was_taken_down_is_gone_from_the_data(project):
    write_model(project, "duong-hoa", "go_bo: {ngay: 21/11/2026, ly_do: Theo đề nghị của địa phương.}\n")
    data = data_of(project / "models")
    assert [row["id"] for row in json.loads(data)["mo_hinh"]] == ["cho-van-minh", "to-tu-quan"]
    assert b"duong-hoa" not in data


def test_where_a_folder_lies_and_what_was_published_last_change_no_order(project):
    before = data_of(project / "models")
    (project / "models/a").mkdir()
    (project / "models/son-la/to-tu-quan").rename(project / "models/a/to-tu-quan")
    assert data_of(project / "models") == before
    write_model(project, "to-moi", "tieu_de: Ai làm gì ở đâu\nngay_dang: 2026-11-22\n")
    assert [row["id"] for row in rows_of(project)] == ["cho-van-minh", "duong-hoa", "to-moi", "to-tu-quan"]


def test_a_reader_of_the_file_sees_vietnamese_and_one_model_a_line(project):
    text = data_of(project / "models").decode()
    assert "Đường hoa của hội phụ nữ" in text
    assert len([line for line in text.splitlines() if line.startswith('{"id": ')]) == 3


# --- There and back again ------------------------------------------------------------------------------------------


def full_catalogue(folder: Path) -> Path:
    """The catalogue that has every entry of the format, with empty files for its photos."""
    shutil.copytree(ROOT / "tests/full_catalogue", folder)
    shutil.copytree(ROOT / "models/_vocabulary", folder / "_vocabulary")
    for file in (*folder.glob("*/*/model.yaml"), *folder.glob("_events/*/su-kien.yaml")):
        for row in typed(file).get("anh", ()):
            put(file.parent / row["tep"], "")
    return folder


def typed(model: Path) -> dict[str, object]:
    """A file as any other program would read it, every scalar as the text that was typed."""
    return yaml.load(model.read_text(encoding="utf-8"), yaml.BaseLoader)


KEPT_BACK = {"nguoi_duoc_neu"}
"""Keys that the data has not: who is named on what ground."""
ADDED = {
    id(forms.MODEL): {"id", "duong_dan"},
    id(forms.PLACE): {"hien_nay", "truoc_day"},
    id(forms.COPY): {"hien_nay", "truoc_day"},
    id(forms.HOST): {"vai_tro"},
    id(forms.PHOTO): {"loai"},
}
"""Keys that the data has though the file has not: what was found out, and what goes without saying."""


def differences(form: Form, there: dict, back: dict, where: str) -> list[str]:
    """What the data does not say as the file does, key by key, however deep."""
    differing = (set(there) ^ set(back)) - KEPT_BACK
    found = [f"{where}: {key}" for key in differing if key in there or key not in ADDED.get(id(form), ())]
    for entry in form.entries:
        if entry.key in there and entry.key in back and not isinstance(back[entry.key], dict | list | None):
            if not same(there[entry.key], back[entry.key]):
                found.append(f"{where}.{entry.key}: {there[entry.key]!r} became {back[entry.key]!r}")
        elif entry.key in there and entry.key in back:
            found += deeper(entry.kind, there[entry.key], back[entry.key], f"{where}.{entry.key}")
    return found


def deeper(kind: object, there: object, back: object, where: str) -> list[str]:
    match kind:
        case Group(form=form):
            return differences(form, there, back, where)
        case Many(of=Group() as of):
            assert len(there) == len(back), where
            pairs = zip(there, back, strict=True)
            return [
                fault for at, (one, other) in enumerate(pairs) for fault in deeper(of, one, other, f"{where}[{at}]")
            ]
        case Many():
            return [] if there == back else [f"{where}: {there!r} became {back!r}"]
    return []  # `hien_nay`: the text that became units


def same(text: str, value: object) -> bool:
    if isinstance(value, str):
        day = read_date(text.strip())
        return value in (text.strip("\n "), text) or (day is not None and value == day.isoformat())
    return read_number(text) == Decimal(str(value))


@pytest.mark.slow
@pytest.mark.parametrize("which", ["models", "full_catalogue"])
def test_what_goes_in_comes_out_by_the_same_keys(which, tmp_path):
    folder = ROOT / "models" if which == "models" else full_catalogue(tmp_path / "models")
    files = {path.parent.name: path for path in folder.glob("**/model.yaml")}
    data = {row["id"]: row for row in json.loads(data_of(folder))["mo_hinh"]}
    assert set(data) == {name for name, path in files.items() if "go_bo" not in typed(path)}
    assert len(data) >= 5
    faults = [fault for name, row in data.items() for fault in differences(forms.MODEL, typed(files[name]), row, name)]
    assert faults == []


def test_the_full_catalogue_has_every_key_of_the_format(tmp_path):
    """Or the test above would not know of a key that is lost on the way."""
    seen = {key for path in full_catalogue(tmp_path / "models").glob("*/*/model.yaml") for key in keys_of(typed(path))}
    assert seen >= set(all_keys(forms.MODEL))


def keys_of(value: object) -> set[str]:
    if isinstance(value, dict):
        return set(value) | {key for part in value.values() for key in keys_of(part)}
    return {key for part in value for key in keys_of(part)} if isinstance(value, list) else set()


def all_keys(form: Form) -> set[str]:
    kinds = [entry.kind.of if isinstance(entry.kind, Many) else entry.kind for entry in form.entries]
    inner = [kind.form for kind in kinds if isinstance(kind, Group)]
    return {entry.key for entry in form.entries} | {key for one in inner for key in all_keys(one)}


@pytest.mark.parametrize(
    ("was", "now", "fault"),
    [
        ("sau: 3.100", "sau: 31", "camera-mat-than.ket_qua[0].sau: '31' became 3100"),
        ("nam: 2024", "nam: 2025", "camera-mat-than.da_nhan_rong[0].nam: '2025' became 2024"),
        ("tai: khối 5", "tai: khối 6", "camera-mat-than.dia_diem[0].tai: 'khối 6' became 'khối 5'"),
        ("cap: huyen\n", "cap: huyen\nghi_chu: Mới.\n", "camera-mat-than: ghi_chu"),
        ("cap: huyen\n", "", "camera-mat-than: cap"),
    ],
)
def test_the_comparison_finds_what_it_looks_for(example, was, now, fault):
    there = yaml.load(written(EXAMPLE.replace(was, now)), yaml.BaseLoader)
    assert differences(forms.MODEL, there, example, "camera-mat-than") == [fault]


# --- Addresses -----------------------------------------------------------------------------------------------------


HOST = MadeHost({"404.html": "a", "gioi-thieu/index.html": "b", "huong-dan/index.html": "c", "assets/trang.css": "d"})


def context_of_project(project: Path) -> Context:
    return Context(inputs_of_folder(project / "models", host=HOST))


def addresses(project: Path) -> list[dict[str, str]]:
    context = context_of_project(project)
    (output,) = (output for output in all_outputs(context) if output.path == "du-lieu/v1/duong-dan.json")
    data = json.loads(made(context, output))
    assert list(data) == ["phien_ban", "neo", "tep_kem", "duong_dan"]
    assert data["phien_ban"] == 1
    return data["duong_dan"]


def test_every_page_has_its_address_there_and_nothing_else_has(project):
    outputs = all_outputs(context_of_project(project))
    pages = {output.path for output in outputs if output.path.endswith("index.html")}
    rows = addresses(project)
    assert sorted(f"{row['duong_dan']}index.html" for row in rows) == sorted(pages)
    assert "" in {row["duong_dan"] for row in rows}, "the front page"
    assert "gioi-thieu/" in {row["duong_dan"] for row in rows}, "a page written by hand"


def test_addresses_are_sorted_and_each_belongs_to_something(project):
    rows = addresses(project)
    assert [row["duong_dan"] for row in rows] == sorted(row["duong_dan"] for row in rows)
    assert [row for row in rows if not row["thuoc_ve"] or list(row)[:2] != ["duong_dan", "thuoc_ve"]] == []


def test_the_addresses_of_a_model_belong_to_it_those_of_before_too(project):
    write_model(
        project,
        "duong-hoa",
        "duong_dan_cu: [duong-hoa-2021]\nlam_theo: {buoc: [Họp tổ., Chia đoạn.]}\n"
        "go_bo: {ngay: 21/11/2026, ly_do: Theo đề nghị.}\n",
    )
    write_model(project, "to-tu-quan", "tieu_de: Tổ liên gia\nlam_theo: {buoc: [Họp tổ., Chia đoạn.]}\n")
    rows = {row["duong_dan"]: row["thuoc_ve"] for row in addresses(project)}
    assert rows["mo-hinh/duong-hoa/"] == "mo-hinh:duong-hoa"
    assert rows["mo-hinh/duong-hoa-2021/"] == "mo-hinh:duong-hoa"
    assert rows["mo-hinh/to-tu-quan/"] == "mo-hinh:to-tu-quan"
    assert rows["mo-hinh/to-tu-quan/lam-theo/"] == "lam-theo:to-tu-quan"
    assert rows["mo-hinh/duong-hoa/lam-theo/"] == "mo-hinh:duong-hoa"
