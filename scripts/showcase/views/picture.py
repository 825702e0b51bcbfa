"""A picture on a page: which files of which sizes, so that a browser may choose and nothing shifts while it loads."""

from dataclasses import dataclass

from showcase.reading.form import LICENCES, MOMENTS
from showcase.record.model import Photo
from showcase.record.photo import Rendition, renditions
from showcase.views import address

COVER_WIDTH, COVER_HEIGHT = 1200, 800


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One picture; `webp` and `jpeg` are its sizes, smallest first, both empty where `src` is a drawn cover."""

    src: str
    width: int
    height: int
    alternative: str
    webp: tuple[Rendition, ...] = ()
    jpeg: tuple[Rendition, ...] = ()
    caption: str = ""
    credit: str = ""
    label: str = ""

    @property
    def largest(self) -> str:
        """The address of the largest size."""
        return self.jpeg[-1].path if self.jpeg else self.src


def photo_picture(photo: Photo) -> Picture:
    """The picture of a photo or an illustration of a model."""
    sizes = renditions(photo.facts)
    jpeg = tuple(size for size in sizes if size.format == "jpeg")
    label = "Tranh minh họa" if photo.kind == "minh-hoa" else MOMENTS.get(photo.moment, "")
    maker = "Tranh" if photo.kind == "minh-hoa" else "Ảnh"
    return Picture(
        src=jpeg[-1].path,
        width=jpeg[-1].width,
        height=jpeg[-1].height,
        alternative=photo.alternative,
        webp=tuple(size for size in sizes if size.format == "webp"),
        jpeg=jpeg,
        caption=photo.caption,
        credit=f"{maker}: {photo.author} ({LICENCES[photo.licence]})",
        label=label,
    )


def shared_picture(photo: Photo | None) -> str:
    """The path of the picture that is shown where a link is shared, '' where there is no photo: drawn covers are SVG, which few show."""
    return photo_picture(photo).largest if photo else ""


def cover_picture(model_id: str, photo: Photo | None) -> Picture:
    """The picture of a card: the first photo, or else the cover drawn for the model."""
    if photo:
        return photo_picture(photo)
    return Picture(src=address.cover(model_id), width=COVER_WIDTH, height=COVER_HEIGHT, alternative="")
