"""What every view looks things up in: the vocabularies and the gazetteer."""

from dataclasses import dataclass

from showcase.record.units import Gazetteer
from showcase.record.vocabulary import Vocabularies


@dataclass(frozen=True, slots=True)
class Reference:
    """The words and the places of a catalogue."""

    vocabularies: Vocabularies
    gazetteer: Gazetteer
