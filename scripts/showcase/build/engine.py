"""Makes the outputs that are missing or changed, and publishes them: the one place that writes a site.

A first site is made beside its place and moved there whole. In a site that is there, addresses that are new get a short
notice first, pages are written after all other files (those that name others after these), and what is gone is removed
last: so at no moment a page lacks what it shows, or leads nowhere. Before anything is touched it is noted in the journal, so the build after one that was killed
makes everything of which it cannot be sure.
"""

import errno
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from showcase.build.ledger import (
    LEDGER,
    amend_file,
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
from showcase.build.order import Manner, Progress, Published
from showcase.build.trouble import ForeignFolderError
from showcase.build.workbench import Due, Made, Workbench, make_output, make_outputs
from showcase.build.workforce import Workforce, hired
from showcase.publish.output import Output

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
    with hired(workforce) as hands:
        makers = _Makers(workbench, progress, hands)
        if manner is not Manner.FRESH:
            _refuse_foreign(site)
            if _can_be_replaced(site):
                return _publish_first(iter(outputs), site, makers)
        return _publish_in_place(sorted(outputs, key=_turn), site, makers, manner)


class _Makers(NamedTuple):
    workbench: Workbench
    progress: Progress
    workforce: Workforce


class _Job(NamedTuple):
    """What a process needs to make outputs by their numbers in `due`, and to put them in place."""

    workbench: Workbench
    site: str
    due: Sequence[Output]
    is_read: bool


@dataclass
class _Account:
    """What came of outputs so far."""

    progress: Progress
    in_all: int
    ledger: dict[str, str]
    troubles: list[tuple[str, str]] = field(default_factory=list)
    done: int = 0

    def note(self, due: Iterable[Output], troubles: Iterable[str]) -> None:
        """Wait until outputs are in place; each comes with why it could not be made, or ''."""
        for output, trouble in zip(due, troubles, strict=True):
            if trouble:
                self.troubles.append((output.path, trouble))
            else:
                self.ledger[output.path] = output.fingerprint
            self.done += 1
            self.progress(self.done, self.in_all)


def _publish_first(outputs: Iterator[Output], site: Path, makers: _Makers) -> Published:
    """Make a whole site where nobody looks, and move it to its place.

    What comes before our pages is being made while these are still listed: so two processors need not wait 2 s for one.
    """
    aside = site.with_name(f".{site.name}.dang-dung")
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir(parents=True)

    def begin(due: list[Output]) -> Iterator[str]:
        return _begin(range(len(due)), _Job(makers.workbench, str(aside), due, is_read=False), makers.workforce)

    files, pages = [], []
    for output in outputs:
        if output.about:
            pages.append(output)
            break
        files.append(output)
    files_made = begin(files)
    pages += outputs
    pages_made = begin(pages)
    account = _Account(makers.progress, len(files) + len(pages), {})
    account.note(files, files_made)
    account.note(pages, pages_made)
    write_ledger(aside, account.ledger)
    aside.replace(site)
    return _published([*files, *pages], account.in_all, 0, account.troubles)


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
    account = _Account(makers.progress, len(due), ledger)
    job = _Job(makers.workbench, str(site), due, is_read=True)
    for _, turn in groupby(range(len(due)), lambda number: _turn(due[number])):
        numbers = []
        for number in turn:
            if _amend(due[number], before, site, makers.workbench):
                account.note([due[number]], [""])
            else:
                numbers.append(number)
        account.note([due[number] for number in numbers], _begin(numbers, job, makers.workforce))
    removed += _remove(site, gone)
    if due or gone:
        write_ledger(site, ledger, before)
    return _published(table, len(due), removed, account.troubles)


def _amend(output: Output, before: dict[str, str], site: Path, workbench: Workbench) -> bool:
    """Make an output out of the file that stands, where that is what its amendment begins with; tell whether it is made."""
    amendment = output.amendment
    if amendment is None or before.get(output.path) != amendment.fingerprint:
        return False
    with suppress(LookupError):
        return amend_file(site / output.path, amendment.changes(workbench))
    return False


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


def _begin(numbers: Sequence[int], job: _Job, workforce: Workforce) -> Iterator[str]:
    """Have outputs made and put in place; give of each, in its turn, why it could not be made, or ''.

    To our own processes all that is due travels once, and then only numbers, which may wait there. A strange executor may
    be on another machine: to it each recipe is sent, and it sends us the bytes.
    """
    is_much = len(job.due) >= _WORTH_PROCESSES
    if workforce.is_given:
        due = (_due(job.due[number]) for number in numbers)
        return (_put(job, made) for made in workforce.do(make_outputs, job.workbench, due, is_much=is_much))
    return workforce.do(_make_in_place, job, numbers, is_much=is_much, ahead=len(numbers))


def _make_in_place(job: _Job, numbers: Sequence[int]) -> list[str]:
    return [_put(job, make_output(job.workbench, _due(job.due[number]))) for number in numbers]


def _due(output: Output) -> Due:
    return Due(output.path, output.about, output.recipe)


def _put(job: _Job, made: Made) -> str:
    """Put an output in place; give why it could not be made, or ''."""
    if job.is_read:
        write_file(Path(job.site, made.path), made.data)
    else:
        write_new(f"{job.site}/{made.path}", made.data)
    return made.trouble


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
