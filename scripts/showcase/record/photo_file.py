"""A photo file that readers get says in its name, and within, whose photo it is and how it may be used.

Who saves it from a page or a chat has the credit with it: the name is `ID_WHO_KEY-WIDTH.jpg`, by the id of the model or event, by who made
it, and by a key of all that the file is made of, so that a file of this name never changes. Nothing here knows how
a label is written into a file (`photos/labelling.py`).
"""

import hashlib
import re
from collections.abc import Mapping
from typing import NamedTuple

from showcase.reading.form import LICENCES
from showcase.record.model import Photo
from showcase.record.photo import Rendition, renditions
from showcase.words.text import slug

LABELLING = 1
"""To be raised with every change in what is written into files: a new name is a new file for caches and browsers."""
FOLDER = "anh/"
CC_BY = "https://creativecommons.org/licenses/by/4.0/"
LICENCE_ADDRESSES: Mapping[str, str] = {
    "CC-BY-4.0": CC_BY,
    "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "cua-du-an": CC_BY,
}
"""What is used by permission has no licence by which others could take it."""
_LONGEST_CREDIT = 32
"""Letters of a credit in a file name, so that with the longest id it is one of 136, and every system can hold it."""
_KEY = 12
_LONGEST_CREATOR = 300
"""Letters: a part of a JPEG holds 65,533 bytes, and one letter takes up to six of them in XML."""
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Label(NamedTuple):
    """What a file says: who made the photo, the line of credit, whose it is and how it may be used, the licence's address or ''."""

    creator: str
    credit: str
    rights: str
    licence: str


class PhotoFile(NamedTuple):
    """One size of a photo as readers get it: its path in the site, pixels, 'webp' or 'jpeg', and what it is made of."""

    path: str
    width: int
    height: int
    format: str
    rendition: Rendition
    label: Label


def credit_of(photo: Photo) -> str:
    """Give the line of credit that stands wherever a photo does."""
    return _credit(photo, photo.author)


def label_of(photo: Photo) -> Label:
    """Give what the files of a photo say."""
    author = _NOT_IN_XML.sub("", photo.author)
    creator = author if len(author) <= _LONGEST_CREATOR else f"{author[:_LONGEST_CREATOR]}…"
    rights = f"{creator} ({LICENCES[photo.licence]})"
    return Label(creator, _credit(photo, creator), rights, LICENCE_ADDRESSES.get(photo.licence, ""))


def photo_files(photo: Photo, owner_id: str) -> tuple[PhotoFile, ...]:
    """Give the files of a photo of a model or an event by its id, as `renditions` sorts them; none of a faulty photo."""
    sizes = renditions(photo.facts)
    if not sizes:
        return ()
    label, pixels = label_of(photo), sizes[0].name.partition("-")[0]
    key = hashlib.sha256("\0".join((pixels, str(LABELLING), *label)).encode()).hexdigest()[:_KEY]
    who = slug(photo.author[:_LONGEST_CREATOR])[:_LONGEST_CREDIT].strip("-")
    name = "_".join(filter(None, (owner_id, who, key)))
    return tuple(
        PhotoFile(f"{FOLDER}{name}{size.name.removeprefix(pixels)}", size.width, size.height, size.format, size, label)
        for size in sizes
    )


def _credit(photo: Photo, creator: str) -> str:
    return f"{'Tranh' if photo.kind == 'minh-hoa' else 'Ảnh'}: {creator} ({LICENCES[photo.licence]})"
