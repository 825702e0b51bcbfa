"""How a model is cited: as a newspaper does, as APA 7 does, and as programs that keep references read it (BibTeX, RIS)."""

from datetime import date
from typing import NamedTuple

from showcase.views.page import SiteFacts
from showcase.words.dates import write_date

_BIBTEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "%$#&_"},
    }
)


class Cited(NamedTuple):
    """What is cited: the model's id and title, its days, its absolute address or '' while the site has none."""

    id: str
    title: str
    published: date
    updated: date | None
    web: str
    site: str


def cited(model_id: str, title: str, days: tuple[date, date | None], web: str, site: SiteFacts) -> Cited:
    """Say what a citation of a model is made of; titles of Vietnamese articles end without a full stop."""
    return Cited(model_id, title.rstrip(". "), *days, web, site.name)


def for_newspaper(what: Cited) -> str:
    """Write it as a newspaper names a source; quotation marks within others are single ones."""
    title = what.title.replace("“", "‘").replace("”", "’")
    return _with_address(f"“{title}”, {what.site}, đăng ngày {write_date(what.published)}", ", ", what.web)


def for_apa(what: Cited) -> str:
    """Write it by the 7th edition of APA: who, when, what, where."""
    day = f"{what.published.year}, ngày {what.published.day} tháng {what.published.month}"
    return _with_address(f"{what.site}. ({day}). {what.title}.", " ", what.web)


def for_bibtex(what: Cited) -> str:
    """Write it as BibTeX, the letters that mean something there as letters."""
    rows = {
        "author": f"{{{_escaped(what.site)}}}",
        "title": f"{{{_escaped(what.title)}}}",
        "year": str(what.published.year),
        "month": str(what.published.month),
        "date": what.published.isoformat(),
        "url": _address(what.web),
        "language": "vi",
    }
    lines = (f"  {key} = {{{value}}},\n" for key, value in rows.items() if value)
    return f"@online{{{what.id},\n{''.join(lines)}}}\n"


def for_ris(what: Cited) -> str:
    """Write it as RIS, whose lines end as Windows has them."""
    rows = (
        ("TY", "ELEC"),
        ("AU", f"{what.site},"),
        ("TI", what.title),
        ("PB", what.site),
        ("PY", str(what.published.year)),
        ("DA", what.published.strftime("%Y/%m/%d")),
        ("UR", what.web),
        ("LA", "vi"),
        ("ID", what.id),
    )
    return "".join(f"{tag}  - {text}\r\n" for tag, text in rows if text) + "ER  - \r\n"


def _with_address(text: str, between: str, web: str) -> str:
    return f"{text}{between}{web}" if web else text


def _escaped(text: str) -> str:
    return text.translate(_BIBTEX)


def _address(web: str) -> str:
    """Write an address within braces, which it may not close."""
    return web.replace("{", "%7B").replace("}", "%7D")
