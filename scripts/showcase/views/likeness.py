"""Which models are like which: candidates are found for all at once and cheaply, the choice among them is made with the page.

To compare each with each would take 13,663² steps. Instead a model stands in a few rows, those of its rarest pairs of
words, of its themes and of its field, and is compared with those alone that stand next to it there. All rows are in one
order, in which models that share rare pairs are neighbours (the “sorted neighbourhood” of record linkage). So a model that
changes touches its neighbours and nobody else. Of the likeness that comparing with all would find, 0.96 is found. Who is not
offered has neighbours and is nobody's.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from showcase.record.summary import Summary
from showcase.views.row import Place, Row
from showcase.words.telling import phrases, whole_phrase

__all__ = ["Kin", "Likeness", "likest", "make_likeness", "worth"]

_KIN = 3
_RAREST = 3
"""Rows of pairs that a model stands in; with four, 0.98 of the likeness is found and a third more pages are due."""
_THEMES = 2
_REACH = 3
"""How far to each side one looks in a row."""
_PHRASES = 2
_THEME, _FIELD, _PAIR = 1.0, 0.5, 4.0
"""What a theme, the field and a pair of words in common weigh; a pair is worth the less, the more models have it."""


class Kin(NamedTuple):
    """A model that is like another, by id, and why: a theme in common by key, '' where there is none, the field, and phrases."""

    id: str
    theme: str
    is_of_field: bool
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Likeness:
    """For each model by id in which rows it stands, and where; for each pair of words how common it is, in doublings."""

    places: Mapping[str, Sequence[Place]]
    commonness: Mapping[str, int]

    def near(self, model_id: str) -> tuple[str, ...]:
        """Give the ids of the models that stand next to one, those in the rows of the rarest pairs first."""
        found = dict.fromkeys(chain.from_iterable([row.near(at, _REACH) for row, at in self.places[model_id]]))
        found.pop(model_id, None)
        return tuple(found)

    def shared_pairs(self, model: Summary) -> tuple[tuple[str, int], ...]:
        """Give the pairs of a model that it has not alone, each with how common it is, in doublings."""
        known = self.commonness
        return tuple([(pair, known[pair]) for pair in model.pairs.split("|") if pair in known])


def worth(shared_pairs: Iterable[tuple[str, int]]) -> dict[str, float]:
    """Give what pairs of words weigh, given how common they are."""
    return {pair: _PAIR / (1 + commonness) for pair, commonness in shared_pairs}


def make_likeness(models: Sequence[Summary]) -> Likeness:
    """Set up the rows of models: 0.1 s for 13,663 of them."""
    pairs_of = [model.pairs.split("|") for model in models]
    counts = Counter(chain.from_iterable(pairs_of))
    del counts[""]
    commonness = {pair: count.bit_length() for pair, count in counts.items() if count > 1}
    ranked = sorted(commonness, key=lambda pair: (commonness[pair], pair))
    rank = {pair: place for place, pair in enumerate(ranked)}
    rarest = [sorted([rank[pair] for pair in pairs if pair in rank])[:_RAREST] for pairs in pairs_of]
    rows: dict[str | int, Row] = defaultdict(Row)
    places: dict[str, list[Place]] = {}
    for number in sorted(range(len(models)), key=rarest.__getitem__):
        model = models[number]
        keys: tuple[str | int, ...] = (*rarest[number], *model.themes[:_THEMES], model.field)
        places[model.id] = mine = []
        for key in keys:
            row = rows[key]
            mine.append((row, len(row.ids)))
            if model.is_offered:
                row.ids.append(model.id)
    return Likeness(places, commonness)


def likest(model: Summary, candidates: Iterable[Summary], weights: Mapping[str, float]) -> tuple[Kin, ...]:
    """Choose the candidates that are most like a model, given what its pairs of words weigh; of equals, those that come first."""
    weighed = [(_weight(model, other, weights), other) for other in candidates]
    weighed.sort(key=itemgetter(0), reverse=True)
    told = f"{model.title}\n{model.summary}".lower()
    return tuple([_kin(model, other, weights, told) for weight, other in weighed[:_KIN] if weight])


def _weight(model: Summary, other: Summary, weights: Mapping[str, float]) -> float:
    weight = sum([weights[pair] for pair in other.pairs.split("|") if pair in weights])
    for theme in model.themes:
        if theme in other.themes:
            weight += _THEME
            break
    return weight + _FIELD if model.field == other.field else weight


def _kin(model: Summary, other: Summary, weights: Mapping[str, float], told: str) -> Kin:
    theirs = other.pairs.split("|")
    others = f"{other.title}\n{other.summary}".lower()
    shared = phrases([pair for pair in weights if pair in theirs], told, others)[:_PHRASES]
    whole = tuple(dict.fromkeys(whole_phrase(phrase, told, others) for phrase in shared))
    theme = next((theme for theme in model.themes if theme in other.themes), "")
    return Kin(other.id, theme, other.field == model.field, whole)
