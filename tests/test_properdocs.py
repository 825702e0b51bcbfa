"""Where only ProperDocs is installed, which goes on with MkDocs 1, all works and the site is the same."""

import os
import re
import subprocess
from pathlib import Path

import pytest
from project import ROOT, files_of, make_project, run

pytestmark = pytest.mark.properdocs

BIN = ROOT / ".cache/properdocs/bin"
GENERATOR = re.compile(rb'(<meta name="generator" content=")[^"]*')


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    if not (BIN.parent / ".ready").is_file():
        pytest.fail("There is no environment with ProperDocs here. Run: make .cache/properdocs/.ready", pytrace=False)
    return make_project(tmp_path_factory.mktemp("properdocs"))


@pytest.fixture(scope="module")
def by_mkdocs(project):
    """What the site is where MkDocs is installed, as in every other test."""
    done = run("showcase", "build", "--site", "by-mkdocs", cwd=project)
    assert done.returncode == 0, done.stderr
    return nameless(project / "by-mkdocs")


def with_properdocs(*command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a command of the environment that has ProperDocs and no MkDocs."""
    kept = {key: value for key, value in os.environ.items() if key not in {"SITE_URL", "EDIT_BASE", "PYTHONPATH"}}
    environment = kept | {"SOURCE_DATE_EPOCH": "1795305600"}
    program = [str(BIN / command[0]), *command[1:]]
    return subprocess.run(program, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


def nameless(site: Path) -> dict[str, bytes]:
    """Give the files of a site, in which who generated a page is not said."""
    return {path: GENERATOR.sub(rb"\1", data) for path, data in files_of(site).items()}


def test_mkdocs_is_not_there(project):
    done = with_properdocs("python", "-c", "import mkdocs", cwd=project)
    assert "No module named 'mkdocs'" in done.stderr


def test_our_own_command_makes_the_same_site(project, by_mkdocs):
    done = with_properdocs("showcase", "build", "--site", "ours", cwd=project)
    assert done.returncode == 0, done.stderr
    assert nameless(project / "ours") == by_mkdocs


def test_the_command_of_properdocs_makes_the_same_site(project, by_mkdocs):
    done = with_properdocs("properdocs", "build", "-f", "mkdocs.yml", "-d", "theirs", cwd=project)
    assert done.returncode == 0, done.stderr
    assert nameless(project / "theirs") == by_mkdocs
    assert [folder for folder in (project / "theirs").rglob("*") if folder.is_dir() and not any(folder.iterdir())] == []


def test_an_error_stops_properdocs_before_the_old_site_is_emptied(project):
    before = files_of(project / "theirs")
    model = project / "models/son-la/cho-van-minh/model.yaml"
    sound = model.read_text(encoding="utf-8")
    model.write_text(re.sub("linh_vuc: .*", "linh_vuc: quoc-phong", sound), encoding="utf-8")
    done = with_properdocs("properdocs", "build", "-f", "mkdocs.yml", "-d", "theirs", cwd=project)
    model.write_text(sound, encoding="utf-8")
    assert done.returncode != 0
    assert "lỗi [linh_vuc] 'quoc-phong' không phải là lĩnh vực." in done.stderr
    assert "Traceback" not in done.stderr
    assert before
    assert files_of(project / "theirs") == before


def test_a_broken_configuration_is_told(project):
    config = project / "mkdocs.yml"
    sound = config.read_text(encoding="utf-8")
    config.write_text(sound.replace("gioi-thieu.md", "khong-co.md"), encoding="utf-8")
    done = with_properdocs("showcase", "build", "--site", "ours", cwd=project)
    config.write_text(sound, encoding="utf-8")
    assert done.returncode == 2
    assert "khong-co.md" in done.stderr
    assert "Traceback" not in done.stderr
