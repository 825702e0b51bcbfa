"""The plugin that `mkdocs.yml` names: `mkdocs build`, `mkdocs serve` and their like of ProperDocs give the whole site."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from logging import getLogger
from pathlib import Path

from showcase.build.build import fill_hosts_site
from showcase.build.errors import PhotoError
from showcase.build.options import Options
from showcase.checking.check import Checked
from showcase.checking.whole import check_folder
from showcase.cli.messages import KILLED, WAITING, refusal
from showcase.cli.options import CACHE, without_cache
from showcase.cli.today import today
from showcase.mkdocs.errors import PublishError
from showcase.mkdocs.host import Host
from showcase.mkdocs.plugin import HostPlugin, Published, Settings
from showcase.system.cache import usable
from showcase.system.lock import lock
from showcase.system.pool import KilledError
from showcase.words.problem import Problem

_log = getLogger("mkdocs.plugins.showcase")


class ShowcasePlugin(HostPlugin):
    """Has the build check the models and make the site."""

    cache = CACHE

    def __init__(self) -> None:
        """Begin without models."""
        super().__init__()
        self._sound: Checked | None = None

    def check(self, settings: Settings) -> tuple[Sequence[Problem], bool]:
        """Check the models, and remember them where they are sound."""
        with _translated(), _cache(settings) as cache:
            checked = check_folder(settings.models, cache, today(), settings.project)
        if not checked.errors:
            self._sound = checked
        return checked.problems, not checked.errors

    def publish(self, settings: Settings, site: Path, host: Host) -> Published:
        """Make every page of the models that were last sound."""
        if self._sound is None:
            return Published(0, 0, ())
        # The site is in a folder of its own, but what is remembered of it lies where that of others does.
        with _translated(), _cache(settings) as cache, lock(cache, tell=_tell_of_waiting):
            options = Options(settings.models, site, settings.project / "mkdocs.yml", cache, settings.is_searched)
            done = fill_hosts_site(self._sound, host, options, today(), is_lenient=settings.serves)
        return Published(done.pages, done.files, done.troubles)


def _tell_of_waiting() -> None:
    _log.info(WAITING)


@contextmanager
def _translated() -> Iterator[None]:
    """Say in a sentence what kept the build from its end."""
    try:
        yield
    except PhotoError as error:
        message = f"Không làm được ảnh {error}"
        raise PublishError(message) from error
    except OSError as error:
        raise PublishError(refusal(error)) from error
    except KilledError as error:
        raise PublishError(KILLED) from error


@contextmanager
def _cache(settings: Settings) -> Iterator[Path]:
    place = settings.project / CACHE
    with usable(place, lambda why: _log.warning(without_cache(place, why))) as folder:
        yield folder
