"""Publishing: what is unchanged stays untouched, what was interrupted heals, and at no moment a reader finds a broken page."""

import errno
import os
import random
import shutil
import stat
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import count
from pathlib import Path
from threading import Event, Thread

import pytest
from building import (
    FRAME,
    OPTIONS,
    broken,
    build,
    clean,
    identities,
    killed_before,
    left_over,
    published,
    share,
    with_templates,
    without_mkdocs,
    without_steering,
)
from hypothesis import settings
from library import MadeHost
from making import TODAY
from project import add_photo, change, files_of, make_project, put, run, started, write_model
from showcase.build import build as building
from showcase.build.build import fill_hosts_site
from showcase.build.errors import DamagedLedgerError, ForeignFolderError
from showcase.build.ledger import JOURNAL, LEDGER, read_ledger, write_journal
from showcase.build.make import Done
from showcase.build.options import Extent, Published
from showcase.build.publish import DAYS_KEPT, Publication
from showcase.checking.whole import check_folder
from showcase.publish import model_pages
from showcase.publish.output import Output
from showcase.system.lock import lock

SITE = OPTIONS.site


@pytest.fixture
def project(tmp_path, shared, monkeypatch):
    """Three models in a project, which is the folder we stand in."""
    monkeypatch.chdir(make_project(tmp_path))
    without_mkdocs(monkeypatch)
    without_steering(monkeypatch)
    share(OPTIONS.cache, shared)
    return tmp_path


def kept_pictures() -> list[str]:
    return sorted(path.as_posix() for path in SITE.rglob("anh/*"))


# --- What is written, and what is not ------------------------------------------------------------------------------


def test_what_is_unchanged_is_neither_made_nor_written(project):
    first = published()
    assert first.written == first.files > 60
    before = identities()
    again = published()
    assert (again.written, again.removed, again.files, again.pages) == (0, 0, first.files, first.pages)
    assert identities() == before


def extent_of() -> Extent:
    """What a host would have to take of the site as it lies there."""
    sizes = {path: len(data) for path, data in files_of(SITE).items()}
    largest = max(sizes, key=sizes.__getitem__)
    return Extent(len(sizes), sum(sizes.values()), largest, sizes[largest])


@pytest.mark.slow
def test_how_large_a_site_is_is_known_after_each_build(project):
    assert published().extent == extent_of()
    assert published().extent == extent_of(), "nothing changed"
    model = project / "models/son-la/to-tu-quan"
    change(model / "model.yaml", "bản Lướt", "bản Nà Mường Lướt")
    (SITE / "mo-hinh/index.html").unlink()
    assert published().extent == extent_of()
    shutil.rmtree(model)
    assert published().extent == extent_of()
    write_journal(SITE, ["mo-hinh/index.html", "so-lieu/index.html"])
    put(SITE / "mo-hinh/index.html", "của một lần dựng bị dừng")
    assert published().extent == extent_of()


def test_a_note_changes_the_model_s_page_and_the_open_data_alone(project):
    published()
    before = identities()
    write_model(project, "to-tu-quan", "tieu_de: Tổ tự quản ở bản Lướt\nghi_chu: Nguồn không nêu lĩnh vực.\n")
    published()
    changed = {path for path, identity in identities().items() if before[path] != identity}
    data = {f"du-lieu/v1/{name}" for name in ("mo-hinh.json", "mo-hinh.csv", "chi-muc.json")}
    assert changed == {"mo-hinh/to-tu-quan/index.html", *data}


@pytest.mark.slow
def test_what_is_made_again_with_the_same_bytes_is_left_alone(project, monkeypatch):
    """No host and no reader fetches anew what is as it was."""
    published()
    before = identities()
    templates = building.load_templates()
    changed = templates | {"list.html": f"{templates['list.html']}{{# Không ai đọc. #}}"}
    with_templates(monkeypatch, lambda: changed)
    assert published().written == 0
    assert identities() == before


@pytest.mark.slow
def test_what_is_gone_is_removed_with_its_folders(project):
    published()
    shutil.rmtree("models/son-la/duong-hoa")
    done = published()
    assert done.removed == 5, "the page, what is read over loudspeakers twice, and the photo as JPEG and WebP"
    assert kept_pictures() == left_over() == []
    assert files_of(SITE) == clean()


def test_a_file_that_somebody_took_away_is_made_again(project):
    published()
    Path("site/mo-hinh/index.html").unlink()
    assert published().written == 1
    assert files_of(SITE) == clean()


def test_a_folder_of_others_is_refused_and_left_as_it_was(project):
    put(Path("site/thu-cua-toi.txt"), "Đừng xóa.")
    put(Path("site/index.html"), "Trang của tôi.")
    before = identities()
    with pytest.raises(ForeignFolderError, match="site"):
        build()
    assert identities() == before
    assert sorted(path.name for path in SITE.iterdir()) == ["index.html", "thu-cua-toi.txt"]


@pytest.mark.slow
@pytest.mark.parametrize(
    "damage",
    [
        lambda _: "",
        lambda _: "{}",
        lambda _: "[]",
        lambda _: "\0\0",
        lambda _: '{"edition":99,"files":{}}',
        lambda _: '{"edition":2,"files":{"CNAME":0}}',
        lambda _: '{"CNAME":"0123"}',
        lambda text: text[:900],
        lambda text: text[900:],
        lambda text: text.replace('"index.html"', '"CNAME"'),
        lambda text: text.replace('"files":{', '"files":{"CNAME":0,'),
        lambda text: f"<<<<<<< HEAD\n{text}\n=======\n{text}\n>>>>>>> nhanh\n",
    ],
)
def test_a_ledger_that_is_not_as_we_wrote_it_says_of_nothing_that_it_is_ours(project, damage):
    published()
    put(SITE / "CNAME", "vi-du.example")
    put(SITE / LEDGER, damage((SITE / LEDGER).read_text(encoding="utf-8")))
    before = identities()
    with pytest.raises(DamagedLedgerError, match="site"):
        build()
    assert identities() == before


def test_a_ledger_that_git_gave_a_line_end_is_as_we_wrote_it(project):
    published()
    with (SITE / LEDGER).open("a", encoding="utf-8") as ledger:
        ledger.write("\n")
    put(SITE / "CNAME", "vi-du.example")
    shutil.rmtree("models/son-la/to-tu-quan")
    published()
    assert files_of(SITE) == clean() | {"CNAME": b"vi-du.example"}


def test_a_journal_never_leads_out_of_the_site(project):
    published()
    outside = put(project / "cua-toi.html", "Đừng xóa.")
    put(SITE / JOURNAL, f"../cua-toi.html\n{outside}\nmo-hinh/../../cua-toi.html\n")
    published()
    assert outside.is_file()


def test_a_home_full_of_hidden_files_is_a_folder_of_others(project):
    for name in (".bashrc", ".ssh/config", ".git/config"):
        put(SITE / name, "của tôi")
    with pytest.raises(ForeignFolderError, match="site"):
        build()
    assert sorted(path.name for path in SITE.iterdir()) == [".bashrc", ".git", ".ssh"]


def test_what_is_hidden_at_the_top_is_none_of_our_business(project):
    """`.git` of a worktree and `.nojekyll` for a host: MkDocs leaves them, and so do we; what a power cut left goes."""
    put(Path("site/.git/config"), "[core]")
    put(Path("site/.nojekyll"), "")
    published()
    put(SITE / JOURNAL, "mo-hinh/index.html\nmo-hinh/moi/index.html")
    put(Path("site/.index.html.4711.tmp"), "half a page")
    put(Path("site/mo-hinh/.index.html.4711.tmp"), "half a page")
    put(Path("site/mo-hinh/index.html"), "another page")
    put(Path("site/mo-hinh/moi/index.html"), "a page that nobody asks for any more")
    done = published()
    assert (done.written, done.removed) == (1, 3)
    assert sorted(path.name for path in SITE.rglob(".*")) == [".git", ".nojekyll", LEDGER]
    assert Path("site/.git/config").read_text(encoding="utf-8") == "[core]"


def test_an_empty_folder_belongs_to_nobody(project):
    SITE.mkdir()
    assert published().written > 60


def test_a_file_in_the_place_of_the_site_is_told(project):
    put(SITE, "tệp")
    with pytest.raises(FileExistsError, match="site"):
        build()


def filled_for_us(site: str) -> Published:
    """What `mkdocs build` has us do, in a folder that it has just filled."""
    checked = check_folder(OPTIONS.models, OPTIONS.cache, TODAY)
    options = replace(OPTIONS, site=Path(site))
    return fill_hosts_site(checked, MadeHost(frame=FRAME), options, TODAY, is_lenient=False)


@pytest.mark.slow
def test_a_site_that_a_host_has_just_filled_is_made_whole(project):
    """After MkDocs has emptied the site, its ledger is a tale of the past."""
    published()
    before = clean()
    shutil.rmtree(SITE / "mo-hinh/to-tu-quan")
    put(Path("site/mo-hinh/index.html"), "MkDocs was here")
    put(Path("site/khung/index.html"), "and here")
    filled_for_us("site")
    assert files_of(SITE) == before


@pytest.mark.slow
def test_what_is_remembered_of_one_site_is_not_believed_of_another(project):
    """`mkdocs serve` fills a folder of its own while somebody edits; then the site is built."""
    published()
    write_model(project, "to-tu-quan", "tieu_de: Tổ tự quản có tên khác\n")
    Path("of-mkdocs").mkdir()
    filled_for_us("of-mkdocs")
    published()
    assert files_of(SITE) == files_of(Path("of-mkdocs")) == clean()
    change(project / "models/son-la/to-tu-quan/model.yaml", "có tên khác", "có tên thứ ba")
    published(replace(OPTIONS, site=Path("other")))
    published()
    assert files_of(SITE) == clean()


# --- The order in which files are put in place ---------------------------------------------------------------------


def say(_context: object, text: str) -> bytes:
    return text.encode()


def put_by_hand(site: Path, outputs: Sequence[Output]) -> list[str]:
    """Publish outputs; give their paths in the order in which they are asked for."""
    publication, asked = Publication(site, 0), []

    def make(some: Sequence[Output]) -> Iterator[Done]:
        for output in some:
            asked.append(output.path)
            put(publication.folder / output.path, output.key[0])
            yield Done(output.path, is_written=True, reads=())

    list(publication.put(outputs, outputs, make, b"notice"))
    publication.finish(set())
    return asked


def test_what_names_others_is_put_in_place_after_them_and_before_the_pages(tmp_path):
    """A reader of the entry of an index, or of a page, finds all that it names."""
    paths = ["trang.html", "tim/muc-luc.json", *(f"tim/{number}" for number in range(40)), "bai/index.html"]
    table = [Output(path, say, (path,), names_others=path == "tim/muc-luc.json") for path in paths]
    put_by_hand(tmp_path / "site", [Output("trang.html", say, ("Của lần trước.",))])
    asked = put_by_hand(tmp_path / "site", table)
    assert asked[-3:] == ["tim/muc-luc.json", "bai/index.html", "trang.html"]


def test_what_is_made_with_the_same_key_is_made_together(tmp_path):
    paths = [f"{kind}/{model}.html" for kind in ("bai", "bao-chi", "doc") for model in ("to-dan-van", "duong-hoa")]
    table = [Output(path, say, (Path(path).stem,)) for path in paths]
    asked = put_by_hand(tmp_path / "site", table)
    assert [Path(path).stem for path in asked] == ["duong-hoa"] * 3 + ["to-dan-van"] * 3


def test_a_first_site_is_made_beside_its_place_and_moved_there_whole(tmp_path):
    site, seen = tmp_path / "site", []
    publication = Publication(site, 0)

    def make(some: Sequence[Output]) -> Iterator[Done]:
        for output in some:
            seen.append(site.exists())
            put(publication.folder / output.path, "trang")
            yield Done(output.path, is_written=True, reads=())

    list(publication.put([Output("index.html", say)], [Output("index.html", say)], make, b""))
    publication.finish(set())
    assert seen == [False]
    assert files_of(site) == {"index.html": b"trang"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site"]


# --- What is named by its content stays for those who have an old page open ----------------------------------------


@pytest.mark.slow
def test_a_picture_that_was_replaced_stays_for_thirty_days(project):
    published()
    old = kept_pictures()
    add_photo(project, "duong-hoa", width=420)
    done = published()
    assert done.removed == 0
    assert set(old) < set(kept_pictures()), "the new picture lies beside the old one"
    assert done.extent == extent_of(), "and a host has to take both"
    assert broken() == []
    published(today=TODAY + timedelta(days=DAYS_KEPT - 1))
    assert set(old) < set(kept_pictures())
    done = published(today=TODAY + timedelta(days=DAYS_KEPT))
    assert (done.written, done.removed) == (0, len(old))
    assert files_of(SITE) == clean(today=TODAY + timedelta(days=DAYS_KEPT))


@pytest.mark.slow
def test_a_picture_that_is_needed_again_has_its_days_before_it(project):
    published()
    old = kept_pictures()
    add_photo(project, "duong-hoa", width=420)
    published()
    add_photo(project, "duong-hoa", width=400)
    later = TODAY + timedelta(days=DAYS_KEPT - 5)
    published(today=later)
    add_photo(project, "duong-hoa", width=420)
    published(today=later)
    published(today=TODAY + timedelta(days=DAYS_KEPT))
    assert set(old) < set(kept_pictures())


def test_one_that_somebody_took_away_is_expected_no_longer(project):
    published()
    old, *_ = kept_pictures()
    add_photo(project, "duong-hoa", width=420)
    published()
    Path(old).unlink()
    published()
    assert old.removeprefix("site/") not in read_ledger(SITE)


def taken_down(project: Path) -> None:
    model = project / "models/son-la/duong-hoa/model.yaml"
    takedown = "go_bo: {ngay: 21/11/2026, ly_do: Theo đề nghị của địa phương.}\n"
    put(model, f"{model.read_text(encoding='utf-8')}{takedown}")


def deleted(project: Path) -> None:
    shutil.rmtree(project / "models/son-la/duong-hoa")


@pytest.mark.slow
@pytest.mark.parametrize("end", [taken_down, deleted])
@pytest.mark.parametrize("is_replaced", [False, True])
def test_with_a_model_go_its_pictures_at_once_those_of_before_too(project, end, is_replaced):
    published()
    if is_replaced:
        add_photo(project, "duong-hoa", width=420)
        published()
    end(project)
    published()
    assert kept_pictures() == []
    assert files_of(SITE) == clean()


SEARCHED = replace(OPTIONS, is_searched=True)


def pieces() -> set[str]:
    """The files of the search that are named by their content."""
    return {path.as_posix() for path in SITE.glob("tim/manh/*")}


@pytest.mark.slow
def test_pieces_of_the_search_stay_unless_a_model_is_gone(project):
    """An open page goes on searching; but of a model that was taken down nothing is told any more."""
    published(SEARCHED)
    old = pieces()
    write_model(project, "to-tu-quan", "tieu_de: Tổ tự quản có tên khác\n")
    published(SEARCHED)
    assert old < pieces()
    taken_down(project)
    published(SEARCHED)
    assert files_of(SITE) == clean(SEARCHED)


@pytest.mark.slow
@pytest.mark.parametrize("step", ["finish", "put"])
def test_pieces_that_tell_of_a_model_go_though_the_build_that_took_it_down_was_killed(project, monkeypatch, step):
    published(SEARCHED)
    write_model(project, "to-tu-quan", "tieu_de: Tổ tự quản có tên khác\n")
    published(SEARCHED)
    taken_down(project)
    with monkeypatch.context() as patch:
        patch.setattr(f"showcase.build.publish.Publication.{step}", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            published(SEARCHED)
    published(SEARCHED)
    assert files_of(SITE) == clean(SEARCHED)


# --- Interrupted ---------------------------------------------------------------------------------------------------


def edit_everything() -> None:
    for name, title in (
        ("cho-van-minh", "Chợ sạch"),
        ("duong-hoa", "Đường hoa mười giờ"),
        ("to-tu-quan", "Tổ liên gia"),
    ):
        write_model(Path(), name, f"tieu_de: {title} của bản Lướt\n")
    add_photo(Path(), "duong-hoa", width=420)


def add_three() -> None:
    steps = "lam_theo: {buoc: [Họp tổ., Chia đoạn.]}"
    for number in range(3):
        write_model(Path(), f"moi-{number}", f"tieu_de: Mô hình mới số {number}\nhoc_tu: duong-hoa\n{steps}\n")


def rename() -> None:
    model = Path("models/son-la/duong-hoa")
    text = (model / "model.yaml").read_text(encoding="utf-8")
    put(model / "model.yaml", f"{text}duong_dan_cu: [duong-hoa]\n")
    model.rename(model.with_name("duong-hoa-moi"))


EDITS = {
    "edited": edit_everything,
    "more": add_three,
    "renamed": rename,
    "deleted": lambda: deleted(Path()),
    "taken down": lambda: taken_down(Path()),
}
SLOW = {"more", "renamed", "taken down"}
"""Edits with a like that is quick."""
KILLS = max(2, settings().max_examples // 25)
"""Moments at which a build is killed: four, and two where few examples are asked for."""


def go_back() -> None:
    shutil.rmtree("models")
    shutil.copytree("models-before", "models")


def deeds_of_a_build(options=OPTIONS) -> int:
    with killed_before(None) as build_of_now:
        published(options)
    return build_of_now.done


@pytest.mark.parametrize(
    "edit", [pytest.param(edit, id=name, marks=[pytest.mark.slow] * (name in SLOW)) for name, edit in EDITS.items()]
)
def test_whenever_a_build_is_killed_pages_are_whole_and_the_next_one_heals(project, edit):
    """Whether the edit stays or is taken back: what a killed build had written is vouched for by nothing."""
    shutil.copytree("models", "models-before")
    published()
    before = files_of(SITE)
    edit()
    after = clean()
    deeds = deeds_of_a_build()
    go_back()
    published()
    for number, deed in enumerate(range(0, deeds, deeds // KILLS)):
        edit()
        with killed_before(deed):
            published()
        assert broken() == [], f"killed before deed {deed} of {deeds}"
        if number % 2:
            go_back()
        assert published().troubles == ()
        found, wanted = files_of(SITE), before if number % 2 else after
        assert {path: found[path] for path in found if path in wanted or not path.startswith("anh/")} == wanted, deed
        assert left_over() == []
        go_back()
        published()


@pytest.mark.slow
def test_a_build_that_is_killed_twice_leads_nowhere_in_vain(project):
    """New pages have notices before others lead to them, though the build before was killed when it had noted them."""
    shutil.copytree("models", "models-before")
    published()
    before = files_of(SITE)
    chance = random.Random(1)
    for _ in range(8):
        add_three()
        for _ in range(3):
            with killed_before(chance.randrange(95)):
                published()
            assert broken() == []
        go_back()
        published()
        assert files_of(SITE) == before


@pytest.mark.slow
def test_whenever_a_first_build_is_killed_there_is_no_site_or_a_whole_one(project):
    expected = clean()
    deeds = deeds_of_a_build()
    for deed in range(0, deeds, deeds // KILLS):
        shutil.rmtree(SITE, ignore_errors=True)
        with killed_before(deed):
            published()
        assert not SITE.exists()
    published()
    assert files_of(SITE) == expected
    assert not Path(".site.dang-dung").exists()


@pytest.mark.slow
@pytest.mark.parametrize("edit", [edit_everything, lambda: deleted(Path())], ids=["edited", "deleted"])
def test_a_search_that_is_killed_tells_of_nothing_that_is_not_there(project, edit):
    """The edit is taken back, or is not: either way the next search is that of the models."""
    shutil.copytree("models", "models-before")
    published(SEARCHED)
    before = files_of(SITE)
    edit()
    after = clean(SEARCHED)
    deeds = deeds_of_a_build(SEARCHED)
    go_back()
    published(SEARCHED)
    for number, deed in enumerate(range(0, deeds, deeds // KILLS)):
        edit()
        with killed_before(deed):
            published(SEARCHED)
        if number % 2:
            go_back()
        published(SEARCHED)
        found, wanted = files_of(SITE), before if number % 2 else after
        assert {path: found[path] for path in wanted} == wanted, deed
        go_back()
        published(SEARCHED)


def test_a_page_that_cannot_be_made_becomes_a_notice_until_it_can(project, monkeypatch):
    sound = model_pages._model  # noqa: SLF001 - there is no other way to have one page fail

    def fail(context, model_id):
        return sound(context, model_id) if model_id != "duong-hoa" else 1 / 0

    with monkeypatch.context() as patch:
        patch.setattr(model_pages, "_model", fail)
        done = published()
        assert [path for path, _ in done.troubles] == ["mo-hinh/duong-hoa/index.html"]
        assert "ZeroDivisionError" in done.troubles[0][1]
        assert "Trang này đang được sửa" in Path("site/mo-hinh/duong-hoa/index.html").read_text(encoding="utf-8")
        assert Path("site/mo-hinh/to-tu-quan/index.html").is_file()
        again = published()
        assert [path for path, _ in again.troubles] == ["mo-hinh/duong-hoa/index.html"], "it is tried again each time"
    assert published().troubles == ()
    assert files_of(SITE) == clean()


@pytest.mark.parametrize(
    "room", [pytest.param(2, marks=pytest.mark.slow), 15, pytest.param(25, marks=pytest.mark.slow), 40]
)
def test_a_full_disk_stops_a_build_and_breaks_no_page(project, monkeypatch, room):
    published()
    add_three()
    edit_everything()
    files, write = count(), os.write

    def write_while_there_is_room(descriptor: int, data: bytes) -> int:
        if stat.S_ISREG(os.fstat(descriptor).st_mode) and next(files) >= room:
            write(descriptor, data[: len(data) // 2])
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(descriptor, data)

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", write_while_there_is_room)
        with pytest.raises(OSError, match="No space left"):
            build()
    assert broken() == []
    published()
    found, expected = files_of(SITE), clean()
    assert {path: found[path] for path in expected} == expected
    assert left_over() == []


def test_a_page_for_which_there_is_no_room_stays_as_it_was(project, monkeypatch):
    """Though a notice would fit: it is no mistake of ours, and readers have the page of before."""
    published()
    page, write = Path("site/mo-hinh/to-tu-quan/index.html"), os.write
    before = page.read_bytes()
    write_model(project, "to-tu-quan", "tieu_de: Tổ tự quản có tên khác\n")

    def write_what_is_small(descriptor: int, data: bytes) -> int:
        if "có tên khác".encode() in bytes(data) and data[:9] == b"<!doctype":
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(descriptor, data)

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", write_what_is_small)
        with pytest.raises(OSError, match="No space left"):
            build()
    assert page.read_bytes() == before
    published()
    assert files_of(SITE) == clean()


def test_pages_that_are_gone_go_before_what_they_show(project, monkeypatch):
    add_photo(project, "duong-hoa")
    published()
    removed = []
    unlink = Path.unlink
    monkeypatch.setattr(Path, "unlink", lambda place, **more: (removed.append(place.as_posix()), unlink(place, **more)))
    deleted(project)
    published()
    ours = [path for path in removed if not path.endswith(JOURNAL)]
    pages = [path.endswith(".html") for path in ours]
    assert pages == sorted(pages, reverse=True)
    assert any(pages)
    assert any(path.endswith((".jpg", ".webp")) for path in ours)


# --- Power cuts ----------------------------------------------------------------------------------------------------


@pytest.fixture
def synced(monkeypatch):
    """What is done for power cuts, and what else is done to the site, in order."""
    done = []
    kinds = {LEDGER: "ledger", JOURNAL: "journal", ".html": "page"}

    def noted(name):
        deed = getattr(os, name)

        def note(*given):
            where = str(Path(f"/proc/self/fd/{given[0]}").resolve() if name == "fsync" else given[0] if given else "")
            done.append((name, next((kind for part, kind in kinds.items() if part in where), Path(where).name)))
            return deed(*given)

        monkeypatch.setattr(os, name, note)

    for name in ("fsync", "sync", "replace"):
        noted(name)
    return done


def test_what_a_site_is_known_by_outlasts_a_power_cut(project, synced):
    published()
    synced.clear()
    add_three()
    published()
    deeds = [deed for deed in synced if deed[1] != "cache"]
    pages = [place for place, deed in enumerate(deeds) if deed == ("replace", "page")]
    assert len(pages) > 20
    assert deeds.index(("fsync", "journal")) < deeds.index(("replace", "journal")) < pages[0], (
        "it tells what may be half"
    )
    assert deeds.index(("sync", "")) > pages[-1], "nothing is vouched for that is not on the disk"
    assert deeds.index(("fsync", "ledger")) > deeds.index(("sync", ""))
    assert deeds[-1] == ("fsync", "site"), "the journal's name is gone from the folder"


def test_the_disk_is_waited_for_as_often_however_many_pages_there_are(project, synced):
    published()
    counts = []
    for number in (1, 5):
        synced.clear()
        for one in range(number):
            write_model(project, f"moi-{number}-{one}", f"tieu_de: Mô hình mới số {number} {one}\n")
        published()
        counts.append(sum(name in ("fsync", "sync") for name, _ in synced))
    assert counts[0] == counts[1] <= 12


@pytest.mark.slow
def test_real_builds_that_are_killed_leave_whole_pages_and_the_next_one_heals(project):
    """`kill -9`, three times at a random moment, with MkDocs and processes; the first time there is no site yet."""
    chance = random.Random(1)
    for edit in range(3):
        write_model(project, f"moi-{edit}", f"tieu_de: Mô hình mới số {edit}\nhoc_tu: duong-hoa\n")
        kill_some_time(project, chance)
        assert broken() == []
    assert run("showcase", "build", cwd=project).returncode == 0
    assert run("showcase", "build", "--site", "clean", cwd=project).returncode == 0
    assert files_of(SITE) == files_of(Path("clean"))
    assert not Path(".site.dang-dung").exists()


def kill_some_time(project: Path, chance: random.Random) -> None:
    """Start a build, and kill it just after it has begun to write."""
    journal, aside = project / "site" / JOURNAL, project / ".site.dang-dung"
    with started("showcase", "build", cwd=project, output=project / "said") as process:
        while process.poll() is None and not (journal.exists() or aside.exists()):
            time.sleep(0.001)
        time.sleep(chance.uniform(0, 0.08))


def test_who_comes_second_waits_and_says_so(tmp_path):
    told, done = Event(), Event()

    def second() -> None:
        with lock(tmp_path / "cache", tmp_path, tell=told.set):
            done.set()

    with lock(tmp_path / "cache", tell=lambda: None):
        thread = Thread(target=second)
        thread.start()
        assert told.wait(60)
        assert not done.is_set()
    thread.join(60)
    assert done.is_set()
