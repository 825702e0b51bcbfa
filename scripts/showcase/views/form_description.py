"""The form in the browser is described as data: each key of `reading/form.py` with what is asked, its limits and its choices.

Scripts make the fields of it, judge what is typed by it, and write the file by it, so a new key is asked for without another line.
"""

from collections.abc import Iterator
from typing import Any

from showcase.reading.form import CRITERIA, FILE_NAME, ID, MILESTONE, MODEL, PLACE
from showcase.reading.kinds import (
    Choice,
    Date,
    Entry,
    Form,
    Group,
    Key,
    Kind,
    Many,
    Number,
    Pattern,
    Story,
    Text,
    Whole,
)
from showcase.record.vocabulary import Term, Vocabularies
from showcase.rules.identifier import SHORTEST as SHORTEST_ID
from showcase.views.data_tables import KEPT_BACK
from showcase.views.form_words import LEFT_TO_THE_FILE, WORDS, Words

__all__ = ["Described", "described_entries", "paths"]

Described = dict[str, Any]
"""What is said of a key, as JSON has it."""

_NAMES = {"written": "place", "now": "commune", "source": "source", "learned_from": "model"}
"""How what is no plain text is asked for, by the name of its entry."""
_ONE_OF = ((PLACE, ("noi", "pham_vi")), (MILESTONE, ("nam", "ngay")), (CRITERIA, ("ten", "theo")))
"""Forms of whose keys just one must stand, as the rules ask."""
_PLAIN: dict[type, str] = {Number: "number", Whole: "whole", Date: "date"}


def described_entries(form: Form, vocabularies: Vocabularies, above: str = "") -> list[Described]:
    """Describe the keys of a form that readers are asked for, in its order."""
    entries = [
        entry for entry in form.entries if f"{above}{entry.key}" not in LEFT_TO_THE_FILE or entry.kind == FILE_NAME
    ]
    return [_described(entry, f"{above}{entry.key}", vocabularies) for entry in entries]


def paths(form: Form = MODEL, above: str = "") -> Iterator[str]:
    """Yield the path of each key of a form and of all forms within it."""
    for entry in form.entries:
        yield f"{above}{entry.key}"
        if inner := _form_of(entry.kind):
            yield from paths(inner, f"{above}{entry.key}.")


def _described(entry: Entry, path: str, vocabularies: Vocabularies) -> Described:
    words = WORDS.get(path, Words())
    told: Described = {"key": entry.key, "label": words.label or entry.label, **_kind(entry.kind, path, vocabularies)}
    help_ = _beyond(told["label"], entry.about) if words.help is None else words.help
    if help_:
        told["help"] = help_
    if entry.must or words.needed:
        told["must"] = True
    if not (entry.must or words.needed or words.usual) and entry.kind != FILE_NAME:
        told["fold"] = True
    if path in KEPT_BACK:
        told["isKeptBack"] = True
    if entry.name in _NAMES:
        told["as"] = _NAMES[entry.name]
    if words.labels:
        told["options"] = [[key, dict(words.labels).get(key, label)] for key, label in told["options"]]
    others = {"when": words.when, "item": words.item, "begin": words.begin, "isOfEdits": words.edits}
    return told | {name: value for name, value in others.items() if value}


def _beyond(label: str, about: str) -> str:
    """Give what a sentence says beyond the label that it begins with."""
    return _capital(about.removeprefix(label).lstrip(" ,.:;"))


def _kind(kind: Kind, path: str, vocabularies: Vocabularies) -> Described:
    match kind:
        case Many(of=of, least=least, most=most):
            return {"kind": "many", "least": least, "most": most, "of": _kind(of, path, vocabularies)}
        case Group(form=form):
            return _group(form, path, vocabularies)
        case Key(vocabulary=name):
            return {"kind": "choice", "options": [_option(term) for term in vocabularies.named(name).terms.values()]}
    return _simple(kind)


def _simple(kind: Kind) -> Described:
    match kind:
        case Text():
            return {"kind": "text", "least": kind.least, "most": kind.most}
        case Story():
            return {"kind": "story", "least": kind.least, "most": kind.most, "lines": kind.lines}
        case Choice(options=options):
            return {"kind": "choice", "options": [[key, _capital(label)] for key, label in options.items()]}
        case Pattern(expression=expression, what=what, most=most):
            told: Described = {"kind": "pattern", "pattern": expression, "what": what, "most": most}
            return told | ({"as": "file"} if kind == FILE_NAME else {"least": SHORTEST_ID} if kind == ID else {})
    return {"kind": _PLAIN[type(kind)]}


def _group(form: Form, path: str, vocabularies: Vocabularies) -> Described:
    told: Described = {"kind": "group", "what": form.what, "entries": described_entries(form, vocabularies, f"{path}.")}
    one_of = next((keys for other, keys in _ONE_OF if other is form), None)
    return told | ({"oneOf": one_of} if one_of else {})


def _form_of(kind: Kind) -> Form | None:
    match kind:
        case Group(form=form) | Many(of=Group(form=form)):
            return form
    return None


def _option(term: Term) -> list[object]:
    """Give key and label of a term; of an indicator its unit too, and whether it is counted in whole."""
    more = [term.unit, term.is_whole] if term.unit else []
    return [term.key, f"{term.label} ({term.unit})" if term.unit else term.label, *more]


def _capital(label: str) -> str:
    return label[:1].upper() + label[1:]
