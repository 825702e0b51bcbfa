"""The storeroom and the seal: what is unchanged is neither read nor judged again, and nothing stale is believed."""

import os
import shutil
import sqlite3
import time
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from bench.catalogue import write_catalogue
from library import taken_for_sound
from making import TODAY
from project import ROOT, change, make_project, put, write_model
from showcase.build import assessing, checking, intake, looking, renewing, searching
from showcase.build.building import build_site
from showcase.build.checking import Checked, check_models
from showcase.build.intake import survey
from showcase.build.looking import look_at
from showcase.build.order import Built, Order, Published
from showcase.build.renewing import check_folder
from showcase.build.storeroom import Storeroom
from showcase.record.intake import UnexpectedKind

ROOM = Path("room")
MODEL = Path("models/son-la/to-tu-quan/model.yaml")


@pytest.fixture
def read(tmp_path, monkeypatch):
    """The models that were read and judged, in a small project in which we stand."""
    monkeypatch.chdir(make_project(tmp_path, photo=False))

    names: list[str] = []
    judge = assessing.judge

    def noting(submission, digest, setting):
        names.append(submission.name)
        return judge(submission, digest, setting)

    monkeypatch.setattr(assessing, "judge", noting)
    return names


def check(today: date = TODAY, models: str = "models") -> Checked:
    return check_models(survey(Path(models)), today, taken_for_sound, Storeroom(ROOM))


@pytest.fixture
def later(monkeypatch):
    """Let two seconds pass, after which the time of a file's last change may be believed."""
    monkeypatch.setattr(checking, "RACY", -(10**12))
    monkeypatch.setattr("showcase.build.seal.RACY", -(10**12))


def test_what_is_unchanged_is_not_read_again(read, later):
    first = check()
    assert sorted(read) == ["cho-van-minh", "duong-hoa", "to-tu-quan"]
    read.clear()
    again = check()
    assert read == []
    assert again.catalogue == first.catalogue


def test_a_file_that_was_just_written_is_looked_at_once_more(read):
    """Its time may not tell of a second change; its bytes do."""
    check()
    read.clear()
    stamp = MODEL.stat()
    change(MODEL, "ở bản Lướt", "ở bản Nà Tâu")
    put(MODEL, MODEL.read_text(encoding="utf-8").replace("Nà Tâu", "Lứơt."))
    os.utime(MODEL, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    found = check().catalogue
    assert read == ["to-tu-quan"]
    assert found.by_id["to-tu-quan"].title == "Tổ tự quản ở bản Lứơt."


def test_one_that_was_only_touched_is_read_but_not_judged(read, later):
    check()
    read.clear()
    os.utime(MODEL)
    assert check().catalogue is not None
    assert read == []


def test_only_what_changed_is_judged(read, later):
    check()
    read.clear()
    change(MODEL, "ở bản Lướt", "ở bản Nà Tâu")
    assert check().catalogue.by_id["to-tu-quan"].title == "Tổ tự quản ở bản Nà Tâu"
    assert read == ["to-tu-quan"]


def test_what_is_gone_is_forgotten_and_what_comes_back_is_judged_anew(read, later):
    check()
    shutil.move("models/son-la/to-tu-quan", "kept")
    assert "to-tu-quan" not in check().catalogue.by_id
    shutil.move("kept", "models/son-la/to-tu-quan")
    read.clear()
    assert "to-tu-quan" in check().catalogue.by_id
    assert read == ["to-tu-quan"]


def test_a_folder_that_moved_is_another(read, later):
    check()
    Path("models/nghe-an").mkdir()
    shutil.move("models/son-la/to-tu-quan", "models/nghe-an/to-tu-quan")
    assert check().catalogue.by_id["to-tu-quan"].path == "models/nghe-an/to-tu-quan/model.yaml"


def test_words_of_the_vocabularies_are_asked_for_anew(read, later):
    assert check().errors == 0
    change(Path("models/_vocabulary/don-vi.yaml"), "hoi-phu-nu:", "hoi-khac:")
    assert [problem.rule for problem in check().problems] == ["loai_don_vi"] * 3


def test_findings_are_told_again(read, later):
    change(MODEL, "ngay_dang:", "ghi_chu: 'Gọi 0912 345 678.'\nngay_dang:")
    first = check().problems
    assert [problem.rule for problem in first] == ["rieng_tu"]
    assert check().problems == first
    change(MODEL, "linh_vuc: van-hoa-xa-hoi", "linh_vuc: khac")
    wrong = check()
    assert (wrong.errors, wrong.catalogue) == (1, None)
    assert check().problems == wrong.problems


def test_who_builds_for_an_earlier_day_has_everything_judged_for_that_day(read, later):
    """A date that was past tomorrow is not yet past today."""
    change(MODEL, "ngay_dang: 2026-11-20", "ngay_dang: 2026-11-23")
    tomorrow = TODAY + timedelta(days=1)
    assert check(tomorrow).errors == 0
    assert [problem.rule for problem in check(TODAY).problems] == ["tuong_lai"]
    assert check(tomorrow).errors == 0


def real(_: Path) -> Path:
    return ROOT / "models"


def invented(place: Path) -> Path:
    write_catalogue(place / "models", 60, photos=False)
    return place / "models"


@pytest.mark.parametrize("models", [real, invented])
def test_what_is_sound_stays_sound(models, tmp_path):
    """The storeroom believes a judgement on every later day; no rule may forbid what has passed."""
    folder = models(tmp_path)
    for days in (1, 40, 4000):
        found = check_models(
            survey(folder), TODAY + timedelta(days=days), taken_for_sound, Storeroom(tmp_path / str(days))
        )
        assert found.errors == 0


def test_a_room_that_cannot_be_read_costs_time_and_nothing_else(read, later):
    first = check()
    (database,) = ROOM.glob("*.db")
    for damage in (b"", b"no database", database.read_bytes()[:5000]):
        read.clear()
        Storeroom(ROOM).close()
        database.write_bytes(damage)
        assert check().catalogue == first.catalogue
        assert len(read) == 3


def test_a_room_of_another_program_is_emptied(read, later):
    """Of an older one, whose tables had other columns."""
    ROOM.mkdir()
    with sqlite3.connect(ROOM / "mo-hinh.db") as database:
        database.execute("CREATE TABLE edition (name TEXT NOT NULL)")
        database.execute("INSERT INTO edition VALUES ('0 of long ago')")
        database.execute("CREATE TABLE source (path TEXT PRIMARY KEY, row BLOB NOT NULL)")
    first = check()
    read.clear()
    assert check().catalogue == first.catalogue
    assert read == []


def test_models_that_nobody_has_any_more_are_swept_in_time(read, later):
    check()
    room = Storeroom(ROOM)
    for number in range(120):
        write_model(Path(), "to-tu-quan", f"tieu_de: Tổ tự quản số {number}\n")
        check()
    in_use = [brief.digest for brief in check().catalogue.models]
    with sqlite3.connect(ROOM / "mo-hinh.db") as database:
        assert database.execute("SELECT count(*) FROM model").fetchone()[0] > 100
        room.sweep(in_use)
        assert database.execute("SELECT count(*) FROM model").fetchone()[0] == 3
    assert [room.model(digest).id for digest in in_use] == [brief.id for brief in check().catalogue.models]


# --- The seal ------------------------------------------------------------------------------------------------------


def build(today: date = TODAY) -> Built:
    order = Order(Path("models"), Path("site"), Path("mkdocs.yml"), Path(".cache"))
    return build_site(order, today, progress=lambda _done, _in_all: None)


@pytest.fixture
def sealed(read, later, monkeypatch):
    """A site that is built, and a flag that is up when somebody checked the models since."""
    change(MODEL, "ngay_dang:", "ghi_chu: 'Gọi 0912 345 678.'\nngay_dang:")
    built = build()
    assert built.published.made > 60
    checked: list[bool] = []
    check = renewing.check_models
    monkeypatch.setattr(renewing, "check_models", lambda *given: checked.append(True) or check(*given))
    return built, checked


def test_where_nothing_changed_nothing_is_done_and_what_was_found_is_told_again(sealed):
    first, checked = sealed
    again = build()
    assert checked == []
    assert again.problems == first.problems != ()
    assert (again.models, again.published.files, again.published.pages) == (
        first.models,
        first.published.files,
        first.published.pages,
    )
    assert (again.published.made, again.published.removed) == (0, 0)


def test_on_a_later_day_there_is_still_nothing_to_do_but_on_an_earlier_one_there_may_be(sealed):
    _, checked = sealed
    build(TODAY + timedelta(days=30))
    assert checked == []
    build(TODAY - timedelta(days=1))
    assert checked == [True]


CHANGES = {
    "a model": lambda: change(MODEL, "bản Lướt", "bản Nà"),
    "a new model": lambda: write_model(Path(), "moi", "tieu_de: Mô hình mới\n"),
    "a vocabulary": lambda: change(Path("models/_vocabulary/linh-vuc.yaml"), "ten: Kinh tế", "ten: Làm ăn"),
    "a report": lambda: change(Path("models/_reports/ha-noi-2023.yaml"), "13.663", "13.664"),
    "a page of docs": lambda: put(Path("docs/gioi-thieu.md"), "# Giới thiệu\n\nKhác trước.\n"),
    "a style": lambda: put(Path("docs/assets/trang.css"), "main { margin: 0 }\n"),
    "the settings": lambda: change(Path("mkdocs.yml"), "site_name: Dân vận khéo", "site_name: Khéo"),
    "a page of the site that is gone": lambda: Path("site/mo-hinh/index.html").unlink(),
    "a site that is gone": lambda: shutil.rmtree("site"),
}


@pytest.mark.parametrize("change_something", CHANGES.values(), ids=CHANGES)
def test_a_change_breaks_the_seal(sealed, change_something):
    _, checked = sealed
    change_something()
    assert build().published.made > 0
    assert checked == [True]
    checked.clear()
    assert build().published.made == 0
    assert checked == []


@pytest.mark.parametrize("builds_before", [0, 1])
def test_what_changes_while_a_site_is_built_breaks_its_seal(read, later, monkeypatch, builds_before):
    """The site was made of what was there before; the seal must not speak for what came meanwhile."""
    for _ in range(builds_before):
        build()
        change(MODEL, "bản Lướt", "bản Nà")
    publish = renewing.publish_catalogue

    def publish_while_somebody_writes(*given, **more):
        put(Path("docs/gioi-thieu.md"), "# Giới thiệu\n\nViết trong lúc dựng.\n")
        return publish(*given, **more)

    with monkeypatch.context() as patch:
        patch.setattr(renewing, "publish_catalogue", publish_while_somebody_writes)
        build()
    assert "Viết trong lúc dựng." not in Path("site/gioi-thieu/index.html").read_text(encoding="utf-8")
    build()
    assert "Viết trong lúc dựng." in Path("site/gioi-thieu/index.html").read_text(encoding="utf-8")


@pytest.fixture
def compared(read, later, monkeypatch):
    """A site without search, and a list that grows when all outputs are compared."""
    build_pages()
    whole: list[object] = []
    publish = renewing.publish_catalogue
    monkeypatch.setattr(
        renewing, "publish_catalogue", lambda *given, **more: whole.append(1) or publish(*given, **more)
    )
    return whole


def build_pages() -> Published:
    order = Order(Path("models"), Path("site"), Path("mkdocs.yml"), Path(".cache"), is_searched=False)
    return build_site(order, TODAY, progress=lambda _done, _in_all: None).published


def test_where_only_its_own_page_tells_of_a_change_nothing_else_is_compared(compared):
    change(MODEL, "ngay_dang:", "ghi_chu: Sửa một câu.\nngay_dang:")
    built = build_pages()
    assert (built.made, built.removed, compared) == (2, 0, [])
    assert "Sửa một câu." in Path("site/mo-hinh/to-tu-quan/index.html").read_text(encoding="utf-8")
    assert "Sửa một câu." in Path("site/du-lieu/v1/mo-hinh.json").read_text(encoding="utf-8")
    assert built.files > built.pages > 40
    assert build_pages() == replace(built, made=0)


@pytest.mark.parametrize(
    "also",
    [
        lambda: change(MODEL, "tieu_de:", "tieu_de: Nay"),
        lambda: write_model(Path(), "moi", "tieu_de: Mô hình mới\n"),
        lambda: shutil.rmtree("models/son-la/cho-van-minh"),
        lambda: change(Path("models/_reports/ha-noi-2023.yaml"), "13.663", "13.664"),
        lambda: Path("site/lan-toa/index.html").unlink(),
        lambda: (change(MODEL, "tieu_de:", "tieu_de: Nay"), check_folder(Path("models"), Path(".cache"), TODAY)),
    ],
    ids=["a title", "a new model", "one less", "a report", "a page that is gone", "a title that was checked meanwhile"],
)
def test_all_is_compared_where_others_may_tell_of_a_change(compared, also):
    also()
    change(MODEL, "ngay_dang:", "ghi_chu: Sửa một câu.\nngay_dang:")
    build_pages()
    assert compared == [1]


def test_a_template_breaks_the_seal(sealed, monkeypatch):
    _, checked = sealed
    monkeypatch.setattr(looking, "template_edition", lambda: "another")
    build()
    assert checked == [True]


def test_the_environment_that_the_settings_name_breaks_the_seal(sealed, monkeypatch):
    monkeypatch.setenv("SITE_URL", "https://mau.example/")
    assert build().published.made > 60
    assert b"https://mau.example/" in Path("site/index.html").read_bytes()


def test_a_seal_that_cannot_be_read_costs_time_and_nothing_else(sealed):
    _, checked = sealed
    for text in ("", "[]", "[1, 2]", '["a", "b", 1, 2, 3, 4, [["x"]]]'):
        put(Path(".cache/niem-phong.json"), text)
        assert build().published.made == 0
    assert len(checked) == 4


def test_a_site_with_errors_is_not_sealed(sealed):
    _, checked = sealed
    change(MODEL, "linh_vuc: van-hoa-xa-hoi", "linh_vuc: khac")
    for _ in range(2):
        assert build().published is None
    assert checked == [True, True]


# --- Folders that are known again -----------------------------------------------------------------------------------


def looked_at():
    return look_at(Order(Path("models"), Path("site"), Path("mkdocs.yml"), Path(".cache")), lambda: True)


@pytest.fixture
def listed(tmp_path, monkeypatch):
    """Two models in a folder, looked at once when all had been still for long; and what is listed at the next look."""
    monkeypatch.chdir(tmp_path)
    for name in ("a", "b"):
        folder = Path("models/x", f"mo-hinh-{name}")
        folder.mkdir(parents=True)
        (folder / "model.yaml").write_text("a: b\n")
    Path("mkdocs.yml").write_text("")
    # The time of a change (ctime) cannot be set back: the clock is put forward, so that nothing here is young.
    clock = time.time_ns
    monkeypatch.setattr(looking.time, "time_ns", lambda: clock() + 3600 * 10**9)
    looked_at()
    asked: list[str] = []
    scan = os.scandir
    monkeypatch.setattr(intake.os, "scandir", lambda folder: asked.append(str(folder)) or scan(folder))
    return asked


def names():
    return [[Path(folder.path, name).name for name, _ in folder.stamp] for folder in looked_at().seen.folders]


def test_a_folder_that_is_as_it_was_is_not_listed_again_but_its_files_are_looked_at(listed):
    before = looked_at().seen.folders
    assert [folder for folder in listed if "x" in folder] == []
    Path("models/x/mo-hinh-a/model.yaml").write_text("a: c\nd: e\n")
    assert looked_at().seen.folders[0].stamp != before[0].stamp
    assert looked_at().seen.folders[1].stamp == before[1].stamp


def test_what_comes_into_a_known_folder_or_goes_from_it_is_seen(listed):
    Path("models/x/mo-hinh-a/anh.jpg").write_bytes(b"")
    assert names() == [["model.yaml", "anh.jpg"], ["model.yaml"]]
    Path("models/x/mo-hinh-a/anh.jpg").unlink()
    Path("models/x/mo-hinh-b/model.yaml").unlink()
    assert names() == [["model.yaml"]]


def test_a_link_in_the_place_of_a_file_is_found_in_a_known_folder(listed):
    Path("models/x/mo-hinh-b/model.yaml").unlink()
    Path("models/x/mo-hinh-b/model.yaml").symlink_to("../mo-hinh-a/model.yaml")
    for _ in range(2):
        assert [stray.path for stray in looked_at().seen.unexpected if stray.kind is UnexpectedKind.LINK] == [
            "models/x/mo-hinh-b/model.yaml"
        ]


def test_nothing_is_known_again_where_folders_do_not_tell_that_something_came_into_them(listed, monkeypatch):
    monkeypatch.setattr(looking, "_folders_tell", lambda *_: False)
    Path("models/x/mo-hinh-a/anh.jpg").write_bytes(b"")
    looked_at()
    listed.clear()
    looked_at()
    assert "models/x/mo-hinh-b" in listed


# --- Pages first, then the search -----------------------------------------------------------------------------------


@pytest.fixture
def at_indexing(read, later, monkeypatch):
    """What lay in the site each time when the index of the search was about to be made."""
    seen: list[dict[str, str]] = []
    make = searching.make_index

    def noting(*given):
        pages = sorted(Path("site").rglob("index.html"))
        seen.append({page.parent.name: page.read_text(encoding="utf-8") for page in pages})
        return make(*given)

    monkeypatch.setattr(searching, "make_index", noting)
    return seen


def test_pages_are_there_before_the_search_is_made(at_indexing):
    build()
    assert "bản Lướt" in at_indexing[0]["to-tu-quan"]
    change(MODEL, "bản Lướt", "bản Nà")
    build()
    assert "bản Nà" in at_indexing[1]["to-tu-quan"]
    assert "data-dv-search" in at_indexing[1]["mo-hinh"]  # with the search of before
    build()
    assert len(at_indexing) == 2


def test_what_the_search_of_before_may_lead_to_goes_when_there_is_a_new_one(at_indexing):
    write_model(Path(), "moi", "tieu_de: Mô hình mới\n")
    build()
    shutil.rmtree(next(Path("models").rglob("moi")))
    built = build()
    assert "moi" in at_indexing[1]
    assert not Path("site/mo-hinh/moi").exists()
    assert built.published.removed > 0


def test_a_build_that_was_cut_while_indexing_is_ended_by_the_next(at_indexing, monkeypatch):
    build()
    change(MODEL, "bản Lướt", "bản Nà")
    with monkeypatch.context() as patch:
        patch.setattr(renewing, "ready_index", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            build()
    assert "bản Nà" in Path("site/mo-hinh/to-tu-quan/index.html").read_text(encoding="utf-8")
    before = sorted(path.name for path in Path("site/tim").rglob("*"))
    build()
    assert sorted(path.name for path in Path("site/tim").rglob("*")) != before
