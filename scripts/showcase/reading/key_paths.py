"""A place in a text leads to the path of keys and numbers by which the value there is found: `("ket_qua", 0, "sau")`."""

from bisect import bisect_right
from collections.abc import Iterator

from showcase.reading.node import Mapping, Node, Scalar, Sequence

__all__ = ["KeyPath", "KeyPaths"]

KeyPath = tuple[str | int, ...]


class KeyPaths:
    """The paths of all keys and values of a file, by the places at which they begin."""

    def __init__(self, node: Node | None) -> None:
        """Take what was read of a file, None where nothing was."""
        spots = sorted(_spots(node, ()), key=lambda spot: spot[:2]) if node else []
        self._at = [(line, column) for line, column, _ in spots]
        self._paths = [path for _, _, path in spots]

    def at(self, line: int, column: int) -> KeyPath:
        """Give the path of the value that begins at a place, counted from 1, or last before it; () of the whole file."""
        number = bisect_right(self._at, (line, column))
        return self._paths[number - 1] if number else ()


def _spots(node: Node, path: KeyPath) -> Iterator[tuple[int, int, KeyPath]]:
    """Yield line, column and path of each key and value; where a mapping begins stands it, and not its first key."""
    match node:
        case Scalar():
            yield node.line, node.column, path
        case Sequence(items=items):
            yield node.line, node.column, path
            for number, item in enumerate(items):
                yield from _spots(item, (*path, number))
        case Mapping(pairs=pairs):
            yield node.line, node.column, path
            for key, value in pairs:
                if (key.line, key.column) != (node.line, node.column):
                    yield key.line, key.column, (*path, key.value)
                yield from _spots(value, (*path, key.value))
