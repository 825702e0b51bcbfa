"""Keeps drawn pictures from build to build, by what stands on them and by the edition of what draws: none is drawn twice."""

import os
import platform
import time
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from PIL import features

from showcase.drawing.share_picture import draw
from showcase.photos.store import PhotoStore
from showcase.system.kept import read_kept, write_kept
from showcase.views.share_picture import SharePicture, Shown
from showcase.words.digest import digest_of

_LIBRARIES = ("pil", "freetype2", "libjpeg_turbo", "webp", "zlib")
_FACES = "fontpkg-be-vietnam-pro"
_KEPT = 30 * 24 * 60 * 60
"""Seconds: what was not asked for in so long is removed."""


@dataclass(frozen=True, slots=True)
class DrawingStore:
    """The files in `folder`, which need not exist; what cannot be read or kept there is drawn again."""

    folder: Path
    photos: PhotoStore

    def share_picture(self, picture: SharePicture, photo: str) -> bytes:
        """Give a picture; raises PhotoRefusedError where the photo on it is no longer what it was."""
        file = self.folder / digest_of(picture, _edition())
        kept = read_kept(file)
        if kept is not None:
            with suppress(OSError):
                os.utime(file)
            return kept
        left = picture.left
        data = draw(picture, self.photos.rendition(photo, left.rendition) if isinstance(left, Shown) else b"")
        with suppress(OSError):
            write_kept(file, data)
        return data

    def remove_unused(self) -> None:
        """Remove what nobody asked for in a month: that is for those who go to and fro between versions of the catalogue."""
        oldest = time.time() - _KEPT
        for file in self.folder.glob("*"):
            with suppress(OSError):
                if file.stat().st_mtime < oldest:
                    file.unlink()


@cache
def _edition() -> str:
    """Give what stands for all that a picture depends on besides what stands on it."""
    code = (source.read_bytes() for source in sorted(Path(__file__).parent.glob("*.py")))
    libraries = [(name, features.version(name)) for name in _LIBRARIES]
    return digest_of(libraries, version(_FACES), platform.machine(), *code)
