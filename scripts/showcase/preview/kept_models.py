"""Whole models as pages ask for them; where the database is damaged, the session hears of it, and whoever asked gets the error."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from showcase.checking.database import DAMAGE, Database
from showcase.record.model import Model


@dataclass(frozen=True)
class KeptModels:
    """The models of a database; `tell` is called where it is damaged."""

    database: Database
    tell: Callable[[], None]

    def model(self, digest: str) -> Model:
        """Give a whole model."""
        with self._listening():
            return self.database.model(digest)

    def rows(self, digests: Sequence[str]) -> Iterator[bytes]:
        """Yield the open data of models."""
        with self._listening():
            yield from self.database.rows(digests)

    def table_rows(self, digests: Sequence[str]) -> Iterator[bytes]:
        """Yield the rows that models add to the tables of the open data."""
        with self._listening():
            yield from self.database.table_rows(digests)

    @contextmanager
    def _listening(self) -> Iterator[None]:
        try:
            yield
        except DAMAGE:
            self.tell()
            raise
