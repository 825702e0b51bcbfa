"""Each size of each photo; a path tells the content, so what is there is never made again."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from showcase.publish.context import Context
from showcase.publish.facts import catalogue
from showcase.publish.output import Output
from showcase.record.event import Event
from showcase.record.photo_file import PhotoFile, photo_files
from showcase.record.summary import Summary


def outputs(context: Context) -> Iterator[Output]:
    """Yield the files of the photos of models and events on show."""
    for owner, one in owners(context.shared(catalogue).models, context.events()):
        folder = PurePosixPath(one.path).parent
        files: dict[str, tuple[str, PhotoFile]] = {}
        for photo in one.pictures():
            files |= {file.path: (str(folder / photo.file), file) for file in photo_files(photo, one.id)}
        for path, key in files.items():
            yield Output(path, picture, key, is_named_by_content=True, owner=owner)


def owners(models: Iterable[Summary], events: Iterable[Event]) -> Iterator[tuple[str, Summary | Event]]:
    """Yield those that have photos, each with what stands for it as their owner: a model's id, `su-kien:ID` of an event."""
    for model in models:
        if model.photos:
            yield model.id, model
    for event in events:
        if event.photos:
            yield f"su-kien:{event.id}", event


def picture(context: Context, photo: str, file: PhotoFile) -> bytes:
    """Give a file of the photo at a path."""
    return context.photo_file(photo, file)
