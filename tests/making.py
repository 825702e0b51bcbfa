"""Models in the making: a sound one, to which a test writes only the lines that it is about."""

import inspect
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache

from showcase.record.catalogue import vocabularies_of
from showcase.record.intake import Intake, UnexpectedFile
from showcase.record.photo import PhotoFacts
from showcase.record.submission import (
    EVENT_FILE,
    Submission,
    read_document,
    read_event,
    read_model,
    read_report,
    read_vocabulary,
)
from showcase.rules.book import check_catalogue, check_file
from showcase.rules.declaring import declare
from showcase.rules.setting import Setting
from showcase.system.gazetteer import load_gazetteer
from showcase.words.problem import Problem, in_order

TODAY = date(2026, 11, 22)
TODAY_OF_THE_REAL = max(TODAY, datetime.now(tz=UTC).date())
"""The day for models/, whose entries may be younger than the day of the tests."""

SOUND = """\
tieu_de: Tổ tự quản giữ sạch đường làng
tom_tat: Mười hộ trong xóm thay nhau quét dọn đường làng vào mỗi sáng chủ nhật.
loai: mo-hinh
chu_the: tap-the
linh_vuc: van-hoa-xa-hoi
dia_diem:
  - noi: xã Ngọc Chiến, tỉnh Sơn La
don_vi:
  - ten: Hội Phụ nữ xã Ngọc Chiến
    loai: hoi-phu-nu
lich_su:
  - nam: 2022
    viec: trien-khai
noi_dung:
  cach_lam: Các hộ họp lại, chia đường làng thành mười đoạn và nhận mỗi nhà một đoạn.
nguon:
  - ten: Báo cáo tổng kết năm 2022
    co_quan: Ủy ban nhân dân xã Ngọc Chiến
ngay_dang: 2026-11-20
"""

SOUND_REPORT = """\
tieu_de: Mô hình đăng ký ở Hà Nội năm 2023
noi: thành phố Hà Nội
nam: 2023
so_lieu:
  - chi_tieu: dang-ky
    doi_tuong: mo-hinh
    tong: 13.663
nguon:
  - ten: Báo cáo tổng kết năm 2023
    co_quan: Ban Dân vận Thành ủy Hà Nội
"""

SOUND_DOCUMENT = """\
so_hieu: 11-CT/TU
loai: chi-thi
trich_yeu: Đẩy mạnh phong trào thi đua “Dân vận khéo” trong tỉnh
co_quan: Ban Thường vụ Tỉnh ủy Sơn La
ngay: 2021-09-28
noi: tỉnh Sơn La
nguon:
  - ten: Báo cáo tổng kết năm 2022
    co_quan: Báo Sơn La
ngay_dang: 2026-11-20
"""

SOUND_EVENT = """\
tieu_de: Hội thi “Dân vận khéo” xã Ngọc Chiến
loai: hoi-thi
noi: xã Ngọc Chiến, tỉnh Sơn La
ngay: 2026-10-15
nguon:
  - ten: Báo cáo tổng kết năm 2026
    co_quan: Báo Sơn La
ngay_dang: 2026-11-20
"""

FIELDS = """\
kinh-te:
  ten: Kinh tế
  mo_ta: Làm ăn.
van-hoa-xa-hoi:
  ten: Văn hóa - xã hội
  mo_ta: Nếp sống.
quoc-phong-an-ninh:
  ten: Quốc phòng - an ninh
  mo_ta: Giữ bình yên.
  ten_khac:
    - An ninh trật tự
he-thong-chinh-tri:
  ten: Xây dựng hệ thống chính trị
  mo_ta: Gần dân.
"""
THEMES = """\
y-te:
  ten: Y tế
  mo_ta: Sức khỏe.
chuyen-doi-so:
  ten: Chuyển đổi số
  mo_ta: Công nghệ.
  ten_khac:
    - Công nghệ thông tin
"""
HOST_KINDS = """\
hoi-phu-nu:
  ten: Hội Phụ nữ
  mo_ta: Các cấp hội.
  ten_khac:
    - Hội LHPN
cong-an:
  ten: Công an
  mo_ta: Các cấp.
"""
INDICATORS = """\
ho-tham-gia:
  ten: Hộ tham gia
  don_vi_tinh: hộ
  nguyen: co
  cong_duoc: co
dat-hien:
  ten: Đất được hiến
  don_vi_tinh: m²
  cong_duoc: co
ty-le-ho-ngheo:
  ten: Tỷ lệ hộ nghèo
  don_vi_tinh: "%"
"""

_BLOCK = re.compile(r"^(?P<key>[a-z_]+):.*\n(?:[ #-].*\n|\n)*", re.MULTILINE)


def written(snippet: str, *, without: tuple[str, ...] = (), sound: str = SOUND) -> str:
    """Write a file that begins with the snippet and goes on with what a sound one needs besides.

    So line 1 of the file is line 1 of the snippet, and a test can be read without counting.
    """
    snippet = snippet if snippet.endswith("\n") or not snippet else f"{snippet}\n"
    there = {match["key"] for match in _BLOCK.finditer(snippet)} | set(without)
    return snippet + "".join(match.group() for match in _BLOCK.finditer(sound) if match["key"] not in there)


def model(
    snippet: str = "",
    *,
    name: str = "ngoc-chien-duong-sach",
    photos: tuple[PhotoFacts, ...] = (),
    without: tuple[str, ...] = (),
) -> Submission:
    """Read a model that is sound but for the snippet."""
    data = written(snippet, without=without).encode()
    return read_model(f"models/son-la/{name}/model.yaml", name, data, photos)


def report(snippet: str = "", *, name: str = "ha-noi-2023", without: tuple[str, ...] = ()) -> Submission:
    """Read a report that is sound but for the snippet."""
    data = written(snippet, without=without, sound=SOUND_REPORT).encode()
    return read_report(f"models/_reports/{name}.yaml", name, data)


def document(snippet: str = "", *, name: str = "chi-thi-11-son-la", without: tuple[str, ...] = ()) -> Submission:
    """Read a document that is sound but for the snippet."""
    data = written(snippet, without=without, sound=SOUND_DOCUMENT).encode()
    return read_document(f"models/_documents/{name}.yaml", name, data)


def event(
    snippet: str = "",
    *,
    name: str = "hoi-thi-ngoc-chien",
    photos: tuple[PhotoFacts, ...] = (),
    without: tuple[str, ...] = (),
) -> Submission:
    """Read an event that is sound but for the snippet; with photos it lies in a folder of its own."""
    data = written(snippet, without=without, sound=SOUND_EVENT).encode()
    path = f"models/_events/{name}/{EVENT_FILE}" if photos else f"models/_events/{name}.yaml"
    return replace(read_event(path, name, data), photos=photos)


def vocabulary(text: str, name: str = "chu-de") -> Submission:
    """Read a vocabulary."""
    return read_vocabulary(f"models/_vocabulary/{name}.yaml", name, text.encode())


@cache
def vocabularies() -> tuple[Submission, ...]:
    """Read the vocabularies of the tests."""
    texts = {"linh-vuc": FIELDS, "chu-de": THEMES, "don-vi": HOST_KINDS, "chi-so": INDICATORS}
    return tuple(vocabulary(text, name) for name, text in texts.items())


def setting(*, today: date = TODAY) -> Setting:
    """Give the surroundings of a check: the true gazetteer, the vocabularies of the tests, a fixed day."""
    return Setting(today, load_gazetteer(), vocabularies_of(vocabularies()))


def intake(
    *models: Submission,
    unexpected: tuple[UnexpectedFile, ...] = (),
    reports: tuple[Submission, ...] = (),
    documents: tuple[Submission, ...] = (),
    events: tuple[Submission, ...] = (),
) -> Intake:
    """Give a models folder that holds these and the vocabularies."""
    declarations = tuple(declare(model, setting()) for model in models)
    return Intake("models", declarations, reports, vocabularies(), unexpected, documents=documents, events=events)


def photo(name: str = "cho.jpg", **facts: object) -> PhotoFacts:
    """Give the facts of a sound photo of 1,600 × 1,000 pixels."""
    known = {"digest": f"digest of {name}", "size": 200_000, "format": "jpeg", "width": 1600, "height": 1000}
    return PhotoFacts(name, **(known | facts))  # type: ignore[arg-type]


def findings(*submissions: Submission, unexpected: tuple[UnexpectedFile, ...] = ()) -> list[Problem]:
    """Ask every rule about files and about all of them together."""
    models = [one for one in submissions if one.kind == "model"]
    reports = tuple(one for one in submissions if one.kind == "report")
    alone = [problem for one in submissions for problem in check_file(one, setting())]
    return in_order([*alone, *check_catalogue(intake(*models, reports=reports, unexpected=unexpected), setting())])


def told(submission: Submission) -> list[str]:
    """Say what the rules of a file find, without the path: `1:11: lỗi [linh_vuc] …`."""
    return [str(problem).removeprefix(f"{submission.path}:") for problem in check_file(submission, setting())]


def told_of(snippet: str, **more: object) -> list[str]:
    """Say what is found in a model that is sound but for the snippet; one that begins with a line end may be indented."""
    return told(model(inspect.cleandoc(snippet) if snippet.startswith("\n") else snippet, **more))  # type: ignore[arg-type]


def told_of_all(*models: Submission, **more: object) -> list[str]:
    """Say what the rules of the catalogue find in some models, with their paths."""
    return [str(problem) for problem in check_catalogue(intake(*models, **more), setting())]  # type: ignore[arg-type]
