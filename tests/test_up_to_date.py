"""Where nothing changed nothing is done, and nothing that changed is overlooked; the pages come first, then the search."""

import os
import shutil
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from building import OPTIONS, build, published, share, with_templates, without_steering
from making import TODAY
from project import change, make_project, put, write_model
from showcase.build import build as building
from showcase.build import up_to_date
from showcase.build.ledger import write_journal
from showcase.build.options import Built
from showcase.checking import check as checking
from showcase.checking.check import Checker
from showcase.search import index as indexing

MODEL = Path("models/son-la/to-tu-quan/model.yaml")
SEARCHED = replace(OPTIONS, is_searched=True)


@pytest.fixture
def later(monkeypatch):
    """Let two seconds pass, after which the time of a file's last change may be believed."""
    monkeypatch.setattr(checking, "RACY", -(10**12))
    monkeypatch.setattr(up_to_date, "RACY", -(10**12))


@pytest.fixture
def project(tmp_path, monkeypatch, shared, later, mkdocs_once):
    """Three models, of which one has something to be told, in the folder we stand in."""
    monkeypatch.chdir(make_project(tmp_path, photo=False))
    share(OPTIONS.cache, shared)
    without_steering(monkeypatch)
    change(MODEL, "ngay_dang:", "ghi_chu: 'Thư: hoiphunu@gmail.com.'\nngay_dang:")
    return tmp_path


@pytest.fixture
def built(project, monkeypatch) -> tuple[Built, list[bool]]:
    """A site, and a list that grows when somebody checks the models since."""
    first, checks = build(), []
    check = Checker.check
    monkeypatch.setattr(Checker, "check", lambda *given: checks.append(True) or check(*given))
    return first, checks


def test_where_nothing_changed_nothing_is_done_and_what_was_found_is_told_again(built):
    first, checks = built
    again = build()
    assert checks == []
    assert again.problems == first.problems != ()
    assert again == replace(first, published=replace(first.published, written=0, removed=0))


def test_on_a_later_day_there_is_still_nothing_to_do_but_on_an_earlier_one_there_may_be(built):
    _, checks = built
    build(today=date(TODAY.year, 12, 31))
    assert checks == []
    build(today=TODAY - timedelta(days=1))
    assert checks == [True]


def test_pages_tell_how_old_things_are_by_the_year_so_in_the_next_one_they_are_looked_at(built):
    _, checks = built
    build(today=date(TODAY.year + 1, 1, 1))
    assert checks == [True]
    build(today=date(TODAY.year + 1, 12, 31))
    assert checks == [True]


CHANGES = {
    "a model": lambda: change(MODEL, "bản Lướt", "bản Nà"),
    "a new model": lambda: write_model(Path(), "moi", "tieu_de: Mô hình mới\n"),
    "one less": lambda: shutil.rmtree("models/son-la/cho-van-minh"),
    "a vocabulary": lambda: change(Path("models/_vocabulary/linh-vuc.yaml"), "ten: Kinh tế", "ten: Làm ăn"),
    "a report": lambda: change(Path("models/_reports/ha-noi-2023.yaml"), "13.663", "13.664"),
    "a page of docs": lambda: put(Path("docs/gioi-thieu.md"), "# Giới thiệu\n\nKhác trước.\n"),
    "a style": lambda: put(Path("docs/assets/trang.css"), "main { margin: 0 }\n"),
    "the settings": lambda: change(Path("mkdocs.yml"), "site_name: Dân vận khéo", "site_name: Khéo"),
    "a page of the site that is gone": lambda: Path("site/mo-hinh/index.html").unlink(),
    "a site that is gone": lambda: shutil.rmtree("site"),
}


SLOW = {"a page of docs", "a style", "the settings"}
"""Changes for which MkDocs works again."""


@pytest.mark.parametrize(
    "change_something",
    [pytest.param(deed, id=name, marks=[pytest.mark.slow] * (name in SLOW)) for name, deed in CHANGES.items()],
)
def test_a_change_is_seen_and_then_there_is_nothing_to_do_again(built, change_something):
    _, checks = built
    change_something()
    done = published()
    assert done.written + done.removed > 0
    assert checks == [True]
    checks.clear()
    assert (published().written, checks) == (0, [])


@pytest.mark.slow
@pytest.mark.parametrize(
    "path", ["models/son-la/to-tu-quan/anh.jpg", "models/son-la/to-tu-quan/ghi-chep.txt", "models/loose.yaml"]
)
def test_what_comes_into_a_folder_or_goes_from_it_is_seen(built, path):
    first, checks = built
    put(Path(path), "")
    assert build().problems != first.problems
    assert checks == [True]
    Path(path).unlink()
    assert build().problems == first.problems


def test_a_site_in_which_a_build_was_killed_is_not_what_the_last_one_left(built):
    """Sources may look as they did: another address of the site was set in the environment, and is not any more."""
    _, checks = built
    write_journal(OPTIONS.site, ["mo-hinh/index.html"])
    put(Path("site/mo-hinh/index.html"), "của một lần dựng khác")
    assert published().written == 1
    assert checks == [True]


@pytest.mark.slow
def test_a_link_in_the_place_of_a_file_is_seen(built):
    _, checks = built
    MODEL.rename("elsewhere.yaml")
    MODEL.symlink_to(Path("elsewhere.yaml").resolve())
    assert build().errors > 0
    assert checks == [True]


@pytest.mark.slow
def test_another_template_is_seen(built, monkeypatch):
    _, checks = built
    templates = building.load_templates()
    with_templates(monkeypatch, lambda: templates | {"list.html": f"{templates['list.html']}{{# #}}"})
    build()
    assert checks == [True]


@pytest.mark.slow
def test_the_environment_that_the_settings_name_is_seen(built, monkeypatch):
    monkeypatch.setenv("SITE_URL", "https://mau.example/")
    assert published().written > 50
    assert b"https://mau.example/" in Path("site/index.html").read_bytes()


@pytest.mark.slow
def test_another_site_and_the_search_are_seen(built):
    _, checks = built
    assert published(replace(OPTIONS, site=Path("other"))).written > 60
    assert published(SEARCHED).written > 0
    assert len(checks) == 2


@pytest.mark.slow
def test_a_site_with_errors_is_looked_at_again(built):
    _, checks = built
    change(MODEL, "linh_vuc: van-hoa-xa-hoi", "linh_vuc: khac")
    for _ in range(2):
        assert build().published is None
    assert checks == [True, True]


def test_a_file_that_was_just_written_is_looked_at_once_more(built, monkeypatch):
    """Its time may not tell of a second change."""
    _, checks = built
    monkeypatch.setattr(up_to_date, "RACY", 2 * 10**9)
    os.utime(MODEL)
    build()
    assert checks == [True]


WRITTEN = {
    "a page of docs": (
        lambda: put(Path("docs/gioi-thieu.md"), "# Giới thiệu\n\nViết trong lúc dựng.\n"),
        Path("site/gioi-thieu/index.html"),
    ),
    "a model": (
        lambda: put(
            MODEL, MODEL.read_text(encoding="utf-8").replace("tieu_de: Tổ", "tieu_de: Viết trong lúc dựng. Tổ")
        ),
        Path("site/mo-hinh/to-tu-quan/index.html"),
    ),
}


@pytest.mark.parametrize("builds_before", [0, 1])
@pytest.mark.parametrize("step", ["make_inputs", "update_site"])
@pytest.mark.parametrize(
    ("write", "page"),
    [
        pytest.param(*given, id=name, marks=[pytest.mark.slow] * (name == "a page of docs"))
        for name, given in WRITTEN.items()
    ],
)
def test_what_changes_while_a_site_is_built_is_seen_by_the_next_build(
    project, monkeypatch, write, page, step, builds_before
):
    """The site was made of what was there before; nobody may take it for what came meanwhile."""
    for _ in range(builds_before):
        build()
        change(MODEL, "bản Lướt", "bản Nà")
    work = getattr(building, step)
    with monkeypatch.context() as patch:
        patch.setattr(building, step, lambda *given, **more: write() and work(*given, **more))
        build()
    assert "Viết trong lúc dựng." not in page.read_text(encoding="utf-8")
    build()
    assert "Viết trong lúc dựng." in page.read_text(encoding="utf-8")


# --- Pages first, then the search -----------------------------------------------------------------------------------


@pytest.fixture
def at_indexing(project, monkeypatch):
    """What pages of models said each time when the files of the search were about to be made."""
    seen: list[dict[str, str]] = []
    make = indexing.finished

    def noting(*given):
        pages = sorted(Path("site/mo-hinh").rglob("index.html"))
        seen.append({page.parent.name: page.read_text(encoding="utf-8") for page in pages})
        return make(*given)

    monkeypatch.setattr(indexing, "finished", noting)
    return seen


@pytest.mark.slow
def test_pages_are_there_before_the_search_is_made(at_indexing):
    build(SEARCHED)
    change(MODEL, "bản Lướt", "bản Nà")
    build(SEARCHED)
    assert "bản Nà" in at_indexing[1]["to-tu-quan"]
    assert "data-dv-search" in at_indexing[1]["mo-hinh"], "with the search of before"
    build(SEARCHED)
    assert len(at_indexing) == 2


@pytest.mark.slow
def test_what_the_search_of_before_may_lead_to_goes_when_there_is_a_new_one(at_indexing):
    write_model(Path(), "moi", "tieu_de: Mô hình mới\n")
    build(SEARCHED)
    shutil.rmtree("models/son-la/moi")
    assert published(SEARCHED).removed > 0
    assert "moi" in at_indexing[1]
    assert not Path("site/mo-hinh/moi").exists()


def test_a_correction_that_no_word_of_the_search_tells_of_makes_no_index_anew(at_indexing):
    write_model(Path(), "nhom-hai", "tieu_de: Nhóm hai làm đường\ncap_nhat: 2026-11-21\n")
    build(SEARCHED)
    change(Path("models/son-la/nhom-hai/model.yaml"), "2026-11-21", "2026-11-22")
    assert published(SEARCHED).written
    assert len(at_indexing) == 1


def test_a_build_that_was_cut_while_indexing_is_ended_by_the_next(at_indexing, monkeypatch):
    build(SEARCHED)
    change(MODEL, "bản Lướt", "bản Nà")
    with monkeypatch.context() as patch:
        patch.setattr(indexing, "finished", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            build(SEARCHED)
    assert "bản Nà" in Path("site/mo-hinh/to-tu-quan/index.html").read_text(encoding="utf-8")
    before = Path("site/tim/muc-luc.json").read_bytes()
    build(SEARCHED)
    assert Path("site/tim/muc-luc.json").read_bytes() != before
