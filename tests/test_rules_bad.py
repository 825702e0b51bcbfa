"""One magnificent bad folder, and every sentence that is said about it.

With `UPDATE_EXPECTED=1` the list is written anew: read the difference before it is kept.
"""

import os
from pathlib import Path

import pytest
from library import checked
from showcase.photos.inspection import inspect_file
from showcase.record.photo import with_name
from showcase.rules.book import CATALOGUE_RULES, FILE_RULES
from showcase.words.problem import Severity

BAD = Path(__file__).parent / "bad"
EXPECTED = BAD / "expected.txt"


@pytest.fixture
def problems(monkeypatch):
    monkeypatch.chdir(BAD)
    return checked(Path("models"), lambda paths: [with_name(inspect_file(path), path.name) for path in paths]).problems


def test_every_sentence(problems):
    said = "".join(f"{problem}\n" for problem in problems)
    if os.environ.get("UPDATE_EXPECTED"):
        EXPECTED.write_text(said, encoding="utf-8")
    assert said == EXPECTED.read_text(encoding="utf-8")


def test_every_rule_has_something_to_say(problems):
    assert {rule.NAME for rule in (*FILE_RULES, *CATALOGUE_RULES)} == {problem.rule for problem in problems}


def test_each_sentence_stands_on_one_line_and_ends_like_a_sentence(problems):
    for problem in problems:
        assert "\n" not in problem.message
        assert problem.message.endswith((".", "?", "'", "”")) or "Hãy viết: " in problem.message, problem


def test_each_place_is_in_its_file(problems):
    for problem in problems:
        if problem.spot.path.endswith("model.yaml"):
            lines = (BAD / problem.spot.path).read_bytes().decode("utf-8", "replace").splitlines() or [""]
            assert 1 <= problem.spot.line <= len(lines)
            assert 1 <= problem.spot.column <= len(lines[problem.spot.line - 1]) + 1


def test_advice_alone_does_not_stop_publication(problems):
    """Both weights are there, so that the test of their words has something to hold on to."""
    assert {problem.severity for problem in problems} == {Severity.ERROR, Severity.ADVICE}
