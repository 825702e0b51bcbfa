"""Who takes part: ours, Hugo, and MkDocs with every model as a page; each a folder, a command and the changes it is given."""

import compileall
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from bench.as_markdown import with_all_in_text, with_front_matter
from bench.catalogue import PROJECT, inventions, write_catalogue
from bench.invention import Invention, without_photos
from bench.machine import hugo

PARTS = Path(__file__).parent
TODAY = "1798700400"
"""31 December 2026, as SOURCE_DATE_EPOCH: after everything that is told."""
_BASE = "Sau lần gặp ấy, việc được chia lại cho gọn: mỗi nhóm một phần, xong phần nào báo phần ấy (lần {time})."


@dataclass(frozen=True)
class Contestant:
    """One way to a site: run `command` in `folder`; `kept` lies there from run to run; a cold run has neither."""

    name: str
    folder: Path
    command: tuple[str, ...]
    site: str
    kept: tuple[str, ...]
    change_model: Callable[[int], None]
    change_label: Callable[[int], None] | None = None
    can_continue: bool = True

    @property
    def environment(self) -> dict[str, str]:
        """What the command finds in its environment besides ours."""
        return {"PYTHONPATH": str(self.folder), "SOURCE_DATE_EPOCH": TODAY, "NO_COLOR": "1"}

    def forget(self) -> None:
        """Make the next run a cold one: put away what there is.

        To delete it now would be felt in the next run: ext4 without a journal steps over inodes that were freed in the
        last minutes, one by one, and a new file then took 1.8 ms here where it takes 0.1.
        """
        away = self.folder / "put-away" / str(time.time_ns())
        away.mkdir(parents=True)
        for name in (self.site, *self.kept):
            if (self.folder / name).exists():
                (self.folder / name).rename(away / name)


def ours(folder: Path, count: int) -> Contestant:
    """Prepare our own tool without its search, which Hugo does not have either."""
    contestant = ours_with_search(folder, count)
    return replace(contestant, name="ours", command=(*contestant.command, "--no-search"))


def ours_with_search(folder: Path, count: int) -> Contestant:
    """Prepare our own tool: a copy of it, so that the checkout may be worked on meanwhile, and a catalogue."""
    for name in ("docs", "overrides"):
        shutil.copytree(PROJECT / name, folder / name)
    shutil.copyfile(PROJECT / "mkdocs.yml", folder / "mkdocs.yml")
    shutil.copytree(PROJECT / "scripts" / "showcase", folder / "showcase", ignore=shutil.ignore_patterns("__pycache__"))
    compileall.compile_dir(folder / "showcase", quiet=1)
    write_catalogue(folder / "models", count, photos=False)
    models = sorted((folder / "models").glob("[!_]*/*/model.yaml"))
    labels = folder / "models" / "_vocabulary" / "linh-vuc.yaml"
    return Contestant(
        name="ours, with search",
        folder=folder,
        command=(_program("showcase"), "build"),
        site="site",
        kept=(".cache",),
        change_model=lambda time: _insert(
            _one_of(models, time), "  cach_lam: |\n", f"    {_BASE.format(time=time)}\n\n"
        ),
        change_label=lambda time: _insert(labels, "  ten: Kinh tế", f" {time}"),
    )


def with_hugo(folder: Path, count: int) -> Contestant:
    """Prepare Hugo: the same texts with front matter, and our plain theme for it."""
    shutil.copytree(PARTS / "hugo", folder, dirs_exist_ok=True)
    (folder / "static").mkdir()
    shutil.copyfile(PROJECT / "docs" / "assets" / "trang.css", folder / "static" / "trang.css")
    pages = _write_pages(folder / "content" / "mo-hinh", count, with_front_matter)
    return Contestant(
        name="hugo",
        folder=folder,
        command=(hugo(), "--noBuildLock", "--destination", "site"),
        site="site",
        kept=("resources",),
        change_model=lambda time: _insert(_one_of(pages, time), "## Cách làm\n\n", f"{_BASE.format(time=time)}\n\n"),
    )


def with_mkdocs(folder: Path, count: int) -> Contestant:
    """Prepare MkDocs with Material as it comes, with its search: the same texts as pages of docs/."""
    return _mkdocs("mkdocs", folder, count)


def with_mkdocs_alone(folder: Path, count: int) -> Contestant:
    """Prepare the same without search, which the other contestants do not have either."""
    contestant = _mkdocs("mkdocs, no search", folder, count)
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("plugins: []\n")
    return contestant


def _mkdocs(name: str, folder: Path, count: int) -> Contestant:
    shutil.copytree(PARTS / "mkdocs", folder, dirs_exist_ok=True)
    pages = _write_pages(folder / "docs" / "mo-hinh", count, with_all_in_text)
    (folder / "docs" / "index.md").write_text(f"# Dân vận khéo\n\n{count} mô hình\n", encoding="utf-8")
    return Contestant(
        name=name,
        folder=folder,
        command=(_program("mkdocs"), "build", "--quiet"),
        site="site",
        kept=(),
        change_model=lambda time: _insert(_one_of(pages, time), "## Cách làm\n\n", f"{_BASE.format(time=time)}\n\n"),
        can_continue=False,
    )


def _write_pages(folder: Path, count: int, write: Callable[[Invention], str]) -> list[Path]:
    folder.mkdir(parents=True)
    for invention in inventions(count):
        (folder / f"{invention.id}.md").write_text(write(without_photos(invention)), encoding="utf-8")
    return sorted(folder.glob("*.md"))


def _program(name: str) -> str:
    """Give a program of the environment that the bench runs in."""
    return os.path.join(os.path.dirname(sys.executable), name)  # noqa: PTH118, PTH120 - a link must not be followed


def _one_of(paths: list[Path], time: int) -> Path:
    """Choose another file each time, far from the last one."""
    return paths[(time * 7919 + 31) % len(paths)]


def _insert(path: Path, after: str, words: str) -> None:
    text = path.read_text(encoding="utf-8")
    before, found, rest = text.partition(after)
    if not found:
        message = f"{path}: {after!r} is not there to be followed by a change"
        raise LookupError(message)
    path.write_text(f"{before}{found}{words}{rest}", encoding="utf-8")


MAKERS: Iterable[Callable[[Path, int], Contestant]] = (
    ours,
    ours_with_search,
    with_hugo,
    with_mkdocs,
    with_mkdocs_alone,
)
