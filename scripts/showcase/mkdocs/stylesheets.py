"""Of a style sheet only what some page can use is left; what is left stands as it was written, in its order.

A rule goes where none of its selectors can match. A list of selectors stays or goes as a whole: a browser drops all of a
list in which it does not know one, and that must not become another.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any

import tinycss2

from showcase.mkdocs.selector_names import Names
from showcase.mkdocs.selectors import can_match

Rule = Any
"""A rule of tinycss2, which is not typed."""

_GROUPS = {"container", "layer", "media", "scope", "supports"}
"""At-rules that hold rules, each of which is asked by itself."""
_READ = re.compile(r"(?<![\w{;-])--[\w-]+")
"""A custom property where it is not set: in a packed sheet, what sets one stands right after a brace or a semicolon."""
_KEYFRAMES = re.compile(r"(?<=keyframes)\s+[\w-]+")
_WORD = re.compile(r"[\w-]+")


def rules_of(source: str | list[Any]) -> list[Rule]:
    """Read the rules of a sheet, or of what stands in a group; what is no rule is left out."""
    parse = tinycss2.parse_stylesheet if isinstance(source, str) else tinycss2.parse_rule_list
    return [rule for rule in parse(source, skip_comments=True, skip_whitespace=True) if rule.type != "error"]


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """Give all words of texts, in any of which the name of a custom property or an animation may stand: `--dv-line`, `fade-in`."""
    return frozenset(word for text in texts for word in _WORD.findall(text))


def used_rules(sheet: Iterable[Rule], names: Names, words: frozenset[str]) -> str:
    """Give what pages with these names can use of a sheet.

    `words` are those of all else that makes or styles these pages. Custom properties and animations go too where neither
    they nor a rule that is left say their names.
    """
    text = _rewritten(sheet, lambda rule: "" if _is_dead(rule, names) else _as_it_was(rule))
    while (fewer := _without_unread(text, words)) != text:
        text = fewer
    return text


def _rewritten(rules: Iterable[Rule], write: Callable[[Rule], str]) -> str:
    """Write each rule anew; a group in which nothing is left goes with its rules."""
    return "".join(_group(rule, write) if _is_group(rule) else write(rule) for rule in rules)


def _is_group(rule: Rule) -> bool:
    return rule.type == "at-rule" and rule.lower_at_keyword in _GROUPS and rule.content is not None


def _group(rule: Rule, write: Callable[[Rule], str]) -> str:
    inner = _rewritten(rules_of(rule.content), write)
    return f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inner}}}" if inner else ""


def _is_dead(rule: Rule, names: Names) -> bool:
    return rule.type == "qualified-rule" and not can_match(rule.prelude, names)


def _without_unread(text: str, words: frozenset[str]) -> str:
    """Leave out custom properties that nothing reads, and animations that nothing plays."""
    read = words.union(_READ.findall(text))
    played = words.union(_WORD.findall(_KEYFRAMES.sub("", text)))

    def write(rule: Rule) -> str:
        if rule.type == "qualified-rule":
            return _with_read(rule, read)
        is_animation = rule.lower_at_keyword.endswith("keyframes")
        return "" if is_animation and tinycss2.serialize(rule.prelude).strip() not in played else _as_it_was(rule)

    return _rewritten(rules_of(text), write)


def _with_read(rule: Rule, read: frozenset[str]) -> str:
    """Write a rule without the custom properties that are not read; one that does nothing else goes."""
    parts = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
    kept = [one for one in parts if one.type != "declaration" or not one.name.startswith("--") or one.name in read]
    if len(kept) == len(parts) or any(one.type == "error" for one in kept):
        return _as_it_was(rule)
    body = ";".join(one.serialize().rstrip(";") for one in kept)
    return f"{tinycss2.serialize(rule.prelude)}{{{body}}}" if kept else ""


def _as_it_was(rule: Rule) -> str:
    return str(rule.serialize())
