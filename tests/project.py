"""Makes a small project in a folder, as its operator has it, and reads what was built of it; it asserts nothing."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import time

from making import FIELDS, HOST_KINDS, SOUND_REPORT, THEMES, written
from photos import jpeg, scene
from showcase.build.ledger import LEDGER

ROOT = Path(__file__).parent.parent
INGREDIENTS = ("docs", "overrides", "mkdocs.yml")
ASSETS = {f"assets/{path.name}": f"assets/{path.name}" for path in sorted((ROOT / "docs" / "assets").iterdir())}
"""Styles and scripts under their own names, for a host in which MkDocs has no part."""
THE_DAY = "1795305600"
"""22 November 2026 in seconds: the day of these tests, and of `making.TODAY`."""
THIS_DAY = {"SOURCE_DATE_EPOCH": str(int(time()))}
"""The day of a command that reads the real catalogue, which may be younger than the day of the tests."""

TITLES = {
    "cho-van-minh": "Chợ văn minh ở phường Hoàn Kiếm",
    "duong-hoa": "Đường hoa của hội phụ nữ",
    "to-tu-quan": "Tổ tự quản ở bản Lướt",
}


def make_project(folder: Path, *, photo: bool = True) -> Path:
    """Make mkdocs.yml, docs/, overrides/ and three small models; gives `folder`.

    One of them has a photo, unless told otherwise: a photo takes half a second, and has tests of its own.
    """
    for name in INGREDIENTS:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    for name, title in TITLES.items():
        write_model(folder, name, f"tieu_de: {title}\n")
    if photo:
        add_photo(folder, "duong-hoa")
    for name, text in (("linh-vuc", FIELDS), ("chu-de", THEMES), ("don-vi", HOST_KINDS)):
        put(folder / f"models/_vocabulary/{name}.yaml", text)
    put(folder / "models/_reports/ha-noi-2023.yaml", SOUND_REPORT)
    return folder


def write_model(folder: Path, name: str, snippet: str = "") -> Path:
    """Write a model that is sound but for the snippet."""
    return put(folder / f"models/son-la/{name}/model.yaml", written(snippet))


def add_photo(folder: Path, name: str, *, width: int = 400) -> None:
    """Give a model a photo as its cover; another width is another photo."""
    model = folder / f"models/son-la/{name}"
    (model / "anh.jpg").write_bytes(jpeg(scene(width, 300)))
    text = (model / "model.yaml").read_text(encoding="utf-8")
    if "\nanh:" not in text:
        rows = "tep: anh.jpg", "mo_ta: Con đường làng rợp hoa.", "tac_gia: Ban biên tập", "giay_phep: cua-du-an"
        block = "anh:\n  - " + "\n    ".join((*rows, "nguoi: khong")) + "\n"
        put(model / "model.yaml", text + block)


def put(path: Path, text: str) -> Path:
    """Write a file with its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def change(path: Path, was: str, now: str) -> None:
    """Put other words in the place of some that must be there."""
    text = path.read_text(encoding="utf-8")
    assert was in text, f"{path} has no {was!r}"
    put(path, text.replace(was, now))


def files_of(site: Path) -> dict[str, bytes]:
    """Give the bytes of every file of a site by path, without the ledger, which is no part of what readers get."""
    found = sorted(path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in found if path.name != LEDGER}


def run(*command: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the project's own environment, `showcase` or `mkdocs`, on the day of the tests."""
    program = str(Path(sys.executable).with_name(command[0]))
    return subprocess.run(
        [program, *command[1:]], cwd=cwd, env=_environment() | environment, capture_output=True, text=True, check=False
    )


@contextmanager
def started(*command: str, cwd: Path, output: Path, **environment: str) -> Iterator[subprocess.Popen[bytes]]:
    """Start a command that does not end by itself, in a group of its own, with what it says in a file; stopped in the end."""
    program = str(Path(sys.executable).with_name(command[0]))
    with output.open("wb") as said:
        process = subprocess.Popen(
            [program, *command[1:]],
            cwd=cwd,
            env=_environment() | environment,
            stdout=said,
            stderr=said,
            start_new_session=True,
        )
        try:
            yield process
        finally:
            process.kill()
            process.wait()


def _environment() -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if key not in {"SITE_URL", "EDIT_BASE"}}
    # Material tells of its own end in red; that is for its users, not for ours.
    return kept | {"SOURCE_DATE_EPOCH": THE_DAY, "NO_MKDOCS_2_WARNING": "1"}
