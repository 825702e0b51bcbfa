"""A line for a terminal or a log holds nothing that these obey: no control character, no sign of direction, no command of a runner.

GitHub, Azure and their like read what a job prints, and take `##[…]` and `::…::` in it for commands, wherever in a line they
stand; a terminal obeys what follows an escape. What people name and write must give neither.
"""

import re

__all__ = ["safe_json", "safe_line", "safe_lines"]

# Controls, C1 among them; signs without width but for those that join emoji; line and paragraph ends; directions; bytes of names
# that are no text, which Python keeps as halves of pairs.
_UNSEEN = "\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
_CONTROL = re.compile(f"[\x00-\x1f{_UNSEEN}]")
_CONTROL_IN_JSON = re.compile(f"[{_UNSEEN}]")  # JSON escapes the others by itself, and its own lines end
_COMMAND = re.compile(r"#(?=#\w*\[)|:(?=:)")


def safe_line(text: str) -> str:
    """Give one line in which controls stand as `⟨U+001B⟩`, and `##[` and `::` with a blank between."""
    named = _CONTROL.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", text)
    return _COMMAND.sub(lambda found: f"{found[0]} ", named)


def safe_lines(text: str) -> str:
    """Do the same with a text of several lines, which stay."""
    return "\n".join(map(safe_line, text.split("\n")))


def safe_json(text: str) -> str:
    """Do the same with JSON, which says the same afterwards: for a sign that is obeyed stands its number."""
    return _COMMAND.sub(_escaped, _CONTROL_IN_JSON.sub(_escaped, text))


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
