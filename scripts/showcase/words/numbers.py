"""Numbers as Vietnamese write them: 13.663 is thirteen thousand, 3,5 is three and a half; read and written here."""

import re
from decimal import Decimal

_WRITTEN = re.compile(r"(?P<sign>[-\u2212]?)(?P<whole>[1-9]\d{0,2}(?:\.\d{3})+|\d+)(?:,(?P<part>\d+))?", re.ASCII)
_DIGITS = re.compile(r"[-\u2212]?\d(?:[\d.,]|[ \u00a0](?=\d{3}(?!\d)))*(?<![.,])", re.ASCII)
_ENGLISH_GROUPS = re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?", re.ASCII)
_ENGLISH_PART = re.compile(r"-?\d+\.\d+", re.ASCII)
_NO_WHOLE = re.compile(r"(?<![\d.,])[.,](?=\d)", re.ASCII)
_MAGNITUDE = re.compile(r"chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ|\dk\b")
_SWAPPED = str.maketrans(",.", ".,")
_LONGEST = 20
"""Characters: more than a quintillion is no figure of a movement, and Decimal work stays small."""
_MEGABYTE = 10**6
_PRECISE = 100
"""Megabytes: below this, a tenth of one is told."""


def read_number(text: str) -> Decimal | None:
    """Read `3100`, `3.100` or `3,5`; None where the text is no number written so."""
    match = _WRITTEN.fullmatch(text.strip())
    if match is None or len(text) > _LONGEST:
        return None
    sign = "-" if match["sign"] else ""
    return Decimal(f"{sign}{match['whole'].replace('.', '')}.{match['part'] or '0'}").normalize()


def propose_number(text: str) -> str | None:
    """Guess what a number written another way means: `3.5` is `3,5`, `1,000` `1.000`, `3 100` and `3.100 m` `3.100`.

    None where the text holds no single number, or counts in thousands or millions. `3.500` is never asked about: it is three thousand five hundred.
    """
    found = _DIGITS.findall(_NO_WHOLE.sub("0,", text))
    if len(found) != 1 or _MAGNITUDE.search(text.casefold()):
        return None
    typed = re.sub(r"[ \u00a0]", ".", found[0])
    if _ENGLISH_GROUPS.fullmatch(typed):
        typed = typed.translate(_SWAPPED)
    elif read_number(typed) is None and _ENGLISH_PART.fullmatch(typed):
        typed = typed.replace(".", ",")
    number = read_number(typed)
    return None if number is None else write_number(number)


def write_number(number: Decimal | int) -> str:
    """Write a number for readers: 13663 becomes `13.663`, 3.5 becomes `3,5`."""
    whole, _, part = f"{number:f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", ".")
    if whole.startswith("-") and int(whole) == 0:
        grouped = f"-{grouped}"
    part = part.rstrip("0")
    return f"{grouped},{part}" if part else grouped


def with_unit(number: str, unit: str) -> str:
    """Put a unit behind a written number, `3.100 m` with a no-break space; a percent sign stands close, `92,75%`."""
    return f"{number}{after_number(unit)}"


def after_number(unit: str) -> str:
    """Write a unit as it follows a number: behind a no-break space, a percent sign without one."""
    return unit if unit in ("", "%") else f"\u00a0{unit}"


def write_size(number: int) -> str:
    """Write a number of bytes: 4.2 million become `4,2 MB` with a no-break space, 812 million `812 MB`, 36 thousand `36 kB`."""
    if number < _MEGABYTE // 10:
        return f"{write_number(round(number / 1000))}\u00a0kB"
    megabytes = Decimal(number) / _MEGABYTE
    return f"{write_number(megabytes.quantize(Decimal('0.1') if megabytes < _PRECISE else 1))}\u00a0MB"


def write_share(part: Decimal | int, whole: Decimal | int) -> str:
    """Write a share in percent with at most one decimal, as newspapers do: 1921 of 2665 becomes `72,1%`."""
    percent = (Decimal(part) * 100 / Decimal(whole)).quantize(Decimal("0.1"))
    if part and not percent:
        return "dưới 0,1%"
    return f"{write_number(percent)}%"
