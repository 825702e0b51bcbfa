"""Whatever a user does, or a disk, a sentence says it: no traceback, and the code that scripts expect."""

import os
import signal
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from project import THE_DAY, change, files_of, make_project, put, run, started
from showcase.cli.commands import main


@pytest.fixture
def project(tmp_path, monkeypatch, mkdocs_once):
    monkeypatch.chdir(make_project(tmp_path, photo=False))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", THE_DAY)
    monkeypatch.setenv("SITE_URL", "https://mau.example/")
    return tmp_path


def showcase(*arguments):
    return CliRunner().invoke(main, arguments, prog_name="showcase")


@pytest.mark.parametrize(
    ("site", "said"),
    [
        ("models", "Trang không thể nằm trong models, nơi chứa các mô hình."),
        ("models/son-la/x", "Trang không thể nằm trong models, nơi chứa các mô hình."),
        ("docs/x", "Trang không thể nằm trong docs, nơi chứa các trang viết tay."),
        ("overrides", "Trang không thể nằm trong overrides, nơi chứa các mẫu trang."),
        (".cache/showcase", "Trang không thể nằm trong .cache/showcase, nơi chương trình ghi tạm."),
        (".cache/showcase/anh/x", "Trang không thể nằm trong .cache/showcase, nơi chương trình ghi tạm."),
        (".cache", "Thư mục .cache chứa .cache/showcase, nơi chương trình ghi tạm, nên không thể là nơi đặt trang."),
        (".", "Thư mục . chứa models, nơi chứa các mô hình, nên không thể là nơi đặt trang."),
        ("..", "Thư mục .. chứa models, nơi chứa các mô hình, nên không thể là nơi đặt trang."),
        ("/", "Thư mục / chứa models, nơi chứa các mô hình, nên không thể là nơi đặt trang."),
        ("./docs/../models/x", "Trang không thể nằm trong models, nơi chứa các mô hình."),
    ],
)
def test_a_site_that_would_lie_among_its_sources_is_refused(project, site, said):
    before = files_of(project)
    done = showcase("build", "--site", site)
    assert (done.exit_code, done.stdout, done.stderr) == (2, "", f"{said} Hãy chọn thư mục khác.\n")
    assert files_of(project) == before


def test_a_link_to_the_models_is_no_way_round(project):
    Path("lien-ket").symlink_to("models")
    assert showcase("build", "--site", "lien-ket/x").exit_code == 2
    assert not Path("models/x").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "--models", os.fsdecode(b"m\xff")),
        ("build", "--models", os.fsdecode(b"m\xff")),
        ("build", "--site", os.fsdecode(b"s\xff/x")),
        ("build", "--config", os.fsdecode(b"c\xff.yml")),
        ("check", os.fsdecode(b"models/\xff")),
    ],
)
def test_a_path_that_is_no_unicode_is_told(project, arguments):
    Path(os.fsdecode(b"m\xff")).mkdir()
    done = showcase(*arguments)
    assert done.exit_code == 2
    assert "⟨U+DCFF⟩" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_project_whose_folder_is_no_unicode_is_told(project, monkeypatch):
    folder = project / os.fsdecode(b"\xff")
    folder.mkdir()
    monkeypatch.chdir(make_project(folder, photo=False))
    for verb in ("check", "build"):
        done = showcase(verb)
        assert done.exit_code == 2
        assert "không theo Unicode" in done.stderr


ODD_NAMES = {"a model": b"models/son-la/\xff/model.yaml", "beside one": b"models/son-la/duong-hoa/\xfe.jpg"}


@pytest.mark.parametrize("output_format", ["text", "json", "github"])
def test_names_that_are_no_unicode_are_told_and_all_else_goes_on(project, output_format):
    for name in ODD_NAMES.values():
        os.makedirs(os.path.dirname(name), exist_ok=True)  # noqa: PTH103, PTH120 - bytes, which no Path takes
        with open(name, "wb") as file:  # noqa: PTH123 - as above
            file.write(b"x")
    put(Path("models/son-la/to-tu-quan/model.yaml"), "tieu_de: x\n")
    done = showcase("check", "--format", output_format)
    assert done.exit_code == 1
    assert "duong-hoa/\ufffd.jpg" in done.stdout
    assert "to-tu-quan" in done.stdout


def odd_docs():
    """Everything in docs/ of which MkDocs could make something bad."""
    Path("docs/lien-ket.md").symlink_to("/etc/hostname")
    Path("docs/dut.md").symlink_to("khong-co")
    Path("docs/vong").symlink_to(".")
    Path("docs/.#khoa.md").symlink_to("nguoi@may:1")  # Emacs', while a page is edited
    os.mkfifo("docs/ong")
    Path(os.fsdecode(b"docs/t\xff.md")).write_text("x", encoding="utf-8")


@pytest.mark.slow
def test_links_and_other_odd_things_in_docs_are_told(project):
    odd_docs()
    done = showcase("build")
    assert done.exit_code == 1
    told = [line.partition(":")[0] for line in done.stdout.splitlines()]
    assert told == ["docs/dut.md", "docs/lien-ket.md", "docs/ong", "docs/t\ufffd.md", "docs/vong"]
    assert not Path("site").exists()


@pytest.mark.slow
def test_they_are_not_fatal_to_the_preview_and_nothing_of_them_is_shown(tmp_path, monkeypatch):
    from showcase.mkdocs.host import DOCS, make_host

    monkeypatch.chdir(make_project(tmp_path, photo=False))
    odd_docs()
    host = make_host(Path("mkdocs.yml"), tmp_path / "host")
    assert [
        name for name in host.files if any(odd in name for odd in ("lien-ket", "dut", "vong", "ong/", "t\udcff"))
    ] == []
    assert DOCS == "docs"


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda: put(Path("mkdocs.yml"), "site_name: [\n"), "mkdocs.yml"),
        (lambda: Path("mkdocs.yml").write_bytes(b"site_name: \xff\n"), "mkdocs.yml"),
        (lambda: put(Path("mkdocs.yml"), "- a\n"), "mkdocs.yml"),
        (lambda: Path("docs/assets/trang.css").write_bytes(b"/* \xff */\n"), "trang.css"),
        (lambda: put(Path("overrides/main.html"), "{% if %}"), "main.html"),
    ],
)
@pytest.mark.slow
def test_what_is_wrong_with_docs_is_told(tmp_path, monkeypatch, spoil, said):
    monkeypatch.chdir(make_project(tmp_path, photo=False))
    spoil()
    done = showcase("build")
    assert done.exit_code == 2, done.output
    assert done.stderr.startswith("MkDocs không dựng được các trang trong docs/: ")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


BEGINS = """import sys
from pathlib import Path
from showcase.cli import program
class Begins:
    def find_spec(self, name, *_):
        if name == "showcase.cli.commands": Path("begun").touch()
sys.meta_path.insert(0, Begins())
sys.argv = ["showcase", sys.argv[1]]
program.run()
"""
"""The program as its script calls it; how long Python takes to come so far is not ours to say."""


@pytest.mark.slow
@pytest.mark.parametrize("verb", ["check", "build"])
@pytest.mark.parametrize("moment", [0, 0.1, 0.3, 0.6, 1.0, 1.5])
def test_ctrl_c_is_a_line_and_130_at_any_moment(tmp_path, verb, moment):
    folder = make_project(tmp_path)
    with started("python", "-c", BEGINS, verb, cwd=folder, output=folder / "said.txt") as process:
        while not (folder / "begun").exists():
            time.sleep(0.005)
        time.sleep(moment)
        process.send_signal(signal.SIGINT)
        code = process.wait(60)
    said = (folder / "said.txt").read_text(encoding="utf-8")
    if code:  # it may have been done
        assert (code, said) == (130, "Đã dừng giữa chừng. Lần chạy sau sẽ làm nốt phần còn lại.\n")
    assert "Traceback" not in said


WORST_OF_MOMENTS = {
    "while a class is made": "type('Loaded', (), {'attribute': Interrupts()})",
    "while a value is forgotten": "Interrupts()",
}


@pytest.mark.parametrize("moment", WORST_OF_MOMENTS.values(), ids=list(WORST_OF_MOMENTS))
def test_ctrl_c_while_the_commands_are_loaded_is_a_line_too(tmp_path, moment):
    script = (
        "import signal, sys; from showcase.cli import program\n"
        "class Interrupts:\n"
        "    def __set_name__(self, *_): signal.raise_signal(signal.SIGINT)\n"
        "    def __del__(self): signal.raise_signal(signal.SIGINT)\n"
        "class Loads:\n"
        "    def find_spec(self, name, *_):\n"
        f"        if name == 'showcase.build.build': {moment}\n"
        "sys.meta_path.insert(0, Loads())\n"
        "program.run()"
    )
    done = run("python", "-c", script, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (130, "")
    assert done.stderr == "Đã dừng giữa chừng. Lần chạy sau sẽ làm nốt phần còn lại.\n"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("redirected", "code"), [("| head -c 1 >&2", 0), (">/dev/full", 2), (">&-", 1), ("2>&-", 1), ("2>/dev/full", 1)]
)
@pytest.mark.parametrize("output_format", ["text", "json"])
def test_wherever_our_words_go_there_is_no_traceback(tmp_path, redirected, code, output_format):
    folder = make_project(tmp_path, photo=False)
    change(folder / "models/son-la/duong-hoa/model.yaml", "linh_vuc: van-hoa-xa-hoi", "linh_vuc: la-la")
    command = f"{Path(sys.executable).with_name('showcase')} check --format {output_format} {redirected}"
    done = run(
        "python",
        "-c",
        f"import subprocess, sys; sys.exit(subprocess.run({command!r}, shell=True).returncode)",
        cwd=folder,
    )
    assert "Traceback" not in done.stderr
    assert "Error" not in done.stderr
    assert done.returncode == code
