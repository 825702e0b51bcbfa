"""What the rules on places share: each written place of a file, found once for all of them."""

from collections.abc import Iterator

from showcase.reading.record import Record
from showcase.record.place import Resolution
from showcase.record.submission import Submission
from showcase.rules.setting import Setting

MOST_REFUSED = 20
"""Places of a file that may be wrong before the rest is left unasked: a proposal costs some 20 ms, as much as 500 finds."""


def places(submission: Submission, setting: Setting) -> Iterator[tuple[Record, str, Resolution]]:
    """Yield each mapping that names a place, with the name and what it was found to be."""
    refused = 0
    for record in submission.records:
        written = record.text("noi") if "noi" in record.form.by_key else ""
        if written:
            resolution = setting.gazetteer.resolve(written, record.text("hien_nay") or None)
            yield record, written, resolution
            refused += resolution.fault is not None
            if refused == MOST_REFUSED:
                return
