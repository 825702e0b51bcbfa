"""What MkDocs wrote becomes what is published: of Material's styles only what is used, scripts without comments, both named by content.

Left out are the sitemap, which knows only the pages of docs/, and what Material brings and no page refers to: its styles as
they come, its scripts (overrides/main.html says why), and the maps to their sources.
"""

import re
import shutil
from collections.abc import Sequence
from filecmp import cmp
from pathlib import Path

from rjsmin import jsmin

from showcase.mkdocs.content_names import is_named, named_by_content, rewritten_page
from showcase.mkdocs.selector_names import names_of
from showcase.mkdocs.stylesheets import rules_of, used_rules, words_of
from showcase.publish.story import TAGS
from showcase.system.kept import emptied
from showcase.system.package import TEMPLATES
from showcase.system.writing import write_new

PAGE_STYLES, FRAME_STYLES = "assets/material.css", "assets/material-frame.css"
"""What is used of Material's styles by the pages of docs/, and by ours, which need less: overrides/ refer to them."""
_SITEMAPS = {"sitemap.xml", "sitemap.xml.gz"}
_ENDED_AS_XML = re.compile(r"<((?:br|hr|img)\b[^<>]*?)\s*/>")
"""Python-Markdown ends elements that hold nothing with a stroke, which HTML does without."""


def finish_site(raw: Path, folder: Path, *, frame: str, themes: Sequence[Path]) -> None:
    """Make `folder` anew of what MkDocs wrote into `raw`.

    `frame` is the path of the page that every page of ours fills, `themes` are the folders of installed themes. Raises
    HostError where files refer to each other in a circle.
    """
    paths = _published(raw, themes)
    texts = {
        path: (raw / path).read_text(encoding="utf-8") for path in paths if path.endswith((".css", ".html", ".js"))
    }
    texts |= _material_styles(raw, texts, frame)
    named = named_by_content({path: sent(path, text) for path, text in texts.items() if is_named(path)})
    names = {path: name for path, (name, _) in named.items()}
    emptied(folder)
    for path in paths:
        if path.endswith(".html"):
            _write(folder / path, rewritten_page(_ENDED_AS_XML.sub(r"<\1>", texts[path]), names))
        elif path not in named:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(raw / path, folder / path)
    for name, text in named.values():
        _write(folder / name, text)


def sent(path: str, text: str) -> str:
    """Give a script without comments and needless blanks; the search, which is most of them, is a quarter smaller so."""
    return str(jsmin(text)) if path.endswith(".js") else text


def _published(raw: Path, themes: Sequence[Path]) -> list[str]:
    """List what is published; files that are hidden are others' (`.git`, `.nojekyll`), as for MkDocs."""
    found = sorted(path.relative_to(raw).as_posix() for path in raw.rglob("*") if path.is_file())
    paths = [path for path in found if not path.startswith(".") and path not in _SITEMAPS]
    pages = "".join((raw / path).read_text(encoding="utf-8") for path in paths if path.endswith(".html"))
    return [path for path in paths if path in pages or not any(_is_same(raw / path, theme / path) for theme in themes)]


def _is_same(file: Path, other: Path) -> bool:
    return other.is_file() and cmp(file, other, shallow=False)


def _material_styles(raw: Path, texts: dict[str, str], frame: str) -> dict[str, str]:
    """Give by path what is used of Material's styles, as they lie in `raw`, by pages and scripts with these `texts`."""
    sheets = (raw / "assets/stylesheets").glob("main.*.css")
    whole = rules_of("".join(path.read_text(encoding="utf-8") for path in sheets))
    styles, scripts = ([text for path, text in texts.items() if path.endswith(end)] for end in (".css", ".js"))
    pages = [text for path, text in texts.items() if path.endswith(".html") and path != frame]
    ours = [texts[frame], *_templates()]
    names_of_pages, names_of_frame = names_of(pages, scripts), names_of(ours[:1], [*ours[1:], *scripts], TAGS)
    return {
        PAGE_STYLES: used_rules(whole, names_of_pages, words_of([*styles, *scripts, *pages])),
        FRAME_STYLES: used_rules(whole, names_of_frame, words_of([*styles, *scripts, *ours])),
    }


def _templates() -> list[str]:
    """Read the templates of published pages; the preview's own styles and scripts are no part of these."""
    paths = sorted(TEMPLATES.rglob("*.html"))
    return [path.read_text(encoding="utf-8") for path in paths]


def _write(path: Path, text: str) -> None:
    write_new(path.as_posix(), text.encode())
