"""The checker for the browser: one ZIP that needs nothing else, and says of every bad file what `showcase check` says."""

import json
import random
import subprocess
import sys
from io import BytesIO
from zipfile import ZipFile

import pytest
import yaml
from making import model, setting, vocabularies, written
from photos import jpeg, scene
from project import ROOT
from shipped_checker import inputs_with_checker
from showcase.browser import bundle as bundles
from showcase.browser import libyaml
from showcase.browser.checking import UNASKED, check, read_index
from showcase.checking.scan import scan_sources
from showcase.mkdocs.checker import checker_of, is_shipped
from showcase.mkdocs.errors import HostError
from showcase.publish import checker_files, model_data
from showcase.publish.context import Context
from showcase.reading import yamltext
from showcase.reading.key_paths import KeyPaths
from showcase.reading.yamltext import parse_node
from showcase.record.catalogue import vocabularies_of
from showcase.record.vocabulary import as_data, of_data
from showcase.rules import folder_name, same_photo
from showcase.rules.book import CATALOGUE_RULES

BAD = ROOT / "tests/bad"
ID = "ngoc-chien-duong-sach"
PATH = f"models/son-la/{ID}/model.yaml"
PLAIN = """
import json, sys
sys.path.insert(0, sys.argv[1])
from showcase.browser.checking import check
print(check(sys.argv[2], [open(path, "rb").read() for path in json.loads(sys.argv[2])["paths"]], None))
loaded = {name.partition(".")[0] for name, module in sys.modules.items() if sys.argv[1] in (getattr(module, "__file__", None) or "")}
print(json.dumps(sorted(loaded)))
"""


@pytest.fixture(scope="module")
def bundle():
    return bundles.bundle()


def question(paths, given=None, changed=()):
    vocabulary = as_data(given or vocabularies_of(vocabularies()))
    return json.dumps({"paths": paths, "today": "2026-11-22", "vocabularies": vocabulary, "changed": list(changed)})


def asked(text, *, index=None, changed=(), **photos):
    """Ask about one model, with photos beside it; gives what is found, and what was not asked apart."""
    files = {PATH: text.encode(), **{f"{PATH.rpartition('/')[0]}/{name}": data for name, data in photos.items()}}
    found = json.loads(
        check(question(list(files), changed=changed), list(files.values()), read_index(index) if index else None)
    )
    return [one for one in found if one["severity"] != UNASKED], [one for one in found if one["severity"] == UNASKED]


# --- The bundle ----------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_the_same_installation_gives_the_same_bytes(bundle):
    bundles.bundle.cache_clear()
    assert bundles.bundle() == bundle


@pytest.mark.slow
def test_it_holds_what_is_asked_and_no_more(bundle):
    names = ZipFile(BytesIO(bundle)).namelist()
    assert names == sorted(set(names))
    tops = {"/".join(name.split("/")[:2]) for name in names if name.startswith("showcase/")}
    floors = ("__init__.py", "browser", "photos", "reading", "record", "rules", "system", "words")
    assert tops == {f"showcase/{floor}" for floor in floors}
    assert "showcase/browser/bundle.py" not in names
    assert not [name for name in names if name.endswith((".so", ".pyc"))]


@pytest.mark.slow
def test_python_alone_says_of_the_bad_folder_what_the_check_says(bundle, tmp_path):
    """Nothing is on the path but the bundle and Python's own library, and no C of PyYAML's is there."""
    (tmp_path / "quy-tac.zip").write_bytes(bundle)
    paths = sorted(path.relative_to(BAD).as_posix() for path in (BAD / "models").rglob("*") if path.is_file())
    given = vocabularies_of(scan_sources(BAD / "models", BAD).vocabularies)
    command = [sys.executable, "-S", "-I", "-c", PLAIN, tmp_path / "quy-tac.zip", question(paths, given)]
    done = subprocess.run(command, cwd=BAD, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found, loaded = map(json.loads, done.stdout.splitlines())
    assert loaded == ["markdown_it", "mdurl", "showcase", "yaml"]
    said = {line_of(one) for one in found if one["severity"] != UNASKED}
    of_folder = {rule.NAME for rule in CATALOGUE_RULES} - {same_photo.NAME, folder_name.NAME}
    expected = {
        line
        for line in (BAD / "expected.txt").read_text(encoding="utf-8").splitlines()
        if "/model.yaml:" in line.partition(": ")[0] + ":" and line.partition("[")[2].partition("]")[0] not in of_folder
    }
    assert expected
    assert {line for line in said if "/model.yaml:" in line} == expected


def line_of(one):
    weight = "lỗi" if one["severity"] == "error" else "nhắc"
    return f"{one['path']}:{one['line']}:{one['column']}: {weight} [{one['rule']}] {one['message']}"


# --- What it says --------------------------------------------------------------------------------------------------


def test_each_finding_leads_to_its_value():
    snippet = (
        "tieu_de: Chợ\nngay_dang: 2026-13-45\n"
        "ket_qua:\n  - chi_so: Số hộ tham gia\n    sau: nhiều lắm\n    don_vi_tinh: hộ\n"
        "nguon:\n  - ten: Báo cáo\n    co_quan: Ủy ban\n  - ten: Sức lan tỏa của phong trào\n"
    )
    found, _ = asked(written(snippet))
    keys = {(one["rule"], tuple(one["key"])) for one in found}
    assert ("do_dai", ("tieu_de",)) in keys
    assert ("ngay_thang", ("ngay_dang",)) in keys
    assert ("con_so", ("ket_qua", 0, "sau")) in keys
    assert ("thieu_khoa", ("nguon", 1, "co_quan")) in keys


def test_a_photo_is_seen_by_its_own_bytes():
    row = "anh:\n  - tep: cho.jpg\n    mo_ta: Chợ xã buổi sáng sớm.\n    tac_gia: Ban biên tập\n    giay_phep: cua-du-an\n    nguoi: khong\n"
    sound, _ = asked(written(row), **{"cho.jpg": jpeg(scene(1000, 700))})
    assert sound == []
    small, _ = asked(written(row), **{"cho.jpg": jpeg(scene(100, 70))})
    assert [(one["rule"], one["key"]) for one in small] == [("anh_hong", ["anh", 0, "tep"])]
    missing, _ = asked(written(row))
    assert "anh_thieu" in {one["rule"] for one in missing}


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    """The index of the open data of a site with two models, one of which had another id once."""
    models = model(), model("duong_dan_cu: [cho-cu]\n", name="cho-xa")
    context = Context(inputs_with_checker(tmp_path_factory.mktemp("cache"), *models))
    data = next(one for one in model_data.outputs(context) if one.path.endswith("chi-muc.json"))
    return data.bytes_of(context).decode()


def test_the_index_answers_what_it_can(index):
    assert [one["rule"] for one in asked(written(""), index=index)[0]] == ["ma_trung"]
    assert asked(written(""), index=index, changed=[ID])[0] == []
    for known in ("cho-xa", "cho-cu"):
        assert asked(written(f"hoc_tu: {known}\n"), index=index, changed=[ID])[0] == []
    found, _ = asked(written("hoc_tu: khong-co\n"), index=index, changed=[ID])
    assert [(one["rule"], one["key"]) for one in found] == [("hoc_tu", ["hoc_tu"])]


def test_what_is_not_asked_is_said(index):
    assert len(asked(written(""), index=index)[1]) == 1
    without = asked(written("hoc_tu: khong-co\n"))
    assert without[0] == []
    assert "chưa tải được mục lục" in without[1][0]["message"]


def test_vocabularies_come_back_as_they_were():
    given = setting().vocabularies
    assert of_data(json.loads(json.dumps(as_data(given)))) == given


# --- PyYAML as libyaml ---------------------------------------------------------------------------------------------

SIGNS = (
    *":-#'\"[]{}|>&*!%@`?, \t\n", "\n  ", ": ", "- ", "\n- ", "---\n", "...\n", "\\", "\u00a0", "\r\n", "|\n", ">2\n", "|+\n", "? ", "&a ",
    "*a ", "key: ", "“",
)  # fmt: skip
MUTANTS = 600
KNOWN = 0.005
"""Of texts broken at random this part may be told otherwise: a bracket where a key should be, odd tags."""


def read_by_both(text, monkeypatch):
    by_c = parse_node(text)
    with monkeypatch.context() as patch:
        patch.setattr(yamltext.yaml, "CBaseLoader", libyaml.CBaseLoader)
        return by_c, parse_node(text)


def broken(text, chance):
    for _ in range(chance.choice([1, 1, 2])):
        at = chance.randrange(len(text) + 1)
        text = text[:at] + chance.choice(SIGNS) + text[at + chance.choice([0, 0, 1, 4]) :]
    return text


def test_it_reads_as_libyaml_does(monkeypatch):
    assert yaml.CBaseLoader is not libyaml.CBaseLoader
    files = sorted((ROOT / "tests/rules").glob("*/*.yaml")) + sorted(BAD.rglob("model.yaml"))
    texts = [path.read_bytes().decode("utf-8", "replace") for path in files]
    for path, text in zip(files, texts, strict=True):
        by_c, by_python = read_by_both(text, monkeypatch)
        assert by_python == by_c, path
    chance = random.Random(20261122)
    different = []
    for _ in range(MUTANTS):
        text = broken(chance.choice(texts), chance)
        by_c, by_python = read_by_both(text, monkeypatch)
        different += [text] if by_c != by_python else []
    assert len(different) <= MUTANTS * KNOWN, different


def test_paths_lead_to_keys_and_values():
    node, _ = parse_node("a: 1\nb:\n  - c: 2\n    d: |\n      x\n      y\n")
    paths = KeyPaths(node)
    assert paths.at(1, 1) == ()
    assert paths.at(1, 4) == ("a",)
    assert paths.at(2, 1) == ("b",)
    assert paths.at(3, 5) == ("b", 0)
    assert paths.at(4, 5) == paths.at(6, 7) == ("b", 0, "d")
    assert KeyPaths(None).at(1, 1) == ()


# --- What is shipped -----------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_the_file_that_names_the_parts_names_what_is_there(tmp_path):
    context = Context(inputs_with_checker(tmp_path))
    outputs = {one.path: one for one in checker_files.outputs(context)}
    told = json.loads(outputs[checker_files.MANIFEST].bytes_of(context))
    assert told["bundle"] in outputs
    assert f"{told['pyodide']}pyodide.asm.wasm" in outputs
    assert told["worker"] in outputs
    assert told["sent"] < told["bytes"]
    assert of_data(told["vocabularies"]) == context.reference.vocabularies
    large = [one for one in outputs.values() if len(one.bytes_of(context)) > 100_000]
    assert all(one.is_named_by_content for one in large)


def test_a_site_that_does_not_ask_for_it_has_none_of_it():
    from library import context_of

    assert list(checker_files.outputs(context_of())) == []


def test_the_setting_is_true_or_false():
    assert (is_shipped(given=False), is_shipped(given=True)) == (False, True)
    with pytest.raises(HostError, match="true hoặc false"):
        is_shipped("yes")


def test_who_has_no_pyodide_is_told_how_to_get_it(tmp_path):
    with pytest.raises(HostError, match="make checker"):
        checker_of(tmp_path, tmp_path)
    assert checker_of(ROOT, tmp_path).files
