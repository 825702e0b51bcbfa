"""Asks whether every address that was ever published still leads to what it led to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from showcase.record.addresses import (
    ADDRESSES,
    DOCUMENT,
    EVENT,
    MODEL,
    PAGES,
    DamagedLine,
    PublishedId,
    PublishedPage,
    read_ids,
    read_pages,
)
from showcase.record.declaration import Declaration
from showcase.record.intake import Intake, UnexpectedKind
from showcase.record.submission import Submission
from showcase.rules.declaring import declared_by_events
from showcase.rules.known_models import MOST_PROPOSED
from showcase.rules.setting import Setting
from showcase.rules.wording import listed, quote
from showcase.words.dates import write_date
from showcase.words.problem import Problem, Severity, Spot
from showcase.words.text import fold, slug

NAME = "dia_chi_da_dang"

_MANY = 3
"""Ids: of so few that are lost each is told, however few there are in all."""
_SAME = 0.8
"""Share of the words of two titles that both have: from here on it is one that was corrected."""


def check(intake: Intake, setting: Setting) -> Iterator[Problem]:
    """Địa chỉ đã đăng không mất, và không dẫn sang bài khác.

    Sổ `_addresses.tsv` ghi mỗi mã đã từng đăng một dòng: loại, mã, ngày đăng lần đầu, tiêu đề khi ấy. Lệnh
    `showcase release` chỉ thêm dòng; không ai sửa hay xóa dòng nào. Mỗi mã trong sổ phải là mã của một mô hình, một mã cũ
    ở `duong_dan_cu`, hoặc một mô hình đã gỡ có `go_bo`; sự kiện cũng vậy, còn văn bản đã đăng thì giữ tệp và tên tệp. Đổi tên thư mục thì ghi mã trước đây vào `duong_dan_cu`, gỡ bài
    thì giữ thư mục và ghi `go_bo`. Mã đã dùng không đặt cho mô hình khác. Sổ `_pages.tsv` ghi các trang danh
    sách, và các bài đã gỡ: `go_bo` của chúng không mất.

    Sai: đổi tên thư mục `cho-sach` thành `cho-van-minh` rồi thôi. Đúng: đổi tên và thêm `duong_dan_cu: [cho-sach]`.
    """
    events = declared_by_events(intake, setting)
    notices: dict[tuple[str, str], PublishedPage] = {}
    if intake.pages:
        pages = list(read_pages(intake.pages.text))
        yield from _damaged(intake.pages, pages)
        notices = {one.taken_down: one for one in pages if isinstance(one, PublishedPage) and one.taken_down}
        yield from _returned(((MODEL, intake.models), (EVENT, events)), intake.pages.path, notices)
        yield from _emptied(intake, pages)
    if intake.addresses:
        lines = list(read_ids(intake.addresses.text))
        yield from _damaged(intake.addresses, lines)
        yield from _lost_files(intake, events, lines, notices)
        published: dict[str, PublishedId] = {}
        for one in lines:
            if isinstance(one, PublishedId) and one.kind == MODEL:
                published.setdefault(one.id, one)
        yield from _lost(intake, intake.addresses.path, published, notices)
        yield from _taken(intake, intake.addresses.path, published)


def _lost_files(
    intake: Intake,
    events: Sequence[Declaration],
    lines: Iterable[PublishedId | DamagedLine],
    notices: Mapping[tuple[str, str], PublishedPage],
) -> Iterator[Problem]:
    """Tell of events and documents that were published and are not there by now, neither by their id nor by one of before."""
    there = {
        EVENT: {event.name for event in events} | {said.value for event in events for said in event.former_ids},
        DOCUMENT: {document.name for document in intake.documents},
    }
    for one in lines:
        if isinstance(one, PublishedId) and one.kind in there and one.id not in there[one.kind]:
            sentence = _lost_file(one, is_notice=(one.kind, one.id) in notices)
            yield Problem(Spot(f"{intake.root}/{ADDRESSES}", one.line), Severity.ERROR, NAME, sentence)


def _lost_file(one: PublishedId, *, is_notice: bool) -> str:
    if is_notice:
        return f"Thông báo gỡ bài ở /{one.kind}/{one.id}/ nay mất. Hãy lấy lại sự kiện {quote(one.id)} cùng 'go_bo' của nó."
    lost = f"Địa chỉ đã đăng nay mất: /{one.kind}/{one.id}/ ({quote(one.title)})."
    if one.kind == DOCUMENT:
        return f"{lost} Hãy lấy lại tệp '_documents/{one.id}.yaml'; nếu đã đổi tên tệp, hãy trả lại tên cũ."
    return f"{lost} Hãy lấy lại tệp '_events/{one.id}.yaml'; nếu gỡ bài, ghi 'go_bo' ở đó; nếu đã đổi tên tệp, thêm mã này vào 'duong_dan_cu' của sự kiện."


def _emptied(intake: Intake, pages: Iterable[object]) -> Iterator[Problem]:
    """Tell of a ledger of ids that is gone or empty: both are written at once, so where there are pages there were ids."""
    is_empty = intake.addresses is None or not intake.addresses.text.strip()
    if is_empty and any(isinstance(one, PublishedPage) for one in pages):
        path = f"{intake.root}/{ADDRESSES}"
        sentence = f"Sổ {path} mất hoặc trống, trong khi {PAGES} cùng thư mục vẫn còn. Hãy lấy lại sổ từ bản trước trong git; không có nó thì địa chỉ đã đăng mất đi mà không ai hay."
        yield Problem(Spot(path), Severity.ERROR, NAME, sentence)


def _damaged(ledger: Submission, lines: Iterable[object]) -> Iterator[Problem]:
    for one in lines:
        if isinstance(one, DamagedLine):
            sentence = (
                f"Dòng này của sổ đã hỏng: {one.why}. Hãy lấy lại dòng này từ bản trước trong git; không sửa tay."
            )
            yield Problem(Spot(ledger.path, one.line), Severity.ERROR, NAME, sentence)


def _returned(
    kinds: Iterable[tuple[str, Sequence[Declaration]]], path: str, notices: Mapping[tuple[str, str], PublishedPage]
) -> Iterator[Problem]:
    """Tell of what was taken down and would be on show again, as when an old copy was put in its place."""
    for kind, records in kinds if notices else ():
        what = "Mô hình" if kind == MODEL else "Sự kiện"
        for one in records:
            if (notice := notices.get((kind, one.name))) and not one.taken_down:
                sentence = f"{what} này đã gỡ ngày {write_date(notice.day)} ({path}:{notice.line}) mà nay không còn 'go_bo', nên bài sẽ hiện lại. Hãy ghi lại 'go_bo'; nếu thật sự đăng lại, hãy xóa dòng ấy khỏi sổ."
                yield one.error(NAME, None, sentence)


def _lost(
    intake: Intake, path: str, published: Mapping[str, PublishedId], notices: Mapping[tuple[str, str], PublishedPage]
) -> Iterator[Problem]:
    """Tell of ids that lead nowhere; of very many at once, for then something else is wrong."""
    known = {model.name.strip().casefold() for model in intake.models}
    known |= {former.value for model in intake.models for former in model.former_ids}
    aside = {} if known.issuperset(published) else _aside(intake)
    lost = [one for one in published.values() if one.id not in known and aside.get(one.id, "?") is not None]
    if len(lost) > max(_MANY, len(published) // 10) or 1 < len(lost) == len(published):
        some = listed([quote(one.id) for one in lost[:_MANY]], "và")
        sentence = f"{len(lost)} trong {len(published)} mã đã đăng nay không còn mô hình, trong đó có {some}. Có lẽ thư mục bị chép thiếu, hoặc git lấy về chưa đủ: hãy lấy lại. Nếu đổi tên hay gỡ thật, hãy ghi 'duong_dan_cu' hoặc 'go_bo' cho từng mô hình."
        yield Problem(Spot(path), Severity.ERROR, NAME, sentence)
        return
    new = {model.name: model for model in intake.models if model.name not in published} if lost else {}
    titles = {fold(model.title.value): model for model in new.values()}
    for number, one in enumerate(lost):
        if (MODEL, one.id) in notices:
            sentence = f"Thông báo gỡ bài ở /mo-hinh/{one.id}/ nay mất. Hãy lấy lại thư mục {quote(one.id)} cùng 'go_bo' của nó."
        else:
            meant = titles.get(fold(one.title)) or (_likely(one, new) if number < MOST_PROPOSED else None)
            way_out = _way_out(one, meant, aside.get(one.id))
            sentence = f"Địa chỉ đã đăng nay mất: /mo-hinh/{one.id}/ ({quote(one.title)}). {way_out}"
        yield Problem(Spot(path, one.line), Severity.ERROR, NAME, sentence)


def _aside(intake: Intake) -> dict[str, str | None]:
    """Give for the names in paths that could not be read the path of a draft, None where an error tells of it already."""
    found: dict[str, str | None] = {}
    for one in intake.unexpected:
        is_draft = one.kind is UnexpectedKind.HIDDEN_MODEL
        for name in one.path.split("/")[-2:]:
            found.setdefault(name.lstrip("_."), one.path if is_draft else None)
    return found


def _way_out(one: PublishedId, meant: Declaration | None, draft: str | None) -> str:
    if draft:
        return f"Mô hình nay ở {draft}, nơi không được đọc: hãy đưa trở lại; nếu gỡ bài, hãy ghi 'go_bo' ở đó."
    if meant:
        return f"Có lẽ nay là {meant.path}: nếu đúng, hãy thêm mã {quote(one.id)} vào 'duong_dan_cu' ở đó; nếu đã gỡ bài, hãy lấy lại thư mục cũ và ghi 'go_bo'."
    return f"Hãy lấy lại thư mục {quote(one.id)}; nếu gỡ bài, ghi 'go_bo' ở đó; nếu đã gộp vào mô hình khác, thêm mã này vào 'duong_dan_cu' của mô hình ấy."


def _likely(one: PublishedId, new: Mapping[str, Declaration]) -> Declaration | None:
    """Give the model without a published id that looks most like one that is lost: by its title, or else by its id."""
    by_title = next((model for model in new.values() if _is_alike(model.title.value, one.title)), None)
    return by_title or next((model for name, model in new.items() if _shared(name, one.id) >= _SAME), None)


def _taken(intake: Intake, path: str, published: Mapping[str, PublishedId]) -> Iterator[Problem]:
    """Tell of ids that another model has by now: its title is another, and something besides says that it is no correction."""
    others = [model for model in intake.models if (one := published.get(model.name)) and model.title.value != one.title]
    if not others:
        return
    new = {model.title.value: model for model in intake.models if model.name not in published}
    titles = {one.title: one for one in published.values()}
    for model in others:
        one, title = published[model.name], model.title.value
        moved, owner = new.get(one.title), titles.get(title, one)
        is_other_day = bool(model.published) and model.published != one.day.isoformat()
        if title and (
            (is_other_day and not _is_alike(title, one.title))
            or ((moved or owner.id != one.id) and not _is_alike(title, one.title) and _shared(title, one.title) < 1)
        ):
            way = "Hãy lấy lại mô hình cũ, và"
            if moved and any(former.value == one.id for former in moved.former_ids):
                way = f"Mô hình cũ nay ở {moved.path}: hãy"
            elif moved:
                way = f"Mô hình cũ nay ở {moved.path}: hãy thêm mã {quote(one.id)} vào 'duong_dan_cu' ở đó, và"
            sentence = f"Mã {quote(one.id)} đã đăng ngày {write_date(one.day)} cho mô hình khác: {quote(one.title)} ({path}:{one.line}). {way} đặt mã khác cho mô hình này."
            if is_other_day:
                sentence += f" Nếu vẫn là mô hình ấy, hãy giữ 'ngay_dang: {one.day.isoformat()}'."
            yield model.error(NAME, model.title, sentence)


def _is_alike(one: str, other: str) -> bool:
    """Tell whether two titles share four fifths of their words."""
    words, others = _words(one), _words(other)
    return len(words & others) >= _SAME * len(words | others)


def _shared(one: str, other: str) -> float:
    """Give the share of the words of the shorter title, or id, that the other one has."""
    words, others = _words(one), _words(other)
    return len(words & others) / min(len(words), len(others))


def _words(text: str) -> set[str]:
    return set(slug(text).split("-"))
