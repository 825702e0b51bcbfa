"""By what readers narrow a search: the facets of one model, and the panel that offers them all; nothing is searched here."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from showcase.reading.form import LEVELS, MODEL_KINDS, SUBJECTS
from showcase.record.proof import PROOFS
from showcase.record.stage import STAGES, UNKNOWN_STAGE
from showcase.record.summary import Codes, Summary
from showcase.record.units import Gazetteer
from showcase.record.vocabulary import Vocabularies
from showcase.views.page import capitalised

__all__ = ["COMMUNE", "FORMER", "Facet", "Facets", "Option", "facets_of", "search_panel"]

Facets = Mapping[str, tuple[str, ...]]
"""The keys of one model by the name of the facet: `{"linh-vuc": ("kinh-te",), "tinh": ("nghe-an",), …}`."""

HAS = {"so-lieu": "Có số liệu kết quả", "huong-dan": "Có hướng dẫn làm theo", "nhan-rong": "Đã được nhân rộng"}
NO_STAGE = "chua-ro"
"""The key of those of which no milestone says a stage."""
STAGE_LABELS = STAGES | {NO_STAGE: UNKNOWN_STAGE}
"""The stages by key, and last those of which nothing is said."""
COMMUNE, FORMER = "xa", "cu"
"""The facets whose keys begin with a province of today: communes of today, and units of before July 2025 by their codes.

The second is offered to nobody: by it the search says how many models were written under a former name."""


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose: its key in the address, what a reader sees, how many models have it, what else it is called."""

    key: str
    label: str
    count: int
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow; of several options chosen any will do, or each must hold where `all_hold`.

    A commune's options come from the index when they are asked for: there are 3,321.
    """

    name: str
    label: str
    options: tuple[Option, ...] = ()
    all_hold: bool = False


def facets_of(model: Summary, gazetteer: Gazetteer, copied: int, proofs: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Give the facets of a model that was copied so often and has these proofs; a commune's key is followed by its name.

    The name rides along (`nghe-an/hoang-mai Phường Hoàng Mai`), since no page could hold those of all communes.
    """
    has = {"so-lieu": model.results, "huong-dan": model.has_guide, "nhan-rong": copied}
    facets = {
        "linh-vuc": (model.field,),
        "tinh": (gazetteer.slug_of(gazetteer.province(code)) for code in model.provinces),
        COMMUNE: (_commune(gazetteer, codes) for codes in model.places if codes.commune),
        FORMER: (key for codes in model.places for key in _former(gazetteer, codes)),
        "chu-de": model.themes,
        "cap": (model.level,) if model.level else (),
        "loai": (model.kind,),
        "chu-the": (model.subject,),
        "chang": (model.stage or NO_STAGE,),
        "can-cu": proofs,
        "don-vi": model.host_kinds,
        "nam": (str(model.first_year),),
        "co": (key for key, found in has.items() if found),
    }
    return {name: tuple(dict.fromkeys(keys)) for name, keys in facets.items()}


def _commune(gazetteer: Gazetteer, codes: Codes) -> str:
    province, commune = gazetteer.province(codes.province), gazetteer.commune(codes.commune)
    return f"{gazetteer.slug_of(province)}/{gazetteer.slug_of(commune)} {capitalised(commune.full_name)}"


def _former(gazetteer: Gazetteer, codes: Codes) -> Iterator[str]:
    formers = [code for code in (codes.former_province, codes.former_district, codes.former_commune) if code]
    province = gazetteer.slug_of(gazetteer.province(codes.province)) if formers else ""
    return (f"{province}/{code}" for code in formers)


def search_panel(models: Iterable[Facets], vocabularies: Vocabularies, gazetteer: Gazetteer) -> tuple[Facet, ...]:
    """Offer what the models have, with counts, in the order of the vocabularies; a facet without a choice is left out."""
    counts: dict[str, Counter[str]] = {}
    for facets in models:
        for name, keys in facets.items():
            counts.setdefault(name, Counter()).update(keys)
    return tuple(
        facet
        for facet in _facets(counts, vocabularies, gazetteer)
        if len(facet.options) > (0 if facet.all_hold else 1) or (facet.name == COMMUNE and counts.get(COMMUNE))
    )


def _facets(counts: Mapping[str, Counter[str]], vocabularies: Vocabularies, gazetteer: Gazetteer) -> Iterator[Facet]:
    def facet(name: str, label: str, labels: Mapping[str, str], *, all_hold: bool = False) -> Facet:
        found, others = counts.get(name, Counter()), _spellings(vocabularies, name)
        options = tuple(
            Option(key, text, found[key], others.get(key, ())) for key, text in labels.items() if found[key]
        )
        return Facet(name, label, options, all_hold=all_hold)

    years = sorted(counts.get("nam", ()), reverse=True)
    yield facet("linh-vuc", "Lĩnh vực", _labels(vocabularies, "linh-vuc"))
    yield facet("tinh", "Tỉnh, thành phố", {gazetteer.slug_of(unit): unit.known_as for unit in gazetteer.provinces})
    yield Facet(COMMUNE, "Xã, phường, đặc khu")
    yield facet("chu-de", "Chủ đề", _labels(vocabularies, "chu-de"))
    yield facet("don-vi", "Đơn vị", _labels(vocabularies, "don-vi"))
    yield facet("cap", "Cấp đăng ký, công nhận", LEVELS)
    yield facet("loai", "Loại", MODEL_KINDS)
    yield facet("chu-the", "Ai làm", SUBJECTS)
    yield facet("chang", "Đang ở chặng", STAGE_LABELS)
    yield facet("nam", "Năm được nêu", {year: year for year in years})
    yield facet("can-cu", "Kết quả dựa vào", PROOFS, all_hold=True)
    yield facet("co", "Bài có", HAS, all_hold=True)


def _spellings(vocabularies: Vocabularies, name: str) -> dict[str, tuple[str, ...]]:
    """Give what fields and themes are called besides, by which a question may name them."""
    terms = vocabularies.named(name).terms if name in ("linh-vuc", "chu-de") else {}
    return {key: term.spellings for key, term in terms.items()}


def _labels(vocabularies: Vocabularies, name: str) -> dict[str, str]:
    return {key: term.label for key, term in vocabularies.named(name).terms.items()}
