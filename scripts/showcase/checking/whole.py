"""A whole folder of models is checked here, from its files to its findings, with what the cache knows."""

from datetime import date
from pathlib import Path

from showcase.checking.check import Checked, Checker
from showcase.checking.database import Database, with_database
from showcase.checking.scan import Scan, scan_sources
from showcase.photos.store import PhotoStore
from showcase.system.package import code_edition
from showcase.system.pool import Pool


def check_folder(
    models: Path, cache: Path, today: date, project: Path = Path(), *, makes_models: bool = True
) -> Checked:
    """Check everything below `models` and the editors' list in `project`, with what is known in `cache`.

    No site can be made of it without `makes_models`.
    """
    scan = scan_sources(models, project)

    def check(database: Database) -> Checked:
        with pool_of(database) as pool:
            return check_scan(scan, database, cache, today, pool, makes_models=makes_models)

    return with_database(cache, code_edition(), check)


def check_scan(
    scan: Scan, database: Database, cache: Path, today: date, pool: Pool, *, makes_models: bool = True
) -> Checked:
    """Check what was scanned, with the photos that `cache` knows."""
    return Checker(today, PhotoStore(cache / "anh").inspect, database, pool, makes_models=makes_models).check(scan)


def pool_of(database: Database) -> Pool:
    """Share work where other processes can read the database too."""
    return Pool(is_alone=database.folder is None)
