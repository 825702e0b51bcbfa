"""Makes the outputs that are missing or changed, and publishes them: the one place that writes a site.

A first site is made beside its place and moved there whole. In a site that is there, addresses that are new get a short
notice first, pages are written after all other files (those that name others after these), and what is gone is removed
last: so at no moment a page lacks what it shows, or leads nowhere. Before anything is touched it is noted in the journal, so the build after one that was killed
makes everything of which it cannot be sure.
"""

import errno
import os
import shutil
from collections.abc import Iterable, Sequence
from contextlib import suppress
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from showcase.publish.output import Output
from showcase.site.ledger import (
    LEDGER,
    is_there,
    is_waiting,
    leftovers,
    read_journal,
    read_ledger,
    write_file,
    write_journal,
    write_ledger,
    write_new,
)
from showcase.site.order import Manner, Progress, Published
from showcase.site.trouble import ForeignFolderError
from showcase.site.workbench import Due, Made, Workbench, make_output, make_outputs
from showcase.site.workforce import Workforce

_WORTH_PROCESSES = 2_000
"""Outputs: below this, starting processes costs more than it saves; a page takes 0.5 ms, two fresh processes 0.6 s."""


def publish(
    outputs: Iterable[Output],
    site: Path,
    workbench: Workbench,
    progress: Progress = lambda _done, _in_all: None,
    *,
    workforce: Workforce | None = None,
    manner: Manner = Manner.USUAL,
) -> Published:
    """Bring `site` to what `outputs` say; raises ForeignFolderError before anything is touched."""
    table = sorted(outputs, key=_turn)
    makers = _Makers(workbench, progress, workforce or Workforce())
    try:
        if manner is not Manner.FRESH:
            _refuse_foreign(site)
            if _can_be_replaced(site):
                return _publish_first(table, site, makers)
        return _publish_in_place(table, site, makers, manner)
    finally:
        if workforce is None:
            makers.workforce.dismiss()


class _Makers(NamedTuple):
    workbench: Workbench
    progress: Progress
    workforce: Workforce


class _Job(NamedTuple):
    """What a process needs to make outputs and to put them in place."""

    workbench: Workbench
    site: str
    is_read: bool


def _publish_first(table: list[Output], site: Path, makers: _Makers) -> Published:
    """Make a whole site where nobody looks, and move it to its place."""
    aside = site.with_name(f".{site.name}.dang-dung")
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir(parents=True)
    ledger: dict[str, str] = {}
    troubles = _make(table, aside, makers, ledger, is_read=False)
    write_ledger(aside, ledger)
    aside.replace(site)
    return _published(table, len(table), 0, troubles)


def _publish_in_place(table: list[Output], site: Path, makers: _Makers, manner: Manner) -> Published:
    known = None if manner is Manner.FRESH else read_ledger(site)
    before = known or {}
    due = [
        output
        for output in table
        if before.get(output.path) != output.fingerprint or not is_there(f"{site}/{output.path}")
    ]
    paths = {output.path for output in table}
    gone = [path for path in (before if known is not None else _files_of(site)) if path not in paths]
    spared = {path: before.get(path, "") for path in gone} if manner is Manner.SPARING else {}
    gone = [path for path in gone if path not in spared]
    removed = 0
    if due or gone:
        removed += _sweep(site)
        write_journal(site, [*(output.path for output in due), *gone])
    ledger = spared | {output.path: output.fingerprint for output in table}
    for output in due:
        ledger.pop(output.path)
    if manner is not Manner.FRESH:
        _announce(due, site, before, makers.workbench)
    troubles = _make(due, site, makers, ledger, is_read=True)
    removed += _remove(site, gone)
    if due or gone:
        write_ledger(site, ledger)
    return _published(table, len(due), removed, troubles)


def _published(table: list[Output], made: int, removed: int, troubles: list[tuple[str, str]]) -> Published:
    return Published(len(table), made, removed, sum(bool(output.about) for output in table), tuple(troubles))


def _turn(output: Output) -> int:
    """Give when an output is put in place: after all that it shows, or names by a path."""
    return 2 if _is_page(output) else int(output.names_others)


def _is_page(output: Output) -> bool:
    return output.path.endswith(".html")


def _announce(due: list[Output], site: Path, before: dict[str, str], workbench: Workbench) -> None:
    """Put a notice where a page will be: until it is made, others that are made before it must lead somewhere."""
    notice = None
    for output in due:
        if _is_page(output) and output.path not in before and not is_there(f"{site}/{output.path}"):
            notice = notice or workbench.page("coming.html", None)
            write_file(site / output.path, notice)


def _make(
    due: list[Output], site: Path, makers: _Makers, ledger: dict[str, str], *, is_read: bool
) -> list[tuple[str, str]]:
    """Make outputs and put them in place, turn by turn; give the pages that failed, and why."""
    troubles = []
    done = 0
    for _, group in groupby(due, _turn):
        part = list(group)
        for output, made in zip(part, _made(part, len(due), str(site), makers, is_read=is_read), strict=True):
            if made.trouble:
                troubles.append((made.path, made.trouble))
            else:
                ledger[output.path] = output.fingerprint
            done += 1
            makers.progress(done, len(due))
    return troubles


def _made(part: list[Output], in_all: int, site: str, makers: _Makers, *, is_read: bool) -> Iterable[Made]:
    """Yield what was made, in place already; a strange executor may be on another machine, and sends us the bytes."""
    # Recipes are written out as they are needed: all 43,000 at once would take 300 MB.
    due = (Due(output.path, output.about, output.recipe) for output in part)
    is_much = in_all >= _WORTH_PROCESSES
    if makers.workforce.is_given:
        for made in makers.workforce.do(make_outputs, makers.workbench, due, is_much=is_much):
            _put(site, made, is_read=is_read)
            yield made
    else:
        job = _Job(makers.workbench, site, is_read)
        yield from makers.workforce.do(_make_in_place, job, due, is_much=is_much)


def _make_in_place(job: _Job, due: Sequence[Due]) -> list[Made]:
    told = []
    for one in due:
        made = make_output(job.workbench, one)
        _put(job.site, made, is_read=job.is_read)
        told.append(made._replace(data=b""))
    return told


def _put(site: str, made: Made, *, is_read: bool) -> None:
    if is_read:
        write_file(Path(site, made.path), made.data)
    else:
        write_new(f"{site}/{made.path}", made.data)


def _refuse_foreign(site: Path) -> None:
    if site.exists() and not site.is_dir():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(site))
    if site.is_dir() and not (site / LEDGER).is_file() and not all(_is_others(path.name) for path in site.iterdir()):
        raise ForeignFolderError(str(site))


def _can_be_replaced(site: Path) -> bool:
    """Tell whether there is no site yet, nor anything else: an empty folder goes, unless the system holds it in place."""
    try:
        site.rmdir()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True


def _is_others(name: str) -> bool:
    """Tell whether a path in the site is none of our business: hidden at the top (`.git`, `.nojekyll`), as for MkDocs."""
    return name.startswith(".") and not is_waiting(name)


def _files_of(site: Path) -> list[str]:
    """List all that lies in a site of which there is no ledger."""
    names = (
        path.relative_to(site).as_posix() for path in sorted(site.rglob("*")) if path.is_symlink() or not path.is_dir()
    )
    return [name for name in names if not _is_others(name)]


def _sweep(site: Path) -> int:
    """Remove what a killed build had not put in place yet."""
    found = list(leftovers(site, ["", *read_journal(site)]))
    for place in found:
        place.unlink(missing_ok=True)
    return len(found)


def _remove(site: Path, paths: Iterable[str]) -> int:
    """Remove files, and the folders that this leaves empty."""
    removed = 0
    for path in paths:
        place = site / path
        with suppress(FileNotFoundError):
            place.unlink()
            removed += 1
        with suppress(OSError):  # a folder that is not empty ends it
            for folder in place.parents:
                if folder == site:
                    break
                folder.rmdir()
    return removed
