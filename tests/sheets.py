"""Makes small workbooks: heads of keys and rows of values, as XLSX, ODS or CSV."""

from datetime import date, datetime
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook, load_workbook

ROW = {
    "ma": "ngoc-chien-duong-sach",
    "tieu_de": "Tổ tự quản giữ sạch đường làng",
    "tom_tat": "Mười hộ trong xóm thay nhau quét dọn đường làng vào mỗi sáng chủ nhật.",
    "loai": "Mô hình",
    "chu_the": "Tập thể",
    "linh_vuc": "Văn hóa - xã hội",
    "dia_diem.1.noi": "xã Ngọc Chiến, tỉnh Sơn La",
    "don_vi.1.ten": "Hội Phụ nữ xã Ngọc Chiến",
    "don_vi.1.loai": "Hội Phụ nữ",
    "lich_su.1.nam": "2022",
    "lich_su.1.viec": "Triển khai",
    "noi_dung.cach_lam": "Các hộ họp lại, chia đường làng thành mười đoạn và nhận mỗi nhà một đoạn.",
    "nguon.1.ten": "Báo cáo tổng kết năm 2022",
    "nguon.1.co_quan": "Ủy ban nhân dân xã Ngọc Chiến",
    "ngay_dang": "20/11/2026",
}
"""The model `making.SOUND`, as it is filled in."""


def keys_of(rows):
    return list(dict.fromkeys(key for row in rows for key in row))


def book(*rows, **others):
    """A workbook with the rows of models, and those of other sheets by their names; row 1 holds the keys."""
    made = Workbook()
    made.remove(made.active)
    for title, filled in {"Mô hình": rows, **others}.items():
        page = made.create_sheet(title)
        keys = keys_of(filled)
        page.append(keys)
        for row in filled:
            page.append([row.get(key) for key in keys])
    return made


def saved(made):
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def xlsx(*rows, **others):
    return saved(book(*rows, **others))


def filled(empty, path, *rows, **others):
    """Fill a template's bytes in, and save it at a path."""
    made = load_workbook(BytesIO(empty))
    for title, filled_in in {"Mô hình": rows, **others}.items():
        page = made[title]
        columns = {cell.value: cell.column for cell in page[2]}
        for number, row in enumerate(filled_in, 3):
            for key, value in row.items():
                page.cell(number, columns[key]).value = value
    made.save(path)
    return path


def changed(data, change):
    """An archive in which `change(name, bytes)` made each part anew; None leaves it out."""
    file = BytesIO()
    with ZipFile(BytesIO(data)) as before, ZipFile(file, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            part = change(name, before.read(name))
            if part is not None:
                after.writestr(name, part)
    return file.getvalue()


def csv(*rows, sign=",", encoding="utf-8"):
    keys = keys_of(rows)
    lines = [keys, *([row.get(key, "") for key in keys] for row in rows)]
    quoted = (sign.join('"' + str(text).replace('"', '""') + '"' for text in line) for line in lines)
    return "\r\n".join(quoted).encode(encoding)


def ods(*rows, more="", title="Mô hình"):
    """A workbook of LibreOffice; `more` are rows as XML. A value that is a tuple is the attributes and the text of its cell."""
    keys = keys_of(rows)
    lines = [keys, *([row.get(key) for key in keys] for row in rows)]
    body = "".join(f"<table:table-row>{''.join(map(_ods_cell, line))}</table:table-row>" for line in lines)
    names = ("office", "table", "text")
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in names)
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces} office:version="1.2"><office:body>'
        f"<office:spreadsheet><table:table table:name={quoteattr(title)}>{body}{more}</table:table></office:spreadsheet>"
        "</office:body></office:document-content>"
    )
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        kind = "application/vnd.oasis.opendocument.spreadsheet"
        archive.writestr(ZipInfo("mimetype"), kind)
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>',
        )
        archive.writestr("content.xml", content)
    return file.getvalue()


def _ods_cell(value):
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, tuple):
        attributes, text = value
    elif isinstance(value, date | datetime):
        attributes, text = f'office:value-type="date" office:date-value="{value.isoformat()}"', str(value)
    elif isinstance(value, int | float):
        attributes, text = f'office:value-type="float" office:value="{value}"', str(value)
    else:
        attributes, text = 'office:value-type="string"', value
    paragraphs = "".join(f"<text:p>{escape(line)}</text:p>" for line in text.split("\n"))
    return f"<table:table-cell {attributes}>{paragraphs}</table:table-cell>"
