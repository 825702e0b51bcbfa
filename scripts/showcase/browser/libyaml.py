"""PyYAML's own reader, which needs no C, gives here the events, the words and the spots of libyaml.

In the bundle it stands in the place of `yaml/cyaml.py`, so `yaml.CBaseLoader` is there in the browser too and whoever reads
knows of no difference. The two read nearly the same language: libyaml takes tabs between tokens and within plain text, knows no
directives but its own two, and calls what is wrong by other names. A test gives both the same broken texts.
"""

from typing import Any, NoReturn

from yaml.error import Mark, MarkedYAMLError
from yaml.loader import BaseLoader
from yaml.scanner import ScannerError
from yaml.tokens import DirectiveToken, FlowEntryToken, FlowMappingEndToken, FlowSequenceEndToken, ScalarToken

__all__ = ["CBaseLoader"]

_BREAKS = "\r\n\x85\u2028\u2029"
_BLANKS = " \t"
_ENDS = f"\0{_BLANKS}{_BREAKS}"
_CHOMPING = "+-"
_FLOW = ",[]{}"
_DIRECTIVES = frozenset({"YAML", "TAG"})
_WORDS: tuple[tuple[str, str, str], ...] = (
    ("block mapping", "expected <block end>", "did not find expected key"),
    ("block collection", "expected <block end>", "did not find expected '-' indicator"),
    ("flow mapping", "expected ',' or '}'", "did not find expected ',' or '}'"),
    ("flow sequence", "expected ',' or ']'", "did not find expected ',' or ']'"),
    ("node", "expected the node content", "did not find expected node content"),
    ("", "expected '<document start>'", "did not find expected <document start>"),
    ("", "sequence entries are not allowed here", "block sequence entries are not allowed in this context"),
    ("", "mapping keys are not allowed here", "mapping keys are not allowed in this context"),
    ("", "mapping values are not allowed here", "mapping values are not allowed in this context"),
    ("", "found unexpected document separator", "found unexpected document indicator"),
)
"""What stands in the context, how PyYAML's words begin, and what libyaml says."""


class CBaseLoader(BaseLoader):  # type: ignore[misc] # PyYAML has no types
    """Reads as libyaml does; only the events may be asked for."""

    line: int
    column: int
    allow_simple_key: bool

    def get_event(self) -> Any:
        """Give the next event; raises MarkedYAMLError with the words of libyaml."""
        try:
            return super().get_event()
        except MarkedYAMLError as error:
            if (error.problem or "").startswith("found unknown escape character"):
                error.problem_mark = _before(error.problem_mark)
            error.context, error.problem = _said(error.context or "", error.problem or "")
            raise

    def process_empty_scalar(self, mark: Any) -> Any:
        """Give the value that is not there; in brackets it stands before what follows."""
        token = self.peek_token()
        is_in_brackets = isinstance(token, FlowEntryToken | FlowMappingEndToken | FlowSequenceEndToken)
        return super().process_empty_scalar(token.start_mark if is_in_brackets else mark)

    def fetch_stream_end(self) -> None:
        """End on a line of its own."""
        if self.column:
            self.line, self.column = self.line + 1, 0
        super().fetch_stream_end()

    def scan_to_next_token(self) -> None:
        """Pass over what stands between two tokens, tabs too where no key or dash can begin."""
        if self.index == 0 and self.peek() == "\ufeff":
            self.forward()
        while True:
            blanks = _BLANKS if self.flow_level or not self.allow_simple_key else " "
            while self.peek() in blanks:
                self.forward()
            if self.peek() == "#":
                while self.peek() not in f"\0{_BREAKS}":
                    self.forward()
            if not self.scan_line_break():
                return
            if not self.flow_level:
                self.allow_simple_key = True

    def scan_plain(self) -> ScalarToken:
        """Read a text without quotes; a tab in it is a blank."""
        start = end = self.get_mark()
        indent = self.indent + 1
        pieces: list[str] = []
        between = ""
        while not self._at_document_sign() and self.peek() != "#":
            size = self._plain_size(start)
            if size == 0:
                break
            self.allow_simple_key = False
            pieces += (between, self.prefix(size))
            self.forward(size)
            end = self.get_mark()
            between = self._between(start, indent)
            if not between or (not self.flow_level and self.column < indent):
                break
        return ScalarToken("".join(pieces), True, start, end)  # noqa: FBT003 - PyYAML's signature

    def scan_directive(self) -> Any:
        """Read a directive; libyaml knows two."""
        token = super().scan_directive()
        if isinstance(token, DirectiveToken) and token.name not in _DIRECTIVES:
            _refuse("while scanning a directive", token.start_mark, "found unknown directive name", token.end_mark)
        return token

    def scan_block_scalar_indicators(self, start_mark: Any) -> tuple[bool | None, int | None]:
        """Read what stands behind `|` or `>`: whether the last line ends are kept, and how deep the text stands."""
        chomping: bool | None = None
        increment: int | None = None
        while True:
            sign = self.peek()
            if chomping is None and sign in _CHOMPING:
                chomping = sign == "+"
            elif increment is None and sign in "0123456789":
                if sign == "0":
                    said = "found an indentation indicator equal to 0"
                    _refuse("while scanning a block scalar", start_mark, said, self.get_mark())
                increment = int(sign)
            else:
                return chomping, increment
            self.forward()

    def scan_block_scalar_ignored_line(self, start_mark: Any) -> None:
        """Pass over the rest of that line."""
        while self.peek() in _BLANKS:
            self.forward()
        super().scan_block_scalar_ignored_line(start_mark)

    def scan_block_scalar_indentation(self) -> Any:
        """Find out how deep a text stands."""
        found = super().scan_block_scalar_indentation()
        self._refuse_tab()
        return found

    def scan_block_scalar_breaks(self, indent: int) -> Any:
        """Pass over the blanks before a line of a text."""
        found = super().scan_block_scalar_breaks(indent)
        if self.column < indent:
            self._refuse_tab()
        return found

    def _refuse_tab(self) -> None:
        if self.peek() == "\t":
            said = "found a tab character where an indentation space is expected"
            _refuse("while scanning a block scalar", None, said, self.get_mark())

    def scan_tag(self) -> Any:
        """Read a tag; a picture of Markdown is none."""
        token = super().scan_tag()
        if any(sign in (token.value[1] or "") for sign in ("[]" if self.flow_level else "[],")):
            said = "did not find expected whitespace or line break"
            _refuse("while scanning a tag", token.start_mark, said, token.end_mark)
        return token

    def _plain_size(self, start: Any) -> int:
        """Give how many signs of the text follow each other from here."""
        size = 0
        while (sign := self.peek(size)) not in _ENDS:
            after = self.peek(size + 1)
            if sign == ":" and self.flow_level and after in f"?{_FLOW}":
                self.forward(size)
                _refuse("while scanning a plain scalar", start, "found unexpected ':'", self.get_mark())
            if (sign == ":" and after in _ENDS) or (self.flow_level and sign in _FLOW):
                break
            size += 1
        return size

    def _between(self, start: Any, indent: int) -> str:
        """Pass over blanks and line ends within a text without quotes; give what stands for them, "" where there are none."""
        blanks, breaks = "", []
        while (sign := self.peek()) in _BLANKS or sign in _BREAKS:
            if sign not in _BLANKS:
                breaks.append(self.scan_line_break())
                self.allow_simple_key = True
                continue
            if breaks and sign == "\t" and self.column < indent:
                said = "found a tab character that violates indentation"
                _refuse("while scanning a plain scalar", start, said, self.get_mark())
            blanks += "" if breaks else sign
            self.forward()
        if not breaks:
            return blanks
        if breaks[0] != "\n":
            return "".join(breaks)
        return "".join(breaks[1:]) or " "

    def _at_document_sign(self) -> bool:
        return self.column == 0 and self.prefix(3) in {"---", "..."} and self.peek(3) in _ENDS


def _refuse(context: str, start: Any, problem: str, mark: Any) -> NoReturn:
    raise ScannerError(context, start, problem, mark)


def _before(mark: Any) -> Any:
    """Give the place one sign before another of the same line."""
    return Mark(mark.name, mark.index - 1, mark.line, mark.column - 1, mark.buffer, mark.pointer)


def _said(context: str, problem: str) -> tuple[str, str]:
    """Give context and problem as libyaml says them."""
    context = context.replace("parsing a tag", "scanning a tag")
    for where, theirs, ours in _WORDS:
        if where in context and problem.startswith(theirs):
            return context, ours
    return context, problem
