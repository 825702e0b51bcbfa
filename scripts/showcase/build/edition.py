"""The edition of the code: what is made by other code, ours or others', is something else."""

import importlib.metadata
from functools import cache
from importlib.resources import files
from pathlib import Path

from showcase.words.fingerprint import fingerprint

_PACKAGE = Path(str(files("showcase")))
_OTHERS = ("jinja2", "markdown-it-py", "markupsafe", "nh3", "pagefind-bin", "pyyaml")


@cache
def code_edition() -> str:
    """Give the fingerprint of the package's code and tables, and of the libraries that write pages with it."""
    versions = [(name, importlib.metadata.version(name)) for name in _OTHERS]
    return fingerprint(versions, _digest(_PACKAGE, {".py", ".tsv"}))


def template_edition() -> str:
    """Give the fingerprint of the templates as they lie on the disk; somebody may be working on them."""
    return _digest(_PACKAGE / "templates", {".html", ".jinja"})


def _digest(folder: Path, endings: set[str]) -> str:
    sources = sorted(path for path in folder.rglob("*") if path.suffix in endings)
    return fingerprint(*(part for path in sources for part in (path.name, path.read_bytes())))
