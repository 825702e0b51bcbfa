"""The models of a folder become the rows of the workbook; those that cannot be read are named."""

from collections.abc import Iterator, Mapping
from pathlib import Path as File
from typing import NamedTuple

from showcase.checking.scan import Scan
from showcase.exchange.comparing import texts_of
from showcase.exchange.layout import Column, Path, Sheet, sheets
from showcase.exchange.wrapping import joined
from showcase.reading.characters import LARGEST
from showcase.reading.kinds import Choice, Key, Many, Story
from showcase.record.submission import read_model
from showcase.record.vocabulary import Vocabularies
from showcase.system.reading import read_regular
from showcase.words.text import match_key, nfc

__all__ = ["Exported", "rows_of"]


class Exported(NamedTuple):
    """The rows of each sheet by its path, and the files that could not be read."""

    rows: dict[tuple[str, ...], list[list[str]]]
    unread: list[str]


def rows_of(scan: Scan, vocabularies: Vocabularies) -> Exported:
    """Read the models that a scan found, in the order of their paths."""
    rows: dict[tuple[str, ...], list[list[str]]] = {sheet.path: [] for sheet in sheets()}
    unread: list[str] = []
    for folder in scan.folders:
        submission = read_model(folder.file_path, folder.name, read_regular(str(File(folder.file_path)), LARGEST))
        if submission.node is None or submission.unread:
            unread.append(folder.file_path)
            continue
        texts = dict(texts_of(submission.node))
        for sheet in sheets():
            rows[sheet.path] += ([folder.name, *row] for row in _rows(sheet, texts, vocabularies))
    return Exported(rows, unread)


def _rows(sheet: Sheet, texts: Mapping[Path, str], vocabularies: Vocabularies) -> Iterator[list[str]]:
    """Yield the rows of one model in one sheet; what has columns in its own row is left out of the list's sheet."""
    first = sheets()[0]
    if not sheet.path:
        yield [_cell(texts, column.path, column, vocabularies) for column in sheet.columns]
        return
    inlined = {column.path[:2] for column in first.columns}
    for base in _items(sheet.path, texts):
        if base not in inlined:
            owner = [str(int(base[1]) + 1)] if sheet.owner else []
            yield owner + [_cell(texts, (*base, *column.path), column, vocabularies) for column in sheet.columns]


def _items(path: tuple[str, ...], texts: Mapping[Path, str]) -> list[Path]:
    """Give the path of each item of a list, in order."""
    found = {text[: 2 * len(path)] for text in texts if text[: 2 * len(path) : 2] == path and len(text) > 2 * len(path)}
    return sorted(found, key=lambda one: one[1::2])


def _cell(texts: Mapping[Path, str], path: Path, column: Column, vocabularies: Vocabularies) -> str:
    if isinstance(column.kind, Many):
        size = len(path)
        items = sorted(
            (int(one[size]), text) for one, text in texts.items() if one[:size] == path and len(one) == size + 1
        )
        return "\n".join(" ".join(nfc(text).split()) for _, text in items)
    text = texts.get(path, "")
    kind = column.value_kind
    if isinstance(kind, Story):
        return joined(nfc(text).strip())
    return (
        _label(" ".join(nfc(text).split()), kind, vocabularies)
        if isinstance(kind, Choice | Key)
        else " ".join(nfc(text).split())
    )


def _label(key: str, kind: Choice | Key, vocabularies: Vocabularies) -> str:
    """Give the label of a key, where nothing else bears it."""
    labels = (
        kind.options
        if isinstance(kind, Choice)
        else {one: term.label for one, term in vocabularies.named(kind.vocabulary).terms.items()}
    )
    label = labels.get(key, "")
    is_one = sum(match_key(other) == match_key(label) for other in labels.values()) == 1
    return label if label and is_one else key
