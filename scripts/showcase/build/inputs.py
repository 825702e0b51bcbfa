"""The inputs of a site are put together here, of whatever is sound: for a build, a preview, a proposal and a release alike."""

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from showcase.build.compiled import CompiledTemplates
from showcase.checking.judgement import Judgement
from showcase.drawing.store import DrawingStore
from showcase.photos.store import PhotoStore
from showcase.publish.inputs import Host, Inputs, Models, Settings
from showcase.record.abbreviations import Abbreviation
from showcase.record.addresses import PublishedPage
from showcase.record.document import Document
from showcase.record.event import Event
from showcase.record.reference import Reference
from showcase.record.report import Report
from showcase.record.vocabulary import Vocabularies
from showcase.system.gazetteer import load_gazetteer
from showcase.system.package import load_templates
from showcase.system.workbook import workbook_of


class Sources(Protocol):
    """What the sources tell that is sound: all of it where there is no error, else what was good last."""

    @property
    def judgements(self) -> Mapping[str, Judgement]:
        """What is known of each model's folder by the path of its `model.yaml`; shown are those with a summary."""
        ...

    @property
    def vocabularies(self) -> Vocabularies:
        """The vocabularies."""
        ...

    @property
    def reports(self) -> tuple[Report, ...]:
        """The official figures, the latest year first."""
        ...

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents, by rank."""
        ...

    @property
    def events(self) -> tuple[Event, ...]:
        """The events, the latest first."""
        ...

    @property
    def abbreviations(self) -> tuple[Abbreviation, ...]:
        """The editors' abbreviations."""
        ...

    @property
    def published_pages(self) -> tuple[PublishedPage, ...]:
        """The pages that were ever published beside those of models."""
        ...

    @property
    def published_files(self) -> tuple[PublishedPage, ...]:
        """The files that were published and are no more."""
        ...


def make_inputs(sources: Sources, settings: Settings, host: Host, models: Models, cache: Path, year: int) -> Inputs:
    """Put together all that a site is made of in a year; pictures and compiled templates are kept below `cache`."""
    sound = [(one, one.summary) for one in sources.judgements.values() if one.summary]
    photos = PhotoStore(cache / "anh")
    return Inputs(
        summaries={summary.id: summary for _, summary in sound},
        digests={summary.id: (one.digest, one.summary_digest) for one, summary in sound},
        row_digests={summary.id: one.rows_digest for one, summary in sound},
        reports=sources.reports,
        documents=sources.documents,
        events=sources.events,
        reference=Reference(sources.vocabularies, load_gazetteer()),
        settings=settings,
        templates=load_templates(),
        host=host,
        models=models,
        photos=photos,
        drawings=DrawingStore(cache / "chia-se", photos),
        workbook=workbook_of,
        year=year,
        abbreviations=sources.abbreviations,
        published_pages=sources.published_pages,
        published_files=sources.published_files,
        compiled=CompiledTemplates(cache.absolute() / "mau"),
    )
