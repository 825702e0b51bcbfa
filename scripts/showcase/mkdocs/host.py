"""The host is MkDocs with Material: it renders the pages of docs/ and the frame.

What it made is kept and used again while docs/, overrides/, mkdocs.yml, the environment that it names and the installed
packages are the same; MkDocs is then not even loaded.
"""

import hashlib
import importlib.metadata
import os
import pickle
import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from showcase.publish.policy import script_hashes
from showcase.system.reading import file_stamp
from showcase.views.page import SiteFacts
from showcase.words.digest import digest_of

FRAME_PATH = "khung/index.html"
_FRAME_ROOT = ".."
_PACKAGES = ("mkdocs", "mkdocs-material", "markdown", "pymdown-extensions", "jinja2")
# Source maps weigh a megabyte and serve Material's developers; the sitemap knows only the pages of docs/.
_LEFT_OUT = (".map", ".gz", "sitemap.xml")
_HOST_SCRIPTS = "assets/javascripts/"
"""No page of ours loads Material's: overrides/main.html says why."""
_ENVIRONMENT = re.compile(r"!ENV[^\n]*")
_VARIABLE = re.compile(r"[A-Z_][A-Z0-9_]+")
_EDITION = 1


@dataclass(frozen=True, slots=True)
class Host:
    """What MkDocs made: where it lies, the digest of each file by path, the frame, and what the config says."""

    folder: Path
    files: dict[str, str]
    frame: str
    hashes: tuple[str, ...]
    site: SiteFacts

    def file(self, path: str) -> bytes:
        """Give the bytes of a file."""
        return (self.folder / path).read_bytes()


def make_host(config_file: Path, folder: Path) -> Host:
    """Build the pages of docs/ into `folder`, or take what lies there if nothing changed; raises HostError."""
    mark = host_mark(config_file, folder)
    if mark and (kept := _kept(folder, mark)):
        return kept
    from showcase.mkdocs.render import build_host, plan_host  # noqa: PLC0415 - it takes 0.2 s and is seldom needed

    plan = plan_host(config_file, folder / "site")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "sources").write_text("\n".join(str(source) for source in plan.sources), encoding="utf-8")
    mark = host_mark(config_file, folder)  # before anything is read: what changes from now on is not in what we make
    state = _state([config_file, *plan.sources], plan.site)
    if not _is_current(folder, state):
        (folder / "state").unlink(missing_ok=True)
        shutil.rmtree(folder / "site", ignore_errors=True)
        build_host(plan)
        (folder / "state").write_text(state)
    host = read_host(folder / "site", plan.site)
    (folder / "host").write_bytes(pickle.dumps((_EDITION, mark, host)))
    return host


def host_mark(config_file: Path, folder: Path) -> str:
    """Give what changes when MkDocs would make something else, without reading more than the configuration; '' if unknown."""
    try:
        sources = [Path(line) for line in (folder / "sources").read_text(encoding="utf-8").splitlines()]
        text = config_file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
    if "INHERIT" in text:
        return ""
    names = sorted({name for line in _ENVIRONMENT.findall(text) for name in _VARIABLE.findall(line)})
    stamps = [(str(path), file_stamp(path)) for path in _files([config_file, *sources])]
    return digest_of(text, [(name, os.environ.get(name)) for name in names], stamps, _versions())


def _kept(folder: Path, mark: str) -> Host | None:
    try:
        edition, known, host = pickle.loads((folder / "host").read_bytes())  # noqa: S301 - our own file
    except (OSError, ValueError, EOFError, pickle.UnpicklingError, AttributeError, ImportError):
        return None
    is_usable = edition == _EDITION and known == mark and (folder / "site" / FRAME_PATH).is_file()
    return host if is_usable else None


def read_host(folder: Path, site: SiteFacts) -> Host:
    """Read what MkDocs made into `folder`; the frame is taken out, for it is no page of the site."""
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    kept = [
        name
        for name in names
        if name != FRAME_PATH and not name.endswith(_LEFT_OUT) and not name.startswith(_HOST_SCRIPTS)
    ]
    pages = [(folder / name).read_bytes() for name in [*kept, FRAME_PATH] if name.endswith(".html")]
    return Host(
        folder=folder,
        files={name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in kept},
        frame=_with_root(pages[-1].decode()),
        hashes=script_hashes(pages),
        site=site,
    )


def _with_root(frame: str) -> str:
    """Make the way to the root a value of the second stage: the frame lies one level deep, our pages at any."""
    for before, after in (('="', "/"), ('="', '"'), ('":"', "/"), ('":"', '"'), ('": "', "/"), ('": "', '"')):
        frame = frame.replace(f"{before}{_FRAME_ROOT}{after}", f"{before}{{{{ root }}}}{after}")
    return frame


def _state(sources: Iterable[Path], site: SiteFacts) -> str:
    """Digest all that the host's pages depend on."""
    digest = hashlib.sha256(repr((_versions(), site)).encode())
    for path in _files(sources):
        digest.update(f"{path}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _versions() -> list[str]:
    return [importlib.metadata.version(name) for name in _PACKAGES]


def _files(places: Iterable[Path]) -> Iterator[Path]:
    for place in places:
        if place.is_file():
            yield place
        for parent, folders, names in os.walk(place):
            folders.sort()
            yield from (Path(parent) / name for name in sorted(names))


def _is_current(folder: Path, state: str) -> bool:
    kept = folder / "state"
    return kept.is_file() and kept.read_text() == state and (folder / "site" / FRAME_PATH).is_file()
