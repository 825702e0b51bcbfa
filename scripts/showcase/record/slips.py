"""What kind of slip a refused place is, so that the editor is told exactly that: two places in one, a hamlet, no commas.

Each kind is a rewriting that is tried; it is named only where what it gives is a place.
"""

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from showcase.record.loose_name import ENGLISH, loose_key
from showcase.record.merged_commune import MergedCommunes
from showcase.record.place import Fault, Resolution
from showcase.record.slip_signs import (
    ABROAD,
    AND,
    BELOW,
    BYNAMES,
    COMMUNES,
    COOPERATIVE,
    COUNTRY,
    DASH,
    EVERY,
    EXTRA,
    GLUED,
    HOST,
    KIND,
    LONGEST,
    MOST_NAMES,
    MOST_PARTS,
    MOST_WORDS,
    NO_COMMA,
)
from showcase.record.unit import Tier, Unit
from showcase.record.written_place import Part, parts_of
from showcase.words.text import fold, match_key, nfc

__all__ = ["Slips"]


class Slips(MergedCommunes):
    """A register that also tells what went wrong in a name that fits nothing."""

    def told(self, noi: str) -> Resolution:
        """Give the fault of a name that fits nothing, with what may be written in its place."""
        text = " ".join(nfc(noi).split())
        if self.is_country(text):
            return Resolution(None, Fault.COUNTRY)
        if len(text) > LONGEST or len(parts_of(text)) > MOST_PARTS:
            return Resolution(None, Fault.UNKNOWN)
        text = COOPERATIVE.sub("HTX", ABROAD.sub("", text))
        for fault, candidates, detail in self._slips(text):
            return Resolution(None, fault, tuple(dict.fromkeys(candidates))[:MOST_NAMES], detail)
        if HOST.match(text):
            return Resolution(None, Fault.BODY)
        parts = parts_of(text)
        units = self.proposed(parts)
        return Resolution(None, _seen_in(text) if units else Fault.UNKNOWN, self._names(units, parts))

    def is_country(self, text: str) -> bool:
        """Tell whether a text means the whole country or a region, or nowhere in particular."""
        return bool(COUNTRY.fullmatch(fold(text)))

    def _slips(self, text: str) -> Iterator[tuple[Fault, tuple[str, ...], str]]:
        yield from self._with_extras(text)
        yield from self._with_slashes(text)
        yield from self._several(text)
        yield from self._reversed(parts_of(text))
        for fault, other in self._rewritten(text):
            parts = parts_of(other)
            units = self._meant(parts)
            if units and (len(units) == 1 or fault is not Fault.UNKNOWN):
                is_mixed = fault is Fault.UNKNOWN and self.is_mixed(parts, units[0])
                yield Fault.MIXED if is_mixed else fault, self._names(units, parts), ""
            elif not units:
                yield from self._called_otherwise(parts)
                yield from self._several(other)
                for full in (parts, *_in_full(parts)):
                    yield from self._below(full)
        for other in _cut_anywhere(text):
            parts = parts_of(other)
            if units := self._meant(parts):
                yield Fault.JOINED, self._names(units, parts), ""

    def _rewritten(self, text: str) -> Iterator[tuple[Fault, str]]:
        """Yield what the text may have been meant to be, and by which slip it is what it is."""
        yield _seen_in(text), text
        for joined in dict.fromkeys((text, NO_COMMA.sub(", ", text), DASH.sub(", ", text))):
            if joined != text:
                yield Fault.JOINED, joined
        if GLUED.search(text):
            yield Fault.SHORTENED, GLUED.sub(r"\1. ", text)

    def _called_otherwise(self, parts: tuple[Part, ...]) -> Iterator[tuple[Fault, tuple[str, ...], str]]:
        """Call a province by its name: HN, Sài Gòn; ĐN may be two of them."""
        meant = [(self._meant(full), full) for full in _in_full(parts)]
        if names := [name for units, full in meant if units for name in self._names(units, full)[:1]]:
            yield Fault.SHORTENED, tuple(names), ""

    def _with_extras(self, text: str) -> Iterator[tuple[Fault, tuple[str, ...], str]]:
        """Take away what stands round a name: "toàn huyện", "một số xã của", "(nay là …)"."""
        if EXTRA.search(text):
            rest = EXTRA.sub("", text).strip(" ,")
            parts = parts_of(rest)
            units = () if re.fullmatch(KIND, rest, re.IGNORECASE) else self._meant(parts) or self.proposed(parts)
            yield Fault.WHOLE, self._names(units, parts) if units else (), ""

    def _reversed(self, parts: tuple[Part, ...]) -> Iterator[tuple[Fault, tuple[str, ...], str]]:
        turned = tuple(reversed(parts))
        if len(parts) > 1 and self.provinces_meant(parts[0]) and (units := self._meant(turned)):
            yield Fault.REVERSED, self._names(units, turned), ""

    def _with_slashes(self, text: str) -> Iterator[tuple[Fault, tuple[str, ...], str]]:
        """Read slashes as commas where that gives one place: "xã A/huyện B/tỉnh C"."""
        parts = parts_of(text.replace("/", ", ")) if "/" in text else ()
        if units := self._meant(parts) if len(parts) > 1 else ():
            yield Fault.JOINED, self._names(units, parts), ""

    def _several(self, text: str) -> Iterator[tuple[Fault, tuple[str, ...], str]]:
        """Take a text with several places apart: "xã A và B, huyện C", "xã A, xã B, huyện C", "các xã A, B, huyện C"."""
        every = EVERY.match(text)
        groups = [AND.split(part.text) for part in parts_of(EVERY.sub("", text, count=1))]
        pieces = [(parts_of(piece)[0], len(group) > 1) for group in groups for piece in group if parts_of(piece)]
        if not pieces:
            return
        kind = pieces[0][0].kind
        kinds = COMMUNES if kind in COMMUNES else (kind,)
        many = 1
        while many < len(pieces) and self._goes_on(
            pieces[many], kinds, is_list=bool(every), is_first=pieces[many - 1][1]
        ):
            many += 1
        rest = ", ".join(part.text for part, _ in pieces[many:])
        found: list[str] = []
        for part, _ in pieces[:many] if many > 1 else ():
            names = self._one(part, kind, rest, may_be_a_slip=bool(found))
            if not names:
                return
            found.append(names[0])
        if found:
            yield Fault.SEVERAL, tuple(found), ""

    def _goes_on(self, piece: tuple[Part, bool], kinds: tuple[str, ...], *, is_list: bool, is_first: bool) -> bool:
        """Tell whether a piece is one more of the first places, or something that they lie in."""
        part, is_joined = piece
        if part.kind and not (is_joined and is_first):
            return part.kind in kinds and part.kind != "thành phố"
        return is_joined or is_list

    def _one(self, part: Part, kind: str, rest: str, *, may_be_a_slip: bool) -> tuple[str, ...]:
        text = part.text if part.kind or not kind else f"{kind} {part.text}"
        parts = parts_of(f"{text}, {rest}" if rest else text)
        return self._names(self._meant(parts) or (self.proposed(parts)[:1] if may_be_a_slip else ()), parts)

    def _below(self, parts: tuple[Part, ...]) -> Iterator[tuple[Fault, tuple[str, ...], str]]:
        """Give what the rest names, where a hamlet or a body stands before it, or a second commune without its kind."""
        for start in range(1, len(parts)):
            before, rest = parts[:start], parts[start:]
            said = ", ".join(part.text for part in before)
            is_below = bool(BELOW.match(fold(said)))
            is_host = bool(HOST.match(said)) and not (is_below and said.isascii())
            if (any(part.kind for part in before) and not is_below) or (is_host and NO_COMMA.search(said)):
                return
            if is_below and self.merged_into(rest):
                yield Fault.BELOW, (", ".join(part.text for part in rest),), said
                return
            if units := self._meant(rest):
                also = *before, *rest[1:]
                if not is_host and (second := self._meant(also)):
                    yield Fault.SEVERAL, (*self._names(second, also)[:1], *self._names(units, rest)[:1]), ""
                elif is_host:
                    yield Fault.HOST, self._names(units, rest), said
                elif is_below or all(unit.tier is Tier.COMMUNE for unit in units):
                    yield Fault.BELOW, self._names(units, rest), said
                return

    def _meant(self, parts: tuple[Part, ...]) -> tuple[Unit, ...]:
        """Give the units that a rewritten name fits, if need be without marks."""
        fitting = self.fitting(parts)
        best = min(fitting.values(), default=0)
        return tuple(unit for unit, rank in fitting.items() if rank == best) or self.loosely(parts)

    def _names(self, units: tuple[Unit, ...], parts: tuple[Part, ...]) -> tuple[str, ...]:
        """Write units in full, each once; a name that fits as it is, but stands in no list, stays what it is."""
        if self.fitting(parts) and not any(map(self.fitting_the_lists, (parts, *_in_full(parts)))):
            return (", ".join(part.text for part in parts),)
        written = [self.written_as_meant(parts, unit) for unit in reversed(units)]
        return tuple({match_key(name): name for name in written}.values())[::-1]


def _seen_in(text: str) -> Fault:
    """Tell what one sees at a glance."""
    if ENGLISH.search(fold(text)):
        return Fault.ENGLISH
    return Fault.UNMARKED if text.isascii() else Fault.UNKNOWN


def _in_full(parts: tuple[Part, ...]) -> Iterator[tuple[Part, ...]]:
    """Yield the parts with a province called by its name instead of by what people say for it."""
    *smaller, last = parts or (Part("", "", ""),)
    for name in BYNAMES.get(loose_key(last.key), ()):
        yield (*smaller, *parts_of(f"{last.kind} {name}"))


def _cut_anywhere(text: str) -> Iterator[str]:
    """Yield a text without commas with one and with two of them, wherever they may stand."""
    words = text.split()
    if "," not in text and 2 < len(words) <= MOST_WORDS:
        for count in (1, 2):
            for cuts in combinations(range(1, len(words)), count):
                ends = (0, *cuts, len(words))
                yield ", ".join(" ".join(words[start:end]) for start, end in pairwise(ends))
