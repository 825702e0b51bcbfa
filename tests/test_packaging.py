"""The wheel has all that an installed `showcase` needs, and says its licence and that it has types."""

import re
import subprocess
import sys
import tomllib
from email import message_from_bytes
from zipfile import ZipFile

import pytest
from project import ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The files of the wheel by path, made by the pinned build backend without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], cwd=ROOT, check=True)
    (made,) = folder.iterdir()
    with ZipFile(made) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_every_file_of_the_package_is_in_the_wheel(wheel):
    package = ROOT / "scripts/showcase"
    sources = {path.relative_to(package.parent).as_posix() for path in package.rglob("*") if path.is_file()}
    assert {name for name in sources if "__pycache__" not in name} == {
        name for name in wheel if ".dist-info/" not in name
    }


def test_type_checkers_are_told_that_it_has_types(wheel):
    assert "showcase/py.typed" in wheel


def test_the_licence_travels_with_the_code(wheel):
    (metadata,) = (data for name, data in wheel.items() if name.endswith("/METADATA"))
    (licence,) = (data for name, data in wheel.items() if name.endswith("/licenses/LICENSE"))
    assert message_from_bytes(metadata)["License-Expression"] == "MIT"
    assert licence == (ROOT / "LICENSE").read_bytes()


@pytest.mark.parametrize("pins", ["site", "properdocs"])
def test_what_we_need_is_pinned_wherever_we_are_installed(pins):
    """One line in pyproject.toml asks for two lists: where only one is made anew, the other install lacks a package."""
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    pinned = set(
        re.findall(r"^([\w.-]+)==", (ROOT / f"requirements/{pins}.txt").read_text(encoding="utf-8"), re.MULTILINE)
    )
    needed = {re.match(r"[\w.-]+", line)[0].lower() for line in asked} - ({"mkdocs"} if pins == "properdocs" else set())
    assert needed <= pinned
