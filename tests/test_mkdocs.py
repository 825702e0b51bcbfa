"""MkDocs' own door: `mkdocs build` gives the same site, an error stops it in time, and `mkdocs serve` shows what is saved."""

import re
import shutil
import socket
import time
import urllib.error
import urllib.request
from contextlib import closing
from pathlib import Path
from threading import Event, Thread

import pytest
from project import change, files_of, make_project, put, run, started, write_model
from showcase.build.options import Extent, Published
from showcase.cli import mkdocs_plugin
from showcase.cli.mkdocs_plugin import ShowcasePlugin
from showcase.cli.options import CACHE
from showcase.mkdocs.plugin import Settings
from showcase.system.lock import lock

PATIENCE = 60.0
"""Seconds for a server to show something; a machine may be busy."""


PUBLIC = {"SITE_URL": "https://mau.example/thu/"}


@pytest.fixture
def project(tmp_path):
    return make_project(tmp_path, photo=False)


@pytest.fixture(scope="module")
def once(tmp_path_factory):
    """A project that MkDocs built under a public address, with a photo and something to be told; and what it said."""
    folder = make_project(tmp_path_factory.mktemp("once"))
    write_model(folder, "to-tu-quan", "lien_he: {don_vi: Hội Phụ nữ, email: to.tu.quan@gmail.com}\n")
    return folder, mkdocs_build(folder, **PUBLIC)


@pytest.fixture
def built(once, tmp_path):
    """The same, to be changed."""
    return shutil.copytree(once[0], tmp_path / "built")


def mkdocs_build(project: Path, **environment: str) -> str:
    done = run("mkdocs", "build", cwd=project, **environment)
    assert done.returncode == 0, done.stderr
    return done.stderr


@pytest.mark.slow
def test_mkdocs_gives_the_same_site_byte_for_byte(once, built):
    """Under a public address, where pages name it; and again over the site that it made, over other people's files too."""
    by_mkdocs = files_of(built / "site")
    done = run("showcase", "build", "--site", "ours", cwd=built, **PUBLIC)
    assert done.returncode == 0, done.stderr
    ours = files_of(built / "ours")
    assert sorted(by_mkdocs) == sorted(ours)
    assert [path for path in ours if ours[path] != by_mkdocs[path]] == []
    assert b"https://mau.example/thu/mo-hinh/duong-hoa/" in ours["mo-hinh/duong-hoa/index.html"]
    (pages, files) = re.search(r"Đã dựng (\d+) trang, (\d+) tệp", once[1]).groups()
    assert f"{pages} trang, {files} tệp" in done.stdout

    put(built / "site/.nojekyll", "")
    put(built / "site/mo-hinh/da-bo/index.html", "từ lần trước")
    assert f"{pages} trang, {files} tệp" in mkdocs_build(built, **PUBLIC)
    assert files_of(built / "site") == ours | {".nojekyll": b""}
    (built / "site/.nojekyll").unlink()
    assert "làm mới 0, bỏ 0" in run("showcase", "build", cwd=built, **PUBLIC).stdout


@pytest.mark.slow
def test_advice_stops_nobody_even_where_warnings_do(once):
    assert "nhắc [" in once[1]


@pytest.mark.slow
def test_the_search_is_left_out_where_the_settings_say(built):
    assert (built / "site/tim/muc-luc.json").is_file()
    change(built / "mkdocs.yml", "  - showcase\n", "  - showcase:\n      search: false\n")
    mkdocs_build(built, **PUBLIC)
    assert not (built / "site/tim").exists()
    assert "data-dv-search" not in (built / "site/mo-hinh/index.html").read_text(encoding="utf-8")


def empty_folders(site: Path) -> list[Path]:
    return [folder for folder in site.rglob("*") if folder.is_dir() and not any(folder.iterdir())]


@pytest.mark.slow
def test_the_frame_and_its_holes_never_reach_a_reader(once):
    site = files_of(once[0] / "site")
    assert [path for path in site if "khung" in path] == []
    assert empty_folders(once[0] / "site") == []
    holes = re.compile(rb"\{\{ |\{%|@POLICY@|khung/")  # a citation holds `{{Name}}`
    assert [path for path, data in site.items() if path.endswith((".html", ".json")) and holes.search(data)] == []


@pytest.mark.slow
def test_an_error_stops_mkdocs_before_the_old_site_is_emptied(built):
    before = files_of(built / "site")
    write_model(built, "cho-van-minh", "linh_vuc: quoc-phong\n")
    done = run("mkdocs", "build", cwd=built)
    assert done.returncode != 0
    assert (
        "models/son-la/cho-van-minh/model.yaml:1:11: lỗi [linh_vuc] 'quoc-phong' không phải là lĩnh vực." in done.stderr
    )
    assert "Còn 1 lỗi trong các mô hình; trang cũ được giữ nguyên." in done.stderr
    assert "Traceback" not in done.stderr
    assert files_of(built / "site") == before


@pytest.mark.slow
def test_models_lie_where_the_settings_say_and_mkdocs_may_be_started_anywhere(project, tmp_path_factory):
    shutil.move(project / "models", project / "kho")
    change(project / "mkdocs.yml", "  - showcase\n", "  - showcase:\n      models: kho\n")
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    done = run("mkdocs", "build", "-f", str(project / "mkdocs.yml"), cwd=elsewhere)
    assert done.returncode == 0, done.stderr
    page = (project / "site/mo-hinh/duong-hoa/index.html").read_text(encoding="utf-8")
    assert "<code data-dv-file>kho/son-la/duong-hoa/model.yaml</code>" in page
    assert list(elsewhere.iterdir()) == []
    done = run("showcase", "build", "--models", "kho", "--site", "ours", cwd=project)
    assert done.returncode == 0, done.stderr
    assert files_of(project / "ours") == files_of(project / "site")


# --- serve ---------------------------------------------------------------------------------------------------------


def free_port() -> int:
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def page_with(words: str, address: str, log: Path) -> str:
    """Wait for a page that has some words; what the server said is told where it never comes."""
    deadline = time.monotonic() + PATIENCE
    text = ""
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
                text = answer.read().decode()
        except OSError as error:
            text = str(error)
        if words in text:
            return text
        time.sleep(0.05)
    pytest.fail(f"{words!r} never came to {address}:\n{text[:2000]}\n{log.read_text(encoding='utf-8')}")


def words_in(words: str, log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while words not in log.read_text(encoding="utf-8"):
        assert time.monotonic() < deadline, log.read_text(encoding="utf-8")
        time.sleep(0.05)


@pytest.mark.slow
def test_serving_shows_what_is_saved_and_survives_a_mistake(project, tmp_path):
    model = project / "models/son-la/to-tu-quan/model.yaml"
    log = tmp_path / "said"
    port = free_port()
    address = f"http://127.0.0.1:{port}/mo-hinh/to-tu-quan/"
    put(tmp_path / "served/readme", "")
    arguments = ("serve", "-a", f"127.0.0.1:{port}")
    with started("mkdocs", *arguments, cwd=project, output=log, TMPDIR=str(tmp_path / "served")):
        page = page_with("Tổ tự quản ở bản Lướt", address, log)
        assert "'unsafe-inline'" in page.split("script-src", 1)[1].split(";")[0], "or the live reload would be stopped"
        assert "livereload" in page
        assert 'data-dv-offline="false"' in page, "what is being written is kept on no device"
        change(model, "Tổ tự quản ở bản Lướt", "Tổ liên gia ở bản Lướt")
        page_with("Tổ liên gia ở bản Lướt", address, log)
        change(model, "linh_vuc: van-hoa-xa-hoi", "linh_vuc: van-hoa")
        words_in("lỗi [linh_vuc] 'van-hoa' không phải là lĩnh vực.", log)
        words_in("Còn 1 lỗi trong các mô hình; trang hiện bản trước khi có lỗi.", log)
        page_with("Tổ liên gia ở bản Lướt", address, log)
        change(model, "linh_vuc: van-hoa\n", "linh_vuc: van-hoa-xa-hoi\nghi_chu: Đã sửa xong lĩnh vực.\n")
        page_with("Đã sửa xong lĩnh vực.", address, log)
        with pytest.raises(urllib.error.HTTPError, match="404"):
            urllib.request.urlopen(f"http://127.0.0.1:{port}/khung/")
        (served,) = (tmp_path / "served").glob("mkdocs_*")
        assert (served / "mo-hinh/to-tu-quan/index.html").is_file()
        assert empty_folders(served) == []


def test_mkdocs_waits_for_a_build_that_is_under_way(tmp_path, monkeypatch):
    """What is remembered of the one site would be written over what is remembered of the other."""
    began, plugin = Event(), ShowcasePlugin()
    plugin._sound = object()  # noqa: SLF001 - models of which nothing is asked here
    monkeypatch.setattr(
        mkdocs_plugin, "fill_hosts_site", lambda *_, **__: began.set() or Published(0, 0, 0, Extent(0, 0, "", 0))
    )
    given = Settings(tmp_path, tmp_path / "models", is_searched=False, serves=True), tmp_path / "site", None
    with lock(tmp_path / CACHE, tell=lambda: None):
        thread = Thread(target=plugin.publish, args=given)
        thread.start()
        assert not began.wait(0.3)
    thread.join(PATIENCE)
    assert began.is_set()
