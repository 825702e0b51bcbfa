"""One list of units as text, read row by row when asked; lists know nothing of each other."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from showcase.record.unit import Tier, Unit
from showcase.record.written_place import name_key
from showcase.words.collation import sort_key
from showcase.words.text import slug

__all__ = ["Table", "in_order", "slugs"]

_COLUMNS = ("code", "type", "name", "parent", "now")
_PARENTS = frozenset({"province", "former_province", "former_district"})

# What bears a name among the children of one parent: the kind by that name, and the unit.
Named = Mapping[str, list[tuple[str, Unit]]]


class Table:
    """The units of one tier and era: rows by code and by parent at once, units and names only on demand."""

    def __init__(self, text: str, tier: Tier, former: bool) -> None:  # noqa: FBT001 - the key of the table, as in the register
        """Take a tab-separated text with one header line, sorted by code."""
        head, *lines = text.rstrip("\n").split("\n")
        columns = ["parent" if column in _PARENTS else column for column in head.split("\t")]
        self._at = {column: columns.index(column) for column in _COLUMNS if column in columns}
        self._tier, self._former = tier, former
        self._rows = {row[0]: row for row in (line.split("\t") for line in lines)}
        self._units: dict[str, Unit] = {}
        self._children = self._by_parent()
        self._named: dict[str, Named] = {}
        self._named_otherwise: dict[str, Named] = {}
        self._other_names: defaultdict[str, list[tuple[str, str, str]]] = defaultdict(list)

    def unit(self, code: str) -> Unit:
        """Give the unit of that code; ``KeyError`` where there is none."""
        unit = self._units.get(code)
        if unit is None:
            row = self._rows[code]
            unit = Unit(code, row[1], row[2], self._tier, self._former, self._parent(row))
            self._units[code] = unit
        return unit

    def now(self, code: str) -> str:
        """Give the last column of a former unit's row: what became of it, as text."""
        return self._rows[code][self._at["now"]]

    def codes(self) -> Iterable[str]:
        """Give all codes in the order of the list."""
        return self._rows.keys()

    def children(self, parent: str) -> list[Unit]:
        """Give the units of one parent in the order of the list; none for an unknown parent."""
        return [self.unit(code) for code in self.children_codes(parent)]

    def children_codes(self, parent: str) -> tuple[str, ...]:
        """Give the codes of the units of one parent in the order of the list."""
        return self._children.get(parent, ())

    def names(self) -> Iterable[str]:
        """Give the name of every unit as the list writes it, without its kind."""
        return (row[2] for row in self._rows.values())

    def parents(self) -> tuple[str, ...]:
        """Give the codes of all parents."""
        return tuple(self._children)

    def add_name(self, code: str, kind: str, name: str, parent: str = "") -> None:
        """Let a unit be found by another name too, if told under another parent; to be called before the first look-up."""
        self._other_names[parent or self._parent(self._rows[code])].append((code, kind, name))

    def other_names(self) -> Iterator[tuple[Unit, str, str, str]]:
        """Yield each unit that has another name, with the kind that it bore by it, the name, and the parent that it had then."""
        for parent, names in self._other_names.items():
            for code, kind, name in names:
                yield self.unit(code), kind, name, parent

    def named(self, parent: str) -> Named:
        """Give the units of one parent by the key of their names, each with its kind."""
        if parent not in self._named:
            self._named[parent] = _by_key((unit.kind, unit.name, unit) for unit in self.children(parent))
        return self._named[parent]

    def named_otherwise(self, parent: str) -> Named:
        """Give the units of one parent by their other names, each with the kind that it bore by that name."""
        if parent not in self._named_otherwise:
            others = self._other_names.get(parent, ())
            self._named_otherwise[parent] = _by_key((kind, name, self.unit(code)) for code, kind, name in others)
        return self._named_otherwise[parent]

    def name_keys(self) -> Iterator[str]:
        """Yield the keys of all names, other names too; one as often as units bear it."""
        for parent in {*self._children, *self._other_names}:
            yield from self.named(parent)
            yield from self.named_otherwise(parent)

    def _parent(self, row: list[str]) -> str:
        return row[self._at["parent"]] if "parent" in self._at else ""

    def _by_parent(self) -> dict[str, tuple[str, ...]]:
        children = defaultdict(list)
        for code, row in self._rows.items():
            children[self._parent(row)].append(code)
        return {parent: tuple(codes) for parent, codes in children.items()}


def _by_key(names: Iterable[tuple[str, str, Unit]]) -> Named:
    found = defaultdict(list)
    for kind, name, unit in names:
        found[name_key(name)].append((kind, unit))
    return dict(found)


def in_order(units: Iterable[Unit]) -> tuple[Unit, ...]:
    """Give units in dictionary order of their names, ties by kind and code."""
    return tuple(sorted(units, key=lambda unit: (sort_key(unit.name), unit.kind, unit.code)))


def slugs(siblings: Iterable[Unit]) -> dict[str, str]:
    """Give each of the units of one parent, by code, a part of an address that no other of them has.

    The name alone where it is enough (``hoan-kiem``); where two share it, all of them bear their kind
    (``phuong-my-tho``, ``xa-my-tho``), or, of one kind, their code (``van-lang-02143``, ``van-lang-05665``): a code
    never changes, an order in a list does. A number alone says nothing, so it has its kind too (``quan-1``).
    """
    short = {unit: slug(unit.name) for unit in siblings}
    names = Counter(short.values())
    full = {unit: slug(unit.full_name) for unit, name in short.items() if names[name] > 1 or name.isdigit()}
    full_names = Counter(full.values())

    def one(unit: Unit) -> str:
        if unit not in full:
            return short[unit]
        return full[unit] if full_names[full[unit]] == 1 else f"{short[unit]}-{unit.code}"

    return {unit.code: one(unit) for unit in short}
