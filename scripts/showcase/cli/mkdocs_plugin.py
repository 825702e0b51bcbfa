"""The plugin that `mkdocs.yml` names: `mkdocs build`, `mkdocs serve` and their like of ProperDocs give the whole site."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from showcase.build.checking import Checked
from showcase.build.order import Manner
from showcase.build.renewing import check_folder, publish_catalogue
from showcase.build.searching import ready_index
from showcase.build.storeroom import Storeroom
from showcase.build.trouble import PagefindError, PhotoTroubleError
from showcase.build.workbench import Workbench
from showcase.build.workforce import Workforce
from showcase.cli.options import CACHE
from showcase.cli.today import today
from showcase.mkdocs.errors import PublishError
from showcase.mkdocs.host import Host
from showcase.mkdocs.plugin import HostPlugin, Published, Settings
from showcase.photos.store import PhotoStore
from showcase.record.catalogue import Catalogue
from showcase.words.problem import Problem


class ShowcasePlugin(HostPlugin):
    """Has the engine check the models and make the site."""

    cache = CACHE

    def __init__(self) -> None:
        """Begin without models."""
        super().__init__()
        self._sound: tuple[Checked, Catalogue] | None = None

    def check(self, settings: Settings) -> tuple[Sequence[Problem], bool]:
        """Check the models, and remember them where they are sound."""
        checked = check_folder(settings.models, settings.project / CACHE, today(), settings.project)
        if checked.catalogue is not None:
            self._sound = checked, checked.catalogue
        return checked.problems, checked.catalogue is not None

    def publish(self, settings: Settings, site: Path, host: Host) -> Published:
        """Make every page of the models that were last sound."""
        if self._sound is None:
            return Published(0, 0, ())
        checked, catalogue = self._sound
        cache = settings.project / CACHE
        storeroom, photos = Storeroom(cache / "mo-hinh"), PhotoStore(cache / "anh")
        with _translated(), Workforce() as workforce:
            index = None
            if settings.is_searched:
                index = ready_index(catalogue, checked.abbreviations, storeroom, cache / "tim", workforce)
            workbench = Workbench(host, photos, storeroom, catalogue.vocabularies, index, lenient=settings.serves)
            done = publish_catalogue(catalogue, site, workbench, _say_nothing, workforce=workforce, manner=Manner.FRESH)
        return Published(done.pages, done.files, done.troubles)


@contextmanager
def _translated() -> Iterator[None]:
    """Say in a sentence what kept the engine from its end."""
    try:
        yield
    except PhotoTroubleError as error:
        message = f"Không làm được ảnh {error}"
        raise PublishError(message) from error
    except PagefindError as error:
        message = f"Không làm được phần tìm kiếm: {error}"
        raise PublishError(message) from error


def _say_nothing(_done: int, _in_all: int) -> None:
    """MkDocs shows no progress."""
