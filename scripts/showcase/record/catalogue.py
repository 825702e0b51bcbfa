"""The catalogue is everything that is true, at rest: summaries of models, vocabularies, reports, places; no pages.

It is made once and looked at in many ways; every view is computed from it and none changes it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from showcase.reading.form import DOCUMENT_KINDS
from showcase.record.document import Document
from showcase.record.event import Event
from showcase.record.family import Family, Member, grown_families
from showcase.record.proof import all_proofs
from showcase.record.reference import Reference
from showcase.record.report import Report
from showcase.record.submission import Submission
from showcase.record.summary import Summary
from showcase.record.units import Body, Place
from showcase.record.vocabulary import Vocabularies, make_vocabularies
from showcase.words.collation import sort_key

__all__ = ["Catalogue", "in_order_of_rank", "in_order_of_year", "latest_first", "newest_first", "vocabularies_of"]


@dataclass(frozen=True, kw_only=True)
class Catalogue(Reference):
    """Models sorted newest first, those of one day as Vietnamese sort; `taken_down` are those of which a notice stays.

    `year` is the one in which it is looked at: by it a check is recent or long ago.
    """

    models: tuple[Summary, ...]
    taken_down: tuple[Summary, ...]
    reports: tuple[Report, ...]
    documents: tuple[Document, ...] = ()
    events: tuple[Event, ...] = ()
    year: int = 0

    @cached_property
    def by_id(self) -> dict[str, Summary]:
        """The models on show, by id, and by the ids that they had before: those who name one may not know of the change."""
        formerly = {former: model for model in self.models for former in model.former_ids}
        return formerly | {model.id: model for model in self.models}

    @cached_property
    def counted_in(self) -> Counter[tuple[str, str]]:
        """How many models on show say that they are counted in a report, by its id and their kind."""
        return Counter((report, model.kind) for model in self.models for report in model.counted_in)

    @cached_property
    def reports_of(self) -> dict[Place | Body, tuple[Report, ...]]:
        """The reports of each place and body, in their order."""
        found: dict[Place | Body, list[Report]] = defaultdict(list)
        for report in self.reports:
            found[report.place].append(report)
        return {place: tuple(reports) for place, reports in found.items()}

    @cached_property
    def learners(self) -> dict[str, tuple[Summary, ...]]:
        """For each id, the models that say they learned from it: the other end of `hoc_tu`, oldest first."""
        found: dict[str, list[Summary]] = defaultdict(list)
        for model in self.models:
            if model.learned_from and (teacher := self.by_id.get(model.learned_from)):
                found[teacher.id].append(model)
        return {key: tuple(sorted(models, key=_first_year)) for key, models in found.items()}

    def copied(self, model: Summary) -> int:
        """How often a model was copied: by models of the catalogue, and by places without an entry."""
        return len(model.copies) + len(self.learners.get(model.id, ()))

    def proofs(self, model: Summary) -> tuple[str, ...]:
        """What the results of a model rest on, by the keys of `record/proof.py`."""
        return all_proofs(model.proofs, self.copied(model), model.checked, self.year)

    @cached_property
    def families(self) -> tuple[Family, ...]:
        """The families of copies, that which spread the furthest first; of equals the elder, then as Vietnamese sort."""
        found = grown_families(self.models, self.learners, self._is_taught)
        return tuple(sorted(found, key=lambda family: (-family.spread, family.root.first_year, family.root.title_key)))

    @cached_property
    def offered_families(self) -> tuple[Family, ...]:
        """The families that one is led to: those whose first model is offered."""
        return tuple([family for family in self.families if family.root.is_offered])

    @cached_property
    def family_of(self) -> dict[str, tuple[Family, Member]]:
        """Each member of a family by its id, with the family."""
        return {member.model.id: (family, member) for family in self.families for member in family.members}

    def _is_taught(self, model: Summary) -> bool:
        return model.learned_from in self.by_id


def vocabularies_of(submissions: Iterable[Submission]) -> Vocabularies:
    """Make the vocabularies of a models folder."""
    return make_vocabularies({submission.name: submission for submission in submissions})


def newest_first(models: Iterable[Summary]) -> tuple[Summary, ...]:
    """Sort by the day of publication, newest first; those of one day by title, then id."""
    return tuple(sorted(models, key=lambda model: (-model.published, model.title_key, model.id)))


def in_order_of_year(reports: Iterable[Report]) -> tuple[Report, ...]:
    """Sort reports, the latest year first; those of one year by title."""
    return tuple(sorted(reports, key=lambda report: (-report.year, sort_key(report.title))))


def in_order_of_rank(documents: Iterable[Document]) -> tuple[Document, ...]:
    """Sort documents by rank, laws first; those of one rank the newest first, and those of one year by their subject."""
    rank = {kind: number for number, kind in enumerate(DOCUMENT_KINDS)}
    return tuple(sorted(documents, key=lambda one: (rank[one.kind], -_day(one), sort_key(one.subject), one.id)))


def latest_first(events: Iterable[Event]) -> tuple[Event, ...]:
    """Sort events, the latest first; of one year those without a day last, those of one day by title."""
    return tuple(sorted(events, key=lambda one: (-_count(one.ends, one.in_year, 1), sort_key(one.title), one.id)))


def _day(document: Document) -> int:
    """Count the day of issue; where only the year is known, its last."""
    return _count(document.day, document.in_year, 12)


def _count(day: date | None, year: int, month: int) -> int:
    """Count a day; where only the year is known, its first or its last month's first."""
    return (day or date(year, month, 1)).toordinal()


def _first_year(model: Summary) -> tuple[int, str]:
    return (model.first_year, model.id)
