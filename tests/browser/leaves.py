"""Reads a page's elements with Python's own parser, without a browser: enough to follow links and look at heads."""

from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser


@dataclass(frozen=True, slots=True)
class Element:
    """One opening tag; `text` is what stands in it, for those whose text matters (`title`, `h1`)."""

    tag: str
    attributes: dict[str, str]
    text: list[str] = field(default_factory=list)


@lru_cache(maxsize=4000)  # more than both sites have: a file of tests reads all their pages again and again
def elements(html: str) -> tuple[Element, ...]:
    """Give all elements of a page in their order."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return tuple(parser.found)


def named(html: str, *tags: str) -> list[Element]:
    """Give the elements of some tags."""
    return [element for element in elements(html) if element.tag in tags]


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Element] = []
        self._listening: Element | None = None

    def handle_starttag(self, tag, attrs):
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.found.append(element)
        if tag in {"title", "h1"}:
            self._listening = element

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag):
        if self._listening and tag == self._listening.tag:
            self._listening = None

    def handle_data(self, data):
        if self._listening:
            self._listening.text.append(data)
