"""Work for processes of tests, which must be able to import it; it asserts nothing."""

import os
from collections.abc import Sequence
from pathlib import Path


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
