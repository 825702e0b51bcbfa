"""Writes an invented catalogue to the disk as a models folder."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from showcase.system.gazetteer import load_gazetteer

from bench.album import photo
from bench.as_yaml import as_yaml
from bench.invention import Invention, invent, without_photos
from bench.places import Atlas

SEED = 2009
"""The year in which the movement began."""
PROJECT = Path(__file__).resolve().parents[2]
_SHARED = ("_vocabulary", "_reports")


def inventions(count: int, seed: int = SEED) -> Iterator[Invention]:
    """Yield so many models."""
    atlas = Atlas(load_gazetteer())
    return (invent(number, seed, atlas) for number in range(count))


def write_catalogue(folder: Path, count: int, *, photos: bool, seed: int = SEED) -> None:
    """Fill a new folder with models, and with the project's own vocabularies and reports."""
    for name in _SHARED:
        shutil.copytree(PROJECT / "models" / name, folder / name)
    for number, invention in enumerate(inventions(count, seed)):
        kept = invention if photos else without_photos(invention)
        place = folder / kept.folder / kept.id
        place.mkdir(parents=True)
        (place / "model.yaml").write_text(as_yaml(kept.entries), encoding="utf-8")
        for index in range(kept.photos):
            (place / f"anh-{index + 1}.jpg").write_bytes(photo(number, index))
