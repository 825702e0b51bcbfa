"""What becomes of the pages that MkDocs made: one place imports it, styles are filtered, and names say the content."""

import ast
import hashlib
import re

import pytest
from project import ROOT, change, make_project, put
from showcase.mkdocs.content_names import named_by_content, names_among, rewritten_page
from showcase.mkdocs.errors import HostError
from showcase.mkdocs.finishing import finish_site, sent
from showcase.mkdocs.host import host_mark, make_host
from showcase.mkdocs.selector_names import names_of
from showcase.mkdocs.stylesheets import rules_of, used_rules, words_of

HOSTS = {"material", "mkdocs", "properdocs"}


def importers(texts: dict[str, str]) -> list[str]:
    """The modules, by path, that import the host by one of its names."""
    found = []
    for path, text in texts.items():
        for node in ast.walk(ast.parse(text)):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and not node.level:
                names = [node.module or ""]
            if {name.partition(".")[0] for name in names} & HOSTS:
                found.append(path)
    return sorted(set(found))


def test_one_module_imports_the_host():
    scripts = ROOT / "scripts"
    texts = {path.relative_to(scripts).as_posix(): path.read_text(encoding="utf-8") for path in scripts.rglob("*.py")}
    assert importers(texts) == ["showcase/mkdocs/package.py"]
    assert importers({"a.py": "def f():\n    from mkdocs.config import base", "b.py": "import properdocs.theme"}) == [
        "a.py",
        "b.py",
    ]


@pytest.mark.slow
def test_what_other_code_made_of_the_host_is_not_used_again(tmp_path, monkeypatch):
    """Once what the host says of the site got an attribute more, and what was kept of it lacked that."""
    config = make_project(tmp_path, photo=False) / "mkdocs.yml"
    made = make_host(config, tmp_path / "host")
    assert host_mark(config, tmp_path / "host") == made.mark
    monkeypatch.setattr("showcase.mkdocs.host.code_edition", lambda: "another")
    assert host_mark(config, tmp_path / "host") not in {"", made.mark}


# --- Of a script, all but comments and needless blanks --------------------------------------------------------------

OUTSIDE = re.compile(
    r"""//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'"""
    r"""|(?<=[(,=:\[!&|?{};>])\s*/(?![/*])(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\n\[])+/"""
    r"""|[`{}]""",
    re.DOTALL,
)
"""What of a script is no plain code: comments, texts, expressions, and the signs by which template literals begin and end."""
INSIDE = re.compile(r"\\.|\$\{|`", re.DOTALL)


def template_literals(script: str) -> list[str]:
    """The template literals of a script as they are written, those that stand in another one within it."""
    found: list[str] = []
    open_ones: list[str] = []
    at = begin = 0
    while match := (INSIDE if open_ones and open_ones[-1] == "`" else OUTSIDE).search(script, at):
        sign, at = match[0], match.end()
        if sign == "`" and open_ones[-1:] == ["`"]:
            open_ones.pop()
            if not open_ones:
                found.append(script[begin:at])
        elif sign == "`":
            begin = begin if open_ones else match.start()
            open_ones.append(sign)
        elif sign == "${" or (sign == "{" and open_ones):
            open_ones.append(sign)
        elif sign == "}" and open_ones:
            open_ones.pop()
    assert open_ones == []
    return found


def test_template_literals_are_found_however_they_are_written():
    script = """a = `1 ${b ? `x ${c} y` : {d: "`"}} 2`; // `no`
    x = /[`{]/g.test("`") /* ` */; f(`\\``);"""
    assert template_literals(script) == ["""`1 ${b ? `x ${c} y` : {d: "`"}} 2`""", "`\\``"]


@pytest.mark.parametrize("path", sorted((ROOT / "docs").rglob("*.js")), ids=lambda path: path.name)
def test_a_script_is_sent_with_each_text_as_it_is_written(path):
    script = path.read_text(encoding="utf-8")
    assert template_literals(sent(path.name, script)) == template_literals(script)


# --- Of a style sheet, what is used ---------------------------------------------------------------------------------

PAGE = """<!doctype html><html class="no-js" lang="vi"><body dir="ltr" data-md-color-scheme="default">
<input class="md-toggle" id="__search" type="checkbox">
<div class="md-dialog"><div class="md-dialog__inner md-typeset"></div></div>
<div class="md-content"><article class="dv-page">{% block main %}{% endblock %}</article></div>
</body></html>"""
TEMPLATE = """<section class="dv-list{% if page.field %} dv-f--{{ page.field }}{% endif %}"><h2 data-dv-title>{{ page.title }}</h2></section>"""
SCRIPT = """document.querySelector("[data-dv-told]").classList.add("dv-read");"""


def used(sheet: str, others: str = "") -> str:
    names = names_of([PAGE], [TEMPLATE, SCRIPT], {"blockquote"})
    return used_rules(rules_of(sheet), names, words_of([others]))


KEPT = {
    "an element of the page": "body{margin:0}",
    "an element of a template": "section{margin:0}",
    "an element that comes besides": "blockquote{margin:0}",
    "a class of the page": ".md-dialog__inner{margin:0}",
    "a class of a template": ".dv-list{margin:0}",
    "a class that begins in a template": ".dv-f--kinh-te{margin:0}",
    "a class that a script gives": ".dv-read{margin:0}",
    "an id": "#__search{margin:0}",
    "an attribute": "[dir]{margin:0}",
    "an attribute's value": '[dir=ltr] [type="checkbox"]{margin:0}',
    "part of an attribute's value": "[data-md-color-scheme^=def]{margin:0}",
    "an attribute's value however it is written": "[dir=LTR i]{margin:0}",
    "any element": "*,:after,::before{margin:0}",
    "what is not so": "body:not(.strange){margin:0}",
    "one of several": "body:is(.strange,.no-js *,[dir]){margin:0}",
    "a state": ".md-toggle:checked~.md-content>article:hover{margin:0}",
    "within what is filled": ".md-content article h2{margin:0}",
    "what nobody knows": "body:strange(.x)|a{margin:0}",
    "one of a list, which stays whole": ".strange,.md-dialog{margin:0}",
    "in a group": "@media print{.md-content{margin:0}}",
    "in a group of a group": "@supports (gap:0){@media print{.md-content{margin:0}}}",
    "of a printed page": "@page{margin:25mm}",
}
DROPPED = {
    "an element that is nowhere": "kbd{margin:0}",
    "a class": ".strange{margin:0}",
    "one of two classes": ".md-content.strange{margin:0}",
    "an id": "#strange{margin:0}",
    "an attribute": "[strange]{margin:0}",
    "an attribute's value": "[dir=rtl] .md-content{margin:0}",
    "a class around": ".strange .md-content{margin:0}",
    "a class beside": ".strange+.md-content{margin:0}",
    "within what holds nothing": ".md-typeset h2{margin:0}",
    "directly within what holds nothing": ".md-dialog__inner>section{margin:0}",
    "all of a list": ".strange,kbd:hover::before{margin:0}",
    "none of several": "body:is(.strange,kbd) h2{margin:0}",
    "all of a group": "@media print{.strange{margin:0}@media screen{kbd{margin:0}}}",
    "a map to the source": "/*# sourceMappingURL=main.css.map */",
}


@pytest.mark.parametrize("sheet", KEPT.values(), ids=KEPT)
def test_what_can_apply_is_kept_as_it_stands(sheet):
    assert used(sheet) == sheet


@pytest.mark.parametrize("sheet", DROPPED.values(), ids=DROPPED)
def test_what_can_never_apply_is_left_out(sheet):
    assert used(f"body{{top:0}}{sheet}html{{top:0}}") == "body{top:0}html{top:0}"


def test_a_property_goes_with_the_last_that_reads_it():
    sheet = ":root{--a:1;--b:var(--a);--c:2;--d:3;--e:4}.strange{top:var(--b)}body{top:var(--c)}"
    assert used(sheet, "p { top: var( --d ) }") == ":root{--c:2;--d:3}body{top:var(--c)}"
    assert used(":root{--a:1}.md-a--b{--x:1}") == ""


def test_an_animation_goes_with_the_last_that_plays_it():
    sheet = "@keyframes a{to{top:0}}@keyframes b{to{top:0}}@-webkit-keyframes c{to{top:0}}.strange{animation:a 1s}"
    assert used(f"{sheet}body{{animation:b 1s}}") == "@keyframes b{to{top:0}}body{animation:b 1s}"
    assert used(sheet, "p { animation-name: c }") == "@-webkit-keyframes c{to{top:0}}"


# --- Names that say the content -------------------------------------------------------------------------------------

SCRIPTS = {
    "assets/tim.js": 'import { x } from "./chu.js";\nnew Worker(new URL("may.js", import.meta.url));\nfetch(new URL("sw.js", root));\n',
    "assets/may.js": 'import "./chu.js";\nconst folder = new URL("../tim/", import.meta.url);\nawait import("./sau/xa.js");\n',
    "assets/chu.js": 'export const x = "chu.js";\n',
    "assets/sau/xa.js": 'export { x } from "../chu.js";\n',
    "assets/trang.css": '@import "nen.css";\na { background: url("bieu-tuong.svg"), url(data:image/png;base64,x), url(nen.css) }\n',
    "assets/nen.css": "p { top: 0 }\n",
}


def test_who_refers_to_a_file_is_named_anew_with_it():
    before = named_by_content(SCRIPTS)
    after = named_by_content(SCRIPTS | {"assets/chu.js": "export const x = 2;\n"})
    assert {path for path in SCRIPTS if before[path] != after[path]} == set(SCRIPTS) - {
        "assets/trang.css",
        "assets/nen.css",
    }
    for name, text in after.values():
        digest = hashlib.sha256(text.encode()).hexdigest()[:10]
        assert re.fullmatch(rf"assets/[a-z/]+\.{digest}\.(css|js)", name)
    assert names_among(name for name, _ in after.values()) == {path: name for path, (name, _) in after.items()}


def test_only_what_is_named_gets_another_name():
    named = named_by_content(SCRIPTS)
    base = {path: name.removeprefix("assets/") for path, (name, _) in named.items()}
    assert named["assets/tim.js"][1].splitlines() == [
        f'import {{ x }} from "./{base["assets/chu.js"]}";',
        f'new Worker(new URL("{base["assets/may.js"]}", import.meta.url));',
        'fetch(new URL("sw.js", root));',
    ]
    assert named["assets/may.js"][1].splitlines() == [
        f'import "./{base["assets/chu.js"]}";',
        'const folder = new URL("../tim/", import.meta.url);',
        f'await import("./{base["assets/sau/xa.js"]}");',
    ]
    assert named["assets/sau/xa.js"][1] == f'export {{ x }} from "../{base["assets/chu.js"]}";\n'
    assert named["assets/trang.css"][1] == (
        f'@import "{base["assets/nen.css"]}";\n'
        f'a {{ background: url("bieu-tuong.svg"), url(data:image/png;base64,x), url({base["assets/nen.css"]}) }}\n'
    )


def test_files_that_refer_to_each_other_cannot_be_named():
    files = {"assets/a.js": 'import "./b.js";', "assets/b.js": 'import "./a.js";'}
    with pytest.raises(HostError, match=r"assets/a\.js dẫn tới chính nó"):
        named_by_content(files)


def test_a_page_refers_to_names_that_say_the_content():
    page = """<link href="../assets/trang.css"><script src="/thu/assets/trang.js?x"></script>
<a href="https://other.example/assets/trang.css">assets/trang.css</a><img src="assets/bieu-tuong.svg">"""
    names = {"assets/trang.css": "assets/trang.0f.css", "assets/trang.js": "assets/trang.1e.js"}
    assert rewritten_page(page, names) == (
        """<link href="../assets/trang.0f.css"><script src="/thu/assets/trang.1e.js?x"></script>
<a href="https://other.example/assets/trang.css">assets/trang.css</a><img src="assets/bieu-tuong.svg">"""
    )


# --- The finished folder --------------------------------------------------------------------------------------------


def test_the_finished_folder_holds_what_is_published_and_nothing_of_before(tmp_path):
    brought = {
        "assets/stylesheets/main.01234567.min.css": ".md-a{top:0}.md-b{top:0}.md-c{top:0}",
        "assets/stylesheets/main.01234567.min.css.map": "{}",
        "assets/javascripts/bundle.01234567.min.js": "3",
        "assets/images/favicon.png": "brought",
        "assets/images/logo.png": "brought",
    }
    files = brought | {
        "index.html": '<link href="assets/material.css"><p class="md-a"><img src="assets/images/logo.png">',
        "khung/index.html": '<link href="../assets/material-frame.css"><p class="md-b">',
        "sw.js": "1",
        "assets/bieu-tuong.svg": "<svg/>",
        "assets/trang.js": "// For who reads on.\nlet x = 2; /* two */\n",
        "assets/images/favicon.png": "our own in its place",
        "assets/images/hoa.png": "our own",
        "sitemap.xml": "",
        "sitemap.xml.gz": "",
        ".nojekyll": "",
    }
    for path, text in files.items():
        put(tmp_path / "raw" / path, text)
    for path, text in brought.items():
        put(tmp_path / "theme" / path, text)
    put(tmp_path / "out/assets/trang.0000000000.js", "of before")
    finish_site(tmp_path / "raw", tmp_path / "out", frame="khung/index.html", themes=[tmp_path / "theme"])
    made = {
        path.relative_to(tmp_path / "out").as_posix(): path.read_text(encoding="utf-8")
        for path in (tmp_path / "out").rglob("*")
        if path.is_file()
    }
    names = names_among(made)
    pictures = [
        f"assets/{name}" for name in ("bieu-tuong.svg", "images/favicon.png", "images/hoa.png", "images/logo.png")
    ]
    kept = ["index.html", "khung/index.html", "sw.js", *pictures]
    assert sorted(names) == ["assets/material-frame.css", "assets/material.css", "assets/trang.js"]
    assert sorted(made) == sorted([*kept, *names.values()])
    assert (
        made["index.html"]
        == f'<link href="{names["assets/material.css"]}"><p class="md-a"><img src="assets/images/logo.png">'
    )
    assert made[names["assets/trang.js"]] == "let x=2;"
    assert made[names["assets/material.css"]] == ".md-a{top:0}"
    assert made[names["assets/material-frame.css"]] == ".md-b{top:0}"


def those_that_read(script):
    """Name a script and all that import it, by others too."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "docs/assets").glob("*.js")}
    found, waiting = set(), {script}
    while waiting:
        found |= waiting
        waiting = {name for name, text in texts.items() if any(f'"./{one}"' in text for one in found)} - found
    return {f"assets/{name}" for name in found}


@pytest.mark.slow
def test_the_host_is_made_again_where_something_of_it_changed_and_only_there(tmp_path, monkeypatch):
    make_project(tmp_path, photo=False)
    first = make_host(tmp_path / "mkdocs.yml", tmp_path / "host")
    assert make_host(tmp_path / "mkdocs.yml", tmp_path / "host") == first
    change(tmp_path / "docs/assets/nho.js", "const MOST = 200;", "const MOST = 201;")
    second = make_host(tmp_path / "mkdocs.yml", tmp_path / "host")
    assert {path for path in first.assets if first.assets[path] != second.assets[path]} == those_that_read("nho.js")
    pages = {path for path in first.files if path.endswith(".html") and first.files[path] != second.files[path]}
    assert pages == {"da-luu/index.html", "so-sanh/index.html"}
    assert second.frame == first.frame


@pytest.mark.slow
def test_what_a_killed_build_left_is_taken_for_nothing(tmp_path, monkeypatch):
    """Settings of the environment may be as they were before it, and no file bears another time."""
    make_project(tmp_path, photo=False)
    first = make_host(tmp_path / "mkdocs.yml", tmp_path / "host")
    with monkeypatch.context() as patch:
        patch.setenv("SITE_URL", "https://mau.example/")
        patch.setattr("showcase.mkdocs.host.read_host", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            make_host(tmp_path / "mkdocs.yml", tmp_path / "host")
    again = make_host(tmp_path / "mkdocs.yml", tmp_path / "host")
    assert again == first
    assert {path: hashlib.sha256(again.file(path)).hexdigest() for path in again.files} == again.files
