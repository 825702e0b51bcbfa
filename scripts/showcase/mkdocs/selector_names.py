"""The names that a page can have decide which rules of a style sheet can apply to it; in doubt a page has a name.

Names are written as in a selector: `h1`, `.md-grid`, `#__drawer`, `[hidden`, and `=slate` for the value of any attribute.
They come from pages that are finished but for their holes, and from the texts that fill these: templates and scripts, of
which every word may become a name.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

_WORD = re.compile(r"-?[A-Za-z_][\w-]*")
_STEM = re.compile(r"([A-Za-z_][\w-]*[-_])(?:\{\{|\{%|\$\{)")
"""A name of which the end is filled in: ours are joined with hyphens."""
_HOLE = re.compile(r"\{[{%]")
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)


@dataclass(frozen=True, slots=True)
class Names:
    """What pages can be called: `own` are the names of any element, `around` of those in which another can stand.

    `words` and `stems` are those of the texts: any name may be one of the words, or begin with one of the stems.
    """

    own: frozenset[str]
    around: frozenset[str]
    words: frozenset[str]
    stems: tuple[str, ...]

    def may_have(self, name: str, *, around: bool) -> bool:
        """Tell whether an element can have a name; with `around`, one in which another element can stand."""
        bare = name.lstrip(".#[=")
        known = self.around if around else self.own
        return name in known or bare in self.words or bare.startswith(self.stems)


def names_of(pages: Iterable[str], texts: Iterable[str], elements: Iterable[str] = ()) -> Names:
    """Collect the names of finished pages, of the texts that fill or change them, and of `elements` that come besides."""
    text = "\n".join(texts)
    words, stems = frozenset(_WORD.findall(text)), tuple(sorted(set(_STEM.findall(text))))
    own, around = set(elements), set(elements)
    for page in pages:
        reader = _PageReader()
        reader.feed(page)
        reader.close()
        for element in reader.elements:
            own |= element.names
            if element.holds or any(_is_called(name, words, stems) for name in element.names):
                around |= element.names
    return Names(frozenset(own), frozenset(around), words, stems)


def _is_called(name: str, words: frozenset[str], stems: tuple[str, ...]) -> bool:
    """Tell whether a script can mean an element by this name, and so put something into it; by `div` nobody is meant."""
    return name.startswith((".", "#", "[data-")) and (name[1:] in words or name[1:].startswith(stems))


@dataclass(slots=True)
class _Element:
    names: frozenset[str]
    holds: bool = False


class _PageReader(HTMLParser):
    """Reads the elements of a page, and which of them hold others or a hole."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[_Element] = []
        self._open: list[tuple[str, _Element]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._note_content()
        element = _Element(frozenset(_element_names(tag, attrs)))
        self.elements.append(element)
        if tag not in _VOID:
            self._open.append((tag, element))

    def handle_endtag(self, tag: str) -> None:
        if tag in (open_tag for open_tag, _ in self._open):
            while self._open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        if _HOLE.search(data):
            self._note_content()

    def _note_content(self) -> None:
        for _, element in self._open:
            element.holds = True


def _element_names(tag: str, attributes: list[tuple[str, str | None]]) -> Iterator[str]:
    yield tag
    for name, value in attributes:
        yield f"[{name}"
        yield f"={value or ''}"
        if name == "class":
            yield from (f".{part}" for part in (value or "").split())
        elif name == "id":
            yield f"#{value}"
