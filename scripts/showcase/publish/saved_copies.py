"""“Lưu bài này”: of each model on show one file that holds all that it shows; where the site has an address, for it leads nowhere else."""

from base64 import b64encode
from collections.abc import Iterator
from pathlib import PurePosixPath

from showcase.publish.context import Context
from showcase.publish.facts import catalogue, on_show, relatives
from showcase.publish.output import Output
from showcase.record.photo_file import PhotoFile
from showcase.views import address
from showcase.views.model_page import linked_ids
from showcase.views.saved_copy import WIDTHS, KeptPicture, SavedCopy, Told, kept_files, kept_picture, saved_copy


def outputs(context: Context) -> Iterator[Output]:
    """Yield the copies; none where the editors want none. What a model shows no more goes with the next build."""
    site = context.settings.site
    if site.is_kept and site.url:
        for model in context.shared(catalogue).models:
            yield Output(address.saved(model.id), _copy, (model.id,), is_indexed=False)


def _copy(context: Context, model_id: str) -> bytes:
    return context.render("saved_copy.html", copy_at(context, model_id))


def copy_at(context: Context, model_id: str, most: int | None = None) -> SavedCopy:
    """Give what stands in the copy of a model on show, with smaller pictures where they would be more than `most` bytes."""
    model = context.model(model_id)
    folder = PurePosixPath(model.path).parent
    pictures: dict[str, KeptPicture] = {}
    for width in WIDTHS if most else WIDTHS[:1]:
        pictures = {
            photo.file: kept_picture(photo, file, _within(context, str(folder / photo.file), file))
            for photo, file in kept_files(model, width)
        }
        if most is None or sum(len(picture.data) for picture in pictures.values()) <= most:
            break
    linked = {key: target for key in linked_ids(model) if (target := context.fact(on_show, key))}
    told = Told(pictures, linked, context.fact(relatives, model_id).copied)
    return saved_copy(model, told, context.reference, context.settings.site)


def _within(context: Context, photo: str, file: PhotoFile) -> str:
    """Write a picture as an address that holds it."""
    return f"data:image/{file.format};base64,{b64encode(context.photo_file(photo, file)).decode()}"
