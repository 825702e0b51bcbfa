"""A fault is what keeps a text from being read: its kind, its place and a detail; the rules put it into words."""

from dataclasses import dataclass
from enum import Enum, auto


class FaultKind(Enum):
    """Every way in which bytes fail to be one strict YAML mapping."""

    TOO_LARGE = auto()
    EMPTY = auto()
    NOT_TEXT = auto()
    """A document or a picture under the name of a YAML file."""
    LFS_POINTER = auto()
    """What Git LFS puts in the place of a file that it has not fetched."""
    UTF16 = auto()
    NOT_UTF8 = auto()
    CHARACTER = auto()
    CONFLICT = auto()
    """A conflict that git left in the file."""
    NOT_A_MAPPING = auto()
    SECOND_DOCUMENT = auto()
    TOO_DEEP = auto()
    ANCHOR = auto()
    ALIAS = auto()
    TAG = auto()
    MERGE = auto()
    KEY_NOT_TEXT = auto()
    TAB = auto()
    NO_BREAK_SPACE = auto()
    OPEN_QUOTE = auto()
    TEXT_AFTER_QUOTE = auto()
    OPEN_BRACKET = auto()
    TEXT_AFTER_BRACKET = auto()
    COLON_IN_VALUE = auto()
    NO_COLON = auto()
    NO_SPACE_AFTER_COLON = auto()
    INDENTATION = auto()
    """A line that stands in the column of no line above it."""
    DEEPER = auto()
    """A key that stands deeper than the line above, which already has its value."""
    NOT_INDENTED = auto()
    """A line within quotes or brackets that does not stand deeper than its key."""
    DASH_OF_WORD = auto()
    """A list's mark that is no hyphen: `–`, `•`."""
    GLUED_DASH = auto()
    """A list's hyphen without a blank behind it."""
    WIDE_COLON = auto()
    CURLY_QUOTES = auto()
    """A value that needs quotes and has those of Word."""
    GLUED_COMMENT = auto()
    """A comment without a blank before its sign."""
    LOST_LINE = auto()
    """A line of a text that begins with `#` and would not be read."""
    LINE_CUT_OFF = auto()
    """The same where the first line of the text stands deeper; the detail is the number of that line."""
    CUT_SHORT = auto()
    """A comment within a plain text, which goes on below it."""
    BAD_ESCAPE = auto()
    RESERVED_SIGN = auto()
    DIRECTIVE = auto()
    BLOCK_HEADER = auto()
    SYNTAX = auto()
    OUR_MISTAKE = auto()
    """Our own code failed."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault; line and column count from 1.

    `detail` is what the sentence needs (a character, a number); `also` the lines on which the same stands again.
    """

    kind: FaultKind
    line: int = 1
    column: int = 1
    detail: str = ""
    also: tuple[int, ...] = ()

    def moved(self, lines: int) -> "Fault":
        """Give the same fault so many lines further down."""
        detail = str(int(self.detail) + lines) if self.kind is FaultKind.LINE_CUT_OFF else self.detail
        return Fault(self.kind, self.line + lines, self.column, detail, self.also)
