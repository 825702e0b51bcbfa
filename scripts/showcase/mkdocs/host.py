"""The host is MkDocs with Material: it renders the pages of docs/ and the frame.

What it made is kept and used again while docs/, overrides/, mkdocs.yml, the environment that it names, our code and
templates, and the installed packages are the same; MkDocs is then not even loaded.
"""

import hashlib
import importlib.metadata
import os
import pickle
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from showcase.browser.pyodide import PACKAGE, pyodide_of
from showcase.mkdocs.content_names import names_among
from showcase.mkdocs.errors import HostError
from showcase.publish.policy import script_hashes
from showcase.system.kept import clear, emptied, read_kept, write_kept
from showcase.system.package import TEMPLATES, code_edition
from showcase.system.reading import entries_below, file_stamp, read_regular
from showcase.views.page import SiteFacts
from showcase.words.digest import digest_of

FRAME_PATH = "khung/index.html"
"""The page of docs/ that every page of ours fills; it is no page of the site."""
DOCS = "docs"
"""Where a project has its pages, as MkDocs takes it where its settings say nothing else."""
_FRAME_ROOT = ".."
_MOST = 1 << 40
_TEXTS = {".css", ".html", ".js", ".md"}
_PACKAGES = ("mkdocs", "properdocs", "mkdocs-material", "markdown", "pymdown-extensions", "jinja2", "tinycss2")
_ENVIRONMENT = re.compile(r"!ENV[^\n]*")
_VARIABLE = re.compile(r"[A-Z_][A-Z0-9_]+")


@dataclass(frozen=True, slots=True)
class Host:
    """What MkDocs made: where it lies, the digest of each file by path, the frame, and what the config says.

    `assets` gives for styles and scripts of docs/, by path, the path that says their content too (content_names.py). `mark`
    stands for all that it was made of, where that is known.
    """

    folder: Path
    files: dict[str, str]
    frame: str
    hashes: tuple[str, ...]
    site: SiteFacts
    assets: dict[str, str]
    mark: str = ""

    def file(self, path: str) -> bytes:
        """Give the bytes of a file."""
        return (self.folder / path).read_bytes()


def make_host(config_file: Path, folder: Path) -> Host:
    """Build the pages of docs/ into `folder`, or take what lies there if nothing changed; raises HostError."""
    mark = host_mark(config_file, folder)
    if mark and (kept := _kept(folder, mark)):
        return kept
    clear(folder / "host")  # who is killed from here on leaves files of which nothing is said
    from showcase.mkdocs.finishing import finish_site  # noqa: PLC0415 - both take 0.2 s and are seldom needed
    from showcase.mkdocs.render import build_host, plan_host  # noqa: PLC0415

    raw = folder / "mkdocs"
    plan = plan_host(config_file, raw)
    write_kept(folder / "sources", "\n".join(str(source) for source in plan.sources).encode(errors="surrogateescape"))
    mark = host_mark(config_file, folder)  # before anything is read: what changes from now on is not in what we make
    state = _state([config_file, *plan.sources], plan.site).encode()
    try:
        if read_kept(folder / "state") != state + _digest_of_files(raw):
            clear(folder / "state")
            build_host(plan, emptied(raw))
            write_kept(folder / "state", state + _digest_of_files(raw))
        finish_site(raw, folder / "site", frame=FRAME_PATH, themes=plan.themes)
    except UnicodeDecodeError as error:
        raise HostError(_no_text(plan.sources)) from error
    host = replace(read_host(folder / "site", plan.site), mark=mark)
    write_kept(folder / "host", pickle.dumps(host), code_edition())
    return host


def host_mark(config_file: Path, folder: Path) -> str:
    """Give what changes when the host would be another, without reading more than the configuration; '' if unknown."""
    try:
        text = config_file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
    kept = read_kept(folder / "sources")
    if kept is None or "INHERIT" in text:
        return ""
    sources = [Path(line) for line in kept.decode(errors="surrogateescape").split("\n")]
    names = sorted({name for line in _ENVIRONMENT.findall(text) for name in _VARIABLE.findall(line)})
    stamps = [
        (str(path), file_stamp(path))
        for path in _files([config_file, *sources, TEMPLATES, pyodide_of(config_file.parent) / PACKAGE])
    ]
    return digest_of(code_edition(), text, [(name, os.environ.get(name)) for name in names], stamps, _versions())


def _kept(folder: Path, mark: str) -> Host | None:
    """Give the host that lies in a folder, where it is of this mark and all its files are what they were: 5 ms."""
    kept = read_kept(folder / "host", code_edition())
    host: Host | None = pickle.loads(kept) if kept else None  # noqa: S301 - our own file, of our own edition
    if host is None or host.mark != mark:
        return None
    host = replace(host, folder=folder / "site")
    try:
        is_whole = all(_digest(host.folder / name) == digest for name, digest in host.files.items())
    except OSError:
        return None
    return host if is_whole else None


def read_host(folder: Path, site: SiteFacts) -> Host:
    """Read what was made of MkDocs' pages and lies in `folder`; the frame is taken out, for it is no page of the site."""
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    kept = [name for name in names if name != FRAME_PATH]
    pages = [(folder / name).read_bytes() for name in [*kept, FRAME_PATH] if name.endswith(".html")]
    return Host(
        folder=folder,
        files={name: _digest(folder / name) for name in kept},
        frame=_with_root(pages[-1].decode()),
        hashes=script_hashes(pages),
        site=site,
        assets=names_among(kept),
    )


def _with_root(frame: str) -> str:
    """Make the way to the root a value of the second stage: the frame lies one level deep, our pages at any."""
    for before, after in (('="', "/"), ('="', '"'), ('":"', "/"), ('":"', '"'), ('": "', "/"), ('": "', '"')):
        frame = frame.replace(f"{before}{_FRAME_ROOT}{after}", f"{before}{{{{ root }}}}{after}")
    return frame


def _state(sources: Iterable[Path], site: SiteFacts) -> str:
    """Digest all that MkDocs' pages depend on."""
    digest = hashlib.sha256(repr((_versions(), site)).encode())
    for path in _files(sources):
        digest.update(f"{path}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _versions() -> list[tuple[str, str]]:
    """Give name and version of the packages that are installed; of MkDocs and ProperDocs one may be missing."""
    found = []
    for name in _PACKAGES:
        with suppress(importlib.metadata.PackageNotFoundError):
            found.append((name, importlib.metadata.version(name)))
    return found


def _files(places: Iterable[Path]) -> Iterator[Path]:
    """Yield the files of which MkDocs makes something: none behind a link, which may lead out of the project."""
    for place in places:
        if place.is_file():
            yield place
        yield from (path for path, is_sound in entries_below(place) if is_sound and "__pycache__" not in path.parts)


def _no_text(sources: Iterable[Path]) -> str:
    """Say which pages, styles or scripts are not written in UTF-8."""
    found = []
    for path in _files(sources):
        try:
            if path.suffix in _TEXTS:
                path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            found.append(path.name)
    return f"{', '.join(found)} không phải là chữ theo UTF-8. Hãy lưu lại bằng UTF-8."


def _digest_of_files(folder: Path) -> bytes:
    """Give what stands for all that MkDocs wrote into a folder."""
    return digest_of([(str(path), _digest(path)) for path in _files([folder])]).encode()


def _digest(file: Path) -> str:
    return hashlib.sha256(read_regular(str(file), _MOST)).hexdigest()
