"""What is fuzzed: each target takes any bytes, and raises where our code does what it never may."""

import re
from collections.abc import Callable
from html.parser import HTMLParser

from making import photo, setting
from markupsafe import Markup
from showcase.checking.judge import judge_model, judge_record
from showcase.checking.judgement import unpack
from showcase.photos.errors import PhotoRefusedError
from showcase.photos.inspection import inspect_bytes
from showcase.photos.resizing import difference_hash, encode_renditions
from showcase.publish.story import TAGS, LinkTarget, render_story
from showcase.reading.characters import decode
from showcase.reading.questions import part_questions
from showcase.reading.story import story_facts
from showcase.record.catalogue import vocabularies_of
from showcase.record.photo import renditions
from showcase.record.submission import Submission, read_model, read_report, read_vocabulary
from showcase.rules.book import check_file
from showcase.words.problem import Problem

_PHOTOS = photo("cho.jpg"), photo("lap-camera.jpg", digest="other")
_MOST_PIXELS = 1_000_000
"""Of a photo that is decoded here, where nothing limits the time."""
_PICTURE = "<figure></figure>"
_HREF = re.compile(r"(?:https?://[^/]|mailto:|\.{0,2}/(?!/)|\.\./)[^\s\"'<>\\]*")


def model(data: bytes) -> None:
    """Read and judge a `model.yaml`, and make all that is made of it alone."""
    submission = read_model("models/x/ngoc-chien/model.yaml", "ngoc-chien", data, _PHOTOS)
    judged = judge_model(submission, "digest", setting())
    _look_at(submission, unpack(judged.packed).problems)


def report(data: bytes) -> None:
    """Read and judge a file of `_reports/`."""
    submission = read_report("models/_reports/ha-noi-2023.yaml", "ha-noi-2023", data)
    _look_at(submission, judge_record(submission, setting())[0])


def vocabulary(data: bytes) -> None:
    """Read and judge a file of `_vocabulary/`."""
    submission = read_vocabulary("models/_vocabulary/chu-de.yaml", "chu-de", data)
    _look_at(submission, check_file(submission, setting()))
    vocabularies_of([submission])


def story(data: bytes) -> None:
    """Read and show the Markdown of a section."""
    text, _ = decode(data)
    story_facts(text)
    part_questions(text)
    html = render_story(
        text,
        heading_level=2,
        link=lambda model_id: LinkTarget(f"../{model_id}/"),
        picture=lambda name: Markup(_PICTURE) if name.endswith(".jpg") else None,
    )
    page = _Page()
    page.feed(str(html).replace(_PICTURE, ""))
    page.close()
    if page.open:
        raise AssertionError(("never closed", page.open[-1]))


def picture(data: bytes) -> None:
    """Look at a photo, and make its renditions."""
    facts = inspect_bytes(data)
    if facts.fault or facts.width * facts.height > _MOST_PIXELS:
        return
    try:
        difference_hash(data)
        encode_renditions(data, renditions(facts)[:2])
    except PhotoRefusedError:
        return


TARGETS: dict[str, Callable[[bytes], None]] = {one.__name__: one for one in (model, report, vocabulary, story, picture)}


def _look_at(submission: Submission, problems: tuple[Problem, ...] | list[Problem]) -> None:
    """Every finding must lie within its file, on one line, and none may be a mistake of ours."""
    lines = re.split(r"\r\n|\r|\n", submission.text)  # as YAML counts them
    for problem in problems:
        spot, message = problem.spot, problem.message
        if "Lỗi của chương trình" in message:
            raise AssertionError((problem.rule, message.partition("dừng")[2]))
        if not message or re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]", message):
            raise AssertionError((problem.rule, "a message of several lines, or of none"))
        if spot.path != submission.path or (submission.text and not 1 <= spot.line <= len(lines)):
            raise AssertionError((problem.rule, "no line of this file"))
        if submission.text and not 1 <= spot.column <= len(lines[spot.line - 1]) + 1:
            raise AssertionError((problem.rule, "no column of this line"))


class _Page(HTMLParser):
    """Reads what a story became, and raises at anything that a story may not have."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            raise AssertionError(("tag", tag))
        for name, value in attrs:
            is_sound = {"href": _HREF.fullmatch, "rel": "noopener nofollow".__eq__, "start": str.isdigit}.get(name)
            if not (is_sound and value is not None and is_sound(value)):
                raise AssertionError(("attribute", tag, name))
        if tag not in ("hr", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            raise AssertionError(("closed out of turn", tag))

    def handle_comment(self, data: str) -> None:
        raise AssertionError(("comment", data[:20]))

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(("declaration", decl[:20]))
