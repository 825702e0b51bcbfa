"""What the models of a list add up to, a sum for each indicator, with how many models it covers; kinds are never added together."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from showcase.reading.form import APPROXIMATIONS
from showcase.record.summary import Summary
from showcase.record.vocabulary import Vocabulary
from showcase.views.counted import kinds_counted
from showcase.words.numbers import with_unit, write_number


@dataclass(frozen=True, slots=True)
class Sum:
    """One sum: what is counted, the number with its unit, which models it is made of."""

    label: str
    number: str
    covered: str


def sums_of(models: Iterable[Summary], indicators: Vocabulary) -> tuple[Sum, ...]:
    """Add up the results that name an indicator which may be added, in the order of the vocabulary."""
    totals: dict[str, Decimal] = {}
    abouts: dict[str, set[str]] = {}
    covered: dict[str, dict[str, Summary]] = {}
    for model in models:
        for key, number, about in model.indicators:
            totals[key] = totals.get(key, Decimal(0)) + Decimal(number)
            abouts.setdefault(key, set()).add(about)
            covered.setdefault(key, {})[model.id] = model
    return tuple(
        Sum(term.label, _written(totals[key], abouts[key], term.unit), kinds_counted(covered[key].values()))
        for key, term in indicators.terms.items()
        if term.adds_up and key in totals
    )


def _written(total: Decimal, abouts: set[str], unit: str) -> str:
    """Write a sum; `hơn` and `gần` hold for it where no part says otherwise, of several it is no more than about right."""
    said = abouts - {""}
    about = APPROXIMATIONS["khoang"] if len(said) > 1 else "".join(APPROXIMATIONS[key] for key in said)
    number = with_unit(write_number(total), unit)
    return f"{about}\u00a0{number}" if about else number
