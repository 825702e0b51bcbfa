"""Work for processes of tests, which must be able to import it; it asserts nothing."""

import os
from collections.abc import Sequence
from pathlib import Path

from showcase.photos.inspection import inspect_bytes


class Counted:
    """What batches have in common: it counts in a file how often it was read from one."""

    def __init__(self, file: Path, factor: int) -> None:
        self.file, self.factor = file, factor

    def __setstate__(self, state: dict[str, object]) -> None:
        self.__dict__.update(state)
        with self.file.open("a", encoding="utf-8") as file:
            file.write(f"{os.getpid()}\n")


def multiplied(common: Counted, numbers: Sequence[int]) -> tuple[int, list[int]]:
    """Give who did it, and the numbers multiplied."""
    return os.getpid(), [common.factor * number for number in numbers]


def lengths(_common: object, paths: Sequence[Path]) -> list[int]:
    """Give how long files are; their paths may be relative."""
    return [path.stat().st_size for path in paths]


def fail(_common: object, numbers: Sequence[int]) -> None:
    """Fail at the number 7."""
    if 7 in numbers:
        raise ValueError(numbers)


def die(_common: object, _numbers: Sequence[int]) -> None:
    """End the process, as one does that the system takes the memory from."""
    os._exit(9)


def die_at_seven(_common: object, numbers: Sequence[int]) -> list[float]:
    """End the process at the number 7."""
    if 7 in numbers:
        os._exit(9)
    return list(numbers)


def halved(_common: object, number: int) -> list[float]:
    """Give what comes of a number that ended its process."""
    return [number / 2]


class Mortal:
    """Ends the process the first time that it is asked, which a file remembers."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def die_once(self, _common: object, numbers: Sequence[int]) -> list[int]:
        """End the process, or give the numbers."""
        if not self.file.exists():
            self.file.touch()
            os._exit(9)
        return list(numbers)


def height_not_480(data: bytes, _renditions: Sequence[object]) -> int:
    """Give the height of a photo, and fail at those of 480 pixels."""
    height = inspect_bytes(data).height
    return height * (height - 480) // (height - 480)
