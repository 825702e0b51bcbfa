"""The parts of the preview, without a browser: what it shows must be what a build would have made."""

import http.client
import os
import re
import shutil
import signal
import sys
import time
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from threading import Event

import making
import pytest
from library import checked, library_of
from made_site import make_models
from project import INGREDIENTS, ROOT, change, make_project, put, run, started, write_model
from showcase.publish.site import all_outputs
from showcase.record.brief import make_brief
from showcase.record.catalogue import newest_first, vocabularies_of
from showcase.record.making import make_model
from showcase.record.photo import PhotoFacts
from showcase.record.submission import read_model, read_vocabulary
from showcase.rules import host_kind, stray
from showcase.preview import watch as preview_watch
from showcase.mkdocs.host import make_host
from showcase.photos.store import PhotoStore
from showcase.preview.bar import bar, problems_page
from showcase.preview.desk import Desk
from showcase.preview.edition import Edition
from showcase.preview.news import State
from showcase.preview.order import Order, reshelved
from showcase.preview.reading import Reading, ReadingDesk
from showcase.preview.sheet import Sheets
from showcase.preview.watch import Watcher
from showcase.preview.workspace import Portfolio, Workspace
from showcase.build.gazetteer import load_gazetteer
from showcase.build.workbench import Workbench
from showcase.views.around import make_surroundings
from showcase.views.shelves import make_shelves

PATIENCE = 60
TODAY = date(2026, 11, 22)


def until(is_so):
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end, "it never came to that"
        time.sleep(0.02)


# Order ---------------------------------------------------------------------------------------------------------------


def model(name="cho", *, title="Chợ văn minh ở phường", day="2026-11-20", folder="son-la", more=""):
    text = making.written(f"tieu_de: {title}\nngay_dang: {day}\n{more}")
    made = make_model(read_model(f"models/{folder}/{name}/model.yaml", name, text.encode()), load_gazetteer())
    return make_brief(made, text)


def test_models_that_come_change_and_go_stand_as_if_they_had_been_sorted():
    chance = Random(7)
    order, there = Order(), {}
    for _ in range(400):
        name = f"m{chance.randrange(25)}"
        if chance.random() < 0.25:
            order.drop(f"models/son-la/{name}/model.yaml")
            there.pop(name, None)
        else:
            gone = "go_bo:\n  ngay: 2026-11-21\n  ly_do: Đơn vị đề nghị.\n" if chance.random() < 0.3 else ""
            title = chance.choice(
                ("Ấm no ở bản", "Đường hoa ở bản", "Ăn sạch ở bản", "Ánh sáng ở bản", "Dòng nước ở bản")
            )
            there[name] = model(name, title=title, day=f"2026-11-{chance.randint(10, 12)}", more=gone)
            order.put(there[name])
        assert order.shown == newest_first(m for m in there.values() if not m.withdrawn)
        assert order.withdrawn == newest_first(m for m in there.values() if m.withdrawn)


def test_two_folders_of_one_id_are_both_kept_until_one_goes():
    order = Order()
    one, other = model(folder="son-la"), model(folder="nghe-an")
    order.put(one)
    order.put(other)
    assert order.shown == (other, one)
    order.drop(one.path)
    assert order.shown == (other,)
    assert order.get(one.path) is None
    assert order.get(other.path) == other


@pytest.fixture(scope="module")
def books(made_models):
    return library_of(made_models, PhotoStore(made_models.parent / "anh").inspect)


@pytest.fixture(scope="module")
def catalogue(books):
    return books.catalogue


@pytest.fixture(scope="module")
def made_models(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made") / "models"
    make_models(folder)
    return folder


@pytest.mark.parametrize(
    "changes",
    [{"summary": "Khác trước."}, {"title": "A đứng đầu", "order": ""}, {"published": date(2020, 1, 1).toordinal()}],
)
def test_shelves_with_one_model_exchanged_are_as_if_they_had_been_filled_anew(catalogue, changes):
    shelves = make_shelves(catalogue)
    for old in catalogue.models[::9]:
        new = old._replace(**changes)
        models = newest_first(new if one is old else one for one in catalogue.models)
        expected = make_shelves(replace(catalogue, models=models))
        assert reshelved(shelves, old, new, models) == expected


def test_shelves_are_filled_anew_for_a_model_that_belongs_elsewhere(catalogue):
    old, other = catalogue.models[0], next(one for one in catalogue.models if one.field != catalogue.models[0].field)
    shelves = make_shelves(catalogue)
    for new in (old._replace(field=other.field), old._replace(themes=("y-te",)), old._replace(places=other.places)):
        assert reshelved(shelves, old, new, catalogue.models) is None


def test_what_stands_round_models_is_found_anew_only_where_one_looks_different(catalogue, workbench):
    edition, old = Edition(catalogue, workbench, {}), catalogue.models[0]
    corrected, retold = old._replace(digest="new"), old._replace(face="new")
    assert edition.surroundings_of(old, corrected) is None  # nobody has asked for them yet
    made = edition.surroundings
    assert edition.surroundings_of(old, retold) is None
    assert edition.surroundings_of(None, corrected) is None
    assert edition.surroundings_of(old, corrected) is made
    models = (corrected, *catalogue.models[1:])
    after = make_surroundings(replace(catalogue, models=models), make_shelves(replace(catalogue, models=models)))
    assert [made.mark(model) for model in models] == [after.mark(model) for model in models]
    assert Edition(catalogue, workbench, {}, ready_surroundings=made).surroundings is made


# Workspace -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def workspace():
    space = Workspace("models", TODAY, load_gazetteer())
    for name, text in (("linh-vuc", making.FIELDS), ("chu-de", making.THEMES), ("don-vi", making.HOST_KINDS)):
        path = f"models/_vocabulary/{name}.yaml"
        space.take(Reading(path, ((name, "1"),), read_vocabulary(path, name, text.encode())))
    return space


def said(workspace, snippet, name="cho"):
    """Let a model's file say something, and give its problems."""
    path = f"models/son-la/{name}/model.yaml"
    submission = read_model(path, name, making.written(snippet).encode())
    workspace.take(Reading(path, ((snippet, "1"),), submission))
    return [problem.rule for problem in workspace.findings.get(path, ())]


def titles(workspace):
    return [one.title for one in workspace.catalogue().models]


def test_the_last_good_model_stays_while_its_file_is_broken(workspace):
    assert said(workspace, "tieu_de: Chợ thứ nhất\n") == []
    assert said(workspace, 'tieu_de: "Chợ thứ hai\n') == ["cu_phap"]
    assert titles(workspace) == ["Chợ thứ nhất"]
    assert said(workspace, "tieu_de: Chợ thứ ba\n") == []
    assert titles(workspace) == ["Chợ thứ ba"]


def test_a_model_that_never_was_good_is_known_as_such(workspace):
    said(workspace, "tieu_de: Chợ\n")
    assert workspace.unshown == {"cho": "models/son-la/cho/model.yaml"}
    said(workspace, "tieu_de: Chợ văn minh\n")
    assert workspace.unshown == {}
    said(workspace, "tieu_de: Chợ\n")
    assert workspace.unshown == {}
    assert titles(workspace) == ["Chợ văn minh"]


def test_what_is_gone_is_gone_with_its_problems(workspace):
    said(workspace, "tieu_de: Chợ\n")
    workspace.take(Reading("models/son-la/cho/model.yaml", (), None))
    assert (workspace.unshown, workspace.findings, titles(workspace)) == ({}, {}, [])


def test_a_broken_vocabulary_leaves_the_last_good_one(workspace):
    path = "models/_vocabulary/linh-vuc.yaml"
    workspace.take(Reading(path, (("x", "2"),), read_vocabulary(path, "linh-vuc", b"kinh-te:\n  ten: [\n")))
    assert workspace.catalogue().vocabularies.fields.label("kinh-te") == "Kinh tế"
    assert said(workspace, "linh_vuc: kinh-te\n") == []


# Edition: the same bytes as a build ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def workbench(made_models):
    folder = made_models.parent
    host = make_host(ROOT / "mkdocs.yml", folder / "host")
    return Workbench(host, PhotoStore(folder / "anh"), Portfolio({}), vocabularies_of(()))


@pytest.fixture(scope="module")
def desk(made_models, workbench):
    """A desk that has read everything and asked every rule."""
    space = Workspace(made_models.as_posix(), TODAY, load_gazetteer())
    one = Desk(ReadingDesk(made_models, workbench.photos.inspect), space, workbench)
    one.start()
    until(lambda: one.settled)
    return one


def test_every_file_of_a_build_is_found_with_the_same_bytes_and_no_other(books, desk, workbench):
    host, edition, catalogue = workbench.host, desk.news.state.edition, books.catalogue
    builder = replace(workbench, storeroom=books.shelf, vocabularies=catalogue.vocabularies)
    wanted = {output.path: output for output in all_outputs(catalogue, host.site, host.files, host.hashes, "")}
    assert len(wanted) > 300
    for path, output in wanted.items():
        found = edition.output(output.address)
        assert found is not None, path
        assert (found.path, found.about) == (output.path, output.about)
        # A picture takes half a second; the others are of the same two functions.
        if not path.startswith("anh/"):
            assert found.recipe(edition.workbench) == output.recipe(builder), path
    for where in (
        "khong-co/",
        "mo-hinh/khong-co/",
        "mo-hinh/khong-co/lam-theo/",
        "bia/khong-co.svg",
        "anh/x.jpg",
        "../x",
        "x",
    ):
        assert edition.output(where) is None


def test_the_problems_are_those_of_a_check(desk, made_models):
    problems = checked(made_models, PhotoStore(made_models.parent / "anh").inspect).problems
    assert tuple(desk.news.state.everything()) == problems
    assert problems != ()


# Desk ----------------------------------------------------------------------------------------------------------------


@pytest.fixture
def small(tmp_path, workbench, monkeypatch):
    """A small project with its desk; the paths are those of its editors."""
    monkeypatch.chdir(make_project(tmp_path))
    space = Workspace("models", TODAY, load_gazetteer())
    one = Desk(ReadingDesk(Path("models"), workbench.photos.inspect), space, workbench)
    one.start()
    until(lambda: one.settled)
    return one


def shown(desk):
    return sorted(one.title for one in desk.news.state.edition.catalogue.models)


def rules(desk):
    return [problem.rule for problem in desk.news.state.everything()]


def test_only_what_changed_is_read_again_and_the_rest_stays_the_same_object(small):
    before = small.news.state.edition.catalogue
    path = Path("models/son-la/duong-hoa/model.yaml")
    change(path, "Đường hoa của hội phụ nữ", "Đường hoa của cả bản")
    small.changed(frozenset({path}))
    until(lambda: "Đường hoa của cả bản" in shown(small))
    after = small.news.state.edition.catalogue
    for name in ("cho-van-minh", "to-tu-quan"):
        assert after.by_id[name] is before.by_id[name]


def test_a_folder_that_comes_is_moved_and_goes(small):
    write_model(Path(), "moi-den", "tieu_de: Mô hình mới đến\n")
    small.changed(frozenset({Path("models/son-la/moi-den")}))
    until(lambda: "Mô hình mới đến" in shown(small))

    shutil.move("models/son-la/moi-den", "models/chuyen-cho/moi-den")
    small.changed(frozenset({Path("models/son-la/moi-den"), Path("models/chuyen-cho/moi-den")}))
    until(lambda: small.news.state.edition.catalogue.by_id["moi-den"].path == "models/chuyen-cho/moi-den/model.yaml")
    assert shown(small).count("Mô hình mới đến") == 1

    shutil.rmtree("models/chuyen-cho")
    small.changed(frozenset({Path("models/chuyen-cho")}))
    until(lambda: "Mô hình mới đến" not in shown(small))


def test_changes_that_nobody_told_of_are_found_by_looking_at_everything(small):
    write_model(Path(), "lang-le", "tieu_de: Mô hình lặng lẽ\n")
    change(Path("models/son-la/duong-hoa/model.yaml"), "Đường hoa của hội phụ nữ", "Đường hoa thơm")
    shutil.rmtree("models/son-la/to-tu-quan")
    small.changed(frozenset({Path("models")}))
    until(lambda: shown(small) == ["Chợ văn minh ở phường Hoàn Kiếm", "Mô hình lặng lẽ", "Đường hoa thơm"])


def test_a_key_that_leaves_its_vocabulary_is_told_in_every_file_that_uses_it(small):
    path = Path("models/_vocabulary/don-vi.yaml")
    change(path, "hoi-phu-nu:", "hoi-khac:")
    small.changed(frozenset({path}))
    until(lambda: rules(small).count(host_kind.NAME) == 3)
    change(path, "hoi-khac:", "hoi-phu-nu:")
    small.changed(frozenset({path}))
    until(lambda: host_kind.NAME not in rules(small))


def test_things_that_lie_where_no_model_is_are_told(small):
    put(Path("models/son-la/de-quen/ghi-chu.txt"), "x")
    small.changed(frozenset({Path("models/son-la/de-quen/ghi-chu.txt")}))
    until(lambda: stray.NAME in rules(small))
    shutil.rmtree("models/son-la/de-quen")
    small.changed(frozenset({Path("models/son-la/de-quen")}))
    until(lambda: stray.NAME not in rules(small))


def test_files_that_an_intake_would_not_read_are_not_read_here(tmp_path):
    reading = ReadingDesk(tmp_path, lambda photos: [PhotoFacts(photo.name) for photo in photos])
    put(tmp_path / "a/mo-hinh/model.yaml", "x: 1")
    (tmp_path / "lien-ket").symlink_to(tmp_path / "a")
    for other in (
        "model.yaml",
        "_an/x/model.yaml",
        ".an/x/model.yaml",
        "a/mo-hinh/trong/model.yaml",
        "_vocabulary/khac.yaml",
    ):
        put(tmp_path / other, "x: 1")
    put(tmp_path / "_reports/mot.yaml", "x: 1")
    found = reading.survey()
    assert {Path(path).relative_to(tmp_path).as_posix() for path in found.stamps} == {
        "a/mo-hinh/model.yaml",
        "_reports/mot.yaml",
    }
    everything = [*tmp_path.rglob("*.yaml"), tmp_path / "lien-ket/mo-hinh/model.yaml"]
    read = {path.as_posix() for path in everything if reading.read(path.as_posix()).submission}
    assert read == set(found.stamps)
    assert all(reading.stamp(path) == stamp for path, stamp in found.stamps.items())


# What is said --------------------------------------------------------------------------------------------------------


def sheets_of(desk, where):
    return Sheets("models").sheet(desk.news.state, where)


def test_a_page_whose_files_are_sound_has_an_empty_bar(small):
    sheet = sheets_of(small, "mo-hinh/cho-van-minh/")
    assert (sheet.status, sheet.bar) == (200, "")
    assert b'<div class="xt-bar" id="xem-truoc" role="status" hidden></div>' in sheet.body
    assert sheet.body.rstrip().endswith(b"</html>")


def test_nobody_is_to_read_a_preview_offline(small):
    output = small.news.state.edition.output("mo-hinh/cho-van-minh/")
    assert b'data-dv-offline="true"' in output.recipe(small.news.state.edition.workbench)
    assert b'data-dv-offline="false"' in sheets_of(small, "mo-hinh/cho-van-minh/").body
    assert b'data-dv-offline="false"' in sheets_of(small, "gioi-thieu/").body


def test_the_mark_of_a_page_is_another_only_if_the_page_is(small):
    where, other = "mo-hinh/duong-hoa/", "mo-hinh/cho-van-minh/"
    before = sheets_of(small, where), sheets_of(small, other)
    path = Path("models/son-la/duong-hoa/model.yaml")
    change(path, "ngay_dang: 2026-11-20", "ngay_dang: 2026-11-20\nghi_chu: Ghi chú mới của ban biên tập.")
    small.changed(frozenset({path}))
    until(lambda: sheets_of(small, where).page_mark != before[0].page_mark)
    assert sheets_of(small, other).page_mark == before[1].page_mark


def test_a_drawn_cover_that_is_another_makes_another_page_of_those_that_show_it(small):
    before = sheets_of(small, "mo-hinh/")
    assert b"bia/to-tu-quan.svg" in before.body
    path = Path("models/son-la/to-tu-quan/model.yaml")
    put(path, path.read_text(encoding="utf-8") + "chu_de:\n  - y-te\n")
    small.changed(frozenset({path}))
    until(lambda: small.news.state.edition.catalogue.by_id["to-tu-quan"].themes)
    after = sheets_of(small, "mo-hinh/")
    assert before.page_mark != after.page_mark


def test_the_page_of_all_problems_says_so_when_there_are_none(workspace, workbench):
    page = problems_page(State(Edition(workspace.catalogue(), workbench, {})), workbench.host.site)
    assert (page.lead, page.rows, page.more) == ("Không có gì phải sửa.", (), "")


def test_errors_come_first_and_a_long_list_is_cut(workspace, workbench):
    for number in range(150):
        said(workspace, "tieu_de: Chợ\nloai: sai\n", f"mau-{number}")
    state = State(
        Edition(workspace.catalogue(), workbench, {}), findings=workspace.findings, submissions=workspace.submissions
    )
    page = problems_page(state, workbench.host.site)
    assert page.lead == "Cả thư mục: 300 lỗi."
    assert len(page.rows) == 200
    assert page.more == "Còn 100 điều nữa; lệnh showcase check in ra tất cả."


def test_a_row_shows_the_line_and_hides_what_cannot_be_seen(workspace, workbench):
    said(workspace, "tieu_de: Chợ\u202e văn minh\n")
    state = State(
        Edition(workspace.catalogue(), workbench, {}), findings=workspace.findings, submissions=workspace.submissions
    )
    row = bar(state, "models/son-la/cho/model.yaml").rows[0]
    assert row.spot.startswith("models/son-la/cho/model.yaml:1:")
    assert row.line == "tieu_de: Chợ\ufffd văn minh"


# Watcher -------------------------------------------------------------------------------------------------------------


@pytest.fixture
def told(tmp_path):
    """Start a watcher of a folder and of a file; give what it has told of."""
    put(tmp_path / "models/cho/model.yaml", "x")
    put(tmp_path / "mkdocs.yml", "x")
    heard = set()
    watcher = Watcher((tmp_path / "models", tmp_path / "mkdocs.yml", tmp_path / "khong-co"), heard.update)
    watcher.start()
    until(lambda: tmp_path / "models" in heard)
    heard.clear()
    return heard


@pytest.mark.skipif(sys.platform != "linux", reason="other systems tell of folders only")
def test_files_that_are_saved_moved_or_removed_are_told_of(tmp_path, told):
    path = tmp_path / "models/cho/model.yaml"
    put(path, "y")
    until(lambda: path in told)
    put(tmp_path / "models/cho/.tam", "z").replace(path.with_name("khac.yaml"))
    until(lambda: path.with_name("khac.yaml") in told)
    shutil.rmtree(path.parent)
    until(lambda: path.parent in told)


def test_of_a_file_that_is_watched_its_neighbours_are_not_told(tmp_path, told):
    put(tmp_path / "khac.yml", "y")
    put(tmp_path / "mkdocs.yml", "y")
    until(lambda: tmp_path / "mkdocs.yml" in told)
    assert tmp_path / "khac.yml" not in told


def test_reading_a_file_is_no_change(tmp_path, told):
    (tmp_path / "models/cho/model.yaml").read_text(encoding="utf-8")
    put(tmp_path / "mkdocs.yml", "y")
    until(lambda: told)
    assert told == {tmp_path / "mkdocs.yml"}


def test_where_the_system_watches_no_more_folders_all_is_looked_at_again_and_again(tmp_path, monkeypatch):
    class Refusing:
        def schedule(self, *_args, **_more):
            raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr(preview_watch, "Observer", Refusing)
    monkeypatch.setattr(preview_watch, "_ROUND", 0.01)
    rounds = []
    three = Event()
    watcher = Watcher((tmp_path,), lambda paths: (rounds.append(paths), three.set() if len(rounds) > 2 else None))
    watcher.start()
    assert three.wait(PATIENCE)
    assert rounds[0] == frozenset({tmp_path})


# The command ---------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def preview(tmp_path_factory):
    """The address of a running preview of a small project, with its folder."""
    folder = make_project(tmp_path_factory.mktemp("command"))
    with started("showcase", "preview", cwd=folder, output=folder / "said.txt") as process:
        yield Running(process, folder, address_in(folder / "said.txt"))


class Running:
    def __init__(self, process, folder, url):
        self.process, self.folder, self.url = process, folder, url
        self.host, self.port = "127.0.0.1", int(url.rstrip("/").rpartition(":")[2])

    def ask(self, where, method="GET", **headers):
        with closing(http.client.HTTPConnection(self.host, self.port, timeout=PATIENCE)) as connection:
            connection.request(method, where, headers=headers)
            answer = connection.getresponse()
            return answer, answer.read()


def address_in(told):
    pattern = re.compile(r"http://127\.0\.0\.1:\d+/")
    until(lambda: pattern.search(told.read_text(encoding="utf-8")))
    return pattern.search(told.read_text(encoding="utf-8")).group()


def test_the_address_is_said_in_one_line(preview):
    said = (preview.folder / "said.txt").read_text(encoding="utf-8")
    assert said == f"Đang xem trước tại {preview.url} (nhấn Ctrl+C để dừng).\n"


@pytest.mark.parametrize(
    ("host", "status"), [("localhost", 200), ("127.0.0.1", 200), ("ke-xau.example", 421), ("", 421)]
)
def test_only_those_are_answered_who_asked_for_this_machine(preview, host, status):
    answer, body = preview.ask("/", Host=f"{host}:{preview.port}" if host else "")
    assert answer.status == status
    assert (b"<html" in body) == (status == 200)


def test_it_listens_on_this_machine_alone(preview):
    table = "".join(
        Path(f"/proc/net/{name}").read_text() for name in ("tcp", "tcp6") if Path(f"/proc/net/{name}").exists()
    )
    listening = re.findall(rf": (\w+):{preview.port:04X} \w+:0000 0A", table)
    assert listening == ["0100007F"]


@pytest.mark.parametrize(
    ("where", "status", "kind"),
    [
        ("/", 200, "text/html; charset=utf-8"),
        ("/mo-hinh/duong-hoa/", 200, "text/html; charset=utf-8"),
        ("/mo-hinh/duong-hoa/?x=1", 200, "text/html; charset=utf-8"),
        ("/mo-hinh/duong-hoa", 302, "text/plain; charset=utf-8"),
        ("/mo-hinh/khong-co/", 404, "text/html; charset=utf-8"),
        ("/../../etc/passwd", 404, "text/html; charset=utf-8"),
        ("/%2e%2e/%2e%2e/etc/passwd", 404, "text/html; charset=utf-8"),
        ("//etc/passwd", 404, "text/html; charset=utf-8"),
        ("/bia/cho-van-minh.svg", 200, "image/svg+xml"),
        ("/assets/bieu-tuong.svg", 200, "image/svg+xml"),
        ("/du-lieu/v1/mo-hinh.json", 200, "application/json; charset=utf-8"),
        ("/_xem-truoc.js", 200, "text/javascript; charset=utf-8"),
        ("/_loi/", 200, "text/html; charset=utf-8"),
    ],
)
def test_each_address_has_its_answer(preview, where, status, kind):
    answer, _ = preview.ask(where)
    assert (answer.status, answer.headers["Content-Type"]) == (status, kind)
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "no-cache"


def test_a_photo_is_developed_when_it_is_asked_for(preview):
    _, page = preview.ask("/mo-hinh/duong-hoa/")
    answer, body = preview.ask("/" + re.search(rb"anh/\w+-\d+\.webp", page).group().decode())
    assert (answer.status, answer.headers["Content-Type"], body[8:12]) == (200, "image/webp", b"WEBP")


def test_what_the_browser_has_is_not_sent_again(preview):
    _, page = preview.ask("/")
    style = "/" + re.search(rb"assets/trang\.\w+\.css", page).group().decode()
    first, _ = preview.ask(style)
    assert first.headers["Content-Type"] == "text/css; charset=utf-8"
    again, body = preview.ask(style, **{"If-None-Match": first.headers["ETag"]})
    assert (again.status, body) == (304, b"")
    head, body = preview.ask("/", method="HEAD")
    assert (head.status, body) == (200, b"")
    assert int(head.headers["Content-Length"]) > 1000


def test_nothing_is_written_into_the_site(preview):
    preview.ask("/")
    assert not (preview.folder / "site").exists()


def test_a_port_that_is_taken_is_said_and_another_is_found_without_being_told(preview):
    told = run("showcase", "preview", "--port", str(preview.port), cwd=preview.folder)
    assert told.returncode == 2
    assert told.stderr == (
        f"Cổng {preview.port} đang có chương trình khác dùng. Hãy chọn cổng khác, ví dụ: showcase preview --port 9000\n"
    )
    second = preview.folder / "second.txt"
    with started("showcase", "preview", cwd=preview.folder, output=second):
        assert address_in(second) != preview.url


@pytest.mark.parametrize("moment", [0, 0.3, 0.9])
@pytest.mark.parametrize("send", [os.kill, os.killpg], ids=["to it alone", "to its processes too, as terminals do"])
def test_ctrl_c_ends_it_without_a_word(tmp_path, send, moment):
    """While a process is started that looks at a photo, while it does, and after."""
    folder = make_project(tmp_path)
    with started("showcase", "preview", cwd=folder, output=folder / "said.txt") as process:
        address_in(folder / "said.txt")
        time.sleep(moment)
        send(process.pid, signal.SIGINT)
        assert process.wait(PATIENCE) == 0
    assert (folder / "said.txt").read_text(encoding="utf-8").count("\n") == 2


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--models", "khong-co"), "Không thấy thư mục khong-co."),
        (("--config", "khong-co.yml"), "Không thấy tệp cấu hình khong-co.yml."),
        (("--port", "chin"), "--port"),
    ],
)
def test_what_hinders_it_is_said_in_vietnamese(tmp_path, options, sentence):
    for name in INGREDIENTS:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, tmp_path / name)
    (tmp_path / "models").mkdir()
    told = run("showcase", "preview", *options, cwd=tmp_path)
    assert (told.returncode, told.stdout) == (2, "")
    assert sentence in told.stderr


def test_docs_that_mkdocs_refuses_are_told_at_the_start(tmp_path):
    folder = make_project(tmp_path)
    change(folder / "mkdocs.yml", "gioi-thieu.md", "khong-co.md")
    told = run("showcase", "preview", cwd=folder)
    assert told.returncode == 2
    assert told.stderr.startswith("MkDocs không dựng được các trang trong docs/: ")
    assert "khong-co.md" in told.stderr
