"""Building reads like a table of contents: check, host, outputs, publish."""

from datetime import date
from pathlib import Path

from showcase.publish.site import all_outputs
from showcase.record.catalogue import Catalogue
from showcase.record.model import Model, Photo
from showcase.record.photo import PhotoFacts, PhotoFault
from showcase.record.photo_advice import explain
from showcase.site.checking import Checked, check_models
from showcase.site.engine import Progress, Published, publish
from showcase.site.host import make_host
from showcase.site.photos import PhotoStore
from showcase.site.workbench import Workbench


class PhotoTroubleError(Exception):
    """A photo that was sound when it was checked could not be developed; nothing was published."""

    def __init__(self, path: Path, fault: PhotoFault) -> None:
        """Take the photo's file and what went wrong with it."""
        super().__init__(f"{path}: {explain(PhotoFacts(path.name, fault=fault))}")


def build_site(
    models: Path, site: Path, config: Path, cache: Path, today: date, *, progress: Progress
) -> tuple[Checked, Published | None]:
    """Check `models` and bring `site` to what they say; where there is an error, `site` stays as it is.

    Raises HostError, ForeignFolderError, PhotoTroubleError and OSError.
    """
    photos = PhotoStore(cache / "anh")
    checked = check_models(models, today, photos.inspect)
    if checked.catalogue is None:
        return checked, None
    host = make_host(config, cache / "host")
    return checked, publish_catalogue(checked.catalogue, site, Workbench(host, photos), progress)


def publish_catalogue(
    catalogue: Catalogue, site: Path, workbench: Workbench, progress: Progress, *, fresh: bool = False
) -> Published:
    """Develop the photos that are new, then publish the catalogue with what the host made."""
    host = workbench.host
    photos = ((_file_of(model, photo), photo.facts) for model in catalogue.models for photo in model.photos)
    for path, fault in workbench.photos.develop(photos):
        if fault:
            raise PhotoTroubleError(path, fault)
    outputs = all_outputs(catalogue, host.site, host.files, host.hashes, workbench.edition)
    return publish(outputs, site, workbench, progress, fresh=fresh)


def _file_of(model: Model, photo: Photo) -> Path:
    return Path(model.path).parent / photo.file
