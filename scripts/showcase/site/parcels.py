"""Packs tasks for another process: what both sides hold is named by its number, and not sent again with each task.

A list's page is made of 24 models and a model's page of ten more, so the same briefs would be written out and read back
300,000 times: of a cold build of 13,663 models a tenth.
"""

import io
import pickle
from collections.abc import Mapping, Sequence
from typing import Any

_shelf: Sequence[object] = ()
"""What this process holds."""


def numbered(held: Sequence[object]) -> Mapping[int, int]:
    """Give the number of each object that both sides hold, by its identity; they must stay alive meanwhile."""
    return {id(one): number for number, one in enumerate(held)}


def pack(tasks: object, numbers: Mapping[int, int]) -> bytes:
    """Write tasks out; what has a number is written as that."""
    parcel = io.BytesIO()
    _Packer(parcel, numbers).dump(tasks)
    return parcel.getvalue()


def unpack(parcel: bytes, held: Sequence[object]) -> Any:
    """Read tasks back where the same objects are held, in the same order."""
    global _shelf  # noqa: PLW0603 - `_taken` is called by pickle, which passes it nothing else
    _shelf = held
    return pickle.loads(parcel)  # noqa: S301 - our own parent packed it


class _Packer(pickle.Pickler):
    def __init__(self, parcel: io.BytesIO, numbers: Mapping[int, int]) -> None:
        super().__init__(parcel, 5)
        self._numbers = numbers

    def reducer_override(self, one: object) -> Any:
        number = self._numbers.get(id(one))
        return NotImplemented if number is None else (_taken, (number,))


def _taken(number: int) -> object:
    return _shelf[number]
