"""Units of measure as they are said behind a number: m² is “mét vuông”, % “phần trăm”, đ “đồng”."""

import re

__all__ = ["UNIT", "UNIT_BELOW", "say_unit"]

_LENGTHS = {"km": "ki-lô-mét", "cm": "xăng-ti-mét", "mm": "mi-li-mét", "m": "mét"}
_POWERS = {"2": " vuông", "²": " vuông", "3": " khối", "³": " khối"}
_OTHERS = {
    "%": "phần trăm",
    "‰": "phần nghìn",
    "ha": "héc-ta",
    "kg": "ki-lô-gam",
    "g": "gam",
    "l": "lít",
    "ml": "mi-li-lít",
    "đ": "đồng",
    "₫": "đồng",
    "VNĐ": "đồng",
    "VND": "đồng",
    "tr": "triệu",
    **dict.fromkeys(("trđ", "tr.đ", "tr đ", "trđồng", "tr.đồng"), "triệu đồng"),
    "kW": "ki-lô-oát",
    "kWh": "ki-lô-oát giờ",
    "kWp": "ki-lô-oát đỉnh",
    "MW": "mê-ga-oát",
    "kV": "ki-lô-vôn",
    "MB": "mê-ga-bai",
    "GB": "gi-ga-bai",
    "°C": "độ xê",
}
_SAID = {
    **{f"{length}{power}": name + said for length, name in _LENGTHS.items() for power, said in _POWERS.items()},
    **_LENGTHS,
    **_OTHERS,
}
_TIMES = {"h": "giờ", "s": "giây"}
UNIT = f"(?:{'|'.join(map(re.escape, sorted(_SAID, key=len, reverse=True)))})"
"""A pattern of all that stand behind a number, the longest first."""
UNIT_BELOW = f"(?:{UNIT}|{'|'.join(_TIMES)})"
"""A pattern of all that stand behind a slash: km/h has hours there, and 7 h is a time of day."""


def say_unit(written: str) -> str:
    """Say a unit that `UNIT` or `UNIT_BELOW` matched."""
    return _SAID.get(written) or _TIMES[written]
