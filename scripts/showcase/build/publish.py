"""Publishing says in which order a site is written and cleared, and an interrupted build leaves no reader a broken page.

What is due is put in place as it is made (make.py), between the opening of a publication and its finish. A first site is
made beside its place and moved there whole. In a site that is there, addresses that are new get a short notice first, pages
are written after all other files (those that name others after these), and what is gone is removed last, pages before what
they show: so at no moment a page lacks what it shows, or leads nowhere. Before anything is touched it is noted in the
journal, so the build after one that was killed makes everything of which it cannot be sure.
"""

import re
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from pathlib import Path

from showcase.build.errors import LossError
from showcase.build.ledger import (
    LEDGER,
    ORDINARY,
    Entry,
    close_journal,
    read_journal,
    read_ledger,
    write_journal,
    write_ledger,
)
from showcase.build.make import Done
from showcase.build.options import Extent
from showcase.build.site_folder import can_be_replaced, files_of_site, refuse_foreign, remove, sweep
from showcase.publish.output import Output
from showcase.system.reading import is_there, size_of
from showcase.system.writing import sync_all, sync_folder, write_whole

DAYS_KEPT = 30
"""For so long pages that readers still have open, or that a cache between us and them holds, find what they name."""

NEVER = date.max.toordinal()

_FEW = 3
"""Models that may go at once from any site, be it half of them."""
_MODEL_PAGE = re.compile(r"mo-hinh/(?!trang-\d+/)[^/]+/index\.html")

MakeOutputs = Callable[[Sequence[Output]], Iterator[Done]]


@dataclass
class Publication:
    """A site that is being brought to what its outputs say; `folder` is where files are written now.

    `extent` is how large it is in the end. `next_removal` is the first day on which a file that nothing needs is to go.
    `stranger` says that another program has just filled the folder for us: all in it is to be ours, or to go.
    """

    site: Path
    today: int
    stranger: bool = False
    folder: Path = field(init=False)
    is_new: bool = field(init=False)
    written: int = 0
    removed: int = 0
    extent: Extent = field(init=False)
    next_removal: int = NEVER
    _ledger: dict[str, Entry] = field(init=False)
    _doubted: set[str] = field(init=False)
    _needed: dict[str, Entry] = field(default_factory=dict)
    _sizes: dict[str, int] = field(default_factory=dict)
    _is_touched: bool = False

    def __post_init__(self) -> None:
        """Look at what is there; raises ForeignFolderError before anything is touched."""
        if not self.stranger:
            refuse_foreign(self.site)
        self.is_new = not self.stranger and can_be_replaced(self.site)
        self.folder = self.site.with_name(f".{self.site.name}.dang-dung") if self.is_new else self.site
        if self.is_new:
            shutil.rmtree(self.folder, ignore_errors=True)
            self.folder.mkdir(parents=True)
        self._doubted = set(read_journal(self.folder))
        self._ledger = dict.fromkeys(files_of_site(self.site), ORDINARY) if self.stranger else read_ledger(self.folder)

    def lost(self, outputs: Iterable[Output]) -> tuple[str, ...]:
        """Give the addresses of models in this site of which nothing will stand there any more; raises LossError at too many."""
        there = {output.path for output in outputs}
        before = {path for path in self._ledger if _MODEL_PAGE.fullmatch(path)} if not self.stranger else set()
        lost = sorted(before - there)
        is_empty = not any(_MODEL_PAGE.fullmatch(path) for path in there)
        if lost and (is_empty or len(lost) > max(_FEW, len(before) // 2)):
            raise LossError(str(self.site), _address(lost[0]), len(lost), len(before))
        return tuple(_address(path) for path in lost)

    def lacks(self, output: Output) -> bool:
        """Tell whether an output is not in the site, or may not be what was made last; of one that stays, note the size."""
        if output.path in self._doubted:
            return True
        size = size_of(f"{self.folder}/{output.path}")
        if size is not None:
            self._sizes[output.path] = size
        return size is None

    def put(
        self, outputs: Collection[Output], due: Iterable[Output], make: MakeOutputs, notice: bytes
    ) -> Iterator[Done]:
        """Have what is due of some outputs made and put in place; `notice` stands where a page will be. Yields what is done."""
        for output in outputs:
            self._needed[output.path] = ORDINARY if output.owner is None else Entry(output.owner)
        ordered = sorted(due, key=lambda output: (self._turn(output), _first_of_key(output)))
        if ordered:
            self._touch([output.path for output in ordered])
        if not (self.is_new or self.stranger):
            self._announce(ordered, notice)
        for _, turn in groupby(ordered, self._turn):
            for done in make(list(turn)):
                self.written += done.is_written
                yield done

    def finish(self, shown: Collection[str]) -> None:
        """Remove what nothing needs any more, and say what is there now.

        `shown` are the ids of models on show, and `EVERYONE` where nobody has gone.
        """
        if not self.is_new:
            self.removed += sweep(self.folder, ["", *self._doubted])
        entries = dict(self._needed)
        gone = []
        unneeded = (self._ledger.keys() | self._doubted) - self._needed.keys()
        for path in sorted(unneeded, key=lambda path: (not path.endswith(".html"), path)):
            kept = self._kept_for_a_while(self._ledger.get(path, ORDINARY), shown)
            if kept and is_there(f"{self.folder}/{path}"):
                entries[path] = kept
            else:
                gone.append(path)
        if gone:
            self._touch(gone)
            self.removed += remove(self.folder, gone)
        self.extent = self._measured(entries)
        self.next_removal = min([entry.until for entry in entries.values() if entry.until], default=NEVER)
        is_listed = entries == self._ledger and is_there(f"{self.folder}/{LEDGER}")
        if is_listed and not self._is_touched:
            return
        sync_all()  # what ledger and journal vouch for must be there after a power cut too
        if not is_listed:
            write_ledger(self.folder, entries)
        close_journal(self.folder)
        if self.is_new:
            self.folder.replace(self.site)
            sync_folder(self.site.parent)

    def _turn(self, output: Output) -> int:
        """Give when an output is put in place: after all that it shows, or names by a path; a new site is seen only whole."""
        if self.is_new:
            return 0
        return 2 if output.is_page else int(output.names_others)

    def _measured(self, paths: Collection[str]) -> Extent:
        """Add up files; those that stayed as they were have been looked at before."""
        sizes = self._sizes
        known = {path: sizes[path] if path in sizes else size_of(f"{self.folder}/{path}") or 0 for path in paths}
        largest = max(known, key=known.__getitem__, default="")
        return Extent(len(known), sum(known.values()), largest, known.get(largest, 0))

    def _kept_for_a_while(self, entry: Entry, shown: Collection[str]) -> Entry | None:
        """Give how long a file stays that nothing needs; None where it goes now, as what a model showed goes with the model."""
        if entry.owner is None or (entry.owner and entry.owner not in shown):
            return None
        until = entry.until or self.today + DAYS_KEPT
        return entry._replace(until=until) if until > self.today else None

    def _touch(self, paths: Iterable[str]) -> None:
        """Note that paths are about to be written or removed."""
        self._is_touched = True
        if not self.is_new:
            write_journal(self.folder, paths)

    def _announce(self, due: Iterable[Output], notice: bytes) -> None:
        """Put a notice where a page will be: until it is made, others that are made before it must lead somewhere."""
        for output in due:
            if output.is_page and not is_there(f"{self.folder}/{output.path}"):
                write_whole(self.folder / output.path, notice)


def _address(path: str) -> str:
    return f"/{path.removesuffix('index.html')}"


def _first_of_key(output: Output) -> str:
    """Give what brings together what is made with the same key, as all of a model is: a process finds what it asks once."""
    return str(output.key[0]) if output.key else ""
