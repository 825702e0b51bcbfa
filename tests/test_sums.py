"""Sums: what the models of a list add up to by indicator, as whoever adds them up by hand would find it."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from library import context_of, view_at
from making import model as submission
from making import vocabularies
from showcase.publish.facts import catalogue, listings
from showcase.reading.form import APPROXIMATIONS
from showcase.record.catalogue import vocabularies_of
from showcase.record.making import make_model
from showcase.record.model import Result
from showcase.record.summary import make_summary
from showcase.system.gazetteer import load_gazetteer
from showcase.views.sums import sums_of
from showcase.words.numbers import read_number

INDICATORS = vocabularies_of(vocabularies()).indicators
MODEL = make_model(submission(), load_gazetteer())


def named(indicator, sau, unit, about=""):
    more = f", xap_xi: {about}" if about else ""
    return f"{{chi_so: Điều được đếm, sau: '{sau}', don_vi_tinh: {unit}, loai_chi_so: {indicator}{more}}}"


def one(name, *results, more=""):
    return submission(f"{more}ket_qua: [{', '.join(results)}]", name=name)


def sums(*models):
    found = context_of(*models).shared(catalogue).models
    return [(one.label, one.number, one.covered) for one in sums_of(found, INDICATORS)]


def test_each_indicator_is_added_for_itself_with_the_models_that_it_covers():
    first = one("a-mot", named("ho-tham-gia", 12, "hộ"), named("dat-hien", "1.500,5", "m²"))
    second = one("b-hai", named("ho-tham-gia", 30, "hộ"), more="loai: cach-lam\n")
    assert sums(first, second, submission(name="c-ba")) == [
        ("Hộ tham gia", "42\u00a0hộ", "1\u00a0mô hình và 1\u00a0cách làm"),
        ("Đất được hiến", "1.500,5\u00a0m²", "1\u00a0mô hình"),
    ]


def test_what_may_not_be_added_and_what_names_no_indicator_is_in_no_sum():
    assert sums(one("a-mot", named("ty-le-ho-ngheo", "3,5", "'%'"), "{chi_so: Buổi họp, sau: 4}")) == []


@pytest.mark.parametrize(
    ("abouts", "written"),
    [
        (("hon", ""), "hơn\u00a020\u00a0hộ"),
        (("gan", "gan"), "gần\u00a020\u00a0hộ"),
        (("hon", "gan"), "khoảng\u00a020\u00a0hộ"),
    ],
)
def test_a_sum_is_no_more_certain_than_its_parts(abouts, written):
    models = [one(f"so-{place}", named("ho-tham-gia", 10, "hộ", about)) for place, about in enumerate(abouts)]
    assert sums(*models)[0][1] == written


def test_a_sum_is_told_no_closer_than_its_roughest_part():
    numbers = {"gan": "5.400.000", "hon": "35.000", "": "1.647"}
    models = [
        one(f"so-{about or 'khong'}", named("dat-hien", number, "m²", about)) for about, number in numbers.items()
    ]
    assert sums(*models)[0][1] == "khoảng\u00a05.440.000\u00a0m²"


RESULT = st.builds(
    Result,
    measure=st.just("Điều được đếm"),
    after=st.decimals(min_value=0, max_value=100_000, places=2),
    indicator=st.sampled_from(["", *INDICATORS.terms]),
    approximation=st.sampled_from(["", *APPROXIMATIONS]),
)


def number_in(written):
    """The number of `hơn 1.500,5 m²`."""
    return next(number for part in written.split("\u00a0") if (number := read_number(part)) is not None)


@pytest.mark.slow
@given(st.lists(st.lists(RESULT, max_size=6), max_size=8))
def test_sums_by_indicator_equal_brute_force(results_of_each):
    models = [MODEL._replace(id=f"so-{place}", results=tuple(found)) for place, found in enumerate(results_of_each)]
    by_hand, covered = Counter(), Counter()
    for model in models:
        for result in model.results:
            if result.indicator and INDICATORS.terms[result.indicator].adds_up:
                by_hand[INDICATORS.terms[result.indicator].label] += result.after
        covered.update({INDICATORS.terms[key].label for key in {result.indicator for result in model.results} - {""}})
    found = sums_of(map(make_summary, models), INDICATORS)
    numbers = {sum_.label: number_in(sum_.number) for sum_ in found}
    assert set(numbers) == set(by_hand)
    for sum_ in found:
        exact, told = by_hand[sum_.label], numbers[sum_.label]
        is_exact = sum_.number.startswith(tuple("0123456789"))
        assert told == exact if is_exact else abs(told - exact) <= exact / 100
        assert not sum_.number.startswith("hơn") or told <= exact
        assert not sum_.number.startswith("gần") or told >= exact
    assert {sum_.label: sum_.covered for sum_ in found} == {
        label: f"{covered[label]}\u00a0mô hình" for label in by_hand
    }


def test_places_fields_and_themes_say_what_their_models_add_up_to_on_their_first_page():
    models = [
        one(f"so-{number}", named("ho-tham-gia", number, "hộ"), more="chu_de: [y-te]\n") for number in range(100, 130)
    ]
    context = context_of(*models)
    whole = f"{sum(range(100, 130)):,}".replace(",", ".")
    places = [where for where, listing in context.shared(listings).items() if len(listing.models) == 30]
    assert {"linh-vuc/van-hoa-xa-hoi/", "chu-de/y-te/", "dia-phuong/son-la/", "dia-phuong/son-la/ngoc-chien/"} <= {
        *places
    }
    for where in places:
        assert [sum_.number for sum_ in view_at(context, where).sums] == [f"{whole}\u00a0hộ"]
    assert view_at(context, "chu-de/y-te/trang-2/").sums == ()
