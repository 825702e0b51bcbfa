"""A value in a sentence stands in quotes, in one line, and shortened where it is long."""

__all__ = ["cut", "quote"]

_LONGEST = 60


def quote(typed: str, longest: int = _LONGEST) -> str:
    """Quote a value in one line, shortened where it is long."""
    return f"'{cut(typed, longest)}'"


def cut(typed: str, longest: int = _LONGEST) -> str:
    """Write a value in one line, shortened where it is long."""
    line = " ".join(typed.split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"
