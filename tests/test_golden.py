"""A small site that is kept: what stands between header and footer of each kind of page, to be read when it changes.

`tests/golden/models/` has three models, so small that their pages can be read. Nothing in their pages depends on day,
machine or version of a library, so the files of `tests/golden/site/` are compared byte for byte. After a change that is
meant, `pytest tests/test_golden.py --update-golden` writes them anew; read the difference before it is committed.
"""

import shutil
from pathlib import Path

import pytest
from library import library_of
from project import ASSETS, ROOT
from showcase.publish.site import all_outputs
from showcase.mkdocs.host import Host
from showcase.photos.store import PhotoStore
from showcase.build.workbench import Workbench
from showcase.views.page import SiteFacts

GOLDEN = ROOT / "tests" / "golden"
SITE = SiteFacts(name="Dân vận khéo", description="Những cách làm hay từ cơ sở.")
FRAME = "{% block main %}{% endblock %}"

PAGES = {
    "mo-hinh/duong-hoa/index.html": "a model with a photo, copied by another and by a place",
    "mo-hinh/duong-hoa-ven-bien/index.html": "a model without a photo, of a place that has another name now",
    "mo-hinh/duong-hoa/lam-theo/index.html": "the sheet for doing the same",
    "mo-hinh/nuoi-huou/index.html": "a model that was taken down",
    "mo-hinh/duong-hoa-2021/index.html": "a former address",
    "lan-toa/duong-hoa/index.html": "a family: who copied it, with and without an entry",
    "dia-phuong/son-la/index.html": "a list: the models of a province",
    "dia-phuong/cu/nghe-an/hoang-mai/index.html": "a list: a former district, and what became of it",
    "so-lieu/index.html": "official figures, of which the source leaves a part open",
    "du-lieu/v1/mo-hinh.json": "the open data",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The golden pages as they are now, by path."""
    folder = tmp_path_factory.mktemp("golden")
    shutil.copytree(GOLDEN / "models", folder / "models")
    (folder / "models/son-la/duong-hoa/anh.jpg").touch()
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        found = library_of(Path("models"))
    catalogue = found.catalogue
    hands = Workbench(
        Host(folder, {}, FRAME, (), SITE, ASSETS), PhotoStore(folder), found.shelf, catalogue.vocabularies
    )
    outputs = {output.path: output for output in all_outputs(catalogue, SITE, {}, (), "edition")}
    return {path: readable(outputs[path].recipe(hands).decode()) for path in PAGES}


def readable(text: str) -> str:
    """Leave out empty lines: templates leave them, no browser shows them, and they hide what there is to read."""
    return "".join(f"{line.rstrip()}\n" for line in text.splitlines() if line.strip())


@pytest.fixture(scope="module", autouse=True)
def update(request, made):
    if request.config.getoption("--update-golden"):
        shutil.rmtree(GOLDEN / "site", ignore_errors=True)
        for path, text in made.items():
            (GOLDEN / "site" / path).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / "site" / path).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("path", PAGES, ids=list(PAGES.values()))
def test_the_page_is_as_it_was(path, made):
    kept = GOLDEN / "site" / path
    assert kept.is_file(), f"{kept} is missing; write it with --update-golden"
    assert made[path].splitlines() == kept.read_text(encoding="utf-8").splitlines(), "see --update-golden"


def test_no_page_is_kept_that_nobody_makes():
    kept = {path.relative_to(GOLDEN / "site").as_posix() for path in (GOLDEN / "site").rglob("*") if path.is_file()}
    assert kept == set(PAGES)


def test_the_golden_site_can_be_read_in_a_sitting():
    lines = {path: len((GOLDEN / "site" / path).read_text(encoding="utf-8").splitlines()) for path in PAGES}
    assert max(lines.values()) < 260, lines
    assert sum(lines.values()) < 1000, lines
