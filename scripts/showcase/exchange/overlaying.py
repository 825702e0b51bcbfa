"""What a workbook tells of a model is laid over what its file says, value by value.

An empty cell, a column and a sheet that are not there take nothing away; the word “xóa” does. A row of a list is the item
that it agrees with in its first values, else the one in its place where there are as many rows as items. An item without a row
goes only where the list's sheet has other rows of that model, and is told.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from showcase.exchange.draft import Draft, Place, Remark
from showcase.exchange.layout import Path, has_cells, sheets
from showcase.exchange.taking import is_deleted
from showcase.reading.form import MODEL
from showcase.reading.kinds import Form, Group, Many, Text
from showcase.words.dates import read_date
from showcase.words.list_sign import without_list_sign
from showcase.words.numbers import read_number
from showcase.words.quoting import quote
from showcase.words.text import nfc

__all__ = ["Overlaid", "overlaid"]

_ENOUGH = 2
"""Values in which a row agrees with an item, where the first of them is no name: many milestones are of one year."""
_STEPS = "buoc"

Node = object
"""A text, or a mapping of nodes by key or number."""


class Overlaid(NamedTuple):
    """The texts that a file is to have, by path; the draft with its values at those paths, and the items that went told in it."""

    texts: dict[Path, str]
    draft: Draft


def overlaid(before: Mapping[Path, str], draft: Draft) -> Overlaid:
    """Lay a draft over the texts of a file, `before`, which has none where the model is new."""
    work = _Work(draft)
    work.group(
        MODEL, _tree(before), _tree({path: leaf.text for path, leaf in draft.values.items()}, draft.rows), (), ()
    )
    moved = replace(
        draft,
        values={work.place_of(path): leaf for path, leaf in draft.values.items() if not is_deleted(leaf.text)},
        rows={work.place_of(path): place for path, place in draft.rows.items() if path in work.moved},
        untaken={work.place_of(path) for path in draft.untaken},
        remarks=[*draft.remarks, *work.remarks],
    )
    return Overlaid(work.texts, moved)


class _Work:
    """What is known while one model is laid over another."""

    def __init__(self, draft: Draft) -> None:
        self.texts: dict[Path, str] = {}
        self.moved: dict[Path, Path] = {}
        """Where each item of the draft's lists came to stand."""
        self.remarks: list[Remark] = []
        self._draft = draft

    def place_of(self, path: Path) -> Path:
        """Give the path that a value of the draft has now."""
        for size in range(len(path), 0, -1):
            if path[:size] in self.moved:
                return (*self.moved[path[:size]], *path[size:])
        return path

    def group(self, form: Form, was: Node, told: Node, told_at: Path, at: Path) -> None:
        """Lay the keys of a mapping over those that are there."""
        was, told = _mapping(was), _mapping(told)
        for key in dict.fromkeys((*was, *told)):
            entry = form.by_key.get(str(key))
            here, there = (*told_at, key), (*at, key)
            match entry.kind if entry else None:
                case _ if key not in told:
                    self._keep(was[key], there)
                case Group(form=inner):
                    self.group(inner, was.get(key), told[key], here, there)
                case Many(of=Group(form=inner)):
                    self._items(inner, _listed(was.get(key)), _mapping(told[key]), here, there)
                case Many() as kind if has_cells(kind):
                    self._cells(_mapping(was.get(key)), _mapping(told[key]), here, there)
                case Many():
                    self._cells({}, _bare(key, _listed(was.get(key)), _mapping(told[key])), here, there)
                case _ if not is_deleted(str(told[key])):
                    self.texts[there] = str(told[key])

    def _keep(self, node: Node, at: Path) -> None:
        if isinstance(node, dict):
            for step, inner in node.items():
                self._keep(inner, (*at, step))
        else:
            self.texts[at] = str(node)

    def _cells(self, was: dict[str | int, Node], told: dict[str | int, Node], told_at: Path, at: Path) -> None:
        """Lay texts that have a cell each over those that are there; what was moved to another cell stays once."""
        number = 0
        moved = set(told.values())
        for step in sorted(step for step in {*was, *told} if isinstance(step, int)):
            text = str(told.get(step, was.get(step)))
            if is_deleted(text) or (step not in told and text in moved):
                continue
            self.moved[*told_at, step] = (*at, number)
            self.texts[*at, number] = text
            number += 1

    def _items(self, form: Form, was: Sequence[Node], told: dict[str | int, Node], told_at: Path, at: Path) -> None:
        """Lay the rows of a list over its items."""
        rows = [_Row(step, node) for step, node in sorted(told.items(), key=lambda pair: int(pair[0]))]
        is_own = (*told_at, 0) in self._draft.rows and self._draft.rows[*told_at, 0].sheet == self._draft.place.sheet
        if (
            at[0] in _FIRST_IN_ROW
            and not is_own
            and was
            and not any(_agreement(form, was[0], row.node) for row in rows)
        ):
            rows = [_Row(None, {}), *rows]  # its cells are empty, so the first item stays as it is
        pairs = _pairs(form, was, [row.node for row in rows], is_first_kept=at[0] in _FIRST_IN_ROW)
        number = 0
        for row, item in zip(rows, pairs, strict=True):
            size = len(self.texts)
            here = (*told_at, row.step) if row.step is not None else (*told_at, -1)
            self.group(form, was[item] if item is not None else {}, row.node, here, (*at, number))
            if item is not None and here in self._draft.rows:
                self.remarks += _taken_for(form, was[item], row.node, self._draft.rows[here])
            if len(self.texts) > size:
                if row.step is not None:
                    self.moved[here] = (*at, number)
                number += 1
        left = [node for item, node in enumerate(was) if item not in pairs]
        if at[0] in _FIRST_IN_ROW and len(rows) == 1:  # its sheet has no row of this model
            for node in left:
                self._keep(node, (*at, number))
                number += 1
        else:
            self.remarks += (self._gone(form, node, at) for node in left)

    def _gone(self, form: Form, node: Node, at: Path) -> Remark:
        keys = tuple(step for step in at if isinstance(step, str))
        title = next(sheet.title for sheet in sheets() if sheet.path == keys)
        named = next((text for _, text in _said(form, node)), "")
        message = f"trang “{title}” không còn hàng nào ghi {quote(named)} cho mô hình này nên bỏ mục ấy."
        return Remark(self._draft.place, message, is_error=False)


def _taken_for(form: Form, known: Node, told: Node, place: Place) -> Iterator[Remark]:
    """Tell where a row bears another name than the item in its place, of which its empty cells keep something."""
    named, was = next(_said(form, told), ("", ""))[1], next(_said(form, known), ("", ""))[1]
    kept = [form.by_key[str(key)].label for key in _mapping(known) if key in form.by_key and key not in _mapping(told)]
    if named and kept and not is_deleted(named) and not _agreement(form, known, told):
        message = (
            f"hàng này được coi là mục {quote(was)} nay đổi thành {quote(named)}, nên giữ điều đã ghi ở: {', '.join(kept)}. "
            "Nếu đây là mục khác, hãy ghi lại các ô ấy, hoặc ghi “xóa”."
        )
        yield Remark(place, message, is_error=False)


class _Row(NamedTuple):
    """What a row of a list tells, and the number that it has in the draft; None where it stands for cells that are empty."""

    step: str | int | None
    node: Node


_FIRST_IN_ROW = frozenset(
    column.path[0] for column in sheets()[0].columns if column.path[1:2] == (0,) and len(column.path) > _ENOUGH
)
"""Lists of which the first item has columns in the model's own row."""


def _pairs(form: Form, was: Sequence[Node], rows: Sequence[Node], *, is_first_kept: bool) -> list[int | None]:
    """Give for each row the number of the item that it is, None where it is a new one."""
    agreed = sorted(
        (-leading, -in_all, abs(row - item), row, item)
        for row, node in enumerate(rows)
        for item, known in enumerate(was)
        for leading, in_all in _agreement(form, known, node)
    )
    found: dict[int, int] = {}
    for *_, row, item in agreed:
        if row not in found and item not in found.values():
            found[row] = item
    in_place = range(len(rows)) if len(rows) == len(was) else range(min(1, len(rows), len(was)) if is_first_kept else 0)
    for number in in_place:
        if number not in found and number not in found.values():
            found[number] = number
    return [found.get(row) for row in range(len(rows))]


def _agreement(form: Form, known: Node, told: Node) -> list[tuple[int, int]]:
    """Give in how many of its first values, and of all, a row agrees with an item; nothing where that says too little."""
    there = _mapping(known)
    same = [(key, _is_same(str(there.get(key, "")), text)) for key, text in _said(form, told) if not is_deleted(text)]
    leading = next((number for number, (_, is_same) in enumerate(same) if not is_same), len(same))
    is_named = bool(same) and isinstance(form.by_key[same[0][0]].kind, Text)
    if not leading or not (is_named or leading >= min(_ENOUGH, len(same))):
        return []
    return [(leading, sum(is_same for _, is_same in same))]


def _said(form: Form, node: Node) -> Iterator[tuple[str, str]]:
    """Yield the texts of an item with their keys, in the order of the form."""
    said = _mapping(node)
    return ((key, text) for key in form.by_key if isinstance(text := said.get(key), str))


def _is_same(one: str, other: str) -> bool:
    one, other = (" ".join(nfc(text).split()) for text in (one, other))
    return one == other or any(read(one) is not None and read(one) == read(other) for read in (read_date, read_number))


def _tree(values: Mapping[Path, str], items: Mapping[Path, Place] | None = None) -> dict[str | int, Node]:
    """Make nodes of texts by path, with an empty mapping for each of the items of which nothing is said."""
    root: dict[str | int, Node] = {}
    for path, text in (*((path, None) for path in items or ()), *values.items()):
        at = root
        for step in path if text is None else path[:-1]:
            inner = at.get(step)
            if not isinstance(inner, dict):
                inner = at[step] = {}
            at = inner
        if text is not None:
            at[path[-1]] = text
    return root


def _bare(key: str | int, was: Sequence[Node], told: dict[str | int, Node]) -> dict[str | int, Node]:
    """Give the texts of a list, steps without their own numbers and signs, unless the file says them so."""
    is_there = len(was) == len(told) and all(map(_is_same, map(str, was), map(str, told.values())))
    if key != _STEPS or is_there:
        return told
    return {step: without_list_sign(str(text), number) for number, (step, text) in enumerate(told.items(), 1)}


def _mapping(node: Node) -> dict[str | int, Node]:
    return node if isinstance(node, dict) else {}


def _listed(node: Node) -> list[Node]:
    """Give the items of a list in their order."""
    items = _mapping(node)
    return [items[step] for step in sorted(step for step in items if isinstance(step, int))]
