"""What the preview knows at one moment is a value; the news is the newest of them, and wakes those who wait for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from threading import Condition
from typing import Any

from showcase.preview.edition import Edition
from showcase.record.submission import Submission
from showcase.words.problem import Problem, Severity, in_order

Findings = Mapping[str, tuple[Problem, ...]]


@dataclass(frozen=True, slots=True)
class State:
    """One moment: the edition, what was found by path, and what is under way.

    `findings` are of files alone, `shared` of files together; `unshown` gives the path of each model by id that never
    was good; `troubles` say by their place what is wrong outside of models/; `read` of `to_read` sources are read.
    """

    edition: Edition
    number: int = 0
    findings: Findings = field(default_factory=dict)
    shared: Findings = field(default_factory=dict)
    submissions: Mapping[str, Submission] = field(default_factory=dict)
    unshown: Mapping[str, str] = field(default_factory=dict)
    troubles: Mapping[str, str] = field(default_factory=dict)
    read: int = 0
    to_read: int = 0

    @property
    def is_reading(self) -> bool:
        """Whether models are still missing that are on the disk."""
        return self.read < self.to_read

    def at(self, path: str) -> list[Problem]:
        """Give what was found of a source and of what lies beside it; of a whole folder if `path` ends with `/`."""
        beside = path.removesuffix("model.yaml")
        both = (*self.findings.items(), *self.shared.items())
        return in_order([problem for where, found in both if where.startswith(beside) for problem in found])

    @property
    def errors(self) -> int:
        """How many findings would stop a build."""
        both = (*self.findings.values(), *self.shared.values())
        return sum(problem.severity is Severity.ERROR for found in both for problem in found)

    def everything(self) -> list[Problem]:
        """Give all that was found."""
        both = (*self.findings.values(), *self.shared.values())
        return in_order([problem for found in both for problem in found])


class News:
    """Keeps the state, which any thread may read at any time."""

    def __init__(self, state: State) -> None:
        """Begin with a state."""
        self.state = state
        self._came = Condition()

    def tell(self, **changes: Any) -> None:
        """Replace parts of the state."""
        with self._came:
            self.state = replace(self.state, number=self.state.number + 1, **changes)
            self._came.notify_all()

    def wait(self, number: int, seconds: float) -> State:
        """Give the state as soon as it is not the one of this number any more, or after so long."""
        with self._came:
            self._came.wait_for(lambda: self.state.number != number, seconds)
        return self.state
