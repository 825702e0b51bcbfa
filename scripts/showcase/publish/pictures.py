"""Each size of each photo; a path tells the content, so what is there is never made again."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from showcase.publish.context import Context
from showcase.publish.facts import catalogue
from showcase.publish.output import Output
from showcase.record.photo import Rendition, renditions


def outputs(context: Context) -> Iterator[Output]:
    """Yield the pictures of models on show; a photo that several models show is there once."""
    seen: set[str] = set()
    for model in context.shared(catalogue).models:
        if not model.photos:
            continue
        folder = PurePosixPath(model.path).parent
        for photo in model.pictures():
            for rendition in renditions(photo.facts):
                if rendition.path not in seen:
                    seen.add(rendition.path)
                    key = (str(folder / photo.file), rendition)
                    yield Output(rendition.path, _picture, key, is_named_by_content=True, owner=model.id)


def _picture(context: Context, photo: str, rendition: Rendition) -> bytes:
    return context.picture(photo, rendition)
