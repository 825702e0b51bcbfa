"""MkDocs builds the pages of docs/ and the frame; nothing else here calls it, or waits for it to be loaded."""

import logging
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from jinja2 import TemplateError
from pathspec import GitIgnoreSpec
from yaml import YAMLError

from showcase.mkdocs.address import need_edit_base, need_first_url, need_site_url
from showcase.mkdocs.checker import is_shipped
from showcase.mkdocs.contributions import need_contributions
from showcase.mkdocs.errors import HostError
from showcase.mkdocs.loudspeaker import need_loudspeaker
from showcase.mkdocs.package import NAME, MkDocsConfig, MkDocsException, build, get_yaml_loader, load_config, yaml_load
from showcase.system.reading import entries_below
from showcase.views import data_kinds, embed_address, feed_address, share_picture
from showcase.views.page import SiteFacts

_PLUGIN = "showcase"
_SPECIAL = re.compile(r"[\\*?\[\]!# ]")
_BEHIND_A_BACKSLASH = r"\\\g<0>"


@dataclass(frozen=True, slots=True)
class HostPlan:
    """What MkDocs is to build, of which folders besides the configuration, and the folders of installed themes."""

    config: MkDocsConfig
    sources: tuple[Path, ...]
    themes: tuple[Path, ...]
    site: SiteFacts


def plan_host(config_file: Path, folder: Path) -> HostPlan:
    """Read the configuration for a build into `folder`; raises HostError."""
    if os.environ.get("SOURCE_DATE_EPOCH") == "":
        # An empty one means none, as everywhere; MkDocs would take it for a number and die.
        del os.environ["SOURCE_DATE_EPOCH"]
    try:
        config = load_config(str(config_file), plugins=_other_plugins(config_file), site_dir=str(folder.resolve()))
    except (MkDocsException, YAMLError, UnicodeDecodeError, AttributeError) as error:
        message = f"{config_file.name}: {error}"
        raise HostError(message) from error
    _leave_out(config)
    themes = theme_folders(config)
    overrides = [place for place in map(Path, config.theme.dirs) if place not in themes]
    return HostPlan(config, (Path(config.docs_dir), *overrides), themes, site_facts(config))


def _leave_out(config: MkDocsConfig) -> None:
    """Keep MkDocs from what is no regular file of docs/, or has no name that a link could say; the check tells of them."""
    docs = Path(config.docs_dir)
    odd = [path.relative_to(docs).as_posix() for path, is_sound in entries_below(docs) if not is_sound]
    if odd:
        excluded = config.exclude_docs.patterns if config.exclude_docs else []
        lines = [f"/{_SPECIAL.sub(_BEHIND_A_BACKSLASH, name)}" for name in odd]
        config.exclude_docs = GitIgnoreSpec([*excluded, *GitIgnoreSpec.from_lines(lines).patterns])


def build_host(plan: HostPlan, folder: Path) -> None:
    """Have MkDocs build into the folder of the plan; raises HostError, and OSError with a path."""
    warnings: list[str] = []
    try:
        with _listening(warnings):
            build(plan.config)
    except MkDocsException as error:
        raise HostError("\n".join([str(error), *warnings])) from error
    except TemplateError as error:
        message = f"{getattr(error, 'filename', None) or 'overrides'}: {error}"
        raise HostError(message) from error
    except OSError as error:
        error.filename = error.filename or str(folder)
        raise


def theme_folders(config: MkDocsConfig) -> tuple[Path, ...]:
    """Give the folders of the themes that are installed, without the project's own overrides."""
    return tuple(Path(place) for place in config.theme.dirs if "site-packages" in place)


def site_facts(config: MkDocsConfig) -> SiteFacts:
    """Take what the site says of itself from MkDocs' configuration."""
    need_site_url(config.site_url or "")
    return SiteFacts(
        name=config.site_name,
        description=config.site_description or "",
        url=config.site_url or "",
        edit_base=need_edit_base(config.extra.get("edit_base") or ""),
        picture=config.extra.get("picture") or "",
        share_pictures=_kinds(config, "share_pictures", share_picture.KINDS),
        feeds=_kinds(config, "feeds", feed_address.KINDS),
        data=_kinds(config, "open_data", data_kinds.KINDS),
        embeds=_kinds(config, "embeds", embed_address.KINDS),
        first_url=need_first_url(config.extra.get("first_url") or ""),
        is_mapped=bool(config.extra.get("sitemap", True)),
        has_press=bool(config.extra.get("press", True)),
        is_kept=bool(config.extra.get("saved_copies", True)),
        loudspeaker=need_loudspeaker(config.extra.get("loudspeaker", {})),
        has_checker=is_shipped(config.extra.get("checker", False)),
        contributions=need_contributions(config.extra.get("contributions")),
    )


def _kinds(config: MkDocsConfig, setting: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """Read for which kinds of pages something is made, all where nothing is said; raises HostError where that is no list of them."""
    listed: object = config.extra.get(setting, known)
    kinds = tuple(listed) if isinstance(listed, list | tuple) else (listed,) if listed else ()
    for kind in kinds:
        if kind not in known:
            message = f"mkdocs.yml, {setting}: không có loại trang {kind!r}; chỉ có {', '.join(known)}."
            raise HostError(message)
    return kinds


def _other_plugins(config_file: Path) -> list[object]:
    """Give the plugins of the configuration without our own door, through which we would call ourselves."""
    with config_file.open("rb") as source:
        listed = yaml_load(source, get_yaml_loader(config=MkDocsConfig())).get("plugins") or []
    if isinstance(listed, dict):
        return [{name: settings} for name, settings in listed.items() if name != _PLUGIN]
    return [plugin for plugin in listed if plugin != _PLUGIN and not (isinstance(plugin, dict) and _PLUGIN in plugin)]


@contextmanager
def _listening(warnings: list[str]) -> Iterator[None]:
    """Keep MkDocs' talk of its progress from the operator, who did not start it, and collect what it warns of."""
    logger = logging.getLogger(NAME)
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
