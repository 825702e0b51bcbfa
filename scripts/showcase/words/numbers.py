"""Numbers as Vietnamese write them: 13.663 is thirteen thousand, 3,5 is three and a half; read and written here."""

import re
from decimal import Decimal

_WRITTEN = re.compile(r"(?P<sign>[-\u2212]?)(?P<whole>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?P<part>\d+))?")
_LONGEST = 20
"""Characters: more than a quintillion is no figure of a movement, and Decimal work stays small."""


def read_number(text: str) -> Decimal | None:
    """Read `3100`, `3.100` or `3,5`; None where the text is no number written so."""
    match = _WRITTEN.fullmatch(text.strip())
    if match is None or len(text) > _LONGEST:
        return None
    sign = "-" if match["sign"] else ""
    return Decimal(f"{sign}{match['whole'].replace('.', '')}.{match['part'] or '0'}").normalize()


def write_number(number: Decimal | int) -> str:
    """Write a number for readers: 13663 becomes `13.663`, 3.5 becomes `3,5`."""
    whole, _, part = f"{number:f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", ".")
    if whole.startswith("-") and int(whole) == 0:
        grouped = f"-{grouped}"
    part = part.rstrip("0")
    return f"{grouped},{part}" if part else grouped


def write_share(part: Decimal | int, whole: Decimal | int) -> str:
    """Write a share in percent with at most one decimal: 1921 of 2665 becomes `72,1 %` with a no-break space."""
    percent = (Decimal(part) * 100 / Decimal(whole)).quantize(Decimal("0.1"))
    return f"{write_number(percent)}\u00a0%"
