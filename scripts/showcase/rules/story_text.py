"""What the rules on stories share: which sections can be asked, and what stands in them."""

from collections.abc import Iterator

from showcase.reading.kinds import Story
from showcase.reading.node import Scalar
from showcase.reading.story import StoryFacts, story_facts
from showcase.record.submission import Submission

_LIMITS = Story()
# Most stories hold none of these, and then no Markdown has to be read: that would cost as much as all other rules.
# Links, pictures, HTML; entities; blocks in blocks, which may be too deep.
_MAY_MATTER = ("<", "[", ">", "&", "\n" + 12 * " ", 4 * "- ", 4 * "* ", 4 * "+ ")


def sections(submission: Submission) -> Iterator[tuple[Scalar, StoryFacts]]:
    """Yield each section of the story with what it holds; those with nothing to ask about, or too long, are left out."""
    if "sections" not in submission.shared:
        submission.shared["sections"] = tuple(_sections(submission))
    yield from submission.shared["sections"]


def _sections(submission: Submission) -> Iterator[tuple[Scalar, StoryFacts]]:
    for cell in submission.cells_of(Story):
        if isinstance(cell.value, str) and isinstance(cell.node, Scalar):
            facts = _facts(cell.value)
            if facts is not None:
                yield cell.node, facts


def _facts(text: str) -> StoryFacts | None:
    is_short = len(text) <= _LIMITS.most and text.count("\n") < _LIMITS.lines
    return story_facts(text) if is_short and any(sign in text for sign in _MAY_MATTER) else None
