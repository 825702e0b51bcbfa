"""What the fuzzer found once, and what it begins with, makes no code of ours fail; see `fuzzing/targets.py`."""

from pathlib import Path

import pytest
from fuzzing.targets import TARGETS

HERE = Path(__file__).parent / "fuzzing"
FILES = sorted(path for path in HERE.glob("*/*/*") if path.is_file() and path.parent.name in TARGETS)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(HERE).as_posix())
def test_nothing_that_was_found_fails(path):
    TARGETS[path.parent.name](path.read_bytes())


def test_each_target_has_files():
    assert {path.parent.name for path in FILES} == set(TARGETS)


@pytest.mark.parametrize(
    ("target", "place", "data"),
    [
        ("model", "showcase.rules.year.check", b"tieu_de: x\n"),
        ("report", "showcase.record.submission.read", b"tieu_de: x\n"),
        ("vocabulary", "showcase.record.submission.read", b"y-te:\n"),
        ("story", "fuzzing.targets.render_story", b"x"),
    ],
)
def test_a_target_would_tell_of_a_mistake(monkeypatch, target, place, data):
    def fail(*_, **__):
        raise IndexError

    monkeypatch.setattr(place, fail)
    with pytest.raises((AssertionError, IndexError)):
        TARGETS[target](data)


@pytest.mark.parametrize(
    "html", ["<script>", "<a href='javascript:x'>x</a>", "<p onclick=x></p>", "<p>", "</p>", "<!-- x -->"]
)
def test_a_story_would_be_seen_to_be_unsafe(monkeypatch, html):
    monkeypatch.setattr("fuzzing.targets.render_story", lambda *_, **__: html)
    with pytest.raises(AssertionError):
        TARGETS["story"](b"x")
