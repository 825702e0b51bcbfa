"""MkDocs' door: `mkdocs build` and `mkdocs serve` give the whole site; it translates, and leaves the work to the engine.

The models are checked before MkDocs empties the old site; the pages are made after MkDocs has made its own.
"""

import os
import shutil
from pathlib import Path
from typing import Literal

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger

from showcase.build.build import check_folder, fill_hosts_site
from showcase.build.check import Checked
from showcase.build.errors import PhotoError
from showcase.build.options import Options
from showcase.cli.options import CACHE
from showcase.cli.today import today
from showcase.mkdocs.host import FRAME_PATH, read_host
from showcase.mkdocs.render import site_facts
from showcase.search.index import PagefindError
from showcase.words.problem import Severity

log = get_plugin_logger(__name__)


class ShowcaseOptions(Config):
    """What mkdocs.yml may say under the plugin's name."""

    models = config_options.Type(str, default="models")
    search = config_options.Type(bool, default=True)


class ShowcasePlugin(BasePlugin[ShowcaseOptions]):
    """Runs the engine after the host."""

    def __init__(self) -> None:
        """Begin without a command; MkDocs tells it in `on_startup`."""
        super().__init__()
        self._serves = False
        self._checked: Checked | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002 - MkDocs' signature
        """Remember whether we serve: the live reload is an inline script, which the strict policy would stop."""
        self._serves = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Keep the worker from pages that are served while they are written: nobody should read them offline."""
        if self._serves:
            config.extra["offline"] = False
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Check the models while the old site still stands; an error stops MkDocs before it empties anything.

        A server goes on with the models as they last were sound: MkDocs would leave the browser waiting until they are again.
        """
        project = Path(os.path.relpath(Path(config.config_file_path).parent))
        checked = check_folder(self._models(config), _cache(config), today(), project)
        goes_on = self._serves and self._checked is not None
        for problem in checked.problems:
            # In strict mode, what is logged as an error stops MkDocs.
            (log.error if problem.severity is Severity.ERROR and not goes_on else log.info)(str(problem))
        if not checked.errors:
            self._checked = checked
        elif goes_on:
            log.info("Còn %s lỗi trong các mô hình; trang hiện bản trước khi có lỗi.", checked.errors)
        else:
            message = f"Còn {checked.errors} lỗi trong các mô hình; trang cũ được giữ nguyên."
            raise PluginError(message)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Make every page of ours beside those that MkDocs made."""
        if self._checked is None:
            return
        site = Path(config.site_dir)
        kept = _cache(config) / "mkdocs"
        shutil.rmtree(kept, ignore_errors=True)
        # MkDocs neither makes nor removes hidden files; those that are there are the ledger of an earlier build, or others'.
        shutil.copytree(site, kept, ignore=shutil.ignore_patterns(".*"))
        (site / FRAME_PATH).unlink()
        host = read_host(kept, site_facts(config))
        options = Options(
            models=self._models(config),
            site=site,
            config=Path(config.config_file_path),
            cache=_cache(config),
            is_searched=self.config.search,
        )
        try:
            done = fill_hosts_site(self._checked, host, options, today(), is_lenient=self._serves)
        except PhotoError as error:
            message = f"Không làm được ảnh {error}"
            raise PluginError(message) from error
        except PagefindError as error:
            message = f"Không làm được phần tìm kiếm: {error}"
            raise PluginError(message) from error
        for path, trouble in done.troubles:
            log.error("Không dựng được %s; ở đó có một lời báo. Đây là lỗi của chương trình:\n%s", path, trouble)
        log.info("Đã dựng %s trang, %s tệp.", done.pages, done.files)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:  # noqa: ARG002 - MkDocs' signature
        """Build again when a model or a photo is saved."""
        server.watch(str(self._models(config)))
        return server

    def _models(self, config: MkDocsConfig) -> Path:
        """Give the models folder, relative to here where it can be, as editors know it."""
        folder = Path(config.config_file_path).parent / self.config.models
        return Path(os.path.relpath(folder))


def _cache(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent / CACHE
