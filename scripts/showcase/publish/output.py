"""An output is one file of the site: its path, the fingerprint of all it depends on, and the recipe of its bytes.

Recipes are pure and can be pickled: a module's function with its arguments. What they need of the world (a frame, a
photo's bytes) they ask of the `Hands`, so that a test can pass its own.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from showcase.record.photo import Rendition


class Hands(Protocol):
    """What recipes may ask for."""

    def page(self, template: str, view: object) -> bytes:
        """Fill a template of a page, or of a drawing, with a view."""
        ...

    def photo(self, source: str, rendition: Rendition) -> bytes:
        """Give one size of the photo at a path."""
        ...

    def host_file(self, path: str) -> bytes:
        """Give a file that MkDocs made, its policy filled in."""
        ...


Recipe = Callable[[Hands], bytes]


@dataclass(frozen=True, slots=True)
class Output:
    """One file; `about` says what a page's address belongs to (`mo-hinh:ID`), '' for files that are no pages."""

    path: str
    fingerprint: str
    recipe: Recipe
    about: str = ""

    @property
    def address(self) -> str:
        """The address of a page: its path without `index.html`."""
        return self.path.removesuffix("index.html")


def fingerprint(*ingredients: object) -> str:
    """Give a short digest of values: equal values of the same program give the same, in every process and on every day.

    What a value is made of is written out by `repr`, bytes are taken as they are. A pickle would not do: two equal views
    give two pickles where one of them holds the same string twice and the other two strings that are alike.
    """
    digest = hashlib.blake2b(digest_size=16)
    for ingredient in ingredients:
        data = ingredient if isinstance(ingredient, bytes) else repr(ingredient).encode()
        digest.update(b"%d:" % len(data) + data)
    return digest.hexdigest()
