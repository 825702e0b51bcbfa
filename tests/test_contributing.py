"""What contributors and maintainers call does what is written of it: hooks before a commit, releases, proposals of versions."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from making import THEMES
from project import ROOT, change, make_project, put

NOBODY = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    **{f"GIT_{who}_{what}": "nobody@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
}


def run(folder, *command, **environment):
    """Run a command as somebody without settings of git, and without those of a hook that runs these tests."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "MAKE", "MFLAGS"))}
    return subprocess.run(
        command, cwd=folder, env={**kept, **NOBODY, **environment}, capture_output=True, text=True, check=False
    )


def git(folder, *words):
    done = run(folder, "git", *words)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def commit_all(folder):
    git(folder, "add", "--all")
    git(folder, "commit", "--message", "a change")


# --- Hooks ---------------------------------------------------------------------------------------------------------

SOUND = {
    "scripts/dem/__init__.py": '"""Count."""\n\nCOUNT = 1\n',
    "docs/assets/dem.js": "export const count = 1;\n",
    "docs/assets/dem.css": ".dem {\n  margin: 0;\n}\n",
}
FAULTS = {
    "ruff check": ("scripts/dem/__init__.py", '"""Count."""\n\nimport os\n'),
    "ruff format": ("scripts/dem/__init__.py", '"""Count."""\n\nCOUNT  =  1\n'),
    "biome check": ("docs/assets/dem.js", "export const count = missing;\n"),
    "showcase check": ("models/son-la/cho-van-minh/model.yaml", "tieu_de: Chợ\n"),
    "showcase schema": ("models/_vocabulary/chu-de.yaml", f"{THEMES}mot-cua:\n  ten: Một cửa\n  mo_ta: Thủ tục.\n"),
}


@pytest.fixture(scope="module")
def clone(tmp_path_factory):
    """A small project under git with the tools of this one, in which all is as it should be."""
    folder = make_project(tmp_path_factory.mktemp("clone"), photo=False)
    for name in (".pre-commit-config.yaml", ".gitignore", "biome.jsonc", "pyproject.toml"):
        shutil.copy(ROOT / name, folder / name)
    (folder / ".venv").symlink_to(Path(sys.executable).parents[1])
    (folder / ".cache").mkdir()
    (folder / ".cache/node").symlink_to(ROOT / ".cache/node")
    for path, text in SOUND.items():
        put(folder / path, text)
    assert run(folder, ".venv/bin/showcase", "schema").returncode == 0
    git(folder, "init", "--quiet", "--initial-branch", "main")
    put(folder / ".git/info/exclude", ".venv\n")
    commit_all(folder)
    return folder


def failed(folder):
    """Let the hooks look at all files, as for a commit of everything; gives the names of those that found something."""
    git(folder, "add", "--all")
    done = run(folder, ".venv/bin/pre-commit", "run", "--all-files", PRE_COMMIT_HOME=str(folder / ".git/hooks-home"))
    told = dict(re.findall(r"^(.+?)\.{3,}(?:\(.*\))?(\w+)$", done.stdout, re.MULTILINE))
    assert set(told) == set(FAULTS), done.stdout + done.stderr
    return {name for name, outcome in told.items() if outcome != "Passed"}


@pytest.mark.slow
def test_hooks_find_nothing_where_all_is_well(clone):
    assert failed(clone) == set()


@pytest.mark.slow
@pytest.mark.parametrize("hook", FAULTS)
def test_each_hook_finds_what_it_looks_for(hook, clone):
    path, text = FAULTS[hook]
    put(clone / path, text)
    try:
        assert hook in failed(clone)
    finally:
        git(clone, "reset", "--hard", "--quiet")


def test_nothing_of_a_hook_comes_from_elsewhere():
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert {repository["repo"] for repository in config["repos"]} == {"local"}
    assert {hook["language"] for repository in config["repos"] for hook in repository["hooks"]} == {"system"}


# --- Releases ------------------------------------------------------------------------------------------------------

CHANGES = "# Changelog\n\n## Unreleased\n\n## 1.2.0 - 2026-11-22\n\n### Added\n\n- A map.\n"


@pytest.fixture
def ready(tmp_path):
    """A clone with what a release needs: on main, nothing to commit, the version is told of and has no tag."""
    for name in ("Makefile", ".ci/release"):
        put(tmp_path / name, "")
        shutil.copy(ROOT / name, tmp_path / name)
    put(tmp_path / "pyproject.toml", '[project]\nversion = "1.2.0"\n')
    put(tmp_path / "CHANGELOG.md", CHANGES)
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    commit_all(tmp_path)
    return tmp_path


def release(folder, test="true"):
    return run(folder, "make", "release", f"RELEASE_TEST={test}")


def test_a_release_is_a_tag_and_a_line_to_push_it(ready):
    done = release(ready)
    assert (done.returncode, done.stdout) == (0, "Đã gắn v1.2.0. Để phát hành: git push origin main v1.2.0\n")
    assert git(ready, "tag") == "v1.2.0"
    assert git(ready, "rev-parse", "v1.2.0^{commit}") == git(ready, "rev-parse", "main")


def on_a_branch(folder):
    git(folder, "switch", "--quiet", "--create", "other")


def with_a_new_file(folder):
    put(folder / "ghi-chu.txt", "")


def with_the_tag(folder):
    git(folder, "tag", "v1.2.0")


def with_another_version(folder):
    put(folder / "pyproject.toml", '[project]\nversion = "1.3.0"\n')
    commit_all(folder)


def with_news_not_released(folder):
    change(folder / "CHANGELOG.md", "## Unreleased\n", "## Unreleased\n\n- A list.\n")
    commit_all(folder)


@pytest.mark.parametrize(
    ("lacking", "told"),
    [
        (on_a_branch, "Chỉ phát hành từ nhánh main."),
        (with_a_new_file, "Còn thay đổi chưa ghi vào git: xem git status."),
        (with_the_tag, "Đã có v1.2.0: hãy ghi số phiên bản mới vào pyproject.toml."),
        (with_another_version, "CHANGELOG.md chưa có mục 1.3.0 kèm ngày."),
        (
            with_news_not_released,
            "CHANGELOG.md: mục Unreleased còn nội dung; hãy chuyển sang mục của phiên bản và ghi số ấy vào pyproject.toml.",
        ),
    ],
)
def test_where_something_is_missing_one_line_says_what_and_nothing_is_tested(lacking, told, ready):
    lacking(ready)
    tags = git(ready, "tag")
    done = release(ready, test="touch tested")
    assert done.returncode != 0
    assert done.stderr.splitlines()[0] == told
    assert not (ready / "tested").exists()
    assert git(ready, "tag") == tags


def test_what_does_not_pass_its_tests_gets_no_tag(ready):
    done = release(ready, test="false")
    assert done.returncode != 0
    assert done.stderr.splitlines()[0] == "Chưa gắn v1.2.0 vì kiểm thử không qua."
    assert git(ready, "tag") == ""


def test_what_is_tagged_is_what_was_tested(ready):
    before = git(ready, "rev-parse", "main")
    assert release(ready, test="git commit --quiet --allow-empty --message later").returncode == 0
    assert git(ready, "rev-parse", "v1.2.0^{commit}") == before != git(ready, "rev-parse", "main")


def test_the_changelog_tells_of_the_version_that_is_there():
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    headings = re.findall(r"^## (.*)$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert headings[0] == "Unreleased"
    assert all(re.fullmatch(r"\d+\.\d+\.\d+ - \d{4}-\d\d-\d\d", heading) for heading in headings[1:])
    assert headings[1].startswith(f"{version} - ")


# --- Dependencies --------------------------------------------------------------------------------------------------

WATCHED = yaml.safe_load((ROOT / ".github/dependabot.yml").read_text(encoding="utf-8"))["updates"]


def folders_with(pattern):
    """The folders of such files, as Dependabot writes them; what tools keep here for themselves is hidden, and no source."""
    found = [*ROOT.glob(f"*/{pattern}"), *ROOT.glob(f"*/*/{pattern}")]
    folders = {path.parent.relative_to(ROOT) for path in found}
    return {f"/{folder.as_posix()}" for folder in folders if folder.parts[0][0] != "."}


def test_newer_versions_are_looked_for_wherever_something_is_pinned():
    python = {("uv", folder) for folder in folders_with("*.in")}
    npm = {("npm", folder) for folder in folders_with("package-lock.json")}
    actions = {("github-actions", "/") for _ in ROOT.glob(".github/workflows/*")}
    assert {(entry["package-ecosystem"], entry["directory"]) for entry in WATCHED} == python | npm | actions


def test_what_the_package_holds_back_is_not_proposed():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    bounds = {re.split(r"\W*[<>=]", line.replace("[bin]", ""))[0]: line for line in project["dependencies"]}
    (python,) = (entry for entry in WATCHED if entry["package-ecosystem"] == "uv")
    ignored = {entry["dependency-name"]: entry.get("update-types", "all") for entry in python["ignore"]}
    major = ["version-update:semver-major"]
    assert ignored == {
        name: "all" if "==" in line else major for name, line in bounds.items() if re.search("==|<", line)
    }


@pytest.mark.parametrize(
    "lock", ["tests/package-lock.json", "scripts/checker/package-lock.json", "scripts/lighthouse/package-lock.json"]
)
def test_every_package_of_npm_has_a_hash(lock):
    packages = json.loads((ROOT / lock).read_text(encoding="utf-8"))["packages"]
    assert all(package.get("integrity", "").startswith("sha512-") for name, package in packages.items() if name)
