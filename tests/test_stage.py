"""Stages: what the milestones of a model say of how far it is, what nothing says, and what of it is counted by year."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from library import ViewContext, context_of, inputs_of_models
from making import model as submission
from showcase.publish.facts import catalogue
from showcase.reading.form import LEVELS, MILESTONES, RATINGS
from showcase.record.making import make_model
from showcase.record.model import Milestone
from showcase.record.stage import SAYS, STAGES, checked_year, reached_stages, registered_years, yearly_verdicts
from showcase.record.summary import make_summary, summary_of
from showcase.system.gazetteer import load_gazetteer


def history(text):
    """Read `dang-ky 2021, trien-khai 2022` as milestones."""
    parts = (one.split() for one in text.split(", "))
    return tuple(Milestone(kind, int(year), level="".join(level)) for kind, year, *level in parts)


def standing(text):
    return reached_stages(history(text))[-1]


@pytest.mark.parametrize(
    ("told", "stage", "year"),
    [
        ("dang-ky 2021", "dang-ky", 2021),
        ("dang-ky 2021, trien-khai 2022", "trien-khai", 2022),
        ("dang-ky 2021, duy-tri 2024", "trien-khai", 2024),
        ("trien-khai 2021, tham-dinh 2022", "tham-dinh", 2022),
        ("cong-nhan 2022, trien-khai 2023", "cong-nhan", 2022),
        ("khen-thuong 2020", "khen-thuong", 2020),
        ("nhan-rong 2020, khen-thuong 2023", "nhan-rong", 2020),
        ("nhan-rong 2020, ket-thuc 2023", "ket-thuc", 2023),
        ("trien-khai 2020, hoan-thanh 2023, cong-nhan 2024", "ket-thuc", 2023),
        ("cong-nhan 2020, ket-thuc 2021, dang-ky 2024", "cong-nhan", 2020),
    ],
)
def test_a_model_stands_at_the_furthest_stage_that_a_milestone_says(told, stage, year):
    assert (standing(told).stage, standing(told).last) == (stage, year)


@pytest.mark.parametrize("kind", sorted(MILESTONES.keys() - SAYS.keys()))
def test_a_launch_a_training_a_check_or_a_review_says_no_stage(kind):
    assert reached_stages((Milestone(kind, 2022),)) == ()


def test_a_stage_knows_its_first_and_last_year_its_level_and_the_milestone_that_says_so():
    told = history("dang-ky 2020, cong-nhan 2021 co-so, cong-nhan 2023 tinh, khen-thuong 2023")
    assert [tuple(one) for one in reached_stages(told)] == [
        ("dang-ky", 2020, 2020, "", 0),
        ("cong-nhan", 2021, 2023, "tinh", 2),
        ("khen-thuong", 2023, 2023, "", 3),
    ]


def test_registrations_and_verdicts_are_counted_by_year():
    told = (
        Milestone("dang-ky", 2021),
        Milestone("dang-ky", day=date(2021, 12, 1)),
        Milestone("dang-ky", 2023),
        Milestone("danh-gia", 2023, rating="chua-hieu-qua"),
        Milestone("danh-gia", 2024, rating="hieu-qua"),
    )
    assert registered_years(told) == (2021, 2023)
    assert yearly_verdicts(told) == ((2023, "chua-hieu-qua"), (2024, "hieu-qua"))
    assert checked_year(told) == 2024
    assert checked_year(told[:3]) == 0


# --- Random histories ------------------------------------------------------------------------------------------------

MILESTONE = st.builds(
    Milestone,
    kind=st.sampled_from(sorted(MILESTONES)),
    year=st.integers(1990, 2026),
    level=st.sampled_from(["", *LEVELS]),
    rating=st.sampled_from(["", *RATINGS]),
)
HISTORIES = st.lists(MILESTONE, max_size=40).map(lambda found: tuple(sorted(found, key=lambda one: one.in_year)))


@given(HISTORIES)
def test_no_stage_is_reached_where_no_milestone_led(told):
    reached = reached_stages(told)
    for one in reached:
        said_by = told[one.at]
        assert SAYS[said_by.kind] == one.stage
        assert (said_by.in_year, said_by.level) == (one.last, one.level)
        years = [milestone.in_year for milestone in told if SAYS.get(milestone.kind) == one.stage]
        assert one.first in years
        assert one.last == max(years)
    assert [one.stage for one in reached] == [key for key in STAGES if key in {one.stage for one in reached}]


@given(HISTORIES)
def test_every_stage_that_a_milestone_says_is_reached_but_an_end_that_was_none(told):
    reached = {one.stage for one in reached_stages(told)}
    said = {SAYS[one.kind] for one in told if one.kind in SAYS}
    assert said - reached <= {"ket-thuc"}
    ends = [at for at, one in enumerate(told) if SAYS.get(one.kind) == "ket-thuc"]
    work = [at for at, one in enumerate(told) if one.kind in {"dang-ky", "trien-khai", "duy-tri", "nhan-rong"}]
    assert ("ket-thuc" in reached) is (bool(ends) and max(work, default=-1) < max(ends))


@given(HISTORIES, MILESTONE)
def test_one_milestone_more_leads_to_its_own_stage_at_most(told, more):
    before = {one.stage for one in reached_stages(told)}
    after = {one.stage for one in reached_stages((*told, more))}
    assert after - before <= {SAYS.get(more.kind)}


@given(HISTORIES)
def test_a_summary_carries_the_stages_and_comes_back_from_plain_values(told):
    model = make_model(submission(), load_gazetteer())._replace(history=told)
    summary = make_summary(model)
    assert summary.reached == reached_stages(told)
    assert summary.stage == (summary.reached[-1].stage if summary.reached else "")

    def plain(value):
        return tuple(plain(part) for part in value) if isinstance(value, tuple) else value

    assert summary_of(plain(summary)) == summary


# --- The catalogue ---------------------------------------------------------------------------------------------------


def test_copies_reach_no_stage():
    first = submission("da_nhan_rong: [{noi: tỉnh Cao Bằng}, {noi: tỉnh Lai Châu}]", name="duong-hoa")
    found = context_of(first, submission("hoc_tu: duong-hoa", name="lam-theo")).shared(catalogue)
    assert {model.id: (model.stage, found.copied(model)) for model in found.models} == {
        "duong-hoa": ("trien-khai", 3),
        "lam-theo": ("trien-khai", 0),
    }


def test_the_catalogue_knows_the_year_in_which_it_is_looked_at():
    assert catalogue_of(2031).year == 2031


def catalogue_of(year):
    return ViewContext(replace(inputs_of_models([]), year=year)).shared(catalogue)
