"""All words that the closed lists know, by their letters: what is a word of one list is no slip in another."""

from showcase.reading.form import (
    APPROXIMATIONS,
    DIMENSIONS,
    DOCUMENT_KINDS,
    EVENT_KINDS,
    LEVELS,
    MEASURES,
    MILESTONES,
    MODEL_KINDS,
    MOMENTS,
    OBJECTS,
    RATINGS,
    ROLES,
    SUBJECTS,
)
from showcase.reading.spellings import LEVEL_SPELLINGS, MILESTONE_SPELLINGS, ROLE_SPELLINGS, SUBJECT_SPELLINGS
from showcase.record.vocabulary import Vocabularies
from showcase.words.slip import plain_letters

_LISTS = (
    APPROXIMATIONS,
    DIMENSIONS,
    DOCUMENT_KINDS,
    EVENT_KINDS,
    MILESTONES,
    LEVELS,
    MEASURES,
    MODEL_KINDS,
    MOMENTS,
    OBJECTS,
    RATINGS,
    ROLES,
    SUBJECTS,
)
_SPELLINGS = (MILESTONE_SPELLINGS, LEVEL_SPELLINGS, ROLE_SPELLINGS, SUBJECT_SPELLINGS)
_WORDS = frozenset(
    plain_letters(word)
    for words in (
        *(choices for choices in _LISTS),
        *(choices.values() for choices in _LISTS),
        *(others for spellings in _SPELLINGS for others in spellings.values()),
    )
    for word in words
)


def known_words(vocabularies: Vocabularies) -> frozenset[str]:
    """Give the plain letters of every word of the format's lists and of the vocabularies."""
    return _WORDS | vocabularies.words
