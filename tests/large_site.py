"""Makes the models folder of a whole province's size: 1,366 invented models, and events and documents among them."""

from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from bench.album import photo
from bench.catalogue import write_catalogue
from made_site import PLACES
from project import put
from showcase.reading.form import DOCUMENT_KINDS, EVENT_KINDS
from showcase.record.submission import EVENT_FILE

MODELS, EVENTS, DOCUMENTS = 1366, 60, 40
FIRST_YEAR = 2012

EVENT = """\
tieu_de: {kind} “Dân vận khéo” lần thứ {number}, {place}
loai: {key}
noi: {place}
ngay: {year}-09-{day:02}
tom_tat: Các đội của {place} gặp nhau, kể cách làm của mình, theo Kế hoạch số {document}-KH/TU.
noi_dung: |
  Mỗi đội kể một việc bằng tiểu phẩm, rồi trả lời câu hỏi của bà con.
vong:
  - ten: Chung khảo
    so_cum: 2
    so_doi: 12
    doi: [{{ten: Đội số {number}, don_vi: Tổ dân vận số {number}}}]
giai: [{{ten: Giải Nhất, doi: Đội số {number}}}]
so_khac: [{{ten: Người xem, so: {watched}, don_vi_tinh: người}}]
mo_hinh: [{models}]
nguon: [{{ten: Báo cáo số {number}, co_quan: Ban tổ chức}}]
ngay_dang: 2025-12-{day:02}
"""
PHOTO = """\
anh:
  - tep: chung-khao.jpg
    mo_ta: Các đội đứng trên sân khấu nhà văn hóa
    tac_gia: Ban tổ chức
    giay_phep: cua-du-an
    nguoi: tap-the
"""
DOCUMENT = """\
so_hieu: {number}-KH/TU
loai: {kind}
trich_yeu: Đẩy mạnh phong trào thi đua “Dân vận khéo” ở {place}, lần {number}
co_quan: Ban Dân vận {place}
nam: {year}
noi: {place}
giai_doan: {year}-{until}
chi_tieu: [{{ten: Mô hình được đăng ký, so: {target}, don_vi_tinh: mô hình}}]
tieu_chi: [{{ten: {rows} điều, nhom: [{{ten: {rows} điều}}]}}]
nguon: [{{ten: Báo cáo số {number}, co_quan: Ban Dân vận}}]
ngay_dang: 2025-11-{day:02}
"""


def make_large(folder: Path) -> None:
    """Make the folder, with the vocabularies and reports of the project."""
    write_catalogue(folder, MODELS, photos=False)
    models = sorted(path.parent.name for path in folder.glob("*/*/model.yaml"))
    for number, text in enumerate(_events(models)):
        put(folder / f"_events/su-kien-{number}.yaml", text)
    own = folder / "_events" / f"su-kien-{EVENTS}"
    put(own / EVENT_FILE, next(_events(models)).replace("lần thứ 0", f"lần thứ {EVENTS}") + PHOTO)
    (own / "chung-khao.jpg").write_bytes(photo(MODELS, 0))
    for number in range(DOCUMENTS):
        put(folder / f"_documents/van-ban-{number}.yaml", _document(number))


def _events(models: list[str]) -> Iterator[str]:
    for number, (key, kind) in enumerate(islice(cycle(EVENT_KINDS.items()), EVENTS)):
        shown = models[number * 20 : number * 20 + 3]
        yield EVENT.format(
            kind=kind,
            key=key,
            number=number,
            place=PLACES[number % len(PLACES)],
            year=FIRST_YEAR + number % 13,
            day=1 + number % 28,
            document=number % DOCUMENTS,
            watched=100 + number * 7,
            models=", ".join(shown),
        )


def _document(number: int) -> str:
    year = FIRST_YEAR + number % 12
    return DOCUMENT.format(
        number=number,
        kind=list(DOCUMENT_KINDS)[number % len(DOCUMENT_KINDS)],
        place=PLACES[number % len(PLACES)],
        year=year,
        until=year + 4,
        target=10 + number,
        rows=2 + number % 7,
        day=1 + number % 28,
    )
