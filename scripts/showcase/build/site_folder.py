"""What lies in the folder of a site: whether it may be one at all, what in it is none of our business, and how files go."""

import errno
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from showcase.build.errors import ForeignFolderError
from showcase.build.ledger import JOURNAL, LEDGER
from showcase.system.writing import is_temporary

_OF_HOSTS = (
    ".git",
    ".nojekyll",
    ".htaccess",
    ".well-known",
    ".domains",
    ".forgejo",
    ".gitea",
    ".woodpecker",
    ".DS_Store",
)
"""How hidden names begin that static hosts, git and its forges put at the top of a site, or ask for there."""


def refuse_foreign(site: Path) -> None:
    """Raise ForeignFolderError for a folder of others, FileExistsError for a file in the place of a site."""
    if site.exists() and not site.is_dir():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(site))
    if site.is_dir() and not (site / LEDGER).is_file() and not all(_is_of_a_host(path.name) for path in site.iterdir()):
        raise ForeignFolderError(str(site))


def can_be_replaced(site: Path) -> bool:
    """Tell whether there is no site yet, nor anything else: an empty folder goes, unless the system holds it in place."""
    try:
        site.rmdir()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True


def _is_others(name: str) -> bool:
    """Tell whether a path in the site is none of our business: hidden at the top (`.git`, `.nojekyll`), as for MkDocs."""
    return name.startswith(".") and not is_temporary(name)


def _is_of_a_host(name: str) -> bool:
    """Tell whether what is hidden may lie where a site is to be; a home is full of hidden files of other kinds."""
    return name == JOURNAL or is_temporary(name) or name.startswith(_OF_HOSTS)


def files_of_site(site: Path) -> list[str]:
    """List all that lies in a site of which there is no ledger."""
    names = (
        path.relative_to(site).as_posix() for path in sorted(site.rglob("*")) if path.is_symlink() or not path.is_dir()
    )
    return [name for name in names if not _is_others(name)]


def sweep(site: Path, paths: Iterable[str]) -> int:
    """Remove the temporary files of a killed build in the folders of paths; gives their number."""
    folders = dict.fromkeys(path.rpartition("/")[0] for path in paths)
    found = [place for folder in folders for place in (site / folder).glob(".*") if is_temporary(place.name)]
    for place in found:
        place.unlink(missing_ok=True)
    return len(found)


def remove(site: Path, paths: Iterable[str]) -> int:
    """Remove files, and the folders that this leaves empty; gives how many there were."""
    removed = 0
    for path in paths:
        place = site / path
        with suppress(FileNotFoundError):
            place.unlink()
            removed += 1
        with suppress(OSError):  # a folder that is not empty ends it
            for folder in place.parents:
                if folder == site:
                    break
                folder.rmdir()
    return removed
