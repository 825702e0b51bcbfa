"""What is read out of a model over a commune's loudspeakers: one or two minutes, all of it in words.

What matters most is said first and finds room first; a sentence is said whole or not at all. So a text never takes longer than
it may, however much a model tells.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice
from math import ceil

from showcase.reading.form import MODEL_KINDS
from showcase.reading.questions import part_questions
from showcase.reading.story import plain_paragraphs
from showcase.record.model import Guide, Locality, Model, Result, Source
from showcase.record.units import Body
from showcase.views.card import result_number
from showcase.views.model_parts import bodies_of_today
from showcase.views.page import Loudspeaker, capitalised, host_amid, uncapitalised
from showcase.views.place_names import place_then
from showcase.words.dates import write_date
from showcase.words.listening import heard
from showcase.words.numbers import write_number
from showcase.words.read_aloud import read_aloud
from showcase.words.sentences import CAPITAL, sentences_in
from showcase.words.text import match_key

__all__ = ["WORDS_A_MINUTE", "LoudspeakerText", "loudspeaker_text"]

WORDS_A_MINUTE = 130
_PARTS = ("opening", "title", "notice", "what", "result", "steps", "asking", "closing")
"""The paragraphs, in the order in which they are read."""
_HOSTS, _RESULTS, _SLOW = 3, 3, 6
_PLACES = 2
_MORE_STEPS = "Còn các bước nữa, xin hỏi nơi đã làm."
_DOERS = {"tap-the": "Đơn vị thực hiện", "ca-nhan": "Người thực hiện", "ho-gia-dinh": "Người thực hiện"}
_FORMER = re.compile(r"\bcũ\b")
_ASIDE = re.compile(r",? ?\b(?:nơi (?:có|tổ chức|đặt|đang|diễn|đầu)|trong đó có)\b")
"""What tells of a place, behind its name or before others."""
_NAME = re.compile(rf"(?<=\W)[{CAPITAL}]|(?<=\D)\d")
"""What tells a name: a capital letter or a number, but for how it begins."""
_CUT = 60
"""Words of a title that is read: one of 200 letters has some forty, of numbers in digits many more."""


@dataclass(frozen=True, slots=True)
class LoudspeakerText:
    """The paragraphs that are read, how many words and seconds they are, and the names to be read slowly."""

    paragraphs: tuple[str, ...]
    slowly: tuple[str, ...]
    is_written: bool
    """The editors wrote it; it is not composed of what the model tells."""

    @property
    def words(self) -> int:
        """How many words are read."""
        return sum(len(paragraph.split()) for paragraph in self.paragraphs)

    @property
    def seconds(self) -> int:
        """How long that takes."""
        return ceil(self.words * 60 / WORDS_A_MINUTE)

    @property
    def slow_line(self) -> str:
        """The line for who reads, '' where no name is read; itself it can be read out."""
        return f"Đọc chậm: {'; '.join(self.slowly)}." if self.slowly else ""

    @property
    def plain(self) -> str:
        """The text as a file has it: first the line for who reads, then what is read."""
        return "\n\n".join([*filter(None, [self.slow_line]), *self.paragraphs]) + "\n"


class _Composition:
    """Sentences by paragraph, as long as there is room for them."""

    def __init__(self, words: int, long_forms: Mapping[str, str]) -> None:
        self._left = words
        self._long_forms = long_forms
        self._said: dict[str, list[str]] = {part: [] for part in _PARTS}
        self.say = cache(self._say)
        """Writes a text as it is said, as a sentence: first to see whether it finds room, then to add it."""

    def _say(self, text: str) -> str:
        said = read_aloud(text, self._long_forms)
        return said if not said or said[-1] in ".!?" or said[-2:] in (".”", "!”", "?”") else f"{said}."

    def has_room(self, *texts: str) -> bool:
        """Tell whether all of these sentences would find room."""
        return sum(len(self.say(text).split()) for text in texts) <= self._left

    def add(self, part: str, *texts: str) -> bool:
        """Add sentences to a paragraph if all of them find room; tell whether they did."""
        said = [sentence for text in texts if (sentence := self.say(text))]
        words = sum(len(sentence.split()) for sentence in said)
        if not said or words > self._left:
            return False
        self._left -= words
        self._said[part] += said
        return True

    def add_whole(self, part: str, text: str) -> None:
        """Add what the editors wrote, whatever room it takes; they were told where it is too long."""
        self._said[part].append(self.say(text))

    def add_while(self, part: str, texts: Iterable[str]) -> int:
        """Add one after another until one finds no room; tell how many did."""
        count = 0
        for text in texts:
            if not self.add(part, text):
                break
            count += 1
        return count

    def said(self) -> Iterator[str]:
        """Yield what is there so far, sentence by sentence."""
        return (sentence for said in self._said.values() for sentence in said)

    def paragraphs(self) -> tuple[str, ...]:
        """Give what is there, in the order in which it is read."""
        return tuple(" ".join(said) for said in self._said.values() if said)


def loudspeaker_text(model: Model, setting: Loudspeaker, long_forms: Mapping[str, str]) -> LoudspeakerText:
    """Write what is read out of a model; `long_forms` gives what the editors' abbreviations stand for."""
    composition = _Composition(setting.seconds * WORDS_A_MINUTE // 60, long_forms)
    composition.add("opening", setting.opening)
    composition.add("closing", setting.closing)
    if model.loudspeaker:
        composition.add_whole("what", model.loudspeaker)
    else:
        _compose(composition, model)
    paragraphs = composition.paragraphs()
    return LoudspeakerText(paragraphs, _slow_names(model, " ".join(paragraphs), long_forms), bool(model.loudspeaker))


def _compose(composition: _Composition, model: Model) -> None:
    title = " ".join(composition.say(model.title).rstrip(".").split()[:_CUT])
    composition.add("title", f"{_kind(model)}{_quoted(title)}.")
    if model.notice and not composition.add("notice", f"Xin lưu ý: {model.notice}"):
        composition.add("notice", "Bài này có điều cần lưu ý, xin xem trên trang trước khi làm theo.")
    summary = _sentences(model.summary)
    summary_said = composition.add_while("what", summary[:1])
    composition.add("title", _where(model))
    composition.add("title", _who(model))
    composition.add("asking", _whom_to_ask(model))
    composition.add("asking", _source(model.sources))
    if summary_said:
        composition.add_while("what", summary[1:])
    results = composition.add_while("result", _results(model.results))
    if model.guide:
        _add_steps(composition, model.guide)
    _add_story(composition, "what", model.story.method)
    if not results:
        _add_story(composition, "result", model.story.effect)


def _kind(model: Model) -> str:
    """Give the word for what it is, before its title; a title that begins with that word says it itself."""
    kind = MODEL_KINDS[model.kind]
    return "" if model.title.casefold().startswith(kind.casefold()) else f"{kind}: "


def _quoted(title: str) -> str:
    """Put a title between quotation marks, unless it has some."""
    return title if "“" in title else f"“{title}”"


def _add_steps(composition: _Composition, guide: Guide) -> None:
    count = len(guide.steps)
    if not count:
        return
    first, *others = (f"Bước {number}: {step}" for number, step in enumerate(guide.steps, 1))
    opening = f"Muốn làm theo, có {count} bước."
    if not composition.has_room(opening, first, _MORE_STEPS if others else ""):
        return
    composition.add("steps", opening, first)
    for number, step in enumerate(others, 2):
        if not composition.has_room(step, "" if number == count else _MORE_STEPS):
            composition.add("steps", _MORE_STEPS)
            return
        composition.add("steps", step)


def _where(model: Model) -> str:
    """Say where it is, by the names of its time and by today's where these are others."""
    named = list(dict.fromkeys(map(_then_and_now, model.places)))
    more = f" và {len(named) - _PLACES} nơi khác" if len(named) > _PLACES else ""
    return f"Nơi làm: {'; '.join(named[:_PLACES])}{more}."


def _then_and_now(locality: Locality) -> str:
    """Say a place by the names of one time, and by today's behind “nay thuộc”, so that no name stands in another's time."""
    place, detail = locality.place, _detail(locality)
    lead = f"{detail}, " if detail else ""
    if isinstance(place, Body):
        return f"{lead}{place.name}"
    province = place.province.full_name
    today = f"{place.commune.full_name}, {province}" if place.commune else province
    if not (place.former_commune or place.former_district or place.former_province or place.unlisted):
        return f"{lead}nay thuộc {today}" if _FORMER.search(detail) else f"{lead}{today}"
    then = uncapitalised(place_then(locality.written))
    if place.commune:
        return f"{lead}{then}, nay thuộc {today}"
    before = place.former_province
    if before is None or match_key(before.name) == match_key(place.province.name):
        return f"{lead}{then} cũ, {today}"
    within = "" if match_key(before.full_name) in match_key(then) else f", {before.full_name}"
    return f"{lead}{then}{within} cũ, nay thuộc {today}"


def _detail(locality: Locality) -> str:
    """Give what says more of a place, without what only readers of its source can use."""
    return "" if _ASIDE.match(locality.detail) else locality.detail


def _who(model: Model) -> str:
    leading = [host.name for host in model.hosts if host.role == "chu-tri"][:_HOSTS]
    helping = [host.name for host in model.hosts if host.role != "chu-tri"][: _HOSTS - len(leading)]
    more = len(model.hosts) - len(leading) - len(helping)
    named = " và ".join([", ".join(leading[:-1]), leading[-1]] if len(leading) > 1 else leading)
    parts = [
        named,
        f"cùng với {', '.join(map(host_amid, helping))}" if helping else "",
        f"và {more} đơn vị khác" if more else "",
    ]
    return f"{_DOERS[model.subject]}: {', '.join(filter(None, parts))}."


def _results(results: Iterable[Result]) -> Iterator[str]:
    """Yield the results; a year tells of when a number is, which may count many years before, and stands once where it is one."""
    told = list(results)[:_RESULTS]
    years = {result.year for result in told}
    common = f", số liệu năm {told[0].year}" if len(told) > 1 and len(years) == 1 and told[0].year else ""
    for number, result in enumerate(told):
        unit = f" {result.unit}" if result.unit else ""
        year = f", số liệu năm {result.year}" if result.year and not common else ""
        opening = "" if number else f"Kết quả đo được{common}. "
        yield f"{opening}{capitalised(result.measure)}: {_change(result)}{result_number(result)}{unit}{year}."


def _change(result: Result) -> str:
    """Say from what a number went up or down."""
    if result.before is None:
        return ""
    way = "lên" if result.after > result.before else "xuống"
    return f"từ {write_number(result.before)} {way if result.after != result.before else 'thành'} "


def _whom_to_ask(model: Model) -> str:
    contact = model.contact
    if contact is None:
        return f"Muốn biết thêm, xin hỏi {bodies_of_today(model)}."
    phone = f", số điện thoại {contact.phone}" if contact.phone else ""
    return f"Muốn biết thêm, xin hỏi {contact.host}{phone}."


def _source(sources: tuple[Source, ...]) -> str:
    first = sources[0]
    who = f"bài {_quoted(first.title)}" if first.publisher.casefold().startswith("chưa rõ") else first.publisher
    day = f", ngày {write_date(first.day)}" if first.day else ""
    more = f", và {len(sources) - 1} nguồn khác" if len(sources) > 1 else ""
    return f"Theo {who}{day}{more}."


def _add_story(composition: _Composition, part: str, markdown: str) -> None:
    """Add a section of the story by paragraphs, as long as they find room whole: broken off, a tale has no end."""
    paragraphs = plain_paragraphs(part_questions(markdown).rest)  # without lists, tables and questions to the parts
    sentences = ([sentence.strip() for sentence in _sentences(paragraph)] for paragraph in paragraphs)
    for paragraph in heard(sentences, composition.said, composition.say):
        if not composition.add(part, *paragraph):
            return


def _sentences(text: str) -> list[str]:
    return [sentence for _, sentence in sentences_in(text) if sentence.strip()]


def _slow_names(model: Model, read: str, long_forms: Mapping[str, str]) -> tuple[str, ...]:
    """Give the names of places and bodies that are read, each once and none that is part of another, as they are said."""
    places = (part for locality in model.places for part in _names_of(locality))
    names = (name for name in (*places, *(host.name for host in model.hosts)) if _NAME.search(name))
    heard = read.casefold()
    said = {name.casefold(): name for one in names if (name := read_aloud(one, long_forms)).casefold() in heard}
    alone = (name for key, name in said.items() if not any(key in other for other in said if other != key))
    return tuple(islice(alone, _SLOW))


def _names_of(locality: Locality) -> Iterator[str]:
    place = locality.place
    if isinstance(place, Body):
        yield place.name
        return
    yield from _ASIDE.split(_detail(locality))
    if place.commune:
        yield place.commune.full_name
    yield from locality.written.split(", ")[:-1]
