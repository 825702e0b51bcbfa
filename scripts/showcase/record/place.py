"""What a written place turned out to be; how it was found out is not told here."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from showcase.record.unit import Unit

__all__ = ["Body", "Fault", "Place", "Resolution"]


class Place(NamedTuple):
    """A place by the units of today, and by the former ones where it was written with a former name.

    ``commune`` is missing where the name stops at a province or a district, unless all of the district lies in one
    commune now, as the islands do. The former units are those that the name itself belongs to and everything above
    them: a name of today, or of a province that still exists, has none. ``unlisted`` are names that no list of early 2025
    has: what was written says more than the units do.
    """

    province: Unit
    commune: Unit | None = None
    former_province: Unit | None = None
    former_district: Unit | None = None
    former_commune: Unit | None = None
    unlisted: bool = False


class Body(NamedTuple):
    """A body without territory (“Bộ Tư lệnh Thủ đô Hà Nội”), and today's province that it is counted with, if any."""

    name: str
    province: Unit | None = None


class Fault(Enum):
    """Why a written place cannot be taken as it is; each comes with candidates, written in full."""

    UNKNOWN = auto()
    """No unit bears that name there: candidates are those that somebody may have meant, perhaps none."""
    AMBIGUOUS = auto()
    """Several units fit equally well: candidates are those units."""
    DIVIDED = auto()
    """A former commune lies in several now and ``hien_nay`` is missing: candidates are today's, the likeliest first."""
    MERGED = auto()
    """A commune that was merged away before early 2025: candidates are today's that it probably lies in, for ``hien_nay``."""
    NOT_A_SUCCESSOR = auto()
    """``hien_nay`` names a commune or province of today that the place does not lie in: candidates are those it does."""
    NOW_UNKNOWN = auto()
    """``hien_nay`` names nothing of today: candidates are today's communes of the place."""
    NOW_AMBIGUOUS = auto()
    """``hien_nay`` fits several communes of today that the place may lie in: candidates are those."""
    COUNTRY = auto()
    """It is the whole country, or nowhere in particular."""
    BODY = auto()
    """It is the name of a body, without a place in it."""
    HOST = auto()
    """It begins with the name of a body: candidates are what the rest names, ``detail`` is the body."""
    WHOLE = auto()
    """It has words that are no part of the name (“toàn”, “một số xã của”): candidates are the unit itself, if it is told."""
    SEVERAL = auto()
    """It names several places: candidates are all of them."""
    BELOW = auto()
    """It begins with a hamlet: candidates are what the rest names, ``detail`` is the hamlet."""
    JOINED = auto()
    """Commas are missing: candidates are with commas."""
    SHORTENED = auto()
    """It has an abbreviation or a byname that no list has."""
    REVERSED = auto()
    """It goes from the largest to the smallest."""
    ENGLISH = auto()
    """It is English."""
    UNMARKED = auto()
    """It has no marks."""
    MIXED = auto()
    """It is today's commune with a district or a province of before."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """A place, or the fault that hindered it and the names to ask “Ý bạn là …?” with; never both.

    ``may_be_earlier`` where the name looks like one of a place that is no more, which ``hien_nay`` would settle.
    """

    place: Place | None = None
    fault: Fault | None = None
    candidates: tuple[str, ...] = ()
    detail: str = ""
    may_be_earlier: bool = False
