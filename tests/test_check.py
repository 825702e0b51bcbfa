"""A check: what is unchanged is neither read nor judged again, and nothing stale is believed."""

import os
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from bench.catalogue import write_catalogue
from library import checked, taken_for_sound
from making import TODAY, TODAY_OF_THE_REAL, photo
from project import ROOT, change, make_project, put, write_model
from showcase.checking import check as checking
from showcase.checking import judge as judging
from showcase.checking.check import Checked, Checker
from showcase.checking.database import MODELS, SOURCES, TABLES, Database
from showcase.checking.scan import scan_sources
from showcase.record.photo import PhotoFacts
from showcase.system.pool import Pool

CACHE = Path("cache")
MODEL = Path("models/son-la/to-tu-quan/model.yaml")


@pytest.fixture
def read(tmp_path, monkeypatch):
    """The models that were read and judged, in a small project in which we stand."""
    monkeypatch.chdir(make_project(tmp_path, photo=False))

    names: list[str] = []
    judge = judging.judge_model

    def noting(submission, digest, setting, **wanted):
        names.append(submission.name)
        return judge(submission, digest, setting, **wanted)

    monkeypatch.setattr(judging, "judge_model", noting)
    return names


@pytest.fixture
def later(monkeypatch):
    """Let two seconds pass, after which the time of a file's last change may be believed."""
    monkeypatch.setattr(checking, "RACY", -(10**12))


def check(today: date = TODAY) -> Checked:
    return checked(Path("models"), today=today, cache=CACHE)


def titles(found: Checked) -> dict[str, str]:
    return {one.summary.id: one.summary.title for one in found.judgements.values() if one.summary}


def test_what_is_unchanged_is_not_read_again(read, later):
    first = check()
    assert sorted(read) == ["cho-van-minh", "duong-hoa", "to-tu-quan"]
    read.clear()
    again = check()
    assert read == []
    assert again.judgements == first.judgements


def test_a_file_that_was_just_written_is_looked_at_once_more(read):
    """Its time may not tell of a second change; its bytes do."""
    check()
    read.clear()
    stamp = MODEL.stat()
    change(MODEL, "ở bản Lướt", "ở bản Nà Tâu")
    put(MODEL, MODEL.read_text(encoding="utf-8").replace("Nà Tâu", "Lứơt."))
    os.utime(MODEL, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    assert titles(check())["to-tu-quan"] == "Tổ tự quản ở bản Lứơt."
    assert read == ["to-tu-quan"]


def test_one_that_was_only_touched_is_read_but_not_judged(read, later, monkeypatch):
    first = check()
    read.clear()
    os.utime(MODEL)
    assert check().judgements == first.judgements
    assert read == []
    monkeypatch.setattr(judging, "read_source", lambda *_: pytest.fail("it is known by its new time"))
    check()


def test_only_what_changed_is_judged(read, later):
    check()
    read.clear()
    change(MODEL, "ở bản Lướt", "ở bản Nà Tâu")
    assert titles(check())["to-tu-quan"] == "Tổ tự quản ở bản Nà Tâu"
    assert read == ["to-tu-quan"]


def test_one_checker_asked_again_and_again_judges_what_changed_alone(read, later):
    """As a preview does, which keeps it in memory."""
    with Pool() as pool:
        checker = Checker(TODAY, taken_for_sound, Database(CACHE, "tests"), pool)
        for title in ("Nà Tâu", "Huổi Luông"):
            change(MODEL, MODEL.read_text(encoding="utf-8").split("\n")[0], f"tieu_de: Tổ tự quản ở bản {title}")
            found = checker.check(scan_sources(Path("models")))
            assert titles(found)["to-tu-quan"] == f"Tổ tự quản ở bản {title}"
            assert found.judgements == checked(Path("models")).judgements
            read.clear()
            checker.check(scan_sources(Path("models")))
            assert read == []


def test_a_check_alone_makes_no_models_and_who_wants_them_gets_them_all(read, later):
    """It finds the same; what a build has kept is as good for it."""
    write_model(Path(), "to-sai", "linh_vuc: khac\n")
    found = checked(Path("models"), cache=CACHE, makes_models=False)
    assert Database(CACHE).keys(MODELS) == Database(CACHE).keys(TABLES) == set()
    read.clear()
    assert checked(Path("models"), cache=CACHE, makes_models=False).problems == found.problems
    assert read == []
    with_models = check()
    assert sorted(read) == ["cho-van-minh", "duong-hoa", "to-tu-quan"]  # no model is made of the fourth
    assert with_models.problems == found.problems != ()
    assert with_models.judgements == checked(Path("models")).judgements
    read.clear()
    assert checked(Path("models"), cache=CACHE, makes_models=False).judgements == with_models.judgements
    assert read == []


def test_what_is_gone_is_forgotten_and_what_comes_back_is_judged_anew(read, later):
    check()
    shutil.move("models/son-la/to-tu-quan", "kept")
    assert "to-tu-quan" not in titles(check())
    shutil.move("kept", "models/son-la/to-tu-quan")
    read.clear()
    assert "to-tu-quan" in titles(check())
    assert read == ["to-tu-quan"]


def test_a_folder_that_moved_is_another(read, later):
    check()
    Path("models/nghe-an").mkdir()
    shutil.move("models/son-la/to-tu-quan", "models/nghe-an/to-tu-quan")
    found = check().judgements
    assert found["models/nghe-an/to-tu-quan/model.yaml"].summary.path == "models/nghe-an/to-tu-quan/model.yaml"
    assert MODEL.as_posix() not in found


def test_a_photo_that_changed_makes_its_model_another(read, later):
    place, found = MODEL.with_name("anh.jpg"), []

    def inspect(paths: list[Path]) -> list[PhotoFacts]:
        found.extend(path.name for path in paths)
        return [photo(path.name, digest=path.read_text(encoding="utf-8")) for path in paths]

    def check_photos() -> list[str]:
        read.clear()
        checked(Path("models"), inspect, cache=CACHE)
        return read

    assert len(check_photos()) == 3
    for words in ("one", "other"):
        put(place, words)
        assert check_photos() == ["to-tu-quan"]
    assert check_photos() == []
    assert found == ["anh.jpg", "anh.jpg"]
    place.unlink()
    assert check_photos() == ["to-tu-quan"]


def test_a_file_that_may_not_be_read_hides_nothing_of_the_others(read, later, monkeypatch):
    check()
    change(MODEL, "ở bản Lướt", "ở bản Nà Tâu")
    source = judging.read_source

    def refuse(path, unexpected):
        return source("models" if path == MODEL.as_posix() else path, unexpected)

    with monkeypatch.context() as patch:
        patch.setattr(judging, "read_source", refuse)
        found = check()
    assert found.errors == 1
    assert sorted(titles(found)) == ["cho-van-minh", "duong-hoa"]
    assert titles(check())["to-tu-quan"] == "Tổ tự quản ở bản Nà Tâu"


def test_words_of_the_vocabularies_are_asked_for_anew(read, later):
    assert check().errors == 0
    change(Path("models/_vocabulary/don-vi.yaml"), "hoi-phu-nu:", "hoi-khac:")
    assert [problem.rule for problem in check().problems] == ["loai_don_vi"] * 3
    change(Path("models/_vocabulary/don-vi.yaml"), "hoi-khac:", "hoi-phu-nu:")
    assert check().problems == ()


def test_who_checks_meanwhile_by_other_words_is_not_misled_and_misleads_nobody(read, later):
    """A build is under way when somebody changes a vocabulary, and has all checked."""
    began = []

    def inspect(paths: list[Path]) -> list[PhotoFacts]:
        if not began:
            began.append(True)
            change(Path("models/_vocabulary/don-vi.yaml"), "hoi-phu-nu:", "hoi-khac:")
            assert check().errors == 3
        return taken_for_sound(paths)

    assert checked(Path("models"), inspect, cache=CACHE).errors == 0
    assert [problem.rule for problem in check().problems] == ["loai_don_vi"] * 3


def test_findings_are_told_again(read, later):
    change(MODEL, "ngay_dang:", "ghi_chu: 'Thư: hoiphunu@gmail.com.'\nngay_dang:")
    first = check().problems
    assert [problem.rule for problem in first] == ["rieng_tu"]
    assert check().problems == first
    change(MODEL, "linh_vuc: van-hoa-xa-hoi", "linh_vuc: khac")
    wrong = check()
    assert wrong.errors == 1
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


@pytest.mark.slow
@pytest.mark.parametrize("models", [real, invented])
def test_what_is_sound_stays_sound(models, tmp_path):
    """The database believes a judgement on every later day; no rule may forbid what has passed."""
    folder = models(tmp_path)
    for days in (1, 40, 4000):
        assert checked(folder, today=TODAY_OF_THE_REAL + timedelta(days=days)).errors == 0


@pytest.mark.slow
def test_processes_find_what_one_does_and_keep_the_same(tmp_path, monkeypatch):
    monkeypatch.chdir(make_project(tmp_path, photo=False))
    for number in range(9):
        write_model(tmp_path, f"to-so-{number}", f"tieu_de: Tổ liên gia số {number} của bản\n")
    write_model(tmp_path, "to-sai", "linh_vuc: khac\n")
    alone = checked(Path("models"), cache=Path("alone"))
    monkeypatch.setattr(checking, "_WORTH_PROCESSES", 1)
    monkeypatch.setattr(checking, "_KEPT_AT_ONCE", 3)
    monkeypatch.setattr("showcase.system.pool._BATCH", 2)
    shared = checked(Path("models"), cache=Path("shared"))
    assert shared.problems == alone.problems != ()
    assert shared.judgements == alone.judgements
    one, other = (Database(Path(name)) for name in ("alone", "shared"))
    assert one.all(SOURCES) == other.all(SOURCES)
    assert one.keys(SOURCES) == shared.judgements.keys()
    digests = [judgement.digest for judgement in shared.judgements.values() if judgement.summary]
    assert list(one.rows(digests)) == list(other.rows(digests))
    assert [one.model(digest) for digest in digests] == [other.model(digest) for digest in digests]
