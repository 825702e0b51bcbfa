"""Which documents a text names: by an id, or by their numbers as printed."""

import re
from collections.abc import Collection, Iterable

from showcase.record.document import Document
from showcase.words.text import fold

_NUMBER = re.compile(r"\d[\da-z/.-]*[/-][\da-z/-]*[a-z][\da-z/-]*")
"""A number of the State or the Party within a sentence, folded: `11-ct/tu`, `10/2022/qh15`."""
_JOINTS = re.compile(r"\s*([-–/])\s*")


class Cited:
    """Finds documents by what others write of them."""

    def __init__(self, documents: Iterable[Document]) -> None:
        """Know the documents."""
        self._by_id: dict[str, Document] = {}
        self._by_number: dict[str, list[Document]] = {}
        for document in documents:
            self._by_id[document.id] = document
            if document.number:
                self._by_number.setdefault(_folded(document.number), []).append(document)

    def find(self, text: str, provinces: Collection[str]) -> tuple[Document, ...]:
        """Give the documents that a text names, in its order; none where the number alone does not tell which.

        Numbers begin anew with each issuer: of several documents of one number it is that of one of the `provinces`, by
        their codes, or else that of the whole country.
        """
        if text in self._by_id:
            return (self._by_id[text],)
        found = (self._of_number(number, provinces) for number in _NUMBER.findall(_folded(text)))
        return tuple(dict.fromkeys(document for document in found if document))

    def _of_number(self, number: str, provinces: Collection[str]) -> Document | None:
        same = self._by_number.get(number, [])
        of_place = [one for one in same if one.place and one.place.province.code in provinces]
        fitting = of_place or [one for one in same if not one.place and not one.scope]
        return fitting[0] if len(fitting) == 1 else None


def _folded(text: str) -> str:
    """Fold a text, and close up its numbers: some write `05 - CT/TW`."""
    return _JOINTS.sub(r"\1", fold(text)).replace("–", "-")
