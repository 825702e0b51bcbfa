"""Each size of each photo; a path tells the content, so what is there is never made again."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from showcase.publish.context import Context
from showcase.publish.facts import catalogue
from showcase.publish.output import Output
from showcase.record.photo_file import PhotoFile, photo_files


def outputs(context: Context) -> Iterator[Output]:
    """Yield the files of the photos of models on show."""
    for model in context.shared(catalogue).models:
        if not model.photos:
            continue
        folder = PurePosixPath(model.path).parent
        files: dict[str, tuple[str, PhotoFile]] = {}
        for photo in model.pictures():
            files |= {file.path: (str(folder / photo.file), file) for file in photo_files(photo, model.id)}
        for path, key in files.items():
            yield Output(path, picture, key, is_named_by_content=True, owner=model.id)


def picture(context: Context, photo: str, file: PhotoFile) -> bytes:
    """Give a file of the photo at a path."""
    return context.photo_file(photo, file)
