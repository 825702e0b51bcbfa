"""A scan loses nothing: what it does not read, and why, is told by the rules."""

from pathlib import Path

import pytest
from library import checked
from making import photo, written
from project import make_project, put, write_model
from showcase.checking.check import Checked
from showcase.record.photo import PhotoFault

MODEL = written("tieu_de: Vườn rau của chi hội xóm Năm\n")


@pytest.fixture(autouse=True)
def models(tmp_path, monkeypatch):
    """Three sound models below models/son-la, in a project in which we stand."""
    monkeypatch.chdir(make_project(tmp_path, photo=False))
    return Path("models")


def look() -> Checked:
    """Check the project, in which no file is a picture."""
    return checked(Path("models"), lambda paths: [photo(path.name, fault=PhotoFault.NOT_A_PICTURE) for path in paths])


def found(*, rule: str = "vat_la") -> dict[str, str]:
    """Give by path, below models/, how grave it is and the first words of what a rule says."""
    told = [problem for problem in look().problems if problem.rule == rule]
    return {
        one.spot.path.removeprefix("models/"): f"{one.severity.label}: {' '.join(one.message.split()[:6])}"
        for one in told
    }


def ids() -> list[str]:
    return sorted(one.declaration.name for one in look().judgements.values())


def test_a_model_s_file_in_the_folder_of_a_province_is_the_one_that_is_wrong(models):
    put(models / "son-la/model.yaml", MODEL)
    put(models / "son-la/vuon-rau.jpg", "ảnh")
    assert found() == {"son-la/model.yaml": "lỗi: Tệp này nằm trong thư mục"}
    assert ids() == ["cho-van-minh", "duong-hoa", "to-tu-quan"]


def test_so_it_is_under_a_wrong_name_and_further_above(models):
    put(models / "son-la/model (1).yaml", MODEL)
    put(models / "tay-bac/son-la/nam-2024/vuon-rau/model.yaml", MODEL)
    put(models / "tay-bac/model.yaml", MODEL)
    assert list(found()) == ["son-la/model (1).yaml", "tay-bac/model.yaml"]
    assert "vuon-rau" in ids()


def test_a_folder_of_photos_within_a_model_s_is_told_as_before(models):
    put(models / "son-la/duong-hoa/anh/hoa.jpg", "ảnh")
    assert found() == {"son-la/duong-hoa/anh": "lỗi: Thư mục này nằm bên trong"}


@pytest.mark.parametrize("folder", ["_nhap", ".nhap", "_nhap/nam-2024", "son-la/_cu", "son-la/duong-hoa/_cu", "_khac"])
def test_models_that_are_passed_by_are_told(models, folder):
    put(models / folder / "vuon-rau/model.yaml", MODEL)
    assert found() == {f"{folder}/vuon-rau": "nhắc: Mô hình ở đây không được"}
    assert "vuon-rau" not in ids()


def test_so_is_a_model_whose_own_folder_begins_so(models):
    put(models / "son-la/_vuon-rau/model.yaml", MODEL)
    assert list(found()) == ["son-la/_vuon-rau"]


def test_what_git_keeps_is_no_model(models):
    put(models / ".git/modules/model.yaml", MODEL)
    assert found() == {}


@pytest.mark.parametrize("name", ["model.yml", "Model.yaml", "model.yaml.txt"])
def test_what_may_be_the_newer_text_is_told_as_a_copy(models, name):
    put(models / "son-la/duong-hoa" / name, MODEL)
    (path, said), *others = found().items()
    assert (path, others) == (f"son-la/duong-hoa/{name}", [])
    assert "trông như một" in said


@pytest.mark.slow
@pytest.mark.parametrize(
    "name",
    [
        "model (1).yaml",
        "model(2).yaml",
        "model - Copy.yaml",
        "model - Copy (2).yaml",
        "model - Bản sao.yaml",
        "Bản sao model.yaml",
        "Bản sao của model.yaml",
        "Copy of model.yaml",
        "model.yaml.orig",
        "model.yaml~",
        "model.yaml (1)",
        "model_BACKUP_2711.yaml",
        "model.sync-conflict-20260102-101010-ABCDEFG.yaml",
        "model (1).yaml.txt",
        "model-moi.yaml",
    ],
)
def test_a_copy_is_told_beside_its_model_and_alone(models, name):
    put(models / "son-la/duong-hoa" / name, MODEL)
    (said,) = [one.message for one in look().problems]
    assert "trông như một bản khác của model.yaml: giữ bản mới hơn dưới tên model.yaml" in said
    (models / "son-la/duong-hoa/model.yaml").unlink()
    (said,) = [one.message for one in look().problems]
    assert said.startswith(f"Tệp '{name}' không được đọc vì tên phải đúng là 'model.yaml'. Hãy đổi tên tệp")


def test_conflicts_in_pages_of_docs_are_told(models):
    put(Path("docs/huong-dan/viet-tat.md"), "# Chữ viết tắt\n\n<<<<<<< HEAD\nMột.\n=======\nHai.\n>>>>>>> nhanh\n")
    put(Path("docs/gioi-thieu.md"), "# Giới thiệu\n=======\n\n>>>>>>> nhanh\n")
    told = [" ".join(str(problem).split()[:3]) for problem in look().problems]
    assert told == ["docs/gioi-thieu.md:4:1: lỗi [xung_dot]", "docs/huong-dan/viet-tat.md:3:1: lỗi [xung_dot]"]


def test_of_other_signs_in_pages_nothing_is_said_but_that_they_are_no_text(models):
    put(Path("docs/gioi-thieu.md"), "# Giới\u00adthiệu\u200b\n")
    put(Path("docs/huong-dan/viet-tat.md"), "").write_bytes("# Chữ viết tắt".encode("utf-16"))
    assert [problem.rule for problem in look().problems] == ["ma_hoa"]


def test_a_sound_project_has_nothing_to_tell(models):
    write_model(Path(), "vuon-rau", "tieu_de: Vườn rau của chi hội xóm Năm\n")
    assert look().problems == ()
