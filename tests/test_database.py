"""The database: whatever lies in its place, a build gives the right site, and at worst takes its time."""

import random
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from building import FRAME, OPTIONS, clean, published, share, without_mkdocs, without_steering
from library import MadeHost, checked
from making import TODAY
from project import files_of, make_project, write_model
from showcase.build.build import fill_hosts_site
from showcase.checking import database as databases
from showcase.checking.database import FILE, SOURCES, Database
from showcase.checking.whole import check_folder
from showcase.system.package import code_edition

PLACE = OPTIONS.cache / FILE


@pytest.fixture
def project(tmp_path, shared, monkeypatch):
    """A site that is built, in the folder we stand in, and an edit of which nothing is known yet."""
    monkeypatch.chdir(make_project(tmp_path, photo=False))
    without_mkdocs(monkeypatch)
    without_steering(monkeypatch)
    share(OPTIONS.cache, shared)
    published()
    write_model(tmp_path, "to-tu-quan", "tieu_de: Tổ tự quản có tên khác\n")
    return tmp_path


def cut(share: float) -> Callable[[], object]:
    return lambda: PLACE.write_bytes(PLACE.read_bytes()[: int(PLACE.stat().st_size * share)])


def noise(seed: int) -> Callable[[], object]:
    """Put random bytes over a part of the file, its head left as it is."""

    def spoil() -> None:
        chance, data = random.Random(seed), bytearray(PLACE.read_bytes())
        start = chance.randrange(200, len(data) - 3000)
        data[start : start + 3000] = chance.randbytes(3000)
        PLACE.write_bytes(data)

    return spoil


def of_an_older_program() -> None:
    """Its tables had other columns."""
    PLACE.unlink()
    with sqlite3.connect(PLACE) as connection:
        connection.execute("CREATE TABLE edition (name TEXT NOT NULL)")
        connection.execute("INSERT INTO edition VALUES ('0 of long ago')")
        connection.execute("CREATE TABLE sources (path TEXT PRIMARY KEY, row BLOB NOT NULL)")


def a_folder() -> None:
    PLACE.unlink()
    (PLACE / "with").mkdir(parents=True)


DAMAGES = {
    "gone": PLACE.unlink,
    "empty": cut(0),
    "its head cut": cut(0.01),
    "cut": cut(0.5),
    "its last page cut": lambda: PLACE.write_bytes(PLACE.read_bytes()[:-4096]),
    "no database": lambda: PLACE.write_bytes(b"no database" * 1000),
    "random bytes": lambda: PLACE.write_bytes(random.Random(1).randbytes(100_000)),
    **{f"noise {seed}": noise(seed) for seed in range(6)},
    "of an older program": of_an_older_program,
    "a folder": a_folder,
}


QUICK = {"gone", "no database"}
"""Damages that `make quick` tries."""


@pytest.mark.parametrize(
    "spoil",
    [pytest.param(spoil, id=name, marks=[pytest.mark.slow] * (name not in QUICK)) for name, spoil in DAMAGES.items()],
)
def test_whatever_lies_in_its_place_the_site_is_right(project, spoil):
    spoil()
    expected = clean()
    for _ in range(2):
        assert published().troubles == ()
        assert files_of(OPTIONS.site) == expected


@pytest.fixture
def small_disk(monkeypatch):
    """Give a function that lets the database grow by so many pages and no more."""
    connect = sqlite3.connect

    def allow(pages: int) -> None:
        def limited(place, **more):
            connection = connect(place, **more)
            (there,) = connection.execute("PRAGMA page_count").fetchone()
            if str(place) != ":memory:":
                connection.execute(f"PRAGMA max_page_count = {there + pages}")
            return connection

        monkeypatch.setattr(databases.sqlite3, "connect", limited)

    return allow


@pytest.mark.parametrize("is_first", [True, False])
@pytest.mark.parametrize("pages", [0, *(pytest.param(pages, marks=pytest.mark.slow) for pages in (9, 20, 60))])
def test_where_the_disk_is_full_the_site_is_right(project, small_disk, pages, is_first):
    if is_first:
        PLACE.unlink()
        shutil.rmtree(OPTIONS.site)
    for number in range(30):
        write_model(project, f"to-so-{number}", f"tieu_de: Tổ tự quản số {number}\n")
    small_disk(pages)
    assert published().troubles == ()
    assert files_of(OPTIONS.site) == clean()


@pytest.mark.slow
def test_where_it_may_only_be_read_the_site_is_right(project, monkeypatch):
    connect = sqlite3.connect

    def only_to_be_read(place, **more):
        return (
            connect(place, **more) if str(place) == ":memory:" else connect(f"file:{place}?mode=ro", uri=True, **more)
        )

    monkeypatch.setattr(databases.sqlite3, "connect", only_to_be_read)
    assert published().troubles == ()
    assert files_of(OPTIONS.site) == clean()


@pytest.mark.slow
def test_one_that_another_holds_for_long_is_done_without(project, monkeypatch):
    connect = sqlite3.connect
    monkeypatch.setattr(
        databases.sqlite3, "connect", lambda place, **more: connect(place, **(more | {"timeout": 0.01}))
    )
    with connect(PLACE) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert published().troubles == ()
        assert files_of(OPTIONS.site) == clean()


def test_it_is_believed_by_the_edition_of_the_code_that_wrote_it_alone(project):
    database = Database(OPTIONS.cache, code_edition())
    assert database.keys(SOURCES)
    database.close()
    assert Database(OPTIONS.cache, "another").keys(SOURCES) == set()


@pytest.mark.slow
@pytest.mark.parametrize("spoil", [PLACE.unlink, noise(5), a_folder], ids=["gone", "noise", "a folder"])
def test_a_site_that_a_host_has_just_filled_is_right_though_nothing_is_known(project, spoil):
    found = check_folder(OPTIONS.models, OPTIONS.cache, TODAY)
    spoil()
    Path("of-mkdocs").mkdir()
    options = replace(OPTIONS, site=Path("of-mkdocs"))
    done = fill_hosts_site(found, MadeHost(frame=FRAME), options, TODAY, is_lenient=False)
    assert done.troubles == ()
    assert files_of(Path("of-mkdocs")) == clean()


def test_without_a_file_no_other_process_is_asked(project, monkeypatch):
    """It could not know what is in memory here."""
    monkeypatch.setattr("showcase.build.update._WORTH_PROCESSES", 1)
    monkeypatch.setattr("showcase.checking.check._WORTH_PROCESSES", 1)
    monkeypatch.setattr("showcase.system.pool.Processes", lambda *_: pytest.fail("a process was started"))
    a_folder()
    monkeypatch.setattr(databases, "clear", Path.unlink)  # which no folder lets happen
    assert published().troubles == ()
    monkeypatch.undo()


@pytest.mark.slow
def test_models_that_nobody_has_any_more_are_swept_in_time(tmp_path, monkeypatch):
    monkeypatch.chdir(make_project(tmp_path, photo=False))
    cache, most = Path("cache"), 0
    for number in range(230):
        write_model(Path(), "to-tu-quan", f"tieu_de: Tổ tự quản số {number}\n")
        found = checked(Path("models"), cache=cache)
        with sqlite3.connect(cache / FILE) as connection:
            (there,) = connection.execute("SELECT count(*) FROM models").fetchone()
        most = max(most, there)
    assert 50 < most < 150
    database = Database(cache)
    titles = {database.model(one.digest).title for one in found.judgements.values()}
    assert "Tổ tự quản số 229" in titles
