"""Every case of rules/ says what is expected of it, and every rule has cases; rules/README.md tells how one is written.

With `UPDATE_EXPECTED=1` what is said is written anew, and what no case says any more is removed: read the difference
before it is kept.
"""

import os

import pytest
from rule_cases import FOLDER, all_cases, said_of
from showcase.rules.book import CATALOGUE_RULES, FILE_RULES

CASES = all_cases()
WRONG = [case for case in CASES if case.is_wrong]
OUR_MISTAKE = "Lỗi của chương trình"
"""What is said where a rule failed is never what is expected."""
UPDATE = bool(os.environ.get("UPDATE_EXPECTED"))


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_is_said(case):
    said = "".join(f"{sentence}\n" for sentence in said_of(case))
    assert OUR_MISTAKE not in said, said
    if UPDATE and case.is_wrong:
        case.expected.write_text(said, encoding="utf-8", newline="\n")
    expected = case.expected.read_text(encoding="utf-8") if case.is_wrong else ""
    if said != expected:
        pytest.fail(f"{case.path}\n\nsaid:\n{said}\nexpected:\n{expected}", pytrace=False)


def test_every_rule_has_a_wrong_case_and_a_right_one():
    rules = {rule.NAME for rule in (*FILE_RULES, *CATALOGUE_RULES)}
    assert {case.rule for case in CASES if case.is_wrong} == rules
    assert {case.rule for case in CASES if not case.is_wrong} == rules


def test_a_wrong_case_lies_in_the_folder_of_a_rule_that_speaks_of_it():
    assert [str(case) for case in WRONG if f" [{case.rule}] " not in case.expected.read_text(encoding="utf-8")] == []


def test_every_file_belongs_to_one_case():
    known = {FOLDER / "README.md", *(file for case in CASES for file in case.files), *(case.expected for case in WRONG)}
    strangers = {path for path in FOLDER.rglob("*") if path.is_file()} - known
    for path in strangers if UPDATE else ():
        path.unlink()
    assert UPDATE or strangers == set()
    assert len({case.expected for case in WRONG}) == len(WRONG)
