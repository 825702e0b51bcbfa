"""Vietnamese words are mostly two syllables, so the pairs of syllables that a text repeats tell what it is about; nothing here knows of models.

A pair with a function word tells nothing, nor does a name (“Hoàng Mai” is a place, not a subject), nor what every model
says of itself (“vận động Nhân dân”). No dictionary is asked: “phát triển kinh tế” gives “triển kinh” too, which is found
again only where the whole phrase is, and there `phrases` puts it together again.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, zip_longest

__all__ = ["phrases", "telling_pairs", "whole_phrase"]

_MOST = 12
"""Pairs of one text; titles give six on the average."""
_ENDS = ".,;:!?…”)"
# Units of two words and more are taken whole, so that they are no words of a pair.
_TOKEN = re.compile(r"[Tt](?:hị xã|hị trấn|hành phố|ổ dân phố)\b|[Hh]ộ gia đình\b|[^\W\d_]+|\d+|[^\w\s]")
_FUNCTION_WORDS = {
    "ai", "anh", "à", "ạ", "ấy", "ba", "bao", "bà", "bác", "bạn", "bảy", "bên", "bởi", "bốn", "các", "cách", "cái",
    "càng", "cả", "chẳng", "chỉ", "cho", "chưa", "chứ", "chị", "chín", "có", "cô", "còn", "của", "cùng", "cũng",
    "cứ", "do", "dù", "dưới", "dần", "đã", "đang", "đâu", "đây", "đấy", "để", "đến", "đều", "đi", "điều", "đó",
    "được", "đứng", "gần", "gì", "giữa", "gồm", "hai", "hay", "hãy", "hết", "hoặc", "hơn", "họ", "huyện", "khác", "khắp",
    "khi", "khiến", "không", "kể", "là", "làm", "lại", "lên", "lúc", "luôn", "lần", "mà", "mấy", "mình", "mọi",
    "mỗi", "mới", "một", "mười", "muốn", "nào", "này", "nay", "năm", "nên", "nếu", "ngay", "nghìn", "nhau", "nhiều",
    "nhất", "nhằm", "nhờ", "như", "những", "nói", "nơi", "nêu", "nữa", "phải", "phường", "qua", "quá", "quận", "ra",
    "rằng", "rất", "riêng", "rồi", "sau", "sao", "sáu", "sẽ", "tại", "tám", "theo", "thế", "thì", "thôi", "tỉnh",
    "thành", "thứ", "tới", "trăm", "trên", "triệu", "trong", "trước", "tỷ", "từ", "từng", "và", "vào", "vẫn", "về", "vì", "việc", "vừa",
    "với", "xem", "xuống", "ông", "ở",
}  # fmt: skip
_PLACE_WORDS = {"xã", "thôn", "bản", "khối", "xóm", "ấp", "buôn", "làng", "phố", "tổ", "số", "đường", "chợ"}
"""Words that a name follows: `xã Ngọc Chiến`; elsewhere they are parts of words, `xã hội`."""
_EVERYWHERE = {
    "mô hình", "điển hình", "vận động", "dân vận", "nhân dân", "người dân", "bà con", "phong trào", "xây dựng",
    "thực hiện", "triển khai", "hoạt động", "công tác", "địa bàn", "địa phương", "đơn vị", "liên hiệp", "phát triển",
    "nổi bật", "yêu cầu", "đăng ký", "kinh tế", "xã hội", "hỗ trợ", "giúp đỡ", "hội viên", "gia đình", "dự án",
    "tập thể", "hiệu quả", "chất lượng", "ví dụ", "mục tiêu", "mục đích", "nội dung", "phương pháp", "hình thức",
    "kết quả", "nhân rộng", "tham gia", "chung tay", "tuyên truyền", "nâng cao", "đẩy mạnh", "thúc đẩy", "góp phần",
    "đảm bảo", "bảo đảm", "bắt đầu", "hưởng ứng", "khó khăn", "giữ gìn", "tổ chức", "cơ quan", "con đường", "thành viên",
}  # fmt: skip
"""What nearly every model says of itself."""


def telling_pairs(title: str, summary: str, story: str) -> tuple[str, ...]:
    """Give the pairs of a title, and those of the summary that the story repeats, small, in their order."""
    found = dict.fromkeys(_pairs(title))
    found |= dict.fromkeys(pair for pair in _pairs(summary) if pair in story)
    kept, cut = list(found)[:_MOST], list(found)[_MOST:]
    text = f"{title} {summary}".lower()
    while kept and cut and _joined(kept[-1], cut[0], text):  # “thẻ bảo”, where “hiểm y tế” is cut off, tells nothing
        cut.insert(0, kept.pop())
    return tuple(kept)


def phrases(pairs: Sequence[str], *texts: str) -> tuple[str, ...]:
    """Put pairs together that overlap where all texts, in small letters, have the whole: `triển kinh`, `kinh tế` are one phrase."""
    made: list[str] = []
    left = list(pairs)
    while left:
        phrase = left.pop(0)
        while following := next((pair for pair in left if _joined(phrase, pair, *texts)), ""):
            phrase = _joined(phrase, following, *texts)
            left.remove(following)
        while preceding := next((one for one in (*made, *left) if _joined(one, phrase, *texts)), ""):
            phrase = _joined(preceding, phrase, *texts)
            (made if preceding in made else left).remove(preceding)
        made.append(phrase)
    return tuple(made)


def whole_phrase(phrase: str, *texts: str) -> str:
    """Give a phrase with the words that stand beside it wherever the texts, in small letters, have it: `chiến binh` with its `cựu`."""
    while before := _telling_of(_words_beside(phrase, text, is_before=True) for text in texts):
        phrase = f"{before} {phrase}"
    while behind := _telling_of(_words_beside(phrase, text, is_before=False) for text in texts):
        phrase = f"{phrase} {behind}"
    return phrase


def _words_beside(phrase: str, text: str, *, is_before: bool) -> set[str]:
    """Give the words before or behind a phrase at each place of a text, '' where there is none."""
    found = set()
    for end in _places(phrase, text):
        before, behind = text[: end - len(phrase)], text[end:]
        if is_before:
            found.add(before.rsplit(None, 1)[-1] if before[-1:] == " " and before.strip() else "")
        else:
            found.add(behind.split(None, 1)[0].rstrip(_ENDS) if behind[:1] == " " and behind.strip() else "")
    return found


def _telling_of(words: Iterable[set[str]]) -> str:
    """Give the word that stands at all places of all texts, '' where there is none or it tells nothing."""
    all_words = set().union(*words)
    word = all_words.pop() if len(all_words) == 1 else ""
    return word if word.isalpha() and word not in _FUNCTION_WORDS | _PLACE_WORDS else ""


def _joined(phrase: str, pair: str, *texts: str) -> str:
    """Put together what overlaps by a word; '' where it does not, or a text lacks the whole."""
    first, _, rest = pair.partition(" ")
    whole = f"{phrase} {rest}"
    is_there = phrase.endswith(f" {first}") and all(any(_places(whole, text)) for text in texts)
    return whole if is_there else ""


def _places(phrase: str, text: str) -> Iterator[int]:
    """Yield where a phrase ends in a text, as words of their own."""
    at = text.find(phrase)
    while at >= 0:
        end = at + len(phrase)
        if not text[max(0, at - 1) : at].isalpha() and not text[end : end + 1].isalpha():
            yield end
        at = text.find(phrase, end)


def _pairs(text: str) -> Iterator[str]:
    """Yield each two words that stand together and tell something; what tells nothing also parts what stands round it."""
    return (f"{first} {second}" for first, second in pairwise(_telling(text)) if first and second)


def _telling(text: str) -> list[str]:
    """Give the words of a text in order, small, with '' for those that tell nothing and for the borders of names."""
    words = [""]
    before, was_large = "", False
    tokens = _TOKEN.findall(text)
    for token, after in zip_longest(tokens, tokens[1:], fillvalue=""):
        word = token.lower()
        is_large = token != word
        if word in _FUNCTION_WORDS or (is_large and was_large) or not token.isalpha():
            word = ""
        elif word in _PLACE_WORDS and (after[:1].isupper() or after.isdigit()):
            word = ""  # it says only what the name or the number after it is of
        elif is_large:
            words.append("")
        elif before and f"{before} {word}" in _EVERYWHERE:
            words[-1] = word = ""
        words.append(word)
        before, was_large = word, is_large
    return words
