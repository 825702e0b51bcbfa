"""A snapshot is the site at one moment, none of it made yet: an address finds its output, and only that is made."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from threading import RLock

from showcase.checking.database import DAMAGE
from showcase.publish.context import Context
from showcase.publish.inputs import Inputs
from showcase.publish.output import Output
from showcase.publish.site import all_outputs
from showcase.words.digest import digest_of
from showcase.words.problem import Problem, Severity, in_order


@dataclass(frozen=True)
class Snapshot:
    """The site as its sources were last good, and what is wrong with them now.

    `paths` gives the file of each model by its id, `unshown` that of each model that never was good; `troubles` say by their
    place what is wrong outside of models/; `judged` of `to_judge` models are known.
    """

    made: "Made"
    number: int = 0
    problems: tuple[Problem, ...] = ()
    paths: Mapping[str, str] = field(default_factory=dict)
    unshown: Mapping[str, str] = field(default_factory=dict)
    troubles: Mapping[str, str] = field(default_factory=dict)
    judged: int = 0
    to_judge: int = 0

    @property
    def is_judging(self) -> bool:
        """Whether models are still missing that are on the disk."""
        return self.judged < self.to_judge

    @property
    def errors(self) -> int:
        """How many findings would stop a build."""
        return sum(problem.severity is Severity.ERROR for problem in self.problems)

    def at(self, path: str) -> list[Problem]:
        """Give what was found of a file and of what lies beside it; of a whole folder if `path` ends with `/`."""
        beside = path.removesuffix("model.yaml")
        return in_order([problem for problem in self.problems if problem.spot.path.startswith(beside)])


class Made:
    """What was made of one state of the `inputs`; one thing after the other, whoever asks."""

    def __init__(self, inputs: Inputs, look_again: Callable[[], None]) -> None:
        """Make nothing yet; `look_again` is called where the database turns out to be damaged, and whoever asked gets the error."""
        self.inputs = inputs
        self._look_again = look_again
        self._context = Context(inputs)
        self._lock = RLock()
        self._pages: dict[str, bytes] = {}

    def output(self, where: str) -> Output | None:
        """Find the output of an address: `mo-hinh/ID/` or `assets/trang.css`; '' is the front page."""
        with self._lock:
            return self._table.get(f"{where}index.html" if where == "" or where.endswith("/") else where)

    def bytes_of(self, output: Output) -> bytes:
        """Make an output; a page is made once."""
        with self._lock:
            if output.path not in self._pages:
                try:
                    data = output.bytes_of(self._context)
                except DAMAGE:
                    self._look_again()
                    raise
                if not output.is_page:
                    return data
                self._pages[output.path] = data
            return self._pages[output.path]

    def render(self, template: str, view: object) -> bytes:
        """Fill a template."""
        with self._lock:
            return self._context.render(template, view)

    @cached_property
    def look(self) -> str:
        """What stands for all files that pages share: another style sheet is another look of every page."""
        return digest_of(sorted(item for item in self.inputs.host.files.items() if not item[0].endswith(".html")))

    @cached_property
    def _table(self) -> dict[str, Output]:
        return {output.path: output for output in all_outputs(self._context)}
