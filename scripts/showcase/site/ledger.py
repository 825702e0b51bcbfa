"""The ledger remembers which file of a site was made from what, so that what is unchanged is neither made nor written."""

import json
import os
from pathlib import Path

LEDGER = ".so-ghi.json"
_WAITING = ".tmp"


def read_ledger(site: Path) -> dict[str, str]:
    """Give the fingerprint of each file by path; empty where the site has no ledger that can be read."""
    try:
        rows = json.loads((site / LEDGER).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return rows if isinstance(rows, dict) else {}


def write_ledger(site: Path, rows: dict[str, str]) -> None:
    """Replace the ledger in one step."""
    write_file(site / LEDGER, json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode())


def write_file(path: Path, data: bytes) -> None:
    """Put a whole file in place in one step: a reader sees the old bytes or the new ones, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    waiting = path.with_name(f".{path.name}.{os.getpid()}{_WAITING}")
    waiting.write_bytes(data)
    waiting.replace(path)


def is_waiting(name: str) -> bool:
    """Tell whether a name is that of a file which was never put in place: what a power cut leaves."""
    return name.startswith(".") and name.endswith(_WAITING)
