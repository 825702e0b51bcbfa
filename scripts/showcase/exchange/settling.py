"""A draft is settled: what its file is to be, asked of every rule; what these find is told of the cells that the values came from."""

import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from showcase.exchange.comparing import texts_of, values_of
from showcase.exchange.draft import Draft, Place, Remark, tree_of
from showcase.exchange.grid import letters
from showcase.exchange.layout import Path, sheets, story_labels
from showcase.exchange.merging import edited, lost_comments, other_keys
from showcase.exchange.overlaying import overlaid
from showcase.exchange.sheet_words import in_words_of_sheets
from showcase.exchange.yaml_text import write_form
from showcase.reading.characters import LARGEST
from showcase.reading.form import MODEL
from showcase.reading.key_paths import KeyPaths
from showcase.record.submission import Submission, read_model
from showcase.record.vocabulary import Vocabularies
from showcase.rules import cover, missing_key, photo_missing
from showcase.rules.book import check_file
from showcase.rules.setting import Setting
from showcase.system.gazetteer import load_gazetteer
from showcase.system.reading import read_regular
from showcase.words.mistake import mistake, where
from showcase.words.problem import Severity

__all__ = ["Case", "Common", "Settled", "settle"]

_OF_PHOTOS = frozenset({photo_missing.NAME, cover.NAME})
"""Rules about what lies beside the file: a workbook holds no photo, and they are asked where it does."""
_KEY = re.compile(r"'([a-z_]+)'")
_STORY = "noi_dung"
_NO_STORY = f"Mô hình chưa có câu chuyện. Hãy điền ít nhất một trong các cột: {', '.join(story_labels())}."


class Common(NamedTuple):
    """What all drafts have in common; `columns` tells by sheet and key in which column a value belongs."""

    today: date
    vocabularies: Vocabularies
    columns: Mapping[tuple[str, str], int]


class Case(NamedTuple):
    """A draft, the file that it is about, and whether there is one."""

    draft: Draft
    file: str
    name: str
    is_there: bool


class Settled(NamedTuple):
    """What came of a draft: the bytes to be written, b"" where there is nothing to write; what is to be told."""

    data: bytes
    remarks: tuple[Remark, ...]
    is_same: bool = False


def settle(common: Common, cases: Sequence[Case]) -> list[Settled]:
    """Settle some drafts, in their order."""
    setting = Setting(common.today, load_gazetteer(), common.vocabularies)
    return [_settled(case, common, setting) for case in cases]


def _settled(case: Case, common: Common, setting: Setting) -> Settled:
    """Settle a draft; where our own code fails, that is told of its row, and no other suffers."""
    draft = case.draft
    try:
        refusal, settled = _settle(case, common, setting)
    except Exception as error:  # noqa: BLE001 - whatever it is
        refusal, settled = mistake("đọc hàng này", where(error)), None
    return settled or Settled(b"", (*draft.remarks, Remark(draft.place, refusal)))


def _settle(case: Case, common: Common, setting: Setting) -> tuple[str, Settled | None]:
    """Give why a draft can be nothing, or what it is."""
    draft = case.draft
    before = _before(case) if case.is_there else None
    if before is not None and (before.node is None or before.record is None or before.unread):
        return (
            f"tệp {case.file} đang có lỗi nên không so được. Hãy sửa tệp ấy trước; xem: showcase check {case.file}",
            None,
        )
    after = overlaid(dict(texts_of(before.node)) if before and before.node else {}, draft)
    text, is_same = _text(before, after.texts)
    if before is not None and not is_same and _has_more(before):
        return (
            f"tệp {case.file} có mục mà mẫu không biết, nên không sửa để khỏi mất. Hãy xem: showcase check {case.file}",
            None,
        )
    if is_same and not draft.is_broken:
        return "", Settled(b"", tuple(draft.remarks), is_same=True)
    submission = read_model(case.file, case.name, text.encode())
    draft = after.draft
    remarks = [*draft.remarks, *_lost(before, submission, draft), *_found(submission, draft, common, setting)]
    is_held = any(remark.is_error for remark in remarks)
    return "", Settled(b"" if is_held else text.encode(), tuple(_in_order(remarks, draft.place.sheet)))


def _in_order(remarks: Iterable[Remark], first: str) -> list[Remark]:
    """Sort what is told of a model as its cells stand, those of its own row first; repeats are told once."""
    unique = dict.fromkeys(remarks)
    return sorted(unique, key=lambda one: (one.place.sheet != first, one.place.sheet, one.place.row, one.place.column))


def _before(case: Case) -> Submission:
    return read_model(case.file, case.name, read_regular(case.file, LARGEST))


def _text(before: Submission | None, values: dict[Path, str]) -> tuple[str, bool]:
    """Give the text of the file as it is to be, and whether it says what it says already."""
    if before is None or before.record is None or before.node is None:
        return write_form(MODEL, tree_of(values)), False
    anew = read_model(before.path, before.name, write_form(MODEL, tree_of(values)).encode())
    known, wanted = values_of(before.record), values_of(anew.record) if anew.record else {}
    if known == wanted:
        return before.text, True
    return edited(before.text, before.node, known, wanted, values), False


def _lost(before: Submission | None, after: Submission, draft: Draft) -> Iterator[Remark]:
    """Yield what is to be told of comments that go with the keys above them."""
    if before is None or before.node is None:
        return
    known, values = (values_of(one.record) if one.record else {} for one in (before, after))
    other = other_keys(known, values)
    for key, number in lost_comments(before.text, before.node).items():
        if number and key in other:
            yield Remark(draft.place, f"{number} dòng chú giải trong mục {key} mất", is_error=False)


def _has_more(before: Submission) -> bool:
    """Tell whether a file holds texts that the form does not read, which would be lost with the key above them."""
    texts = dict(texts_of(before.node)) if before.node else {}
    return before.record is None or texts.keys() != values_of(before.record).keys()


def _found(submission: Submission, draft: Draft, common: Common, setting: Setting) -> Iterator[Remark]:
    """Ask the rules; yield each error at the cell that it is about."""
    problems = [one for one in check_file(submission, setting) if one.severity is Severity.ERROR]
    finder = _Finder(submission, draft, common) if problems else None
    broken = {remark.place for remark in draft.remarks if remark.is_error}
    for problem in problems:
        if finder and problem.rule not in _OF_PHOTOS:
            at = problem.spot.line, problem.spot.column
            place, message = finder.place(*at), problem.message
            if problem.rule == missing_key.NAME and (key := _KEY.search(problem.message)):
                place = finder.missing(*at, key[1])
                message = _NO_STORY if key[1] == _STORY else message
            # What a cell holds that could not be taken is not missing, neither there nor to what it is a part of.
            if place not in broken and not finder.lacks_untaken(*at):
                row, column = partial(finder.row, place), partial(finder.column, at)
                yield Remark(place, f"[{problem.rule}] {in_words_of_sheets(message, row, column)}")


class _Finder:
    """Leads from a line and a column of the text to the cell from which the value there came."""

    def __init__(self, submission: Submission, draft: Draft, common: Common) -> None:
        self._draft, self._columns = draft, common.columns
        self._paths = KeyPaths(submission.node)

    def place(self, line: int, column: int) -> Place:
        """Give the cell of that value; the row where it is of none."""
        return self._place(self._paths.at(line, column))

    def missing(self, line: int, column: int, key: str) -> Place:
        """Give the cell in which a key of the mapping at a place should stand."""
        path = self._group(line, column)
        row = self._place(path) if path else self._draft.place
        inner = [".".join(str(step + 1) if isinstance(step, int) else step for step in (*path, key)), key]
        for name in inner:
            if number := self._columns.get((row.sheet, name)):
                return row._replace(column=number, key=name)
        parts = [
            (column, name)
            for (sheet, name), column in self._columns.items()
            if sheet == row.sheet and name.startswith(f"{key}.")
        ]
        column, key = min(parts, default=(0, key))
        return row._replace(column=column, key=key)

    def lacks_untaken(self, line: int, column: int) -> bool:
        """Tell whether what is said there is about an item or a group of which a cell could not be taken."""
        path = self._paths.at(line, column)
        is_whole = bool(path) and path not in self._draft.values
        return is_whole and any(one[: len(path)] == path for one in self._draft.untaken)

    def row(self, seen_from: Place, line: int) -> str:
        """Name the cell or row from which a line of the text came; its sheet too where it is another one."""
        place = self.place(line, sys.maxsize)
        if place.sheet != seen_from.sheet:
            return str(place._replace(key=""))
        if place.row != seen_from.row or not place.column:
            return f"hàng {place.row}"
        return "chính ô này" if place == seen_from else f"cột {letters(place.column)}"

    def column(self, at: tuple[int, int], key: str) -> str:
        """Name the column in which a key of the mapping at a place should stand."""
        place = self.missing(*at, key)
        path = self._group(*at)
        whole = ".".join(str(step + 1) if isinstance(step, int) else step for step in (*path, key))
        is_of_models = place.sheet == self._draft.place.sheet and any(one.key == whole for one in sheets()[0].columns)
        return place.key if place.column else whole if is_of_models else key

    def _group(self, line: int, column: int) -> Path:
        """Give the path of the mapping in which the value at a place stands."""
        path = self._paths.at(line, column)
        while path and not isinstance(path[-1], int) and path in self._draft.values:
            path = path[:-1]
        return path

    def _place(self, path: Path) -> Place:
        for size in range(len(path), 0, -1):
            part = path[:size]
            if leaf := self._draft.values.get(part):
                return leaf.place
            if row := self._draft.rows.get(part):
                return row
            inner = [leaf.place for one, leaf in self._draft.values.items() if one[:size] == part]
            if inner:
                return inner[0]
        return self._draft.place
