"""The page on the movement: what it names is there, each statement has its source, and where something is missing it still reads."""

import re

import pytest
from library import ViewContext, context_of, inputs_of_folder, view_at
from making import model
from project import ROOT
from showcase.views.movement_page import NAMED_DOCUMENTS, NAMED_EVENTS, NAMED_MODELS, NAMED_REPORT, SOURCES

TEMPLATE = (ROOT / "scripts/showcase/templates/movement.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def real():
    return view_at(ViewContext(inputs_of_folder(ROOT / "models")), "phong-trao/")


@pytest.mark.slow
def test_all_that_its_words_name_is_in_the_catalogue(real):
    assert [key for key, where in real.links.items() if not where] == []


def test_its_words_name_what_is_looked_for_and_no_more():
    named = set(re.findall(r'\bto\("([a-z0-9-]+)"', TEMPLATE))
    assert named == {*NAMED_DOCUMENTS, *NAMED_EVENTS, *NAMED_MODELS, NAMED_REPORT}


def test_every_source_is_cited_and_every_cited_one_is_there():
    assert {int(number) for number in re.findall(r"\bby\((\d+)\)", TEMPLATE)} == set(range(1, len(SOURCES) + 1))


def test_the_numbers_are_those_of_the_report(real):
    assert real.counted == {"total": "13.663", "co-so": "8.190", "huyen": "4.908", "tinh": "565"}


def test_a_catalogue_without_any_of_it_has_the_page_all_the_same():
    page = view_at(context_of(model()), "phong-trao/")
    assert set(page.links.values()) == {""}
    assert set(page.counted.values()) == {""}
    assert [link.count for link in page.fields] == [0, 1, 0, 0]
