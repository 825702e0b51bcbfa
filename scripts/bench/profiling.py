"""Runs a cold build in one process under cProfile and tells where its own time goes; to be started as a program.

Worker processes would escape the profile, so their pool is replaced by one that does the work at once, here.
"""

import concurrent.futures
import cProfile
import pstats
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from typing import Any, TypeVar

Result = TypeVar("Result")


class AtOnce(Executor):
    """A pool of processes without processes; takes what `ProcessPoolExecutor` takes."""

    def __init__(
        self, _workers: int | None = None, _context: object = None, initializer: Callable[..., object] | None = None,
        initargs: tuple[Any, ...] = (), **_more: object,
    ) -> None:  # fmt: skip
        """Do what a new worker would do first."""
        if initializer:
            initializer(*initargs)

    def submit(self, work: Callable[..., Result], /, *arguments: Any, **named: Any) -> Future[Result]:
        """Do the work now."""
        future: Future[Result] = Future()
        try:
            future.set_result(work(*arguments, **named))
        except Exception as error:  # noqa: BLE001 - the future carries it to who asked
            future.set_exception(error)
        return future

    def map(
        self, work: Callable[..., Result], *iterables: Any, timeout: float | None = None, chunksize: int = 1
    ) -> Iterator[Result]:
        """Do each piece when it is asked for; `timeout` and `chunksize` mean nothing here."""
        del timeout, chunksize
        return map(work, *iterables)


def profile(arguments: list[str], lines: int = 25) -> str:
    """Run the command line with these arguments; give tables of the functions by own and by whole time."""
    concurrent.futures.ProcessPoolExecutor = AtOnce  # type: ignore[misc,assignment] # before the engine imports it
    profiler = cProfile.Profile()
    profiler.enable()
    from showcase.cli.commands import main  # noqa: PLC0415 - importing is part of a cold build

    main(arguments, standalone_mode=False)
    profiler.disable()
    return "\n".join(
        [_table(profiler, "tottime", "own time", lines), _table(profiler, "cumtime", "whole time, ours", 2 * lines)]
    )


def _table(profiler: cProfile.Profile, order: str, title: str, lines: int) -> str:
    """Write a table: calls, own seconds, whole seconds, where."""
    calls: dict[tuple[str, int, str], tuple[int, int, float, float]] = pstats.Stats(profiler).stats  # type: ignore[attr-defined]
    by = {"tottime": 2, "cumtime": 3}[order]
    rows = [(place, row) for place, row in calls.items() if order == "tottime" or "/showcase/" in place[0]]
    rows.sort(key=lambda pair: -pair[1][by])
    whole = sum(row[2] for row in calls.values())
    told = [f"by {title} ({whole:.1f} s in all)", "     calls      own    whole"]
    told += [f"{row[1]:10} {row[2]:8.2f} {row[3]:8.2f}  {_place(*place)}" for place, row in rows[:lines]]
    return "\n".join(told) + "\n"


def _place(file: str, line: int, function: str) -> str:
    """Name a function by the end of its path: `showcase/build/update.py:50 run`."""
    return function if file == "~" else f"{'/'.join(file.split('/')[-3:])}:{line} {function}"


if __name__ == "__main__":
    sys.stdout.write(profile(sys.argv[1:]))
