"""An update brings one site to what its inputs say: what is due is made and put in place, pages first, then the search."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from showcase.build.changes import Changes, History, part_of_output
from showcase.build.errors import PhotoError
from showcase.build.ledger import stamp_of_site
from showcase.build.make import Done, Workplace, make_in_place
from showcase.build.options import Progress, Published
from showcase.build.publish import Publication
from showcase.checking.database import HISTORY, NOTES, RECORDS, Database
from showcase.drawing.store import DrawingStore
from showcase.photos.store import PhotoStore
from showcase.publish.context import Context
from showcase.publish.inputs import Inputs
from showcase.publish.output import EVERYONE, Output, Outputs
from showcase.publish.pictures import owners
from showcase.publish.site import SEARCH, all_outputs
from showcase.record.photo import PhotoFacts
from showcase.record.photo_advice import explain
from showcase.search import record
from showcase.search.index import (
    DamagedIndexError,
    SearchIndex,
    changed_index,
    make_index,
    named_before,
    whole_index,
)
from showcase.search.named import Named, named_rows
from showcase.system.package import code_edition
from showcase.system.pool import Pool

_INDEXED = "indexed"
"""The note that the index of the search is made of all records as they are kept."""
_GONE = "somebody has gone"
"""The note that a model was taken from the records whose files may lie in the site still."""
_WORTH_PROCESSES = 5_000
"""Pages, or what takes as long as so many: below this, starting processes costs more than it saves; a page takes 0.5 ms, a fresh
process 1 s to load what we are and 0.3 s to read what all have in common."""
_RECORDS_WORTH_PROCESSES = 600
"""Records of the search, which take 2.1 ms each."""


class Work(NamedTuple):
    """Who does the work, and with what: what was kept, processes, the folder of the cache, who is told (done, in all).

    `cluster` is the address of a Dask scheduler whose workers make the renditions of photos, '' where they are made here.
    """

    database: Database
    pool: Pool
    cache: Path
    progress: Progress = lambda _done, _in_all: None
    cluster: str = ""


@dataclass
class Update:
    """One update of a site: where it is written, who does it, and of what it was made before."""

    publication: Publication
    work: Work
    history: History

    def run(self, inputs: Inputs, families: tuple[Outputs, ...]) -> Published:
        """Make what is due of all outputs; raises PhotoError, ClusterError and LossError, and then no page is removed."""
        context = Context(inputs)
        keys = inputs.keys()
        changes = Changes(self.history, keys, context)
        pages = list(all_outputs(context, families))
        lost = self.publication.lost(pages)
        due = self._due(pages, changes)
        # All questions are put to what is remembered before anything new is.
        records = list(record.outputs(context))
        changed_records = list(changes.due(records))
        named = named_rows(inputs.events_on_show, inputs.documents)
        shown = self._shown(records, changed_records, named, inputs)
        self.history.note_found(context.take_found())
        workplace = self._workplace(inputs, context)
        self._make_renditions(due, inputs)
        troubles = list(self._put(pages, due, workplace))
        index = self._search(records, changed_records, named, workplace) if inputs.settings.is_searched else None
        if index is None:
            self.history.forget_outputs(changed_records)
        self.history.note_inputs(keys)
        pieces = []
        if index:
            try:
                pieces = self._put_search(replace(inputs, search=index))
            except DamagedIndexError:  # nothing that is in place names what could not be read
                pieces = self._put_search(replace(inputs, search=self._index_made_anew(named)))
        self.publication.finish(shown)
        self.work.database.write({NOTES: {_GONE: None}})
        self.history.keep_only([*pages, *pieces, *records])
        return self._finished(inputs, [*pages, *pieces], troubles, lost)

    def _due(self, table: list[Output], changes: Changes) -> list[Output]:
        """Give the outputs that the site lacks, and those that are made of something that changed."""
        changed = {output.path for output in changes.due(one for one in table if not one.is_named_by_content)}
        return [output for output in table if output.path in changed or self.publication.lacks(output)]

    def _workplace(self, inputs: Inputs, context: Context) -> Workplace:
        return Workplace(inputs, str(self.publication.folder), self.publication.is_new, context)

    def _put(self, table: list[Output], due: list[Output], workplace: Workplace) -> Iterator[tuple[str, str]]:
        """Make what is due and put it in place; yield (path, why) of pages that could not be made."""
        by_path = {output.path: output for output in due}
        notice = workplace.context.render("coming.html", None)
        is_much = sum(output.work for output in due) >= _WORTH_PROCESSES

        def make(outputs: Sequence[Output]) -> Iterator[Done]:
            for batch in self.work.pool.map(make_in_place, workplace, outputs, is_much=is_much):
                self.history.note_found(batch.found)
                yield from batch.done

        for number, done in enumerate(self.publication.put(table, due, make, notice), 1):
            output = by_path[done.path]
            if done.trouble:
                self.history.forget_outputs([output])
                yield done.path, done.trouble
            elif not output.is_named_by_content:
                self.history.note_output(output, done.reads)
            self.work.progress(number, len(due))

    def _search(self, records: list[Output], changed: list[Output], named: Named, workplace: Workplace) -> SearchIndex:
        """Make the records that changed and the index of all; what lies there, where none did."""
        database, folder = self.work.database, self.work.cache / "tim"
        kept, wanted = database.keys(RECORDS), {output.path for output in records}
        paths = {output.path for output in changed} | (wanted - kept)
        due = [output for output in records if output.path in paths]
        is_as_kept = kept == wanted and not due and database.note(_INDEXED)
        if is_as_kept and (index := whole_index(folder, code_edition(), named)):
            return index
        is_much, nowhere = len(due) >= _RECORDS_WORTH_PROCESSES, replace(workplace, folder="")
        made: dict[str, bytes | None] = dict.fromkeys(kept - wanted)
        by_path = {output.path: output for output in due}
        for batch in self.work.pool.map(make_in_place, nowhere, due, is_much=is_much):
            self.history.note_found(batch.found)
            for done in batch.done:
                made[done.path] = done.data
                self.history.note_output(by_path[done.path], done.reads)
        again = sorted(made.keys() & kept)
        before = dict(zip(again, database.some(RECORDS, again), strict=True))
        is_indexed = database.note(_INDEXED)
        # Until the history is saved, nobody may believe of what they were made.
        unsure = dict.fromkeys(map(part_of_output, made))
        database.write({HISTORY: unsure, NOTES: {_INDEXED: None}, RECORDS: made})
        after = {path: data for path, data in made.items() if data is not None}
        index = None
        if is_indexed and kept == wanted:
            with suppress(DamagedIndexError):
                index = changed_index(before, after, named, folder, code_edition())
        index = index or self._index_made_anew(named)
        database.write_note(_INDEXED, "yes")
        return index

    def _index_made_anew(self, named: Named) -> SearchIndex:
        work = self.work
        return make_index(work.database.all(RECORDS), named, work.cache / "tim", code_edition(), work.pool)

    def _shown(self, records: list[Output], changed: list[Output], named: Named, inputs: Inputs) -> set[str]:
        """Give the ids of the models on show, and `EVERYONE` where it is known that none of them has gone since.

        A model from which somebody took back the consent is as if it had gone: what it showed before goes at once.
        """
        paths = {output.path for output in records}
        withdrawing = {model.id for model in inputs.summaries.values() if model.has_withdrawals}
        known = {path for path in self.history.outputs if path.startswith(record.RECORDS)}
        database = self.work.database
        has_changed = any(output.path.removeprefix(record.RECORDS) in withdrawing for output in changed)
        is_less = not (known | database.keys(RECORDS)) <= paths or self._names_less(named)
        has_lost = has_changed or bool(database.note(_GONE)) or is_less
        if has_lost:  # who is killed before its files are gone leaves word: the records themselves tell of it no more
            database.write_note(_GONE, "yes")
        ids = {path.removeprefix(record.RECORDS) for path in paths} - withdrawing
        ids |= {owner for owner, event in owners((), inputs.events_on_show) if not event.has_withdrawals}
        return ids if has_lost or not self.history.outputs else {*ids, EVERYONE}

    def _names_less(self, named: Named) -> bool:
        """Tell whether the search told of an event or a document that it tells of no more."""
        before = named_before(self.work.cache / "tim", code_edition()) or set()
        return not before <= {row.address for rows in named.values() for row in rows}

    def _put_search(self, inputs: Inputs) -> list[Output]:
        """Put the files of the search in place, the one that names the others last; give all that there are."""
        context, keys = Context(inputs), inputs.keys()
        table = [output for outputs in SEARCH for output in outputs(context)]
        due = self._due(table, Changes(self.history, keys, context))
        list(self._put(table, due, self._workplace(inputs, context)))  # none is a page, which alone may be in trouble
        self.history.note_inputs(keys)
        return table

    def _finished(
        self, inputs: Inputs, table: list[Output], troubles: list[tuple[str, str]], lost: tuple[str, ...]
    ) -> Published:
        publication = self.publication
        self.history.save(self.work.database, stamp_of_site(publication.site))
        if publication.removed:
            models = (model for model in inputs.summaries.values() if not model.taken_down)
            shown = owners(models, inputs.events_on_show)
            self._photos.remove_unused(photo.facts for _, one in shown for photo in one.pictures())
            DrawingStore(self.work.cache / "chia-se", self._photos).remove_unused()
        return Published(
            pages=sum(bool(output.about) for output in table),
            written=publication.written,
            removed=publication.removed,
            extent=publication.extent,
            troubles=tuple(troubles),
            address=inputs.settings.site.url,
            takes_contributions=inputs.settings.site.contributions.has_any,
            lost=lost,
        )

    def _make_renditions(self, due: Iterable[Output], inputs: Inputs) -> None:
        """Make the pictures that are due, all of a photo at once, where photos are decoded with limits; raises PhotoError."""
        wanted = {output.owner for output in due if output.owner}
        photos = (
            (Path(one.path).parent / photo.file, photo.facts)
            for owner, one in owners(inputs.summaries.values(), inputs.events)
            if owner in wanted
            for photo in one.pictures()
        )
        for path, fault in self._photos.make_renditions(photos).items():
            message = f"{path}: {explain(PhotoFacts(path.name, fault=fault))}"
            raise PhotoError(message)

    @property
    def _photos(self) -> PhotoStore:
        return PhotoStore(self.work.cache / "anh", cluster=self.work.cluster)
