"""The checker for the browser, where it is shipped, and the file that names its parts: the form loads nothing of it before it is asked for."""

import json
import zlib
from collections.abc import Iterator

from showcase.publish.context import Context
from showcase.publish.output import EVERYONE, Output
from showcase.record.vocabulary import as_data
from showcase.views import address

MANIFEST = f"{address.FORM}kiem-tra.json"


def outputs(context: Context) -> Iterator[Output]:
    """Yield the parts, those that are large named by what they are, and last the file that names them."""
    parts = context.checker_files()
    for path in parts:
        yield Output(path, _part, (path,), is_named_by_content=path.startswith(address.CHECKER), owner=EVERYONE)
    if parts:
        yield Output(MANIFEST, _manifest, names_others=True, owner=EVERYONE)


def _part(context: Context, path: str) -> bytes:
    return context.checker_file(path)


def _sent(data: bytes) -> int:
    """Give how many bytes of a file are sent by a host that compresses it."""
    return len(zlib.compress(data, 6))


def _manifest(context: Context) -> bytes:
    parts = context.checker_files()
    named = {path.rpartition("/")[2]: path for path in parts}
    bundle = next(path for path in parts if path.endswith(".zip") and "/quy-tac-" in path)
    pyodide = named["pyodide.js"].rpartition("/")[0]
    files = {path: context.checker_file(path) for path in parts if path.startswith(address.CHECKER)}
    told = {
        "pyodide": f"{pyodide}/",
        "bundle": bundle,
        "worker": named["kiem-tra-may.js"],
        "bytes": sum(map(len, files.values())),
        "sent": sum(map(_sent, files.values())),
        "vocabularies": as_data(context.reference.vocabularies),
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
