"""A report written with Word becomes a draft: its chapters the sections of a story, what finds no place a comment.

Such reports go by numbered chapters, “I. ĐẶC ĐIỂM, TÌNH HÌNH”, “II. CÁCH LÀM”, “III. KẾT QUẢ”; before the first stands a letterhead
and the subject, behind the last who gets it and who signed. Nothing is written that does not stand in the report.
"""

import re
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from io import BytesIO
from typing import NamedTuple

import mammoth

from showcase.exchange.archive import need_sound
from showcase.exchange.draft import Tree
from showcase.exchange.grid import RefusedError
from showcase.exchange.taking import modern
from showcase.reading.kinds import Story
from showcase.words.text import fold, nfc

__all__ = ["Report", "read_report"]

_BROKEN = "Không đọc được văn bản này. Hãy mở bằng Word hoặc LibreOffice, lưu lại thành .docx rồi thử lại."
_CHAPTERS = {
    "boi_canh": ("dac diem", "tinh hinh", "boi canh", "su can thiet", "ly do", "co so"),
    "cach_lam": (
        "cach lam",
        "cach thuc",
        "noi dung",
        "bien phap",
        "giai phap",
        "qua trinh",
        "trien khai",
        "to chuc thuc hien",
    ),
    "hieu_qua": ("hieu qua", "ket qua", "tac dung"),
    "bai_hoc": ("bai hoc", "kinh nghiem"),
    "han_che": ("han che", "ton tai", "kho khan", "vuong mac"),
    "nhan_rong": ("nhan rong", "kha nang ap dung", "pham vi ap dung", "phuong huong"),
}
"""The words by which a chapter's head is known, without marks; the first that stands in it decides."""
_NUMBERED = re.compile(r"(?:phần\s+)?(?:[IVX]{1,5}|[A-H])\s*[.)/:-]\s*(?P<words>\S.*)", re.IGNORECASE)
_ITEMS = ("item", "inner")
_LONGEST_HEAD = 160
_SUBJECT = re.compile(r"mô hình|điển hình", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"](?P<words>[^“”\"]*)[”\"]")
_NEAR = 60
"""Letters between “mô hình” and the name of one, or between two names."""
_MOVEMENT = re.compile(r"dan van kheo(?: (?:nam|giai doan)\b.*)?")
"""The name of the movement without marks, which is that of no model."""
_TYPED_MARK = re.compile(r"(?P<mark>[-–—•+])(?:\s+|(?=[^\W\d_]))(?P<words>\S.*)")
_OF_HEADS = frozenset({"va", "cua", "ve", "cac", "nhung", "viec", "trong", "mo", "hinh", "thuc", "hien", "mot", "so"})
"""Words of a chapter's head that say nothing by themselves, beside those by which it is known."""
_END = re.compile(r"nơi nhận|người (?:viết|lập|làm) báo cáo|t/?m\.? |tm\. ", re.IGNORECASE)
_TITLE = (8, 200)
_MOST_BLOCKS = 20_000


class Block(NamedTuple):
    """A paragraph, a head, an item of a list, one of a list within a list (`inner`), or a table with its rows."""

    kind: str
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


class Report(NamedTuple):
    """What a report says: values that found a key, and the texts that found none."""

    tree: dict[str, Tree]
    left: tuple[str, ...]


def read_report(data: bytes) -> Report:
    """Read a report as bytes of a .docx file; raises RefusedError."""
    need_sound(data)
    try:
        html = mammoth.convert_to_html(BytesIO(data), convert_image=mammoth.images.img_element(lambda _: {})).value
    except Exception as error:  # the library fails on broken files in any way
        raise RefusedError(_BROKEN) from error
    reader = _Reader()
    reader.feed(html)
    return _placed(reader.blocks[:_MOST_BLOCKS])


def _placed(blocks: Sequence[Block]) -> Report:
    chapters: dict[str, list[Block]] = {}
    left: list[str] = []
    title, chapter = "", ""
    for block in blocks:
        if chapter and _END.match(block.text):
            chapter = "-"
        elif chapter != "-" and (found := _chapter(block)):
            chapter = found
            left += [] if found in _CHAPTERS and _says_its_section_alone(block.text) else [block.text]
            continue
        if chapter in _CHAPTERS:
            chapters.setdefault(chapter, []).append(block)
            continue
        title = title or _title(block.text)
        if block.text.strip(' “”"') != title or not title:
            left += _plain(block)
    story = {key: _markdown(chapters[key]) for key in _CHAPTERS if key in chapters}
    limits = Story()
    kept = {key: text for key, text in story.items() if limits.least <= len(text) <= limits.most}
    left += [f"{key}: {text}" for key, text in story.items() if key not in kept and text]
    tree: dict[str, Tree] = {}
    if _TITLE[0] <= len(title) <= _TITLE[1]:
        tree["tieu_de"] = title
    if kept:
        tree["noi_dung"] = dict(kept)
    return Report(tree, tuple(left))


def _title(text: str) -> str:
    """Give the name of a model that stands in quotes behind the word for one; '' where there is none, or but the movement's."""
    subject = _SUBJECT.search(text)
    end = subject.end() if subject else len(text)
    for quoted in _QUOTED.finditer(text, end):
        words = quoted["words"].strip()
        if quoted.start() - end > _NEAR:
            break
        if _TITLE[0] <= len(words) <= _TITLE[1] and not _MOVEMENT.fullmatch(fold(words)):
            return words
        end = quoted.end()
    return ""


def _says_its_section_alone(head: str) -> bool:
    """Tell whether all that a head says is which section it begins."""
    numbered = _NUMBERED.fullmatch(head)
    words = re.findall(r"\w+", fold(numbered["words"] if numbered else head))
    return {*words} <= _OF_HEADS.union(*(sign.split() for signs in _CHAPTERS.values() for sign in signs))


def _chapter(block: Block) -> str:
    """Give the section that a head begins, '-' for a chapter that is none of ours, '' where the block is no head."""
    if block.kind in (*_ITEMS, "table") or len(block.text) > _LONGEST_HEAD or not block.text:
        return ""
    numbered = _NUMBERED.fullmatch(block.text)
    if not (numbered or block.kind == "head" or block.text.isupper()):
        return ""
    words = fold(numbered["words"] if numbered else block.text)
    places = {
        key: min((at for sign in signs if (at := words.find(sign)) >= 0), default=-1)
        for key, signs in _CHAPTERS.items()
    }
    found = sorted((at, key) for key, at in places.items() if at >= 0)
    if found:
        return found[0][1]
    return "?" if numbered and block.text.isupper() else ""


def _markdown(blocks: Sequence[Block]) -> str:
    """Write blocks as Markdown that says their words and nothing else."""
    pieces: list[str] = []
    before = ""
    for block in blocks:
        group = "list" if block.kind in _ITEMS else block.kind
        goes_on = group == "list" == before
        # An item of a list within a list whose outer one is not there stands alone.
        mark = "  - " if block.kind == "inner" and goes_on else "- " if group in ("list", "table") else ""
        for number, text in enumerate(_plain(block)):
            pieces.append(f"{'' if mark and (number or goes_on) else chr(10)}\n{mark}{_escaped(text)}")
        before = group
    return "".join(pieces).strip()


def _plain(block: Block) -> list[str]:
    """Give the words of a block; of a table a line each row, told by the heads of its columns."""
    if block.kind != "table":
        return [block.text] if block.text else []
    if len(block.rows) < 2:
        return [" – ".join(filter(None, row)) for row in block.rows if any(row)]
    head, *rows = block.rows
    return ["; ".join(_named(head, row)) for row in rows if any(row)]


def _named(head: Sequence[str], row: Sequence[str]) -> Iterator[str]:
    for number, text in enumerate(row):
        name = head[number] if number < len(head) else ""
        if text:
            yield f"{name}: {text}" if name else text


def _escaped(text: str) -> str:
    """Write a line so that no sign at its beginning or in it is markup."""
    text = re.sub(r"([\\`*_\[\]<>])", r"\\\1", text)
    return re.sub(
        r"^([-+#=~]|\d+(?=[.)]))", lambda found: f"\\{found[0]}" if not found[0].isdigit() else found[0], text
    )


class _Reader(HTMLParser):
    """Takes the plain HTML that Mammoth makes: paragraphs, heads, lists, tables."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._words: list[str] = []
        self._is_bold = False
        self._bold = self._all = 0
        self._tables: list[list[list[str]]] = []
        self._around: list[list[str]] = []
        """What was said in the cells around a table within a table."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - of HTMLParser
        if tag in ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6") and not self._tables:
            self._end("p")
        elif tag == "table":
            if self._tables:
                self._around.append(self._words)
                self._words = []
            else:
                self._end("p")
            self._tables.append([])
        elif tag == "tr" and self._tables:
            self._tables[-1].append([])
        elif tag in ("td", "th"):
            self._words = []
        elif tag == "br":
            self._words.append(" ")
        elif tag in ("strong", "b"):
            self._is_bold = True

    def handle_endtag(self, tag: str) -> None:
        if tag in ("strong", "b"):
            self._is_bold = False
        elif tag in ("td", "th") and self._tables and self._tables[-1]:
            self._tables[-1][-1].append(self._text())
        elif tag == "table" and self._tables:
            rows = self._tables.pop()
            if self._tables:
                within = "; ".join(" – ".join(filter(None, row)) for row in rows)
                self._words = [*self._around.pop(), " ", within, " "]
            else:
                self.blocks.append(Block("table", rows=tuple(tuple(row) for row in rows)))
        elif self._tables:
            self._words.append(" ")
        elif tag in ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6"):
            self._end(tag)

    def handle_data(self, data: str) -> None:
        self._words.append(data)
        self._all += len(data.strip())
        self._bold += len(data.strip()) if self._is_bold else 0

    def _end(self, tag: str) -> None:
        is_head = tag.startswith("h") or (tag == "p" and self._all > 0 and self._bold == self._all)
        if text := self._text():
            typed = _TYPED_MARK.fullmatch(text) if tag != "li" else None
            kind = "head" if is_head else "item" if tag == "li" else "text"
            if typed:
                kind, text = "inner" if typed["mark"] == "+" else "item", typed["words"]
            self.blocks.append(Block(kind, text))

    def _text(self) -> str:
        text = modern(" ".join("".join(self._words).split()))
        self._words, self._bold, self._all = [], 0, 0
        return nfc(text)
