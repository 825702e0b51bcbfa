"""The steps of the workflows are scripts, run here as a runner would: in a clone with a bare remote, strangers' forks among them."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from forks import FILE, PROGRAM, begin, git, propose
from making import written
from project import ROOT, THE_DAY, make_project
from test_hostile_forks import CANARY, COMMAND, FORKS

WORKFLOWS = [*sorted(ROOT.glob(".github/workflows/*.yml")), *sorted(ROOT.glob(".forgejo/workflows/*.yml"))]


@pytest.fixture(scope="module")
def remote(tmp_path_factory):
    """The repository as a server has it."""
    folder = make_project(tmp_path_factory.mktemp("origin"), photo=False)
    shutil.copytree(ROOT / ".ci", folder / ".ci")
    begin(folder)
    bare = tmp_path_factory.mktemp("remote") / "kho.git"
    git(folder, "clone", "--quiet", "--bare", str(folder), str(bare))
    return bare


@pytest.fixture(scope="module")
def clone(remote, tmp_path_factory):
    """What a runner has after its first two steps."""
    folder = tmp_path_factory.mktemp("runner") / "kho"
    git(remote, "clone", "--quiet", str(remote), str(folder))
    (folder / ".venv").symlink_to(Path(sys.executable).parents[1])
    (folder / ".git/info/exclude").write_text(".cache\n.venv\n")
    return folder


def step(folder, *command, **environment):
    CANARY.unlink(missing_ok=True)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "GITHUB_"))}
    surroundings = {**kept, "SOURCE_DATE_EPOCH": THE_DAY, "NO_MKDOCS_2_WARNING": "1", **environment}
    return subprocess.run(command, cwd=folder, env=surroundings, capture_output=True, text=True, check=False)


def proposed(remote, clone, tmp_path, put):
    """Push a fork, and do as the workflow does; give the step, and the folder that it wrote into."""
    git(remote, "update-ref", "refs/pull/7/head", propose(remote, "main", put))
    assert step(clone, ".ci/fetch-proposal", "refs/pull/7/head").returncode == 0
    done = step(
        clone,
        ".ci/proposal",
        "main",
        "refs/proposal/head",
        str(tmp_path / "out"),
        GITHUB_STEP_SUMMARY=str(tmp_path / "sum"),
    )
    assert git(clone, "status", "--porcelain") == "", "the work tree is the base's, whatever came"
    return done, tmp_path / "out"


@pytest.mark.slow
def test_a_sound_proposal_is_shown_and_built(remote, clone, tmp_path):
    put = {b"models/son-la/lang-nghe/model.yaml": (FILE, written("tieu_de: Làng nghề giữ tiếng khèn\n").encode())}
    done, out = proposed(remote, clone, tmp_path, put)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert "Làng nghề giữ tiếng khèn" in (out / "xem-truoc.html").read_text(encoding="utf-8")
    assert "**Không có lỗi.**" in (tmp_path / "sum").read_text(encoding="utf-8")
    assert (out / "site/mo-hinh/lang-nghe/index.html").is_file()
    assert git(clone, "ls-files", "models").count("lang-nghe") == 0


@pytest.mark.slow
def test_all_that_hostile_forks_bring_at_once_runs_nowhere(remote, clone, tmp_path):
    put = {path: what for each, *_ in FORKS.values() for path, what in each.items() if b"cho-van-minh" not in path}
    put = {path: what for path, what in put.items() if not any(other.startswith(path + b"/") for other in put)}
    done, out = proposed(remote, clone, tmp_path, put)
    assert done.returncode == 1, done.stderr
    assert not CANARY.exists()
    lines = done.stdout.splitlines()
    assert len(lines) > 10
    assert all(re.fullmatch(COMMAND, line) for line in lines)
    assert "Không xem trước được" in (out / "tra-loi.md").read_text(encoding="utf-8")
    assert not (out / "site").exists()


@pytest.mark.slow
def test_a_proposal_that_cannot_be_read_is_answered_too(remote, clone, tmp_path):
    done = step(clone, ".ci/proposal", "main", "no-such-revision", str(tmp_path / "out"))
    assert done.returncode == 2
    assert "Máy chưa kiểm tra được" in (tmp_path / "out/tra-loi.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "name", ["", "refs/heads/main", "refs/pull/x/head", "--upload-pack=x", "refs/pull/1/head:refs/heads/main"]
)
def test_only_what_is_proposed_is_fetched(clone, name):
    assert step(clone, ".ci/fetch-proposal", name).returncode != 0
    assert git(clone, "branch", "--list", "--format", "%(refname:short)") == "main"


@pytest.mark.slow
def test_a_site_is_built_where_its_address_is_known(clone, tmp_path):
    assert step(clone, ".ci/site", str(tmp_path / "site"), SITE_URL="").returncode == 2
    done = step(clone, ".ci/site", str(tmp_path / "site"), SITE_URL="https://mau.example/")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site/sitemap.xml").is_file()


@pytest.fixture
def rsync(tmp_path):
    """What writes down how it was called, in the place of rsync."""
    program = tmp_path / "bin/rsync"
    program.parent.mkdir()
    program.write_text(
        f'#!/bin/sh\nprintf "%s\\n" "$*" >>{tmp_path}/calls\n[ -z "$RSYNC_RSH" ] || echo "$RSYNC_RSH" >>{tmp_path}/ssh\n'
    )
    program.chmod(0o755)
    return {"PATH": f"{program.parent}:{os.environ['PATH']}"}


def test_a_site_is_sent_pages_after_what_they_show_and_what_is_gone_last(tmp_path, rsync):
    (tmp_path / "site").mkdir()
    assert step(ROOT, ".ci/send-site", str(tmp_path / "site"), "host:/srv/x", **rsync).returncode == 2, (
        "no site is there"
    )
    (tmp_path / "site/index.html").write_text("x")
    done = step(ROOT, ".ci/send-site", str(tmp_path / "site"), "host:/srv/x", RSYNC_KEY="secret", **rsync)
    assert done.returncode == 0, done.stderr
    first, last = (tmp_path / "calls").read_text().splitlines()
    assert "--exclude=*.html" in first
    assert "--delete" not in first
    assert "--delete-after" in last
    assert "secret" not in done.stdout + done.stderr + first + last
    key = re.search(r"-i (\S+)/key", (tmp_path / "ssh").read_text())[1]
    assert not Path(key).exists(), "the key is gone with the step"
    assert "StrictHostKeyChecking=yes" in (tmp_path / "ssh").read_text()


def jobs():
    for path in WORKFLOWS:
        made = yaml.safe_load(path.read_text(encoding="utf-8"))
        for name, job in made["jobs"].items():
            yield path, made, name, job


def test_no_workflow_gives_a_fork_a_secret_or_a_token():
    for path, made, _, job in jobs():
        assert made["permissions"] == {}, path
        events = made[True]  # YAML takes `on` for a truth
        assert not {"pull_request_target", "workflow_run", "issue_comment"} & set(events)
        if "pull_request" in events:
            assert set(events) == {"pull_request"}
            assert "secrets" not in path.read_text(encoding="utf-8")
            assert job.get("permissions", {"contents": "read"}) == {"contents": "read"}


def test_every_step_is_one_call_and_what_others_wrote_is_pinned():
    for path, _, _, job in jobs():
        for each in job["steps"]:
            if "uses" in each:
                assert re.fullmatch(r"(https://github\.com/)?actions/[a-z-]+@[0-9a-f]{40}", each["uses"]), path
                assert each.get("with", {}).get("persist-credentials", False) is False
                assert "checkout" not in each["uses"] or "persist-credentials" in each["with"]
            else:
                assert "${{" not in each["run"], "an expression within a script is put into it as it is"
                script = each["run"].split()[0]
                assert script in {"make", "git", "cat"} or (ROOT / script).stat().st_mode & 0o111


def test_gitlab_never_checks_a_fork_out():
    made = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    assert made["variables"]["GIT_STRATEGY"] == "none"
    for script in re.findall(r"\.ci/[a-z-]+", (ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8")):
        assert (ROOT / script).is_file()


@pytest.mark.parametrize("program", [PROGRAM])
def test_scripts_of_steps_are_programs(program):
    listed = git(ROOT, "ls-files", "--stage", ".ci").splitlines()
    assert all(line.startswith(program) for line in listed)
