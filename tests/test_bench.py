"""The invented catalogues of the bench: sound, repeatable, of the promised shares; and what is made of measurements."""

import os
import random
import sys
import time
from collections import Counter
from datetime import date

import pytest
import yaml
from bench.album import photo
from bench.as_markdown import with_all_in_text, with_front_matter, with_two_lists
from bench.as_yaml import as_yaml
from bench.catalogue import inventions, write_catalogue
from bench.contestants import (
    COLD,
    LABEL,
    NOTHING,
    SENTENCE,
    TITLE,
    Contestant,
    ours,
    ours_with_search,
    sentence,
    with_bare_hugo,
    with_hugo,
)
from bench.footprint import Footprint, footprint
from bench.goals import goals
from bench.invention import FIELDS, SPREAD, WITH_GUIDE, WITH_PHOTOS, without_photos
from bench.meter import Reading, RunFailedError, measure, processor_time
from bench.places import PROVINCES
from bench.preview import SHOWN, preview_times
from bench.profiling import AtOnce
from bench.race import Run, race
from bench.story import LEAST_WORDS, MOST_WORDS
from bench.summary import summarise
from bench.table import as_json, table
from library import checked
from showcase.photos.store import PhotoStore

MANY = 600


@pytest.fixture(scope="module")
def many():
    return list(inventions(MANY))


def words(invention):
    return sum(len(text.split()) for text in invention.entries["noi_dung"].values())


def share(found):
    return sum(map(bool, found)) / MANY


def near(expected):
    """Within four standard deviations of a share of so many."""
    return pytest.approx(expected, abs=4 * (expected * (1 - expected) / MANY) ** 0.5)


def files(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def told(folder, tmp_path):
    return checked(folder, PhotoStore(tmp_path / "photos", workers=1).inspect, date(2025, 12, 31))


@pytest.mark.slow
def test_a_catalogue_with_photos_has_nothing_that_stops_publication(tmp_path):
    write_catalogue(tmp_path / "models", 20, photos=True)
    found = told(tmp_path / "models", tmp_path)
    assert [str(problem) for problem in found.problems if problem.severity.value == "error"] == []
    assert found.models == 20
    assert {problem.rule for problem in found.problems} <= {"anh_chua_dep", "ten_nguoi"}


@pytest.mark.slow
def test_a_larger_catalogue_of_text_has_nothing_that_stops_publication(tmp_path):
    write_catalogue(tmp_path / "models", 100, photos=False, seed=1)
    found = told(tmp_path / "models", tmp_path)
    assert found.errors == 0, [str(problem) for problem in found.problems][:20]
    assert not any(one.summary.photos for one in found.judgements.values())


@pytest.mark.slow
def test_the_same_seed_gives_the_same_bytes(tmp_path):
    for name in ("one", "other"):
        write_catalogue(tmp_path / name, 20, photos=True)
    assert files(tmp_path / "one") == files(tmp_path / "other")


def test_another_seed_gives_another_catalogue():
    one, other = (next(iter(inventions(1, seed=seed))) for seed in (1, 2))
    assert (one.id, one.entries["noi_dung"]) != (other.id, other.entries["noi_dung"])


@pytest.mark.slow
def test_a_smaller_catalogue_is_the_beginning_of_a_larger_one(many):
    assert list(inventions(40)) == many[:40]


def test_stories_have_four_sections_and_400_to_700_words(many):
    assert {tuple(one.entries["noi_dung"]) for one in many} == {("boi_canh", "cach_lam", "hieu_qua", "bai_hoc")}
    lengths = sorted(map(words, many))
    assert lengths[0] >= LEAST_WORDS
    assert lengths[-1] <= MOST_WORDS
    assert lengths[len(lengths) // 10] < 500
    assert lengths[-len(lengths) // 10] > 560


def test_shares_are_the_promised_ones(many):
    assert share(one.photos for one in many) == near(WITH_PHOTOS)
    assert share(one.entries.get("da_nhan_rong") for one in many) == near(SPREAD)
    assert share(one.entries.get("lam_theo") for one in many) == near(WITH_GUIDE)
    assert {one.photos for one in many} == {0, 2, 3}
    fields = Counter(one.entries["linh_vuc"] for one in many)
    for field, weight in FIELDS.items():
        assert fields[field] / MANY == near(weight / sum(FIELDS.values()))


def test_every_model_has_the_parts_that_pages_show(many):
    for key in ("lich_su", "nguon", "don_vi", "dia_diem"):
        assert all(one.entries[key] for one in many)
    assert share(one.entries.get("ket_qua") for one in many) == near(0.85)


def test_thirty_provinces_and_both_eras(many):
    spots = [spot for one in many for spot in one.spots]
    assert len({spot.place.province.code for spot in spots}) == PROVINCES
    assert len({one.spots[0].place.province.code for one in many[:PROVINCES]}) == PROVINCES
    former = sum(spot.place.former_commune is not None for spot in spots)
    today = sum(spot.place.former_district is None and spot.place.commune is not None for spot in spots)
    assert 0.35 < former / len(spots) < 0.55
    assert 0.35 < today / len(spots) < 0.55
    assert any(spot.now for spot in spots)


def test_lineage_goes_back_and_never_round(many):
    place = {one.id: number for number, one in enumerate(many)}
    teachers = {one.id: one.entries["hoc_tu"] for one in many if "hoc_tu" in one.entries}
    assert len(teachers) / MANY == near(0.12)
    assert all(place[teacher] < place[learner] for learner, teacher in teachers.items())


def test_no_photo_comes_twice():
    photos = [photo(number, index) for number in range(60) for index in range(3)]
    assert len(set(photos)) == len(photos)


def test_yaml_is_read_back_as_it_was_meant():
    entries = {
        "tieu_de": "Ngõ sạch: việc của 'mọi nhà' # 1",
        "chu_de": ["moi-truong", "y-te"],
        "dia_diem": [{"noi": "xã Ea H'Leo, tỉnh Đắk Lắk", "tai": "buôn 2"}],
        "noi_dung": {"cach_lam": "Một.\n\nHai: ba.\n\n- bốn"},
    }
    read = yaml.load(as_yaml(entries), Loader=yaml.BaseLoader)  # the loader that makes texts only
    assert read == entries | {"noi_dung": {"cach_lam": "Một.\n\nHai: ba.\n\n- bốn\n"}} or read == entries


def test_other_generators_get_the_same_words(many):
    one = without_photos(many[3])
    for text in one.entries["noi_dung"].values():
        assert text in with_front_matter(one)
        assert text in with_two_lists(one)
        assert text in with_all_in_text(one)
    head = yaml.safe_load(with_front_matter(one).split("---\n")[1])
    assert head["title"] == one.entries["tieu_de"]
    assert head["linh_vuc"] == [one.entries["linh_vuc"]]
    assert head["tinh"] == [one.spots[0].place.province.name]


def test_a_bare_theme_gets_the_same_facts_and_two_lists(many):
    bare, whole = (
        yaml.safe_load(write(without_photos(many[3])).split("---\n")[1])
        for write in (with_two_lists, with_front_matter)
    )
    assert {"linh_vuc", "tinh"} <= bare.keys()
    assert bare.items() <= whole.items()
    more = whole.keys() - bare.keys()
    assert {"outputs", "tinh_linh_vuc"} <= more <= {"outputs", "tinh_linh_vuc", "xa", "huyen_cu", "tinh_cu"}


@pytest.fixture
def no_hugo(monkeypatch):
    """Hugo is only installed where the bench runs."""
    monkeypatch.setattr("bench.contestants.hugo", lambda: "hugo")


@pytest.mark.slow
@pytest.mark.parametrize("make", [ours, ours_with_search, with_hugo, with_bare_hugo], ids=lambda make: make.__name__)
def test_a_change_changes_one_file_and_is_another_each_time(make, no_hugo, tmp_path):
    contestant = make(tmp_path, 5)
    assert SENTENCE in contestant.changes
    for change in contestant.changes.values():
        before = files(tmp_path)
        change(0)
        first = files(tmp_path)
        change(1)
        second = files(tmp_path)
        assert sum(before[path] != data for path, data in first.items()) == 1
        assert first != second


@pytest.mark.slow
def test_our_own_contestant_is_told_of_a_changed_label(tmp_path):
    contestant = ours(tmp_path, 3)
    contestant.changes[LABEL](4)
    assert "ten: Kinh tế 4\n" in (tmp_path / "models/_vocabulary/linh-vuc.yaml").read_text(encoding="utf-8")
    assert told(tmp_path / "models", tmp_path).errors == 0


@pytest.mark.slow
def test_a_changed_title_is_sound_in_quotation_marks_and_without(tmp_path):
    contestant = ours(tmp_path, 12)
    before = {path: path.read_text(encoding="utf-8") for path in tmp_path.rglob("model.yaml")}
    assert len({text.startswith("tieu_de: '") for text in before.values()}) == 2
    for number in range(12):
        contestant.changes[TITLE](number)
    after = {path: path.read_text(encoding="utf-8") for path in before}
    titles = [yaml.load(text, Loader=yaml.BaseLoader)["tieu_de"] for text in after.values()]
    assert sorted(int(title.rpartition(", lần ")[2]) for title in titles) == list(range(12))
    assert all(after[path].partition("\n")[2] == text.partition("\n")[2] for path, text in before.items())
    assert told(tmp_path / "models", tmp_path).errors == 0


def test_all_take_turns_and_who_starts_afresh_takes_part_in_slow_rounds_alone(monkeypatch, tmp_path):
    told_of = []

    def quick(folder, _count):
        return Contestant("quick", folder, ("true",), "site", (), {SENTENCE: told_of.append})

    def slow(folder, _count):
        return Contestant("slow", folder, ("true",), "site", ())

    monkeypatch.setattr("bench.race.MAKERS", (quick, slow))
    for weigh in ("page_weights", "search_weights"):
        monkeypatch.setattr(f"bench.race.{weigh}", lambda *_: {})
    runs, _ = race(5, 2, 1, tmp_path, lambda _: None)
    each = [("quick", NOTHING), ("quick", SENTENCE)]
    assert [(one.name, one.what) for one in runs] == [("quick", COLD), ("slow", COLD), *each, ("quick", COLD), *each]
    assert told_of == [0, 1]


@pytest.mark.slow
def test_the_preview_is_timed_from_its_start_and_from_a_save_to_the_words_on_the_page(monkeypatch, tmp_path):
    monkeypatch.setattr("bench.preview.SAVES", 2)
    told_of = []
    times = preview_times(tmp_path / "preview", 3, told_of.append)
    assert times["start to first page, warm"] < times["start to all models, warm"]
    assert times["start to first page, cold"] < times["start to all models, cold"]
    assert 0 < times[SHOWN] <= times[f"{SHOWN}, longest"]
    assert len(told_of) == len(times) == 6
    stories = [path.read_text(encoding="utf-8") for path in tmp_path.rglob("model.yaml")]
    assert all(any(sentence(number) in story for story in stories) for number in range(3))


@pytest.mark.slow
def test_a_preview_that_cannot_start_says_why(monkeypatch, tmp_path):
    def broken(folder, count):
        contestant = ours(folder, count)
        (folder / "mkdocs.yml").unlink()
        return contestant

    monkeypatch.setattr("bench.preview.ours", broken)
    with pytest.raises(RunFailedError, match=r"mkdocs\.yml"):
        preview_times(tmp_path / "preview", 1, lambda _: None)


@pytest.mark.slow
def test_the_meter_counts_children(tmp_path):
    child = "import time; held = bytearray(60_000_000); time.sleep(0.4); sum(range(2_000_000))"
    parent = f"import subprocess, sys; held = bytearray(40_000_000); subprocess.run([sys.executable, '-c', {child!r}])"
    both = measure((sys.executable, "-c", parent), tmp_path, {})
    alone = measure((sys.executable, "-c", "import time; held = bytearray(40_000_000); time.sleep(0.4)"), tmp_path, {})
    assert both.memory > alone.memory + 50_000_000 > 90_000_000
    assert both.processor > 0
    assert both.wall > 0.4


def test_processor_time_grows_with_work():
    before = processor_time(os.getpid())
    end = time.process_time() + 0.1
    while time.process_time() < end:
        pass
    assert processor_time(os.getpid()) > before


def test_the_meter_tells_what_a_failing_command_said(tmp_path):
    with pytest.raises(RunFailedError, match="không được"):
        measure((sys.executable, "-X", "utf8", "-c", "raise SystemExit('không được')"), tmp_path, {})


def test_a_footprint_tells_old_files_from_new(tmp_path):
    site, kept = tmp_path / "site", tmp_path / "kept"
    site.mkdir()
    kept.mkdir()
    (site / "old").write_bytes(b"12345")
    later = (site / "old").stat().st_mtime + 1
    for path in (site / "new", kept / "note"):
        path.write_bytes(b"123")
        os.utime(path, (later, later))
    assert footprint(site, (kept,), later) == Footprint(files=2, size=8, files_written=2, size_written=6)


def test_the_pool_of_the_profile_works_here_and_in_order():
    seen = []
    with AtOnce(2, initializer=seen.append, initargs=("ready",)) as pool:
        assert list(pool.map(str, [1, 2])) == ["1", "2"]
        assert pool.submit(int, "7").result() == 7
        assert isinstance(pool.submit(int, "x").exception(), ValueError)
    assert seen == ["ready"]


def run(size, name, what, wall, memory=100):
    return Run(size, name, what, Reading(wall, wall, memory, ""), Footprint(1, 1, 1, 1), 0.0)


@pytest.fixture
def summary():
    """Two sizes, in all of whose ratios the larger is as the smaller but for what changes take."""
    runs = []
    for size in (10, 100):
        runs += [run(size, "hugo", COLD, 0.8 * size, 300), run(size, "bare hugo", COLD, 0.2 * size)]
        runs += [run(size, "ours", COLD, wall * size) for wall in (0.4, 0.5, 9.0)]
        runs += [run(size, "ours", NOTHING, 1.0), run(size, "ours", SENTENCE, 2.0), run(size, "ours", TITLE, 10.0)]
        runs += [run(size, "ours, with search", COLD, 0.7 * size), run(size, "ours, with search", SENTENCE, 4.0)]
    weights = {10: {"front page": 100}, 100: {"front page": 106}}
    return summarise(runs, weights, {10: {SHOWN: 0.25}, 100: {SHOWN: 0.75}})


def test_goals_are_ratios_of_medians(summary):
    found = {goal.what: (round(goal.found, 3), goal.is_met) for goal in goals(summary)}
    assert found["100: cold by Hugo's cold"] == (0.625, True)
    assert found["100: cold by bare Hugo's cold"] == (2.5, False)
    assert found["10: nothing changed by own cold"] == (0.2, False)
    assert found["100: nothing changed by own cold"] == (0.02, True)
    assert found["100: one sentence changed by own cold"] == (0.04, True)
    assert found["100: one title changed by own cold"] == (0.2, False)
    assert found["100: growth of a cold build from 10"] == (10.0, True)
    assert found["100: cold, with search by without"] == (1.4, False)
    assert found["100: one sentence changed, with search by without"] == (2.0, True)
    assert found["100: front page, bytes by those at 10"] == (1.06, False)
    assert found["10: peak memory by Hugo's"] == (0.333, True)


@pytest.mark.parametrize(("size", "most"), [(137, 0.5), (1366, 0.5), (1367, 1.2), (13_663, 1.2), (13_664, None)])
def test_a_save_is_shown_the_sooner_the_smaller_the_catalogue(size, most):
    runs = [
        run(size, who, what, 1.0)
        for who in ("ours", "ours, with search", "hugo", "bare hugo")
        for what in (COLD, NOTHING, SENTENCE, TITLE)
    ]
    found = {goal.what: goal.most for goal in goals(summarise(runs, {size: {}}, {size: {SHOWN: 1.0}}))}
    assert found.get(f"{size}: preview, {SHOWN}, seconds") == most


def test_a_table_tells_everything_to_people_and_to_machines(summary):
    pictures = {"ours": [(6, Reading(2.0, 3.0, 1, ""))], "plain": [(6, Reading(3.0, 3.0, 1, ""))]}
    written = table({"cores": "2"}, summary, pictures, 2)
    assert "| 10 | ours | cold | 3 | 5.00 | 5.00 | 1.000 | 0.62 | 2.50 | 0 | 1 | 0.0 |" in written
    assert "| saved to shown | 0.25 | 0.75 |" in written
    assert "| our photo store, 2 cores | 6 | 3.0 | 2.0 | 0 |" in written
    kept = as_json({}, summary, pictures)
    assert kept["runs"][0]["models"] == 10
    assert kept["preview_seconds"] == {"10": {SHOWN: 0.25}, "100": {SHOWN: 0.75}}


def test_dice_of_models_do_not_hang_together(many):
    titles = [one.entries["tieu_de"] for one in many]
    assert len(set(titles)) > 0.5 * MANY
    assert random.Random("2009:0").random() != random.Random("2009:1").random()
