"""What the models of a list add up to, a sum for each indicator, with how many models it covers; kinds are never added together."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from showcase.reading.form import APPROXIMATIONS
from showcase.record.summary import Summary
from showcase.record.vocabulary import Vocabulary
from showcase.views.counted import kinds_counted
from showcase.words.numbers import with_unit, write_number

_ROUNDING = {"hon": ROUND_FLOOR, "gan": ROUND_CEILING, "khoang": ROUND_HALF_UP}
"""So that what is told stays true: more than 1.234 is more than 1.230."""


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
    rough: dict[str, Decimal] = {}
    covered: dict[str, dict[str, Summary]] = {}
    for model in models:
        for key, number, about in model.indicators:
            totals[key] = totals.get(key, Decimal(0)) + Decimal(number)
            abouts.setdefault(key, set()).add(about)
            if about:
                rough[key] = max(rough.get(key, Decimal(1)), _grain(Decimal(number)))
            covered.setdefault(key, {})[model.id] = model
    return tuple(
        Sum(
            term.label,
            _written(totals[key], abouts[key], rough.get(key, Decimal(1)), term.unit),
            kinds_counted(covered[key].values()),
        )
        for key, term in indicators.terms.items()
        if term.adds_up and key in totals
    )


def _grain(number: Decimal) -> Decimal:
    """Give the power of ten to which a number is told: 100 of 1.200, 1 of 1.201."""
    exponent = number.normalize().as_tuple().exponent
    return Decimal(10) ** max(exponent, 0) if isinstance(exponent, int) else Decimal(1)


def _written(total: Decimal, abouts: set[str], rough: Decimal, unit: str) -> str:
    """Write a sum; `hơn` and `gần` hold for it where no part says otherwise, of several it is no more than about right.

    It is told no closer than the roughest part that is not exact, `rough`, and always to three digits.
    """
    said = abouts - {""}
    about = next(iter(said)) if len(said) == 1 else "khoang"
    if said:
        grain = min(rough, Decimal(10) ** max(total.adjusted() - 2, 0))
        total = (total / grain).to_integral_value(_ROUNDING[about]) * grain if grain > 1 else total
    number = with_unit(write_number(total), unit)
    return f"{APPROXIMATIONS[about]}\u00a0{number}" if said else number
