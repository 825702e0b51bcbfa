"""Pyodide, which is Python for the browser, comes from npm: `make checker` puts the version that is pinned into the project's cache."""

import json
from pathlib import Path
from typing import Any

__all__ = ["LOCK", "PACKAGE", "PARTS", "lacks_pyodide", "lock_of", "pyodide_of", "version_of"]

PACKAGE, LOCK = "package.json", "pyodide-lock.json"
PARTS = {
    "pyodide.js": "pyodide.mjs",
    "pyodide.asm.js": "pyodide.asm.js",
    "pyodide.asm.wasm": "pyodide.asm.wasm",
    "python_stdlib.zip": "python_stdlib.zip",
}
"""The files that are shipped, by name, and as the package calls them: many a host takes `.mjs` for no script."""


def pyodide_of(project: Path) -> Path:
    """Give the folder of the package in a project."""
    return project / ".cache/pyodide/node_modules/pyodide"


def lacks_pyodide(project: Path) -> bool:
    """Tell whether a part of it is missing."""
    folder = pyodide_of(project)
    return not all((folder / name).is_file() for name in (PACKAGE, LOCK, *PARTS.values()))


def version_of(project: Path) -> str:
    """Give its version, which stands for all its files: npm never gives out other ones under it. Raises OSError."""
    return str(_read(project, PACKAGE)["version"])


def lock_of(project: Path) -> bytes:
    """Give the list of what else it could fetch, without any of it: the checker brings its libraries along. Raises OSError."""
    return json.dumps({"info": _read(project, LOCK)["info"], "packages": {}}).encode()


def _read(project: Path, name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((pyodide_of(project) / name).read_text(encoding="utf-8"))
    return data
