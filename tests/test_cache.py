"""The cache may be gone, cut, noise, or something else, a file of it or a folder: the site is right, and it is whole again."""

import os
import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from building import OPTIONS, published, without_steering
from click.testing import CliRunner
from project import THE_DAY, files_of, make_project, put, write_model
from showcase.build.options import Options
from showcase.cli.commands import main
from showcase.cli.options import CACHE
from showcase.system import cache as caches
from showcase.system import writing
from showcase.system.kept import clear, emptied, read_kept, write_kept

SEARCHED = replace(OPTIONS, is_searched=True)
"""The search is half of what a small site takes, so it is made where something of its own was damaged."""
FILES = {
    "the database": "build.db",
    "the facts of photos": "anh/facts",
    "a WebP": "anh/*.webp.kept",
    "the host": "host/host",
    "the sources of the host": "host/sources",
    "the state of the host": "host/state",
    "a page of MkDocs": "host/mkdocs/gioi-thieu/index.html",
    "a page of the host": "host/site/gioi-thieu/index.html",
    "a script of the host": "host/site/assets/*.js",
    "a template": "mau/*",
    "the state of the search": "tim/state",
    "its manifest": "tim/tim/muc-luc.json",
    "a piece of it": "tim/tim/manh/*.json",
}
ASKED_WITHOUT = {
    "the facts of photos": ["build.db"],
    "the state of the host": ["host/host"],
    "a page of MkDocs": ["host/host"],
}
"""What is asked for only where something else that was made of it is to be made again."""
FOLDERS = ["anh", "host", "host/mkdocs", "host/site", "mau", "tim", "tim/tim", "tim/tim/manh"]


def cut(place: Path) -> None:
    place.write_bytes(place.read_bytes()[: place.stat().st_size // 2])


def noise(place: Path) -> None:
    data = bytearray(place.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 8] = b"\0\xff\x80\x05NOIS"
    place.write_bytes(data)


def empty(place: Path) -> None:
    place.write_bytes(b"")


def a_folder(place: Path) -> None:
    clear(place)
    put(place / "x", "x")


def a_link_to_itself(place: Path) -> None:
    """Nobody can read it, be he root."""
    place.unlink()
    place.symlink_to(place.name)


def a_link_elsewhere(place: Path) -> None:
    place.unlink()
    other = put(Path("of-another.txt"), "Của người khác.")
    place.symlink_to(other.resolve())


def a_pipe(place: Path) -> None:
    place.unlink()
    os.mkfifo(place)


def of_another_edition(place: Path) -> None:
    """A pickle of a class that is no more, with a right sum of another edition."""
    write_kept(place, b"cshowcase.build.gone\nGone\n.", "another")


DAMAGES = noise, cut, empty, a_folder, a_link_to_itself, a_pipe
FURTHER = [
    *(("the database", damage) for damage in (cut, empty, a_link_to_itself, a_pipe, a_link_elsewhere)),
    ("the host", of_another_edition),
    ("the state of the search", of_another_edition),
    ("a WebP", a_link_elsewhere),
]


def in_two_ways() -> Iterator[tuple[str, Callable[[Path], None]]]:
    """Give each file with two of the damages: they are read through few doors, the database by its own."""
    for number, name in enumerate(FILES):
        yield name, DAMAGES[number % 6]
        yield name, DAMAGES[(number + 3) % 6]


@pytest.fixture(scope="module")
def built(tmp_path_factory, shared):
    """A project that is built whole, by MkDocs too, and what its cache then holds; the files of its site, with the search and without."""
    folder, kept = make_project(tmp_path_factory.mktemp("cache")), tmp_path_factory.mktemp("kept") / "cache"
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        without_steering(patch)
        published(OPTIONS)
        without = files_of(OPTIONS.site)
        published(SEARCHED)
        shutil.copytree(SEARCHED.cache, kept)
        yield kept, {OPTIONS: without, SEARCHED: files_of(SEARCHED.site)}


@pytest.fixture
def project(built):
    """The same, with its cache, and without a site, so that all is asked for."""
    kept, expected = built
    clear(OPTIONS.cache)
    shutil.copytree(kept, OPTIONS.cache)
    clear(OPTIONS.site)
    return expected


def options_for(damaged: str) -> Options:
    """How a site is built in which something damaged is asked for; the database keeps what the search is made of."""
    return SEARCHED if damaged.startswith(("tim", "build.db")) else OPTIONS


def is_right(expected, options=SEARCHED):
    """Build twice; what was damaged must be whole the second time, and then once more without a site."""
    for _ in range(2):
        clear(options.site)
        assert published(options).troubles == ()
        assert files_of(options.site) == expected[options]
    other = Path("of-another.txt")
    assert not other.exists() or other.read_text(encoding="utf-8") == "Của người khác."


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "damage"),
    [pytest.param(*case, id=f"{case[0]}, {case[1].__name__}") for case in [*in_two_ways(), *FURTHER]],
)
def test_whatever_lies_in_the_place_of_a_file_the_site_is_right(project, name, damage):
    place = next(iter(sorted(OPTIONS.cache.glob(FILES[name]))))
    for known in ASKED_WITHOUT.get(name, ()):
        clear(OPTIONS.cache / known)
    damage(place)
    is_right(project, options_for(FILES[name]))
    assert place.is_file(), "it was made anew"
    assert not place.is_symlink()


@pytest.mark.slow
@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("file", ["a file", "nothing"])
def test_whatever_lies_in_the_place_of_a_folder_the_site_is_right(project, folder, file):
    clear(OPTIONS.cache / folder)
    if file == "a file":
        put(OPTIONS.cache / folder, "Không phải thư mục.")
    with caches.usable(OPTIONS.cache, lambda why: pytest.fail(str(why))):
        is_right(project, options_for(folder))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_noise_in_any_three_files_leaves_the_site_right(project, seed):
    dice = random.Random(seed)
    files = sorted(path for path in OPTIONS.cache.rglob("*") if path.is_file())
    for place in dice.sample(files, 3):
        dice.choice([noise, cut])(place)
    is_right(project)


# --- A cache that cannot be written --------------------------------------------------------------------------------


@pytest.fixture
def alone(tmp_path, monkeypatch, mkdocs_once):
    monkeypatch.chdir(make_project(tmp_path, photo=False))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", THE_DAY)
    monkeypatch.setenv("SITE_URL", "https://mau.example/")
    return tmp_path


def a_file_in_its_place(_patch):
    put(CACHE.parent, "x")
    return "đường dẫn đi qua một tệp, không phải thư mục"


def only_to_be_read(patch):
    def refuse(*_, dir, **__):  # noqa: A002 - as tempfile calls it
        raise OSError(30, "Read-only file system", str(dir))

    patch.setattr(caches, "NamedTemporaryFile", refuse)
    return "ổ đĩa chỉ cho đọc"


def a_full_disk(patch):
    def refuse(*_, dir, **__):  # noqa: A002 - as above
        raise OSError(28, "No space left on device", str(dir))

    patch.setattr(caches, "NamedTemporaryFile", refuse)
    patch.setattr("showcase.cli.messages.disk_usage", lambda _: type("Usage", (), {"free": 123_000}))
    return "ổ đĩa đã đầy, chỉ còn 0,1\u00a0MB"


@pytest.mark.slow
@pytest.mark.parametrize("trouble", [a_file_in_its_place, only_to_be_read, a_full_disk])
@pytest.mark.parametrize("verb", ["check", "build"])
def test_without_a_cache_all_goes_on_and_a_word_is_said(alone, monkeypatch, verb, trouble):
    reason = trouble(monkeypatch)
    done = CliRunner().invoke(main, [verb])
    assert done.exit_code == 0, done.output
    first = done.stderr.splitlines()[0]
    assert first == (
        f"Không ghi được vào thư mục tạm .cache/showcase ({reason}). Lần này chương trình làm không có nó nên lâu hơn."
    )
    assert verb == "check" or (alone / "site/mo-hinh/duong-hoa/index.html").is_file()


@pytest.mark.slow
def test_a_full_disk_is_told_with_what_was_being_written_and_what_is_left(alone, monkeypatch):
    assert CliRunner().invoke(main, ["build"]).exit_code == 0
    write_model(alone, "duong-hoa", "tieu_de: Đường hoa của bản mới\n")
    write = os.write

    def full(descriptor, data):
        if Path(f"/proc/self/fd/{descriptor}").resolve().is_relative_to(Path("site").resolve()):
            raise OSError(28, "No space left on device")
        return write(descriptor, data)

    monkeypatch.setattr(writing.os, "write", full)
    done = CliRunner().invoke(main, ["build"])
    assert done.exit_code == 2
    assert done.stderr.startswith("Không đọc hoặc ghi được site/")
    assert "ổ đĩa đã đầy, chỉ còn " in done.stderr
    assert ".tmp" not in done.stderr
    assert "Traceback" not in done.stderr
    assert list(Path("site").rglob(".*.tmp")) == [], "no half of it is left"


# --- What it is made of --------------------------------------------------------------------------------------------


def test_what_is_kept_is_read_by_its_edition_alone(tmp_path):
    place = tmp_path / "a/b"
    write_kept(place, b"x", "1")
    assert read_kept(place, "1") == b"x"
    assert read_kept(place, "2") is None
    assert read_kept(tmp_path / "nothing", "1") is None


def test_a_folder_is_emptied_and_links_are_not_followed(tmp_path):
    other = put(tmp_path / "other/x", "x")
    place = tmp_path / "place"
    place.symlink_to(other.parent)
    assert list(emptied(place).iterdir()) == []
    assert other.is_file()
    put(tmp_path / "file", "x")
    assert list(emptied(tmp_path / "file/a/b").iterdir()) == []
