"""A node is a piece of YAML as it was typed, with the place where it stands."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text. `style` is YAML's sign for it: '' plain, "'", '"', '|' or '>'."""

    value: str
    line: int
    column: int
    style: str = ""


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple["Node", ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """Pairs in the order of the file; a key that was written twice is there twice."""

    pairs: tuple[tuple[Scalar, "Node"], ...]
    line: int
    column: int


Node = Scalar | Sequence | Mapping
