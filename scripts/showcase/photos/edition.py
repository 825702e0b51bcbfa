"""The edition of this folder names all that facts and renditions depend on beside the bytes of a photo."""

import platform
from functools import cache
from pathlib import Path

from PIL import features

from showcase.record import photo
from showcase.words.digest import digest_of

_LIBRARIES = ("pil", "libjpeg_turbo", "webp", "avif", "littlecms2")


@cache
def edition() -> str:
    """Give a line for people and programs: the versions of Pillow and its libraries, the processor's kind, our code's digest."""
    sources = [*sorted(Path(__file__).parent.glob("*.py")), Path(photo.__file__)]
    code = digest_of(*(source.read_bytes() for source in sources))
    libraries = " ".join(f"{name} {features.version(name)}" for name in _LIBRARIES)
    return f"{libraries} {platform.machine()} code {code[:12]}"
