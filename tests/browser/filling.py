"""Fills the form as chance will have it, by the data that the page itself is made of: mostly as it should be, now and then not."""

from random import Random

ODD = (
    "yes", "no", "null", "~", "1.000", "08", "0x1f", "1:30", "2022-01-02", "- một", "a: b", "a #b", "#một", "'", '"', "\\", "\\n", "{a}", "[a]",
    "*a", "&a", "!a", "|", ">", "%a", "@a", "`a", "?", "? a", "---", "...", "--- a", "a:", "a :b", "=", "<<", "“Hay”", "Ðường", "ho\u0300a",
    "tab\tđây", "no\u00a0break", "zero\u200bwidth", "\ufeffđầu", "dòng\u2028khác", "một\r\nhai", "\u0007chuông", "😀 vui", "\ud800 nửa", "\u202enguoc",
    "<script>alert(1)</script>", "{{ 7*7 }}", "=1+1", "x" * 150, "từ " * 60, "  hai  cách  ", "a\n\n\nb", "- a\n- b", "  thụt\n    sâu", "# Đầu\n\nthân",
)  # fmt: skip
"""Texts that YAML, HTML, a spreadsheet or a careless reader takes for something else."""
WRONG = (
    "1,000",
    "3,125",
    "3.5",
    "hơn 30",
    "1989",
    "2999",
    "22",
    "31/02/2024",
    "5/2024",
    "huyen",
    "https://",
    "a@b",
    "12",
)
"""Numbers, days, choices and addresses as somebody might write them who knows no better."""
PLACES = ("xã Ngọc Chiến, tỉnh Sơn La", "huyện Mỹ Đức, Hà Nội", "tỉnh Nghệ An", "phường Hoàn Kiếm, Hà Nội")
ONLY_WITH = {"noi": ("tinh",), "pham_vi": ("tai", "hien_nay", "tinh"), "theo": ("nhom",)}
SAMPLES = {"url": "https://mau.example/bai?x=1", "email": "danvan@nghean.gov.vn", "dien_thoai_co_quan": "0238 3844 567"}
WORDS = [
    "cả",
    "tổ",
    "cùng",
    "bàn",
    "cùng",
    "làm",
    "và",
    "cùng",
    "xem",
    "lại",
    "việc",
    "đã",
    "làm",
    "vào",
    "cuối",
    "mỗi",
    "tháng",
    "của",
    "bản",
    "mình",
]


class Filling:
    """One way to fill the form; `odd` is how often a value is one that nobody expects, from 0 to 1."""

    def __init__(self, seed: int, odd: float) -> None:
        self._chance, self._odd, self._photos = Random(seed), odd, 0

    def draft(self, entries: list[dict]) -> dict:
        """Give a draft: what must be is there nearly always, the rest half the time."""
        return {one["key"]: self.value(one) for one in entries if self._is_there(one)}

    def value(self, one: dict) -> object:
        """Give a value of a key as the page describes it."""
        if one.get("as") == "file":
            self._photos += 1
            return f"anh-{self._photos}.jpg"
        if one["kind"] not in ("many", "group") and self._is_odd():
            return self._chance.choice((*ODD, *WRONG))
        return getattr(self, f"_{one['kind']}")(one)

    def _is_odd(self) -> bool:
        return self._chance.random() < self._odd

    def _is_there(self, one: dict) -> bool:
        share = 0.5 if not one.get("must") else 1 - self._odd
        return one.get("as") == "file" or self._chance.random() < share

    def _group(self, one: dict) -> dict:
        group, keys = self.draft(one["entries"]), one.get("oneOf")
        if keys and not self._is_odd():
            kept = self._chance.choice(keys)
            group = {key: value for key, value in group.items() if key not in (*keys, *ONLY_WITH.get(kept, ()))}
            group[kept] = self.value(next(entry for entry in one["entries"] if entry["key"] == kept))
        if "loai_chi_so" in group and not self._is_odd():
            options = next(entry["options"] for entry in one["entries"] if entry["key"] == "loai_chi_so")
            group["don_vi_tinh"] = next((unit for key, _, unit, _ in options if key == group["loai_chi_so"]), "")
        return group

    def _many(self, one: dict) -> list:
        least, most = max(1, one["least"]), one["most"] or 3
        items = [self.value(one["of"]) for _ in range(self._chance.randint(least, min(most, least + 2)))]
        is_dated = one["of"].get("oneOf") == ["nam", "ngay"]
        return sorted(items, key=_when) if is_dated and not self._is_odd() else items

    def _text(self, one: dict) -> str:
        if one.get("as") == "place":
            return self._chance.choice(PLACES)
        least, most = one["least"], one["most"] or 60
        return self._words(self._chance.randint(least, min(most, least + 60)))

    def _story(self, _one: dict) -> str:
        return "\n\n".join(self._words(self._chance.randint(40, 90)) for _ in range(self._chance.randint(1, 3)))

    def _choice(self, one: dict) -> str:
        keys = [key for key, *_ in one["options"] if key != "huyen" or self._is_odd()]
        return self._chance.choice(keys)

    def _pattern(self, one: dict) -> str:
        return SAMPLES.get(one["key"], "duong-hoa-tu-quan")

    def _number(self, _one: dict) -> str:
        return self._chance.choice(["3100", "3.100", "3,5", "12", "0", "1.234.567,8"])

    def _whole(self, one: dict) -> str:
        return "1" if one.get("as") == "source" else self._chance.choice(["1990", "2019", "2022", "2025"])

    def _date(self, one: dict) -> str:
        days = ["02/03/2021", "2022-11-05", "5/3/2024", "05032024", "31/12/2023"]
        return "01/01/2020" if one["key"] == "ngay_dang" else self._chance.choice(days)

    def _words(self, length: int) -> str:
        text = ""
        while len(text) < length:
            text += f"{self._chance.choice(WORDS)} "
        return text[:length].strip().ljust(length, "a").capitalize()


def _when(milestone: dict) -> str:
    return milestone.get("nam") or milestone.get("ngay", "").replace("/", "").replace("-", "")[-4:]
