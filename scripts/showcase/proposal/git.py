"""Git is asked which files two revisions hold, and for their bytes; nothing is checked out, so no hook, filter or setting of theirs is obeyed.

Names are bytes to git: of those that are no UTF-8 Python keeps the bytes as halves of pairs.
"""

import os
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, NamedTuple, cast

FILE, LINK, REPOSITORY = "file", "link", "repository"
_KINDS = {"100644": FILE, "100755": FILE, "100664": FILE, "120000": LINK, "160000": REPOSITORY}
_GONE = "000000"
_QUIET = {
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
}
"""Nothing is fetched on the way, no object stands for another, nothing is written, nobody is asked."""
_PART = 1024 * 1024
_DIFFERENCE = ("diff-tree", "-r", "-z", "--no-renames", "--no-commit-id", "--ignore-submodules=none")


class GitError(Exception):
    """Git could not answer; the message is what it said."""


class Entry(NamedTuple):
    """What lies at a path of a revision: a file, a link or another repository, by the name of its object."""

    kind: str
    object: str


class Change(NamedTuple):
    """What lies at a path before and after; None where nothing does."""

    before: Entry | None
    after: Entry | None


class Git:
    """The repository at a folder."""

    def __init__(self, folder: Path) -> None:
        """Ask nothing yet."""
        self._folder = folder

    def commit(self, name: str) -> str:
        """Give the commit of a revision; raises GitError where there is none."""
        if name.startswith("-"):
            raise GitError(name)
        return self._ask("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}").decode().strip()

    def ancestor(self, one: str, other: str) -> str:
        """Give the commit that two last had in common; raises GitError where there is none."""
        return self._ask("merge-base", one, other).decode().strip()

    def entries(self, commit: str, folder: str) -> dict[str, Entry]:
        """Give all that lies below a folder of a commit, by path."""
        listed = self._ask("ls-tree", "-r", "-z", "--full-tree", commit, "--", f"{folder}/").split(b"\0")
        heads_and_paths = (line.partition(b"\t")[::2] for line in listed if line)
        found = {_text(path): _entry(*head.decode().split()[::2]) for head, path in heads_and_paths}
        return {path: entry for path, entry in found.items() if entry}

    def changes(self, before: str, after: str) -> dict[str, Change]:
        """Give what one commit has otherwise than another, by path."""
        fields = self._ask(*_DIFFERENCE, before, after).split(b"\0")
        found = {}
        for head, path in zip(fields[::2], fields[1::2], strict=False):
            old_mode, mode, old_name, name, _ = head.decode().removeprefix(":").split()
            found[_text(path)] = Change(_entry(old_mode, old_name), _entry(mode, name))
        return found

    def sizes(self, objects: Iterable[str]) -> dict[str, int]:
        """Give the sizes of objects in bytes; those that are missing are left out."""
        names = list(dict.fromkeys(objects))
        said = self._ask("cat-file", "--batch-check=%(objectname) %(objectsize)", given="\n".join(names).encode())
        rows = (line.split() for line in said.decode().splitlines())
        return {name: int(size) for name, size in rows if size.isdigit()}

    def contents(self, objects: Iterable[str], most: int) -> Iterator[bytes]:
        """Yield the bytes of objects, one after the other; b'' of those that are missing, or have more than `most`."""
        command = ["git", "-C", str(self._folder), "cat-file", "--batch"]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=_environment()) as process:
            given, answer = cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)
            for name in objects:
                given.write(f"{name}\n".encode())
                given.flush()
                said = answer.readline().split()[-1]
                if not said.isdigit():
                    yield b""
                    continue
                yield answer.read(int(said)) if int(said) <= most else _passed_by(answer, int(said))
                answer.read(1)

    def _ask(self, *words: str, given: bytes = b"") -> bytes:
        command = ["git", "-C", str(self._folder), "--literal-pathspecs", *words]
        try:
            done = subprocess.run(command, input=given, capture_output=True, check=True, env=_environment())
        except subprocess.CalledProcessError as error:
            raise GitError(error.stderr.decode(errors="replace").strip()) from error
        except FileNotFoundError as error:
            message = "Máy này chưa cài git."
            raise GitError(message) from error
        return done.stdout


def _environment() -> dict[str, str]:
    return {**os.environ, **_QUIET, "LC_ALL": "C"}


def _entry(mode: str, name: str) -> Entry | None:
    return None if mode == _GONE else Entry(_KINDS.get(mode, REPOSITORY), name)


def _text(path: bytes) -> str:
    return path.decode(errors="surrogateescape")


def _passed_by(answer: IO[bytes], size: int) -> bytes:
    """Read past bytes that are too many to be held."""
    while size > 0:
        size -= len(answer.read(min(size, _PART)))
    return b""
