"""A small project under git, and commits upon it made of trees alone, whatever lies in them; it asserts nothing."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

FILE, PROGRAM, LINK, REPOSITORY = "100644", "100755", "120000", "160000"
_NOBODY = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    **{f"GIT_{who}_{what}": "nobody@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
}
Put = Mapping[bytes, tuple[str, bytes] | None]
"""What a commit puts at its paths: a mode with the bytes, or with the name of a commit; None where it takes away."""


def git(folder: Path, *words: str, given: bytes = b"", **environment: str) -> str:
    """Run git as somebody without settings; give what it says."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    done = subprocess.run(
        ["git", *words],
        cwd=folder,
        env={**kept, **_NOBODY, **environment},
        input=given,
        capture_output=True,
        check=True,
    )
    return done.stdout.decode().strip()


def begin(folder: Path) -> str:
    """Make a repository of all that lies in a folder; give its first commit."""
    git(folder, "init", "--quiet", "--initial-branch", "main")
    (folder / ".git/info/exclude").write_text("/.cache\n/.venv\n/site\n")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "first")
    return git(folder, "rev-parse", "HEAD")


def propose(folder: Path, base: str, put: Put, *, parents: tuple[str, ...] | None = None) -> str:
    """Make a commit upon a base that differs by what is put; give its name. No work tree has a part in it."""
    index = {
        "GIT_INDEX_FILE": str(
            folder / "index-of-a-fork" if (folder / "HEAD").exists() else folder / ".git/index-of-a-fork"
        )
    }
    git(folder, "read-tree", base, **index)
    rows = b""
    for path, what in put.items():
        if what is None:
            rows += b"0 " + b"0" * 40 + b"\t" + path + b"\0"
            continue
        mode, data = what
        name = data.decode() if mode == REPOSITORY else blob(folder, data)
        rows += f"{mode} {name}\t".encode() + path + b"\0"
    git(folder, "update-index", "-z", "--index-info", given=rows, **index)
    return commit(
        folder, git(folder, "write-tree", "--missing-ok", **index), *((base,) if parents is None else parents)
    )


def blob(folder: Path, data: bytes) -> str:
    """Keep bytes; give the name of the object."""
    return git(folder, "hash-object", "-w", "--stdin", given=data)


def tree(folder: Path, *entries: tuple[str, bytes, str]) -> str:
    """Keep a tree of (mode, name, object) as it is given, though git would make none like it."""
    data = b"".join(mode.encode() + b" " + name + b"\0" + bytes.fromhex(made) for mode, name, made in entries)
    return git(folder, "hash-object", "-t", "tree", "-w", "--literally", "--stdin", given=data)


def commit(folder: Path, made: str, *parents: str) -> str:
    """Make a commit of a tree."""
    return git(folder, "commit-tree", made, *(word for parent in parents for word in ("-p", parent)), given=b"change\n")
