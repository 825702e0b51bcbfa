"""The host is MkDocs with Material: it renders the pages of docs/ and the frame.

What it made is kept and used again while docs/, overrides/, mkdocs.yml, the environment that it names, our code and
templates, and the installed packages are the same; MkDocs is then not even loaded.
"""

import hashlib
import importlib.metadata
import os
import pickle
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from showcase.mkdocs.content_names import names_among
from showcase.publish.policy import script_hashes
from showcase.system.package import TEMPLATES, code_edition
from showcase.system.reading import file_stamp
from showcase.views.page import SiteFacts
from showcase.words.digest import digest_of

FRAME_PATH = "khung/index.html"
"""The page of docs/ that every page of ours fills; it is no page of the site."""
_FRAME_ROOT = ".."
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
    (folder / "host").unlink(missing_ok=True)  # who is killed from here on leaves files of which nothing is said
    from showcase.mkdocs.finishing import finish_site  # noqa: PLC0415 - both take 0.2 s and are seldom needed
    from showcase.mkdocs.render import build_host, plan_host  # noqa: PLC0415

    raw = folder / "mkdocs"
    plan = plan_host(config_file, raw)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "sources").write_text("\n".join(str(source) for source in plan.sources), encoding="utf-8")
    mark = host_mark(config_file, folder)  # before anything is read: what changes from now on is not in what we make
    state = _state([config_file, *plan.sources], plan.site)
    if not _is_current(folder, state):
        (folder / "state").unlink(missing_ok=True)
        shutil.rmtree(raw, ignore_errors=True)
        build_host(plan)
        (folder / "state").write_text(state)
    finish_site(raw, folder / "site", frame=FRAME_PATH, themes=plan.themes)
    host = replace(read_host(folder / "site", plan.site), mark=mark)
    (folder / "host").write_bytes(pickle.dumps(host))
    return host


def host_mark(config_file: Path, folder: Path) -> str:
    """Give what changes when the host would be another, without reading more than the configuration; '' if unknown."""
    try:
        sources = [Path(line) for line in (folder / "sources").read_text(encoding="utf-8").splitlines()]
        text = config_file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
    if "INHERIT" in text:
        return ""
    names = sorted({name for line in _ENVIRONMENT.findall(text) for name in _VARIABLE.findall(line)})
    stamps = [(str(path), file_stamp(path)) for path in _files([config_file, *sources, TEMPLATES])]
    return digest_of(code_edition(), text, [(name, os.environ.get(name)) for name in names], stamps, _versions())


def _kept(folder: Path, mark: str) -> Host | None:
    try:
        host = pickle.loads((folder / "host").read_bytes())  # noqa: S301 - our own file
    except (OSError, ValueError, EOFError, pickle.UnpicklingError, AttributeError, ImportError, TypeError):
        return None
    is_usable = isinstance(host, Host) and host.mark == mark and (folder / "site" / FRAME_PATH).is_file()
    return host if is_usable else None


def read_host(folder: Path, site: SiteFacts) -> Host:
    """Read what was made of MkDocs' pages and lies in `folder`; the frame is taken out, for it is no page of the site."""
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    kept = [name for name in names if name != FRAME_PATH]
    pages = [(folder / name).read_bytes() for name in [*kept, FRAME_PATH] if name.endswith(".html")]
    return Host(
        folder=folder,
        files={name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in kept},
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
    for place in places:
        if place.is_file():
            yield place
        for parent, folders, names in os.walk(place):
            folders[:] = sorted(name for name in folders if name != "__pycache__")
            yield from (Path(parent) / name for name in sorted(names))


def _is_current(folder: Path, state: str) -> bool:
    kept = folder / "state"
    return kept.is_file() and kept.read_text() == state and (folder / "mkdocs" / FRAME_PATH).is_file()
