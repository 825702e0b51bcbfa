"""A text within a line of Markdown is text: no sign of it is markup, HTML, a link or a name that somebody is called by."""

import re

from showcase.words.safe_line import safe_line

__all__ = ["markdown_text"]

_SIGN = re.compile(r"[\\`*_{}\[\]<>()#!|~@&:$^=]|(?i:(?<=www)\.)")


def markdown_text(text: str) -> str:
    """Give one line in which each sign that Markdown may obey stands as its number; it must not begin a line, where more are."""
    return _SIGN.sub(lambda found: f"&#{ord(found[0])};", safe_line(text))
