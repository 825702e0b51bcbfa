"""The open data is what its descriptions say: asked of those programs that others read such data with, of the real and of made catalogues."""

import csv
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import frictionless
import pytest
import rdflib
from data_site import SITE, data_files, full_models, of_site, real_context, table_of
from jsonschema import Draft202012Validator, FormatChecker
from large_site import make_large
from library import inputs_of_folder, inputs_of_models
from openapi_spec_validator import OpenAPIV31SpecValidator
from project import ROOT
from pyshacl import validate as validate_shapes
from showcase.publish.context import Context
from showcase.views.data_api import addresses
from showcase.views.data_tables import TABLES, UNITS

SHAPES = ROOT / "tests/schemas/dcat_ap.ttl"
CATALOGUES = "real", "full", pytest.param("large", marks=pytest.mark.slow)
pytestmark = pytest.mark.filterwarnings("ignore:.* is deprecated:DeprecationWarning")  # rdflib, of its own parts
FEW = 100
RECORDS = "mo-hinh.json", "van-ban.json", "su-kien.json", "so-lieu.json"


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """The data of each catalogue, by its name."""

    @cache
    def of(catalogue: str) -> dict[str, bytes]:
        if catalogue == "real":
            return data_files(real_context())
        models = tmp_path_factory.mktemp(catalogue) / "models"
        (make_large if catalogue == "large" else full_models)(models)
        return data_files(Context(of_site(inputs_of_folder(models))))

    return of


# --- Data Package --------------------------------------------------------------------------------------------------


def written(files: dict[str, bytes], folder: Path) -> Path:
    """Put the package and its tables into a folder; of the 14,000 units those that another table names, and those above them."""
    for name, data in files.items():
        if (name.endswith(".csv") and "/" not in name) or name == "datapackage.json":
            (folder / name).write_bytes(data)
    units = {row["id"]: row for row in table_of(files["dia-phuong.csv"])}
    named = {
        cell for table in TABLES if table is not UNITS for row in table_of(files[table.file]) for cell in row.values()
    }
    kept = units.keys() & named
    kept |= {above for key in kept for above in all_above(key, units)}
    with (folder / "dia-phuong.csv").open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, next(iter(units.values())))
        writer.writeheader()
        writer.writerows(units[key] for key in units if key in kept)
    return folder / "datapackage.json"


def all_above(key: str, units: dict[str, dict[str, str]]) -> Iterator[str]:
    while key := units[key]["thuoc"]:
        yield key


def faults(package: Path) -> list[str]:
    with frictionless.system.use_context(trusted=True):
        report = frictionless.Package(str(package)).validate()
    return [f"{error.type}: {error.message}" for error in report.errors] + [
        f"{task.name} {error.row_number if hasattr(error, 'row_number') else ''}: {error.message}"
        for task in report.tasks
        for error in task.errors
    ]


@pytest.mark.slow
@pytest.mark.parametrize("catalogue", CATALOGUES)
def test_the_tables_are_what_the_data_package_says(files, catalogue, tmp_path):
    assert faults(written(files(catalogue), tmp_path)) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("ket-qua.csv", "mo_hinh", "khong-co-bai-nay"),
        ("ket-qua.csv", "sau", "nhiều"),
        ("dia-diem.csv", "ma_xa", "99999"),
        ("mo-hinh.csv", "tieu_de", ""),
        ("mo-hinh.csv", "ngay_dang", "22/11/2026"),
    ],
)
def test_the_check_of_the_package_finds_what_is_wrong(files, table, column, value, tmp_path):
    package = written(files("full"), tmp_path)
    rows = table_of((tmp_path / table).read_bytes())
    rows[0][column] = value
    with (tmp_path / table).open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    assert faults(package) != []


# --- JSON Schema ---------------------------------------------------------------------------------------------------


def checker(files: dict[str, bytes]) -> Draft202012Validator:
    schema = json.loads(files["schema.json"])
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FormatChecker())


@pytest.mark.slow
@pytest.mark.parametrize("catalogue", CATALOGUES)
def test_every_file_of_records_follows_the_schema(files, catalogue):
    made = files(catalogue)
    check = checker(made)
    own = [name for name in made if name.endswith("/du-lieu.json")]
    assert len(own) >= len(json.loads(made["mo-hinh.json"])["mo_hinh"])
    for name in (*RECORDS, *own[:: len(own) // FEW or 1]):  # what a model's file says is said in the file of all too
        assert [f"{name} {list(one.path)}: {one.message}" for one in check.iter_errors(json.loads(made[name]))] == []


def test_the_schema_finds_what_is_wrong(files):
    made = files("full")
    check, data = checker(made), json.loads(made["mo-hinh.json"])
    for key, value in (("tieu_de", 5), ("loai", "khac"), ("ngay_dang", "hôm qua"), ("dia_diem", [{"hien_nay": {}}])):
        wrong = {**data, "mo_hinh": [{**data["mo_hinh"][0], key: value}]}
        assert not check.is_valid(wrong), key


def test_the_schema_knows_every_key_that_comes_out(files):
    """Keys may be added in v1, so the schema forbids none; that it has all of them is asked here."""
    made = files("full")
    schema = json.loads(made["schema.json"])
    for name in RECORDS:
        data = json.loads(made[name])
        (key,) = set(data) - {"phien_ban"}
        for row in data[key]:
            assert unknown(row, schema["$defs"][key], schema) == []


def unknown(value: object, schema: dict, root: dict) -> list[str]:
    schema = {**schema, **reference(schema, root)}
    if isinstance(value, list):
        return [one for part in value for one in unknown(part, schema.get("items", {}), root)]
    if not isinstance(value, dict) or "additionalProperties" in schema:
        return []
    known = schema.get("properties", {})
    return [key for key in value if key not in known] + [
        one for key, part in value.items() if key in known for one in unknown(part, known[key], root)
    ]


def reference(schema: dict, root: dict) -> dict:
    named = schema.get("$ref") or next((one["$ref"] for one in schema.get("oneOf", ()) if "$ref" in one), "")
    return root["$defs"][named.rpartition("/")[2]] if named else {}


# --- OpenAPI -------------------------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("catalogue", CATALOGUES)
def test_the_interface_is_described_as_openapi_has_it(files, catalogue, tmp_path):
    made = files(catalogue)
    (tmp_path / "schema.json").write_bytes(made["schema.json"])
    OpenAPIV31SpecValidator(json.loads(made["openapi.json"]), base_uri=(tmp_path / "openapi.json").as_uri()).validate()


def test_every_address_of_the_interface_is_a_file_and_every_file_has_one(files):
    """An address with a name in braces stands for all files of its form."""
    made = {name if "/du-lieu.json" in name else f"du-lieu/v1/{name}" for name in files("real")}
    forms = [one.path for one in addresses(SITE)]
    assert [form for form in forms if not any(fits(name, form) for name in made)] == ["du-lieu/v1/duong-dan.json"]
    assert [name for name in made if sum(fits(name, form) for form in forms) != 1] == []


def fits(name: str, form: str) -> bool:
    before, brace, after = form.partition("{")
    ending = after.partition("}")[2]
    if not brace:
        return name == form
    middle = name.removeprefix(before).removesuffix(ending)
    return name.startswith(before) and name.endswith(ending) and "/" not in middle


# --- DCAT-AP -------------------------------------------------------------------------------------------------------


def conforms(data: bytes) -> tuple[bool, str]:
    graph = rdflib.Graph().parse(data=data, format="json-ld")
    conforms, _, text = validate_shapes(graph, shacl_graph=str(SHAPES))
    return conforms, text


@pytest.mark.parametrize("catalogue", CATALOGUES)
def test_the_entry_for_portals_has_what_the_profile_asks_for(files, catalogue):
    conforming, text = conforms(files(catalogue)["dcat.jsonld"])
    assert conforming, text


@pytest.mark.parametrize("key", ["dct:title", "dct:publisher", "dcat:contactPoint", "dcat:distribution", "dcat:theme"])
def test_the_shapes_find_what_is_missing(files, key):
    told = json.loads(files("full")["dcat.jsonld"])
    del told["dcat:dataset"][key]
    assert not conforms(json.dumps(told).encode())[0]


def test_a_distribution_without_a_licence_is_found(files):
    told = json.loads(files("full")["dcat.jsonld"])
    del told["dcat:dataset"]["dcat:distribution"][0]["dct:license"]
    assert not conforms(json.dumps(told).encode())[0]


def test_portals_are_told_the_same_files_as_the_page(files):
    """Every table and every file of records, each once."""
    told = json.loads(files("full")["dcat.jsonld"])["dcat:dataset"]["dcat:distribution"]
    names = [one["dcat:downloadURL"]["@id"].removeprefix("https://mau.example/thu/du-lieu/v1/") for one in told]
    assert len(names) == len(set(names))
    assert {*RECORDS, *(table.file for table in TABLES), "mo-hinh.xlsx"} <= set(names)


def test_a_site_without_an_address_has_no_entry_for_portals():
    made = data_files(Context(inputs_of_models([])))
    assert {"dcat.jsonld", "resourcelist.xml"}.isdisjoint(made)
    assert {"schema.json", "datapackage.json", "openapi.json"} <= set(made)
