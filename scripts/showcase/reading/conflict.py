"""Git leaves both sides of a conflict in a file, between lines of signs; they become faults here, and the first side is read on.

So the rest of the file is judged in the same run, each line where it stands.
"""

import re

from showcase.reading.fault import Fault, FaultKind

_MARKER_LINE = re.compile(r"[ \t]*(?:(?P<sign>[<|>])(?P=sign){6}(?:[ \t].*)?|={7}[ \t]*)\r?")
_MARKER_WITHIN = re.compile(r"(?<!<)<{7}(?!<)|(?<!>)>{7}(?!>)")
"""Seven signs, no fewer and no more: who joins lines has them in the middle of one."""
_CONFLICT = re.compile(r"<\|?=>|.")
"""The signs of the marker lines of a file in their order: those of one conflict, or one that is alone."""


def _has_sign_alone(text: str) -> bool:
    return any(f"\n{sign}" in text or text.startswith(sign) for sign in ("=======", "|||||||"))


def without_conflicts(text: str, *, is_yaml: bool) -> tuple[str, list[Fault]]:
    """Give the text with the first side of each conflict and empty lines for the rest, and a fault for each.

    A line of `=` alone underlines a heading in Markdown, and in a story of YAML, where it is indented; of `|` a table may begin there.
    """
    if "<<<<<<<" not in text and ">>>>>>>" not in text and not (is_yaml and _has_sign_alone(text)):
        return text, []
    lines = text.split("\n")
    marked = [number for number, line in enumerate(lines) if _MARKER_LINE.fullmatch(line)]
    is_marked = set(marked)
    faults = [
        Fault(FaultKind.CONFLICT, number + 1, match.start() + 1)
        for number, line in enumerate(lines)
        if number not in is_marked and (match := _MARKER_WITHIN.search(line))
    ]
    for match in _CONFLICT.finditer("".join(lines[number].strip()[0] for number in marked)):
        first, *others = marked[match.start() : match.end()]
        column = len(lines[first]) - len(lines[first].lstrip()) + 1
        if others or match.group() in "<>" or (match.group() in "=|" and is_yaml and column == 1):
            faults.append(Fault(FaultKind.CONFLICT, first + 1, column))
            dropped = [first, *(range(others[0], others[-1] + 1) if others else ())]
            for number in dropped:
                lines[number] = ""
    return "\n".join(lines), faults
