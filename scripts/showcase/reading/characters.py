"""Bytes become text here, or a fault that says which byte or character stands in the way."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from showcase.reading.fault import Fault, FaultKind
from showcase.words.text import is_usual

LARGEST = 256 * 1024
"""Bytes that a file may hold, from the format."""

BLANK = "\ufffd"
"""Stands for a character that no file may hold, once it is told, so that reading can go on and every place stays true."""

# How files begin that a program saved under the name of a text: Word and Excel (new, old), PDF, JPEG, PNG, RTF.
_OTHER_FILES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"\xff\xd8\xff", b"\x89PNG", b"{\\rtf")
LFS_POINTER = b"version https://git-lfs.github.com/spec/"

# An emoji of several parts is joined by U+200D, and U+FE0F makes a sign one: there, and only there, zero width is meant.
_PICTOGRAPH = "\u2190-\u21ff\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\ufe0f"
# 1️⃣ #️⃣ ©️ ‼️ ℹ️ ㊗️ begin with signs that are none by themselves.
_BECOMES_EMOJI = f"{_PICTOGRAPH}0-9#*\u00a9\u00ae\u203c\u2049\u2122\u2139\u3030\u303d\u3297\u3299"
_IN_EMOJI = re.compile(f"(?<=[{_PICTOGRAPH}])\u200d(?=[{_PICTOGRAPH}])|(?<=[{_BECOMES_EMOJI}])[\ufe0e\ufe0f]")
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls, U+0085 among them
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0\ufe00-\ufe0f\U000e0100-\U000e01ef"  # fillers, variants
    "\u200b-\u200f\u202a-\u202e\u2028\u2029\u2060-\u206f\ufeff\ufff9-\ufffb"  # unseen signs
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f]"  # no characters, and tags
)
_LINE_END = re.compile(r"\r\n|\r|\n")


def forbidden(text: str) -> Iterator[tuple[int, str]]:
    """Yield (offset, character) for each character that no file may hold, in the order of the text."""
    if is_usual(text) or not _FORBIDDEN.search(text):
        return
    joined = {match.start() for match in _IN_EMOJI.finditer(text)}
    for match in _FORBIDDEN.finditer(text):
        if match.start() not in joined:
            yield match.start(), match.group()


def blanked(text: str) -> str:
    """Give the text with `BLANK` in the place of each forbidden character, its length unchanged."""
    letters = list(text)
    for offset, _ in forbidden(text):
        letters[offset] = BLANK
    return "".join(letters)


def decode(data: bytes, largest: int = LARGEST) -> tuple[str, list[Fault]]:
    """Turn the bytes of a file into text without its BOM; the text is empty where a fault forbids reading on.

    In the place of bytes that are no UTF-8 stands `BLANK`.
    """
    if len(data) > largest:
        return "", [Fault(FaultKind.TOO_LARGE)]
    if data.startswith(LFS_POINTER):
        return "", [Fault(FaultKind.LFS_POINTER)]
    if data.startswith(_OTHER_FILES):
        return "", [Fault(FaultKind.NOT_TEXT)]
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or data[:400].count(0) > len(data[:400]) // 4:
        return _of_utf16(data), [Fault(FaultKind.UTF16)]
    try:
        text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8")
        line, column = _places(before, [len(before)])[0]
        read_on = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
        return blanked(read_on), [Fault(FaultKind.NOT_UTF8, line, column, f"{error.object[error.start]:02X}")]
    found = list(forbidden(text))
    return (blanked(text), _character_faults(text, found)) if found else (text, [])


def _of_utf16(data: bytes) -> str:
    """Give the text of a file in UTF-16 that says so at its start, for reading on; '' of any other."""
    try:
        return blanked(data.decode("utf-16")) if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ""
    except UnicodeDecodeError:
        return ""


def _character_faults(text: str, found: list[tuple[int, str]]) -> list[Fault]:
    """Give one fault for each different character: a text pasted from elsewhere may hold the same one 500 times."""
    by_character: dict[str, list[tuple[int, int]]] = {}
    for (_, character), place in zip(found, _places(text, [offset for offset, _ in found]), strict=True):
        by_character.setdefault(character, []).append(place)
    return [
        Fault(FaultKind.CHARACTER, *first, f"{ord(character):04X}", tuple(line for line, _ in more))
        for character, (first, *more) in by_character.items()
    ]


def _places(text: str, offsets: list[int]) -> list[tuple[int, int]]:
    """Line and column, from 1, of each offset; a line ends with LF, CRLF or CR, as in YAML."""
    starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
    lines = [bisect_right(starts, offset) for offset in offsets]
    return [(line, offset - starts[line - 1] + 1) for line, offset in zip(lines, offsets, strict=True)]
