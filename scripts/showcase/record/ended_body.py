"""Bodies that are no more are known by their names alone, and who answers in their stead by their place.

Districts ended on 2025-07-01; in February 2025 the Ban Dân vận and the Ban Tuyên giáo became one. What answers is the body
that every commune of today has, or the province's committee that took the two over.
"""

import re
from collections.abc import Iterator

from showcase.record.place import Body, Place
from showcase.record.unit import Unit
from showcase.words.text import match_key

__all__ = ["body_of_today", "has_ended"]

_MERGED = re.compile(rf"{match_key('ban dân vận')}(?!\w)|{match_key('ban tuyên giáo')}(?! {match_key('và dân vận')})")
_WORDS = ("quận", "huyện", "thị xã", "thị trấn", "quận ủy", "huyện ủy", "thị ủy", "thị đoàn")
_DISTRICT = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, map(match_key, _WORDS)))})(?!\w)")
_CITY = ("thành phố", "tp", "tp.", "thành ủy", "thành đoàn")
"""How a city below a province was named, its party committee and its youth union."""
_UNIONS = frozenset({"mat-tran", "hoi-phu-nu", "hoi-nong-dan", "hoi-cuu-chien-binh", "doan-thanh-nien", "to-dan-van"})
"""Kinds of hosts that belong to the Front, or work under it."""
_POLICE = "Công an"
"""They have one in every commune of today, and one of the province above it."""
_LARGEST = "Hồ Chí Minh"


def has_ended(name: str, place: Place | Body | None) -> bool:
    """Tell whether a body's name says that it is no more: by its kind, or by a unit of its place that is no more."""
    key = match_key(name)
    if _MERGED.search(key) or _DISTRICT.search(key):
        return True
    return isinstance(place, Place) and any(f" {gone} " in f" {key} " for gone in _names_gone(place))


def _names_gone(place: Place) -> Iterator[str]:
    """Yield the names of the place's former units that no unit of today bears there."""
    today = {name for unit in (place.commune, place.province) if unit for name in _names(unit)}
    for unit in (place.former_commune, place.former_district, place.former_province):
        if unit:
            yield from (name for name in _names(unit) if name not in today)


def _names(unit: Unit) -> Iterator[str]:
    kinds = _CITY if unit.kind == "thành phố" else (unit.kind,)
    return (match_key(f"{kind} {unit.name}") for kind in kinds)


def body_of_today(place: Place | Body, kind: str, ended: str = "") -> str:
    """Name the body of today that may know of a host of that kind: of the commune if that is known, else of the province.

    A committee that `ended` by a merger has one successor, wherever it was.
    """
    province, key = place.province, match_key(ended)
    commune = place.commune if isinstance(place, Place) else None
    if province is None or (_MERGED.search(key) and match_key("trung ương") in key):
        return "Ban Tuyên giáo và Dân vận Trung ương"
    if key.startswith(match_key(_POLICE)) or (kind == "cong-an" and not key):
        return f"{_POLICE} {commune.full_name}, {province.full_name}" if commune else f"{_POLICE} {province.full_name}"
    if commune and not _MERGED.search(key):
        body = "Ủy ban Mặt trận Tổ quốc Việt Nam" if kind in _UNIONS else "Ủy ban nhân dân"
        return f"{body} {commune.full_name}, {province.full_name}"
    name = f"TP. {_LARGEST}" if province.name.endswith(_LARGEST) else province.name
    return f"Ban Tuyên giáo và Dân vận {'Tỉnh ủy' if province.kind == 'tỉnh' else 'Thành ủy'} {name}"
