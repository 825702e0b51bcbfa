"""A selector can match where each of its parts asks for names that an element can have; in doubt it can.

`:is()` and `:where()` are asked part by part; other pseudo-classes, `:not()` among them, hold of any element.
"""

from collections.abc import Iterator
from typing import Any

from showcase.mkdocs.selector_names import Names

Token = Any
"""A component value of tinycss2, which is not typed."""

_COMBINATORS = {">", "+", "~"}
_INSIDE = {" ", ">"}
"""Combinators after which an element stands within the one before."""
_ALTERNATIVES = {"is", "where"}
_VALUE = 3
"""Parts of `[type=radio]`; one more is a flag, and the value then no longer one to compare."""


def can_match(selectors: list[Token], names: Names) -> bool:
    """Tell whether one of a list of selectors can match an element of a page with these names."""
    return any(
        all(_is_possible(compound, names, around=around) for compound, around in _compounds(selector))
        for selector in _split(selectors)
    )


def _split(selectors: list[Token]) -> Iterator[list[Token]]:
    selector: list[Token] = []
    for token in selectors:
        if token.type == "literal" and token.value == ",":
            yield selector
            selector = []
        else:
            selector.append(token)
    yield selector


def _compounds(selector: list[Token]) -> Iterator[tuple[list[Token], bool]]:
    """Yield the compound selectors of a selector, each with whether it is of an element around the next one."""
    compound: list[Token] = []
    combinator = ""
    for token in selector:
        sign = _combinator(token)
        if sign:
            combinator = sign if combinator in ("", " ") else combinator
            continue
        if combinator and compound:
            yield compound, combinator in _INSIDE
            compound = []
        combinator = ""
        compound.append(token)
    yield compound, False


def _combinator(token: Token) -> str:
    if token.type == "whitespace":
        return " "
    return token.value if token.type == "literal" and token.value in _COMBINATORS else ""


def _is_possible(compound: list[Token], names: Names, *, around: bool) -> bool:
    """Tell whether an element can have all names of a compound selector."""
    sign = ""
    for token in compound:
        if token.type == "literal":
            sign = token.value
        elif not _has(token, sign, names, around=around):
            return False
        else:
            sign = ""
    return True


def _has(token: Token, sign: str, names: Names, *, around: bool) -> bool:
    """Tell whether an element can have what one token asks for; `sign` is the literal before it."""
    match token.type:
        case "ident" if sign == "." or not sign:
            name = f".{token.value}" if sign else token.lower_value
            return names.may_have(name, around=around)
        case "hash":
            return names.may_have(f"#{token.value}", around=around)
        case "[] block":
            return all(names.may_have(name, around=around) for name in _of_attribute(token.content))
        case "function" if token.lower_name in _ALTERNATIVES:
            return can_match(token.arguments, names)
        case _:
            return True


def _of_attribute(content: list[Token]) -> Iterator[str]:
    """Yield the name that an attribute selector asks for, and the value where it must be just that."""
    parts = [token for token in content if token.type != "whitespace"]
    if parts and parts[0].type == "ident":
        yield f"[{parts[0].lower_value}"
        if len(parts) == _VALUE and parts[1].value == "=" and parts[2].type in ("ident", "string"):
            yield f"={parts[2].value}"
