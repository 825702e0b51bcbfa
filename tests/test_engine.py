"""The engine: what is unchanged stays untouched, what was interrupted heals, and every way to the site gives the same bytes."""

import errno
import random
import re
import shutil
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from itertools import count
from multiprocessing import active_children, get_context
from pathlib import Path

import pytest
from distributed import Client, LocalCluster
from making import TODAY, vocabularies
from project import ASSETS, add_photo, change, files_of, make_project, put, run, started, write_model
from showcase.publish.open_data import MODELS
from showcase.publish.output import Amendment, Output
from showcase.publish.site import all_outputs, own_outputs
from showcase.record.abbreviations import PATH as ABBREVIATIONS
from showcase.record.catalogue import vocabularies_of
from showcase.build import checking, engine, ledger, looking, renewing, workforce
from showcase.build.building import build_site
from showcase.build.checking import check_models
from showcase.build.engine import publish
from showcase.mkdocs.host import Host, make_host
from showcase.build.intake import survey
from showcase.build.ledger import JOURNAL, LEDGER, amend_file
from showcase.build.order import Manner, Order, Published
from showcase.photos.store import PhotoStore
from showcase.system.processes import Processes
from showcase.build.renewing import publish_catalogue
from showcase.build.searching import ready_index
from showcase.build.storeroom import Storeroom
from showcase.build.trouble import ForeignFolderError
from showcase.build.turn import turn as hold
from showcase.build.workbench import Workbench
from showcase.build.workforce import Workforce
from showcase.views.page import SiteFacts
from showcase.words.fingerprint import fingerprint

_LINK = re.compile(r'href="((?:\.{1,2}/|/|[a-z])[^"#?:]*/|\.{1,2})["#?]')
FRAME = "<!doctype html><html lang=vi>{% block head %}{% endblock %}{% block main %}{% endblock %}</html>"
_OF_DOCS = ("huong-dan", "gioi-thieu", "so-sanh", "da-luu", "ngoai-mang")
_ASSET = re.compile(r'(?:src|href)="([^"#?:]+\.\w+)"|(?<=["\s])([^"\s,]+\.(?:webp|jpg)) \d+w')


@pytest.fixture(scope="module")
def darkroom(tmp_path_factory):
    """One store of photos for all tests: what it is worth is shown elsewhere, and here it only takes time."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def project(tmp_path, darkroom, monkeypatch):
    """Three models in a project, which is the folder we stand in."""
    monkeypatch.chdir(make_project(tmp_path))
    monkeypatch.setattr(workforce, "_BATCH", 7)  # or all of so small a site would be made before any of it is written
    (tmp_path / "cache").symlink_to(darkroom)
    return tmp_path


def workbench(*, templates: dict[str, str] | None = None) -> Workbench:
    """The hands with a frame of one line: MkDocs has no part in what most of these tests are about."""
    Path("host").mkdir(exist_ok=True)
    host = Host(Path("host"), {}, FRAME, (), SiteFacts(name="Dân vận khéo", description="Thử."), ASSETS)
    hands = Workbench(
        host, PhotoStore(Path("cache"), workers=1), Storeroom(Path("room").absolute()), vocabularies_of(vocabularies())
    )
    return replace(hands, templates=hands.templates | (templates or {}))


def outputs(hands: Workbench) -> list[Output]:
    checked = check_models(survey(Path("models")), TODAY, hands.photos.inspect, hands.storeroom)
    assert checked.catalogue, [str(problem) for problem in checked.problems]
    hands.vocabularies = checked.catalogue.vocabularies
    return list(all_outputs(checked.catalogue, hands.host.site, hands.host.files, hands.host.hashes, hands.edition))


def published(site: str = "site") -> Published:
    hands = workbench()
    return publish(outputs(hands), Path(site), hands)


def clean() -> dict[str, bytes]:
    """What a build into an empty folder gives."""
    shutil.rmtree("clean", ignore_errors=True)
    published("clean")
    return files_of(Path("clean"))


def identities(site: Path = Path("site")) -> dict[str, tuple[int, int]]:
    """What changes when a file is written, be it with the same bytes."""
    stats = {path: path.stat() for path in site.rglob("*") if path.is_file() and path.name not in (LEDGER, JOURNAL)}
    return {path.relative_to(site).as_posix(): (stat.st_ino, stat.st_mtime_ns) for path, stat in stats.items()}


def broken_assets(site: Path) -> list[str]:
    """Pictures, styles and scripts that a page of the site shows and that are not there."""
    found = []
    without_docs = not (site / "gioi-thieu").exists()
    for page in site.rglob("*.html"):
        for match in _ASSET.finditer(page.read_text(encoding="utf-8")):
            wanted = match[1] or match[2]
            place = site / wanted.lstrip("/") if wanted.startswith("/") else page.parent / wanted
            if not place.is_file() and not (without_docs and place.parent.name == "assets"):
                found.append(f"{page.relative_to(site)}: {wanted}")
    return found


def broken_links(site: Path) -> list[str]:
    """Links of a page of the site to pages of the site that are not there."""
    found = []
    without_docs = not (site / "gioi-thieu").exists()
    for page in site.rglob("*.html"):
        for wanted in dict.fromkeys(_LINK.findall(page.read_text(encoding="utf-8"))):
            place = site / wanted.lstrip("/") if wanted.startswith("/") else page.parent / wanted
            is_there = (place / "index.html").is_file() or (without_docs and place.name in _OF_DOCS)
            if not is_there:
                found.append(f"{page.relative_to(site)}: {wanted}")
    return found


def empty_folders(site: Path) -> list[Path]:
    return [path for path in site.rglob("*") if path.is_dir() and not any(path.iterdir())]


# --- What is written, and what is not ------------------------------------------------------------------------------


def test_what_is_unchanged_is_neither_made_nor_written(project):
    first = published()
    assert first.made == first.files > 60
    before = identities()
    again = published()
    assert (again.made, again.removed, again.files, again.pages) == (0, 0, first.files, first.pages)
    assert identities() == before


def test_a_note_changes_the_model_s_page_and_the_open_data_alone(project):
    published()
    before = identities()
    write_model(project, "to-tu-quan", "tieu_de: Tổ tự quản ở bản Lướt\nghi_chu: Nguồn không nêu lĩnh vực.\n")
    assert published().made == 2
    changed = {path for path, identity in identities().items() if before[path] != identity}
    assert changed == {"mo-hinh/to-tu-quan/index.html", "du-lieu/v1/mo-hinh.json"}


def lines(*words: bytes) -> Output:
    """A file of lines, which another build may have left with one of them unlike."""
    text = b"\n".join(words)
    return Output("lines.txt", fingerprint(text), partial(partial, lambda data, _hands: data, text))


def amended(output: Output, before: Output, *changes: tuple[bytes, bytes]) -> Output:
    """The same output, which cannot be made but out of the file that stands."""
    return output._replace(
        write_recipe=partial(partial, _power_cut), amendment=Amendment(before.fingerprint, lambda _hands: changes)
    )


def test_a_file_of_which_a_part_is_new_is_made_out_of_the_one_that_stands(tmp_path):
    site, before, after = tmp_path / "site", lines(b"ao", b"lua", b"ca", b"lua"), lines(b"ao", b"ngo", b"ca", b"khoai")
    publish([before], site, workbench())
    rows = (site / LEDGER).read_bytes()
    publish([amended(after, before, (b"lua", b"ngo"), (b"lua", b"khoai"))], site, workbench())
    assert (site / "lines.txt").read_bytes() == b"ao\nngo\nca\nkhoai"
    assert (site / LEDGER).read_bytes() == rows.replace(before.fingerprint.encode(), after.fingerprint.encode())
    assert publish([after], site, workbench()).made == 0


@pytest.mark.parametrize(
    "spoil",
    [
        lambda site: (site / "lines.txt").unlink(),
        lambda site: (site / "lines.txt").write_bytes(b""),
        lambda site: (site / "lines.txt").write_bytes(b"ao\nca"),
        lambda site: (site / JOURNAL).write_text("lines.txt", encoding="utf-8"),
        lambda _site: publish([lines(b"lua", b"lua")], _site, workbench()),
    ],
    ids=["gone", "empty", "without the part", "of a killed build", "made from something else"],
)
def test_a_file_that_is_not_what_it_should_be_is_made_whole(tmp_path, spoil):
    site, before, after = tmp_path / "site", lines(b"ao", b"lua"), lines(b"ao", b"ngo")
    publish([before], site, workbench())
    spoil(site)
    whole = after._replace(amendment=amended(after, before, (b"lua", b"ngo")).amendment)
    publish([whole], site, workbench())
    assert (site / "lines.txt").read_bytes() == b"ao\nngo"
    assert not (site / JOURNAL).exists()


def test_what_is_not_known_any_more_amends_nothing(tmp_path):
    def forgotten(_hands):
        raise LookupError

    site, before, after = tmp_path / "site", lines(b"ao", b"lua"), lines(b"ao", b"ngo")
    publish([before], site, workbench())
    publish([after._replace(amendment=Amendment(before.fingerprint, forgotten))], site, workbench())
    assert (site / "lines.txt").read_bytes() == b"ao\nngo"


def test_what_names_others_is_put_in_place_after_them_and_before_the_pages(tmp_path, monkeypatch):
    """However many hands there are: a reader of the entry of an index, or of a page, finds all that it names."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(workforce, "_BATCH", 3)
    put_in_place = []

    def recipe(path):
        return lambda _hands: put_in_place.append(path) or b""

    paths = ["trang.html", "tim/muc-luc.json", *(f"tim/{number}" for number in range(40))]
    table = [Output(path, path, partial(recipe, path), names_others=path == "tim/muc-luc.json") for path in paths]
    publish([], tmp_path / "site", workbench())  # the first site has no readers before it is whole
    with ThreadPoolExecutor(4) as threads:
        publish(table, tmp_path / "site", workbench(), workforce=Workforce(threads))
    assert put_in_place[-2:] == ["tim/muc-luc.json", "trang.html"]


def test_what_is_gone_is_removed_with_its_folders(project):
    published()
    shutil.rmtree("models/son-la/duong-hoa")
    done = published()
    assert done.removed == 3, "the page, and the photo as JPEG and WebP"
    left = files_of(Path("site"))
    assert [path for path in left if "duong-hoa" in path or path.startswith("anh/")] == []
    assert empty_folders(Path("site")) == []
    assert left == clean()


def test_a_file_that_somebody_took_away_is_made_again(project):
    published()
    Path("site/mo-hinh/index.html").unlink()
    assert published().made == 1
    assert files_of(Path("site")) == clean()


@pytest.mark.parametrize("text", ["", "[]", '{"index.html": ', "\0\0"])
def test_a_ledger_that_cannot_be_read_costs_time_and_nothing_else(project, text):
    first = published()
    put(Path("site") / LEDGER, text)
    put(Path("site/mo-hinh/da-bo/index.html"), "từ ngày xưa")
    assert published().made == first.files
    assert files_of(Path("site")) == clean()


def test_a_folder_of_others_is_refused_and_left_as_it_was(project):
    put(Path("site/thu-cua-toi.txt"), "Đừng xóa.")
    put(Path("site/index.html"), "Trang của tôi.")
    before = identities()
    with pytest.raises(ForeignFolderError, match="site"):
        published()
    assert identities() == before
    assert sorted(path.name for path in Path("site").iterdir()) == ["index.html", "thu-cua-toi.txt"]


def test_what_is_hidden_at_the_top_is_none_of_our_business(project):
    """`.git` of a worktree and `.nojekyll` for a host: MkDocs leaves them, and so do we; what a power cut left goes."""
    put(Path("site/.git/config"), "[core]")
    put(Path("site/.nojekyll"), "")
    published()
    put(Path("site") / JOURNAL, "mo-hinh/index.html\nmo-hinh/moi/index.html")
    put(Path("site/.index.html.4711.tmp"), "half a page")
    put(Path("site/mo-hinh/.index.html.4711.tmp"), "half a page")
    put(Path("site/mo-hinh/moi/index.html"), "a page that nobody asks for any more")
    done = published()
    assert (done.made, done.removed) == (1, 3)
    hidden = sorted(path.name for path in Path("site").rglob(".*"))
    assert hidden == [".git", ".nojekyll", LEDGER]
    assert Path("site/.git/config").read_text(encoding="utf-8") == "[core]"


def test_an_empty_folder_belongs_to_nobody(project):
    Path("site").mkdir()
    assert published().made > 60


def test_a_fresh_folder_was_just_filled_for_us(project):
    """After MkDocs has emptied the site, its ledger is a tale of the past."""
    published()
    before = clean()
    put(Path("site/mo-hinh/index.html"), "MkDocs was here")
    put(Path("site/khung/index.html"), "and here")
    hands = workbench()
    publish(outputs(hands), Path("site"), hands, manner=Manner.FRESH)
    assert files_of(Path("site")) == before


# --- Interrupted ---------------------------------------------------------------------------------------------------


class PowerCutError(Exception):
    """The lights go out."""


def _power_cut(_hands):
    raise PowerCutError


def with_power_cut(table: list[Output], share: float) -> list[Output]:
    """The lights go out after a share of the outputs: among the pages, which are written last, or before them."""
    others = [output for output in table if not output.path.endswith(".html")]
    pages = [output for output in table if output.path.endswith(".html")]
    at = int(share * len(table))
    path = "cut" if at < len(others) else "cut.html"
    return [*(others + pages)[:at], Output(path, path, lambda: _power_cut), *(others + pages)[at:]]


def edit_everything() -> None:
    for name, title in (
        ("cho-van-minh", "Chợ sạch"),
        ("duong-hoa", "Đường hoa mười giờ"),
        ("to-tu-quan", "Tổ liên gia"),
    ):
        write_model(Path(), name, f"tieu_de: {title} của bản Lướt\n")
    add_photo(Path(), "duong-hoa", width=420)


@pytest.mark.parametrize("share", [0.0, 0.1, 0.3, 0.5, 0.8, 1.0])
def test_an_interrupted_build_shows_whole_pages_and_the_next_one_heals(project, share):
    published()
    edit_everything()
    hands = workbench()
    interrupted = with_power_cut(outputs(hands), share)
    before = identities()
    with pytest.raises(PowerCutError):
        publish(interrupted, Path("site"), hands)
    assert share < 0.2 or identities() != before, "or nothing was interrupted"
    assert broken_assets(Path("site")) == broken_links(Path("site")) == []
    published()
    assert files_of(Path("site")) == clean()


@pytest.mark.parametrize("share", [0.3, 0.9])
def test_who_takes_the_edit_back_after_a_power_cut_gets_the_old_site_back(project, share):
    """What was already written belongs to an edit that is gone; the ledger must not vouch for it."""
    published()
    before = files_of(Path("site"))
    shutil.copytree("models", "models-before")
    edit_everything()
    hands = workbench()
    interrupted = with_power_cut(outputs(hands), share)
    with pytest.raises(PowerCutError):
        publish(interrupted, Path("site"), hands)
    shutil.rmtree("models")
    shutil.move("models-before", "models")
    published()
    assert files_of(Path("site")) == before


def test_a_first_build_that_was_cut_is_not_taken_for_a_foreign_folder(project):
    hands = workbench()
    interrupted = with_power_cut(outputs(hands), 0.5)
    with pytest.raises(PowerCutError):
        publish(interrupted, Path("site"), hands)
    published()
    assert files_of(Path("site")) == clean()


def test_a_page_that_cannot_be_made_becomes_a_notice_until_it_can(project):
    hands = workbench()
    table = outputs(hands)
    at = next(place for place, output in enumerate(table) if output.about == "mo-hinh:duong-hoa")
    sound, table[at] = table[at], table[at]._replace(write_recipe=lambda: _power_cut)
    done = publish(table, Path("site"), hands)
    assert [path for path, _ in done.troubles] == ["mo-hinh/duong-hoa/index.html"]
    assert "PowerCutError" in done.troubles[0][1]
    assert "Trang này đang được sửa" in Path("site/mo-hinh/duong-hoa/index.html").read_text(encoding="utf-8")
    assert Path("site/mo-hinh/to-tu-quan/index.html").is_file()
    table[at] = sound
    healed = publish(table, Path("site"), hands)
    assert (healed.made, healed.troubles) == (1, ())
    assert files_of(Path("site")) == clean()


def test_a_new_page_is_there_before_others_lead_to_it(project):
    """A page that is not made yet says so, and has no links of its own."""
    published()
    for number in range(9):
        write_model(project, f"moi-{number}", f"tieu_de: Mô hình mới số {number}\nhoc_tu: duong-hoa\n")
    hands = workbench()
    with pytest.raises(PowerCutError):
        publish(with_power_cut(outputs(hands), 0.6), Path("site"), hands)
    notices = [path for path, data in files_of(Path("site")).items() if "đang được đăng".encode() in data]
    assert 0 < len(notices) < 9
    assert broken_links(Path("site")) == []
    published()
    assert files_of(Path("site")) == clean()


@pytest.mark.parametrize("share", [0.05, 0.4, 0.7, 0.95])
def test_a_full_disk_stops_a_build_and_breaks_no_page(project, monkeypatch, share):
    published()
    for number in range(9):
        write_model(project, f"moi-{number}", f"tieu_de: Mô hình mới số {number}\nhoc_tu: duong-hoa\n")
    edit_everything()
    hands = workbench()
    table = outputs(hands)
    remaining = count(int(share * 45), -1)
    write = ledger.write_new

    def write_while_there_is_room(path: str, data: bytes) -> None:
        if next(remaining) <= 0:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            Path(path).write_bytes(data[: len(data) // 2])
            raise OSError(errno.ENOSPC, "No space left on device", path)
        write(path, data)

    with monkeypatch.context() as patch:
        patch.setattr(ledger, "write_new", write_while_there_is_room)
        with pytest.raises(OSError, match="No space left"):
            publish(table, Path("site"), hands)
    assert broken_assets(Path("site")) == broken_links(Path("site")) == []
    published()
    assert files_of(Path("site")) == clean()
    assert [path.name for path in Path("site").rglob(".*")] == [LEDGER]


@pytest.mark.parametrize("seed", range(6))
def test_a_killed_build_leaves_whole_pages_and_the_next_one_heals(project, seed):
    """`kill -9`, five times at a random moment; the first time there is no site yet."""
    chance = random.Random(seed)
    shutil.rmtree("models/son-la/duong-hoa")
    for number in range(40):
        write_model(project, f"to-so-{number}", f"tieu_de: Tổ liên gia số {number} của bản\n")
    for edit in range(5):
        for number in range(40):
            change(project / f"models/son-la/to-so-{number}/model.yaml", "của bản", f"của bản, lần {edit}")
        write_model(project, f"moi-{edit}", f"tieu_de: Mô hình mới số {edit}\nhoc_tu: to-so-{edit}\n")
        kill_some_time(project, chance)
        assert broken_assets(project / "site") == broken_links(project / "site") == []
    assert run("showcase", "build", cwd=project).returncode == 0
    build_whole("clean", ".cache/showcase/host", {})
    assert files_of(project / "site") == files_of(project / "clean")
    assert not (project / ".site.dang-dung").exists()


def kill_some_time(project: Path, chance: random.Random) -> None:
    """Start a build, and kill it: at any time of its second, or just after it has begun to write."""
    journal, aside = project / "site" / JOURNAL, project / ".site.dang-dung"
    with started("showcase", "build", cwd=project, output=project / "said") as process:
        if chance.random() < 0.3:
            time.sleep(chance.uniform(0, 1))
            return
        while process.poll() is None and not (journal.exists() or aside.exists()):
            time.sleep(0.001)
        time.sleep(chance.uniform(0, 0.08))


def test_the_second_of_two_builds_waits_and_says_so(project):
    with (
        hold(project / ".cache/showcase", tell=lambda: None),
        started("showcase", "build", cwd=project, output=project / "said") as process,
    ):
        until_said(project / "said", "Một lần dựng khác đang chạy")
        assert not (project / "site").exists()
        assert run("showcase", "check", cwd=project).returncode == 0, "who only checks waits for nobody"
        assert process.poll() is None
    assert run("showcase", "build", cwd=project).returncode == 0


def until_said(said: Path, words: str) -> None:
    end = time.monotonic() + 60
    while words not in said.read_text(encoding="utf-8"):
        assert time.monotonic() < end, said.read_text(encoding="utf-8")
        time.sleep(0.02)


# --- The same bytes, whoever makes them ----------------------------------------------------------------------------


def threads(_monkeypatch) -> Workforce:
    return Workforce(ThreadPoolExecutor(3))


def processes(_monkeypatch) -> Workforce:
    return Workforce(ProcessPoolExecutor(1, mp_context=get_context("spawn")))


def ours(monkeypatch) -> Workforce:
    """The engine's own processes, as if there were enough to do for them."""
    monkeypatch.setattr(engine, "_WORTH_PROCESSES", 10)
    return Workforce()


@pytest.mark.parametrize("workforce_of", [threads, processes, ours])
def test_every_executor_gives_the_same_bytes(project, monkeypatch, workforce_of):
    expected = clean()
    assert len(expected) > 50
    hands = workbench()
    hands.page("coming.html", None)  # a press that is warm
    told: list[tuple[int, int]] = []
    with workforce_of(monkeypatch) as force:
        publish(outputs(hands), Path("site"), hands, lambda *done: told.append(done), workforce=force)
    assert files_of(Path("site")) == expected
    assert told == [(number, len(expected)) for number in range(1, len(expected) + 1)]


def test_of_those_who_helped_nobody_stays_and_nothing_is_left(project, monkeypatch, tmp_path_factory):
    """The program ends without asking whether others still wait for work."""
    kits = tmp_path_factory.mktemp("kits")
    monkeypatch.setattr(tempfile, "tempdir", str(kits))
    monkeypatch.setattr(engine, "_WORTH_PROCESSES", 10)
    monkeypatch.setattr(checking, "_WORTH_PROCESSES", 1)
    hands, began = workbench(), []
    monkeypatch.setattr(
        Processes, "submit", lambda *given, **more: began.append(1) or ProcessPoolExecutor.submit(*given, **more)
    )
    room = Storeroom(Path("another-room"))
    assert check_models(survey(Path("models")), TODAY, hands.photos.inspect, room).catalogue
    checks = len(began)
    publish(outputs(hands), Path("site"), hands)
    assert 0 < checks < len(began)
    assert (active_children(), list(kits.iterdir())) == ([], [])


def test_the_pictures_are_made_on_other_machines(project):
    """The executor of a cluster: here two processes of this machine, which know of us only what they are sent."""
    expected = clean()
    shutil.rmtree("cache-of-others", ignore_errors=True)
    hands = replace(workbench(), photos=PhotoStore(Path("cache-of-others").absolute(), workers=1))
    checked = check_models(survey(Path("models").absolute()), TODAY, hands.photos.inspect, hands.storeroom)
    with LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=None) as cluster, Client(cluster) as client:
        force = Workforce(client.get_executor())
        publish_catalogue(checked.catalogue, Path("site"), hands, lambda *_: None, workforce=force)
        made_there = client.run(lambda dask_worker: dask_worker.state.executed_count)
    assert sum(made_there.values()) > 3
    pictures = {path: data for path, data in expected.items() if path.startswith("anh/")}
    assert len(pictures) >= 2
    assert {path: data for path, data in files_of(Path("site")).items() if path in pictures} == pictures


def test_the_site_does_not_know_where_when_and_by_whom_it_was_built(tmp_path):
    """Another folder, another day, another order of hashing; and a second build in a new process has nothing to do."""
    one, other = make_project(tmp_path / "one"), make_project(tmp_path / "quite" / "another" / "place")
    first = run("showcase", "build", cwd=one, PYTHONHASHSEED="1")
    assert first.returncode == 0, first.stdout + first.stderr
    again = run("showcase", "build", cwd=one, PYTHONHASHSEED="2")
    assert "làm mới 0, bỏ 0" in again.stdout
    spring = run(
        "showcase",
        "build",
        "--models",
        str(other / "models"),
        cwd=other,
        PYTHONHASHSEED="3",
        SOURCE_DATE_EPOCH="1943481600",
    )
    assert spring.returncode == 0, spring.stdout + spring.stderr
    site = files_of(one / "site")
    assert files_of(other / "site") == site
    year = re.compile(rb"2031")
    assert [path for path, data in site.items() if path.endswith((".html", ".json")) and year.search(data)] == []


def test_equal_values_have_equal_fingerprints_however_they_share_their_parts():
    word = "đường hoa"
    twin = word[:5] + word[5:]
    assert word is not twin
    assert fingerprint((word, word)) == fingerprint((word, twin))
    assert len({fingerprint(*value) for value in (("a", "b"), ("ab",), ("a", b"b"), (("a", "b"),), ("b", "a"))}) == 5


# --- A change at a time, and all at once ---------------------------------------------------------------------------


class Editors:
    """People who change one thing at a time; each knows enough of the project to keep it sound."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self.chance = random.Random(seed)
        self.count = 0
        self.templates: dict[str, str] = {}
        self.said: list[str] = []

    def edits(self) -> Iterator[None]:
        """Do everything that they can, in an order of the seed's."""
        names = sorted(name for name in dir(self) if name.startswith("edit_"))
        self.chance.shuffle(names)
        for self.count, name in enumerate(names, 1):
            self.said.append(name)
            getattr(self, name)()
            yield

    def _model(self) -> Path:
        return self.chance.choice(sorted((self.folder / "models").glob("*/*/model.yaml")))

    def edit_text(self) -> None:
        model = self._model()
        text = model.read_text(encoding="utf-8")
        put(model, re.sub(r"tieu_de: .*", f"tieu_de: Cách làm số {self.count} – *hay* & <gọn>", text))

    def edit_sentence(self) -> None:
        """Correct what nobody but the model's own page tells."""
        self._rewrite(r"(ngay_dang: .*)", rf"\1\nghi_chu: Đã sửa một câu, lần {self.count}.")

    def edit_add(self) -> None:
        write_model(self.folder, f"moi-{self.count}", f"tieu_de: Mô hình mới số {self.count}\nlinh_vuc: kinh-te\n")

    def edit_copy(self) -> None:
        teacher = self._model().parent.name
        write_model(self.folder, f"hoc-{self.count}", f"tieu_de: Học theo lần {self.count}\nhoc_tu: {teacher}\n")

    def edit_spread(self) -> None:
        model = self._model()
        text = re.sub(r"da_nhan_rong: .*\n", "", model.read_text(encoding="utf-8"))
        put(model, f"{text}da_nhan_rong: [{{noi: tỉnh Cà Mau, nam: {2000 + self.count}}}]\n")

    def edit_learn(self) -> None:
        names = [f"lop-{self.count}-{at}" for at in range(3)]
        for teacher, name in zip([self._model().parent.name, *names], names, strict=False):
            write_model(self.folder, name, f"tieu_de: Lớp học {name} của bản\nhoc_tu: {teacher}\n")

    def edit_delete(self) -> None:
        model = self._model()
        name = model.parent.name
        for other in (self.folder / "models").glob("*/*/model.yaml"):
            put(other, other.read_text(encoding="utf-8").replace(f"hoc_tu: {name}\n", ""))
        shutil.rmtree(model.parent)
        if not list((self.folder / "models").glob("*/*/model.yaml")):
            self.edit_add()

    def edit_rename(self) -> None:
        model = self._model()
        text = model.read_text(encoding="utf-8")
        if "duong_dan_cu" not in text:
            put(model, f"{text}duong_dan_cu: [{model.parent.name}]\n")
            model.parent.rename(model.parent.with_name(f"doi-{self.count}"))

    def edit_move(self) -> None:
        model = self._model().parent
        there = self.folder / f"models/noi-{self.count}"
        there.mkdir()
        model.rename(there / model.name)
        if not any(model.parent.iterdir()):
            model.parent.rmdir()

    def edit_take_down(self) -> None:
        model = self._model()
        text = model.read_text(encoding="utf-8")
        if "go_bo" not in text:
            put(model, f"{text}go_bo: {{ngay: 21/11/2026, ly_do: Theo đề nghị của địa phương.}}\n")

    def edit_photo(self) -> None:
        photos = sorted((self.folder / "models").glob("*/*/anh.jpg"))
        name = photos[0].parent if photos else self._model().parent
        if name.parent.name == "son-la":
            add_photo(self.folder, name.name, width=400 + 4 * self.count)

    def edit_label(self) -> None:
        vocabulary = self.folder / "models/_vocabulary/linh-vuc.yaml"
        text = vocabulary.read_text(encoding="utf-8")
        put(vocabulary, re.sub(r"ten: Kinh tế.*", f"ten: Kinh tế {self.count}", text))

    def edit_report(self) -> None:
        report = self.folder / "models/_reports/ha-noi-2023.yaml"
        put(report, re.sub(r"tong: .*", f"tong: 13.{600 + self.count}", report.read_text(encoding="utf-8")))

    def edit_settings(self) -> None:
        settings = self.folder / "mkdocs.yml"
        put(settings, re.sub(r"site_name: .*", f"site_name: Khéo {self.count}", settings.read_text(encoding="utf-8")))

    def edit_page(self) -> None:
        put(self.folder / "docs/gioi-thieu.md", f"# Giới thiệu\n\nLần sửa thứ {self.count}.\n")

    def edit_style(self) -> None:
        put(self.folder / "docs/assets/trang.css", f"main {{ margin: {self.count}px }}\n")

    def edit_subject(self) -> None:
        """Write another summary, theme and field: others become like this one, or no longer."""
        summary = "Cả bản gom ve chai lập quỹ khuyến học" if self.count % 2 else "Cả bản trồng hoa dọc đường làng"
        self._rewrite(r"tom_tat: .*", f"tom_tat: {summary}, đã mấy năm nay rồi.")
        self._rewrite(r"linh_vuc: .*", f"linh_vuc: {self.chance.choice(['kinh-te', 'van-hoa-xa-hoi'])}\nchu_de: [y-te]")

    def edit_place(self) -> None:
        self._rewrite(r"noi: .*", f"noi: {self.chance.choice(['xã Ngọc Chiến', 'phường Mộc Châu'])}, tỉnh Sơn La")

    def edit_steps(self) -> None:
        """Tell the steps, so that the theme has a list of those who do."""
        self._rewrite(
            r"(linh_vuc: .*)",
            rf"\1\nchu_de: [y-te]\nlam_theo: {{buoc: [Họp lần {self.count}, Chia việc cho từng nhà]}}",
        )

    def _rewrite(self, was: str, now: str) -> None:
        model = self._model()
        text = re.sub(r"(chu_de|lam_theo|ghi_chu): .*\n", "", model.read_text(encoding="utf-8"))
        put(model, re.sub(was, now, text, count=1))

    def edit_template(self) -> None:
        templates = workbench().templates
        self.templates["withdrawn.html"] = templates["withdrawn.html"].replace("Thông báo", f"Thông báo {self.count}")


def build_whole(site: str, cache: str, templates: dict[str, str]) -> Published:
    """Build everything with MkDocs and the search, with templates that somebody changed."""
    photos = PhotoStore(Path("cache"), workers=1)
    room = Storeroom(Path(f"{cache}-room"))
    checked = check_models(survey(Path("models"), Path(ABBREVIATIONS)), TODAY, photos.inspect, room)
    assert checked.catalogue, [str(problem) for problem in checked.problems]
    index = ready_index(checked.catalogue, checked.abbreviations, room, Path(f"{cache}-tim"), Workforce())
    hands = Workbench(make_host(Path("mkdocs.yml"), Path(cache)), photos, room, checked.catalogue.vocabularies, index)
    hands = replace(hands, templates=hands.templates | templates)
    return publish_catalogue(checked.catalogue, Path(site), hands, lambda _done, _in_all: None)


@pytest.mark.parametrize("seed", range(2))
def test_a_site_grown_by_edits_equals_one_built_at_once(project, darkroom, monkeypatch, seed):
    editors = Editors(project, seed)
    put(project / "kept/readme", "")
    (project / "kept/anh").symlink_to(darkroom)
    touched_up: list[object] = []
    monkeypatch.setattr(renewing, "own_outputs", lambda *given: touched_up.append(given) or own_outputs(*given))
    monkeypatch.setattr(
        renewing,
        "Workbench",
        lambda *hands, **more: Workbench(*hands, **more, templates=workbench().templates | editors.templates),
    )
    monkeypatch.setattr(looking, "template_edition", lambda: fingerprint(sorted(editors.templates.items())))
    order = Order(Path("models"), Path("site"), Path("mkdocs.yml"), Path("kept"))
    build_site(order, TODAY, progress=lambda _done, _in_all: None)
    for turn, _ in enumerate(editors.edits(), 1):
        built = build_site(order, TODAY, progress=lambda _done, _in_all: None)
        assert built.published, [str(problem) for problem in built.problems]
        if turn % 3 == 0:
            shutil.rmtree("clean", ignore_errors=True)
            build_whole("clean", f"host-{turn}", editors.templates)
            grown, at_once = files_of(Path("site")), files_of(Path("clean"))
            assert set(grown) ^ set(at_once) == set(), editors.said
            assert [path for path in grown if grown[path] != at_once[path]] == [], editors.said
            assert broken_assets(Path("site")) == []
    assert touched_up


def test_a_corrected_sentence_changes_its_line_of_the_open_data(project, monkeypatch):
    said: list[tuple[str, bool]] = []

    def amend(path, changes):
        said.append((path.name, amend_file(path, changes)))
        return said[-1][1]

    monkeypatch.setattr(engine, "amend_file", amend)
    order = Order(Path("models"), Path("site"), Path("mkdocs.yml"), Path("kept"), is_searched=False)
    build_site(order, TODAY, progress=lambda _done, _in_all: None)
    for model in sorted((project / "models").glob("*/*/model.yaml"))[::2]:
        put(model, f"{model.read_text(encoding='utf-8')}ghi_chu: Đã sửa một câu.\n")
    build_site(order, TODAY, progress=lambda _done, _in_all: None)
    assert said == [(MODELS, True)]
    build_site(replace(order, site=Path("clean")), TODAY, progress=lambda _done, _in_all: None)
    assert files_of(Path("site")) == files_of(Path("clean"))
