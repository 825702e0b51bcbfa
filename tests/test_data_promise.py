"""Version 1 of the open data grows and never changes meaning: what a kept sample says of a small catalogue is said for ever.

`tests/data_v1/` holds the data of `tests/golden/models/` as it was. Today's may say more: another file, column, key or definition.
What was said must still be said, by the same name and with the same value. A file that is new is kept with `--update-golden`;
one that is there is never written again, so a promise cannot be taken back by running the tests.
"""

import gzip
import json
import shutil
from pathlib import Path

import pytest
from data_site import data_files, of_site, table_of
from library import MadeHost, inputs_of_folder
from project import ROOT
from showcase.publish.context import Context

KEPT = ROOT / "tests" / "data_v1"
NOT_KEPT = "dia-phuong.csv", "mo-hinh.xlsx"
"""The list of all units, of which `kept_name` keeps those with models; and the workbook, which has the cells of the tables."""
OF_THE_MOMENT = frozenset({"sha256", "byte", "description", "summary", "dct:description"})
"""Keys that stand for the bytes of a file, which are others with a key more in it; and what is said in words, which may be said better."""


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The data as it is now, as plain text by name."""
    folder = tmp_path_factory.mktemp("golden")
    shutil.copytree(ROOT / "tests/golden/models", folder / "models")
    (folder / "models/son-la/duong-hoa/anh.jpg").touch()
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        files = data_files(Context(of_site(inputs_of_folder(Path("models"), host=MadeHost()))))
    return dict(filter(None, (kept_name(name, data) for name, data in files.items())))


def kept_name(name: str, data: bytes) -> tuple[str, str] | None:
    """Give under which name a file is kept, and as what; None where it is not."""
    if name == "dia-phuong.csv":
        head, *rows = data.decode("utf-8-sig").splitlines()
        return name, "\n".join([head, *(row for row in rows if not row.endswith(",0,0"))]) + "\n"
    if name in NOT_KEPT or (name.startswith("tinh/") and "son-la" not in name):
        return None
    if name.endswith(".gz"):
        return name.removesuffix(".gz"), gzip.decompress(data).decode()
    return name, data.decode("utf-8-sig")


@pytest.fixture(scope="module", autouse=True)
def update(request, made):
    if request.config.getoption("--update-golden"):
        for name, text in made.items():
            if not (KEPT / name).exists():
                (KEPT / name).parent.mkdir(parents=True, exist_ok=True)
                (KEPT / name).write_text(text, encoding="utf-8")


def told(name: str, text: str) -> object:
    """Give what a file says, as plain values."""
    if name.endswith(".csv"):
        return table_of(text.encode())
    if name.endswith(".ndjson"):
        return [json.loads(line) for line in text.splitlines()]
    return json.loads(text) if name.endswith(("json", "jsonld")) else text.splitlines()


def broken(kept: object, now: object, where: str = "") -> list[str]:
    """Give where what was said is said no more; keys may have come, and parts at the end of what is no list of records."""
    if isinstance(kept, dict) and isinstance(now, dict):
        return [
            one
            for key, part in kept.items()
            if key not in OF_THE_MOMENT
            for one in (broken(part, now[key], f"{where}/{key}") if key in now else [f"{where}/{key}"])
        ]
    if isinstance(kept, list) and isinstance(now, list):
        if all(isinstance(part, str) for part in kept):
            return [f"{where}: {part}" for part in kept if part not in now]
        named = {identity(part): part for part in now}
        named = named if len(named) == len(now) else {}
        return [
            one
            for at, part in enumerate(kept)
            for one in broken(part, named.get(identity(part), now[at] if at < len(now) else None), f"{where}[{at}]")
        ]
    return [] if kept == now else [f"{where}: {kept!r} became {now!r}"]


def identity(part: object) -> object:
    """What a part of a list is known by, wherever it stands."""
    names = ("id", "@id", "name", "operationId", "ma") if isinstance(part, dict) else ()
    return next((part[name] for name in names if name in part), repr(part))


KEPT_NAMES = sorted(path.relative_to(KEPT).as_posix() for path in KEPT.rglob("*") if path.is_file())


@pytest.mark.parametrize("name", KEPT_NAMES)
def test_what_was_said_is_said_still(name, made):
    assert name in made, "an address of the data is gone"
    kept = (KEPT / name).read_text(encoding="utf-8")
    if name == "resourcelist.xml":  # a digest stands for the bytes of the moment
        kept, now = (json.dumps(lines_without_digests(text)) for text in (kept, made[name]))
        assert kept == now
    else:
        assert broken(told(name, kept), told(name, made[name])) == []


def lines_without_digests(text: str) -> list[str]:
    return [line.partition("<rs:md hash")[0] for line in text.splitlines()]


def test_every_file_is_kept(made):
    assert set(KEPT_NAMES) == set(made), "see --update-golden"


@pytest.mark.parametrize(
    ("kept", "now", "is_kept"),
    [
        ({"a": 1}, {"a": 1, "b": 2}, True),
        ({"a": 1}, {"b": 2}, False),
        ({"a": 1}, {"a": "1"}, False),
        ([{"id": "x", "a": 1}], [{"id": "w"}, {"id": "x", "a": 1, "b": 2}], True),
        ([{"id": "x", "a": 1}], [{"id": "x", "a": 2}], False),
        ([{"id": "x", "a": 1}], [], False),
        (["a", "b"], ["a", "b", "c"], True),
        (["a", "b"], ["a"], False),
        ([{"a": "1", "b": ""}], [{"a": "1", "b": "", "c": "new"}], True),
    ],
)
def test_the_comparison_lets_data_grow_and_nothing_else(kept, now, is_kept):
    assert (broken(kept, now) == []) is is_kept
