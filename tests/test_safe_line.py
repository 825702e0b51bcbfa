"""What people name and write reaches a terminal, a log, a runner as words alone: nothing in it is obeyed."""

import json
import re
from logging import getLogger
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from making import SOUND, model, setting
from project import THE_DAY, make_project, put, write_model
from showcase.cli.commands import main
from showcase.reading import form as forms
from showcase.reading.kinds import Form
from showcase.rules.book import check_file
from showcase.words.problem import Problem, Severity, Spot
from showcase.words.safe_line import safe_json, safe_line, safe_lines

OBEYED = re.compile(r"##\w*\[|::|[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What a runner or a terminal would obey."""
TEXTS = st.lists(st.sampled_from([*"a# [:]\n\t\x1b\x85\u202e\udcff", "##[", "##vso[", "::"]), max_size=30).map("".join)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Bà con cùng làm: 5–7 hộ, #1 [xem] a:b", "Bà con cùng làm: 5–7 hộ, #1 [xem] a:b"),
        ("## Cách làm", "## Cách làm"),
        ("gia đình 👩\u200d🌾", "gia đình 👩\u200d🌾"),
        ("##[error]hỏng", "# #[error]hỏng"),
        ("x ###[group]", "x ## #[group]"),
        ("##vso[task.x]", "# #vso[task.x]"),
        ("##teamcity[x]", "# #teamcity[x]"),
        ("::error::hỏng", ": :error: :hỏng"),
        (":::", ": : :"),
        ("a\tb\nc\rd", "a⟨U+0009⟩b⟨U+000A⟩c⟨U+000D⟩d"),
        ("\x1b[31m", "⟨U+001B⟩[31m"),
        ("\x9b31m", "⟨U+009B⟩31m"),
        ("\u202egpj.exe", "⟨U+202E⟩gpj.exe"),
        ("cho\udcff", "cho⟨U+DCFF⟩"),
    ],
)
def test_a_line_says_what_it_said_and_is_obeyed_by_nobody(text, line):
    assert safe_line(text) == line


@given(TEXTS)
def test_no_text_is_obeyed(text):
    assert not OBEYED.search(safe_line(text))
    assert "\n" not in safe_line(text)
    assert not OBEYED.search(safe_lines(text))
    written = safe_json(json.dumps([text], ensure_ascii=False, indent=1))
    assert not OBEYED.search(written)
    assert json.loads(written) == [text]


def test_a_problem_is_one_line_whatever_is_in_it():
    problem = Problem(Spot("a\n::b", 1, 2), Severity.ERROR, "ma", "x\x1b[0m ##[y]")
    assert str(problem) == "a⟨U+000A⟩: :b:1:2: lỗi [ma] x⟨U+001B⟩[0m # #[y]"


# --- All ways to be told -------------------------------------------------------------------------------------------


@pytest.fixture
def hostile(tmp_path, monkeypatch, mkdocs_once):
    """A project whose values and folders would command whoever prints them."""
    monkeypatch.chdir(make_project(tmp_path, photo=False))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", THE_DAY)
    write_model(tmp_path, "cho-van-minh", "linh_vuc: '##[error]x ::stop-commands::y'\nhoc_tu: '::add-mask::x'\n")
    text = (tmp_path / "models/son-la/to-tu-quan/model.yaml").read_text(encoding="utf-8")
    for folder in ("##[group]x", "::set-env name=a::b", "tep\x1b[2J", "\u202ehco"):
        put(Path("models/son-la") / folder / "model.yaml", text)
    put(Path("models/son-la/to-tu-quan/x\ny##[debug]z::.jpg"), "không phải ảnh")
    return tmp_path


@pytest.mark.parametrize("output_format", ["text", "json", "github"])
def test_check_says_nothing_that_is_obeyed(hostile, output_format):
    done = CliRunner().invoke(main, ["check", "--format", output_format])
    assert done.exit_code == 1
    said = (
        re.sub(r"(?m)^::(error|warning) file=([^:]*)::", r"\2 ", done.stdout)
        if output_format == "github"
        else done.stdout
    )
    assert "stop-commands" in said
    assert "[group]" in said
    assert OBEYED.findall(said + done.stderr) == []
    if output_format == "json":
        assert any("##[error]x ::stop-commands::y" in row["message"] for row in json.loads(done.stdout))


def test_a_build_says_nothing_that_is_obeyed(hostile):
    done = CliRunner().invoke(main, ["build"])
    assert done.exit_code == 1
    assert "stop-commands" in done.stdout
    assert OBEYED.findall(done.output) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "::error::x"),
        ("check", "a\n##[x]\x1b"),
        ("check", "--models", "a\t\n::error::x"),
        ("build", "--config", "##[x]"),
        ("build", "--site", "models/\x1b[2J"),
        ("::error::x",),
        ("check", "--::error::x"),
    ],
)
def test_a_complaint_says_nothing_that_is_obeyed(hostile, arguments):
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 2
    assert OBEYED.findall(done.output) == []
    assert done.output.count("\n") == 1


def test_mkdocs_logs_nothing_that_is_obeyed(hostile, caplog):
    from showcase.mkdocs.plugin import HostPlugin, PluginError

    class Plugin(HostPlugin):
        def check(self, _settings):
            problem = Problem(Spot("models/##[x]"), Severity.ERROR, "ma", "a ::error::b")
            return (problem,), False

    plugin = Plugin()
    plugin._settings = lambda _config: None  # noqa: SLF001 - the configuration is no matter here
    getLogger("mkdocs").propagate = True
    with pytest.raises(PluginError):
        plugin.on_pre_build(config=None)
    assert "models/# #[x]" in caplog.text
    assert not re.search(r"##\[|::", caplog.messages[0])


# --- Values are cut ------------------------------------------------------------------------------------------------

KEYS = sorted({entry.key for form in vars(forms).values() if isinstance(form, Form) for entry in form.entries})


@pytest.mark.parametrize("key", KEYS)
def test_no_message_holds_more_than_80_letters_of_a_value(key):
    """Where a long word was written under each key that a model has, as its value, in its list and as its name."""
    word = "wz" * 300
    for text in (
        re.sub(rf"(?m)^( *(?:- )?){key}:.*", rf"\1{key}: {word}", SOUND),
        f"{key}: {word}\n",
        f"{key}: [{word}]\n",
        f"{key}:\n  {word}: x\n",
        f"{word}{key}: x\n",
    ):
        for problem in check_file(model(text), setting()):
            assert not re.search(r"(?:wz){41}", problem.message), problem.message
