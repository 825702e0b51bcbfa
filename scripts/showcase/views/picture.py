"""A picture on a page: which files of which sizes, so that a browser may choose and nothing shifts while it loads."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from showcase.reading.form import MOMENTS
from showcase.reading.story import picture_file, story_facts
from showcase.record.model import Photo
from showcase.record.photo_file import PhotoFile, credit_of, photo_files
from showcase.views.page import Image


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One picture; `webp` and `jpeg` are its sizes, smallest first.

    One that `is_drawn` has sky above and feet below: where its place is flatter than it is, more of the sky is cut.
    """

    src: str
    width: int
    height: int
    alternative: str
    webp: tuple[PhotoFile, ...]
    jpeg: tuple[PhotoFile, ...]
    caption: str = ""
    credit: str = ""
    label: str = ""
    is_drawn: bool = False

    @property
    def largest(self) -> str:
        """The address of the largest size."""
        return self.jpeg[-1].path


def photo_picture(photo: Photo, owner_id: str) -> Picture:
    """The picture of a photo or an illustration of a model or an event, by whose id its files are named."""
    sizes = photo_files(photo, owner_id)
    jpeg = tuple(size for size in sizes if size.format == "jpeg")
    label = "Tranh minh họa" if photo.kind == "minh-hoa" else MOMENTS.get(photo.moment, "")
    return Picture(
        src=jpeg[-1].path,
        width=jpeg[-1].width,
        height=jpeg[-1].height,
        alternative=photo.alternative,
        webp=tuple(size for size in sizes if size.format == "webp"),
        jpeg=jpeg,
        caption=photo.caption,
        credit=credit_of(photo),
        label=label,
        is_drawn=photo.kind == "minh-hoa",
    )


def beside_stories(photos: Sequence[Photo], texts: Iterable[str]) -> list[Photo]:
    """Give the photos that neither the cover nor a text shows: the gallery repeats none."""
    pictures = (picture for text in texts if "![" in text for picture in story_facts(text).pictures)
    told = {picture_file(picture.target) for picture in pictures}
    return [photo for photo in photos[1:] if photo.file not in told]


def shared_photo(photo: Photo | None, owner_id: str) -> Image | None:
    """The photo itself as the picture that is shown where a link is shared, None where there is no photo."""
    if photo is None:
        return None
    largest = photo_picture(photo, owner_id).jpeg[-1]
    return Image(largest.path, largest.width, largest.height, "image/jpeg", photo.alternative)
