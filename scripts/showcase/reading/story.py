"""The facts of a story are told here, as its Markdown gives them; nothing is judged and nothing rendered.

Why one parser for rules and pages: what is checked must be what is shown.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from urllib.parse import unquote

from markdown_it.token import Token

from showcase.reading.characters import forbidden
from showcase.reading.commonmark import TYPED_HTML, bare_paragraphs, story_tokens
from showcase.reading.link import Destination, LinkKind, Refusal, link_target
from showcase.words.text import nfc

__all__ = [
    "Destination",
    "LinkKind",
    "Refusal",
    "StoryFacts",
    "StoryLink",
    "StoryPicture",
    "link_target",
    "picture_file",
    "plain_paragraphs",
    "story_facts",
    "text_of",
]


@dataclass(frozen=True, slots=True)
class StoryLink:
    """A link: the words that a reader sees, and the target as typed with entities decoded; see `link_target`."""

    text: str
    target: str


@dataclass(frozen=True, slots=True)
class StoryPicture:
    """A picture: its alternative text, and its target as typed; see `picture_file`."""

    alternative: str
    target: str


@dataclass(frozen=True, slots=True)
class StoryFacts:
    """What the rules ask of one section, each in the order of the text."""

    links: tuple[StoryLink, ...] = ()
    pictures: tuple[StoryPicture, ...] = ()
    raw_html: tuple[str, ...] = ()
    """Tags, comments and the like outside code, as typed; they will be shown as typed."""
    unseen: tuple[str, ...] = ()
    """Characters that no file may hold, typed as entities (`&#8238;`); U+FFFD is shown in their place."""
    plain: bool = False
    """The text is over a limit: it is shown as plain paragraphs, and nothing else is known of it."""


@lru_cache(maxsize=16)
def story_facts(markdown: str) -> StoryFacts:
    """Tell what one section of a story holds; never an exception. The last few are remembered: of a model it is asked twice."""
    tokens = story_tokens(markdown)
    if tokens is None:
        return StoryFacts(plain=True)
    runs = [token.children for token in tokens if token.children]
    inline = [child for run in runs for child in run]
    pictures = (token for token in inline if token.type == "image")
    return StoryFacts(
        links=tuple(link for run in runs for link in _links(run)),
        pictures=tuple(StoryPicture(text_of([token]), str(token.attrs["src"])) for token in pictures),
        raw_html=tuple(token.content for token in inline if token.type == TYPED_HTML),
        unseen=tuple(sign for _, sign in forbidden(text_of(inline))),
    )


def text_of(run: Iterable[Token]) -> str:
    """Give the words of an inline run as they are read aloud: markup gone, pictures by their alternative text."""
    return "".join(_words(token) for token in run)


def picture_file(target: str) -> str:
    """Give the file of the model's folder that a picture's target means: `./l%E1%BA%AFp.jpg` → `lắp.jpg`."""
    return nfc(unquote(target)).removeprefix("./")


def _words(token: Token) -> str:
    if token.type == "image":
        return text_of(token.children or ())
    return " " if token.type in ("softbreak", "hardbreak") else token.content


def _links(run: list[Token]) -> Iterator[StoryLink]:
    openings: list[int] = []
    for index, token in enumerate(run):
        if token.type == "link_open":
            openings.append(index)
        elif token.type == "link_close":
            opening = openings.pop()
            yield StoryLink(text_of(run[opening:index]), str(run[opening].attrs["href"]))


def linked_models(markdown: str) -> Iterator[str]:
    """Yield the ids of models that a text links to; most link to none, and then no Markdown has to be read."""
    if "../" in markdown or "/mo-hinh/" in markdown:
        for link in story_facts(markdown).links:
            if model_id := link_target(link.target).model:
                yield model_id


def plain_paragraphs(markdown: str) -> tuple[str, ...]:
    """Give the text of each paragraph that stands in no list, table or quotation and leads nowhere: markup gone."""
    bare = bare_paragraphs(markdown)
    if bare is not None:
        return tuple(paragraph.replace("\n", " ") for paragraph in bare)
    tokens = story_tokens(markdown)
    runs = ((token, inner.children or []) for token, inner in pairwise(tokens or []))
    alone = (run for token, run in runs if token.type == "paragraph_open" and token.level == 0)
    told = (text_of(run) for run in alone if not any(child.type in ("link_open", "image") for child in run))
    return tuple(text for text in told if text.strip())
