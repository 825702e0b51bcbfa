"""Writes an invention for other generators: the same words as Markdown, with front matter or with everything in the text."""

from collections.abc import Iterator

from showcase.words.text import slug

from bench.as_yaml import as_yaml
from bench.invention import Invention, Value

_SECTIONS = {"boi_canh": "Bối cảnh", "cach_lam": "Cách làm", "hieu_qua": "Hiệu quả", "bai_hoc": "Bài học"}


def with_front_matter(invention: Invention) -> str:
    """Write a page whose facts are data for a theme, with the lists that it belongs to; the text is the story."""
    sheet: list[Value] = ["lamtheo"] if "lam_theo" in invention.entries else []
    return _with_head(invention, _lists(invention) | {"outputs": ["html", *sheet]})


def with_two_lists(invention: Invention) -> str:
    """Write the same page for a theme that makes nothing but it, and lists by field and by province."""
    lists = _lists(invention)
    return _with_head(invention, {key: lists[key] for key in ("linh_vuc", "tinh")})


def with_all_in_text(invention: Invention) -> str:
    """Write a page that needs no theme to know of models: facts, story, steps and sources follow each other."""
    return "\n".join(_whole(invention.entries)).replace("@story@", _story(invention))


def _with_head(invention: Invention, more: dict[str, Value]) -> str:
    facts = {key: value for key, value in invention.entries.items() if key not in ("noi_dung", "tieu_de", "ngay_dang")}
    head = {"title": invention.entries["tieu_de"], "date": invention.entries["ngay_dang"]}
    return f"---\n{as_yaml(head | facts | more)}---\n{_story(invention)}"


def _lists(invention: Invention) -> dict[str, Value]:
    """Name the lists by place and field that our own site has for this model too."""
    places = [spot.place for spot in invention.spots]
    provinces = [place.province for place in places]
    field = str(invention.entries["linh_vuc"])
    lists: dict[str, Value] = {
        "tinh": _once(unit.name for unit in provinces),
        "tinh_linh_vuc": _once(f"{slug(unit.name)}-{field}" for unit in provinces),
        "xa": _once(f"{place.commune.full_name}, {place.province.name}" for place in places if place.commune),
        "huyen_cu": _once(
            f"{place.former_district.full_name}, {place.former_province.name}"
            for place in places
            if place.former_district and place.former_province
        ),
        "tinh_cu": _once(place.former_province.name for place in places if place.former_province),
    }
    return {key: value for key, value in lists.items() if value} | {"linh_vuc": [field]}


def _once(names: Iterator[str]) -> list[Value]:
    return list(dict.fromkeys(names))


def _story(invention: Invention) -> str:
    story = invention.entries["noi_dung"]
    texts = story.items() if isinstance(story, dict) else ()
    return "\n".join(f"## {_SECTIONS[key]}\n\n{text}\n" for key, text in texts)


def _whole(entries: dict[str, Value]) -> Iterator[str]:
    yield f"# {entries['tieu_de']}\n\n{entries['tom_tat']}\n"
    yield from (
        f"- {line}" for key in ("dia_diem", "don_vi", "lich_su", "ket_qua") for line in _lines(entries.get(key, []))
    )
    yield "\n@story@"
    if "lam_theo" in entries:
        yield "## Làm theo\n"
        yield from (f"1. {line}" for line in _lines(entries["lam_theo"]))
    yield "\n## Nguồn\n"
    yield from (f"1. {line}" for line in _lines(entries["nguon"]))


def _lines(value: Value) -> Iterator[str]:
    """Write one line for each item, its values one after the other."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield ", ".join(line for part in value.values() for line in _lines(part))
    else:
        yield from (line for part in value for line in _lines(part))
