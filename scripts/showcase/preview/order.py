"""Keeps models in the catalogue's order while they come, change and go one at a time; knows no files.

`newest_first` sorts 13,663 models in 0.3 s, which is most of what a saved file may take to show; here one model finds
its place by bisection, and its sort key is made once.
"""

from bisect import bisect_left
from dataclasses import fields
from typing import NamedTuple

from showcase.record.brief import Brief
from showcase.views.shelves import Shelf, Shelves

__all__ = ["Order", "reshelved"]


class _Key(NamedTuple):
    """What `newest_first` sorts by; the path decides last, as the order of an intake does there."""

    age: int
    title: str
    model_id: str
    path: tuple[str, ...]


class Order:
    """Models on show and models taken down, each newest first."""

    def __init__(self) -> None:
        """Begin empty."""
        self._keys: dict[bool, list[_Key]] = {False: [], True: []}
        self._rows: dict[bool, list[Brief]] = {False: [], True: []}
        self._places: dict[str, tuple[bool, _Key]] = {}

    @property
    def shown(self) -> tuple[Brief, ...]:
        """The models on show."""
        return tuple(self._rows[False])

    @property
    def withdrawn(self) -> tuple[Brief, ...]:
        """The models taken down."""
        return tuple(self._rows[True])

    def get(self, path: str) -> Brief | None:
        """Give the model of a file."""
        if path not in self._places:
            return None
        withdrawn, key = self._places[path]
        return self._rows[withdrawn][bisect_left(self._keys[withdrawn], key)]

    def put(self, model: Brief) -> None:
        """Take in a model, in place of what its file said before."""
        self.drop(model.path)
        withdrawn, key = bool(model.withdrawn), _key(model)
        at = bisect_left(self._keys[withdrawn], key)
        self._keys[withdrawn].insert(at, key)
        self._rows[withdrawn].insert(at, model)
        self._places[model.path] = withdrawn, key

    def drop(self, path: str) -> None:
        """Forget the model of a file; nothing happens where there is none."""
        if path in self._places:
            withdrawn, key = self._places.pop(path)
            at = bisect_left(self._keys[withdrawn], key)
            del self._keys[withdrawn][at], self._rows[withdrawn][at]


def _key(model: Brief) -> _Key:
    return _Key(-model.published, model.order, model.id, tuple(model.path.split("/")))


def reshelved(shelves: Shelves, old: Brief, new: Brief, models: tuple[Brief, ...]) -> Shelves | None:
    """Put `new` where `old` lies, in the order of `models`; None where it belongs on other shelves, so all are filled anew.

    Measured at 13,663 models: 20 ms, against 200 ms for `make_shelves`.
    """
    if _belongs(old) != _belongs(new):
        return None
    places = {} if _key(old) == _key(new) else {id(model): place for place, model in enumerate(models)}
    return Shelves(*(_exchanged(getattr(shelves, part.name), old, new, places) for part in fields(shelves)))


def _belongs(model: Brief) -> tuple[object, ...]:
    """Give all by which a model finds its shelves."""
    return bool(model.withdrawn), model.field, model.themes, model.places


def _exchanged(shelf: Shelf, old: Brief, new: Brief, places: dict[int, int]) -> Shelf:
    """Exchange by identity, since comparing models means comparing their stories; `places` are empty where none changed."""
    found = dict(shelf)
    for key, members in shelf.items():
        if any(member is old for member in members):
            changed = [new if member is old else member for member in members]
            found[key] = tuple(sorted(changed, key=lambda member: places[id(member)]) if places else changed)
    return found
