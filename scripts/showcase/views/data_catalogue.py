"""The open data for portals: a catalogue of one dataset by DCAT-AP 3.0 (https://semiceu.github.io/DCAT-AP/releases/3.0.0/), as JSON-LD.

Whatever the profile makes mandatory is there, and of what it recommends all that we know.
"""

from datetime import date

from showcase.views import address
from showcase.views.data_api import CSV, GZIP, JSON, JSON_LD, XLSX, XML, Address, addresses
from showcase.views.page import SiteFacts

Data = dict[str, object]
_EU = "http://publications.europa.eu/resource/authority"
_IANA = "https://www.iana.org/assignments/media-types"
_FORMATS = {JSON: "JSON", CSV: "CSV", GZIP: "GZIP", XML: "XML", JSON_LD: "JSON_LD", XLSX: "XLSX"}
_LICENCE = "http://creativecommons.org/licenses/by/4.0/"
_OF_DATA = (JSON, CSV, XLSX)
"""The types of what is offered as data; the rest tells of it."""
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def dcat(site: SiteFacts, first: date | None, last: date | None) -> Data:
    """Describe the data of a site that has an address; `first` and `last` are the days of the first and the last change."""
    page = site.absolute(address.OPEN_DATA)
    days = {"dct:issued": _day(first), "dct:modified": _day(last)}
    told = {key: day for key, day in days.items() if day}
    files = [
        one for one in addresses(site) if "{" not in one.path and one.type in _OF_DATA and "openapi" not in one.path
    ]
    publisher: Data = {"@id": f"{page}#noi-cong-bo", "@type": "foaf:Agent", "foaf:name": _vietnamese(site.name)}
    dataset: Data = {
        "@id": f"{page}#bo-du-lieu",
        "@type": "dcat:Dataset",
        "dct:identifier": f"{page}#bo-du-lieu",
        "dct:title": _vietnamese(f"{site.name}: dữ liệu mở về các mô hình"),
        "dct:description": _vietnamese(
            f"{site.description} Mô hình, sự kiện, văn bản, số liệu của phong trào, kèm nguồn."
        ),
        "dct:publisher": publisher,
        "dcat:contactPoint": {
            "@id": f"{page}#lien-he",
            "@type": "vcard:Kind",
            "vcard:fn": site.name,
            "vcard:hasURL": {"@id": site.absolute(address.ABOUT)},
        },
        "dct:language": _concept("language/VIE", "dct:LinguisticSystem"),
        "dct:spatial": _concept("country/VNM", "dct:Location"),
        "dct:accessRights": _concept("access-right/PUBLIC", "dct:RightsStatement"),
        "dct:accrualPeriodicity": _concept("frequency/IRREG", "dct:Frequency"),
        "dcat:theme": _concept("data-theme/SOCI", "skos:Concept"),
        "dcat:keyword": [_vietnamese(word) for word in ("dân vận khéo", "mô hình", "cơ sở")],
        "dcat:landingPage": {"@id": page, "@type": "foaf:Document"},
        "dcat:version": "1",
        **told,
        "dcat:distribution": [_distribution(one, site) for one in files],
    }
    return {
        "@context": {**_CONTEXT, "skos": "http://www.w3.org/2004/02/skos/core#"},
        "@id": f"{page}#danh-muc",
        "@type": "dcat:Catalog",
        "dct:title": _vietnamese(f"{site.name}: danh mục dữ liệu mở"),
        "dct:description": _vietnamese("Bộ dữ liệu mở của chuyên trang."),
        "dct:publisher": publisher,
        "dct:language": _concept("language/VIE", "dct:LinguisticSystem"),
        "dct:license": _licence(),
        "dct:spatial": _concept("country/VNM", "dct:Location"),
        "foaf:homepage": {"@id": page, "@type": "foaf:Document"},
        **told,
        "dcat:dataset": dataset,
    }


def _distribution(one: Address, site: SiteFacts) -> Data:
    where = site.absolute(one.path)
    return {
        "@id": f"{site.absolute(address.OPEN_DATA)}#{one.path.removeprefix(address.DATA).replace('.', '-')}",
        "@type": "dcat:Distribution",
        "dct:title": _vietnamese(one.path.removeprefix(address.DATA)),
        "dct:description": _vietnamese(one.about),
        "dcat:accessURL": {"@id": where, "@type": "http://www.w3.org/2000/01/rdf-schema#Resource"},
        "dcat:downloadURL": {"@id": where},
        "dct:format": _concept(f"file-type/{_FORMATS[one.type]}", "dct:MediaTypeOrExtent"),
        "dcat:mediaType": {"@id": f"{_IANA}/{one.type}", "@type": "dct:MediaType"},
        "dct:license": _licence(),
        "dct:language": _concept("language/VIE", "dct:LinguisticSystem"),
    }


def _licence() -> Data:
    return {"@id": _LICENCE, "@type": "dct:LicenseDocument"}


def _vietnamese(text: str) -> Data:
    return {"@value": text, "@language": "vi"}


def _concept(name: str, kind: str) -> Data:
    return {"@id": f"{_EU}/{name}", "@type": kind}


def _day(day: date | None) -> Data | None:
    return {"@value": day.isoformat(), "@type": "xsd:date"} if day else None
