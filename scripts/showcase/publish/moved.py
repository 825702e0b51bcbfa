"""What stands at an address that something had and has no more: it leads by one step to what is there, or says so in its own kind.

No host can be counted on to redirect, so a page stands at the address of a page, and leads on. A file is fetched by programs,
which follow no page: where the model has one like it today, those bytes stand at the former address too; where it has none,
data and texts say so and name the page, and pictures give way to that of the site. Of other files nothing can stand there;
hosts that read rules lead on from them too (`publish/redirect_rules.py`).
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import NamedTuple

from showcase.publish.context import Context
from showcase.publish.facts import catalogue, listings, model_image, share_of_site_at
from showcase.publish.kept_pages import nearest
from showcase.publish.output import Output, page
from showcase.publish.pictures import picture
from showcase.record.summary import Summary
from showcase.views import address
from showcase.views.model_page import head_of
from showcase.views.page import SITE_PICTURE
from showcase.views.picture import photo_picture
from showcase.views.redirect_page import redirect_page
from showcase.views.share_picture import has_own

OF_MODELS = (
    "mo-hinh/*/",
    "mo-hinh/*/lam-theo/",
    "mo-hinh/*/phat-thanh/",
    "mo-hinh/*/phat-thanh.txt",
    "mo-hinh/*/chia-se.jpg",
    "mo-hinh/*/chia-se.png",
    "mo-hinh/*/du-lieu.json",
    "mo-hinh/*/bao-chi/",
    "mo-hinh/*/bao-chi/*.bib",
    "mo-hinh/*/bao-chi/*.ris",
    "mo-hinh/*/luu.html",
)
"""All that a model may have: what a renamed one takes along, and what gives way to a notice where one was taken down."""

OF_EVENTS = ("su-kien/*/chia-se.png",)
"""The same of events, the pages of which lead on in their own family."""
_MOVED, _GONE = "Bài này đã chuyển địa chỉ", "Trang này không còn"
_NO_FILE = "Tệp này không còn ở đây."


class Way(NamedTuple):
    """A former address and the one that it leads to; `about` says what it belongs to, `output` what stands there, if anything can."""

    address: str
    leads_to: str
    about: str
    output: Output | None


def ways_of_ids(context: Context, there: Mapping[str, Output]) -> Iterator[Way]:
    """Yield the ways from all former ids, and those to the notices of what was taken down; `there` are outputs by address."""
    everything = context.shared(catalogue)
    for model in (*everything.models, *everything.taken_down):
        for name in (*model.former_ids, *((model.id,) if model.taken_down else ())):
            for pattern in OF_MODELS:
                if pattern.replace("*", name) not in there:
                    yield _way(pattern, name, model.id, there)
            if not model.taken_down:
                yield from _ways_of_photos(name, model)
    for event in (*context.events(), *context.events_taken_down()):
        for name in (*event.former_ids, *((event.id,) if event.takedown else ())):
            for pattern in OF_EVENTS:
                former, today = (pattern.replace("*", one) for one in (name, event.id))
                if former not in there:
                    yield _way_of_file(former, today, address.event(event.id), f"su-kien:{event.id}", there)


def _ways_of_photos(name: str, model: Summary) -> Iterator[Way]:
    """Yield the largest size of each photo, under the names that had a former id in them."""
    for photo in model.pictures():
        former, today = (photo_picture(photo, one).jpeg[-1] for one in (name, model.id))
        key = (str(PurePosixPath(model.path).parent / photo.file), former)
        output = Output(former.path, picture, key, is_named_by_content=True, owner=model.id, leads_to=today.path)
        yield Way(former.path, today.path, f"mo-hinh:{model.id}", output)


def _way(pattern: str, name: str, model_id: str, there: Mapping[str, Output]) -> Way:
    former, today, main = pattern.replace("*", name), pattern.replace("*", model_id), address.model(model_id)
    about = f"mo-hinh:{model_id}"
    is_there = name != model_id and today in there
    if former.endswith("/"):
        target = today if is_there else main
        led = page(former, _redirect, former, target, model_id, about=about, leads_to=target)
        return Way(former, target, about, led)
    if former.endswith(".html") and not is_there:
        return Way(former, main, about, Output(former, _redirect, (former, main, model_id), leads_to=main))
    return _way_of_file(former, today, main, about, there)


def _way_of_file(former: str, today: str, main: str, about: str, there: Mapping[str, Output]) -> Way:
    """Give the way from a file to the one of today, the same file; where there is none, to the page that it lay beside."""
    if former != today and (output := there.get(today)):
        return Way(former, today, about, output._replace(path=former, leads_to=today))
    return Way(former, main, about, _stand_in(former, main, there))


def ways_of_files(context: Context, there: Mapping[str, Output]) -> Iterator[Way]:
    """Yield the ways from files that are no more to the page beside which they lay; from a photo to its model."""
    lists, site, today = context.shared(listings), context.settings.site, _ids_of_today(context)
    gone = [f"{one.address}{SITE_PICTURE}" for one in context.published_pages() if one.address not in lists]
    former = {where: where for where in gone if has_own(where, site)}
    for one in context.published_files():
        former[one.address] = f"{address.model(today.get(one.title, ''))}anh" if one.title else one.address
    for where, beside in former.items():
        if where not in there:
            leads_to = nearest(beside, there)
            about = there[leads_to].about if leads_to in there else ""
            yield Way(where, leads_to, about, _stand_in(where, leads_to, there))


def _ids_of_today(context: Context) -> dict[str, str]:
    """Give for every id that a model has, or had, the one of today."""
    return {name: model.id for model in context.summaries().values() for name in (model.id, *model.former_ids)}


def _stand_in(where: str, leads_to: str, there: Mapping[str, Output]) -> Output | None:
    """Give what stands where a file was, None where its kind can say nothing."""
    if where.endswith(".json"):
        return Output(where, _data, (leads_to,), leads_to=leads_to)
    if where.endswith(".txt"):
        return Output(where, _text, (leads_to,), leads_to=leads_to)
    if where.endswith(".png") and SITE_PICTURE in there:
        return Output(where, _picture, leads_to=leads_to)
    return None


def _redirect(context: Context, former: str, target: str, model_id: str) -> bytes:
    site, is_moved = context.settings.site, former.split("/")[1] != model_id
    head = head_of(context.summary(model_id), context.fact(model_image, model_id), site, context.reference)
    view = redirect_page(former, replace(head, address=target), title=_MOVED if is_moved else _GONE)
    return context.render("redirect.html", view)


def _data(context: Context, leads_to: str) -> bytes:
    where = context.settings.site.absolute(leads_to) or leads_to
    said = {"phien_ban": address.DATA_VERSION, "thong_bao": _NO_FILE, "dan_toi": where}
    return json.dumps(said, ensure_ascii=False).encode() + b"\n"


def _text(context: Context, leads_to: str) -> bytes:
    return f"{_NO_FILE} Xem: {context.settings.site.absolute(leads_to) or leads_to}\n".encode()


def _picture(context: Context) -> bytes:
    return context.share_picture(context.fact(share_of_site_at))
