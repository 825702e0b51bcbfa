"""An annotation is a finding as a workflow's runner reads it: a command of GitHub, which Forgejo's runner knows too."""

from showcase.words.problem import Problem
from showcase.words.safe_line import safe_line


def annotation(problem: Problem) -> str:
    """Write a workflow command, with the characters escaped that would end it, and no other command in it."""
    level = "error" if problem.severity.value == "error" else "warning"
    spot = problem.spot
    path = safe_line(_escaped(spot.path).replace(":", "%3A").replace(",", "%2C"))
    return f"::{level} file={path},line={spot.line},col={spot.column},title={problem.rule}::{_escaped(safe_line(problem.message))}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
