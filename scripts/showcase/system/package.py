"""What the package itself brings: the sources of its templates, and the edition of its code."""

import importlib.metadata
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from showcase.words.digest import digest_of

TEMPLATES = Path(str(files("showcase"))) / "templates"
_OTHERS = (
    "fontpkg-be-vietnam-pro",
    "jinja2",
    "markdown-it-py",
    "markupsafe",
    "mdurl",
    "nh3",
    "pillow",
    "pyyaml",
    "rjsmin",
)


@cache
def code_edition() -> str:
    """Give what stands for the package's code and tables, and for the libraries that write pages with it."""
    versions = [(name, importlib.metadata.version(name)) for name in _OTHERS]
    sources = sorted(path for path in TEMPLATES.parent.rglob("*") if path.suffix in {".py", ".tsv"})
    return digest_of(versions, *(part for path in sources for part in (path.name, path.read_bytes())))


def load_templates() -> dict[str, str]:
    """Give the sources of our templates by name, as they lie on the disk: somebody may be working on them."""
    return dict(_below(files("showcase") / "templates", ""))


def _below(folder: Traversable, prefix: str) -> Iterable[tuple[str, str]]:
    for entry in sorted(folder.iterdir(), key=lambda item: item.name):
        if entry.is_dir():
            yield from _below(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith(".html"):
            yield f"{prefix}{entry.name}", entry.read_text(encoding="utf-8")
