"""One invented model from its number and a seed: what an editor would have typed, and nothing of files.

A model depends on its number and the seed alone, so a larger catalogue begins with the models of a smaller one. Shares
of levels follow Hà Nội's figures of 2023, those of fields and subjects Sơn La's of 2022 (`models/_reports/`).
"""

import random
from dataclasses import dataclass
from datetime import date, timedelta

from showcase.record.ended_body import body_of_today
from showcase.words.text import slug

from bench.places import Atlas, Spot
from bench.story import Teller, capital
from bench.topics import INDICATORS, TOPICS, Topic

Value = str | list["Value"] | dict[str, "Value"]

FIELDS = {"kinh-te": 1032, "van-hoa-xa-hoi": 815, "quoc-phong-an-ninh": 440, "he-thong-chinh-tri": 378}
_LEVELS = {"co-so": 8190, "huyen": 4908, "tinh": 565}
_SUBJECTS = {"tap-the": 1921, "ca-nhan": 372, "ho-gia-dinh": 372}
_HOSTS = {
    "hoi-phu-nu": "Hội Phụ nữ", "hoi-nong-dan": "Hội Nông dân", "hoi-cuu-chien-binh": "Hội Cựu chiến binh",
    "doan-thanh-nien": "Đoàn Thanh niên", "mat-tran": "Mặt trận Tổ quốc", "to-dan-van": "Tổ dân vận",
    "uy-ban-nhan-dan": "Ủy ban nhân dân", "cong-an": "Công an", "quan-su": "Ban Chỉ huy quân sự", "y-te": "Trạm Y tế",
}  # fmt: skip
_HAMLETS = (
    "thôn Đông", "thôn Đoài", "thôn Thượng", "thôn Hạ", "xóm Mới", "xóm Chùa", "xóm Bến", "xóm Gò", "khối Bắc", "khối Nam",
    "bản Na", "bản Phiêng", "ấp Giữa", "ấp Vàm", "buôn Trong", "tổ dân phố 1", "tổ dân phố 4", "tổ dân phố 7", "thôn 2", "thôn 6",
)  # fmt: skip
_PAPERS = ("Báo cáo tổng kết phong trào", "Bài trên trang tin của xã", "Hồ sơ đề nghị công nhận", "Kỷ yếu hội nghị")
_LAST_DAY = date(2025, 12, 31)
"""Of what is told, so that no clock finds it in the future."""
_LATER = ("tham-dinh", "cong-nhan", "duy-tri", "danh-gia", "khen-thuong", "nhan-rong", "ket-thuc")
"""What may become of a model, in the order in which it comes."""
_EFFECTIVE = 0.9
"""Share of the verdicts that are good."""
WITH_PHOTOS, LEARNED, SPREAD, WITH_GUIDE, TWO_PLACES = 0.40, 0.12, 0.15, 0.60, 0.10
"""Shares of the models."""


@dataclass(frozen=True, slots=True)
class Invention:
    """A model: its id, the folder above it, its entries in the order of the format, its places, its number of photos."""

    id: str
    folder: str
    entries: dict[str, Value]
    spots: tuple[Spot, ...]
    photos: int


def invent(number: int, seed: int, atlas: Atlas) -> Invention:
    """Invent the model of a number, from 0."""
    dice = _dice(number, seed)
    topic = _topic(dice)
    province = atlas.province(dice, number)
    spots = [atlas.spot(dice, province)]
    if dice.random() < TWO_PLACES:
        spots += [spot for spot in [atlas.spot(dice, province)] if spot.place != spots[0].place]
    teacher = _teacher(dice, number, seed) if dice.random() < LEARNED and number else ""
    photos = dice.choice((2, 3)) if dice.random() < WITH_PHOTOS else 0
    draft = _Draft(
        dice, topic, tuple(spots), dice.choice(list(_HOSTS)), dice.randint(2010, 2024), dice.choice(_HAMLETS)
    )
    entries = (
        draft.facts() | {"tieu_chi": _criteria(number)} | draft.telling(teacher, _copies(dice, atlas, spots), photos)
    )
    filled = {key: value for key, value in entries.items() if value}
    return Invention(_identity(number, seed, topic), slug(province.name), filled, draft.spots, photos)


@dataclass(frozen=True, slots=True)
class _Draft:
    """What is settled of a model before it is written: its topic, places, kind of host, first year and hamlet."""

    dice: random.Random
    topic: Topic
    spots: tuple[Spot, ...]
    host_kind: str
    year: int
    hamlet: str

    @property
    def host(self) -> str:
        """The name of the host."""
        return f"{_HOSTS[self.host_kind]} {self.spots[0].smallest}"

    @property
    def teller(self) -> Teller:
        """Who writes of it."""
        return Teller(self.dice, self.topic, self.host, self.spots[0].smallest, self.hamlet, self.year)

    def facts(self) -> dict[str, Value]:
        """Write the entries down to the results."""
        dice = self.dice
        hamlets = (self.hamlet, *("" for _ in self.spots[1:]))
        return {
            "tieu_de": self.teller.title(),
            "tom_tat": self.teller.summary(),
            "loai": "mo-hinh" if dice.random() < 0.7 else "dien-hinh",
            "chu_the": _weighted(dice, _SUBJECTS),
            "linh_vuc": self.topic.field,
            "chu_de": list(self.topic.themes),
            "cap": _weighted(dice, _LEVELS),
            "dia_diem": [_place(spot, hamlet) for spot, hamlet in zip(self.spots, hamlets, strict=True)],
            "don_vi": [{"ten": self.host, "loai": self.host_kind}],
            "lich_su": _history(dice, self.year),
            "ket_qua": _results(dice, self.topic, self.year),
        }

    def telling(self, teacher: str, copies: list[Value], photos: int) -> dict[str, Value]:
        """Write the entries from the story on."""
        dice = self.dice
        return {
            "noi_dung": dict(self.teller.story(teacher)),
            "lam_theo": _guide(dice, self.teller) if dice.random() < WITH_GUIDE else {},
            "hoc_tu": teacher,
            "da_nhan_rong": copies,
            "anh": [_photo(index, self.topic, self.teller) for index in range(photos)],
            "nguon": _sources(dice, self.spots[0], self.year),
            "ghi_chu": "Bài do máy đặt ra để đo tốc độ; không có nơi nào như vậy.",
            "lien_he": {"don_vi": body_of_today(self.spots[0].place, self.host_kind)} if dice.random() < 0.5 else {},
            "ngay_dang": _published(dice),
        }


def _criteria(number: int) -> list[Value]:
    """Give one model in twenty-five a set of criteria, one of nine sets; no dice, so that all else stays as it was."""
    if number % 25:
        return []
    rows = number // 25 % 9 + 2
    items: list[Value] = [f"Điều thứ {row} mà tổ giữ" for row in range(1, rows + 1)]
    return [{"ten": f"{rows} có", "nhom": [{"ten": f"{rows} có", "muc": items}]}]


def without_photos(invention: Invention) -> Invention:
    """Give the same model without its photos."""
    entries = {key: value for key, value in invention.entries.items() if key != "anh"}
    return Invention(invention.id, invention.folder, entries, invention.spots, 0)


def _dice(number: int, seed: int) -> random.Random:
    return random.Random(f"{seed}:{number}")  # noqa: S311 - repeatable, not secret


def _topic(dice: random.Random) -> Topic:
    field = _weighted(dice, FIELDS)
    return dice.choice([topic for topic in TOPICS if topic.field == field])


def _identity(number: int, seed: int, topic: Topic) -> str:
    """Give an id that tells what the model is about; the number keeps it unique."""
    return f"{slug(topic.title)}-{seed}-{number:05d}"


def _teacher(dice: random.Random, number: int, seed: int) -> str:
    """Choose one with a smaller number, so that no circle can be; near ones make chains, far ones make stars."""
    other = dice.randrange(max(0, number - 40), number) if dice.random() < 0.5 else dice.randrange(min(number, 100))
    return _identity(other, seed, _topic(_dice(other, seed)))


def _weighted(dice: random.Random, weights: dict[str, int]) -> str:
    return dice.choices(list(weights), list(weights.values()))[0]


def _place(spot: Spot, hamlet: str) -> Value:
    entries: dict[str, Value] = {"noi": spot.written}
    if hamlet:
        entries["tai"] = hamlet
    if spot.now:
        entries["hien_nay"] = spot.now
    return entries


def _history(dice: random.Random, year: int) -> list[Value]:
    """Tell two to six events, the first a registration of 2024 at the latest, so that any level may stand."""
    events: list[Value] = [{"nam": str(year), "viec": "dang-ky"}, {"nam": str(year), "viec": "trien-khai"}]
    for kind in sorted(dice.sample(_LATER, dice.randint(0, 4)), key=_LATER.index):
        year = min(year + dice.randint(0, 2), 2025)
        event: dict[str, Value] = {"nam": str(year), "viec": kind}
        if kind == "cong-nhan":
            event |= {"cap": "co-so", "van_ban": f"Quyết định số {dice.randint(10, 900)}/QĐ-UBND"}
        elif kind == "danh-gia":
            event["xep_loai"] = "hieu-qua" if dice.random() < _EFFECTIVE else "chua-hieu-qua"
        events.append(event)
    return events


def _results(dice: random.Random, topic: Topic, year: int) -> list[Value]:
    """Count none to three results, the first the topic's own."""
    measures = [
        (topic.measure, topic.unit, topic.most),
        ("Người tham gia", "người", 1800),
        ("Quỹ chung", "triệu đồng", 350),
    ]
    results: list[Value] = []
    for measure, unit, most in measures[: dice.choices((0, 1, 2, 3), (15, 40, 30, 15))[0]]:
        after = dice.randint(most // 5, most)
        result: dict[str, Value] = {"chi_so": measure}
        if dice.random() < 0.5:
            result["truoc"] = _number(after * dice.randint(5, 70) // 100)
        result |= {"sau": _number(after), "don_vi_tinh": unit}
        if dice.random() < 0.3:
            result["xap_xi"] = dice.choice(("hon", "gan", "khoang"))
        result |= {"nam": str(min(year + 2, 2025)), "nguon": "1"}
        results.append(result | ({"loai_chi_so": INDICATORS[measure]} if measure in INDICATORS else {}))
    return results


def _number(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def _guide(dice: random.Random, teller: Teller) -> dict[str, Value]:
    guide: dict[str, Value] = {"buoc": list(teller.steps())}
    guide["kinh_phi"] = f"Khoảng {dice.randint(5, 90)} triệu đồng, phần lớn do bà con góp"
    guide["nhan_luc"] = f"Tổ nòng cốt {dice.randint(3, 12)} người"
    guide["thoi_gian"] = f"Từ {dice.randint(2, 6)} đến {dice.randint(7, 18)} tháng"
    return guide


def _copies(dice: random.Random, atlas: Atlas, spots: list[Spot]) -> list[Value]:
    """Name one to three communes of today in the same province, each once; for most models none."""
    if dice.random() >= SPREAD:
        return []
    communes = atlas.communes(spots[0].place.province)
    return [
        {"noi": atlas.gazetteer.written(unit), "nam": str(dice.randint(2022, 2025))}
        for unit in dice.sample(communes, dice.randint(1, 3))
    ]


def _photo(index: int, topic: Topic, teller: Teller) -> Value:
    return {
        "tep": f"anh-{index + 1}.jpg",
        "mo_ta": f"Tranh màu loang dùng để đo tốc độ, thay cho ảnh về {topic.title.lower()} ở {teller.hamlet}",
        "chu_thich": f"{topic.title} ở {teller.hamlet}, {teller.commune}.",
        "tac_gia": "Máy vẽ",
        "giay_phep": "cua-du-an",
        "nguoi": "khong",
    }


def _sources(dice: random.Random, spot: Spot, year: int) -> list[Value]:
    papers = dice.sample(_PAPERS, dice.choice((1, 1, 2)))
    return [
        {"ten": f"{paper} năm {year}", "co_quan": capital(f"Máy đặt lời, thay cho {spot.smallest}")} for paper in papers
    ]


def _published(dice: random.Random) -> str:
    return (_LAST_DAY - timedelta(days=dice.randrange(1000))).isoformat()
