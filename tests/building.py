"""Builds small sites in a few hundredths of a second, ends builds at any moment, and looks what is broken; it asserts nothing."""

import os
import re
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from library import MadeHost
from making import TODAY
from project import INGREDIENTS, files_of
from showcase.build import build as building
from showcase.build import inputs as made_inputs
from showcase.build.ledger import JOURNAL, LEDGER
from showcase.build.options import Built, Options, Published
from showcase.mkdocs.host import Host, host_mark, make_host
from showcase.photos import store
from showcase.publish import steering_pages
from showcase.publish.output import Outputs
from showcase.system.kept import write_kept
from showcase.views.page import SiteFacts
from showcase.words.digest import digest_of

FRAME = "<!doctype html><html lang=vi>{% block head %}{% endblock %}{% block main %}{% endblock %}</html>"
OPTIONS = Options(Path("models"), Path("site"), Path("mkdocs.yml"), Path("cache"), is_searched=False)

SHARED = ("anh", "mau")
"""What is not made anew for a clean build: photos and compiled templates, which are named by all that they are made of."""

_STEERING = "dieu-hanh"
_OF_DOCS = ("huong-dan", "gioi-thieu", "so-sanh", "da-luu", "ngoai-mang")
_LINK = re.compile(r'href="((?:\.{1,2}/|/|[a-z])[^"#?:]*/|\.{1,2})["#?]')
_ASSET = re.compile(r'(?:src|href)="([^"#?:]+\.\w+)"|(?<=["\s])([^"\s,]+\.(?:webp|jpg)) \d+w')


def without_mkdocs(monkeypatch) -> None:
    """Have a frame of one line in the place of all that MkDocs makes; it has no part in what these tests are about.

    Nor have the processes in which photos are decoded: they are decoded here.
    """
    monkeypatch.setattr(building, "make_host", lambda _config, _folder: MadeHost(frame=FRAME))
    monkeypatch.setattr(
        store, "run_jobs", lambda work, jobs, _: ((job, work(job.read(), job.renditions)) for job in jobs)
    )


def without_steering(monkeypatch) -> None:
    """Leave out the pages of those who steer, two thirds of all files of a small site: of each province some, however few the models."""
    few = tuple(family for family in building.FAMILIES if family is not steering_pages.outputs)
    monkeypatch.setattr(building, "FAMILIES", few)


def with_templates(monkeypatch, templates: Callable[[], dict[str, str]]) -> None:
    """Have others in the place of our templates: a build looks whether they are those of before, and then fills them."""
    monkeypatch.setattr(building, "load_templates", templates)
    monkeypatch.setattr(made_inputs, "load_templates", templates)


def plain_host(config: Path, _folder: Path) -> MadeHost:
    """Make of docs/ and the settings at once what takes MkDocs a second: each page as its text, all else as it lies."""
    docs = config.parent / "docs"
    files = {path.relative_to(docs): path.read_bytes() for path in sorted(docs.rglob("*")) if path.is_file()}
    made = {_address(path): data + b"</html>" if path.suffix == ".md" else data for path, data in files.items()}
    name = re.search("(?m)^site_name: (.*)$", config.read_text(encoding="utf-8"))[1]
    digests = {path: digest_of(data) for path, data in made.items()}
    return MadeHost(digests, f"<!-- {name} -->{FRAME}", site=SiteFacts(name=name, description="Thử."), made=made)


def _address(path: Path) -> str:
    if path.suffix != ".md":
        return path.as_posix()
    return (path if path.name == "index.md" else path.with_suffix("") / "index").with_suffix(".html").as_posix()


def share(cache: Path, shared: Path) -> None:
    """Have a cache find photos and compiled templates in a folder that others have too."""
    cache.mkdir(parents=True)
    for name in SHARED:
        (shared / name).mkdir(exist_ok=True)
        (cache / name).symlink_to(shared / name)


class Hosts:
    """What MkDocs made in a session, by all that it was made of."""

    def __init__(self, folder: Path) -> None:
        """Take a folder for it."""
        self._folder, self._made = folder, {}

    def make(self, config: Path, folder: Path) -> Host:
        """Have MkDocs build the project in which we stand; or give what it made of the very same bytes."""
        sources = [path for name in INGREDIENTS for path in (Path(name), *sorted(Path(name).rglob("*")))]
        bytes_of = [part for path in sources if path.is_file() for part in (str(path), path.read_bytes())]
        digest = digest_of([os.environ.get(name) for name in ("SITE_URL", "EDIT_BASE")], *bytes_of)
        # Looked at from outside, to tell whether there is anything to do, are the sources here.
        write_kept(folder / "sources", "\n".join(str(Path(name).resolve()) for name in ("docs", "overrides")).encode())
        mark = host_mark(config, folder)
        if digest not in self._made:
            self._made[digest] = make_host(config, self._folder / digest)
        return replace(self._made[digest], mark=mark)


def build(options: Options = OPTIONS, today: date = TODAY, families: tuple[Outputs, ...] = ()) -> Built:
    """Build the project in which we stand; without families, what a build makes."""
    return building.build_site(
        options, today, progress=lambda _done, _in_all: None, families=families or building.FAMILIES
    )


def published(options: Options = OPTIONS, today: date = TODAY) -> Published:
    """Build a project that is sound; ValueError tells what is wrong with another."""
    built = build(options, today)
    if built.published is None:
        raise ValueError("\n".join(map(str, built.problems)))
    return built.published


def clean(options: Options = OPTIONS, today: date = TODAY) -> dict[str, bytes]:
    """Give the files of a site that is built into an empty folder, with nothing known of before but photos and templates."""
    cache, site = Path("clean-cache"), Path("clean-site")
    for folder in (cache, site):
        shutil.rmtree(folder, ignore_errors=True)
    cache.mkdir()
    for name in SHARED:
        if (options.cache / name).is_dir():
            (cache / name).symlink_to((options.cache / name).resolve())
    published(Options(options.models, site, options.config, cache, is_searched=options.is_searched), today)
    return files_of(site)


def identities(site: Path = OPTIONS.site) -> dict[str, tuple[int, int]]:
    """Give by path what changes when a file is written, be it with the same bytes."""
    stats = {path: path.stat() for path in site.rglob("*") if path.is_file() and path.name not in (LEDGER, JOURNAL)}
    return {path.relative_to(site).as_posix(): (stat.st_ino, stat.st_mtime_ns) for path, stat in stats.items()}


# --- What is broken ------------------------------------------------------------------------------------------------


def broken(site: Path = OPTIONS.site) -> list[str]:
    """Tell what a reader would find broken: half a page, a picture that is not there, a link that leads nowhere."""
    pages = {page: page.read_text(encoding="utf-8") for page in site.rglob("*.html")}
    without_docs = not (site / "gioi-thieu").exists()
    without_steering_pages = not (site / _STEERING).exists()
    found = []
    for page, text in pages.items():
        named = page.relative_to(site)
        if not text.rstrip().endswith("</html>"):
            found.append(f"{named}: half a page")
        for match in _ASSET.finditer(text):
            wanted = match[1] or match[2]
            place = _place(site, page, wanted)
            if not place.is_file() and not (without_docs and place.parent.name == "assets"):
                found.append(f"{named}: shows {wanted}")
        for wanted in dict.fromkeys(_LINK.findall(text)):
            place = _place(site, page, wanted)
            is_left_out = (without_docs and {place.name, place.parent.name} & {*_OF_DOCS}) or (
                without_steering_pages and _STEERING in (place.name, place.parent.name)
            )
            if not ((place / "index.html").is_file() or is_left_out):
                found.append(f"{named}: leads to {wanted}")
    return found


def _place(site: Path, page: Path, wanted: str) -> Path:
    return site / wanted.lstrip("/") if wanted.startswith("/") else page.parent / wanted


def left_over(site: Path = OPTIONS.site) -> list[str]:
    """Tell what a killed build left: hidden files but for the ledger, and folders of nothing."""
    hidden = [path.name for path in site.rglob(".*") if path.name != LEDGER]
    return hidden + [path.as_posix() for path in site.rglob("*") if path.is_dir() and not any(path.iterdir())]


# --- Builds that are killed ----------------------------------------------------------------------------------------


class KilledError(BaseException):
    """The process is no more: nothing catches this, and nothing that is done after it reaches the disk."""


class _Killer:
    """Counts what is done to the disk below a folder, and ends it all before a certain deed; a hook of Python cannot be taken away."""

    remaining: int | None = None
    """Deeds that are still let pass; None where nobody counts."""
    done = 0
    folder = ""

    def watch(self, event: str, arguments: tuple[object, ...]) -> None:
        if self.remaining is None:
            return
        if event == "open":
            is_deed = isinstance(flags := arguments[2], int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
        else:
            is_deed = event in _DEEDS
        if is_deed and isinstance(path := arguments[0], str | os.PathLike) and self._is_below(os.fspath(path)):
            self.count()

    def count(self) -> None:
        if self.remaining is None:
            return
        if self.remaining <= 0:
            raise KilledError
        self.remaining -= 1
        self.done += 1

    def _is_below(self, path: str) -> bool:
        return os.path.abspath(path).startswith(self.folder)  # noqa: PTH100 - a Path here would ask for audit events of its own


_DEEDS = {
    "os.rename",
    "os.remove",
    "os.mkdir",
    "os.rmdir",
    "os.utime",
    "os.truncate",
    "os.link",
    "os.symlink",
    "shutil.rmtree",
}
_killer = _Killer()
sys.addaudithook(_killer.watch)


class _Connection(sqlite3.Connection):
    """A database whose transactions are deeds too: who is killed before one ends has none of it."""

    def __exit__(self, *why: object) -> bool:
        try:
            _killer.count()
        except KilledError:
            self.rollback()
            raise
        return super().__exit__(*why)


@contextmanager
def killed_before(deed: int | None) -> Iterator[_Killer]:
    """Let a build do so much to the disk and no more; `done` of what is given tells how much it did. None kills nothing."""
    connect = sqlite3.connect
    sqlite3.connect = lambda *given, **more: connect(*given, **{"factory": _Connection, **more})
    _killer.remaining, _killer.done, _killer.folder = 10**9 if deed is None else deed, 0, f"{Path.cwd().resolve()}/"
    try:
        yield _killer
    except KilledError:
        pass
    finally:
        sqlite3.connect = connect
        _killer.remaining = None
