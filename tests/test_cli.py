"""The command line: exit codes 0, 1, 2, the three ways to print, and that an error never touches the site that is there."""

import io
import json
import re
import shutil
import sys
from pathlib import Path

import click
import pytest
from building import share
from click.testing import CliRunner, Result
from project import ROOT, THE_DAY, add_photo, change, files_of, make_project, put, run, write_model
from showcase.build.errors import PhotoError
from showcase.build.options import Extent, Published
from showcase.cli import build as building_command
from showcase.cli import check as checking_command
from showcase.cli import messages
from showcase.cli.commands import main
from showcase.cli.options import CACHE
from showcase.cli.remarks import CLOUDFLARE_FILE, CLOUDFLARE_FILES, GITHUB_SITE, remarks
from showcase.system.pool import KilledError
from showcase.words.numbers import write_size

CHO = "models/son-la/cho-van-minh/model.yaml"
TO = "models/son-la/to-tu-quan/model.yaml"
TABLE = "# Chữ viết tắt\n\n| Viết tắt | Viết đầy đủ |\n| --- | --- |\n"
WRONG_FIELD = "lỗi [linh_vuc] 'quoc-phong' không phải là lĩnh vực. Ý bạn là 'quoc-phong-an-ninh'?"


@pytest.fixture
def project(tmp_path, shared, monkeypatch, mkdocs_once):
    """Three sound models in a project, which is the folder we stand in."""
    monkeypatch.chdir(make_project(tmp_path, photo=False))
    share(CACHE, shared)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", THE_DAY)
    return tmp_path


@pytest.fixture
def faulty(project):
    """An error and an advice in two of the models; each on the first line of its file."""
    write_model(project, "cho-van-minh", "linh_vuc: quoc-phong\ntieu_de: Chợ văn minh ở Hoàn Kiếm\n")
    contact = "lien_he: {don_vi: Hội Phụ nữ xã Ngọc Chiến, email: to.tu.quan@gmail.com}"
    write_model(project, "to-tu-quan", f"{contact}\ntieu_de: Tổ liên gia bản Lướt\n")
    return project


def showcase(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def shown(result: Result) -> list[str]:
    return result.stdout.splitlines()


# --- check ---------------------------------------------------------------------------------------------------------


def test_sound_models_say_so_and_exit_with_0(project):
    done = showcase("check")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == "3 mô hình, không có gì phải sửa.\n"


def test_errors_are_told_one_a_line_and_exit_with_1(faulty):
    done = showcase("check")
    assert done.exit_code == 1
    first, second = shown(done)
    assert first == f"{CHO}:1:11: {WRONG_FIELD}"
    assert re.match(rf"{TO}:1:\d+: nhắc \[\w+\] ", second)
    assert done.stderr == "3 mô hình: 1 lỗi, 1 lời nhắc.\n"


def test_advice_alone_exits_with_0(faulty):
    change(faulty / CHO, "quoc-phong", "quoc-phong-an-ninh")
    done = showcase("check")
    assert done.exit_code == 0
    assert done.stderr == "3 mô hình: 0 lỗi, 1 lời nhắc.\n"


def test_json_has_the_keys_of_the_format_and_nothing_beside_it(faulty):
    done = showcase("check", "--format", "json")
    assert (done.exit_code, done.stderr) == (1, "")
    error, advice = json.loads(done.stdout)
    assert error == {
        "path": CHO,
        "line": 1,
        "column": 11,
        "severity": "error",
        "rule": "linh_vuc",
        "message": "'quoc-phong' không phải là lĩnh vực. Ý bạn là 'quoc-phong-an-ninh'?",
    }
    assert list(advice) == list(error)
    assert advice["severity"] == "advice"
    assert "không phải" in done.stdout, "Vietnamese is written as it is, so that people can read it too"


def test_json_of_nothing_is_an_empty_list(project):
    assert json.loads(showcase("check", "--format", "json").stdout) == []


def test_github_gets_annotations(faulty):
    done = showcase("check", "--format", "github")
    assert (done.exit_code, done.stderr) == (1, "")
    error, advice = shown(done)
    assert error == (
        f"::error file={CHO},line=1,col=11,title=linh_vuc::"
        "'quoc-phong' không phải là lĩnh vực. Ý bạn là 'quoc-phong-an-ninh'?"
    )
    assert advice.startswith(f"::warning file={TO},line=1,")


def test_an_annotation_cannot_be_ended_by_what_an_editor_wrote(project):
    """`::` and line ends are how a workflow takes commands; a file's name and a value must not give any."""
    put(Path("models/son-la/a,b::x%0A/model.yaml"), (project / TO).read_text(encoding="utf-8").replace("kinh", "\n::x"))
    lines = shown(showcase("check", "--format", "github"))
    assert lines
    for line in lines:
        assert re.fullmatch(r"::(error|warning) file=[^,:]+,line=\d+,col=\d+,title=\w+::[^\r\n]+", line)
    assert any("file=models/son-la/a%2Cb%3A%3Ax%250A/model.yaml,line=" in line for line in lines)


@pytest.mark.parametrize("path", [TO, "models/son-la/to-tu-quan", "./models/../models/son-la/to-tu-quan"])
def test_a_path_keeps_the_findings_of_others_away(faulty, path):
    done = showcase("check", path)
    assert done.exit_code == 0, "the error is another's"
    (line,) = shown(done)
    assert line.startswith(f"{TO}:1:")


def test_several_paths_and_a_folder_of_all(faulty):
    assert len(shown(showcase("check", CHO, TO))) == 2
    assert shown(showcase("check", "models")) == shown(showcase("check"))


def test_a_path_still_knows_the_whole_catalogue(project):
    """What one model says of another can only be judged with both."""
    write_model(project, "hoc-theo", "hoc_tu: cho-van-minh\n")
    assert showcase("check", "models/son-la/hoc-theo").exit_code == 0


@pytest.mark.parametrize("made", [str, lambda folder: str(folder.resolve())], ids=["relative", "absolute"])
def test_models_may_lie_anywhere(faulty, tmp_path, made):
    shutil.move("models", tmp_path / "kho-khac")
    folder = made(Path("kho-khac"))
    done = showcase("check", "--models", folder)
    assert done.exit_code == 1
    assert shown(done)[0] == f"{folder}/son-la/cho-van-minh/model.yaml:1:11: {WRONG_FIELD}"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ("check", "--models", "khong-co"),
            "Không thấy thư mục khong-co. Hãy chạy lệnh ở thư mục gốc của dự án, hoặc ghi --models THƯ_MỤC.",
        ),
        (
            ("build", "--models", "mkdocs.yml"),
            "Không thấy thư mục mkdocs.yml. Hãy chạy lệnh ở thư mục gốc của dự án, hoặc ghi --models THƯ_MỤC.",
        ),
        (("check", "khong-co"), "khong-co không thuộc models. Hãy ghi tệp hoặc thư mục nằm trong đó."),
        (("build", "--config", "khong-co.yml"), "Không thấy tệp cấu hình khong-co.yml."),
        (("build", "--site", "mkdocs.yml"), "Không đọc hoặc ghi được mkdocs.yml: ở đó đã có một tệp."),
        (("dung",), "Không có lệnh dung. Xem: showcase --help"),
        (("check", "--mo-hinh", "x"), "Không có tùy chọn --mo-hinh. Xem: showcase check --help"),
        (("check", "--format", "xml"), "--format chỉ nhận: text, github, json. Xem: showcase check --help"),
        (("check", "--format"), "Tùy chọn --format cần đúng một giá trị. Xem: showcase check --help"),
        (("build", "models"), "Không hiểu những gì đã gõ sau tên lệnh. Xem: showcase build --help"),
    ],
)
def test_what_cannot_run_says_why_in_a_sentence_and_exits_with_2(project, arguments, sentence):
    done = CliRunner().invoke(main, arguments, prog_name="showcase")
    assert (done.exit_code, done.stdout, done.stderr) == (2, "", f"{sentence}\n")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("export", "Còn thiếu TỆP.xlsx sau tên lệnh."),
        ("template", "Còn thiếu TỆP.xlsx sau tên lệnh."),
        ("import", "Còn thiếu TỆP sau tên lệnh."),
        ("draft", "Còn thiếu TỆP.docx sau tên lệnh."),
        ("receive", "Còn thiếu TỆP.zip sau tên lệnh."),
        ("diff", "Còn thiếu BẢN_GỐC BẢN_GỬI sau tên lệnh."),
        ("diff main", "Sau tên lệnh phải ghi đủ BẢN_GỐC BẢN_GỬI."),
        ("diff main bai-moi", "Còn thiếu tùy chọn --html TỆP."),
    ],
)
def test_what_is_missing_behind_a_command_is_named_as_its_usage_does(words, sentence):
    verb, *_ = arguments = words.split()
    done = CliRunner().invoke(main, arguments, prog_name="showcase")
    assert (done.exit_code, done.stdout, done.stderr) == (2, "", f"{sentence} Xem: showcase {verb} --help\n")


PHOTO_ROW = (
    "anh:\n  - {tep: hoa.jpg, mo_ta: Con đường rợp hoa., tac_gia: Ban biên tập, giay_phep: cua-du-an, nguoi: khong}\n"
)


def test_a_file_of_a_model_stands_for_its_folder(project):
    put(project / "models/son-la/duong-hoa/hoa.jpg", "không phải ảnh")
    write_model(project, "duong-hoa", PHOTO_ROW)
    for path in ("models/son-la/duong-hoa/hoa.jpg", "models/son-la/duong-hoa/model.yaml", "models/son-la/duong-hoa"):
        done = showcase("check", path)
        assert done.exit_code == 1
        (line,) = shown(done)
        assert line.startswith("models/son-la/duong-hoa/model.yaml:2:"), line


@pytest.mark.parametrize("folder", ["models/son-la/duong-hoa", "models/lai-chau/duong-hoa"])
def test_what_is_wrong_with_two_files_is_told_of_either(project, folder):
    put(
        Path("models/lai-chau/duong-hoa/model.yaml"),
        Path("models/son-la/duong-hoa/model.yaml").read_text(encoding="utf-8"),
    )
    done = showcase("check", f"{folder}/model.yaml")
    assert done.exit_code == 1
    assert any("[ma_trung]" in line for line in shown(done))


def test_a_page_of_docs_may_be_asked_about(project):
    put(
        project / "docs/huong-dan/viet-tat.md",
        f"{TABLE}<<<<<<< HEAD\n| BHXH | bảo hiểm xã hội |\n=======\n>>>>>>> nhanh\n",
    )
    done = showcase("check", "docs/huong-dan/viet-tat.md")
    assert done.exit_code == 1
    assert shown(done)[0].startswith("docs/huong-dan/viet-tat.md:5:1: lỗi [xung_dot] Ở đây còn dấu xung đột của git")
    assert showcase("check", "docs/gioi-thieu.md").exit_code == 0


def test_a_path_outside_is_refused(faulty):
    put(Path("ghi-chu.txt"), "x")
    for path in ("ghi-chu.txt", "/etc/passwd", "..", "modelsx"):
        done = showcase("check", path)
        assert (done.exit_code, done.stdout) == (2, "")
        assert done.stderr == f"{path} không thuộc models. Hãy ghi tệp hoặc thư mục nằm trong đó.\n"


def test_a_file_that_was_deleted_is_skipped_with_a_word(project):
    done = showcase("check", "models/son-la/da-xoa/model.yaml", TO)
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr.splitlines() == [
        "Bỏ qua models/son-la/da-xoa/model.yaml: không có, hoặc đã xóa.",
        "Các đường dẫn đã ghi: không có gì phải sửa.",
    ]


def test_what_a_deleted_model_leaves_broken_is_told(project):
    write_model(project, "hoc-theo", "hoc_tu: cho-van-minh\n")
    shutil.rmtree("models/son-la/cho-van-minh")
    done = showcase("check", CHO)
    assert done.exit_code == 1
    assert [line.split(":")[0] for line in shown(done)] == ["models/son-la/hoc-theo/model.yaml"]


def test_what_a_vocabulary_breaks_is_told_of_it(project):
    write_model(project, "duong-hoa", "chu_de: [y-te]\n")
    change(project / "models/_vocabulary/chu-de.yaml", "y-te:", "suc-khoe:")
    done = showcase("check", "models/_vocabulary/chu-de.yaml")
    assert done.exit_code == 1
    assert [line.split(":")[0] for line in shown(done)] == ["models/son-la/duong-hoa/model.yaml"]
    assert showcase("check", "models/_vocabulary/linh-vuc.yaml").exit_code == 0


def test_what_is_wrong_elsewhere_is_not_hidden(faulty):
    done = showcase("check", TO)
    assert done.exit_code == 0
    assert done.stderr.splitlines() == [
        "Các đường dẫn đã ghi: 0 lỗi, 1 lời nhắc.",
        "Ở những tệp khác còn 1 lỗi. Để xem, hãy chạy lệnh này không kèm đường dẫn.",
    ]


# 22 November 2026, 22:00 in London, is the next day in Hà Nội.
@pytest.mark.parametrize(("epoch", "code"), [("1795384800", 0), ("1795366799", 1)])
def test_today_is_the_day_in_vietnam_whatever_the_machine_s_zone(project, monkeypatch, epoch, code):
    write_model(project, "duong-hoa", "ngay_dang: 2026-11-23\n")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    for zone in ("UTC", "Asia/Ho_Chi_Minh", "America/Los_Angeles"):
        monkeypatch.setenv("TZ", zone)
        assert showcase("check").exit_code == code


@pytest.mark.parametrize("epoch", ["17953848000000", "99999999999999999999", "hôm nay", "-1", "²"])
def test_a_day_that_is_none_is_told(project, monkeypatch, epoch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    for verb in ("check", "build"):
        done = showcase(verb)
        assert (done.exit_code, done.stdout) == (2, "")
        assert done.stderr.startswith(f"SOURCE_DATE_EPOCH={epoch} không dùng được: cần số giây")


@pytest.mark.slow
@pytest.mark.parametrize("verb", ["check", "build"])
def test_where_nothing_can_be_kept_the_work_is_done_all_the_same(project, verb):
    Path("tep").write_text("ở đây không có thư mục nào", encoding="utf-8")
    shutil.rmtree(".cache")
    Path(".cache").symlink_to("tep")
    done = showcase(verb)
    assert done.exit_code == 0, done.output
    assert "Không ghi được vào thư mục tạm .cache/showcase (" in done.stderr
    assert Path("site/index.html").is_file() == (verb == "build")


@pytest.mark.parametrize("place", ["models", ".cache/showcase", "docs"])
def test_a_site_has_a_place_of_its_own(project, place):
    for site in (place, f"{place}/site"):
        done = showcase("build", "--site", site)
        assert (done.exit_code, done.stdout) == (2, "")
        assert done.stderr.startswith(f"Trang không thể nằm trong {place}, nơi ")
    assert not Path(place, "site").exists()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SITE_URL", "mau.example"),
        ("SITE_URL", "https://mau.example/?x=1"),
        ("SITE_URL", "https://mau.example/#dau"),
        ("SITE_URL", "https://mau.example/dan van"),
        ("SITE_URL", "ftp://mau.example/"),
        ("SITE_URL", "https://mau.example:cong/"),
        ("SITE_URL", "https:///duong-dan"),
        ("EDIT_BASE", "kho/edit/main"),
        ("EDIT_BASE", "javascript:alert(1)//"),
        ("EDIT_BASE", "https://mau.example/kho cua toi/"),
    ],
)
def test_an_address_that_bears_no_path_is_refused(project, monkeypatch, name, value):
    monkeypatch.setenv(name, value)
    done = showcase("build")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith(f"{name} '{value}' ")
    assert done.stderr.count("\n") == 1


@pytest.mark.slow
def test_the_place_to_edit_gets_its_slash(project, monkeypatch):
    monkeypatch.setenv("EDIT_BASE", "https://kho.example/edit/main")
    assert showcase("build", "--no-search").exit_code == 0
    page = Path("site/mo-hinh/cho-van-minh/index.html").read_text(encoding="utf-8")
    assert f'href="https://kho.example/edit/main/{CHO}"' in page


def test_ctrl_c_while_the_program_loads_is_no_traceback():
    code = (
        "import builtins, sys\n"
        "from showcase.cli import program\n"
        "real = builtins.__import__\n"
        "def load(name, *more):\n"
        "    if name == 'showcase.cli.commands': raise KeyboardInterrupt\n"
        "    return real(name, *more)\n"
        "builtins.__import__ = load\n"
        "program.run()\n"
    )
    done = run("python", "-c", code, cwd=Path())
    assert (done.returncode, done.stdout) == (130, "")
    assert done.stderr.startswith("Đã dừng giữa chừng.")


def test_a_folder_without_models_is_sound(project):
    shutil.rmtree("models/son-la")
    assert showcase("check").exit_code == 0


@pytest.mark.slow
def test_whoever_reads_our_output_may_stop_reading(faulty):
    """`showcase check | head -1` is no failure of ours, and no traceback."""
    for number in range(300):
        write_model(faulty, f"to-so-{number}", "linh_vuc: quoc-phong\n")
    command = f"{Path(sys.executable).with_name('showcase')} check | head -1"
    done = run("python", "-c", f"import subprocess; subprocess.run({command!r}, shell=True)", cwd=faulty)
    assert done.stdout == f"{CHO}:1:11: {WRONG_FIELD}\n"
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("check",), 1),
        pytest.param(("check", "--format", "xml"), 2, marks=pytest.mark.slow),
        pytest.param(("--help",), 0, marks=pytest.mark.slow),
    ],
)
def test_the_program_ends_at_once_with_all_that_it_had_to_say(faulty, arguments, code):
    done, within = run("showcase", *arguments, cwd=faulty), CliRunner().invoke(main, arguments, prog_name="showcase")
    assert (done.returncode, done.stdout, done.stderr) == (code, within.stdout, within.stderr)


def test_a_mistake_of_ours_keeps_its_traceback(project, monkeypatch):
    monkeypatch.setattr(checking_command, "check_folder", lambda *_, **__: 1 / 0)
    assert isinstance(showcase("check").exception, ZeroDivisionError)


@pytest.mark.parametrize(
    ("trouble", "code", "sentence"),
    [
        (KeyboardInterrupt(), 130, "Đã dừng giữa chừng. Lần chạy sau sẽ làm nốt phần còn lại.\n"),
        (OSError(28, "No space left on device", "site/a"), 2, "Không đọc hoặc ghi được site/a: ổ đĩa đã đầy, chỉ còn "),
        (KilledError("x"), 2, "Hệ thống đã dừng một tiến trình đang dựng trang, có thể vì máy hết bộ nhớ."),
        (PermissionError(13, "Permission denied", "models"), 2, "Không đọc hoặc ghi được models: không có quyền.\n"),
        (PhotoError("models/a/b.jpg: hỏng"), 2, "Không làm được ảnh models/a/b.jpg: "),
    ],
)
def test_troubles_of_the_machine_are_told_in_a_sentence(project, monkeypatch, trouble, code, sentence):
    def fail(*_, **__):
        raise trouble

    monkeypatch.setattr(building_command, "build_site", fail)
    done = showcase("build")
    assert (done.exit_code, done.stdout) == (code, "")
    assert done.stderr.startswith(sentence)


# --- build ---------------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_building_says_what_was_made(project):
    done = showcase("build")
    assert done.exit_code == 0, done.output
    files = files_of(Path("site"))
    pages = sum(path.endswith("index.html") for path in files)
    said = re.search(r"Đã dựng site: 3 mô hình, (\d+) trang, (\d+) tệp, (.+) \(làm mới (\d+), bỏ 0\)\.\n$", done.stdout)
    assert said, done.output
    size = write_size(sum(map(len, files.values())))
    assert said.groups() == (str(pages), str(len(files)), size, str(len(files)))
    assert not list(Path("site").rglob("*khung*"))


@pytest.mark.slow
def test_a_site_without_an_address_is_told_what_it_lacks_each_time(project, monkeypatch):
    monkeypatch.delenv("SITE_URL", raising=False)
    for _ in range(2):
        remarks = showcase("build").stderr.splitlines()
        assert [remark[:19] for remark in remarks] == ["Chưa đặt SITE_URL (", "Chưa đặt nơi nhận b"]
        assert "mail" in remarks[1]
    monkeypatch.setenv("SITE_URL", "https://mau.example/")
    config = Path("mkdocs.yml")
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace('    mail: ""\n', "    mail: bai@mau.example\n"), encoding="utf-8")
    assert [showcase("build").stderr for _ in range(2)] == ["", ""]


SMALL = Extent(files=20_000, bytes=10**9, largest="anh/1.jpg", largest_bytes=25 * 2**20)
REFUSED = {
    "nothing": (SMALL, []),
    "too many files": (
        SMALL._replace(files=46_107),
        ["Trang web có 46.107 tệp, nhiều hơn 20.000 tệp mà Cloudflare Pages nhận ở gói miễn phí."],
    ),
    "too large a file": (
        SMALL._replace(largest="du-lieu/v1/mo-hinh.json", largest_bytes=70_000_000),
        [
            "Tệp du-lieu/v1/mo-hinh.json nặng 70 MB, quá mức 26,2 MB (25 MiB) mà Cloudflare Pages nhận cho mỗi tệp.",
        ],
    ),
    "too much": (SMALL._replace(bytes=1_234_000_000), ["Trang web nặng 1.234 MB, quá mức 1 GB mà GitHub Pages nhận."]),
}


@pytest.mark.parametrize(("extent", "said"), REFUSED.values(), ids=REFUSED)
def test_what_usual_hosts_refuse_is_told(extent, said):
    told = remarks(Published(3, 1, 0, extent, address="https://mau.example/"))
    assert [remark.replace("\u00a0", " ") for remark in told] == said


@pytest.mark.slow
def test_a_build_tells_it_and_so_does_one_with_nothing_to_do(project, monkeypatch):
    monkeypatch.setenv("SITE_URL", "https://mau.example/")
    monkeypatch.setattr("showcase.cli.remarks.CLOUDFLARE_FILES", 10)
    first, again = showcase("build"), showcase("build")
    assert first.stderr == again.stderr
    assert re.fullmatch(
        r"(Chưa đặt nơi nhận bài.+\n)?Trang web có \d+ tệp, nhiều hơn 10 tệp mà Cloudflare Pages .+\n", first.stderr
    )


def test_the_readme_names_the_limits():
    """Of the hosts that a build speaks of, as they are when a site is too large for them."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"| Cloudflare Pages, free | {CLOUDFLARE_FILES:,} | {CLOUDFLARE_FILE // 2**20} MiB | |" in readme
    assert f"| GitHub Pages | | | {GITHUB_SITE // 10**9} GB |" in readme


@pytest.mark.slow
def test_the_search_may_be_left_out_and_comes_back(project):
    assert showcase("build").exit_code == 0
    whole = files_of(Path("site"))
    assert "tim/muc-luc.json" in whole
    assert b"data-dv-search" in whole["mo-hinh/index.html"]
    assert showcase("build", "--no-search").exit_code == 0
    without = files_of(Path("site"))
    named_by_content = {
        path for path in whole if path.startswith("tim/manh/")
    }  # pages that are open may still ask for them
    assert whole.keys() - without.keys() == {path for path in whole if path.startswith("tim/")} - named_by_content
    assert [path for path in without if without[path] != whole[path]] == ["index.html", "mo-hinh/index.html"]
    assert b"data-dv-search" not in without["mo-hinh/index.html"]
    assert showcase("build").exit_code == 0
    assert files_of(Path("site")) == whole


@pytest.mark.slow
def test_an_abbreviation_that_is_added_reaches_the_search_alone(project):
    put(project / "docs/huong-dan/viet-tat.md", TABLE)
    assert showcase("build").exit_code == 0
    before = files_of(Path("site"))
    put(project / "docs/huong-dan/viet-tat.md", f"{TABLE}| ĐH | đường hoa |\n")
    assert showcase("build").exit_code == 0
    after = files_of(Path("site"))
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    assert "tim/muc-luc.json" in changed
    assert {path for path in changed if not path.startswith("tim/")} == {"huong-dan/viet-tat/index.html"}


@pytest.mark.slow
def test_a_mistake_in_the_list_of_abbreviations_is_told_and_stops_publication(project):
    put(project / "docs/huong-dan/viet-tat.md", f"{TABLE}| U.B | ủy ban |\n")
    told = "docs/huong-dan/viet-tat.md:5:3: lỗi [viet_tat] 'U.B' không phải là chữ viết tắt. Hãy viết liền, từ 2 đến 12 chữ cái hoặc chữ số."
    for verb in ("check", "build"):
        done = showcase(verb)
        assert (done.exit_code, shown(done)) == (1, [told])
    assert not Path("site").exists()


def test_a_project_may_do_without_a_list_of_abbreviations(project):
    Path("docs/huong-dan/viet-tat.md").unlink()
    assert showcase("check").exit_code == 0


def test_an_error_leaves_the_site_as_it_was_byte_for_byte(project):
    assert showcase("build").exit_code == 0
    before = {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in Path("site").rglob("*")}
    write_model(project, "cho-van-minh", "linh_vuc: quoc-phong\n")
    shutil.rmtree("models/son-la/to-tu-quan")
    done = showcase("build")
    assert done.exit_code == 1
    assert shown(done) == [f"{CHO}:1:11: {WRONG_FIELD}"]
    assert done.stderr.endswith("Chưa dựng trang vì còn lỗi; trang cũ (nếu có) được giữ nguyên.\n")
    assert {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in Path("site").rglob("*")} == before


def test_an_error_makes_no_site_either(faulty):
    assert showcase("build").exit_code == 1
    assert not Path("site").exists()


@pytest.mark.slow
def test_advice_is_told_and_the_site_is_built(faulty):
    change(faulty / CHO, "quoc-phong", "quoc-phong-an-ninh")
    done = showcase("build")
    assert done.exit_code == 0
    assert ": nhắc [" in done.stdout
    assert Path("site/mo-hinh/to-tu-quan/index.html").is_file()


def test_a_folder_of_others_is_refused(project):
    put(Path("cua-toi/index.html"), "Trang của tôi.")
    done = showcase("build", "--site", "cua-toi")
    assert done.exit_code == 2
    assert done.stderr == (
        "Thư mục cua-toi có sẵn tệp không phải do lệnh này tạo ra. Hãy chọn thư mục khác, hoặc tự xóa nó trước.\n"
    )
    assert [path.name for path in Path("cua-toi").iterdir()] == ["index.html"]


@pytest.mark.slow
def test_a_damaged_ledger_says_how_to_go_on(project):
    assert showcase("build", "--no-search").exit_code == 0
    put(Path("site/CNAME"), "vi-du.example")
    ledger = Path("site/.so-ghi.json")
    ledger.write_bytes(ledger.read_bytes()[:900])
    done = showcase("build", "--no-search")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("Sổ site/.so-ghi.json đã bị cắt, bị sửa hoặc của phiên bản khác")
    assert "chuyển tệp riêng của mình ra chỗ khác, xóa site rồi dựng lại." in done.stderr
    assert Path("site/CNAME").is_file()


@pytest.mark.slow
def test_an_address_that_goes_is_told_and_the_last_is_not_let_go(project, monkeypatch):
    monkeypatch.setenv("SITE_URL", "https://mau.example/")
    assert showcase("build", "--no-search").exit_code == 0
    Path("models/son-la/cho-van-minh").rename("models/son-la/cho-hoan-kiem")
    done = showcase("build", "--no-search")
    assert done.exit_code == 0
    assert done.stderr.startswith(
        "Địa chỉ đã có trong trang nay mất: /mo-hinh/cho-van-minh/. Nếu bài ấy đã đăng, hãy ghi 'duong_dan_cu' hoặc 'go_bo'.\n"
    )
    before = files_of(Path("site"))
    shutil.rmtree("models/son-la")
    done = showcase("build", "--no-search")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("Lần dựng này sẽ làm mất 3 trong 3 địa chỉ mô hình đang có ở site, như /mo-hinh/")
    assert files_of(Path("site")) == before


@pytest.mark.slow
def test_what_mkdocs_warns_of_is_told_and_the_site_stays(project):
    showcase("build")
    before = files_of(Path("site"))
    change(project / "mkdocs.yml", "- Giới thiệu: gioi-thieu.md", "- Giới thiệu: khong-co.md")
    done = showcase("build")
    assert done.exit_code == 2
    assert done.stderr.startswith("MkDocs không dựng được các trang trong docs/: ")
    assert "khong-co.md" in done.stderr
    assert files_of(Path("site")) == before


@pytest.mark.slow
def test_the_project_s_own_folder_is_told_to_no_reader(project, tmp_path):
    """The page names its file, so that it can be edited; where the models lie on this machine is nobody's business."""
    done = showcase("build", "--models", str(tmp_path / "models"))
    assert done.exit_code == 0, done.output
    page = Path("site/mo-hinh/cho-van-minh/index.html").read_text(encoding="utf-8")
    assert f"<code data-dv-file>{CHO}</code>" in page
    assert [path for path, data in files_of(Path("site")).items() if str(tmp_path).encode() in data] == []


def test_without_the_extra_for_a_cluster_the_command_tells_what_to_install(project, monkeypatch):
    add_photo(project, "duong-hoa", width=410)
    monkeypatch.setitem(sys.modules, "distributed", None)
    monkeypatch.delitem(sys.modules, "showcase.photos.cluster", raising=False)
    done = showcase("build", "--no-search", "--cluster", "tcp://127.0.0.1:9")
    assert (done.exit_code, done.stderr) == (
        2,
        "Muốn dùng cụm máy, hãy cài thêm gói distributed: pip install -e '.[cluster]'\n",
    )


@pytest.mark.slow
def test_the_build_script_is_the_build_command(project):
    """Another process and another door, and the same site."""
    assert showcase("build", "--site", "one").exit_code == 0
    done = run("python", str(ROOT / "scripts/build.py"), "--site", "other", cwd=project)
    assert done.returncode == 0, done.stderr
    assert files_of(Path("other")) == files_of(Path("one"))
    change(project / CHO, "linh_vuc: van-hoa-xa-hoi", "linh_vuc: quoc-phong")
    assert run("python", str(ROOT / "scripts/build.py"), "--site", "other", cwd=project).returncode == 1


# --- Help ----------------------------------------------------------------------------------------------------------


def commands() -> list[str]:
    return main.list_commands(click.Context(main))


def test_help_of_the_whole(project):
    done = showcase("--help")
    assert done.exit_code == 0
    assert done.stdout.startswith("Cách dùng: ")
    for name in commands():
        assert re.search(rf"^  {name} +\S", done.stdout, re.MULTILINE), f"{name} is not in the help"
    assert showcase("-h").stdout == done.stdout


@pytest.mark.parametrize("name", ["", *main.list_commands(click.Context(main))])
def test_help_is_complete_and_in_vietnamese(name):
    command = main.get_command(click.Context(main), name) if name else main
    said = CliRunner().invoke(main, [name, "--help"] if name else ["--help"]).stdout
    for option in command.params:
        if isinstance(option, click.Option):
            assert option.help, f"{option.opts} has no help"
            assert max(option.opts, key=len) in said
    for word in ("Usage", "Options", "Commands", "OPTIONS", "ARGS", "default", "Show", "message", "exit", "Print"):
        assert word not in said


@pytest.mark.parametrize("theirs", sorted(messages._WORDS))  # noqa: SLF001 - the list of Click's words is what this test is about
def test_click_still_says_the_words_that_we_put_ours_for(theirs):
    """A new Click may say it otherwise, and English would come through; then the list must follow."""

    @click.group()
    def plain():
        pass

    @plain.command()
    @click.option("--x", default="y", show_default=True)
    def sub(x):
        pass

    said = CliRunner().invoke(plain, ["--help"]).stdout + CliRunner().invoke(plain, ["sub", "--help"]).stdout
    assert theirs in said


def test_the_version_is_told(project):
    assert re.fullmatch(r"\d+\.\d+\.\d+\n", showcase("--version").stdout)


@pytest.mark.slow
def test_a_terminal_that_knows_no_vietnamese_is_no_reason_to_fail(faulty):
    done = run("showcase", "check", cwd=faulty, PYTHONIOENCODING="ascii")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert io.StringIO(done.stdout).readline().startswith(f"{CHO}:1:11: ")
