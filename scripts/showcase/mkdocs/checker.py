"""`checker` under `extra:` in mkdocs.yml says whether the checker is shipped for the browser; a site that ships it needs Pyodide."""

from pathlib import Path

from showcase.browser.pyodide import lacks_pyodide
from showcase.browser.shipped import Shipped, shipped
from showcase.mkdocs.errors import HostError

__all__ = ["checker_of", "is_shipped", "need_pyodide"]


def is_shipped(given: object) -> bool:
    """Read the setting; raises HostError where it is neither true nor false."""
    if not isinstance(given, bool):
        message = f"mkdocs.yml, checker: hãy ghi true hoặc false, không phải {str(given)[:80]!r}."
        raise HostError(message)
    return given


def need_pyodide(project: Path) -> None:
    """Raise HostError where a part of Pyodide is missing in a project."""
    if lacks_pyodide(project):
        message = "mkdocs.yml, checker: chưa có Pyodide. Hãy chạy `make checker` rồi dựng lại, hoặc ghi checker: false."
        raise HostError(message)


def checker_of(project: Path, cache: Path) -> Shipped:
    """Give what a project ships; raises HostError where Pyodide is missing."""
    need_pyodide(project)
    return shipped(project, cache)
