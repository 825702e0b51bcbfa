"""Who writes in an editor of code is told what a key is, which values it has and what is wrong, in Vietnamese, by what the format says today."""

import json
import re
from fnmatch import fnmatch

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft7Validator
from language_server import serving
from making import model, vocabularies
from project import ROOT
from showcase.cli.commands import main
from showcase.cli.schema import PLACE
from showcase.reading.form import DOCUMENT, EVENT, MODEL, REPORT
from showcase.reading.kinds import Key, every_entry
from showcase.record.catalogue import vocabularies_of
from showcase.views.editor_schema import FILES, editor_schema

SETTINGS = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
WHERE = "models/son-la/lang-nghe/model.yaml"


class _AsInEditors(yaml.CSafeLoader):
    """YAML as it is now: a date is a text."""


_AsInEditors.yaml_implicit_resolvers = {
    sign: [(tag, found) for tag, found in rows if not tag.endswith("timestamp")]
    for sign, rows in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def made(name="mo-hinh"):
    return editor_schema(name, vocabularies_of(vocabularies()))


def wrong(value, name="mo-hinh"):
    return [tuple(fault.path) for fault in Draft7Validator(made(name)).iter_errors(value)]


def test_what_lies_in_the_repository_is_what_would_be_written_now(tmp_path, monkeypatch):
    monkeypatch.chdir(ROOT)
    assert CliRunner().invoke(main, ["schema", "--into", str(tmp_path)]).exit_code == 0
    kept = {path.name: path.read_text(encoding="utf-8") for path in sorted((ROOT / PLACE).iterdir())}
    assert kept == {path.name: path.read_text(encoding="utf-8") for path in sorted(tmp_path.iterdir())}, (
        "showcase schema"
    )


def test_each_kind_of_file_is_known_to_the_settings():
    assert SETTINGS["yaml.schemas"] == {f"./{PLACE}/{name}.json": list(globs) for name, globs in FILES.items()}


def test_every_file_of_models_has_a_schema_and_keeps_to_it():
    paths = [path for path in ROOT.glob("models/**/*.yaml") if not any(part.startswith(".") for part in path.parts)]
    validators = {name: Draft7Validator(json.loads((ROOT / PLACE / f"{name}.json").read_text())) for name in FILES}
    for path in paths:
        where = path.relative_to(ROOT).as_posix()
        of = [
            name
            for name, globs in FILES.items()
            if any(fnmatch(where, one) for one in globs if where.count("/") == one.count("/"))
        ]
        assert len(of) == 1, where
        read = yaml.load(path.read_text(encoding="utf-8"), _AsInEditors)
        assert [fault.message for fault in validators[of[0]].iter_errors(read)] == [], where


@pytest.mark.parametrize(
    ("name", "form"), [("mo-hinh", MODEL), ("su-kien", EVENT), ("van-ban", DOCUMENT), ("so-lieu", REPORT)]
)
def test_every_key_of_a_form_has_a_title_and_a_sentence(name, form):
    text = json.dumps(made(name), ensure_ascii=False)
    for entry in every_entry(form):
        assert json.dumps(entry.label, ensure_ascii=False) in text
        assert entry.about in text.replace('\\"', '"')
    keys = [entry for entry in every_entry(form) if isinstance(entry.kind, Key)]
    assert all(f"Danh mục {entry.kind.vocabulary} không có mã này" in text for entry in keys)


@pytest.mark.parametrize(
    ("key", "good", "bad"),
    [
        ("tieu_de", ["Tổ tự quản giữ sạch đường"], ["Ngắn", ["x"], {}]),
        ("loai", ["mo-hinh"], ["mohinh", "Mô hình", 1]),
        ("linh_vuc", ["kinh-te"], ["kinh-tee", "", ["kinh-te"]]),
        ("chu_de", [["y-te"], [], None], ["y-te", ["khong-co"]]),
        ("ngay_dang", ["2026-11-22", "22/11/2026"], ["22-11-2026", "hôm nay", 2026]),
        ("hoc_tu", ["duong-hoa"], ["Đường hoa", "duong_hoa"]),
        ("ket_qua", [[{"chi_so": "Hộ", "sau": one} for one in (3100, 3.5, "3.100", "3,5", "-2")]], [[{"chi_so": "Hộ", "sau": "mười"}]]),
        ("lich_su", [[{"nam": 2022, "viec": "trien-khai"}], [{"nam": "2022", "viec": "dang-ky"}]], [[{"nam": 2022}], [{"nam": 2.5, "viec": "dang-ky"}]]),
        ("nguon", [[{"ten": "x", "co_quan": "y", "url": "HTTPS://mau.example/a"}]], [[{"ten": "x", "co_quan": "y", "url": "mau.example"}]]),
        ("la", [], ["x"]),
    ],
)  # fmt: skip
def test_what_is_taken_and_what_is_not(key, good, bad):
    sound = yaml.load(model().text, _AsInEditors)
    assert wrong(sound) == []
    for value in good:
        assert wrong({**sound, key: value}) == [], value
    for value in bad:
        assert wrong({**sound, key: value}) != [], value


def test_every_message_is_there_and_vietnamese():
    def schemas(value):
        if isinstance(value, dict):
            if "properties" in value or "enum" in value or "pattern" in value or value.get("type") == ["array", "null"]:
                yield value
            for part in value.values():
                yield from schemas(part)

    for name in FILES:
        for each in schemas({key: part for key, part in made(name).items() if key != "properties"} | made(name)):
            if "properties" in each and not isinstance(each["properties"], dict):
                continue
            if {"type", "enum"} & each.keys() and "$schema" not in each:
                assert re.match("Cần |Trong |Danh mục ", each["errorMessage"])
            assert "minItems" not in each, "it would be told in English"
            assert "minLength" not in each


@pytest.fixture(scope="module")
def server():
    with serving(ROOT) as found:
        yield found


@pytest.mark.slow
def test_an_editor_tells_what_a_key_is(server):
    server.open(WHERE, "tieu_de: Tổ tự quản\nlinh_vuc: kinh-te\n")
    told = server.at("hover", WHERE, 0, 2)["contents"]["value"]
    assert "Tiêu đề" in told
    assert "8–200 ký tự" in told
    assert "Lĩnh vực, một mã của danh mục lĩnh vực" in server.at("hover", WHERE, 1, 3)["contents"]["value"]


@pytest.mark.slow
def test_an_editor_completes_keys_of_a_vocabulary(server):
    path = "models/son-la/hai/model.yaml"
    server.open(path, "linh_vuc: \n")
    told = {item["label"]: str(item.get("documentation")) for item in server.at("completion", path, 0, 10)["items"]}
    fields = yaml.safe_load((ROOT / "models/_vocabulary/linh-vuc.yaml").read_text(encoding="utf-8"))
    assert set(fields) <= set(told)
    assert all(term["ten"] in told[key] for key, term in fields.items())


@pytest.mark.slow
def test_an_editor_completes_keys_of_the_format(server):
    path = "models/son-la/ba/model.yaml"
    server.open(path, "tieu_de: Tổ tự quản giữ sạch đường\n\n")
    assert {"tom_tat", "dia_diem"} <= {item["label"] for item in server.at("completion", path, 1, 0)["items"]}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("linh_vuc: kinh-tee\n", "Danh mục linh-vuc không có mã này. Cần một trong: kinh-te,"),
        ("loai: mohinh\n", "Cần một trong: mo-hinh, dien-hinh, cach-lam."),
        ("tieu_de: Ngắn\n", "Cần chữ, 8–200 ký tự."),
        ("ngay_dang: hôm qua\n", "Cần ngày: 2026-11-22 hoặc 22/11/2026."),
        ("nguon:\n  - {ten: x, co_quan: y, url: mau}\n", "Cần địa chỉ web bắt đầu bằng"),
        ("hoc_tu: Đường hoa\n", "Cần mã như 'dong-xuan-pho-am-thuc'"),
        ("anh:\n  - tep: 'a/b.jpg'\n", "Cần tên một tệp nằm cùng thư mục"),
        ("chu_de: y-te\n", "Cần danh sách"),
        ("tua_de: x\n", "Trong “mô hình” có mục mà mẫu không có"),
    ],
)
def test_an_editor_tells_in_vietnamese_what_is_wrong(server, text, said):
    found = server.open(f"models/son-la/{hash(text) % 10**9}/model.yaml", text)
    assert any(one["message"].startswith(said) for one in found), [one["message"] for one in found]
    assert not any(re.search("Expected|Incorrect|Missing|not allowed|does not match", one["message"]) for one in found)


@pytest.mark.slow
def test_an_editor_finds_nothing_wrong_with_what_is_sound(server):
    for path in sorted(ROOT.glob("models/*/*/model.yaml"))[::40]:
        assert server.open(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")) == []
