"""Asks whether a text gives away what belongs to a private person: a mobile number, a card, an account, a mailbox."""

import re
import unicodedata
from collections.abc import Iterator
from html import unescape

from showcase.reading.kinds import Pattern, Story, Text
from showcase.reading.node import Scalar
from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.rules.wording import quote
from showcase.words.problem import Problem, Severity
from showcase.words.text import is_usual

NAME = "rieng_tu"

_GAP = r"(?:[ .-]|\s)?"
_ZERO_LIKE = "[0-9O]"
# Nine digits from 3, 5, 7, 8 or 9 behind 0 or +84, or those of before 2018 from 012, 016, 018, 019; offices have 02.
_MOBILE = re.compile(
    rf"(?<![\w/=])(?<!\d[.,-])(?:\(?(?:\+?84|0084){_GAP}\)?{_GAP}(?:\(?0\)?{_GAP})?|\(?[0Oo]{_GAP})"
    rf"(?:[35789]|1{_GAP}[2689])(?:[ )./-]{{0,2}}\s?{_ZERO_LIKE}){{8}}(?![.-]?\d)(?!\w)"
)
_MOBILE_IN_GROUPS = re.compile(r"0[35789]\d\d(?:[,:] ?| ?[–—] ?)\d{3}(?:[,:] ?| ?[–—] ?)\d{3}(?![,:]?\d)")
_MOBILE_IN_AN_ADDRESS = re.compile(r"(?i)(?:zalo\.(?:me|vn)/|wa\.me/|\btel:)(?:\+?84|0)?[35789]\d{8}(?!\d)")
_MOBILE_IN_AN_ID = re.compile(r"(?<!\d)0[35789]\d{8}(?!\d)")
_A_DAY = re.compile(r"\d{1,2}([./-])\d{1,2}\1\d{4}\b")
# An Excel sheet drops the first 0.
_NINE_DIGITS = re.compile(r"(?<![\w/=+])(?<![\d,][ .,-])[35789]\d(?:[ .-]?\d){7}(?![/,.-]?\d)(?! \d)(?![\w/])")
_THOUSANDS = re.compile(r"\d{3}([ .])\d{3}\1\d{3}")
_COUNTED = re.compile(
    r"\s*(?:đồng|đ\b|vnđ|vnd|usd|triệu|tỷ|tỉ|người|lượt|hộ|nhân khẩu|m²|m2|m³|ha|kg|tấn|%|cây|con|lít|km|lần|trang|giao dịch|tài khoản)",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"(?:gọi|điện thoại|đt|sđt|số máy|di động|liên hệ|zalo|hotline|đường dây nóng|alo|phone|tel|mobile)\W*(?:\w+\W+){0,3}$",
    re.IGNORECASE,
)
_AT_HOME = re.compile(r"@(?:gmail|yahoo|hotmail|outlook|icloud|live|zoho)\.", re.IGNORECASE)
_MAILBOX = re.compile(rf"(?<![\w.+-])[\w.+-]{{1,64}}{_AT_HOME.pattern}[\w.]+\w", re.ASCII | re.IGNORECASE)
_IDENTITY = re.compile(
    r"(?i)\b(?:cccd|cmnd|cmtnd|căn cước(?: công dân)?|chứng minh(?: nhân dân| thư)?|định danh(?: cá nhân)?)\b\D{0,20}"
    r"(\d(?:[ .]?\d){8}(?:(?:[ .]?\d){3})?|\d{3}[-–]\d{3}[-–]\d{3}(?:[-–]?\d{3})?)(?!\d)|(?<![\w/.,=-])(0\d{2}(?:[ .]?\d{3}){3})(?![\w/]|[.,-]\d)"
)
_ACCOUNT = re.compile(
    r"(?i)\b(?:(?:stk|số tài khoản|số tk)\b[^\d\n]{0,60}(\d(?:[ .-]?\d){5,18})|(?:tài khoản|tk)\b[^\d\n]{0,40}(?!\d{4}-\d{4}(?!\d))(\d(?:[ -]?\d){7,18})"
    r"|(?:chuyển khoản|ủng hộ (?:qua|về|vào)|vietcombank|vcb|vietinbank|agribank|bidv|techcombank|mb ?bank|sacombank|vpbank|acb|tpbank)\b"
    r"(?:(?!điện thoại|mã số|đường dây)[^\d\n]){0,40}(?!0 ?2|(?:19|20)\d\d[ -](?:19|20)\d\d|\d{1,3}(?: \d{3}){2,}(?!\d))(\d(?:[ -]?\d){8,18})(?!\.\d))(?!\d)"
)
_CARD = re.compile(
    r"(?i)\b(?:bảo hiểm (?:xã hội|y tế)|bhxh|bhyt|hộ chiếu|giấy phép lái xe|gplx)\b[^\d\n]{0,12}?\b([A-Z]{0,2}\d{7,15})(?!\d)"
)
_WORDS_OF_NUMBERS = ("ài khoản", "STK", "stk", "TK", "ộ chiếu")
_ODD_DIGIT = re.compile(r"(?![0-9²³¹])\d|[₀-₉⁰⁴-⁹]")
_SHORTEST = 6
"""Characters: fewer hold no number that we look for, nor an address."""
# Where they are left out of a text, as editors put them into numbers, also over the end of a line, nine digits stand in a row.
_BETWEEN_DIGITS = b" \t\r\n.-()/*_`\\" + "\u00a0·•∙⋅\u2010\u2011".encode()
_DIGITS_AS_0 = bytes.maketrans(b"123456789OlI", b"0" * 12)
_SIX, _NINE = b"0" * 6, b"0" * 9
_MARKUP_WITHIN = re.compile(r"(?<=\d)(?:[*_`]+|\\(?=\W))|[*_`]+(?=\d)")
_GAP_WITHIN = re.compile(r"(?<=\d)\s*[·•∙⋅/_\u2010]\s*(?=\d{3})")
_CALL_WITHOUT_GAP = re.compile(r"(?i)\b(sđt|đt|zalo|tel|phone|hotline)(?=[+\d])")
_LETTER_FOR_1 = re.compile(r"(?<=\d)[lI](?=\d)")
_WAY_OUT = "Trang không đăng số di động; hãy thay bằng số máy bàn của cơ quan, hoặc xóa."


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Trong tệp không được có số di động, số căn cước hay số tài khoản của ai.

    Điều đã lên mạng thì không lấy lại được. Để liên hệ, hãy ghi máy bàn và hòm thư của cơ quan; số căn cước, số tài khoản
    thì không bao giờ. Máy nhận ra số di động dù viết cách quãng, viết `+84`, viết chữ O thay số 0, hay mất số 0 đầu vì chép
    từ Excel. Hòm thư riêng thì chỉ nhắc.

    Sai: `dien_thoai_co_quan: 0912 345 678`. Đúng: `dien_thoai_co_quan: 0238 3844 567`.
    """
    if submission.has_folder and (number := _MOBILE_IN_AN_ID.search(submission.name)):
        sentence = f"Tên thư mục có {quote(number.group())}, có vẻ là số di động. Hãy đặt tên theo việc làm và nơi làm."
        yield submission.error(NAME, None, sentence)
    if not _may_hold_something(submission.text):
        return
    for cell in submission.cells_of(Text, Story, Pattern):
        if not isinstance(cell.node, Scalar) or len(cell.node.value) < _SHORTEST:
            continue
        if cell.entry.key == "url":
            yield from _of_address(submission, cell.node)
        elif _may_hold_something(cell.node.value):
            yield from _asked(submission, cell.node)


def _of_address(submission: Submission, node: Scalar) -> Iterator[Problem]:
    """Find the mobile number in an address that leads to its owner; other numbers in addresses are nobody's."""
    if match := _MOBILE_IN_AN_ADDRESS.search(node.value):
        yield submission.error(NAME, node, _of_mobile(match))


def _may_hold_something(text: str) -> bool:
    """Tell it of nearly every text in two thirds of the time that one pattern for digits takes."""
    if "@" in text and _AT_HOME.search(text):
        return True
    if "&#" in text or "&nbsp" in text or (not is_usual(text) and _ODD_DIGIT.search(text)):
        return True
    if _MOBILE_IN_GROUPS.search(text):
        return True
    digits = text.encode(errors="replace").translate(_DIGITS_AS_0, _BETWEEN_DIGITS)
    return _NINE in digits or (_SIX in digits and any(word in text for word in _WORDS_OF_NUMBERS))


def _asked(submission: Submission, node: Scalar) -> Iterator[Problem]:
    text = node.value
    told = set()
    for typed, sentence in _numbers(text):
        told.add(_digits_of(typed))
        yield Problem(submission.spot_in(node, typed.partition("\n")[0]), Severity.ERROR, NAME, sentence)
    for line in text.splitlines():
        shown = _as_shown(line)
        for typed, sentence in _numbers(shown) if shown != line else ():
            if _digits_of(typed) not in told:
                yield Problem(submission.spot_in(node, line.strip()), Severity.ERROR, NAME, sentence)
    for match in _MAILBOX.finditer(text):
        sentence = f"{quote(match.group())} có vẻ là hòm thư riêng. Hãy thay bằng hòm thư của cơ quan, hoặc xóa."
        yield Problem(submission.spot_in(node, match.group()), Severity.ADVICE, NAME, sentence)


def _as_shown(line: str) -> str:
    """Give a line as a reader sees its numbers: without markup, entities or odd digits between or for their own."""
    shown = _MARKUP_WITHIN.sub("", unicodedata.normalize("NFKC", unescape(line)))
    shown = _CALL_WITHOUT_GAP.sub(r"\1 ", shown)
    return _LETTER_FOR_1.sub("1", _GAP_WITHIN.sub(" ", shown))


def _digits_of(number: str) -> str:
    return "".join(sign for sign in number if sign.isdigit())


def _numbers(text: str) -> Iterator[tuple[str, str]]:
    """Yield (number as typed, what is said of it); a number is told once, by the first that fits."""
    told: list[tuple[int, int]] = []

    def is_new(start: int, end: int) -> bool:
        is_told = any(start < last and first < end for first, last in told)
        told.append((start, end))
        return not is_told

    for start, end, sentence in (*_papers(text), *_mobiles(text)):
        if is_new(start, end):
            yield text[start:end], sentence


def _papers(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (begin, end, what is said) of the numbers of a person's papers and accounts."""
    for match in (*_IDENTITY.finditer(text), *_ACCOUNT.finditer(text)):
        group = match.lastindex or 0
        is_account = match.re is _ACCOUNT
        if not is_account or _is_no_sum(text, match, group):
            what = "số tài khoản ngân hàng" if is_account else "số căn cước hoặc chứng minh của một người"
            yield *match.span(group), f"Ở đây có vẻ có {what}. Hãy xóa số ấy."
    for match in _CARD.finditer(text):
        yield *match.span(1), "Ở đây có vẻ có số giấy tờ của một người. Hãy xóa số ấy."


def _mobiles(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the same of mobile numbers; last of those that an Excel sheet has shortened."""
    for match in (*_MOBILE_IN_AN_ADDRESS.finditer(text), *_MOBILE_IN_GROUPS.finditer(text), *_MOBILE.finditer(text)):
        if not _A_DAY.match(match.group()):
            yield *match.span(), _of_mobile(match)
    for match in _NINE_DIGITS.finditer(text):
        if _is_no_sum(text, match, 0):
            yield *match.span(), _of_mobile(match, ", thiếu số 0 đầu")


def _of_mobile(match: re.Match[str], more: str = "") -> str:
    return f"{quote(match.group())} có vẻ là số di động của riêng một người{more}. {_WAY_OUT}"


def _is_no_sum(text: str, match: re.Match[str], group: int) -> bool:
    """Tell whether digits count nothing: no unit behind them, no round sum, not written as thousands are."""
    if _CALLED.search(text[max(0, match.start(group) - 40) : match.start(group)]):
        return True
    typed = match[group]
    thousands = _THOUSANDS.fullmatch(typed)
    is_counted = bool(_COUNTED.match(text, match.end(group))) or typed.endswith("000")
    return not is_counted and not (thousands and thousands[1] == ".")
