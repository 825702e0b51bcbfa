"""Poisons what editors wrote: every plain text of the inputs becomes what a hostile one would write; nothing here knows pages.

Which entries are plain text is read from the form, so an entry that is new there is poisoned here.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from library import inputs_of_models
from showcase.publish.inputs import Inputs
from showcase.reading import form as forms
from showcase.reading.form import Form
from showcase.reading.kinds import Group, Kind, Many, Pattern, Story, Text
from showcase.record.model import Model
from showcase.record.reference import Reference
from showcase.record.vocabulary import Term, Vocabulary
from showcase.views.page import SiteFacts

Venom = Iterator[str]

_ADDRESSES = (forms.URL, forms.EMAIL, forms.PHONE)


def poisoned_model(model: Model, plain: Venom, stories: Venom, **changed: Any) -> Model:
    """Give the model with every plain text, address and section of its story taken from the venoms, one after another."""
    above, _folder, file = model.path.rsplit("/", 2)
    changed["path"] = f"{above}/{next(plain)}/{file}"
    return _poisoned(forms.MODEL, model, plain, stories)._replace(**changed)


def poisoned_inputs(sound: Inputs, models: tuple[Model, ...], plain: Venom, stories: Venom) -> Inputs:
    """Give inputs with these models alone, and everything else that people write poisoned too."""
    gone = [whole(sound, model.id) for model in sound.summaries.values() if model.taken_down]
    taken_down = [poisoned_model(model, plain, stories, former_ids=()) for model in gone]
    vocabularies = sound.reference.vocabularies
    words = replace(
        vocabularies,
        fields=_vocabulary(vocabularies.fields, plain),
        themes=_vocabulary(vocabularies.themes, plain),
        host_kinds=_vocabulary(vocabularies.host_kinds, plain),
    )
    poisoned = inputs_of_models([*models, *taken_down], [_report(report, plain, stories) for report in sound.reports])
    site = SiteFacts(name=next(plain), description=next(plain))
    settings = sound.settings._replace(site=site)
    return replace(poisoned, reference=Reference(words, sound.reference.gazetteer), settings=settings, host=sound.host)


def whole(inputs: Inputs, model_id: str) -> Model:
    """Give a whole model."""
    return inputs.models.model(inputs.digests[model_id][0])


def _poisoned(form: Form, value: Any, plain: Venom, stories: Venom) -> Any:
    changed = {}
    for entry in form.entries:
        part = getattr(value, entry.name)
        if part not in ("", None, ()):
            changed[entry.name] = _part(entry.kind, part, plain, stories)
    return value._replace(**changed)


def _part(kind: Kind, part: Any, plain: Venom, stories: Venom) -> Any:
    match kind:
        case Text():
            return next(plain)
        case Story():
            return next(stories)
        case Pattern() if kind in _ADDRESSES:
            return next(plain)
        case Group(form=form):
            return _poisoned(form, part, plain, stories)
        case Many(of=of):
            return tuple(_part(of, item, plain, stories) for item in part)
    return part


def _report(report: Any, plain: Venom, stories: Venom) -> Any:
    poisoned = _poisoned(forms.REPORT, report, plain, stories)
    figures = tuple(
        figure._replace(
            breakdowns=tuple(
                breakdown._replace(parts=tuple((next(plain), number) for _, number in breakdown.parts))
                for breakdown in figure.breakdowns
            )
        )
        for figure in poisoned.figures
    )
    return poisoned._replace(figures=figures)


def _vocabulary(vocabulary: Vocabulary, plain: Venom) -> Vocabulary:
    terms = {key: Term(key, next(plain), next(plain), (next(plain),)) for key in vocabulary.terms}
    return replace(vocabulary, path=next(plain), terms=terms)
