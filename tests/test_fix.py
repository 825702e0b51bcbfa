"""`showcase fix`: it shows, asks, writes what was agreed and nothing else, and keeps to the models."""

import pytest
from click.testing import CliRunner
from making import SOUND
from photos import jpeg, scene
from PIL import Image
from showcase.cli.commands import main
from showcase.photos.metadata import has_position

MODEL = "models/son-la/cho-sach/model.yaml"
WRONG = SOUND.replace("ngay_dang: 2026-11-20", "ngay_dang: 20.11.2026")


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A model with one date that is written otherwise."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / MODEL
    path.parent.mkdir(parents=True)
    path.write_bytes(WRONG.encode())
    return tmp_path


def fix(*arguments, answer=""):
    return CliRunner().invoke(main, ["fix", *arguments], input=answer)


def test_a_change_is_shown_and_asked_about(project):
    done = fix(answer="c\n")
    assert done.exit_code == 0
    assert "-ngay_dang: 20.11.2026\n+ngay_dang: 20/11/2026\n" in done.stdout
    assert "  dòng 19: cách ghi ngày\nSửa? [c/K] " in done.stdout
    assert done.stdout.endswith("Đã sửa 1 tệp.\n")
    assert (project / MODEL).read_text(encoding="utf-8") == SOUND.replace("2026-11-20", "20/11/2026")


@pytest.mark.parametrize("answer", ["", "\n", "k\n", "không\n", "chưa\n"])
def test_whoever_does_not_say_yes_keeps_the_file(answer, project):
    assert fix(answer=answer).stdout.endswith("Không sửa tệp nào.\n")
    assert (project / MODEL).read_bytes() == WRONG.encode()


def test_yes_asks_nothing(project):
    done = fix("--yes")
    assert "Sửa?" not in done.stdout
    assert fix("--yes").stdout == "Không sửa tệp nào.\n"
    assert [path.name for path in (project / MODEL).parent.iterdir()] == ["model.yaml"]


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_line_ends_and_the_mark_at_the_start_stay(start, end, project):
    (project / MODEL).write_bytes(start + WRONG.encode().replace(b"\n", end))
    fix("--yes")
    expected = SOUND.replace("2026-11-20", "20/11/2026").encode().replace(b"\n", end)
    assert (project / MODEL).read_bytes() == start + expected


def test_what_is_still_broken_is_said(project):
    (project / MODEL).write_text(f'{WRONG}tieu_de: "Chợ\n', encoding="utf-8")
    done = fix("--yes")
    assert done.exit_code == 1
    assert done.stderr == f"{MODEL}: còn chỗ phải tự sửa, dòng 20. Hãy xem: showcase check\n"
    assert "20/11/2026" in (project / MODEL).read_text(encoding="utf-8")


def test_bytes_that_are_no_utf_8_are_left_alone(project):
    (project / MODEL).write_bytes(b"tieu_de: Ch\xee\nngay_dang: 20.11.2026\n")
    done = fix("--yes")
    assert done.exit_code == 1
    assert "không phải UTF-8" in done.stderr
    assert (project / MODEL).read_bytes() == b"tieu_de: Ch\xee\nngay_dang: 20.11.2026\n"


def test_paths_outside_the_models_are_refused(project):
    (project / "model.yaml").write_text(WRONG, encoding="utf-8")
    done = fix("model.yaml", "--yes")
    assert done.exit_code == 2
    assert done.stderr == "model.yaml không nằm trong models; lệnh này chỉ sửa các tệp trong đó.\n"
    assert fix("models/khong-co").stderr == "Không thấy đường dẫn models/khong-co.\n"


def test_only_what_is_named_is_mended(project):
    other = project / "models/son-la/duong-hoa/model.yaml"
    other.parent.mkdir()
    other.write_text(WRONG, encoding="utf-8")
    fix("models/son-la/duong-hoa", "--yes")
    assert "20/11/2026" in other.read_text(encoding="utf-8")
    assert (project / MODEL).read_bytes() == WRONG.encode()


def test_links_and_folders_that_nobody_reads_are_passed_over(project):
    for name in (".cu/x", "_nhap/x"):
        path = project / f"models/{name}/model.yaml"
        path.parent.mkdir(parents=True)
        path.write_text(WRONG, encoding="utf-8")
    outside = project / "outside.yaml"
    outside.write_text(WRONG, encoding="utf-8")
    (project / "models/son-la/lien-ket").mkdir()
    (project / "models/son-la/lien-ket/model.yaml").symlink_to(outside)
    fix("--yes")
    changed = [path for path in project.rglob("*.yaml") if "20/11/2026" in path.read_text(encoding="utf-8")]
    assert changed == [project / MODEL]


def test_a_photo_loses_its_place_and_keeps_its_picture(project):
    where = Image.Exif()
    where.get_ifd(0x8825).update({1: "N", 2: (21.0, 2.0, 3.0), 3: "E", 4: (105.0, 50.0, 1.0)})
    photo = (project / MODEL).with_name("cho.jpg")
    photo.write_bytes(jpeg(scene(), exif=where))
    assert has_position(photo.read_bytes())
    done = fix(str(photo.relative_to(project)), answer="c\n")
    assert "models/son-la/cho-sach/cho.jpg: ảnh ghi nơi chụp (GPS)." in done.stdout
    assert not has_position(photo.read_bytes())
    assert photo.read_bytes().endswith(jpeg(scene())[-1000:])


def test_a_file_that_was_saved_while_it_was_asked_about_stays(project, monkeypatch):
    def saved_meanwhile():
        (project / MODEL).write_text(SOUND, encoding="utf-8")
        return True

    monkeypatch.setattr("showcase.cli.fix._is_wanted", saved_meanwhile)
    assert "tệp vừa được lưu lại" in fix().stderr
    assert (project / MODEL).read_text(encoding="utf-8") == SOUND
