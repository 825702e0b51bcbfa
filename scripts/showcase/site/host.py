"""The host is MkDocs with Material: it renders the pages of docs/ and the frame; nothing else here calls it.

A build of the host is kept and used again while docs/, overrides/, mkdocs.yml and the installed packages are the same.
"""

import hashlib
import importlib.metadata
import logging
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from showcase.publish.policy import script_hashes
from showcase.views.page import SiteFacts

FRAME_PATH = "khung/index.html"
_FRAME_ROOT = ".."
_PLUGIN = "showcase"
# Source maps weigh a megabyte and serve Material's developers; the sitemap knows only the pages of docs/.
_LEFT_OUT = (".map", ".gz", "sitemap.xml")


class HostError(Exception):
    """MkDocs could not build the pages of docs/; the message is for the operator."""


@dataclass(frozen=True, slots=True)
class Host:
    """What MkDocs made: where it lies, the digest of each file by path, the frame, and what the config says."""

    folder: Path
    files: dict[str, str]
    frame: str
    hashes: tuple[str, ...]
    site: SiteFacts


def make_host(config_file: Path, folder: Path) -> Host:
    """Build the pages of docs/ into `folder`, or take what lies there if nothing changed; raises HostError."""
    warnings: list[str] = []
    if os.environ.get("SOURCE_DATE_EPOCH") == "":
        # An empty one means none, as everywhere; MkDocs would take it for a number and die.
        del os.environ["SOURCE_DATE_EPOCH"]
    try:
        config = load_config(str(config_file), plugins=_other_plugins(config_file), site_dir=str(folder / "site"))
        state = _state(config, config_file)
        if not _is_current(folder, state):
            shutil.rmtree(folder, ignore_errors=True)
            with _listening(warnings):
                mkdocs_build(config)
            (folder / "state").write_text(state)
    except MkDocsException as error:
        raise HostError("\n".join([str(error), *warnings])) from error
    return read_host(folder / "site", site_facts(config))


def read_host(folder: Path, site: SiteFacts) -> Host:
    """Read what MkDocs made into `folder`; the frame is taken out, for it is no page of the site."""
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    kept = [name for name in names if name != FRAME_PATH and not name.endswith(_LEFT_OUT)]
    pages = [(folder / name).read_bytes() for name in [*kept, FRAME_PATH] if name.endswith(".html")]
    return Host(
        folder=folder,
        files={name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in kept},
        frame=_with_root(pages[-1].decode()),
        hashes=script_hashes(pages),
        site=site,
    )


def site_facts(config: MkDocsConfig) -> SiteFacts:
    """Take what the site says of itself from MkDocs' configuration."""
    return SiteFacts(
        name=config.site_name,
        description=config.site_description or "",
        url=config.site_url or "",
        edit_base=config.extra.get("edit_base") or "",
    )


def _with_root(frame: str) -> str:
    """Make the way to the root a value of the second stage: the frame lies one level deep, our pages at any."""
    for before, after in (('="', "/"), ('="', '"'), ('":"', "/"), ('":"', '"'), ('": "', "/"), ('": "', '"')):
        frame = frame.replace(f"{before}{_FRAME_ROOT}{after}", f"{before}{{{{ root }}}}{after}")
    return frame


def _other_plugins(config_file: Path) -> list[object]:
    """Give the plugins of the configuration without our own door, through which we would call ourselves."""
    with config_file.open("rb") as source:
        listed = yaml_load(source, get_yaml_loader(config=MkDocsConfig())).get("plugins") or []
    if isinstance(listed, dict):
        return [{name: settings} for name, settings in listed.items() if name != _PLUGIN]
    return [plugin for plugin in listed if plugin != _PLUGIN and not (isinstance(plugin, dict) and _PLUGIN in plugin)]


def _state(config: MkDocsConfig, config_file: Path) -> str:
    """Digest all that the host's pages depend on."""
    digest = hashlib.sha256()
    packages = ("mkdocs", "mkdocs-material", "markdown", "pymdown-extensions", "jinja2")
    digest.update(repr([importlib.metadata.version(name) for name in packages]).encode())
    digest.update(repr((config.site_url, config.extra.get("edit_base"))).encode())
    overrides = [Path(folder) for folder in config.theme.dirs if "site-packages" not in folder]
    for path in [config_file, *_files(Path(config.docs_dir)), *(p for folder in overrides for p in _files(folder))]:
        digest.update(f"{path}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders.sort()
        yield from (Path(parent) / name for name in sorted(names))


def _is_current(folder: Path, state: str) -> bool:
    kept = folder / "state"
    return kept.is_file() and kept.read_text() == state and (folder / "site" / FRAME_PATH).is_file()


@contextmanager
def _listening(warnings: list[str]) -> Iterator[None]:
    """Keep MkDocs' talk of its progress from the operator, who did not start it, and collect what it warns of."""
    logger = logging.getLogger("mkdocs")
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: warnings.append(record.getMessage())  # type: ignore[method-assign] # a handler of one line
    level = logger.level
    logger.setLevel(logging.WARNING)
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.setLevel(level)
        logger.removeHandler(handler)
