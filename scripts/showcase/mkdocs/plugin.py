"""The plugin translates between MkDocs' events and whoever checks models and publishes; it does neither itself.

Models are checked before MkDocs empties the old site; the site is published after MkDocs has made its own pages.
"""

import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Literal

from showcase.mkdocs.checker import need_pyodide
from showcase.mkdocs.errors import HostError, PublishError
from showcase.mkdocs.finishing import finish_site
from showcase.mkdocs.host import FRAME_PATH, Host, read_host
from showcase.mkdocs.package import (
    BasePlugin,
    Config,
    LiveReloadServer,
    MkDocsConfig,
    PluginError,
    config_options,
    get_plugin_logger,
)
from showcase.mkdocs.render import site_facts, theme_folders
from showcase.words.problem import Problem, Severity, count_errors
from showcase.words.safe_line import safe_lines

log = get_plugin_logger(__name__)


@dataclass(frozen=True, slots=True)
class Settings:
    """What is to be built: the project's folder, its models, whether there is a search, and whether MkDocs serves."""

    project: Path
    models: Path
    is_searched: bool
    serves: bool


@dataclass(frozen=True, slots=True)
class Published:
    """How many pages and files a site has, and by path why a page could not be made."""

    pages: int
    files: int
    troubles: Sequence[tuple[str, str]]


class PluginOptions(Config):
    """What mkdocs.yml may say under the plugin's name."""

    models = config_options.Type(str, default="models")
    search = config_options.Type(bool, default=True)


class HostPlugin(BasePlugin[PluginOptions]):
    """Calls `check` and `publish`, which a subclass gives, at the right time."""

    cache: ClassVar[Path]
    """Where what MkDocs made is kept, from the project's folder."""

    def __init__(self) -> None:
        """Begin without a command; MkDocs tells it in `on_startup`."""
        super().__init__()
        self._serves = False
        self._is_checked = False

    def check(self, settings: Settings) -> tuple[Sequence[Problem], bool]:
        """Check the models; give what was found, and whether they are sound: `publish` is about those that last were.

        Raises PublishError.
        """
        raise NotImplementedError

    def publish(self, settings: Settings, site: Path, host: Host) -> Published:
        """Bring the folder `site`, in which the files of MkDocs lie, to what models and host say; raises PublishError."""
        raise NotImplementedError

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002 - MkDocs' signature
        """Remember whether MkDocs serves: its live reload is an inline script, which the strict policy would stop."""
        self._serves = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Keep the worker from pages that are served while they are written: nobody should read them offline.

        An address that bears no path, or a checker without Pyodide, stops MkDocs before it empties anything.
        """
        if self._serves:
            config.extra["offline"] = False
        try:
            if site_facts(config).has_checker:
                need_pyodide(Path(config.config_file_path).parent)
        except HostError as error:
            raise PluginError(str(error)) from error
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Check the models while the old site still stands; an error stops MkDocs before it empties anything.

        A server goes on with the models as they last were sound: MkDocs would leave the browser waiting until they are again.
        """
        try:
            problems, is_sound = self.check(self._settings(config))
        except PublishError as error:
            raise PluginError(str(error)) from error
        goes_on = self._serves and self._is_checked
        for problem in problems:
            # In strict mode, what is logged as an error stops MkDocs.
            (log.error if problem.severity is Severity.ERROR and not goes_on else log.info)(str(problem))
        if is_sound:
            self._is_checked = True
            return
        errors = count_errors(problems)
        if not goes_on:
            message = f"Còn {errors} lỗi trong các mô hình; trang cũ được giữ nguyên."
            raise PluginError(message)
        log.info("Còn %s lỗi trong các mô hình; trang hiện bản trước khi có lỗi.", errors)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Have every page of ours made beside those that MkDocs made."""
        settings, site = self._settings(config), Path(config.site_dir)
        kept = settings.project / self.cache / "mkdocs"
        try:
            finish_site(site, kept, frame=FRAME_PATH, themes=theme_folders(config))
            shutil.rmtree((site / FRAME_PATH).parent)
            published = self.publish(settings, site, read_host(kept, site_facts(config)))
        except (HostError, PublishError) as error:
            raise PluginError(str(error)) from error
        for path, trouble in published.troubles:
            said = safe_lines(f"{path}; ở đó có một lời báo. Đây là lỗi của chương trình:\n{trouble}")
            log.error("Không dựng được %s", said)
        log.info("Đã dựng %s trang, %s tệp.", published.pages, published.files)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:  # noqa: ARG002 - MkDocs' signature
        """Build again when a model or a photo is saved."""
        server.watch(str(self._settings(config).models))
        return server

    def _settings(self, config: MkDocsConfig) -> Settings:
        """Translate the configuration; paths are relative to here where they can be, as editors know them."""
        project = Path(config.config_file_path).parent
        return Settings(
            project=Path(os.path.relpath(project)),
            models=Path(os.path.relpath(project / self.config.models)),
            is_searched=self.config.search,
            serves=self._serves,
        )
