"""The cache is whatever is kept between builds; where nothing can be written to it, one for this time alone takes its place."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory

from showcase.system.kept import clear

_FOLDERS = ("anh", "chia-se", "host", "mau", "mkdocs", "tim", "xem-truoc")


@contextmanager
def usable(cache: Path, tell: Callable[[OSError], None]) -> Iterator[Path]:
    """Give the folder, with nothing but folders in the places of ours; or a temporary one, and `tell` why. Raises OSError."""
    refusal = _refusal(cache)
    if refusal is None:
        yield cache
        return
    tell(refusal)
    with TemporaryDirectory(prefix="showcase-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def _refusal(cache: Path) -> OSError | None:
    try:
        cache.mkdir(parents=True, exist_ok=True)
        for folder in (cache, *(cache / name for name in _FOLDERS)):
            if not folder.is_dir():
                clear(folder)
                continue
            with NamedTemporaryFile(dir=folder, prefix=".", suffix=".tmp") as file:
                file.write(b"?")
    except OSError as refusal:
        return refusal
    return None
