"""The lines of a story are joined to paragraphs and broken again, and its Markdown says the same before and after.

A spreadsheet breaks lines by itself, a file is read beside others: so a paragraph is one line there, and some here.
"""

import re

from showcase.reading.commonmark import story_tokens

__all__ = ["filled", "joined", "same_story", "wrapped"]

_BEGINS = re.compile(r"\s*(?:[-+*>#|`~=_<]|\d+[.)]|$)|\s{4}")
"""What begins a block of its own, or may: such a line is never put behind another."""
_MARKUP = re.compile(r"[*_`\[\]<>#|~\\=+&!]|^\s|^\d+[.)]", re.MULTILINE)
"""Signs of which some mean another thing at another place; a story without any is paragraphs and lists with hyphens."""
_ITEM = re.compile(r"(\s*(?:[-+*]|\d+[.)])\s+)\S")
_ENDS = (" ", "\\")
"""A line that ends so is broken on purpose, by two blanks or a backslash."""


def joined(story: str) -> str:
    """Give a story with each paragraph on one line."""
    lines: list[str] = []
    for line in story.split("\n"):
        if lines and _goes_on(lines[-1], line):
            lines[-1] = f"{lines[-1]} {line.strip()}"
        else:
            lines.append(line)
    text = "\n".join(lines)
    return text if _same(text, story) else story


def wrapped(story: str, width: int) -> str:
    """Give a story with lines of at most `width` signs, where its Markdown allows it."""
    text = "\n".join("\n".join(_broken(line, width)) for line in story.split("\n"))
    return text if not _MARKUP.search(story) or _same(text, story) else story


def same_story(one: str, other: str) -> bool:
    """Tell whether two stories differ in nothing but where their lines end."""
    return one == other or joined(one) == joined(other)


def _goes_on(before: str, line: str) -> bool:
    is_text = bool(before.strip()) and (bool(_ITEM.match(before)) or not _BEGINS.match(before))
    return is_text and not before.endswith(_ENDS) and not _BEGINS.match(line)


def _broken(line: str, width: int) -> list[str]:
    item = _ITEM.match(line)
    if len(line) <= width or line.endswith(_ENDS) or (not item and _BEGINS.match(line)):
        return [line]
    indent = " " * len(item[1]) if item else ""
    parts = filled(line.strip() if item is None else line, width, indent)
    return [line] if any(_BEGINS.match(part.strip()) for part in parts[1:]) else parts


def filled(text: str, width: int, indent: str = "") -> list[str]:
    """Break a text at its blanks into lines of at most `width` signs, the further ones behind `indent`; a longer word is a line."""
    lines: list[str] = []
    words: list[str] = []
    size = 0
    for word in text.split(" "):
        if words and size + len(word) > width:
            lines.append(" ".join(words))
            words, size = [f"{indent}{word}"], len(indent) + len(word) + 1
        else:
            words.append(word)
            size += len(word) + 1
    return [*lines, " ".join(words)]


def _same(one: str, other: str) -> bool:
    """Tell whether two texts are the same Markdown, an end of a line being a blank."""
    return one == other or _meant(one) == _meant(other) is not None


def _meant(story: str) -> list[tuple[str, str, str]] | None:
    tokens = story_tokens(story)
    if tokens is None:
        return None
    return [(token.type, token.tag, " ".join(token.content.split())) for token in tokens]
