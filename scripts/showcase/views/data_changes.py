"""What came, changed and went, and on which day: told by the records themselves, so that it is the same whenever it is asked.

A record has one day of publication and one of its last change of substance; of a model that was taken down there is that day
and its id. So each stands once as new and at most once as changed: what lies between was never written down.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from showcase.record.catalogue import Catalogue
from showcase.views import address

CAME, CHANGED, WENT = "them", "sua", "go"


class Change(NamedTuple):
    """One change: its day, what it was (`CAME` …), the kind of record, its id, the address of its page, '' where that is gone."""

    day: date
    what: str
    kind: str
    id: str
    address: str = ""


def all_changes(catalogue: Catalogue) -> tuple[Change, ...]:
    """Give all changes, the oldest first."""
    found = [
        *_changes("mo-hinh", ((one.id, address.model(one.id), *one.days) for one in catalogue.models)),
        *_changes("su-kien", ((one.id, address.event(one.id), one.published, one.updated) for one in catalogue.events)),
        *_changes("van-ban", ((one.id, address.document(one.id), one.published, None) for one in catalogue.documents)),
    ]
    gone = [(model.takedown, model.id) for model in catalogue.taken_down]
    found += [Change(takedown.day, WENT, "mo-hinh", key) for takedown, key in gone if takedown]
    return tuple(sorted(found))


def _changes(kind: str, rows: Iterable[tuple[str, str, date, date | None]]) -> Iterable[Change]:
    for key, where, published, updated in rows:
        yield Change(published, CAME, kind, key, where)
        if updated and updated > published:
            yield Change(updated, CHANGED, kind, key, where)


def month_of(day: date) -> str:
    """Write the month of a day: `2026-11`."""
    return f"{day.year:04}-{day.month:02}"


def change_data(change: Change) -> dict[str, object]:
    """Give a change as plain data."""
    return {
        "ngay": change.day.isoformat(),
        "viec": change.what,
        "loai": change.kind,
        "id": change.id,
        "duong_dan": change.address or None,
    }
