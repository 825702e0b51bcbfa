"""Text becomes nodes with spots, or faults; no scalar is given a type and nothing in the text can make Python run.

libyaml's events are read one by one with a stack of our own: `yaml.compose` recurses in C and dies with signal 11 on
40 kB of `[`, and it keeps aliases, which grow without bound. Events are flat, and the stack stops at the format's depth.
"""

import re

import yaml

from showcase.reading.fault import Fault, FaultKind
from showcase.reading.node import Mapping, Node, Scalar, Sequence

DEEPEST = 8
"""Levels of nesting, the root counted, from the format."""

Parsed = tuple[Node | None, list[Fault]]


def parse(text: str) -> Parsed:
    """Return the one mapping of the text, or None, and every fault; faults that can be passed over are."""
    builder = _Builder()
    try:
        for event in yaml.parse(text, Loader=yaml.CBaseLoader):
            if not builder.take(event):
                break
    except yaml.MarkedYAMLError as error:
        builder.faults.append(_syntax_fault(error, text, builder.last_quoted))
    except yaml.YAMLError:  # the reader's: a character that libyaml refuses, already told by `characters`
        builder.faults.append(Fault(FaultKind.SYNTAX))
    faults = builder.faults
    if builder.broken or any(fault.kind in _NO_TREE for fault in faults):
        return None, faults + _no_break_spaces(text)
    if builder.root is None:
        return None, [*faults, Fault(FaultKind.EMPTY)]
    if not isinstance(builder.root, Mapping):
        told = _no_break_spaces(text) or [Fault(FaultKind.NOT_A_MAPPING, builder.root.line, builder.root.column)]
        return None, faults + told
    return builder.root, faults


class _Open:
    """A collection that is being filled."""

    __slots__ = ("column", "is_mapping", "key", "line", "parts")

    def __init__(self, event: yaml.CollectionStartEvent) -> None:
        self.is_mapping = isinstance(event, yaml.MappingStartEvent)
        self.line, self.column = event.start_mark.line + 1, event.start_mark.column + 1
        self.parts: list[tuple[Scalar | None, Node]] = []
        self.key: Node | None = None

    def close(self) -> Node:
        if self.is_mapping:
            pairs = tuple((key, node) for key, node in self.parts if key is not None)
            return Mapping(pairs, self.line, self.column)
        return Sequence(tuple(node for _, node in self.parts), self.line, self.column)


class _Builder:
    """Takes events in their order and holds what they have become so far."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.faults: list[Fault] = []
        self.broken = False
        self.last_quoted: Scalar | None = None
        self._open: list[_Open] = []
        self._documents = 0

    def take(self, event: yaml.Event) -> bool:
        """Take one event; False means that nothing after it can be read."""
        if isinstance(event, yaml.ScalarEvent):
            self._take_scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._refuse_properties(event)
            self._open.append(_Open(event))
            if len(self._open) > DEEPEST:
                return self._stop(FaultKind.TOO_DEEP, event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._place(self._open.pop().close())
        elif isinstance(event, yaml.AliasEvent):
            self._fault(FaultKind.ALIAS, event, event.anchor)
            self._place(Scalar("", event.start_mark.line + 1, event.start_mark.column + 1))
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                return self._stop(FaultKind.SECOND_DOCUMENT, event)
        return True

    def _take_scalar(self, event: yaml.ScalarEvent) -> None:
        self._refuse_properties(event)
        mark = event.start_mark
        scalar = Scalar(event.value, mark.line + 1, mark.column + 1, event.style or "")
        if scalar.style in ("'", '"'):
            self.last_quoted = scalar if event.end_mark.line > mark.line else None
        is_empty_document = not self._open and scalar.value == "" and not scalar.style
        if not is_empty_document:
            self._place(scalar)

    def _place(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        collection = self._open[-1]
        if not collection.is_mapping:
            collection.parts.append((None, node))
        elif collection.key is None:
            collection.key = node
        else:
            key, collection.key = collection.key, None
            if not isinstance(key, Scalar):
                self.faults.append(Fault(FaultKind.KEY_NOT_TEXT, key.line, key.column))
            elif key.value == "<<" and not key.style:
                self.faults.append(Fault(FaultKind.MERGE, key.line, key.column))
            elif key.value[:1] in _NO_BREAK:
                self.faults.append(Fault(FaultKind.NO_BREAK_SPACE, key.line, key.column))
            else:
                collection.parts.append((key, node))

    def _refuse_properties(self, event: yaml.NodeEvent) -> None:
        if event.anchor:
            self._fault(FaultKind.ANCHOR, event, event.anchor)
        if event.tag:
            self._fault(FaultKind.TAG, event, event.tag)

    def _fault(self, kind: FaultKind, event: yaml.Event, detail: str = "") -> None:
        self.faults.append(Fault(kind, event.start_mark.line + 1, event.start_mark.column + 1, detail))

    def _stop(self, kind: FaultKind, event: yaml.Event) -> bool:
        self._fault(kind, event)
        self.broken = kind is FaultKind.TOO_DEEP
        return False


# What libyaml says, and what it means; the first entry whose words all occur in its context and problem is taken.
_MEANINGS: tuple[tuple[tuple[str, ...], FaultKind], ...] = (
    (("quoted scalar", "unexpected end of stream"), FaultKind.OPEN_QUOTE),
    (("quoted scalar", "document indicator"), FaultKind.OPEN_QUOTE),
    (("quoted scalar", "escape"), FaultKind.BAD_ESCAPE),
    (("quoted scalar", "hexdecimal"), FaultKind.BAD_ESCAPE),
    (("tab character",), FaultKind.TAB),
    (("flow sequence", "did not find expected"), FaultKind.OPEN_BRACKET),
    (("flow mapping", "did not find expected"), FaultKind.OPEN_BRACKET),
    (("mapping values are not allowed",), FaultKind.COLON_IN_VALUE),
    (("simple key", "could not find expected ':'"), FaultKind.NO_COLON),
    (("did not find expected key",), FaultKind.INDENTATION),
    (("did not find expected '-' indicator",), FaultKind.INDENTATION),
    (("block sequence entries are not allowed",), FaultKind.INDENTATION),
    (("block scalar",), FaultKind.BLOCK_HEADER),
    (("directive",), FaultKind.DIRECTIVE),
    (("<document start>",), FaultKind.SECOND_DOCUMENT),
)
_NO_TREE = frozenset(kind for _, kind in _MEANINGS if kind is not FaultKind.SECOND_DOCUMENT) | {
    FaultKind.SYNTAX,
    FaultKind.RESERVED_SIGN,
    FaultKind.TEXT_AFTER_QUOTE,
}
# The mark of these is where the scanner gave up, far from the cause: their context says where it began.
_OPENED = frozenset({FaultKind.OPEN_QUOTE, FaultKind.OPEN_BRACKET})


def _syntax_fault(error: yaml.MarkedYAMLError, text: str, quoted: Scalar | None) -> Fault:
    said = f"{error.context or ''} {error.problem or ''}"
    kind = next((kind for words, kind in _MEANINGS if all(word in said for word in words)), FaultKind.SYNTAX)
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return Fault(kind)
    if kind in _OPENED and error.context_mark:
        mark = error.context_mark
    lines = text.splitlines()
    line = lines[mark.line] if mark.line < len(lines) else ""
    sign = line[mark.column : mark.column + 1]
    before = line[: mark.column].rstrip()
    if kind is FaultKind.INDENTATION and quoted is not None:
        return Fault(FaultKind.OPEN_QUOTE, quoted.line, quoted.column)
    if kind is FaultKind.INDENTATION and before.endswith(("'", '"')):
        kind = FaultKind.TEXT_AFTER_QUOTE
    elif kind is FaultKind.SYNTAX and "cannot start any token" in said:
        kind = FaultKind.TAB if sign == "\t" else FaultKind.RESERVED_SIGN
    elif kind is FaultKind.NO_COLON and error.context_mark:
        mark = error.context_mark
    return Fault(kind, mark.line + 1, mark.column + 1, sign)


_NO_BREAK = ("\u00a0", "\u202f")
_NO_BREAK_SPACE = re.compile(
    r"^(?:[ -]*(?P<indent>[\u00a0\u202f])|[ -]*[A-Za-z_]+:(?P<colon>[\u00a0\u202f]))", re.MULTILINE
)


def _no_break_spaces(text: str) -> list[Fault]:
    """A no-break space looks like a space and is none to YAML; asked only where the tree broke, for in a text it may stand."""
    faults = []
    for match in _NO_BREAK_SPACE.finditer(text):
        offset = match.start("indent") if match["indent"] else match.start("colon")
        line = text.count("\n", 0, offset) + 1
        faults.append(Fault(FaultKind.NO_BREAK_SPACE, line, offset - text.rfind("\n", 0, offset)))
    return faults
