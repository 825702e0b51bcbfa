"""Places as officials write them, of both eras: none is taken for another, and what is refused comes with the right name.

Each row of `places.tsv` is a text, the way in which it was written, the code of today's commune or province that it means, or `-`
where it is to be asked back, and then what must be among the first two proposals. Units were drawn from the tables by lot.
"""

from collections import Counter

import pytest
from project import ROOT
from showcase.system.gazetteer import load_gazetteer

_, *ROWS = [line.split("\t") for line in (ROOT / "tests/places.tsv").read_text(encoding="utf-8").splitlines()]


def outcome(written: str, today: str, proposal: str) -> str:
    """Tell how a text is read: as what it means, asked back with it, asked back without it, or as something else."""
    resolution = load_gazetteer().resolve(written)
    if place := resolution.place:
        return "read" if (place.commune or place.province).code == today else "wrong"
    return "asked" if today == "-" and proposal in resolution.candidates[:2] else "refused"


@pytest.mark.slow
def test_none_is_wrong_and_each_refusal_has_the_right_name_among_the_first_two():
    told = {written: outcome(written, today, proposal) for written, _, today, proposal in ROWS}
    assert {written: how for written, how in told.items() if how in ("wrong", "refused")} == {}
    assert Counter(told.values()) == {"read": 121, "asked": 160}


def test_what_is_proposed_can_be_written():
    gazetteer = load_gazetteer()
    for written, _, today, _ in ROWS:
        for name in gazetteer.resolve(written).candidates[:2] if today == "-" else ():
            assert "Ý bạn" not in name
            again = gazetteer.resolve(name)
            assert again.place or again.fault.name in ("DIVIDED", "MERGED"), (written, name)
