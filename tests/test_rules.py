"""The book of rules: every rule is in it, has a page in the guide, and keeps the manners of all."""

import inspect
import re
import time
from dataclasses import replace
from pathlib import Path

import pytest
from making import (
    SOUND,
    SOUND_REPORT,
    TODAY,
    findings,
    intake,
    model,
    report,
    setting,
    told,
    told_of,
    told_of_all,
    vocabularies,
    written,
)
from showcase import rules as rules_package
from showcase.reading.fault import Fault, FaultKind
from showcase.reading.link import Refusal
from showcase.record.catalogue import vocabularies_of
from showcase.record.intake import Intake, UnexpectedFile, UnexpectedKind
from showcase.record.place import Fault as PlaceFault
from showcase.record.submission import read_model
from showcase.rules import place, story_link
from showcase.rules.book import (
    CATALOGUE_RULES,
    FILE_RULES,
    MOST_TOLD,
    READING_RULES,
    check_catalogue,
    check_file,
)
from showcase.words.problem import Severity

RULES = (*FILE_RULES, *CATALOGUE_RULES)
FOLDER = Path(rules_package.__path__[0])


@pytest.mark.parametrize("rule", RULES, ids=[rule.NAME for rule in RULES])
def test_every_rule_has_a_page(rule):
    """The first paragraph is the rule in one sentence; then why, and what is wrong and what is right."""
    page = inspect.cleandoc(rule.check.__doc__ or "")
    law, *paragraphs = page.split("\n\n")
    assert law.endswith(".")
    assert "\n" not in law
    assert paragraphs
    assert ("Sai" in page and "Đúng" in page) or "Cách sửa" in page or "Trong Notepad" in page


def test_names_are_stable_words_without_marks_and_unique():
    names = [rule.NAME for rule in RULES]
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"[a-z]+(?:_[a-z]+)*", name) for name in names)


def test_every_rule_that_was_written_is_asked():
    """A file of the folder with a `check` stands in one of the two lists, once."""
    modules = {path.stem for path in FOLDER.glob("*.py") if "\ndef check(" in path.read_text(encoding="utf-8")}
    listed = [rule.__name__.rpartition(".")[2] for rule in RULES]
    assert sorted(listed) == sorted(modules)


def test_reading_comes_first():
    assert FILE_RULES[: len(READING_RULES)] == READING_RULES


def test_what_is_sound_is_not_spoken_of():
    assert told_of("") == []
    assert told(report()) == []
    assert check_catalogue(intake(model(), reports=(report(),)), setting()) == []


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends_do_not_move_a_spot(line_end):
    data = written("cap: huyện\nchu_de: [bóng đá]").replace("\n", line_end).encode()
    submission = read_model("models/x/ngoc-chien/model.yaml", "ngoc-chien", data)
    assert [(problem.spot.line, problem.spot.column) for problem in check_file(submission, setting())] == [
        (1, 6),
        (2, 10),
    ]


def test_all_findings_of_all_files_are_sorted_by_file_line_and_column():
    problems = findings(
        model("cap: huyện\nloai: x", name="mot-mot"),
        model("ngay_dang: 5/3/2026\nloai: a: b\ntieu_de: Bể bơi cho trẻ em", name="hai-hai"),
        report("nam: 1980"),
    )
    spots = [problem.spot for problem in problems]
    assert spots == sorted(spots)
    assert {problem.rule for problem in problems} == {"lua_chon", "cu_phap", "ngay_thang", "nam"}


def test_a_file_that_cannot_be_read_hides_no_other():
    broken, other = model("tieu_de: a: b", name="mot-mot"), model("cap: huyện", name="hai-hai")
    rules = [problem.rule for problem in findings(broken, other)]
    assert rules == ["lua_chon", "cu_phap"]


def test_a_rule_tells_so_much_of_a_file_and_no_more():
    """Eighty thousand unknown keys are no news after the first hundred, but that there are more is told."""
    problems = check_file(model("".join(f"khoa_{number}: x\n" for number in range(2 * MOST_TOLD))), setting())
    assert len(problems) == MOST_TOLD + 1
    assert problems[-1].message == "Còn nhiều chỗ như vậy nữa trong tệp này. Hãy sửa 100 chỗ đầu rồi kiểm tra lại."


def test_rules_leave_what_they_are_asked_about_as_it_was():
    submission = model("cap: huyện")
    before = repr(submission)
    first, second = check_file(submission, setting()), check_file(submission, setting())
    assert first == second
    assert repr(submission) == before


@pytest.mark.slow
@pytest.mark.parametrize(
    "grown",
    [
        lambda size: "".join(f"khoa_{number}: x\n" for number in range(size)),
        lambda size: "dia_diem:\n" + "".join(f"  - noi: xã Ngọc Chiếm {number}, Sơn La\n" for number in range(size)),
        lambda size: "chu_de:\n" + "".join(f"  - chuyển đổi {number}\n" for number in range(size)),
        lambda size: "ghi_chu: " + "1" * 20 * size,
        lambda size: "ghi_chu: " + "a" * 20 * size + "@",
        lambda size: "ghi_chu: ông " + "An " * 8 * size,
        lambda size: "tieu_de: a: b" + " " * 20 * size + "c",
        lambda size: " " * 10 * size + "-" * 10 * size + " x\nloai: mo-hinh",
        lambda size: "tieu_de: " + "\u200b" * 20 * size,
        lambda size: "\u00a0\n" * 10 * size,
        lambda size: "[" * 20 * size,
        lambda size: 'ghi_chu: "' + "\\0" * 10 * size + '"',
        lambda size: "".join(f"khoa_{number}: 'a\n  b'\n" for number in range(size)),
        lambda size: "".join(f"khoa_{number}: |\n\n" for number in range(size)),
        lambda size: "ghi_chu: " + "xã " * 5 * size + "s¹ch",
        lambda size: "ghi_chu: " + "a?b " * 5 * size,
        lambda size: "loai: a: b\n" + "nguon:\n" + "  - ten: a: b\n" * size,
        lambda size: "- " * 10 * size + "x\nloai: a: b",
    ],
    ids=[
        "unknown keys",
        "unknown places",
        "unknown themes",
        "digits",
        "a mailbox without end",
        "a name without end",
        "spaces in a broken line",
        "dashes above a broken line",
        "unseen characters",
        "no-break spaces",
        "brackets",
        "escapes",
        "quotes over lines",
        "texts without a line",
        "words of two encodings",
        "question marks within words",
        "broken items",
        "dashes in dashes",
    ],
)
def test_a_file_made_to_hurt_costs_as_much_as_it_is_long(grown):
    """Eight times as long costs some eight times as much; what grows with the square would cost sixty-four times.

    Processor time of this process, for others use the machine too; the second that is added drowns what is left of them,
    and is little beside the half minute that a square costs here.
    """

    def seconds(size):
        submission = read_model("models/x/y/model.yaml", "xyz", grown(size).encode())
        start = time.process_time()
        check_file(submission, setting())
        return time.process_time() - start

    small, large = seconds(750), seconds(6000)
    assert large < 24 * small + 1


def test_a_file_has_a_greatest_size():
    assert told(read_model("models/x/y/model.yaml", "xyz", b"a" * (256 * 1024 + 1))) == [
        "1:1: lỗi [tep] Tệp nặng hơn 256 KB. Hãy rút gọn bài viết; ảnh phải là tệp riêng đặt cạnh model.yaml, không dán vào đây.",
    ]


def test_a_section_has_at_most_20000_characters_and_400_lines():
    line = "    Các hộ họp lại, chia đường làng thành nhiều đoạn.\n"
    assert told_of("noi_dung:\n  cach_lam: |\n" + line * 401) == [
        "2:13: lỗi [do_dai] 'cach_lam' dài 20.049 ký tự, cần từ 40 đến 20.000. Hãy bớt ít nhất 49 ký tự.",
        "2:13: lỗi [do_dai] 'cach_lam' dài 401 dòng, tối đa 400 dòng. Hãy nối những câu của một đoạn lại với nhau.",
    ]
    assert told_of("noi_dung:\n  cach_lam: |\n" + line * 400) == []


def test_a_long_line_of_lineage_is_no_circle():
    """A thousand models, each copied from the one before: told at once, and nothing is wrong with it."""
    line = [model(f"tieu_de: Chợ số {n} sạch đẹp\nhoc_tu: cho-{n - 1}", name=f"cho-{n}") for n in range(2, 1000)]
    problems = check_catalogue(intake(model(name="cho-1"), *line), setting())
    assert [problem for problem in problems if problem.rule == "hoc_tu"] == []


def test_the_three_vocabularies_are_there():
    nothing = Intake("models", (), (), ())
    assert [str(problem) for problem in check_catalogue(nothing, setting())] == [
        "models/_vocabulary/chu-de.yaml:1:1: lỗi [du_danh_muc] Thiếu tệp này: danh mục chủ đề. Hãy lấy lại từ bản trước hoặc viết mới theo hướng dẫn.",
        "models/_vocabulary/don-vi.yaml:1:1: lỗi [du_danh_muc] Thiếu tệp này: danh mục loại đơn vị. Hãy lấy lại từ bản trước hoặc viết mới theo hướng dẫn.",
        "models/_vocabulary/linh-vuc.yaml:1:1: lỗi [du_danh_muc] Thiếu tệp này: danh mục lĩnh vực. Hãy lấy lại từ bản trước hoặc viết mới theo hướng dẫn.",
    ]


def test_a_vocabulary_that_is_missing_is_not_told_by_every_model():
    nothing = replace(setting(), vocabularies=vocabularies_of(()))
    assert check_file(model("linh_vuc: quoc-phong\nchu_de: [abc]"), nothing) == []


@pytest.mark.parametrize("kind", FaultKind)
def test_every_fault_of_reading_has_its_sentence(kind):
    """One, and by one of the rules that come first; a new kind without words would go unheard."""
    fault = Fault(kind, 1, 1, "200B" if kind is FaultKind.CHARACTER else "x")
    submission = replace(model(), faults=(fault,))
    told = [problem.severity for rule in READING_RULES for problem in rule.check(submission, setting())]
    assert told == [Severity.ERROR]  # so that nothing of such a file is published


@pytest.mark.parametrize("kind", UnexpectedKind)
def test_everything_that_may_lie_about_has_its_sentence(kind):
    assert len(told_of_all(unexpected=(UnexpectedFile(kind, "models/_reports/bao-cao.docx"),))) == 1


@pytest.mark.parametrize("refusal", Refusal)
def test_every_refusal_of_a_link_has_its_sentence(refusal):
    assert refusal in story_link.SENTENCES


@pytest.mark.parametrize("fault", PlaceFault)
def test_every_fault_of_a_place_has_its_sentence(fault):
    assert fault in place.SENTENCES


def test_the_day_enters_as_an_argument():
    """The same file is sound today and was none two days ago."""
    submission = model("ngay_dang: 22/11/2026")
    assert check_file(submission, setting(today=TODAY)) == []
    earlier = check_file(submission, setting(today=TODAY.replace(day=20)))
    assert [problem.rule for problem in earlier] == ["tuong_lai"]


def test_the_sound_samples_say_what_they_are_meant_to():
    """The samples hold every key that must stand, and the vocabularies of the tests are sound themselves."""
    assert all(f"\n{key}:" in f"\n{SOUND}" for key in ("tieu_de", "tom_tat", "noi_dung", "nguon", "ngay_dang"))
    assert all(f"\n{key}:" in f"\n{SOUND_REPORT}" for key in ("tieu_de", "noi", "nam", "so_lieu", "nguon"))
    assert [told(submission) for submission in vocabularies()] == [[], [], [], []]
