"""A new model's folder is named by its place and its title, and lies in the folder of its province of today."""

import re
from collections.abc import Iterable, Mapping

from showcase.exchange.layout import Path
from showcase.reading.form import ID
from showcase.record.units import Gazetteer, Unit
from showcase.record.written_place import parts_of
from showcase.words.filenames import is_reserved
from showcase.words.text import slug

__all__ = ["NOWHERE", "id_of", "is_id", "province_folder"]

_DASH = re.compile(r"\s[-–—]\s")
_SHORTEST, _LONGEST = 3, 60
NOWHERE = "khac"
"""The folder of models without a province, such as those of bodies of the whole country."""


def is_id(text: str) -> bool:
    """Tell whether a text can be the id of a model as it stands; a number alone is the number of a row."""
    return ID.read(text) is not None and len(text) >= _SHORTEST and not text.isdigit() and not is_reserved(text)


def id_of(values: Mapping[Path, str], taken: set[str]) -> str:
    """Make an id that is not taken of a title and of the smallest unit of its place; '' where there is no letter."""
    place = parts_of(values.get(("dia_diem", 0, "noi"), ""))
    words = [*(slug(place[0].key).split("-") if place else ()), *slug(values.get(("tieu_de",), "")).split("-")]
    name = ""
    for word in filter(None, words):
        longer = f"{name}-{word}".strip("-")
        if len(longer) > _LONGEST:
            break
        name = longer
    if not is_id(name):
        name = f"mo-hinh-{name}".strip("-") if name else ""
    return (
        next(one for one in (name, *(f"{name}-{number}" for number in range(2, 100_000))) if one not in taken)
        if name
        else ""
    )


def province_folder(values: Mapping[Path, str], gazetteer: Gazetteer) -> str:
    """Name the folder of the province of today in which the first place lies, or that it ends with where it is not known whole."""
    written = values.get(("dia_diem", 0, "noi"), "") or values.get(("dia_diem", 0, "tinh"), "")
    if not written:
        return NOWHERE
    resolution = gazetteer.resolve(written, values.get(("dia_diem", 0, "hien_nay")))
    province = resolution.place.province if resolution.place else _at_its_end(written, resolution.candidates, gazetteer)
    return gazetteer.slug_of(province) if province else NOWHERE


def _at_its_end(written: str, candidates: Iterable[str], gazetteer: Gazetteer) -> Unit | None:
    """Give the province that ends a name, or else that of all names that may be meant."""
    parts = parts_of(written)
    ends = (parts[-1].text, _DASH.split(parts[-1].text)[-1]) if parts else ()
    if found := next(filter(None, map(gazetteer.province_alone, ends)), None):
        return found
    places = [gazetteer.resolve(candidate).place for candidate in candidates]
    meant = {place.province if place else None for place in places}
    return meant.pop() if len(meant) == 1 else None
