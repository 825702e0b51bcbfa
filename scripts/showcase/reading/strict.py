"""What libyaml lets pass although YAML 1.2 refuses it is told here: other programs would read the file otherwise, or not at all."""

import re
from collections.abc import Iterator

import yaml

from showcase.reading.fault import Fault, FaultKind

_MAY_BE_GLUED = re.compile(r"""["'\]},\[{|>+\-0-9]#""")
_HEADER_AND_COMMENT = re.compile(r"[|>][-+0-9]*#")


def glued_comments(text: str) -> Iterator[Fault]:
    """Find comments without a blank before their sign: `"Chợ"# sạch`, `[a, b]#`, `|# chợ`. The text has no other fault."""
    if "#" not in text or not _MAY_BE_GLUED.search(text):
        return
    for token in yaml.scan(text, yaml.CBaseLoader):
        start, end = token.start_mark, token.end_mark
        if start.index < end.index and text[end.index : end.index + 1] == "#":
            yield Fault(FaultKind.GLUED_COMMENT, end.line + 1, end.column + 1)
        elif header := _HEADER_AND_COMMENT.match(text, start.index):
            yield Fault(FaultKind.GLUED_COMMENT, start.line + 1, start.column + header.end() - start.index)


def not_indented(lines: list[str], first: int, last: int, indentation: int) -> Iterator[Fault]:
    """Find the first of some lines within quotes or brackets that does not stand deeper than its key; lines from 0."""
    for number in range(first, min(last + 1, len(lines))):
        line = lines[number]
        if line.strip() and len(line) - len(line.lstrip(" ")) <= indentation:
            yield Fault(FaultKind.NOT_INDENTED, number + 1, len(line) - len(line.lstrip()) + 1)
            return


def lost_lines(lines: list[str], first: int, indentation: int) -> Iterator[Fault]:
    """Find text behind `|` that is lost: libyaml takes `# chợ` for a comment where longer blank lines stand above it."""
    for number in range(first, len(lines)):
        if content := lines[number].lstrip(" "):
            column = len(lines[number]) - len(content)
            if column > indentation and content.startswith("#"):
                yield Fault(FaultKind.LOST_LINE, number + 1, column + 1)
            return
