"""What is shipped of the checker: Pyodide and the bundle, named by what they are, and the worker that puts them to work.

The worker compiles WebAssembly, which the policy of the form's folder alone lets it do; so it lies there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from showcase.browser.bundle import bundle
from showcase.browser.pyodide import LOCK, PARTS, lacks_pyodide, lock_of, pyodide_of, version_of
from showcase.system.kept import read_kept, write_kept
from showcase.system.package import code_edition
from showcase.system.reading import read_regular
from showcase.views import address

__all__ = ["Shipped", "shipped", "shipped_if_there"]

_KEPT = "kiem-tra.zip"
_DIGITS = 10
_MOST = 1 << 30


@dataclass(frozen=True, slots=True)
class Shipped:
    """The files by their paths in the site, each with what stands for it; `made` are those that lie nowhere."""

    files: Mapping[str, str]
    pyodide: Path
    made: Mapping[str, bytes]

    def file(self, path: str) -> bytes:
        """Give the bytes of a file; raises OSError."""
        if path in self.made:
            return self.made[path]
        return read_regular(str(self.pyodide / PARTS[path.rpartition("/")[2]]), _MOST)


def shipped(project: Path, cache: Path) -> Shipped:
    """Give what a project ships, with the bundle as it is kept or made anew; raises OSError where Pyodide is missing."""
    pyodide = f"{address.CHECKER}pyodide-{version_of(project)}/"
    data = _kept_bundle(cache / _KEPT)
    worker = (files("showcase.browser") / "worker.js").read_bytes()
    made = {
        f"{pyodide}{LOCK}": lock_of(project),
        f"{address.CHECKER}quy-tac-{sha256(data).hexdigest()[:_DIGITS]}.zip": data,
        f"{address.FORM}kiem-tra-may.js": worker,
    }
    parts = {f"{pyodide}{name}": pyodide for name in PARTS}
    return Shipped(parts | {path: sha256(data).hexdigest() for path, data in made.items()}, pyodide_of(project), made)


def shipped_if_there(project: Path, cache: Path) -> Shipped | None:
    """Give the same, None where Pyodide is missing."""
    return None if lacks_pyodide(project) else shipped(project, cache)


def _kept_bundle(place: Path) -> bytes:
    data = read_kept(place, code_edition())
    if data is None:
        data = bundle()
        write_kept(place, data, code_edition())
    return data
