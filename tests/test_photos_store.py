"""The photo store: what was found and made once is kept from build to build, and a cache that is broken is no harm."""

import os
import random
from dataclasses import replace

import pytest
from photos import CUT, jpeg, opened, put, scene
from showcase.photos.errors import PhotoRefusedError
from showcase.photos.facts_cache import read_facts
from showcase.photos.inspection import inspect_bytes
from showcase.photos.resizing import difference_hash, encode_renditions
from showcase.photos.store import FACTS, PhotoStore
from showcase.record.photo import PhotoFacts, PhotoFault, Rendition, renditions


@pytest.fixture
def album(tmp_path):
    """Three files: a photo, the same one again, and one that is cut."""
    folder = tmp_path / "models"
    folder.mkdir()
    made = {"a.jpg": jpeg(), "b.jpg": jpeg(), "c.jpg": CUT["half"]()}
    return [put(folder, name, data) for name, data in made.items()]


@pytest.fixture
def store(tmp_path, monkeypatch):
    """A store that works in this process: workers have tests of their own, and each costs a start."""
    monkeypatch.setattr(
        "showcase.photos.store.run_jobs", lambda work, jobs, _: ((job, run_here(work, job)) for job in jobs)
    )
    return PhotoStore(tmp_path / "anh", workers=1)


def run_here(work, job):
    try:
        return work(job.read(), job.renditions)
    except PhotoRefusedError as refused:
        return refused.fault


def forbid(monkeypatch, name: str):
    monkeypatch.setattr(f"showcase.photos.store.{name}", lambda *_: pytest.fail(f"{name} was asked"))


def test_photos_are_inspected_in_their_order_with_their_names_and_decoded(album, store):
    found = store.inspect([*album, album[0].with_name("thieu.jpg")])

    assert [(facts.name, facts.fault) for facts in found] == [
        ("a.jpg", None),
        ("b.jpg", None),
        ("c.jpg", PhotoFault.TRUNCATED),
        ("thieu.jpg", PhotoFault.UNREADABLE),
    ]
    assert difference_hash(jpeg()) == found[0].difference_hash == found[1].difference_hash


def test_what_is_unchanged_is_not_even_read_again(album, store, monkeypatch):
    before = store.inspect(album)
    forbid(monkeypatch, "inspect_file")

    assert before == store.inspect(album)


def test_in_a_fresh_checkout_photos_are_read_but_not_decoded(album, store, monkeypatch):
    before = store.inspect(album)
    for path in album:
        os.utime(path, (1, 1))
    monkeypatch.setattr(
        "showcase.photos.store.run_jobs", lambda _, jobs, __: iter(pytest.fail(f"{job} is decoded") for job in jobs)
    )

    assert before == store.inspect(album)


def test_a_photo_that_changed_is_inspected_again(album, store):
    store.inspect(album)
    album[0].write_bytes(jpeg(scene(800, 600)))

    assert [(facts.width, facts.fault) for facts in store.inspect(album)] == [
        (800, None),
        (640, None),
        (640, PhotoFault.TRUNCATED),
    ]


# --- The facts cache ----------------------------------------------------------------------------------------------


BROKEN = {
    "empty": lambda _: b"",
    "cut": lambda data: data[: random.Random(1).randrange(len(data))],
    "cut behind its sum": lambda data: data[:16],
    "random": lambda data: random.Random(2).randbytes(len(data)),
    "JSON of something else": lambda _: b'{"edition": 1, "files": [], "photos": 3}',
    "one digit changed": lambda data: data.replace(b",640,", b",641,"),
    "deep": lambda _: b"[" * 200_000,
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_facts_cache_is_made_anew(album, store, name):
    before = store.inspect(album)
    file = store.folder / FACTS
    sound = file.read_bytes()
    assert len(read_facts(file).entries) == 3
    file.write_bytes(BROKEN[name](sound))

    assert not read_facts(file).entries
    assert before == store.inspect(album)
    assert sound == file.read_bytes()


def test_a_facts_cache_that_was_cut_or_changed_anywhere_is_never_believed(album, store):
    store.inspect(album)
    file = store.folder / FACTS
    sound, dice = file.read_bytes(), random.Random(3)

    for _ in range(200):
        place = dice.randrange(len(sound))
        for broken in (sound[:place], sound[:place] + dice.randbytes(1) + sound[place + 1 :], sound[:place] + sound):
            file.write_bytes(broken)
            assert broken == sound or not read_facts(file).entries


def test_a_facts_cache_of_another_edition_is_made_anew(album, store, monkeypatch):
    before = store.inspect(album)
    monkeypatch.setattr("showcase.photos.facts_cache.edition", lambda: "other")

    assert not read_facts(store.folder / FACTS).entries
    assert before == store.inspect(album)
    assert len(read_facts(store.folder / FACTS).entries) == 3


def test_a_folder_in_the_place_of_the_facts_cache_goes(album, store):
    (store.folder / FACTS / "x").mkdir(parents=True)

    assert store.inspect(album) == store.inspect(album)
    assert (store.folder / FACTS).is_file()


@pytest.mark.parametrize("error", [PermissionError, OSError])
def test_a_facts_cache_that_cannot_be_read_or_written_is_gone_without(album, store, monkeypatch, error):
    """As root, for whom this may run, every file can be read and written: so the system is made to refuse."""
    before = store.inspect(album)
    sound = (store.folder / FACTS).read_bytes()
    album[0].write_bytes(jpeg(scene(800, 600)))

    def refuse(*_):
        raise error

    monkeypatch.setattr("showcase.photos.facts_cache.write_kept", refuse)
    assert [facts.width for facts in store.inspect(album)] == [800, 640, 640]
    assert sound == (store.folder / FACTS).read_bytes()
    monkeypatch.setattr("showcase.system.kept.read_regular", refuse)
    assert before[1:] == store.inspect(album)[1:]


def test_a_cache_below_a_file_is_gone_without(album, tmp_path):
    store = PhotoStore(put(tmp_path, "anh", b"") / "cache", workers=1)

    (facts, *_) = store.inspect(album)

    wanted = renditions(facts)
    assert encode_renditions(jpeg(), wanted)[0] == store.rendition(str(album[0]), wanted[0])
    with pytest.raises(OSError, match="anh"):
        store.make_renditions([(album[0], facts)])


def test_a_file_whose_name_is_no_text_is_remembered_too(album, store):
    odd = album[0].rename(album[0].with_name(os.fsdecode(b"anh-\xff.jpg")))

    assert store.inspect([odd]) == store.inspect([odd])
    assert [str(odd)] == list(read_facts(store.folder / FACTS).entries)


# --- Renditions ---------------------------------------------------------------------------------------------------


def test_missing_renditions_are_made_once_for_the_same_photo(album, store, monkeypatch):
    facts = store.inspect(album)
    shown = [(path, found) for path, found in zip(album, facts, strict=True) if not found.fault]

    assert store.make_renditions(shown) == {}
    for item in renditions(facts[0]):
        assert (item.width, item.height) == opened(store.cache.get(item)).size
    monkeypatch.setattr(
        "showcase.photos.store.run_jobs", lambda _, jobs, __: iter(pytest.fail(str(job)) for job in jobs)
    )
    assert store.make_renditions(shown) == {}


def test_a_photo_of_which_none_can_be_made_is_told_and_the_others_go_on(album, store):
    facts = store.inspect(album)
    cut = replace(facts[2], fault=None)

    assert {album[2]: PhotoFault.TRUNCATED} == store.make_renditions([(album[2], cut), (album[0], facts[0])])
    assert all(map(store.cache.has, renditions(facts[0])))


def test_a_single_rendition_is_made_when_asked_for_and_kept_with_its_sisters(album, store, monkeypatch):
    wanted = renditions(inspect_bytes(jpeg()))

    data = store.rendition(str(album[0]), wanted[0])
    forbid(monkeypatch, "encode_renditions")

    assert encode_renditions(jpeg(), wanted)[0] == data
    assert wanted[1].width == opened(store.rendition(str(album[0]), wanted[1])).width


def test_a_rendition_of_a_photo_that_is_gone_is_not_another_s(album, store):
    gone = Rendition(640, 480, "webp", "0123456789abcdef-640.webp")

    with pytest.raises(PhotoRefusedError):
        store.rendition(str(album[0]), gone)


@pytest.mark.parametrize("form", ["jpeg", "webp"])
@pytest.mark.parametrize("left", [0, 1, 5000, -1])
def test_a_rendition_that_was_cut_in_the_cache_is_made_again(album, store, form, left):
    (wanted,) = (item for item in renditions(inspect_bytes(jpeg())) if (item.format, item.width) == (form, 640))
    whole = store.rendition(str(album[0]), wanted)
    store.cache.file(wanted).write_bytes(whole[:left])

    assert store.cache.get(wanted) is None
    assert whole == store.rendition(str(album[0]), wanted) == store.cache.get(wanted)


def test_a_folder_in_the_place_of_a_rendition_is_none(album, store):
    wanted = renditions(inspect_bytes(jpeg()))
    store.cache.file(wanted[0]).mkdir(parents=True)

    assert not store.cache.has(wanted[0])
    assert encode_renditions(jpeg(), wanted)[0] == store.rendition(str(album[0]), wanted[0])


def test_renditions_that_nobody_uses_are_removed_after_a_month(tmp_path):
    used, unused = (PhotoFacts("", digest=key, format="jpeg", width=640, height=480) for key in "ab")
    new = Rendition(480, 360, "webp", f"{'c' * 16}-480.webp")
    store = PhotoStore(tmp_path)
    for items in (renditions(used), renditions(unused), [new]):
        store.cache.put(items, [b"RIFF" for _ in items])
    stranger, temporary = put(tmp_path, "ghi-chu.txt", b""), put(tmp_path, ".anh.webp.1.tmp", b"")
    for file in tmp_path.iterdir():
        if file != store.cache.file(new):
            os.utime(file, (1, 1))

    store.remove_unused([used])

    kept = {*map(store.cache.file, renditions(used)), store.cache.file(new), stranger}
    assert kept == set(tmp_path.iterdir())
    assert not temporary.exists()
