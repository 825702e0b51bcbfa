"""Words are broken into lines here: few, of much the same length, and not within a name or a number where that can be helped.

Nothing here knows a face: how wide words are is told by a function.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, pairwise
from math import inf
from typing import NamedTuple

from showcase.drawing.ties import leads_on, tie

Width = Callable[[str], float]
"""Tells how wide words are."""

_ONE_LEFT, _ONE_MORE = 0.2, 0.12
"""What a last line of one word costs, and a line more than there must be; see `tie` for what costs are."""
_RAGGED = 0.3
"""What it costs that the shortest line but the last is empty, where sizes are compared."""
_FIRM = 3
"""In so many lines what belongs together counts in full, in more lines less: long texts are read on, short ones are seen."""
_SMALLER = 0.72
"""So much of the largest size that fits is given away at most for better lines."""
_SIZE = 0.5
"""What it costs to give away all of a size."""
_LEAST_KEPT = 0.6
"""Of the words that there is room for, the least that is kept so that a cut stands at a comma."""
_PAUSES = (",", ";", ":", ".")


class Text(NamedTuple):
    """Words as they are set: a size in pixels and lines."""

    size: int
    lines: tuple[str, ...]


def fitted(
    text: str, sizes: Sequence[int], within: tuple[float, float], measure: Callable[[int], Width], leading: float
) -> Text:
    """Set a text as large as it fits a width and a height; at the smallest size what does not fit is cut, with `…` there.

    `sizes` fall; `measure` tells of a size how wide words are, `leading` how much higher than that a line is.
    """
    words, (room, height) = text.split(" "), within
    found: list[tuple[float, Text]] = []
    for size in sizes:
        most, width = int(height / (size * leading)), measure(size)
        if found and size < _SMALLER * found[0][1].size:
            break
        if most and all(width(word) <= room for word in words) and _fewest(words, room, width) <= most:
            cost, lines = balanced(words, room, width, most)
            lost = 1 - size / found[0][1].size if found else 0
            found.append((cost + _SIZE * lost, Text(size, tuple(lines))))
    if found:
        return min(found)[1]
    size = sizes[-1]
    width, most = measure(size), max(1, int(height / (size * leading)))
    words = _cut([part for word in words for part in _parts(word, room, width)], room, width, most)
    return Text(size, tuple(balanced(words, room, width, most)[1]))


def balanced(words: Sequence[str], room: float, width: Width, most: int) -> tuple[float, list[str]]:
    """Break words into as few lines as there can be, or one more where that keeps together what belongs together.

    Gives what is torn all the same and how ragged it is, as a cost, and the lines.
    """
    fewest = _fewest(words, room, width)
    tries = {number: _broken(words, room, width, number) for number in {fewest, min(fewest + 1, most)}}
    number = min(tries, key=lambda number: (tries[number][0] + _ONE_MORE * (number - fewest), number))
    cuts = [0, *tries[number][1]]
    torn = sum(tie(words[end - 1], words[end]) for end in cuts[1:-1]) * min(1, _FIRM / number)
    lines = [" ".join(words[start:end]) for start, end in pairwise(cuts)]
    return torn + _RAGGED * (1 - min(map(width, lines[:-1] or lines)) / room) ** 2, lines


def _broken(words: Sequence[str], room: float, width: Width, number: int) -> tuple[float, list[int]]:
    """Give what it costs to break words into so many lines, where what is left of each is squared; and where lines end."""
    many, blank, firm = len(words), width(" "), min(1, _FIRM / number)
    ends = [0.0, *accumulate(map(width, words))]
    costs = [0.0, *(firm * tie(*pair) for pair in pairwise(words)), 0.0]
    best: list[tuple[float, list[int]]] = [(0.0, []), *[(inf, [])] * many]
    for _ in range(number):
        following: list[tuple[float, list[int]]] = [(inf, [])] * (many + 1)
        for start, (cost, cuts) in enumerate(best[:-1]):
            if cost == inf:
                continue
            for end in range(start + 1, many + 1):
                left = room - (ends[end] - ends[start] + blank * (end - start - 1))
                if left < 0 and end > start + 1:
                    break
                is_left_over = end == many and end == start + 1 and many > number + 2
                price = cost + (left / room) ** 2 + costs[end] + _ONE_LEFT * is_left_over
                if price < following[end][0]:
                    following[end] = price, [*cuts, end]
        best = following
    return best[many]


def _fewest(words: Sequence[str], room: float, width: Width) -> int:
    """Count the lines that words take, each as full as it can be."""
    lines, left, blank = 1, room, width(" ")
    for word in words:
        needed = width(word)
        if left < room and needed + blank > left:
            lines, left = lines + 1, room
        left -= needed + (blank if left < room else 0)
    return lines


def _cut(words: list[str], room: float, width: Width, most: int) -> list[str]:
    """Cut words to so many lines, with `…` at their end: at a comma where one is near, never after a word that leads on."""
    if _fewest(words, room, width) <= most:
        return words
    kept = len(words)
    while kept > 1 and _fewest([*words[: kept - 1], f"{words[kept - 1]}…"], room, width) > most:
        kept -= 1
    pauses = (end for end in range(kept, int(kept * _LEAST_KEPT), -1) if words[end - 1].endswith(_PAUSES))
    shown = words[: next(pauses, kept)]
    while len(shown) > 1 and (leads_on(shown[-1]) or tie(shown[-1], words[len(shown)])):
        shown.pop()
    return [*shown[:-1], f"{shown[-1].rstrip(',;:.')}…"]


def _parts(word: str, room: float, width: Width) -> Iterator[str]:
    """Break a word that is longer than a line."""
    while len(word) > 1 and width(word) > room:
        end = next(end for end in range(len(word) - 1, 0, -1) if width(word[:end]) <= room or end == 1)
        yield word[:end]
        word = word[end:]
    yield word
