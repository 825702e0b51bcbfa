"""What a rule may know besides the submission that it is asked about: the day, the places, the vocabularies."""

from dataclasses import dataclass
from datetime import date

from showcase.record.units import Gazetteer
from showcase.record.vocabulary import Vocabularies


@dataclass(frozen=True, slots=True)
class Setting:
    """The surroundings of a check; `today` enters the program once, at its door."""

    today: date
    gazetteer: Gazetteer
    vocabularies: Vocabularies
