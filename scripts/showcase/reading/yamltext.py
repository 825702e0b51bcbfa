"""Text becomes nodes with spots, or faults; no scalar is given a type and nothing in the text can make Python run.

libyaml's events are read one by one with a stack of our own: `yaml.compose` recurses in C and dies with signal 11 on
40 kB of `[`, and it keeps aliases, which grow without bound. Events are flat, and the stack stops at the format's depth.
"""

from typing import TypeGuard

import yaml

from showcase.reading.characters import blanked, forbidden
from showcase.reading.cut_off import lines_cut_off
from showcase.reading.fault import Fault, FaultKind
from showcase.reading.node import Mapping, Node, Scalar, Sequence, new_tuple
from showcase.reading.strict import glued_comments, lost_lines, not_indented
from showcase.reading.syntax import Before, Quoted, no_break_spaces, syntax_faults

DEEPEST = 8
"""Levels of nesting, the root counted, from the format."""

_QUOTES = frozenset({"'", '"'})
_NO_BREAK = ("\u00a0", "\u202f")
_SUSPECT = frozenset({"<", *_NO_BREAK})
"""A key that begins so may be a merge of YAML's, or stand after a space that is none."""

Parsed = tuple[Mapping | None, list[Fault]]


def parse(text: str) -> Parsed:
    """Return the one mapping of the text, or None, and every fault; faults that can be passed over are."""
    node, faults = parse_node(text)
    if node is None or isinstance(node, Mapping):
        return node, faults
    return None, faults + (no_break_spaces(text) or [Fault(FaultKind.NOT_A_MAPPING, node.line, node.column)])


def parse_node(text: str) -> tuple[Node | None, list[Fault]]:
    """Return what the text holds, whatever it is, or None, and every fault."""
    builder = _Builder(text)
    try:
        loader = yaml.CBaseLoader(text)
        try:
            while (event := loader.get_event()) is not None and builder.take(event):
                pass
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        return None, builder.faults + syntax_faults(error, text, builder.before)
    except yaml.YAMLError:  # the reader's: a character that libyaml refuses
        return None, [*builder.faults, Fault(FaultKind.SYNTAX)]
    faults = builder.faults
    if builder.broken:
        return None, faults
    faults += glued_comments(text)
    if builder.root is None:
        return None, [*faults, Fault(FaultKind.EMPTY)]
    return builder.root, faults


class _Open:
    """A collection that is being filled."""

    __slots__ = ("column", "is_flow", "is_mapping", "items", "key", "line", "pairs")

    def __init__(self, event: yaml.CollectionStartEvent) -> None:
        self.is_mapping = isinstance(event, yaml.MappingStartEvent)
        self.is_flow = bool(event.flow_style)
        self.line, self.column = event.start_mark.line + 1, event.start_mark.column + 1
        self.pairs: list[tuple[Scalar, Node]] = []
        self.items: list[Node] = []
        self.key: Node | None = None

    def close(self) -> Node:
        if self.is_mapping:
            return Mapping(tuple(self.pairs), self.line, self.column)
        return Sequence(tuple(self.items), self.line, self.column)


class _Builder:
    """Takes events in their order and holds what they have become so far."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._has_number_sign = "#" in text
        self._cut: list[str] | None = None
        self.root: Node | None = None
        self.faults: list[Fault] = []
        self.broken = False
        """Nothing that was read may be used: its nesting is not what was meant."""
        self._last_quoted: Quoted | None = None
        self._open: list[_Open] = []
        self._documents = 0

    @property
    def before(self) -> Before:
        """What an error needs to know of what came before it."""
        brackets = [(collection.line, collection.column) for collection in self._open if collection.is_flow]
        return Before(self._last_quoted, brackets[-1] if brackets else None)

    def take(self, event: yaml.Event) -> bool:
        """Take one event; False means that nothing after it can be read."""
        if type(event) is yaml.ScalarEvent:  # two events of three
            self._take_scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._refuse_properties(event)
            self._open.append(_Open(event))
            if len(self._open) > DEEPEST:
                self.broken = True
                return self._stop(FaultKind.TOO_DEEP, event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close(event)
        elif isinstance(event, yaml.AliasEvent):
            self._fault(FaultKind.ALIAS, event, event.anchor)
            self._place(Scalar("", event.start_mark.line + 1, event.start_mark.column + 1))
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if event.tags:
                self._fault(FaultKind.DIRECTIVE, event)
            if self._documents > 1:
                return self._stop(FaultKind.SECOND_DOCUMENT, event)
        return True

    def _take_scalar(self, event: yaml.ScalarEvent) -> None:
        if event.anchor or event.tag:
            self._refuse_properties(event)
        mark, style = event.start_mark, event.style or ""
        value = self._without_escaped(event) if style == '"' else event.value
        scalar = new_tuple(Scalar, (value, mark.line + 1, mark.column + 1, style))
        if not (value or style) and self._open and (key := self._open[-1].key) and key.line < scalar.line:
            # Of `? key` the value that is not there would stand behind the end of the file.
            scalar = Scalar("", key.line, key.column)
        if style in _QUOTES:
            runs_on = event.end_mark.line > mark.line
            self._last_quoted = Quoted(scalar, event.end_mark.line + 1) if runs_on else None
            if runs_on and self._open and not self._open[-1].is_flow:
                self._look_at_lines(mark.line + 1, event.end_mark.line)
        elif style and (not value or value.isspace()) and self._open:
            self.faults += lost_lines(self._lines(), mark.line + 1, self._open[-1].column - 1)
        elif style and self._open and self._has_number_sign:
            end = event.end_mark.line
            self.faults += lines_cut_off(self._lines(), mark.line + 1, end, self._open[-1].column - 1)
        if self._open or value or style:  # else the document is empty
            self._place(scalar)

    def _close(self, event: yaml.CollectionEndEvent) -> None:
        closed = self._open.pop()
        last_line = event.end_mark.line
        if closed.is_flow and last_line >= closed.line and self._open and not self._open[-1].is_flow:
            self._look_at_lines(closed.line, last_line)
        self._place(closed.close())

    def _look_at_lines(self, first: int, last: int) -> None:
        """Look whether the lines of what is in quotes or brackets stand deeper than the innermost block."""
        self.faults += not_indented(self._lines(), first, last, self._open[-1].column - 1)

    def _lines(self) -> list[str]:
        """Give the lines of the text; most files hold nothing for which they are asked."""
        if self._cut is None:
            self._cut = self._text.splitlines()
        return self._cut

    def _without_escaped(self, event: yaml.ScalarEvent) -> str:
        r"""Refuse characters that were smuggled in as escapes (`"\0"`, `"\u200B"`): raw ones are blanked already."""
        found = dict.fromkeys(character for _, character in forbidden(event.value))
        for character in found:
            self._fault(FaultKind.CHARACTER, event, f"{ord(character):04X}")
        return blanked(event.value) if found else event.value

    def _place(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        collection = self._open[-1]
        if not collection.is_mapping:
            collection.items.append(node)
        elif (key := collection.key) is None:
            collection.key = node
        else:
            collection.key = None
            if type(node) is Scalar and not node.value and node.line != key.line and not node.style:
                node = Scalar(
                    "", key.line, key.column
                )  # of "? cap" libyaml has the value on a line that may not be there
            if self._accept_key(key):
                collection.pairs.append((key, node))

    def _accept_key(self, key: Node) -> TypeGuard[Scalar]:
        if type(key) is Scalar and key.value[:1] not in _SUSPECT:  # nearly every one
            return True
        if not isinstance(key, Scalar):
            self.faults.append(Fault(FaultKind.KEY_NOT_TEXT, key.line, key.column))
        elif key.value == "<<" and not key.style:
            self.faults.append(Fault(FaultKind.MERGE, key.line, key.column))
        elif key.value.startswith(_NO_BREAK):
            self.faults.append(Fault(FaultKind.NO_BREAK_SPACE, key.line, key.column))
            self.broken = True
        else:
            return True
        return False

    def _refuse_properties(self, event: yaml.NodeEvent) -> None:
        if event.anchor:
            self._fault(FaultKind.ANCHOR, event, event.anchor)
        if event.tag:
            self._fault(FaultKind.TAG, event, event.tag)

    def _fault(self, kind: FaultKind, event: yaml.Event, detail: str = "") -> None:
        self.faults.append(Fault(kind, event.start_mark.line + 1, event.start_mark.column + 1, detail))

    def _stop(self, kind: FaultKind, event: yaml.Event) -> bool:
        self._fault(kind, event)
        return False
