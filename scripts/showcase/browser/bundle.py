"""The bundle is one ZIP of all that the checker imports: our modules with their tables, PyYAML without its C, markdown-it and mdurl.

Python imports from it as it lies. It is made of what is installed, and the same installation gives the same bytes.
"""

import ast
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

__all__ = ["bundle"]

_ENTRY = "showcase.browser.checking"
_TABLES = "showcase.record"
_LIBRARIES = ("markdown_it", "mdurl", "yaml")
_LEFT_OUT = ("markdown_it/cli/", "yaml/cyaml.py")
_OURS_IN_ITS_PLACE = {"yaml/cyaml.py": "showcase.browser.libyaml"}
_EPOCH = (1980, 1, 1, 0, 0, 0)
_LEVEL, _UNIX = 9, 3


@cache
def bundle() -> bytes:
    """Give the ZIP; half a second."""
    parts = dict(_parts())
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        for path in sorted(parts):
            entry = ZipInfo(path, _EPOCH)
            entry.create_system = _UNIX
            archive.writestr(entry, parts[path], ZIP_DEFLATED, _LEVEL)
    return made.getvalue()


def _parts() -> Iterator[tuple[str, bytes]]:
    """Yield all that is in it, by path."""
    done: set[str] = set()
    waiting = [_ENTRY]
    while waiting:
        name = waiting.pop()
        if name not in done and (found := _source(name)):
            done.add(name)
            yield found
            waiting += _imported(found[1])
            waiting.append(name.rpartition(".")[0] or "showcase")
    for table in (files(_TABLES) / "data").iterdir():
        if table.name.endswith(".tsv"):
            yield f"{_TABLES.replace('.', '/')}/data/{table.name}", table.read_bytes()
    for library in _LIBRARIES:
        for path, data in _modules(files(library), f"{library}/"):
            if not path.startswith(_LEFT_OUT):
                yield path, data
    for path, name in _OURS_IN_ITS_PLACE.items():
        if found := _source(name):
            yield path, found[1]


def _source(name: str) -> tuple[str, bytes] | None:
    """Give path and source of a module of ours, None where there is none of that name."""
    for ending in ("/__init__.py", ".py"):
        path = f"{name.replace('.', '/')}{ending}"
        if (file := files("showcase").joinpath(*path.split("/")[1:])).is_file():
            return path, file.read_bytes()
    return None


def _imported(source: bytes) -> Iterator[str]:
    """Yield the modules of ours that a module imports when it is loaded; a name taken from one may be one itself."""
    for node in ast.parse(source).body:
        if isinstance(node, ast.ImportFrom) and node.module and node.module.partition(".")[0] == "showcase":
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _modules(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _modules(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith(".py"):
            yield f"{prefix}{entry.name}", entry.read_bytes()
