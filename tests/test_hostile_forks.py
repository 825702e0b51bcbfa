"""A stranger's fork is read and never run: whatever its trees hold, no code of theirs, no command for a runner, and each is told of."""

import re
from pathlib import Path

import pytest
from building import plain_host
from click.testing import CliRunner
from forks import FILE, LINK, PROGRAM, REPOSITORY, begin, blob, commit, git, propose, tree
from making import written
from project import THE_DAY, make_project
from showcase.cli.commands import main

CANARY = Path("/tmp") / "a-canary-of-the-showcase"
TOUCH = f"touch {CANARY}"
IN_PYTHON = f"import pathlib; pathlib.Path({str(CANARY)!r}).touch()\n"
IN_YAML = f"!!python/object/apply:os.system ['{TOUCH}']\n"
IN_JINJA = "{{ cycler.__init__.__globals__.os.system('" + TOUCH + "') }}"
CHO = b"models/son-la/cho-van-minh/model.yaml"
COMMAND = r"::(error|warning) file=[^,:]+,line=\d+,col=\d+,title=\w+::(?!.*(::|##\[))[^\r\n]*"
OUTSIDE = "### Không xem trước được"


def file(text):
    return FILE, text.encode() if isinstance(text, str) else text


def model(snippet="tieu_de: Làng nghề gìn giữ tiếng khèn\n"):
    return file(written(snippet))


SOUND = {b"models/son-la/lang-nghe/model.yaml": model()}
FORKS = {
    "tags that run in the settings": ({b"mkdocs.yml": file(f"site_name: {IN_YAML}")}, OUTSIDE, "mkdocs.yml"),
    "hooks of MkDocs": (
        {b"mkdocs.yml": file("hooks: [docs/h.py]\n"), b"docs/h.py": file(IN_PYTHON)},
        OUTSIDE,
        "docs/h.py",
    ),
    "templates": ({b"overrides/main.html": file(IN_JINJA)}, OUTSIDE, "overrides/main.html"),
    "pages": ({b"docs/gioi-thieu.md": file(f"# x\n\n{IN_JINJA}\n<script>x</script>\n")}, OUTSIDE, "docs/gioi-thieu.md"),
    "our own code": ({b"scripts/showcase/__init__.py": file(IN_PYTHON)}, OUTSIDE, "scripts/showcase/"),
    "what Python loads by itself": ({b"sitecustomize.py": file(IN_PYTHON)}, OUTSIDE, "sitecustomize.py"),
    "the scripts of the steps": (
        {b".ci/proposal": (PROGRAM, f"#!/bin/sh\n{TOUCH}\n".encode())},
        OUTSIDE,
        ".ci/proposal",
    ),
    "the program itself": ({b".venv/bin/showcase": (PROGRAM, f"#!/bin/sh\n{TOUCH}\n".encode())}, OUTSIDE, ".venv/bin"),
    "a makefile": ({b"Makefile": file(f"x := $(shell {TOUCH})\n")}, OUTSIDE, "Makefile"),
    "workflows": (
        {
            b".github/workflows/x.yml": file("on: pull_request_target\n"),
            b".gitlab-ci.yml": file(f"x: {{script: [{TOUCH}]}}\n"),
        },
        OUTSIDE,
        "pull&#95;request|x.yml",
    ),
    "filters": (
        {
            b".gitattributes": file("* filter=x diff=x merge=x\n"),
            b".gitconfig": file(f'[filter "x"]\nsmudge = {TOUCH}\n'),
            **SOUND,
        },
        OUTSIDE,
        ".gitattributes",
    ),
    "attributes within models": (
        {b"models/.gitattributes": file("* filter=x export-subst\n"), **SOUND},
        "Không có lỗi",
        "Làng nghề",
    ),
    "hooks of git": (
        {b"hooks/post-checkout": (PROGRAM, f"#!/bin/sh\n{TOUCH}\n".encode())},
        OUTSIDE,
        "hooks/post-checkout",
    ),
    "a pointer in the place of a photo": (
        {
            b"models/son-la/lang-nghe/model.yaml": model(
                "anh:\n  - tep: a.jpg\n    mo_ta: Chợ phiên buổi sáng\n    tac_gia: Báo\n    giay_phep: cua-du-an\n    nguoi: khong\n"
            ),
            b"models/son-la/lang-nghe/a.jpg": file(
                "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n"
            ),
        },
        "LFS",
        "Chưa nhận được",
    ),
    "a repository within": (
        {
            b".gitmodules": file('[submodule "x"]\npath = models/x\nurl = ext::sh -c "' + TOUCH + '"\n'),
            b"models/x": (REPOSITORY, b"1" * 40),
        },
        "submodule",
        ".gitmodules",
    ),
    "a link in the place of a model": (
        {b"models/son-la/lang-nghe/model.yaml": (LINK, b"/etc/passwd")},
        "symlink",
        "Chưa nhận được",
    ),
    "a link to a folder": ({b"models/son-la/lang-nghe": (LINK, b"../../..")}, "symlink", "Chưa nhận được"),
    "names that are commands": (
        {
            b"models/son-la/a\n::error::x/model.yaml": model(),
            b"models/##[error]x/model.yaml": model(),
            b"x\n::error::y": file(""),
        },
        "Tên này không dùng được",
        OUTSIDE,
    ),
    "values that are commands": (
        {CHO: model('tieu_de: "::set-output name=x::y ##[error]z"\nlinh_vuc: "::error::\\n::warning::"\n')},
        "Chưa nhận được",
        "linh_vuc|linh&#95;vuc",
    ),
    "a name that is no text": (
        {b"models/son-la/\xff\xfe/model.yaml": model()},
        "Tên này không dùng được",
        "Chưa nhận được",
    ),
    "a file that is too large": (
        {b"models/son-la/lang-nghe/to.jpg": file(bytes(41_000_000)), **SOUND},
        "quá mức",
        "41",
    ),
    "a text that is too large": ({CHO: file("tieu_de: " + "x" * 300_000)}, "Chưa nhận được", ""),
    "aliases that grow": (
        {
            CHO: file(
                "a: &a [x, x, x, x, x, x, x, x, x]\n"
                + "".join(
                    f"{b}: &{b} [{','.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
                )
            )
        },
        "Chưa nhận được",
        "",
    ),
    "tags that run in a model": ({CHO: file(f"tieu_de: {IN_YAML}")}, "Chưa nhận được", ""),
    "markup in texts": (
        {
            CHO: model(
                "tieu_de: '<script>x</script> @nguoi-khac [x](javascript:x) #1'\nnoi_dung:\n  cach_lam: '<img src=x onerror=x> ![x](https://x.example/x.png) [x](javascript:alert(1)) mười hộ cùng làm'\n"
            )
        },
        "Chưa nhận được",
        "",
    ),
    "a file in the place of a folder": ({CHO: None, b"models/son-la/cho-van-minh": file("x")}, "", "[*]bỏ[*]"),
    "names that other systems refuse": (
        {b"models/con/aux/model.yaml": model(), b"models/a:b/x?y/model.yaml": model()},
        "Chưa nhận được",
        "",
    ),
    "a program in the place of a model": (
        {b"models/son-la/lang-nghe/model.yaml": (PROGRAM, model()[1])},
        "Không có lỗi",
        "",
    ),
    "names that are very long": ({b"models/" + b"x" * 300 + b"/model.yaml": model()}, "Tên này không dùng được", ""),
}


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    folder = make_project(tmp_path_factory.mktemp("base"), photo=False)
    begin(folder)
    return folder


@pytest.fixture
def project(base, monkeypatch):
    CANARY.unlink(missing_ok=True)
    monkeypatch.chdir(base)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", THE_DAY)
    monkeypatch.setattr("showcase.proposal.review.make_host", plain_host)
    return base


def shown(project, tmp_path, head):
    """Have a fork shown; give what was said, and all that was written. Nothing of it ran, and nothing of it is a command."""
    places = "--html", str(tmp_path / "x.html"), "--answer", str(tmp_path / "x.md")
    done = CliRunner().invoke(
        main,
        ["diff", "main", head, "--format", "github", "--into", str(tmp_path / "laid"), *places],
    )
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    assert not CANARY.exists()
    for line in done.stdout.splitlines():
        assert re.fullmatch(COMMAND, line)
    assert not re.search(r"^::|##\[", done.stderr, re.MULTILINE)
    page, answer = ((tmp_path / f"x.{kind}") for kind in ("html", "md"))
    if not page.exists():
        return done, "", ""
    laid = [path for path in (tmp_path / "laid").rglob("*") if not path.is_dir()]
    assert all(path.is_file() and not path.is_symlink() and not path.stat().st_mode & 0o111 for path in laid)
    assert {path.relative_to(tmp_path / "laid").parts[0] for path in laid} <= {"models"}
    texts = page.read_text(encoding="utf-8"), answer.read_text(encoding="utf-8")
    assert not re.search(r"<script|<iframe|<[^>]*onerror=|href=\"javascript:", texts[0])
    assert not re.search(r"(?<![*<])<(?!/?code>|br>)|@\w|\]\(", texts[1])
    return done, *texts


LARGE = "a file that is too large"


@pytest.mark.parametrize("fork", [*sorted(FORKS.keys() - {LARGE}), pytest.param(LARGE, marks=pytest.mark.slow)])
def test_nothing_of_a_fork_runs_and_what_it_is_is_told(project, tmp_path, fork):
    put, *told = FORKS[fork]
    done, page, answer = shown(project, tmp_path, propose(project, "main", put))
    for words in filter(None, told):
        assert re.search(words, answer), (answer, done.output)
    for path in put:
        if not path.startswith(b"models"):
            assert page.count("Không xem trước được") == 1


@pytest.mark.parametrize(
    ("name", "put"),
    [
        ("it is gone", {}),
        ("it is a link", {b"models": (LINK, b"/etc")}),
        ("it is a file", {b"models": file("x")}),
        ("it is a repository", {b"models": (REPOSITORY, b"1" * 40)}),
    ],
)
def test_models_that_are_no_folder_are_told(project, tmp_path, name, put):
    paths = git(project, "ls-files", "models").splitlines()
    head = propose(project, "main", {**{path.encode(): None for path in paths}, **put})
    done, _, answer = shown(project, tmp_path, head)
    assert done.exit_code == 1
    assert "Chưa nhận được" in answer
    assert re.search("xóa cả thư mục models", answer)


@pytest.mark.parametrize("name", [b"..", b".git", b".", b"a/b", b".GIT"])
def test_a_tree_that_git_would_never_make_stays_where_it_is_written(project, tmp_path, name):
    evil = tree(project, (FILE, b"model.yaml", blob(project, model()[1])))
    below = tree(project, ("40000", name, evil))
    top = git(project, "ls-tree", "main").splitlines()
    rows = [(mode, path.encode(), made) for mode, _, made, path in (line.replace("\t", " ").split(" ") for line in top)]
    models = next(made for _, path, made in rows if path == b"models")
    lines = git(project, "ls-tree", models).splitlines()
    inner = [
        (mode, path.encode(), made) for mode, _, made, path in (line.replace("\t", " ").split(" ") for line in lines)
    ]
    made = tree(project, *((mode.lstrip("0"), path, one) for mode, path, one in [*inner, ("40000", b"zz", below)]))
    made = tree(project, *((mode.lstrip("0"), path, made if path == b"models" else one) for mode, path, one in rows))
    done, _, answer = shown(project, tmp_path, commit(project, made, git(project, "rev-parse", "main")))
    assert done.exit_code in {1, 2}
    if name != b"a/b":
        assert done.exit_code == 2 or "Tên này không dùng được" in answer


@pytest.mark.parametrize("mode", [FILE, LINK, "100600", "040000"])
def test_an_object_that_is_missing_or_of_another_kind_is_no_accident(project, tmp_path, mode):
    """As of a server that keeps a part of a repository."""
    rows = [line.replace("\t", " ").split(" ") for line in git(project, "ls-tree", "main").splitlines()]
    there = git(project, "rev-parse", "main:docs")
    for made in ("2" * 40, there):
        inner = tree(project, (mode.lstrip("0"), b"model.yaml", made))
        models = tree(project, ("40000", b"lang-nghe", inner))
        top = [(kind.lstrip("0"), path.encode(), models if path == "models" else one) for kind, _, one, path in rows]
        head = commit(project, tree(project, *top), git(project, "rev-parse", "main"))
        done, _, _ = shown(project, tmp_path / made, head)
        assert done.exit_code in {1, 2}


def test_a_fork_that_shares_no_history_is_told(project, tmp_path):
    done, _, _ = shown(project, tmp_path, propose(project, "main", SOUND, parents=()))
    assert done.exit_code == 2
    assert "chung một gốc" in done.stderr
