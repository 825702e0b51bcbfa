"""A model is read aloud by a Vietnamese voice of the device, where there is one; the voice here is a fake that the test speaks for."""

import pytest

FULL = "mo-hinh/duong-hoa-tu-quan/"
# A voice that keeps what it was asked to say, and ends when the test says so, as a real one does: events for what was
# cancelled come too, and late.
FAKE = """(() => {
    const voice = (lang, localService = true) => ({ lang, localService, name: lang, default: false });
    const fake = { said: [], all: [], current: null, cancels: 0, voice, onvoiceschanged: null,
      getVoices() { return this.all; },
      speak(utterance) { this.current = utterance; this.said.push([utterance.lang, utterance.text, utterance.voice.name]); },
      cancel() {
        const past = this.current;
        this.current = null;
        this.cancels += 1;
        if (past) setTimeout(() => past.onerror?.({ error: "interrupted" }));
      },
      end() { const past = this.current; this.current = null; past.onend({}); },
      fail() { const past = this.current; this.current = null; past.onerror({ error: "network" }); },
      arrive(...langs) { this.all = langs.map((lang) => voice(lang)); this.onvoiceschanged?.(); },
    };
    Object.defineProperty(window, "speechSynthesis", { value: fake });
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
})();"""


@pytest.fixture
def page(visit, made):
    context = visit(viewport={"width": 360, "height": 740}, reduced_motion="reduce")
    context.add_init_script(FAKE)
    page = context.new_page()
    page.goto(made.url + FULL)
    return page


@pytest.fixture
def listening(page):
    page.evaluate("speechSynthesis.arrive('en-US', 'vi-VN')")
    page.locator("[data-dv-listen]").click()
    return page


def said(page):
    return [text for _, text, _ in page.evaluate("speechSynthesis.said")]


def read_on(page, sentences):
    for _ in range(sentences):
        page.evaluate("speechSynthesis.end()")


def test_nothing_is_offered_without_a_vietnamese_voice(page):
    button = page.locator("[data-dv-listen]")
    assert not button.is_visible()
    page.evaluate("speechSynthesis.arrive('en-US', 'fr-FR', 'vie')")
    assert not button.is_visible()
    page.evaluate("speechSynthesis.arrive('en-US', 'vi_VN')")
    assert button.is_visible(), "voices may come late"


def test_title_summary_and_story_are_read_to_the_end(listening):
    page = listening
    title = page.locator("h1").inner_text()
    lead = page.locator(".dv-lead").inner_text()
    for _ in range(500):
        if page.evaluate("!speechSynthesis.current"):
            break
        page.evaluate("speechSynthesis.end()")
    whole = " ".join(said(page))
    assert whole.startswith(f"{title} {lead}")
    story = page.locator(".dv-story > section > p").all_inner_texts()
    assert story
    assert all(" ".join(paragraph.split()) in whole for paragraph in story)
    asked = page.locator(".dv-ask li").all_inner_texts()
    assert whole.endswith(f"Cần hỏi thêm {' '.join(asked)}")
    assert len(asked) == 3
    assert {lang for lang, _, _ in page.evaluate("speechSynthesis.said")} == {"vi-VN"}
    assert max(map(len, said(page))) <= 180
    assert page.locator("[data-dv-told]").inner_text() == "Đã đọc hết bài."
    assert page.locator("[data-dv-listen]").inner_text() == "Nghe"
    assert not page.locator(".dv-read").count()


def test_a_pause_begins_its_sentence_anew(listening):
    page = listening
    button = page.locator("[data-dv-listen]")
    read_on(page, 2)
    last = said(page)[-1]
    button.press("Enter")
    assert button.inner_text() == "Nghe tiếp"
    page.wait_for_timeout(50)  # the late news of what was cut off changes nothing
    assert page.evaluate("speechSynthesis.current") is None
    button.press("Enter")
    assert said(page)[-2:] == [last, last]
    assert button.inner_text() == "Tạm dừng"
    assert page.evaluate("document.activeElement.matches('[data-dv-listen]')")


def test_who_stops_begins_at_the_title_again(listening):
    page = listening
    first = said(page)[0]
    read_on(page, 3)
    page.get_by_role("button", name="Thôi nghe").press("Enter")
    assert not page.get_by_role("button", name="Thôi nghe").is_visible()
    assert page.evaluate("document.activeElement.matches('[data-dv-listen]')")
    assert not page.locator(".dv-read").count()
    page.locator("[data-dv-listen]").click()
    assert said(page)[-1] == first


def test_what_is_read_is_marked_and_kept_in_view(listening):
    page = listening
    marks = []
    while len(marks) < 8 and page.evaluate("Boolean(speechSynthesis.current)"):
        part = page.locator(".dv-read")
        assert part.count() == 1
        assert said(page)[-1] in " ".join(part.inner_text().split())
        assert part.evaluate("part => getComputedStyle(part).boxShadow") != "none", "a bar, not the colour alone"
        box = part.bounding_box()
        assert box["y"] < 740
        assert box["y"] + box["height"] > 0
        marks.append(part.inner_text())
        read_on(page, 1)
    assert len(set(marks)) > 3
    assert page.locator("[data-dv-listen]").bounding_box()["y"] < 740, "its buttons go along"


def test_who_has_scrolled_away_is_left_there(listening):
    page = listening
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    before = page.evaluate("scrollY")
    read_on(page, 8)
    assert page.evaluate("scrollY") == before


def test_a_voice_that_fails_says_so(listening):
    listening.evaluate("speechSynthesis.fail()")
    assert listening.locator("[data-dv-told]").inner_text() == "Máy không đọc được bài này."
    assert listening.locator("[data-dv-listen]").inner_text() == "Nghe"


def test_leaving_ends_it(listening):
    listening.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert listening.evaluate("speechSynthesis.current") is None
    assert not listening.locator(".dv-read").count()


def test_the_text_for_loudspeakers_is_read_whole(page, made):
    page.goto(f"{made.url}{FULL}phat-thanh/")
    page.evaluate("speechSynthesis.arrive('vi-VN')")
    page.locator("[data-dv-listen]").click()
    for _ in range(100):
        if page.evaluate("!speechSynthesis.current"):
            break
        page.evaluate("speechSynthesis.end()")
    assert " ".join(said(page)) == " ".join(page.locator(".dv-aloud__text").inner_text().split())
