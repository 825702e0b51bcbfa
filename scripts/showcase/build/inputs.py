"""The inputs are all that a site is made of, each part under a key with what stands for it: what no output made itself."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from showcase.mkdocs.host import Host
from showcase.photos.store import PhotoStore
from showcase.publish.context import Settings
from showcase.publish.policy import PLACEHOLDER, policy
from showcase.publish.renderer import template_digests, with_frame
from showcase.record.abbreviations import Abbreviation
from showcase.record.model import Model
from showcase.record.report import Report
from showcase.record.summary import Summary
from showcase.record.vocabulary import Vocabularies
from showcase.words.digest import digest_of


class Models(Protocol):
    """Where whole models are found by the digest of their source: the database, or what stands in for it."""

    def model(self, digest: str) -> Model:
        """Give a whole model; LookupError where there is none."""
        ...

    def rows(self, digests: Sequence[str]) -> Iterator[bytes]:
        """Yield the open data of models."""
        ...


class SearchFiles(Protocol):
    """The files of a search that is ready."""

    @property
    def files(self) -> Mapping[str, str]:
        """The digest of each file by its path in the site, those that name others last."""
        ...

    def file(self, path: str) -> bytes:
        """Give the bytes of a file."""
        ...


@dataclass(frozen=True)
class Inputs:
    """Values that can go to another process; what is costly is read there when it is first asked for.

    `digests` has for each id what stands for the whole model and for its summary. `templates` are sources by name, the
    frame among them.
    """

    summaries: Mapping[str, Summary]
    digests: Mapping[str, tuple[str, str]]
    reports: tuple[Report, ...]
    vocabularies: Vocabularies
    settings: Settings
    host: Host
    templates: Mapping[str, str]
    policy: str
    models: Models
    photos: PhotoStore
    abbreviations: tuple[Abbreviation, ...] = ()
    search: SearchFiles | None = None
    compiled: Path | None = None

    def model(self, model_id: str) -> Model:
        """Give a whole model by its id."""
        return self.models.model(self.digests[model_id][0])

    def rows(self) -> Iterator[bytes]:
        """Yield the open data of the models on show, in the order of their ids."""
        return self.models.rows([digest for digest, _ in self._shown()])

    def host_file(self, path: str) -> bytes:
        """Give a file that the host made, its policy filled in."""
        data = (self.host.folder / path).read_bytes()
        return data.replace(PLACEHOLDER.encode(), self.policy.encode()) if path.endswith(".html") else data

    def keys(self) -> dict[str, str]:
        """Give the digest of every input by its key."""
        found = {
            key_of("settings"): digest_of(self.settings),
            key_of("vocabularies"): digest_of(self.vocabularies),
            key_of("reports"): digest_of(self.reports),
            key_of("abbreviations"): digest_of(self.abbreviations),
            key_of("script_hashes"): digest_of(self.host.hashes),
            key_of("host_files"): digest_of(list(self.host.files)),
            key_of("search_files"): digest_of(list(self.search.files) if self.search else []),
            key_of("summaries"): digest_of(
                "".join([f"{key} {one}\n" for key, (_, one) in sorted(self.digests.items())])
            ),
            key_of("rows"): digest_of("".join([digest for digest, _ in self._shown()])),
        }
        for model_id, (model, summary) in self.digests.items():
            found[key_of("model", model_id)] = model
            found[key_of("summary", model_id)] = summary
        found |= {key_of("template", name): digest for name, digest in template_digests(self.templates).items()}
        policy_digest = digest_of(self.policy)
        for path, digest in self.host.files.items():
            found[key_of("host_file", path)] = f"{digest}{policy_digest}" if path.endswith(".html") else digest
        for path, digest in (self.search.files if self.search else {}).items():
            found[key_of("search_file", path)] = digest
        return found

    def _shown(self) -> list[tuple[str, str]]:
        return [self.digests[key] for key in sorted(self.summaries) if not self.summaries[key].withdrawn]


def key_of(name: str, *key: object) -> str:
    """Give the key of an input, or of any fact: its name and what it was asked with, as they are written in Python."""
    return f"{name} {key!r}"


def filled_templates(
    templates: Mapping[str, str], host: Host, *, is_lenient: bool = False
) -> tuple[dict[str, str], str]:
    """Give the templates with the host's frame, and the policy that stands in it.

    `is_lenient` is for `mkdocs serve`, whose live reload is an inline script: the policy then lets inline scripts run.
    """
    said = policy(() if is_lenient else host.hashes)
    if is_lenient:
        said = said.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
    return with_frame(templates, host.frame, said), said
