"""The renderer fills our templates into the frame that MkDocs rendered; text is escaped here, once, for where it stands."""

import re
from collections.abc import Callable, Mapping
from functools import cache

from jinja2 import BytecodeCache, DictLoader, Environment, StrictUndefined, Template
from markupsafe import Markup

from showcase.publish.policy import EMBED_POLICY
from showcase.publish.story import LinkTarget, render_story
from showcase.views import address
from showcase.views.card import Card
from showcase.views.counted import stories_counted
from showcase.views.model_page import ModelPage
from showcase.views.model_parts import Section
from showcase.views.page import Link
from showcase.views.saved_copy import SavedCopy
from showcase.words.dates import write_moment
from showcase.words.digest import digest_of
from showcase.words.numbers import after_number, write_number

FRAME = "frame.html"
_INCLUDE = re.compile(r'\{% include "([^"]+)" %\}(\n?)')
_NAMED = re.compile(r'"((?:parts/)?[a-z_]+\.html)"')
_ASSET = re.compile(r'assets\["([^"]+)"\]')
_CALLED = {"card(": "parts/card.html", "link_list(": "parts/links.html", "story(": "parts/figure.html"}
"""Functions that templates call, each with the template that it fills."""
_SEAM, _END = "{##}", "\n"
"""A comment that says nothing: the part's lines begin and end as lines of their own, whose blanks Jinja drops as before."""
_CARD, _MACRO = "card", "{% macro fill(card, heading, root) %}"
"""A card as a macro: to render it as a template of its own, which sets up all that templates know, takes twice the time."""
_SECTION_HEADING = 2
_ROOT_MARK = "\ufdd0"
"""A noncharacter of Unicode: reading refuses it, so no text of ours can hold it."""


class Renderer:
    """Compiled templates; one serves every page, at every depth, under any base path."""

    def __init__(
        self, sources: Mapping[str, str], assets: Mapping[str, str], compiled: BytecodeCache | None = None
    ) -> None:
        """Take the sources of the templates by name, the frame among them, and what styles and scripts are named by.

        What they are compiled to is kept in `compiled`, where that is given: to compile those of a page takes 0.2 s.
        """
        self._templates: dict[str, Template] = {}
        self._filled: dict[tuple[object, ...], str] = {}
        whole = {name: _whole(source, sources) for name, source in sources.items()}
        whole[_CARD] = f"{_MACRO}{whole['parts/card.html'].removesuffix(_END)}{{% endmacro %}}"
        self._environment = Environment(
            loader=DictLoader(whole),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=compiled,
        )
        self._environment.filters["number"] = write_number
        self._environment.filters["after_number"] = after_number
        self._environment.filters["moment"] = write_moment
        self._environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
        self._environment.filters["stories_counted"] = stories_counted
        self._environment.globals["card"] = self._card
        self._environment.globals["link_list"] = self._link_list
        self._environment.globals["story"] = self._story
        self._environment.globals["prose"] = _prose
        self._environment.globals["addresses"] = address
        self._environment.globals["assets"] = assets
        self._environment.globals["embed_policy"] = Markup(EMBED_POLICY)  # noqa: S704 - our own, and it stands between double quotes

    def render(self, template: str, view: object) -> bytes:
        """Fill a template; a name that is missing is an error."""
        head = getattr(view, "head", None)
        root = head.root if head else "."
        return self._template(template).render(page=view, root=root).encode()

    def _template(self, name: str) -> Template:
        """Give a compiled template; Jinja's own way to one that it has costs as much as a small part of a page."""
        found = self._templates.get(name)
        if found is None:
            found = self._templates[name] = self._environment.get_template(name)
        return found

    def _card(self, card: Card, heading: int, root: str) -> Markup:
        """Give a card; it stands in about ten lists at different depths and is filled once."""

        def fill() -> str:
            return str(self._template(_CARD).module.fill(card, heading, _ROOT_MARK))  # type: ignore[attr-defined] # its macro

        return self._filled_once(("card", card, heading), fill, root)

    def _link_list(self, links: tuple[Link, ...], root: str) -> Markup:
        """Give links side by side; those to all communes of a province stand on the page of each, and are filled once."""
        template = self._template("parts/links.html")
        return self._filled_once(("links", links), lambda: template.render(links=links, root=_ROOT_MARK), root)

    def _filled_once(self, key: tuple[object, ...], fill: Callable[[], str], root: str) -> Markup:
        """Give a part that stands on many pages at different depths; `fill` fills it, with a mark where the way to the root stands."""
        filled = self._filled.get(key)
        if filled is None:
            filled = self._filled[key] = fill()
        return Markup(filled.replace(_ROOT_MARK, root))  # noqa: S704 - our own template, escaped within

    def _story(
        self, section: Section, page: ModelPage | SavedCopy, root: str, figure: str = "parts/figure.html"
    ) -> Markup:
        """Give a section's Markdown as safe HTML, with links to other models and the model's own pictures, by the template `figure`."""

        def link(model_id: str) -> LinkTarget | None:
            known = page.linked.get(model_id)
            return LinkTarget(f"{root}/{address.model(known)}") if known else None

        def picture(name: str) -> Markup | None:
            found = page.pictures.get(name)
            partial = self._template(figure)
            return Markup(partial.render(picture=found, root=root)) if found else None  # noqa: S704 - our own template, escaped within

        return render_story(section.markdown, heading_level=_SECTION_HEADING, link=link, picture=picture)


def template_digests(sources: Mapping[str, str], assets: Mapping[str, str]) -> dict[str, str]:
    """Give for each template what changes when it does, one that it is filled with, or the name of a style or script in it."""
    named = {name: [assets.get(asset) for asset in _ASSET.findall(source)] for name, source in sources.items()}
    own = {name: digest_of(source, named[name]) for name, source in sources.items()}
    return {name: digest_of([own[part] for part in sorted(_parts(name, sources))]) for name in sources}


def _parts(name: str, sources: Mapping[str, str]) -> set[str]:
    """Find a template and all that it names, or that what it names does."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        part = waiting.pop()
        if part not in found and part in sources:
            found.add(part)
            source = sources[part]
            waiting += _NAMED.findall(source)
            waiting += [target for call, target in _CALLED.items() if call in source]
    return found


def _whole(source: str, templates: Mapping[str, str]) -> str:
    """Put included parts in the place of what includes them: at each page Jinja would look them up and copy what is known."""
    return _INCLUDE.sub(
        lambda found: f"{_SEAM}\n{_whole(templates[found[1]], templates).removesuffix(_END)}{_SEAM}{found[2]}", source
    )


@cache
def _prose(markdown: str) -> Markup:
    """Give our own Markdown (a rule's page) as HTML, made once; it links to no model and shows no picture."""
    return render_story(markdown, heading_level=_SECTION_HEADING, link=lambda _id: None, picture=lambda _name: None)
