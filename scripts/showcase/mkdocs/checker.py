"""`checker` under `extra:` in mkdocs.yml says whether the checker is shipped for the browser; it needs Pyodide to be there."""

from pathlib import Path

from showcase.browser.pyodide import lacks_pyodide
from showcase.mkdocs.errors import HostError

__all__ = ["need_checker"]


def need_checker(given: object, project: Path) -> bool:
    """Read the setting; raises HostError where it is neither true nor false, or Pyodide is missing."""
    if not isinstance(given, bool):
        message = f"mkdocs.yml, checker: hãy ghi true hoặc false, không phải {str(given)[:80]!r}."
        raise HostError(message)
    if given and lacks_pyodide(project):
        message = "mkdocs.yml, checker: chưa có Pyodide. Hãy chạy `make checker` rồi dựng lại, hoặc ghi checker: false."
        raise HostError(message)
    return given
