"""One administrative unit, and nothing about the others.

A unit belongs to one of two eras. Until 2025-06-30 Vietnam had three tiers: province, district, commune. Since
2025-07-01 it has two: province, commune. Codes mean nothing without their era: 17110 was phường Quỳnh Thiện and is
phường Hoàng Mai, 24 was Bắc Giang and is Bắc Ninh.
"""

from enum import Enum
from typing import NamedTuple


class Tier(Enum):
    """How large a unit is; districts are all of the former era."""

    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"


class Share(Enum):
    """How much of a former commune went to one of today's; the values are the words of the table."""

    WHOLE = "whole"
    ALL_PEOPLE = "all-people"  # part of the land, all the people
    PART = "part"


class Unit(NamedTuple):
    """A unit as the State's list of its era has it.

    ``code`` is text with leading zeros (2 characters for a province, 3 for a district, 5 for a commune), ``kind`` the
    small-letter word before the name (``"phường"``, ``"thị xã"``), ``parent`` the code of the next larger unit of the
    same era, empty for a province.
    """

    code: str
    kind: str
    name: str
    tier: Tier
    former: bool
    parent: str

    @property
    def full_name(self) -> str:
        """Kind and name as they stand inside a sentence: ``"phường Hoàn Kiếm"``."""
        return f"{self.kind} {self.name}"

    @property
    def known_as(self) -> str:
        """The name where it stands without its kind, but for the city whose name is a person's: ``"TP. Hồ Chí Minh"``."""
        is_a_person = self.tier is Tier.PROVINCE and self.name == "Hồ Chí Minh"
        return f"TP. {self.name}" if is_a_person else self.name
