"""Sites to search: ours, and the same models as pages of MkDocs with Material's own search and with Pagefind as it comes."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import yaml
from pagefind.service import get_executable
from showcase.words.text import slug

from bench.as_markdown import with_all_in_text
from bench.catalogue import PROJECT, inventions, write_catalogue
from bench.contestants import ours_with_search
from bench.invention import Invention, without_photos
from bench.meter import measure

MADE = 1366
"""A tenth of what Hà Nội registered in 2023."""


def our_site(folder: Path, catalogue: str) -> Path:
    """Build our own site of a catalogue with the command that operators use."""
    contestant = ours_with_search(folder, 0)
    shutil.rmtree(folder / "models")
    if catalogue == "real":
        shutil.copytree(PROJECT / "models", folder / "models")
    else:
        write_catalogue(folder / "models", MADE, photos=False)
    measure(contestant.command, folder, contestant.environment)
    return folder / "site"


def plain_site(folder: Path, catalogue: str) -> Path:
    """Build the pages of Material with its search in Vietnamese, then let Pagefind index them as they are."""
    pages = folder / "docs" / "mo-hinh"
    pages.mkdir(parents=True)
    for invention in _inventions(catalogue):
        (pages / f"{invention.id}.md").write_text(with_all_in_text(invention), encoding="utf-8")
    (folder / "docs" / "index.md").write_text("# Dân vận khéo\n", encoding="utf-8")
    config = {
        "site_name": "Dân vận khéo",
        "theme": {"name": "material", "language": "vi", "font": False},
        "plugins": [{"search": {"lang": "vi"}}],
        "nav": [{"Trang đầu": "index.md"}],
    }
    (folder / "mkdocs.yml").write_text(json.dumps(config, ensure_ascii=False), encoding="utf-8")
    mkdocs = str(Path(sys.executable).with_name("mkdocs"))
    subprocess.run((mkdocs, "build", "--quiet"), cwd=folder, check=True, capture_output=True)
    subprocess.run((str(get_executable()), "--site", "site"), cwd=folder, check=True, capture_output=True)
    return folder / "site"


def _inventions(catalogue: str) -> Iterable[Invention]:
    if catalogue != "real":
        return (without_photos(invention) for invention in inventions(MADE))
    files = sorted((PROJECT / "models").glob("[!_]*/*/model.yaml"))
    return (_as_invention(file) for file in files)


def _as_invention(file: Path) -> Invention:
    """Take a real model for an invented one, its photos left out; every scalar is the text that was typed."""
    entries = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - the one loader that makes nothing but text
    entries.pop("anh", None)
    story = entries["noi_dung"]
    # The pages of the bench have four sections; what the others tell goes to the last of them.
    others = [story.pop(key) for key in ("han_che", "nhan_rong") if key in story]
    entries["noi_dung"] = (
        story | {"bai_hoc": "\n\n".join([story.get("bai_hoc", ""), *others]).strip()} if others else story
    )
    return Invention(file.parent.name, slug(file.parent.parent.name), entries, (), 0)
