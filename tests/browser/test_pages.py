"""A page of every kind is opened once for each view and asked there whatever this view can tell; see `browser.questions`.

Its variants, whose content alone differs, are asked on a phone what content can change: axe's look at colours takes as long as all else.
"""

import pytest
from browser.judging import judge
from browser.kinds import every_kind, every_variant
from browser.questions import axe, enlarging, fitting, keyboard, stillness, styles, wholeness
from browser.watching import NARROWEST, as_if, resize, seen


def on_a_phone_by_day(page):
    """Ask first what the page is as it came, then change it; by night too, which changes colours alone."""
    yield from wholeness.shifts(page)
    yield from wholeness.fragments(page, "light")
    yield from axe.findings(page)
    with as_if(page, forced_colors="active"):
        yield from (f"in few colours: {what}" for what in axe.findings(page, axe.PLAIN))
    with as_if(page, color_scheme="dark"):
        yield from (f"when night falls: {what}" for what in wholeness.fragments(page, "dark"))
    yield from enlarging.losses(page)
    resize(page, NARROWEST)
    yield from (f"at {NARROWEST} px: {what}" for what in fitting.sideways(page))
    yield from enlarging.excesses(page, (NARROWEST, 360))


def on_a_desk_by_night(page):
    """Ask of the page as it came by night, then by day; last with a keyboard, since one moves about with it."""
    yield from wholeness.shifts(page)
    yield from wholeness.fragments(page, "dark")
    yield from axe.findings(page)
    yield from enlarging.losses(page)
    yield from enlarging.excesses(page, (840, 1000, 1280))
    with as_if(page, color_scheme="light"):
        yield from (f"when day breaks: {what}" for what in wholeness.fragments(page, "light"))
        yield from styles.lost(page)
        yield from stillness.movements(page)
        yield from keyboard.obstacles(page)


def with_other_content(page):
    yield from wholeness.shifts(page)
    yield from wholeness.fragments(page, "light")
    yield from axe.findings(page, axe.WITHOUT_COLOURS)
    yield from enlarging.losses(page)
    resize(page, NARROWEST)
    yield from (f"at {NARROWEST} px: {what}" for what in fitting.sideways(page))
    yield from enlarging.excesses(page, (NARROWEST, 360))


VIEWS = {on_a_phone_by_day: (360, "light"), on_a_desk_by_night: (1280, "dark")}


@every_kind
@pytest.mark.parametrize("questions", VIEWS, ids=lambda questions: questions.__name__)
def test_a_page_has_an_answer_to_all_that_is_asked(reader, site, address, questions):
    ask(reader, site, address, questions, *VIEWS[questions])


@every_variant
def test_so_has_a_page_of_the_same_kind_with_other_content(reader, site, address):
    ask(reader, site, address, with_other_content, 360, "light")


def ask(reader, site, address, questions, width, scheme):
    with reader.opened(site, address, width, scheme) as (page, complaints):
        found = list(questions(page))
    judge([*complaints, *found], seen(site, address, width, scheme))
