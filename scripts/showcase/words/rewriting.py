"""A text is rewritten step by step; a step is passed by where the text has none of the signs that whatever it finds must hold."""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from showcase.words.sentences import begins_sentence

__all__ = ["Step", "begun", "rewritten", "text_before"]

_NEAR = 60
"""Letters: what stands farther off says nothing of a figure, and to look at all of it takes squares of the time."""


class Step(NamedTuple):
    """What is looked for, and what is written in its place, as `re.sub` takes it.

    One of `signs` stands in all that the pattern finds; '' where that is true of no few signs. To look for signs costs a
    twentieth of looking for the pattern: of a sentence that is read aloud, thirty steps look for what is seldom there.
    """

    signs: str
    pattern: re.Pattern[str]
    instead: Callable[[re.Match[str]], str] | str

    def is_worth_a_look(self, text: str) -> bool:
        """Tell whether the pattern may find something in a text."""
        return not self.signs or any(sign in text for sign in self.signs)


def begun(step: Step) -> Step:
    """Make what a step writes begin with a capital where it begins a sentence."""

    def say(match: re.Match[str]) -> str:
        said = match.expand(step.instead) if isinstance(step.instead, str) else step.instead(match)
        is_first = not match.group()[0].islower() and begins_sentence(match.string, match.start())
        return said[:1].upper() + said[1:] if is_first else said

    return step._replace(instead=say)


def rewritten(text: str, steps: Iterable[Step]) -> str:
    """Give a text after all steps, in their order."""
    for step in steps:
        if step.is_worth_a_look(text):
            text = step.pattern.sub(step.instead, text)
    return text


def text_before(match: re.Match[str]) -> str:
    """Give what stands close before what was found, the last letters of a long text."""
    return match.string[max(0, match.start() - _NEAR) : match.start()]
