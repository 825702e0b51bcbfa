"""Whatever is handed in, the checker answers: no exception, every finding within its file, each on one line.

The examples are drawn anew from the same seed in every run, so a red build stays red until it is mended.
"""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from making import FIELDS, HOST_KINDS, SOUND, SOUND_REPORT, THEMES, findings, photo, setting
from showcase.record.submission import read_model, read_report, read_vocabulary
from showcase.rules.book import check_file

calm = settings(
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

OURS = "Lỗi của chương trình"
"""So begins what is told of a mistake of ours, which ends nothing."""
MODELS = Path(__file__).parent.parent / "models"
REAL = [path.read_text(encoding="utf-8") for path in sorted(MODELS.glob("*/*/model.yaml"))[:12]]
SAMPLES = [SOUND, *REAL]
ODD = [
    "\t", "\u00a0", "\u200b", "\u202e", "\u2028", "\x00", "\x85", "\ufeff", "\r", '"', "'", "#", ":", ": ", "- ", "&a ", "*a", "!t ",
    "[", "]", "{", "}", "|", ">", "%", "@", "`", "<b>", "](", "![", "---\n", "...\n", "<<: ", "аб", "Ω", "👩\u200d🌾", "\ud7ff", "𝐀",
    "\\", "\\u0000", "31/02/2024", "1,000", "0912345678", "javascript:", "../", "null", "~", "1e999",
]  # fmt: skip
ANYTHING = st.text(st.characters(codec="utf-8"), max_size=80)


def hold(submission):
    """Ask all rules of a file, and look at what they say."""
    problems = check_file(submission, setting())
    # As YAML counts them; a text that could not be decoded has one line.
    lines = re.split(r"\r\n|\r|\n", submission.text)
    for problem in problems:
        assert problem.spot.path == submission.path
        assert problem.message
        assert OURS not in problem.message
        assert not re.search(r"[\x00-\x1f\x7f\x85\u2028\u2029]", problem.message), problem.message
        if submission.text:
            assert 1 <= problem.spot.line <= len(lines), problem
            assert 1 <= problem.spot.column <= len(lines[problem.spot.line - 1]) + 1, problem
    return problems


def model_of(data):
    return read_model("models/x/ngoc-chien/model.yaml", "ngoc-chien", data)


@st.composite
def mutated(draw):
    """Draw a real model to which one to four accidents have happened."""
    text = draw(st.sampled_from(SAMPLES))
    for _ in range(draw(st.integers(1, 4))):
        text = draw(accident(text))
    return text


@st.composite
def accident(draw, text):
    """Draw what may happen to a text in an editor, a merge, a mail."""
    lines = text.split("\n")
    one, other = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
    at = draw(st.integers(0, len(text)))
    line = lines[one]
    happened = draw(st.integers(0, 9))
    if happened == 0:  # cut off
        return text[:at]
    if happened == 1:  # a line twice
        lines.insert(other, line)
    elif happened == 2:  # two lines changed places
        lines[one], lines[other] = lines[other], line
    elif happened == 3:  # another indentation
        lines[one] = " " * draw(st.integers(0, 9)) + line.lstrip()
    elif happened == 4:  # an odd sign somewhere
        return text[:at] + draw(st.sampled_from(ODD)) + text[at:]
    elif happened == 5:  # a line lost
        del lines[one]
    elif happened == 6:  # another value
        lines[one] = line.partition(":")[0] + ": " + draw(st.one_of(st.sampled_from(ODD), ANYTHING)).replace("\n", " ")
    elif happened == 7:  # nested into something
        lines[one] = line + draw(st.sampled_from([" [", " {a: ", "\n  - ", "\n    x: ", " [[[[[[[[["]))
    elif happened == 8:  # a part of another file pasted in
        lines[one:one] = draw(st.sampled_from(SAMPLES)).split("\n")[other : other + 5]
    else:  # a stretch of text repeated
        return text[:at] + text[max(0, at - 200) : at] * draw(st.integers(1, 20)) + text[at:]
    return "\n".join(lines)


@calm
@given(st.binary(max_size=400))
def test_any_bytes(data):
    hold(model_of(data))


@calm
@given(st.lists(st.sampled_from([*"abc:- \n\t\"'[]{},&*!|>#%@?`~<", *ODD]), max_size=120))
def test_any_signs(signs):
    hold(model_of("".join(signs).encode("utf-8", "replace")))


@calm
@given(mutated())
def test_real_models_after_accidents(text):
    hold(model_of(text.encode("utf-8", "replace")))


@calm
@given(
    key=st.sampled_from(re.findall(r"^ *(?:- )?(\w+):", "\n".join(SAMPLES), re.MULTILINE)),
    value=ANYTHING,
    style=st.integers(0, 3),
)
def test_any_value_under_any_key(key, value, style):
    """Each value of a sound model is taken out in its turn, and anything put in its place."""
    quoted = [
        value.replace("\n", " "),
        "'" + value.replace("'", "''") + "'",
        '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"',
        "|\n        " + value.replace("\n", "\n        "),
    ][style]
    text = "\n".join(SAMPLES[1:3]) if len(SAMPLES) > 2 else SOUND
    changed = re.sub(rf"^( *(?:- )?{key}:).*$", lambda match: f"{match[1]} {quoted}", text, count=1, flags=re.MULTILINE)
    hold(model_of(changed.encode("utf-8", "replace")))


@calm
@given(
    st.lists(
        st.sampled_from([*"ab *_[]()<>!`#-+>&;:/.\n", *ODD, "https://a.vn", "../x-y-z/"]), min_size=20, max_size=200
    )
)
def test_any_story(signs):
    section = "    " + re.sub(r"[\r\n]+", "\n    ", "".join(signs))
    hold(model_of(SOUND.replace("noi_dung:\n", f"noi_dung:\n  boi_canh: |\n{section}\n").encode("utf-8", "replace")))


@calm
@given(st.sampled_from([FIELDS, THEMES, HOST_KINDS]).flatmap(accident))
def test_vocabularies_after_accidents(text):
    hold(read_vocabulary("models/_vocabulary/chu-de.yaml", "chu-de", text.encode("utf-8", "replace")))


@calm
@given(st.sampled_from([SOUND_REPORT]).flatmap(accident))
def test_reports_after_accidents(text):
    hold(read_report("models/_reports/ha-noi.yaml", "ha-noi", text.encode("utf-8", "replace")))


@pytest.mark.slow
@calm
@given(texts=st.lists(mutated(), min_size=1, max_size=3), names=st.lists(st.text(max_size=20), min_size=3, max_size=3))
def test_a_folder_of_accidents(texts, names):
    """All rules of the catalogue, with any names of folders and of files beside them."""
    photos = tuple(photo(name, digest=str(len(name))) for name in names)
    models = [
        read_model(f"models/{number}/model.yaml", name, text.encode("utf-8", "replace"), photos)
        for number, (text, name) in enumerate(zip(texts, names, strict=False))
    ]
    for problem in findings(*models):
        assert problem.message
        assert OURS not in problem.message
        assert "\n" not in problem.message


@pytest.mark.parametrize("text", REAL, ids=lambda text: text.partition("\n")[0][9:40])
def test_the_real_models_are_read(text):
    """A mutation proves little of a text that was broken before."""
    assert model_of(text.encode()).faults == ()
