"""Makes the outputs that are missing or changed, and publishes them: the one place that writes a site.

Pages are written after all other files, and what is gone is removed last, so that at no moment a page lacks what it
shows. The ledger forgets a file before it is written and knows it again at the end, so the build after an
interrupted one makes everything of which it cannot be sure.
"""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from showcase.publish.output import Output
from showcase.site.ledger import LEDGER, is_waiting, read_ledger, write_file, write_ledger
from showcase.site.workbench import Made, Workbench, make_batch, set_up

_BATCH = 64
_WORTH_PROCESSES = 2_000
"""Outputs: below this, starting processes costs more than it saves. Measured on two cores: a page takes 0.4 ms, two fresh
processes 0.6 s. They are started fresh (`spawn`): a fork of a process that has threads, as the progress bar and
`mkdocs serve` have, may wait for ever for a lock, and Windows has none.
"""

Progress = Callable[[int, int], None]
"""Told (done, in all) as outputs are made."""


@dataclass(frozen=True, slots=True)
class Published:
    """What a build did: files in all, made anew, removed; pages in all; (path, why) of each page that failed."""

    files: int
    made: int
    removed: int
    pages: int
    troubles: tuple[tuple[str, str], ...] = ()


class ForeignFolderError(Exception):
    """The folder for the site holds something that we did not make, and nothing may be lost."""


def publish(
    outputs: Iterable[Output],
    site: Path,
    workbench: Workbench,
    progress: Progress = lambda _done, _in_all: None,
    *,
    executor: Executor | None = None,
    fresh: bool = False,
) -> Published:
    """Bring `site` to what `outputs` say; raises ForeignFolderError before anything is touched.

    `fresh` says that another program has just filled the folder for us: nothing that the ledger says of it is true.
    """
    before = {} if fresh else read_ledger(site)
    if not fresh:
        _refuse_foreign(site)
    table = {output.path: output for output in sorted(outputs, key=_is_page)}
    waiting = [output for output in table.values() if _is_due(output, site, before)]
    ledger = {path: mark for path, mark in before.items() if path in table}
    for output in waiting:
        ledger.pop(output.path, None)
    if waiting:
        write_ledger(site, ledger)
    troubles = []
    for made in _made(waiting, workbench, progress, executor):
        write_file(site / made.path, made.data)
        if made.trouble:
            troubles.append((made.path, made.trouble))
        else:
            ledger[made.path] = table[made.path].fingerprint
    removed = _remove_gone(site, set(table))
    write_ledger(site, ledger)
    pages = sum(bool(output.about) for output in table.values())
    return Published(len(table), len(waiting), removed, pages, tuple(troubles))


def _is_page(output: Output) -> bool:
    return output.path.endswith(".html")


def _is_due(output: Output, site: Path, ledger: dict[str, str]) -> bool:
    return ledger.get(output.path) != output.fingerprint or not (site / output.path).is_file()


def _made(waiting: list[Output], workbench: Workbench, progress: Progress, executor: Executor | None) -> Iterator[Made]:
    """Yield what was made in the order of the outputs, from processes where there is enough to do."""
    if executor is None and len(waiting) < _WORTH_PROCESSES:
        made = (pair for batch in _batches(waiting) for pair in make_batch(workbench, batch))
        yield from _counted(made, len(waiting), progress)
        return
    pool = executor or ProcessPoolExecutor(mp_context=get_context("spawn"), initializer=set_up, initargs=(workbench,))
    try:
        batches = pool.map(make_batch, _repeat(workbench, executor), _batches(waiting))
        yield from _counted((pair for batch in batches for pair in batch), len(waiting), progress)
    finally:
        if executor is None:
            pool.shutdown(cancel_futures=True)


def _repeat(workbench: Workbench, executor: Executor | None) -> Iterator[Workbench | None]:
    """Give the workbench with every batch to a strange executor; our own processes have it already."""
    while True:
        yield workbench if executor else None


def _batches(outputs: list[Output]) -> Iterator[list[Output]]:
    remaining = iter(outputs)
    while batch := list(islice(remaining, _BATCH)):
        yield batch


def _counted(pairs: Iterable[Made], in_all: int, progress: Progress) -> Iterator[Made]:
    for done, pair in enumerate(pairs, 1):
        yield pair
        progress(done, in_all)


def _refuse_foreign(site: Path) -> None:
    if site.is_dir() and not (site / LEDGER).is_file() and not all(_is_others(path.name) for path in site.iterdir()):
        raise ForeignFolderError(str(site))


def _is_others(name: str) -> bool:
    """Tell whether a path in the site is none of our business: hidden at the top (`.git`, `.nojekyll`), as for MkDocs."""
    return name.startswith(".") and not is_waiting(name)


def _remove_gone(site: Path, paths: set[str]) -> int:
    """Remove the files that no output has, and the folders that this leaves empty."""
    removed = 0
    for path in sorted(site.rglob("*"), reverse=True):
        name = path.relative_to(site).as_posix()
        if _is_others(name):
            continue
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif name not in paths:
            path.unlink()
            removed += 1
    return removed
