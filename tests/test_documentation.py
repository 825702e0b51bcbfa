"""What is written about the project is true, and what there is to know is written: commands, verbs, keys, rules, samples."""

import inspect
import re
from pathlib import Path

import click
import pytest
from library import MadeHost, checked, inputs_of_folder
from library import made as made_of
from making import setting, written
from PIL import Image
from project import ROOT, put
from showcase.build.publish import DAYS_KEPT
from showcase.cli.commands import main
from showcase.publish import single_pages
from showcase.publish.context import Context
from showcase.reading import form as forms
from showcase.reading.kinds import Choice, Form, Group, Kind, Many, Story, Table, Text
from showcase.record.photo import WIDTHS
from showcase.record.submission import read_model
from showcase.rules import template
from showcase.rules.book import CATALOGUE_RULES, FILE_RULES
from showcase.system.gazetteer import load_gazetteer
from showcase.views.handbook import HANDBOOK
from showcase.words.text import slug_heading

README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PAGES = {
    path: path.read_text(encoding="utf-8")
    for path in [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
}
HANDWRITTEN = {path.stem: text for path, text in PAGES.items() if path.parent == ROOT / "docs/huong-dan"}
"""The pages of the guide by name."""
GUIDE = "\n".join(HANDWRITTEN.values())
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
RULES = (*FILE_RULES, *CATALOGUE_RULES)
COMMANDS = {name: main.get_command(click.Context(main), name) for name in main.list_commands(click.Context(main))}
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
    assert set(re.findall(r"\bshowcase ([a-z]+)", code)) <= set(COMMANDS)


def usage(name: str) -> str:
    """How the README shows a command: the line, and those that go on with it."""
    found = re.search(rf"^    showcase {name}\b.*(?:\n {{8,}}.*)*", README, re.MULTILINE)
    assert found, f"the README does not show `showcase {name}`"
    return found[0]


@pytest.mark.parametrize("name", COMMANDS)
def test_the_readme_shows_every_command_with_its_options(name):
    options = {max(param.opts, key=len) for param in COMMANDS[name].params if isinstance(param, click.Option)}
    assert set(re.findall(r"--[a-z-]+", usage(name))) == options


@pytest.mark.parametrize("name", COMMANDS)
def test_choices_are_named_as_they_are(name):
    for param in COMMANDS[name].params:
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


# --- What readers and operators are told ----------------------------------------------------------------------------

ABOUT = PAGES[ROOT / "docs/gioi-thieu.md"]
UI = "\n".join(
    path.read_text(encoding="utf-8")
    for folder in ("scripts/showcase/templates", "scripts/showcase/views", "scripts/showcase/reading", "overrides")
    for path in sorted((ROOT / folder).rglob("*"))
    if path.suffix in (".html", ".py")
)
"""Where the words come from that a reader sees on the site's own parts."""


@pytest.mark.parametrize(
    "label",
    [
        "Lưu", "So sánh", "Nghe", "Mục lục", "Hiển thị", "Sửa bài này", "Báo chỗ sai", "Dành cho báo chí", "Cần hỏi thêm",
        "Gần giống thế này", "Từ năm", "Được nêu năm", "Cách làm", "Tranh minh họa", "được phép sử dụng", "của dự án",
    ],
)  # fmt: skip
def test_what_the_pages_call_by_a_name_has_it(label):
    assert f"“{label}”" in GUIDE + ABOUT
    assert re.search(rf"[>\"“]{label}[<\"”]", UI)


def test_what_stands_at_the_end_of_a_story_stands_there():
    """The guide and the page on the site say where a reader finds the tools and the name of the file."""
    page = (ROOT / "scripts/showcase/templates/model.html").read_text(encoding="utf-8")
    story, tools, press = (page.index(part) for part in ("dv-story", "parts/reader_tools.html", "dv-press"))
    assert story < tools < press < page.index("{{ page.file }}")
    assert "Cuối mỗi bài có nút “Lưu”" in ABOUT
    assert "Cuối mỗi bài, dưới phần trích dẫn" in GUIDE


def test_numbers_on_the_page_about_the_site_are_those_of_its_reports():
    report = (ROOT / "models/_reports/ha-noi-2023.yaml").read_text(encoding="utf-8")
    (number,) = re.findall(r"Hà Nội đăng ký ([\d.]+) mô hình", ABOUT)
    assert f"tong: {number}" in report
    assert f"{len(load_gazetteer().provinces)} tỉnh, thành phố" in ABOUT


def test_bounds_in_the_readme_are_those_of_the_code():
    worker = (ROOT / "docs/sw.js").read_text(encoding="utf-8")
    most = dict(re.findall(r"(\w+): (\d+)", re.search(r"const MOST = \{(.*?)\}", worker)[1]))
    assert f"the {most['page']} pages and {most['picture']} pictures" in README
    assert f"the last {most['search']} pieces" in README
    (patience,) = re.findall(r"const PATIENCE = (\d+)", worker)
    assert f"silent for {int(patience) // 1000} seconds" in README
    assert f"the {sum(map(len, WIDTHS.values()))} sizes of one photo" in README
    assert f"stays for {DAYS_KEPT} days" in README


@pytest.mark.parametrize(
    "word", ["khóa", "Khóa", "tệp chữ", "đề nghị thay đổi", "Hỏi trước khi làm", "Nguồn chưa nói rõ"]
)
def test_words_that_no_official_would_say_are_gone(word):
    rules = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "scripts/showcase/rules").glob("*.py"))
    guide = "\n".join(text for path, text in PAGES.items() if "docs" in path.parts)
    assert word not in UI + rules + guide


# --- The guide by who one is ------------------------------------------------------------------------------------------

ROLES = ("bieu-mau", "excel-word", "tren-kho", "vs-code", "duyet-bai", "van-hanh")
TOLD_ONCE = (
    "Báo một chỗ sai", "Sửa một con số", "Sửa một bài đã có", "Tôi đã làm theo", "Đổi tên, đổi địa chỉ", "Gỡ một bài",
    "Thêm một mục vào danh mục", "Nêu tên người", "Ảnh", "Ảnh từ Zalo", "Rút lời đồng ý", "Sau khi gửi", "Địa danh",
)  # fmt: skip
FORMER = (
    "truoc-khi-viet", "viet-mot-mo-hinh-moi", "dien-bang-excel", "chang-duong-con-so", "cho-con-kho-dieu-chua-ro", "dia-danh",
    "neu-ten-nguoi", "anh", "noi-nay-hoc-tu-noi-khac", "bo-tieu-chi", "dieu-nguoi-doc-can-biet-truoc", "doc-tren-loa",
    "bang-tieng-anh", "hoi-ai", "so-lieu-chinh-thuc", "bai-nam-trong-con-so-nao", "van-ban-va-su-kien", "sua-mot-bai-da-co",
    "kiem-tra-tren-may-minh",
)  # fmt: skip
"""Where others led while the guide was one page."""


def anchors(text: str) -> set[str]:
    """The anchors of a page: those of its headings, or what they say instead, and those of links."""
    said = set(re.findall(r"\{[: ]*#([\w-]+)", text))
    return said | {slug_heading(head, "-") for head in re.findall(r"(?m)^#+ ([^{\n]*?) *(?:\{#.*)?$", text)}


def test_the_door_leads_to_a_page_for_everybody():
    led = re.findall(r"^- \*\*\[.*?\]\(([\w-]+)\.md\)", HANDWRITTEN["index"], re.MULTILINE)
    assert sorted(led) == sorted(ROLES)


def test_the_door_leads_on_from_what_was_there_when_the_guide_was_one_page():
    assert set(FORMER) <= anchors(HANDWRITTEN["index"])


@pytest.mark.parametrize("name", HANDWRITTEN)
def test_the_guide_leads_to_nothing_that_is_not_there(name):
    for page, anchor in re.findall(r"\]\(([\w-]*)(?:\.md)?(?:#([\w-]+))?\)", HANDWRITTEN[name]):
        assert (page or name) in HANDWRITTEN, page
        assert not anchor or anchor in anchors(HANDWRITTEN[page or name]), anchor


@pytest.mark.parametrize("name", HANDWRITTEN)
def test_every_page_of_the_guide_is_led_to_from_its_door(name):
    assert name == "index" or f"({name}.md" in HANDWRITTEN["index"]
    assert f"huong-dan/{name}.md" in (ROOT / "mkdocs.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", HANDWRITTEN)
def test_a_folder_of_a_model_that_the_guide_names_is_there(name):
    for folder in re.findall(r"`[^`]*\bmodels/([a-z-]+/[a-z-]+)/?`", HANDWRITTEN[name]):
        assert (ROOT / "models" / folder).is_dir()


@pytest.mark.parametrize("task", TOLD_ONCE)
def test_a_task_is_told_in_one_place(task):
    assert len(re.findall(rf"(?m)^## {task}$", GUIDE)) == 1


@pytest.mark.parametrize(
    "words",
    ["Sửa bài này", "Báo chỗ sai", "Tôi đã làm theo", "Gửi đề nghị", "Tải tệp để gửi", "Chọn ảnh từ máy", "Tải bản nháp về",
     "Mở bản nháp từ tệp", "Gửi thẳng tới ban biên tập", "Kiểm tra kỹ", "Ảnh và người trong bài", "Được gì", "Xem thử bài viết",
     "Những chỗ đã đổi", "Không xem trước được", "Chưa nhận được", "Kiểm tra bài gửi", "Xin gỡ", "Chỗ khác"],
)  # fmt: skip
def test_what_the_guide_tells_to_press_or_to_read_is_there(words):
    assert f"“{words}”" in GUIDE or f"**{words}**" in GUIDE
    places = ("docs/assets/*.js", "scripts/showcase/**/*.html", "scripts/showcase/**/*.py", ".github/**/*.yml")
    texts = (path.read_text(encoding="utf-8") for place in places for path in ROOT.glob(place))
    assert any(words in text for text in texts)


def test_the_pictures_of_screens_are_light_and_described():
    shown = re.findall(r"!\[([^\]]+)\]\(hinh/([\w-]+\.webp)\)\{ width=(\d+) height=(\d+) loading=lazy \}", GUIDE)
    files = {path.name: path for path in (ROOT / "docs/huong-dan/hinh").iterdir()}
    assert sorted(name for _, name, _, _ in shown) == sorted(files)
    for about, name, width, height in shown:
        with Image.open(files[name]) as picture:
            assert picture.size == (2 * int(width), 2 * int(height))
        assert len(about) >= 40
        assert files[name].stat().st_size <= 40_000
    assert GUIDE.count("](hinh/") == len(shown)
    assert sum(path.stat().st_size for path in files.values()) <= 300_000


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
    assert "Cũng gọi: Công đoàn cơ sở, CĐCS" in page


# --- Samples -------------------------------------------------------------------------------------------------------


def vocabularies(models: Path) -> None:
    for path in (ROOT / "models/_vocabulary").glob("*.yaml"):
        put(models / "_vocabulary" / path.name, path.read_text(encoding="utf-8"))


OTHER_FILES = {
    "_documents/chi-thi-mau.yaml": "so_hieu: ",
    "_events/hoi-thi-mau.yaml": "tieu_de: Hội thi ",
    "_reports/so-lieu-mau.yaml": "tieu_de: Mô hình “Dân vận khéo” hoạt động ",
}
TERMS = "giam-ngheo:"
"""How the sample of a vocabulary begins."""
"""What is no model, with how the guide's sample of it begins."""


def every_sample() -> list[str]:
    return re.findall(r"^```yaml\n(.*?)^```", GUIDE, re.DOTALL | re.MULTILINE)


def samples() -> list[str]:
    """Give those of models, the whole one first."""
    of_models = [one for one in every_sample() if not one.startswith((*OTHER_FILES.values(), TERMS))]
    return sorted(of_models, key=lambda one: "dia_diem:" not in one or "nguon:" not in one)


def told_of(text: str, models: Path) -> list[str]:
    vocabularies(models)
    folder = models / "nghe-an/mo-hinh-mau"
    put(folder / "model.yaml", text)
    for name in re.findall(r"tep: (\S+)", text):
        put(folder / name, "")
    return [str(problem) for problem in checked(models).problems]


def wrong_with(text: str, models: Path) -> list[str]:
    """What is said of a sample, but that it is one."""
    return [problem for problem in told_of(text, models) if f"[{template.NAME}]" not in problem]


def test_the_sample_of_the_guide_is_right_but_that_it_is_one(tmp_path):
    whole = samples()[0]
    assert whole.startswith("tieu_de: ")
    assert wrong_with(whole, tmp_path / "models") == []


TRUE = {
    "xã Quỳnh Trang, thị xã Hoàng Mai, tỉnh Nghệ An",
    "Hội Liên hiệp Phụ nữ xã Quỳnh Trang",
    "phường Đồng Xuân, quận Hoàn Kiếm, Hà Nội",
    "phường Hoàn Kiếm",
    "xã Mường Bú, tỉnh Sơn La",
    "Chi hội Phụ nữ bản",
    "Bộ Tư lệnh Thủ đô Hà Nội",
    "Hà Nội",
    "Bí thư Chi bộ thôn",
    "Ủy ban Mặt trận Tổ quốc Việt Nam phường Hoàng Mai",
    """\
Mùa khô thiếu nước tưới, hoa chết một phần ba.

- Mỗi tháng tưới hết bao nhiêu nước, lấy ở đâu?
- Hộ neo người thì ai làm thay?""",
    "Đơn vị thực hiện đề nghị gỡ bài.",
    "Hộ hiến đất mở đường",
    "hộ",
    "6 không, 3 có",
    "6 không",
    "3 có",
}
"""What the samples say that another model may say too."""


def test_every_text_of_the_samples_is_told_where_it_is_left_standing():
    texts = []
    for sample in samples():
        submission = read_model("model.yaml", "mo-hinh-mau", sample.encode())
        left = [problem.message.split("'")[1] for problem in template.check(submission, setting())]
        texts += [(cell.value, any(one in cell.value for one in left)) for cell in submission.cells_of(Text, Story)]
    assert len(texts) >= 10
    assert {text for text, is_told in texts if not is_told} == TRUE


@pytest.mark.parametrize("at", range(1, len(samples())))
def test_the_smaller_samples_fit_into_the_large_one(at, tmp_path):
    whole, part = samples()[0], samples()[at]
    assert wrong_with(written(part, sound=whole), tmp_path / "models") == []


@pytest.mark.parametrize("path", OTHER_FILES)
def test_the_samples_of_a_document_an_event_and_a_report_are_right(path, tmp_path):
    (sample,) = [one for one in every_sample() if one.startswith(OTHER_FILES[path])]
    put(tmp_path / "models" / path, sample)
    assert wrong_with(written("", sound=samples()[0]), tmp_path / "models") == []


def test_the_sample_of_a_vocabulary_says_what_is_there():
    (sample,) = [one for one in every_sample() if one.startswith(TERMS)]
    there = (ROOT / "models/_vocabulary/chu-de.yaml").read_text(encoding="utf-8").splitlines()
    assert [line for line in sample.splitlines() if line not in there] == []


def test_a_sample_that_is_wrong_would_be_found(tmp_path):
    whole = samples()[0].replace("linh_vuc: kinh-te", "linh_vuc: kinh te")
    assert len(wrong_with(whole, tmp_path / "models")) == 1


@pytest.mark.parametrize("key", ["tieu_de", "tom_tat"])
def test_lengths_in_the_guide_are_those_of_the_format(key):
    kind = forms.MODEL.by_key[key].kind
    assert f"từ {kind.least} đến {kind.most} ký tự" in GUIDE


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_keys_that_the_pages_name_are_keys(path):
    """`hoc_tu` in backticks is a key of the format, or of mkdocs.yml; one that was renamed must not live on in the guide."""
    known = {entry.key for form in every_form().values() for entry in form.entries}
    known |= set(re.findall(r"(?m)^(?:  |    )([a-z_]+):", (ROOT / "mkdocs.yml").read_text(encoding="utf-8")))
    named = set(re.findall(r"`([a-z]+(?:_[a-z]+)+):?`", PAGES[path]))
    assert named <= known
