"""Renditions alone: our photo store against the plainest loop over Pillow that makes the same; to be started as a program.

Ours looks at each file first (header, digest, a trial decoding in a worker with limits), as it must with what strangers
send; the loop trusts everybody.
"""

import io
import sys
from pathlib import Path
from typing import Any

from PIL import Image, ImageOps
from showcase.photos.store import PhotoStore
from showcase.record.photo import PhotoFacts, renditions

from bench.album import USUAL, photo

PHOTOS = 24
_SETTINGS: dict[str, dict[str, Any]] = {
    "webp": {"quality": 70, "method": 4},
    "jpeg": {"quality": 75, "subsampling": "4:2:0", "optimize": True, "progressive": True},
}
"""Those for photos in `showcase/photos/resizing.py`."""


def write_photos(folder: Path) -> None:
    """Lay out photos of the usual size, no two alike."""
    folder.mkdir(parents=True)
    for number in range(PHOTOS):
        (folder / f"{number:03d}.jpg").write_bytes(photo(number, 0, USUAL))


def ours(photos: list[Path], out: Path) -> int:
    """Inspect photos and make their renditions as a build does; gives the number of renditions."""
    store = PhotoStore(out)
    facts = store.inspect(photos)
    if faults := store.make_renditions(zip(photos, facts, strict=True)):
        raise ValueError(faults)
    return sum(len(renditions(one)) for one in facts)


def plain(photos: list[Path], out: Path) -> int:
    """Open each photo, turn it upright, resize and save it, one after the other; gives the number of renditions."""
    out.mkdir()
    made = 0
    for path in photos:
        with Image.open(path) as opened:
            picture = ImageOps.exif_transpose(opened).convert("RGB")
        facts = PhotoFacts(path.name, digest=path.stem, format="jpeg", width=picture.width, height=picture.height)
        for wanted in renditions(facts):
            resized = picture.resize((wanted.width, wanted.height), Image.Resampling.LANCZOS)
            buffer = io.BytesIO()
            resized.save(buffer, wanted.format.upper(), **_SETTINGS[wanted.format])
            (out / f"{path.stem}-{wanted.width}.{wanted.format}").write_bytes(buffer.getvalue())
            made += 1
    return made


if __name__ == "__main__":
    _, who, source, target = sys.argv
    files = sorted(Path(source).glob("*.jpg"))
    sys.stdout.write(str({"ours": ours, "plain": plain}[who](files, Path(target))))
