"""Writes entries as YAML the way editors do: plain where it is safe, in single quotes where not, stories as blocks."""

import re
from collections.abc import Iterator

from bench.invention import Value

_PLAIN = re.compile(r"[^\W_](?:(?!: | #)[^\n])*(?<![:\s])")


def as_yaml(entries: dict[str, Value]) -> str:
    """Write a mapping."""
    return "\n".join(_mapping(entries, "")) + "\n"


def _mapping(entries: dict[str, Value], indent: str) -> Iterator[str]:
    for key, value in entries.items():
        if isinstance(value, str):
            yield from _scalar(f"{indent}{key}:", value, indent)
        else:
            yield f"{indent}{key}:"
            yield from _mapping(value, indent + "  ") if isinstance(value, dict) else _sequence(value, indent + "  ")


def _sequence(items: list[Value], indent: str) -> Iterator[str]:
    for item in items:
        lines = _mapping(item, indent + "  ") if isinstance(item, dict) else _scalar("", str(item), indent)
        first, *rest = lines
        yield f"{indent}- {first.strip()}"
        yield from rest


def _scalar(before: str, text: str, indent: str) -> Iterator[str]:
    if "\n" in text or len(text) > 300:
        yield f"{before} |"
        yield from (f"{indent}  {line}" if line else "" for line in text.split("\n"))
    else:
        quoted = text if _PLAIN.fullmatch(text) else "'" + text.replace("'", "''") + "'"
        yield f"{before} {quoted}"
