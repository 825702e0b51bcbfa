"""The preview, without a browser: what it shows must be what a build would have made."""

import http.client
import os
import random
import re
import shutil
import signal
import sys
import time
from contextlib import closing
from datetime import date
from pathlib import Path
from threading import Event, Thread

import pytest
from made_site import make_models
from making import written
from project import INGREDIENTS, ROOT, change, make_project, put, run, started, write_model
from showcase.build.build import build_site
from showcase.build.options import Options
from showcase.preview import watch
from showcase.preview.overlay import PROBLEMS
from showcase.preview.response import Responder
from showcase.preview.server import open_server
from showcase.preview.session import Session
from showcase.preview.watch import Watcher
from showcase.publish import pictures
from showcase.publish.site import FAMILIES
from showcase.rules import host_kind, unexpected_file

PATIENCE = 60
TODAY = date(2026, 11, 22)


def until(is_so):
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end, "it never came to that"
        time.sleep(0.02)


def session_of(models, config, cache):
    """A session that has read everything and asked every rule."""
    one = Session(models, config, cache, TODAY)
    one.start()
    until(lambda: one.is_settled)
    return one


# The same bytes as a build -------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def one_host(hosts):
    """What MkDocs renders is the same for all these projects; whoever asks for it stands in one of them."""
    with pytest.MonkeyPatch.context() as patch:
        for module in ("build.build", "preview.session"):
            patch.setattr(f"showcase.{module}.make_host", hosts.make)
        yield patch


def three_models(folder):
    make_project(folder, photo=False)
    write_model(folder, "to-tu-quan", "lien_he: {don_vi: UBND xã, email: to.tu.quan@gmail.com}\n")
    return 90


def every_kind_of_page(folder):
    make_models(folder / "models")
    return 250


@pytest.fixture(scope="module", params=[three_models, pytest.param(every_kind_of_page, marks=pytest.mark.slow)])
def made(request, tmp_path_factory, one_host):
    """A session of a catalogue, a site that was built of the same, and how many files it has at least."""
    folder = tmp_path_factory.mktemp("made")
    least = request.param(folder)
    one_host.chdir(ROOT)
    options = Options(folder / "models", folder / "site", ROOT / "mkdocs.yml", folder / "cache", is_searched=False)
    # A picture takes half a second, and comes from the same function.
    families = tuple(family for family in FAMILIES if family is not pictures.outputs)
    built = build_site(options, TODAY, progress=lambda _done, _in_all: None, families=families)
    assert built.published
    one = session_of(folder / "models", ROOT / "mkdocs.yml", folder / "cache")
    yield one, built, folder / "site", least
    one.stop()


@pytest.mark.slow
def test_every_file_of_a_build_is_found_with_the_same_bytes_and_no_other(made):
    session, _, site, least = made
    files = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    assert len(files) > least
    for path in files:
        if path.startswith("."):
            continue
        output = session.snapshot.made.output(path.removesuffix("index.html") if path.endswith("index.html") else path)
        assert output is not None, path
        assert session.snapshot.made.bytes_of(output) == (site / path).read_bytes(), path
    for where in (
        "khong-co/",
        "mo-hinh/khong-co/",
        "mo-hinh/khong-co/lam-theo/",
        "anh/x.jpg",
        "../x",
        "x",
    ):
        assert session.snapshot.made.output(where) is None


def test_the_problems_are_those_of_a_build(made):
    session, built, _, _ = made
    assert session.snapshot.problems == built.problems
    assert built.problems != ()


# Files that change ---------------------------------------------------------------------------------------------------


@pytest.fixture
def small(tmp_path, monkeypatch, one_host):
    """A session of a small project; the paths are those of its editors."""
    monkeypatch.chdir(make_project(tmp_path, photo=False))
    one = session_of(Path("models"), Path("mkdocs.yml"), Path(".cache"))
    yield one
    one.stop()


def shown(session):
    return sorted(one.title for one in session.snapshot.made.inputs.summaries.values())


def rules(session):
    return [problem.rule for problem in session.snapshot.problems]


def saved(session, path, text):
    session.changed(frozenset({put(Path(path), text)}))


@pytest.mark.slow
def test_the_last_good_model_stays_while_its_file_is_broken(small):
    path = "models/son-la/duong-hoa/model.yaml"
    saved(small, path, written('tieu_de: "Chợ thứ hai\n'))
    until(lambda: "cu_phap" in rules(small))
    assert "Đường hoa của hội phụ nữ" in shown(small)
    saved(small, path, written("tieu_de: Chợ thứ ba\n"))
    until(lambda: "Chợ thứ ba" in shown(small))
    until(lambda: "cu_phap" not in rules(small))


@pytest.mark.slow
def test_a_model_that_never_was_good_is_known_as_such_and_goes(small):
    path = "models/son-la/cho/model.yaml"
    saved(small, path, written("tieu_de: Chợ\n"))
    until(lambda: small.snapshot.unshown == {"cho": path})
    saved(small, path, written("tieu_de: Chợ văn minh\n"))
    until(lambda: small.snapshot.unshown == {} and "Chợ văn minh" in shown(small))
    saved(small, path, written("tieu_de: Chợ\n"))
    until(lambda: "do_dai" in rules(small))
    assert small.snapshot.unshown == {}
    assert "Chợ văn minh" in shown(small)
    shutil.rmtree("models/son-la/cho")
    small.changed(frozenset({Path("models/son-la/cho")}))
    until(lambda: "Chợ văn minh" not in shown(small))
    until(lambda: "do_dai" not in rules(small))


@pytest.mark.slow
def test_a_broken_vocabulary_leaves_the_last_good_one(small):
    path = Path("models/_vocabulary/linh-vuc.yaml")
    sound = path.read_text(encoding="utf-8")
    saved(small, path, "kinh-te:\n  ten: [\n")
    until(lambda: "cu_phap" in rules(small))
    assert small.snapshot.made.inputs.reference.vocabularies.fields.label("kinh-te") == "Kinh tế"
    assert "linh_vuc" not in rules(small)
    saved(small, path, sound.replace("ten: Kinh tế", "ten: Làm ăn"))
    until(lambda: small.snapshot.made.inputs.reference.vocabularies.fields.label("kinh-te") == "Làm ăn")


def test_a_folder_that_comes_is_moved_and_goes(small):
    write_model(Path(), "moi-den", "tieu_de: Mô hình mới đến\n")
    small.changed(frozenset({Path("models/son-la/moi-den")}))
    until(lambda: "Mô hình mới đến" in shown(small))

    shutil.move("models/son-la/moi-den", "models/chuyen-cho/moi-den")
    small.changed(frozenset({Path("models/son-la/moi-den"), Path("models/chuyen-cho/moi-den")}))
    until(lambda: small.snapshot.paths.get("moi-den") == "models/chuyen-cho/moi-den/model.yaml")
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
    saved(small, "models/son-la/de-quen/ghi-chu.txt", "x")
    until(lambda: unexpected_file.NAME in rules(small))
    shutil.rmtree("models/son-la/de-quen")
    small.changed(frozenset({Path("models/son-la/de-quen")}))
    until(lambda: unexpected_file.NAME not in rules(small))


@pytest.mark.slow
def test_where_nothing_changed_the_snapshot_stays_the_same(small):
    """A page that is open is not even looked at again."""
    number = small.snapshot.number
    small.changed(frozenset(small.watched))
    saved(small, "models/son-la/de-quen/ghi-chu.txt", "x")
    until(lambda: unexpected_file.NAME in rules(small))
    assert small.snapshot.number == number + 3  # how many there are, what they show, what is wrong


@pytest.mark.slow
@pytest.mark.parametrize("is_asked", [True, False], ids=["a page asks", "a file is saved"])
def test_where_its_database_breaks_while_it_runs_it_goes_on_without(small, is_asked):
    place = Path(".cache/xem-truoc/build.db")
    place.write_bytes(random.Random(3).randbytes(place.stat().st_size))
    if not is_asked:
        saved(small, "models/son-la/duong-hoa/model.yaml", written("tieu_de: Đường hoa mới trồng\n"))
        until(lambda: "Đường hoa mới trồng" in shown(small))
    until(
        lambda: (
            b"hoa" in response(small, "mo-hinh/duong-hoa/").body and response(small, "mo-hinh/duong-hoa/").status == 200
        )
    )
    assert response(small, "mo-hinh/cho-van-minh/").status == 200
    assert not place.exists()


# What is said --------------------------------------------------------------------------------------------------------


def response(session, where):
    return Responder("models").response(session.snapshot, where)


@pytest.mark.slow
def test_a_page_whose_files_are_sound_has_an_empty_bar(small):
    page = response(small, "mo-hinh/cho-van-minh/")
    assert (page.status, page.bar) == (200, "")
    assert b'<div class="xt-bar" id="xem-truoc" role="status" hidden></div>' in page.body
    assert page.body.rstrip().endswith(b"</html>")


@pytest.mark.slow
def test_nobody_is_to_read_a_preview_offline(small):
    made = small.snapshot.made
    assert b'data-dv-offline="true"' in made.bytes_of(made.output("mo-hinh/cho-van-minh/"))
    assert b'data-dv-offline="false"' in response(small, "mo-hinh/cho-van-minh/").body
    assert b'data-dv-offline="false"' in response(small, "gioi-thieu/").body


@pytest.mark.slow
def test_the_digest_of_a_page_is_another_only_if_the_page_is(small):
    where, other = "mo-hinh/duong-hoa/", "mo-hinh/cho-van-minh/"
    before = response(small, where), response(small, other)
    path = Path("models/son-la/duong-hoa/model.yaml")
    change(path, "ngay_dang: 2026-11-20", "ngay_dang: 2026-11-20\nghi_chu: Ghi chú mới của ban biên tập.")
    small.changed(frozenset({path}))
    until(lambda: response(small, where).page_digest != before[0].page_digest)
    assert response(small, other).page_digest == before[1].page_digest


def test_the_page_of_all_problems_says_so_when_there_are_none(small):
    assert "Không có gì phải sửa." in response(small, PROBLEMS).body.decode()


@pytest.mark.slow
def test_errors_come_first_and_a_long_list_is_cut(small):
    for number in range(150):
        put(Path(f"models/son-la/mau-{number}/model.yaml"), written("tieu_de: Chợ\nloai: sai\n"))
    small.changed(frozenset({Path("models")}))
    until(lambda: len(rules(small)) >= 300)
    said = response(small, PROBLEMS).body.decode()
    errors = small.snapshot.errors
    assert errors == 300
    assert "Cả thư mục: 300 lỗi" in said
    assert len(re.findall(r'class="xt-row[ "]', said)) == 200
    assert f"Còn {len(rules(small)) - 200} điều nữa; lệnh showcase check in ra tất cả." in said


def test_a_row_shows_the_line_and_hides_what_cannot_be_seen(small):
    saved(small, "models/son-la/la/model.yaml", written("tieu_de: Chợ\u202e văn minh\n"))
    until(lambda: "la" in small.snapshot.unshown and small.snapshot.at("models/son-la/la/model.yaml"))
    said = response(small, "mo-hinh/la/").body.decode()
    assert "models/son-la/la/model.yaml:1:" in said
    assert "<code>tieu_de: Chợ\ufffd văn minh</code>" in said


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

    monkeypatch.setattr(watch, "Observer", Refusing)
    monkeypatch.setattr(watch, "_ROUND", 0.01)
    rounds = []
    three = Event()
    watcher = Watcher((tmp_path,), lambda paths: (rounds.append(paths), three.set() if len(rounds) > 2 else None))
    watcher.start()
    assert three.wait(PATIENCE)
    assert rounds[0] == frozenset({tmp_path})


# The command ---------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def command(tmp_path_factory):
    """A preview of a small project, as its editors start it."""
    folder = make_project(tmp_path_factory.mktemp("command"))
    with started("showcase", "preview", cwd=folder, output=folder / "said.txt"):
        yield Running(folder, address_in(folder / "said.txt"))


@pytest.fixture(scope="module")
def server(tmp_path_factory, one_host):
    """The server of the same in this process, which takes a tenth of the time."""
    folder = make_project(tmp_path_factory.mktemp("server"))
    one_host.chdir(folder)
    session = session_of(folder / "models", Path("mkdocs.yml"), folder / ".cache")
    with open_server(0, session, "models") as one:
        thread = Thread(target=one.serve_forever)
        thread.start()
        yield Running(folder, one.url)
        one.shutdown()
        thread.join(PATIENCE)
    session.stop()


@pytest.fixture(params=["server", pytest.param("command", marks=pytest.mark.slow)])
def preview(request):
    return request.getfixturevalue(request.param)


class Running:
    """Where a preview is asked, and the folder of its project."""

    def __init__(self, folder, url):
        self.folder, self.url = folder, url
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


@pytest.mark.slow
def test_the_address_is_said_in_one_line(command):
    said = (command.folder / "said.txt").read_text(encoding="utf-8")
    assert said == f"Đang xem trước tại {command.url} (nhấn Ctrl+C để dừng).\n"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("host", "status"), [("localhost", 200), ("127.0.0.1", 200), ("ke-xau.example", 421), ("", 421)]
)
def test_only_those_are_answered_who_asked_for_this_machine(preview, host, status):
    answer, body = preview.ask("/", Host=f"{host}:{preview.port}" if host else "")
    assert answer.status == status
    assert (b"<html" in body) == (status == 200)


@pytest.mark.slow
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
    answer, body = preview.ask("/" + re.search(rb"anh/[\w-]+-\d+\.webp", page).group().decode())
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


@pytest.mark.slow
def test_nothing_is_written_into_the_site(command):
    command.ask("/")
    assert not (command.folder / "site").exists()


@pytest.mark.slow
def test_a_port_that_is_taken_is_said_and_another_is_found_without_being_told(command):
    told = run("showcase", "preview", "--port", str(command.port), cwd=command.folder)
    assert told.returncode == 2
    assert told.stderr == (
        f"Cổng {command.port} đang có chương trình khác dùng. Hãy chọn cổng khác, ví dụ: showcase preview --port 9000\n"
    )
    second = command.folder / "second.txt"
    with started("showcase", "preview", cwd=command.folder, output=second):
        assert address_in(second) != command.url


@pytest.mark.slow
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


@pytest.mark.slow
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


@pytest.mark.slow
def test_docs_that_mkdocs_refuses_are_told_at_the_start(tmp_path):
    folder = make_project(tmp_path)
    change(folder / "mkdocs.yml", "gioi-thieu.md", "khong-co.md")
    told = run("showcase", "preview", cwd=folder)
    assert told.returncode == 2
    assert told.stderr.startswith("MkDocs không dựng được các trang trong docs/: ")
    assert "khong-co.md" in told.stderr
