"""What is written about the project is true, and what there is to know is written: commands, verbs, keys, rules, samples."""

import inspect
import re
from pathlib import Path

import click
import pytest
from library import MadeHost, checked, inputs_of_folder
from library import made as made_of
from making import written
from project import ROOT, put
from showcase.cli.commands import main
from showcase.publish import single_pages
from showcase.publish.context import Context
from showcase.reading import form as forms
from showcase.reading.kinds import Choice, Form, Group, Kind, Many, Table
from showcase.rules.book import CATALOGUE_RULES, FILE_RULES
from showcase.views.handbook import HANDBOOK

README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
GUIDE = (ROOT / "docs/huong-dan/index.md").read_text(encoding="utf-8")
PAGES = {
    path: path.read_text(encoding="utf-8")
    for path in [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
}
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
RULES = (*FILE_RULES, *CATALOGUE_RULES)
INVISIBLE = {"ma_hoa", "ky_tu", "chu_hong"}
"""Rules about what cannot be shown on a page: they say what to do in the program that wrote it."""


def in_code(text: str) -> str:
    """What stands as code in a text: between backticks, in fences, or indented."""
    fences = re.findall(r"^```\w*\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    indented = re.findall(r"^ {4}(.*)$", text, re.MULTILINE)
    return "\n".join((*fences, *indented, *re.findall(r"`([^`\n]+)`", text)))


# --- Verbs and commands --------------------------------------------------------------------------------------------


def verbs() -> set[str]:
    """The verbs that `make help` lists."""
    return set(re.findall(r"^([a-z-]+):.*## ", MAKEFILE, re.MULTILINE))


def test_the_readme_lists_the_verbs_of_make_and_no_others():
    rows = set(re.findall(r"^\| `make ([a-z-]+)` \|", README, re.MULTILINE))
    assert rows == verbs() - {"help"}
    assert "`make help`" in README


def test_no_verb_is_taken_for_a_file():
    (phony,) = re.findall(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)
    assert set(phony.split()) == verbs()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_verb_and_command_that_is_named_exists(path):
    code = in_code(PAGES[path])
    assert set(re.findall(r"\bmake ([a-z]+)", code)) <= verbs()
    assert set(re.findall(r"\bshowcase ([a-z]+)", code)) <= set(main.commands)


def usage(name: str) -> str:
    """How the README shows a command: the line, and those that go on with it."""
    found = re.search(rf"^    showcase {name}\b.*(?:\n {{8,}}.*)*", README, re.MULTILINE)
    assert found, f"the README does not show `showcase {name}`"
    return found[0]


@pytest.mark.parametrize("name", sorted(main.commands))
def test_the_readme_shows_every_command_with_its_options(name):
    options = {max(param.opts, key=len) for param in main.commands[name].params if isinstance(param, click.Option)}
    assert set(re.findall(r"--[a-z-]+", usage(name))) == options


@pytest.mark.parametrize("name", sorted(main.commands))
def test_choices_are_named_as_they_are(name):
    for param in main.commands[name].params:
        if isinstance(param.type, click.Choice):
            assert f"{max(param.opts, key=len)} {'|'.join(param.type.choices)}" in usage(name)


def test_every_setting_from_the_environment_is_told():
    settings = set(re.findall(r"!ENV \[?(\w+)", (ROOT / "mkdocs.yml").read_text(encoding="utf-8")))
    assert settings == {"SITE_URL", "EDIT_BASE"}
    for name in settings:
        assert f"`{name}`" in README


def test_the_picture_in_contributing_shows_every_folder_of_the_house():
    shown = re.findall(r"<b>([a-z]+)/</b>", CONTRIBUTING)
    there = {path.name for path in (ROOT / "scripts/showcase").iterdir() if path.is_dir() and path.name[0] != "_"}
    assert sorted(shown) == sorted(there - {"templates"})  # which publish/ fills, and where no module is


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\(([^)#:]+)[)#]", README + CONTRIBUTING))))
def test_links_of_readme_and_contributing_lead_somewhere(target):
    assert (ROOT / target).exists()


@pytest.mark.parametrize(
    "name",
    sorted(
        set(
            re.findall(
                r"`((?:scripts|docs|models|tests|rules|reading|record|views|publish|requirements|overrides|\.ci|\.github)/[\w./-]*)`",
                README + CONTRIBUTING,
            )
        )
    ),
)
def test_files_that_readme_and_contributing_name_are_there(name):
    assert (ROOT / name).exists() or (ROOT / "scripts/showcase" / name).exists()


def test_the_finding_in_the_readme_is_what_the_checker_says(tmp_path, monkeypatch):
    (shown,) = re.findall(r"^    (models/\S+: lỗi .*)$", README, re.MULTILINE)
    path, line, column, _ = shown.split(":", 3)
    monkeypatch.chdir(tmp_path)
    vocabularies(Path("models"))
    four = "tieu_de: Lắp camera ở các ngõ\ntom_tat: >-\n  Bốn phường góp tiền lắp camera ở các ngõ, cùng nhau xem.\nloai: mo-hinh\n"
    put(Path(path), written(f"{four}linh_vuc: quoc-phong\n"))
    assert shown in [str(problem) for problem in checked(Path("models")).problems]
    assert (line, column) == ("5", "11")


# --- The editors' guide --------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def handbook():
    """The generated pages of the guide by address, as a reader gets them."""
    context = Context(inputs_of_folder(ROOT / "models", host=MadeHost(frame="{% block main %}{% endblock %}")))
    pages = (output for output in single_pages.outputs(context) if output.address in HANDBOOK)
    return {page.address: made_of(context, page).decode() for page in pages}


def inner(kind: Kind) -> Form | None:
    while isinstance(kind, Many | Table):
        kind = kind.of
    return kind.form if isinstance(kind, Group) else None


def every_form() -> dict[str, Form]:
    """All forms by what they call themselves, the inner ones too."""
    found: dict[str, Form] = {}
    waiting = [forms.MODEL, forms.REPORT, forms.DOCUMENT, forms.EVENT, forms.TERM]
    while waiting:
        form = waiting.pop()
        if form.what not in found:
            found[form.what] = form
            waiting += [there for entry in form.entries if (there := inner(entry.kind))]
    return found


@pytest.mark.parametrize("form", every_form().values(), ids=lambda form: form.what)
def test_every_key_of_the_format_is_in_the_guide_with_its_sentence_and_its_words(form, handbook):
    page = handbook["huong-dan/cac-khoa/"]
    tables = [re.findall(r"<dt><code>(\w+)</code>", table) for table in page.split("<section")]
    assert [entry.key for entry in form.entries] in tables
    for entry in form.entries:
        assert entry.about in page.replace("&#34;", '"').replace("&amp;", "&")
        if isinstance(entry.kind, Choice):
            for word in entry.kind.options:
                assert f"<code>{word}</code>" in page


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.NAME)
def test_every_rule_has_its_section_with_a_wrong_and_a_right_example(rule, handbook):
    page = handbook["huong-dan/quy-tac/"]
    section = page.partition(f'<h2 id="{rule.NAME}">')[2].partition("</section>")[0]
    question = inspect.cleandoc(rule.check.__doc__).split("\n\n")[0]
    assert " ".join(re.sub("<[^>]*>", "", section).split()), f"{rule.NAME} has no section"
    assert plain(question) in plain(section)
    if rule.NAME not in INVISIBLE:
        assert "Sai:" in section
        assert "Đúng:" in section


def plain(text: str) -> str:
    """A text without tags, backticks and the forms of quotation marks."""
    bare = re.sub(r"<[^>]*>|`", "", text).replace("&#34;", '"').replace("&quot;", '"').replace("&#39;", "'")
    return " ".join(bare.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").split())


def test_the_guide_has_no_rule_that_nobody_asks(handbook):
    assert re.findall(r'<h2 id="(\w+)"><code>\[', handbook["huong-dan/quy-tac/"]) == [rule.NAME for rule in RULES]


def test_every_word_of_the_vocabularies_is_in_the_guide(handbook):
    page = handbook["huong-dan/danh-muc/"]
    for vocabulary in (ROOT / "models/_vocabulary").glob("*.yaml"):
        keys = re.findall(r"^([a-z-]+):", vocabulary.read_text(encoding="utf-8"), re.MULTILINE)
        assert len(keys) >= 4
        for key in keys:
            assert f"<code>{key}</code>" in page


# --- Samples -------------------------------------------------------------------------------------------------------


def vocabularies(models: Path) -> None:
    for path in (ROOT / "models/_vocabulary").glob("*.yaml"):
        put(models / "_vocabulary" / path.name, path.read_text(encoding="utf-8"))


def samples() -> list[str]:
    return re.findall(r"^```yaml\n(.*?)^```", GUIDE, re.DOTALL | re.MULTILINE)


def told_of(text: str, models: Path) -> list[str]:
    vocabularies(models)
    folder = models / "nghe-an/mo-hinh-mau"
    put(folder / "model.yaml", text)
    for name in re.findall(r"tep: (\S+)", text):
        put(folder / name, "")
    return [str(problem) for problem in checked(models).problems]


def test_the_sample_of_the_guide_passes_the_checker_without_a_word(tmp_path):
    whole = samples()[0]
    assert whole.startswith("tieu_de: ")
    assert told_of(whole, tmp_path / "models") == []


@pytest.mark.parametrize("at", range(1, len(samples())))
def test_the_smaller_samples_fit_into_the_large_one(at, tmp_path):
    whole, part = samples()[0], samples()[at]
    assert told_of(written(part, sound=whole), tmp_path / "models") == []


def test_a_sample_that_is_wrong_would_be_found(tmp_path):
    whole = samples()[0].replace("linh_vuc: kinh-te", "linh_vuc: kinh te")
    assert len(told_of(whole, tmp_path / "models")) == 1


@pytest.mark.parametrize("key", ["tieu_de", "tom_tat"])
def test_lengths_in_the_guide_are_those_of_the_format(key):
    kind = forms.MODEL.by_key[key].kind
    assert f"từ {kind.least} đến {kind.most} ký tự" in GUIDE


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_keys_that_the_pages_name_are_keys(path):
    """`hoc_tu` in backticks is a key of the format; one that was renamed must not live on in the guide."""
    known = {entry.key for form in every_form().values() for entry in form.entries}
    named = set(re.findall(r"`([a-z]+(?:_[a-z]+)+):?`", PAGES[path]))
    assert named <= known
