"""A declaration is what one file says that only all files together can judge: ids, teachers, links, photos, who and where.

Plain values, like a summary's: it is kept from run to run, so that one changed file is judged among 13,663 without reading
the others again. It is made of any file, sound or not.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from showcase.words.problem import Problem, Severity, Spot

__all__ = ["Declaration", "DeclaredPhoto", "Said", "declaration_of", "nothing_declared"]


class Said(NamedTuple):
    """Something that was written, and where."""

    value: str
    line: int
    column: int


class DeclaredPhoto(NamedTuple):
    """A file named under `anh` that lies in the folder, and what it was found to be."""

    file: Said
    digest: str
    width: int
    height: int
    difference_hash: int | None


class Declaration(NamedTuple):
    """What `path` says; `twin` is the place of today and the host by which entries made twice are found, or None.

    `published` is the date of publication as YYYY-MM-DD, '' where there is none; `taken_down` whether it was taken down;
    `documents` are those that its milestones name by an id, `criteria` those that hold its sets of criteria.
    """

    name: str
    path: str
    title: Said
    former_ids: tuple[Said, ...]
    learned_from: Said
    links: tuple[tuple[str, Said], ...]
    photos: tuple[DeclaredPhoto, ...]
    twin: tuple[str, str] | None
    kind: str = ""
    counted_in: tuple[Said, ...] = ()
    published: str = ""
    taken_down: bool = False
    documents: tuple[Said, ...] = ()
    criteria: tuple[Said, ...] = ()

    def error(self, rule: str, at: Said | None, message: str) -> Problem:
        """Make the problem that stops publication, at something said or at the top of the file."""
        return Problem(self.spot(at), Severity.ERROR, rule, message)

    def advice(self, rule: str, at: Said | None, message: str) -> Problem:
        """Make the problem that does not stop publication."""
        return Problem(self.spot(at), Severity.ADVICE, rule, message)

    def spot(self, at: Said | None) -> Spot:
        """Give the place of something said in this file."""
        return Spot(self.path, at.line, at.column) if at else Spot(self.path)


def nothing_declared(name: str, path: str) -> Declaration:
    """Give the declaration of a file of which nothing could be read."""
    nothing = Said("", 1, 1)
    return Declaration(name, path, nothing, (), nothing, (), (), None)


def declaration_of(row: Sequence[Any]) -> Declaration:
    """Give back the declaration that was kept as nothing but plain tuples."""
    (
        name,
        path,
        title,
        former_ids,
        learned_from,
        links,
        photos,
        twin,
        kind,
        counted_in,
        published,
        taken_down,
        documents,
        criteria,
    ) = row
    return Declaration(
        name,
        path,
        Said(*title),
        tuple([Said(*said) for said in former_ids]) if former_ids else (),
        Said(*learned_from),
        tuple([(model_id, Said(*said)) for model_id, said in links]) if links else (),
        tuple([DeclaredPhoto(Said(*file), *facts) for file, *facts in photos]) if photos else (),
        twin,
        kind,
        tuple([Said(*said) for said in counted_in]) if counted_in else (),
        published,
        taken_down,
        tuple([Said(*said) for said in documents]) if documents else (),
        tuple([Said(*said) for said in criteria]) if criteria else (),
    )
