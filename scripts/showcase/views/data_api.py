"""The addresses of the open data as an interface (OpenAPI 3.1): all are files, so whoever asks gets one and nothing is counted."""

from collections.abc import Mapping
from typing import NamedTuple

from showcase.views import address
from showcase.views.data_kinds import MODELS, PROVINCES, WORKBOOK
from showcase.views.data_package import LICENCE
from showcase.views.data_tables import TABLES
from showcase.views.page import SiteFacts

Data = dict[str, object]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
JSON, CSV, GZIP, XML, JSON_LD = (
    "application/json",
    "text/csv",
    "application/gzip",
    "application/xml",
    "application/ld+json",
)


class Address(NamedTuple):
    """An address of the data, with `{…}` for what differs; what lies there, and of what type."""

    path: str
    about: str
    type: str = JSON
    schema: str = ""
    """The definition of `schema.json` that one row follows."""


_JSON_FILES = (
    Address("mo-hinh.json", "Mọi mô hình, đầy đủ: câu chuyện, các mốc, kết quả, ảnh, nguồn.", schema="mo_hinh"),
    Address("van-ban.json", "Mọi văn bản của phong trào.", schema="van_ban"),
    Address("su-kien.json", "Mọi sự kiện của phong trào.", schema="su_kien"),
    Address("so-lieu.json", "Mọi số liệu chính thức.", schema="so_lieu"),
    Address("tien-trinh.json", "Mỗi mô hình đang ở chặng nào, kết quả dựa vào đâu."),
    Address("chi-muc.json", "Mục lục: mỗi mô hình một dòng ngắn, kèm dấu vân tay SHA-256 của tệp riêng của nó."),
    Address("duong-dan.json", "Mọi địa chỉ trang của chuyên trang."),
    Address("thay-doi/{thang}.json", "Những gì đã thêm, sửa, gỡ trong một tháng."),
)
_DESCRIPTIONS = (
    Address("schema.json", "JSON Schema của các tệp JSON.", "application/schema+json"),
    Address("datapackage.json", "Data Package: các bảng CSV, các cột và cách nối bảng với bảng."),
    Address("openapi.json", "Chính bản mô tả này."),
)
_WHOLE = (Address("dcat.jsonld", "Bộ dữ liệu theo DCAT-AP 3, cho các cổng dữ liệu.", JSON_LD),)
_LISTS = (
    Address("resourcelist.xml", "ResourceSync: mọi tệp của từng mô hình.", XML),
    Address("changelist.xml", "ResourceSync: tệp nào mới có, đổi, mất.", XML),
    Address("capabilitylist.xml", "ResourceSync: hai danh sách trên ở đâu.", XML),
)
DESCRIPTIONS = (*_DESCRIPTIONS, *_WHOLE, *_LISTS)
"""What describes the data to programs."""
_PARAMETERS: Mapping[str, tuple[str, str, str]] = {
    "{id}": ("id", "Mã của mô hình.", r"^[a-z0-9]+(-[a-z0-9]+)*$"),
    "{tinh}": ("tinh", "Tên tỉnh, thành phố hiện nay, viết liền không dấu: nghe-an.", r"^[a-z0-9-]+$"),
    "{thang}": ("thang", "Tháng: 2026-11.", r"^\d{4}-\d{2}$"),
}


def addresses(site: SiteFacts) -> list[Address]:
    """List the addresses of the data, as the site has them, from its root."""
    tables = [Address(table.file, table.about, CSV) for table in TABLES]
    found = [*_JSON_FILES, *tables, *_DESCRIPTIONS]
    if site.url:
        found += _WHOLE
        found += _LISTS if MODELS in site.data else ()
    if WORKBOOK in site.data:
        found.append(Address("mo-hinh.xlsx", "Các bảng trong một tệp Excel.", XLSX))
    if PROVINCES in site.data:
        found.append(Address("tinh/{tinh}.csv", "Mô hình có nơi ở một tỉnh, như bảng mo-hinh.", CSV))
        found.append(
            Address("tinh/{tinh}.ndjson.gz", "Mô hình của một tỉnh, đầy đủ, mỗi dòng một bài, nén gzip.", GZIP)
        )
    own = [one._replace(path=f"{address.DATA}{one.path}") for one in found]
    if MODELS in site.data:
        own.append(Address(address.model_data("{id}"), "Một mô hình, đầy đủ.", schema="mo_hinh"))
    return own


def openapi(site: SiteFacts) -> Data:
    """Describe the addresses; they stand from the root of the site, wherever that is."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"{site.name}: dữ liệu mở",
            "version": "1.0.0",
            "description": "Các tệp tĩnh, đọc bằng GET, không cần đăng ký; phiên bản 1 chỉ thêm, không đổi nghĩa.",
            "license": {"name": str(LICENCE["title"]), "identifier": "CC-BY-4.0"},
        },
        "servers": [{"url": site.url.rstrip("/") or "../.."}],
        "paths": {f"/{one.path}": {"get": _operation(one)} for one in addresses(site)},
    }


def _operation(one: Address) -> Data:
    parameters = [
        {
            "name": name,
            "in": "path",
            "required": True,
            "description": about,
            "schema": {"type": "string", "pattern": pattern},
        }
        for mark, (name, about, pattern) in _PARAMETERS.items()
        if mark in one.path
    ]
    content = {one.type: {"schema": _shape(one)}}
    answers: Data = {"200": {"description": one.about, "content": content}}
    if parameters:
        answers["404"] = {"description": "Không có tệp ấy."}
    return {
        "operationId": one.path.removeprefix(address.DATA).translate(str.maketrans("/.-{}", "_____")),
        "summary": one.about,
        **({"parameters": parameters} if parameters else {}),
        "responses": answers,
    }


def _shape(one: Address) -> Data:
    """Say what a file is like; of records the schema says it."""
    if one.schema:
        rows = {"type": "array", "items": {"$ref": f"schema.json#/$defs/{one.schema}"}}
        return {"type": "object", "properties": {"phien_ban": {"const": address.DATA_VERSION}, one.schema: rows}}
    return {"type": "object"} if one.type.endswith("json") else {"type": "string"}
