"""What a site is made of, as values for tests: of snippets or of a folder; it asserts nothing."""

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from making import TODAY, TODAY_OF_THE_REAL, photo, vocabularies
from project import ASSETS
from showcase.build.changes import Changes, History
from showcase.build.inputs import make_inputs
from showcase.checking.check import Checked, Checker
from showcase.checking.database import Database
from showcase.checking.scan import scan_sources
from showcase.publish.context import Context
from showcase.publish.inputs import Inputs, Settings
from showcase.publish.output import Output
from showcase.publish.record_rows import model_row, packed_rows
from showcase.publish.site import all_outputs
from showcase.record.catalogue import in_order_of_year, vocabularies_of
from showcase.record.making import make_model, make_report
from showcase.record.model import Model
from showcase.record.photo import PhotoFacts
from showcase.record.reference import Reference
from showcase.record.report import Report
from showcase.record.submission import Submission
from showcase.record.summary import make_summary
from showcase.system.gazetteer import load_gazetteer
from showcase.system.package import load_templates
from showcase.system.pool import Pool
from showcase.system.workbook import workbook_of
from showcase.views.page import SiteFacts
from showcase.views.share_picture import SharePicture
from showcase.words.digest import digest_of

SITE = SiteFacts(name="Dân vận khéo", description="Thử.")
TEMPLATES = load_templates()

_caches = tempfile.TemporaryDirectory(prefix="caches-")
_numbers = count()

Inspect = Callable[[list[Path]], list[PhotoFacts]]


@dataclass(frozen=True)
class MadeHost:
    """A host that made nothing but a frame of one line, and files that say their own paths unless it is given what they say."""

    files: Mapping[str, str] = field(default_factory=dict)
    frame: str = "{% block head %}{% endblock %}{% block main %}{% endblock %}"
    hashes: tuple[str, ...] = ()
    assets: Mapping[str, str] = field(default_factory=lambda: ASSETS)
    mark: str = ""
    made: Mapping[str, bytes] = field(default_factory=dict)
    site: SiteFacts = SITE

    def file(self, path: str) -> bytes:
        """Give the bytes of a file."""
        return self.made.get(path, path.encode())


@dataclass(frozen=True)
class MadeModels:
    """Whole models by what stands for them."""

    models: Mapping[str, Model]

    def model(self, digest: str) -> Model:
        """Give a whole model."""
        return self.models[digest]

    def rows(self, digests: Sequence[str]) -> Iterator[bytes]:
        """Yield the open data of models."""
        return (model_row(self.models[digest]) for digest in digests)

    def table_rows(self, digests: Sequence[str]) -> Iterator[bytes]:
        """Yield their rows of tables."""
        return (packed_rows(self.models[digest]) for digest in digests)


@dataclass(frozen=True)
class NoPhotos:
    """Where no picture is ever asked for."""


@dataclass(frozen=True)
class MadeDrawings:
    """Pictures that are no more than what stands on them."""

    def share_picture(self, picture: SharePicture, _photo: str) -> bytes:
        """Write down what stands on a picture."""
        return repr(picture).encode()


class ViewContext(Context):
    """A context that shows the view itself instead of filling a template with it."""

    def render(self, template: str, view: object) -> object:
        """Note the template as others do; give the view."""
        self._ask("template", template)
        return view


def inputs_of(*models: Submission, reports: Iterable[Submission] = (), is_searched: bool = False) -> Inputs:
    """Give the inputs that sound submissions make."""
    gazetteer = load_gazetteer()
    made = [make_model(submission, gazetteer) for submission in models]
    return inputs_of_models(made, [make_report(report, gazetteer) for report in reports], is_searched=is_searched)


def inputs_of_models(models: Iterable[Model], reports: Iterable[Report] = (), *, is_searched: bool = False) -> Inputs:
    """Give the inputs of models that are made already."""
    by_digest = {digest_of(model): model for model in models}
    summaries = {model.id: (digest, make_summary(model)) for digest, model in by_digest.items()}
    return Inputs(
        summaries={model_id: summary for model_id, (_, summary) in summaries.items()},
        digests={model_id: (digest, digest_of(summary)) for model_id, (digest, summary) in summaries.items()},
        row_digests={model.id: digest_of(packed_rows(model)) for model in by_digest.values()},
        reports=in_order_of_year(reports),
        reference=Reference(vocabularies_of(vocabularies()), load_gazetteer()),
        settings=Settings(SITE, "models", is_searched),
        templates=TEMPLATES,
        host=MadeHost(),
        models=MadeModels(by_digest),
        photos=NoPhotos(),
        drawings=MadeDrawings(),
        workbook=workbook_of,
        year=TODAY.year,
    )


def inputs_of_folder(models: Path, inspect: Inspect | None = None, host: MadeHost | None = None) -> Inputs:
    """Give the inputs that a build makes of a sound models folder; ValueError tells what is wrong with another."""
    cache = new_cache()
    found = checked(models, inspect, TODAY_OF_THE_REAL, cache=cache)
    if found.errors:
        raise ValueError("\n".join(map(str, found.problems)))
    host = host or MadeHost()
    return make_inputs(found, Settings(host.site, found.scan.root), host, Database(cache), cache, TODAY.year)


def context_of(*models: Submission, reports: Iterable[Submission] = ()) -> ViewContext:
    """Give a context of sound submissions."""
    return ViewContext(inputs_of(*models, reports=reports))


def views_of(context: Context) -> dict[str, object]:
    """Give what each page says by its address."""
    return {output.address: made(context, output) for output in all_outputs(context) if output.about}


def view_at(context: Context, address: str) -> Any:
    """Give what the page at an address says."""
    return next(made(context, output) for output in all_outputs(context) if output.about and output.address == address)


def make_all(inputs: Inputs, kind: type[Context] = ViewContext) -> tuple[dict[str, object], History]:
    """Make every output, in a context of a kind; give what each says by path, and what a build remembers of them."""
    context, history, found = kind(inputs), History(), {}
    for output in all_outputs(context):
        found[output.path], reads = context.noting(partial(made, context, output))
        history.note_found(context.take_found())
        history.note_output(output, reads)
    history.note_inputs(inputs.keys())
    return found, history


def due(history: History, inputs: Inputs, kind: type[Context] = ViewContext) -> set[str]:
    """Tell by path what a build would make again of other inputs."""
    context = kind(inputs)
    changes = Changes(history, inputs.keys(), context)
    return {output.path for output in changes.due(all_outputs(context))}


def made(context: Context, output: Output) -> object:
    """Make an output; give its view, or its bytes."""
    value = output.make(context, *output.key)
    return b"".join(value) if isinstance(value, Iterator) else value


def taken_for_sound(paths: list[Path]) -> list[PhotoFacts]:
    """Inspect photos without a look at them."""
    return [photo(path.name, digest=str(path)) for path in paths]


def checked(
    models: Path,
    inspect: Inspect | None = None,
    today: date = TODAY,
    *,
    cache: Path | None = None,
    makes_models: bool = True,
) -> Checked:
    """Check a folder, with the editors' list that lies beside it; what is found is kept in `cache`, where that is given."""
    database = Database(cache or new_cache(), "tests")
    with Pool() as pool:
        checker = Checker(today, inspect or taken_for_sound, database, pool, makes_models=makes_models)
        return checker.check(scan_sources(models, models.parent))


def new_cache() -> Path:
    """Give a folder that nobody has kept anything in."""
    return Path(_caches.name) / str(next(_numbers))
