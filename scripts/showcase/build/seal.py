"""A seal says: from sources that looked like this, that site was made, and nothing was left to do.

Where sources and site still look like it, a build has nothing to read, judge or compute. What was to be told of the
sources is kept with the seal, since it is to be told again.
"""

import json
from dataclasses import dataclass
from pathlib import Path

from showcase.build.intake import Stamp, Survey, last_change
from showcase.build.ledger import write_file
from showcase.words.problem import Problem, as_row, of_row

_FILE = "niem-phong.json"
RACY = 2_000_000_000
"""Nanoseconds: a file that was changed this shortly before it was looked at may change again and bear the same time."""


@dataclass(frozen=True, slots=True)
class Seal:
    """`mark` stands for all sources by how they look, '' where that may not be believed; `site` for the ledger of the site.

    `rest` stands for all sources but the models, `known` for what was known of those. `day` is the day of the build.
    """

    mark: str
    rest: str
    known: str
    site: str
    day: int
    models: int
    files: int
    pages: int
    problems: tuple[Problem, ...]


def read_seal(cache: Path) -> Seal | None:
    """Give the last seal, or None where there is none that can be read."""
    try:
        text = (cache / _FILE).read_text(encoding="utf-8")
        mark, rest, known, site, day, models, files, pages, problems = json.loads(text)
        return Seal(mark, rest, known, site, day, models, files, pages, tuple(of_row(row) for row in problems))
    except (OSError, ValueError, TypeError):
        return None


def write_seal(cache: Path, seal: Seal) -> None:
    """Replace the seal in one step."""
    problems = [as_row(problem) for problem in seal.problems]
    facts = (*(getattr(seal, name) for name in Seal.__slots__[:-1]), problems)
    write_file(cache / _FILE, json.dumps(facts, ensure_ascii=False).encode())


def is_settled(survey: Survey, began: int) -> bool:
    """Tell whether no model was changed so shortly before `began` (nanoseconds) that its stamp may not be believed."""
    youngest = max((youngest_of(folder.stamp) for folder in survey.folders), default=0)
    return began - youngest > RACY


def youngest_of(stamp: Stamp) -> int:
    """Give the time of the last change that a stamp tells of, in nanoseconds."""
    return max((last_change(mark) for _, mark in stamp), default=0)
