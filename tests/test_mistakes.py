"""Where our own code fails, that is told with the file and the rule; every other finding is told too, and the site stays."""

import hashlib
import re
from pathlib import Path

import pytest
from building import OPTIONS, build, identities, published, share, without_mkdocs, without_steering
from jobs import Mortal, die_at_seven, halved, height_not_480
from making import TODAY, findings, model, setting
from photos import jpeg, scene
from project import make_project, write_model
from showcase.checking import judge as judging
from showcase.checking.folder import Folder
from showcase.checking.judge import Judge, judge_killed
from showcase.checking.judgement import unpack
from showcase.checking.whole import check_folder
from showcase.photos import inspection
from showcase.photos.sandbox import Job, run_jobs
from showcase.record import submission as submissions
from showcase.record.photo import PhotoFault
from showcase.rules import similar_model, year
from showcase.rules.book import CATALOGUE_RULES, FILE_RULES
from showcase.system.pool import KilledError, Pool

CHO = "models/son-la/cho-van-minh/model.yaml"
DUONG = "models/son-la/duong-hoa/model.yaml"
REPORT = "models/_reports/ha-noi-2023.yaml"
OTHERS_MISTAKE = f"{DUONG}:1:11: lỗi [linh_vuc] 'quoc-phong' không phải là lĩnh vực."


def ours(doing):
    return f"Lỗi của chương trình, không phải của người viết: khi {doing} thì chương trình dừng (ZeroDivisionError"


@pytest.fixture
def project(tmp_path, shared, monkeypatch):
    """A site that is built; since then one model has got a mistake, and another is new."""
    monkeypatch.chdir(make_project(tmp_path, photo=False))
    without_mkdocs(monkeypatch)
    without_steering(monkeypatch)
    share(OPTIONS.cache, shared)
    published()
    write_model(tmp_path, "duong-hoa", "linh_vuc: quoc-phong\n")
    write_model(tmp_path, "cho-van-minh", "tieu_de: Chợ văn minh khác hẳn trước\n")
    return tmp_path


def poison(monkeypatch, place, name, where=CHO):
    """Have a function fail at one file and work at all others."""
    sound = getattr(place, name)

    def poisoned(first, *more, **named):
        path = getattr(first, "path", first)
        if where in (None, path):
            1 / 0  # noqa: B018 - it is to fail
        return sound(first, *more, **named)

    monkeypatch.setattr(place, name, poisoned)


def told():
    """What a build says, which publishes nothing."""
    before = identities()
    built = build()
    assert built.published is None
    assert identities() == before
    lines = [str(problem) for problem in built.problems]
    assert any(line.startswith(OTHERS_MISTAKE) for line in lines), lines
    assert [str(problem) for problem in check_folder(OPTIONS.models, OPTIONS.cache, TODAY).problems] == lines
    return [line for line in lines if "Lỗi của chương trình" in line]


def test_a_rule_that_fails_at_a_file_is_told_with_both(project, monkeypatch):
    poison(monkeypatch, year, "check")
    (line,) = told()
    assert line.startswith(f"{CHO}:1:1: lỗi [nam] " + ours("hỏi quy tắc 'nam'"))
    assert line.endswith("Hãy báo cho người phụ trách chương trình, gửi kèm tệp này.")


def test_a_rule_that_fails_in_the_middle_has_told_what_it_found_before(project, monkeypatch):
    def check(submission, _setting):
        if submission.path == CHO:
            yield submission.error(year.NAME, None, "Có một điều.")
            1 / 0  # noqa: B018 - as above

    monkeypatch.setattr(year, "check", check)
    problems = [problem for problem in build().problems if problem.rule == year.NAME]
    assert [problem.message[:12] for problem in problems] == ["Có một điều.", "Lỗi của chươ"]


def test_a_rule_of_the_catalogue_that_fails_is_told_with_the_folder(project, monkeypatch):
    poison(monkeypatch, similar_model, "check", None)
    (line,) = told()
    assert line.startswith("models:1:1: lỗi [giong_nhau] " + ours("hỏi quy tắc 'giong_nhau'"))


@pytest.mark.parametrize("rule", [*FILE_RULES, *CATALOGUE_RULES], ids=lambda rule: rule.NAME)
def test_no_rule_is_such_that_its_failure_ends_the_others(monkeypatch, rule):
    def check(*_):
        raise RecursionError

    faulty = model("linh_vuc: quoc-phong\nhoc_tu: khong-co\n")
    before = findings(faulty)
    monkeypatch.setattr(rule, "check", check)
    problems = findings(faulty)
    assert {problem.rule for problem in problems if "(RecursionError " in problem.message} == {rule.NAME}
    assert {problem for problem in before if problem.rule != rule.NAME} < set(problems)
    assert len(before) >= 2


@pytest.mark.slow
@pytest.mark.parametrize("name", ["make_model", "model_row", "make_summary", "declare"])
def test_a_model_that_cannot_be_made_is_told(project, monkeypatch, name):
    poison(monkeypatch, judging, name)
    (line,) = told()
    assert line.startswith(f"{CHO}:1:1: lỗi [tep] {ours('lấy dữ liệu từ tệp này')} ở checking/judge.py, dòng ")


@pytest.mark.parametrize("where", [CHO, REPORT, "models/_vocabulary/don-vi.yaml"])
def test_a_file_that_cannot_be_read_is_told(project, monkeypatch, where):
    data = Path(where).read_bytes() + b"\n# khac\n"
    Path(where).write_bytes(data)
    text = data.decode()
    poison(monkeypatch, submissions, "read", text)
    lines = told()
    assert lines[0].startswith(f"{where}:1:1: lỗi [tep] {ours('đọc tệp này')} ở record/submission.py, dòng ")
    assert len(lines) == 1


def test_a_report_that_cannot_be_made_is_told(project, monkeypatch):
    monkeypatch.setitem(judging.MAKERS, "report", lambda *_: 1 / 0)
    (line,) = told()
    assert line.startswith(f"{REPORT}:1:1: lỗi [tep] {ours('lấy dữ liệu từ tệp này')}")


def test_what_is_told_holds_no_word_of_the_file(project, monkeypatch):
    def check(submission, _setting):
        raise ValueError(submission.text)

    monkeypatch.setattr(year, "check", check)
    (line, *_) = [str(problem) for problem in build().problems if problem.rule == year.NAME]
    assert re.search(r"dừng \(ValueError ở rules/book\.py, dòng \d+\)\. ", line)


def test_a_photo_at_which_our_code_fails_is_told_and_the_others_are_seen(tmp_path, monkeypatch):
    for name in ("a.jpg", "b.jpg"):
        (tmp_path / name).write_bytes(jpeg(scene(640, 480 + (name == "b.jpg"))))

    def read(data):
        raise ZeroDivisionError

    monkeypatch.setattr(inspection, "read_jpeg", read)
    assert inspection.inspect_file(tmp_path / "a.jpg").fault is PhotoFault.OUR_MISTAKE
    monkeypatch.undo()
    assert inspection.inspect_file(tmp_path / "b.jpg").fault is None
    jobs = [Job(path, hashlib.sha256(path.read_bytes()).hexdigest()) for path in sorted(tmp_path.glob("*.jpg"))]
    assert {job.file.name: done for job, done in run_jobs(height_not_480, jobs, 1)} == {
        "a.jpg": PhotoFault.OUR_MISTAKE,
        "b.jpg": 481,
    }


# --- Processes that die --------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_who_is_killed_again_and_again_is_told_and_all_others_are_done():
    with Pool() as pool:
        done = list(pool.map(die_at_seven, None, range(100), is_much=True, killed=halved))
    assert [number for numbers in done for number in numbers] == [
        3.5 if number == 7 else number for number in range(100)
    ]


@pytest.mark.slow
def test_who_is_killed_and_nobody_knows_what_comes_of_it_is_named():
    with Pool() as pool, pytest.raises(KilledError, match=r"^7$"):
        list(pool.map(die_at_seven, None, range(100), is_much=True))


@pytest.mark.slow
def test_who_is_killed_once_is_done_again(tmp_path):
    mortal = Mortal(tmp_path / "once")
    with Pool() as pool:
        done = list(pool.map(mortal.die_once, None, range(100), is_much=True))
    assert [number for numbers in done for number in numbers] == list(range(100))


def test_a_folder_that_kills_its_reader_is_told_and_tried_again_another_time(project):
    folder = Folder("models/son-la/cho-van-minh", "model.yaml", (), "stamp", 0)
    judge = Judge(TODAY, setting().vocabularies)
    (verdict,) = judge_killed(judge, judging.Case(folder, ()))
    judgement = unpack(verdict.judged.packed)
    (problem,) = judgement.problems
    assert str(problem).startswith(f"{CHO}:1:1: lỗi [tep] ")
    assert "một tiến trình bị hệ thống dừng" in problem.message
    assert (judgement.summary, verdict.judged.digest) == (None, "")


def test_what_killed_its_reader_is_not_believed_the_next_time(project, monkeypatch):
    sound = judging.judge_all
    monkeypatch.setattr(
        "showcase.checking.check.judge_all",
        lambda judge, cases: [one for case in cases for one in judge_killed(judge, case)],
    )
    assert "bị hệ thống dừng" in str(check_folder(OPTIONS.models, OPTIONS.cache, TODAY).problems[0])
    monkeypatch.setattr("showcase.checking.check.judge_all", sound)
    problems = check_folder(OPTIONS.models, OPTIONS.cache, TODAY).problems
    assert [problem.spot.path for problem in problems] == [DUONG]
