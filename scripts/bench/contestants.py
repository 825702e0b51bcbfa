"""Who takes part: ours, Hugo, and MkDocs with every model as a page; each a folder, a command and the changes that it knows."""

import compileall
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import yaml

from bench.as_markdown import with_all_in_text, with_front_matter, with_two_lists
from bench.as_yaml import as_yaml
from bench.catalogue import PROJECT, inventions, write_catalogue
from bench.invention import Invention, without_photos
from bench.machine import hugo

COLD, NOTHING = "cold", "nothing changed"
SENTENCE, TITLE, LABEL = "one sentence changed", "one title changed", "one label changed"

PARTS = Path(__file__).parent
TODAY = "1798700400"
"""31 December 2026, as SOURCE_DATE_EPOCH: after everything that is told."""
_SENTENCE = "Sau lần gặp ấy, việc được chia lại cho gọn: mỗi nhóm một phần, xong phần nào báo phần ấy (lần {time})."


@dataclass(frozen=True)
class Contestant:
    """One way to a site: run `command` in `folder`; `kept` lies there from run to run; a cold run has neither.

    `changes` are told the number of the round, so that each is another. Who knows of none starts afresh each time.
    """

    name: str
    folder: Path
    command: tuple[str, ...]
    site: str
    kept: tuple[str, ...]
    changes: Mapping[str, Callable[[int], None]] = field(default_factory=dict)

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
        changes={
            SENTENCE: lambda time: add_sentence(one_of(models, time), time),
            TITLE: lambda time: add_to_title(one_of(models, time), time),
            LABEL: lambda time: _insert(labels, "  ten: Kinh tế", f" {time}"),
        },
    )


def with_hugo(folder: Path, count: int) -> Contestant:
    """Prepare Hugo: the same texts with front matter, and a plain theme with as many lists as ours."""
    (folder / "static").mkdir()
    shutil.copyfile(PROJECT / "docs" / "assets" / "trang.css", folder / "static" / "trang.css")
    return _hugo("hugo", folder, count, PARTS / "hugo", with_front_matter)


def with_bare_hugo(folder: Path, count: int) -> Contestant:
    """Prepare Hugo with the same texts and the least theme for them: a page each, paged lists by field and by province."""
    return _hugo("bare hugo", folder, count, PARTS / "hugo_bare", with_two_lists)


def _hugo(name: str, folder: Path, count: int, theme: Path, write: Callable[[Invention], str]) -> Contestant:
    shutil.copytree(theme, folder, dirs_exist_ok=True)
    pages = _write_pages(folder / "content" / "mo-hinh", count, write)
    return Contestant(
        name=name,
        folder=folder,
        command=(hugo(), "--noBuildLock", "--destination", "site"),
        site="site",
        kept=("resources",),
        changes={
            SENTENCE: lambda time: _insert(one_of(pages, time), "## Cách làm\n\n", f"{sentence(time)}\n\n"),
        },
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
    _write_pages(folder / "docs" / "mo-hinh", count, with_all_in_text)
    (folder / "docs" / "index.md").write_text(f"# Dân vận khéo\n\n{count} mô hình\n", encoding="utf-8")
    return Contestant(
        name=name,
        folder=folder,
        command=(_program("mkdocs"), "build", "--quiet"),
        site="site",
        kept=(),
    )


def _write_pages(folder: Path, count: int, write: Callable[[Invention], str]) -> list[Path]:
    folder.mkdir(parents=True)
    for invention in inventions(count):
        (folder / f"{invention.id}.md").write_text(write(without_photos(invention)), encoding="utf-8")
    return sorted(folder.glob("*.md"))


def _program(name: str) -> str:
    """Give a program of the environment that the bench runs in."""
    return os.path.join(os.path.dirname(sys.executable), name)  # noqa: PTH118, PTH120 - a link must not be followed


def one_of(paths: list[Path], time: int) -> Path:
    """Choose another file each time, far from the last one."""
    return paths[(time * 7919 + 31) % len(paths)]


def sentence(time: int) -> str:
    """Give a sentence that no story has yet."""
    return _SENTENCE.format(time=time)


def add_sentence(path: Path, time: int) -> None:
    """Change the story of one of our models."""
    _insert(path, "  cach_lam: |\n", f"    {sentence(time)}\n\n")


def add_to_title(path: Path, time: int) -> None:
    """Change the title of one of our models, in quotation marks or not: it is the first entry, on a line of its own."""
    first, _, rest = path.read_text(encoding="utf-8").partition("\n")
    title = yaml.load(first, Loader=yaml.BaseLoader)["tieu_de"]  # noqa: S506 - the one loader that makes nothing but text
    path.write_text(as_yaml({"tieu_de": f"{title}, lần {time}"}) + rest, encoding="utf-8")


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
    with_bare_hugo,
    with_mkdocs,
    with_mkdocs_alone,
)
