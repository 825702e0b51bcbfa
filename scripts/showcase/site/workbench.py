"""The workbench is the hands that recipes ask for, made once in every process: the press, the darkroom, the host's files."""

import importlib.metadata
import traceback
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from showcase.publish.output import Output, fingerprint
from showcase.publish.policy import PLACEHOLDER, policy
from showcase.publish.press import Press
from showcase.record.photo import Rendition
from showcase.site.host import Host
from showcase.site.photos import PhotoStore
from showcase.views.broken_page import broken_page

_RENDERERS = ("jinja2", "markdown-it-py", "markupsafe", "nh3")


@dataclass
class Workbench:
    """Made of plain values, so that it can go to another process; what is costly is made there when first asked for."""

    host: Host
    photos: PhotoStore
    templates: dict[str, str] = field(default_factory=lambda: dict(_templates()))
    lenient: bool = False
    """For `mkdocs serve`, whose live reload is an inline script: the policy then lets inline scripts run."""

    @property
    def edition(self) -> str:
        """The fingerprint of all that every page depends on: code, ours and others', templates, frame, policy."""
        renderers = [(name, importlib.metadata.version(name)) for name in _RENDERERS]
        return fingerprint(_code_digest(), renderers, sorted(self.templates.items()), self.host.frame, self._policy)

    @property
    def _policy(self) -> str:
        if self.lenient:
            return policy(()).replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
        return policy(self.host.hashes)

    @property
    def _press(self) -> Press:
        return _press(tuple(self.templates.items()), self.host.frame, self._policy)

    def page(self, template: str, view: object) -> bytes:
        """Fill a template with a view."""
        return self._press.page(template, view)

    def photo(self, source: str, rendition: Rendition) -> bytes:
        """Give one size of a photo, from the store or freshly developed."""
        return self.photos.rendition(source, rendition)

    def host_file(self, path: str) -> bytes:
        """Give a file that MkDocs made, with its policy."""
        data = (self.host.folder / path).read_bytes()
        return data.replace(PLACEHOLDER.encode(), self._policy.encode()) if path.endswith(".html") else data


@lru_cache(maxsize=4)
def _press(templates: tuple[tuple[str, str], ...], frame: str, policy: str) -> Press:
    """Keep the compiled templates of this process, 0.2 s of work: `mkdocs serve` builds again and again with the same."""
    return Press(dict(templates), frame, policy)


_own: list[Workbench] = []


def set_up(workbench: Workbench) -> None:
    """Give a process of our own its workbench."""
    _own[:] = [workbench]


@dataclass(frozen=True, slots=True)
class Made:
    """The bytes of an output; `trouble` tells why a page could not be made, and the bytes are then a notice."""

    path: str
    data: bytes
    trouble: str = ""


def make_batch(workbench: Workbench | None, outputs: Iterable[Output]) -> list[Made]:
    """Make outputs, in their order; a page that fails becomes a notice and takes no other with it."""
    hands = workbench or _own[0]
    return [_make(output, hands) for output in outputs]


def _make(output: Output, hands: Workbench) -> Made:
    try:
        return Made(output.path, output.recipe(hands))
    except Exception:
        if not output.about:
            raise
        notice = broken_page(output.address, hands.host.site)
        return Made(output.path, hands.page("broken.html", notice), traceback.format_exc())


def _templates() -> Iterable[tuple[str, str]]:
    return _below(files("showcase") / "templates", "")


def _below(folder: Traversable, prefix: str) -> Iterable[tuple[str, str]]:
    for entry in sorted(folder.iterdir(), key=lambda item: item.name):
        if entry.is_dir():
            yield from _below(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith((".html", ".svg", ".jinja")):
            yield f"{prefix}{entry.name.removesuffix('.jinja')}", entry.read_text(encoding="utf-8")


def _code_digest() -> str:
    """Digest our own code: an output made by other code is another output."""
    package = Path(str(files("showcase")))
    sources = sorted(path for path in package.rglob("*") if path.suffix in {".py", ".tsv"})
    return fingerprint(*(part for path in sources for part in (path.name, path.read_bytes())))
