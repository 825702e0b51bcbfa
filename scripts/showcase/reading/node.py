"""A node is a piece of YAML as it was typed, with the place where it stands.

Named tuples, as of 13,663 models there are a million and a half: a frozen dataclass takes twice as long to be made.
"""

from typing import NamedTuple

new_tuple = tuple.__new__
"""Makes a named tuple, as `new_tuple(Scalar, (…))`, in a third of the time that its own name takes."""


class Scalar(NamedTuple):
    """A text. `style` is YAML's sign for it: '' plain, "'", '"', '|' or '>'."""

    value: str
    line: int
    column: int
    style: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing, or nothing but white space."""
        return not self.value or self.value.isspace()


class Sequence(NamedTuple):
    """A list."""

    items: tuple["Node", ...]
    line: int
    column: int


class Mapping(NamedTuple):
    """Pairs in the order of the file; a key that was written twice is there twice."""

    pairs: tuple[tuple[Scalar, "Node"], ...]
    line: int
    column: int


Node = Scalar | Sequence | Mapping
