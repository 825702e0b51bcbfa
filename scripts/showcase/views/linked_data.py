"""What a page says to machines: the words of schema.org, as JSON-LD (https://schema.org, https://www.w3.org/TR/json-ld11/).

Only whole addresses mean anything there, so a site without one says nothing. Nothing stands here that the page does not show.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from showcase.record.event import Event
from showcase.record.model import Model, Photo, Source
from showcase.record.photo_file import CC_BY, label_of
from showcase.record.units import Place
from showcase.views import address
from showcase.views.page import Head, Image, Link, SiteFacts
from showcase.views.picture import photo_picture
from showcase.views.place_names import place_today
from showcase.words.dates import write_moment

Data = dict[str, object]

LICENCE = CC_BY
"""The licence of texts, drawings and open data."""
_TERMS = f"{address.ABOUT}#nguon-va-giay-phep"
_BODIES = (
    *(
        "ban ",
        "báo ",
        "bộ ",
        "chi hội",
        "cổng ",
        "công an",
        "đài ",
        "đảng",
        "đoàn",
        "dự án",
        "hội",
        "huyện",
        "mặt trận",
    ),
    *("phòng ", "sở ", "tạp chí", "thông tấn", "tổ ", "trung tâm", "trường", "ubnd", "ủy ban"),
)
"""How the names begin of those who are no persons."""


def article(model: Model, head: Head, themes: Iterable[str]) -> Data | None:
    """Say what a model's page is: an article, with its pictures, places and sources; `themes` as readers know them."""
    site = head.site
    said: Data = {
        "@type": "Article",
        "@id": f"{head.canonical}#bai",
        "mainEntityOfPage": head.canonical,
        "headline": head.title,
        "abstract": model.summary,
        "inLanguage": "vi",
        "datePublished": write_moment(model.published),
        "dateModified": write_moment(model.changed),
        "articleSection": head.about,
        "keywords": list(themes),
        "image": [_photo(photo, model.id, site) for photo in model.photos] or _shared(head),
        "contentLocation": [_place(one.place) for one in model.places if isinstance(one.place, Place)],
        "author": _publisher(site),
        "publisher": _publisher(site),
        "license": LICENCE,
        "isAccessibleForFree": True,
        "isBasedOn": [_source(source) for source in model.sources],
    }
    way = Link("Mô hình", address.MODELS), Link(head.about, address.field(model.field))
    return _graph(site, said, _breadcrumbs(head, way))


def collection(head: Head, crumbs: Sequence[Link], total: int, listed: Iterable[str]) -> Data | None:
    """Say what a page of a list is: what is above it, how much the whole list has, and the addresses of what is on this page."""
    site = head.site
    items = [
        {"@type": "ListItem", "position": place, "url": site.absolute(where)} for place, where in enumerate(listed, 1)
    ]
    said: Data = {
        "@type": "CollectionPage",
        "@id": head.canonical,
        "url": head.canonical,
        "name": head.own_title,
        "description": head.description,
        "inLanguage": "vi",
        "isPartOf": _whole(site),
        "license": LICENCE,
        "mainEntity": {"@type": "ItemList", "numberOfItems": total, "itemListElement": items},
    }
    return _graph(site, said, _breadcrumbs(head, crumbs))


def event_data(event: Event, head: Head, crumbs: Sequence[Link]) -> Data | None:
    """Say when and where an event is, and whose; of a year without a day, the year."""
    said: Data = {
        "@type": "Event",
        "@id": f"{head.canonical}#su-kien",
        "url": head.canonical,
        "name": event.title,
        "description": head.description,
        "inLanguage": "vi",
        "startDate": _iso(event.begins) or str(event.in_year),
        "endDate": _iso(event.ends),
        "eventStatus": "https://schema.org/EventScheduled",
        "location": _place(event.place) if event.place else _somewhere(event.scope),
        "organizer": [{"@type": "Organization", "name": host.name} for host in event.hosts],
        "image": [_photo(photo, event.id, head.site) for photo in event.photos] or _shared(head),
        "isBasedOn": [_source(source) for source in event.sources],
    }
    return _graph(head.site, said, _breadcrumbs(head, crumbs))


def dataset(head: Head, files: Iterable[tuple[str, str]]) -> Data | None:
    """Say that the catalogue can be had as data: the paths of its files in the site, each with its type."""
    site = head.site
    said: Data = {
        "@type": "Dataset",
        "@id": f"{site.absolute(address.OPEN_DATA)}#bo-du-lieu",
        "name": f"{site.name}: dữ liệu mở về các mô hình",
        "description": (
            f"{site.description} Dữ liệu mở của mọi mô hình, sự kiện và văn bản trên chuyên trang: nơi làm theo địa giới "
            "cũ và mới, đơn vị, các mốc, kết quả đo được, nguồn."
        ),
        "url": head.canonical,
        "inLanguage": "vi",
        "license": LICENCE,
        "creator": _publisher(site),
        "publisher": _publisher(site),
        "isAccessibleForFree": True,
        "keywords": ["dân vận khéo", "mô hình", "cơ sở"],
        "spatialCoverage": _somewhere("Việt Nam"),
        "distribution": [
            {"@type": "DataDownload", "contentUrl": site.absolute(path), "encodingFormat": kind} for path, kind in files
        ],
    }
    return _graph(site, said)


def website(head: Head, *, is_searched: bool) -> Data | None:
    """Say what the site is, and where its search takes a question."""
    site = head.site
    target = f"{site.absolute(address.MODELS)}?q={{cau_hoi}}"
    search = {"@type": "SearchAction", "target": target, "query-input": "required name=cau_hoi"}
    said: Data = {
        **_whole(site),
        "description": site.description,
        "inLanguage": "vi",
        "publisher": _publisher(site),
        "potentialAction": search if is_searched else None,
    }
    return _graph(site, said)


def path_to(head: Head, crumbs: Sequence[Link]) -> Data | None:
    """Say of any other page where it stands."""
    return _graph(head.site, _breadcrumbs(head, crumbs))


def _graph(site: SiteFacts, *nodes: Data) -> Data | None:
    if not site.url:
        return None
    told = [{key: value for key, value in node.items() if value not in (None, "", [])} for node in nodes]
    return {"@context": "https://schema.org", "@graph": told}


def _breadcrumbs(head: Head, crumbs: Sequence[Link]) -> Data:
    """Write the way from the front page to this one, which is the last and needs no address."""
    way = [Link("Trang đầu", address.HOME), *crumbs, Link(head.own_title, head.address)]
    items = [
        {"@type": "ListItem", "position": place, "name": link.label, "item": head.site.absolute(link.address)}
        for place, link in enumerate(way, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _whole(site: SiteFacts) -> Data:
    return {"@type": "WebSite", "@id": f"{site.absolute('')}#trang", "url": site.absolute(""), "name": site.name}


def _publisher(site: SiteFacts) -> Data:
    return {"@type": "Organization", "name": site.name, "url": site.absolute("")}


def _photo(photo: Photo, owner_id: str, site: SiteFacts) -> Data:
    picture, label = photo_picture(photo, owner_id), label_of(photo)
    return {
        "@type": "ImageObject",
        "contentUrl": site.absolute(picture.src),
        "encodingFormat": "image/jpeg",
        "width": picture.width,
        "height": picture.height,
        "caption": photo.caption or photo.alternative,
        "creator": {"@type": "Organization" if _is_body(photo) else "Person", "name": photo.author},
        "creditText": label.credit,
        "copyrightNotice": label.rights,
        "license": label.licence or site.absolute(_TERMS),
        "acquireLicensePage": site.absolute(_TERMS),
    }


def _is_body(photo: Photo) -> bool:
    return photo.licence == "cua-du-an" or photo.author.casefold().startswith(_BODIES)


def _shared(head: Head) -> Data | None:
    """Say of the picture that is drawn for a page what it is; None where it has none of its own."""
    image: Image | None = head.image
    if image is None:
        return None
    return {
        "@type": "ImageObject",
        "contentUrl": head.picture,
        "encodingFormat": image.type,
        "width": image.width,
        "height": image.height,
        "caption": image.alternative,
        "creator": _publisher(head.site),
        "creditText": head.site.name,
        "copyrightNotice": f"{head.site.name} (CC BY 4.0)",
        "license": LICENCE,
        "acquireLicensePage": head.site.absolute(_TERMS),
    }


def _place(place: Place) -> Data:
    """Write a place as it is today."""
    commune = place.commune.full_name if place.commune else ""
    return {"@type": "Place", "name": place_today(place), "address": _address(place.province.known_as, commune)}


def _somewhere(name: str) -> Data:
    return {"@type": "Place", "name": name, "address": _address()}


def _address(province: str = "", commune: str = "") -> Data:
    parts = {"addressCountry": "VN", "addressRegion": province, "addressLocality": commune}
    return {"@type": "PostalAddress", **{key: part for key, part in parts.items() if part}}


def _source(source: Source) -> Data:
    parts = {"name": source.title, "url": source.url, "datePublished": _iso(source.day)}
    told: Data = {key: part for key, part in parts.items() if part}
    return {"@type": "CreativeWork", **told, "publisher": {"@type": "Organization", "name": source.publisher}}


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
