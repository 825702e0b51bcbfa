"""The sandbox: whatever a photo does to its process, the others get done, and the result tells of it."""

import hashlib
import subprocess
import sys

import photos
import pytest
from photos import CUT, jpeg, put, saved
from PIL import Image
from showcase.photos.inspection import inspect_bytes
from showcase.photos.resizing import difference_hash, encode_renditions
from showcase.photos.sandbox import MEMORY, SECONDS, Job, run_jobs
from showcase.record.photo import PhotoFault, renditions


@pytest.fixture
def job(tmp_path):
    """Make a job of bytes, of which nothing need be a photo."""

    def made(data: bytes, name: str = "") -> Job:
        path = put(tmp_path, name or f"{len(list(tmp_path.iterdir()))}.jpg", data)
        return Job(path, hashlib.sha256(data).hexdigest(), renditions(inspect_bytes(data)))

    return made


@pytest.mark.slow
def test_a_process_that_dies_takes_only_its_own_photo_along(job):
    jobs = [job(data) for data in (b"0", b"1", b"2", b"3", b"4", b"chet", b"5", b"6", b"7", b"8")]

    found = dict(run_jobs(photos.die, jobs, workers=2))

    assert found.pop(jobs.pop(5)) == PhotoFault.TOO_HEAVY
    assert {one: one.file.read_bytes() for one in jobs} == found


@pytest.mark.slow
def test_a_decoder_that_does_not_end_is_ended(job):
    slow, fast = job(b"cham"), job(b"nhanh")

    assert dict(run_jobs(photos.never_end, [slow, fast], workers=1)) == {slow: PhotoFault.TOO_HEAVY, fast: b"nhanh"}


def test_a_process_has_a_gigabyte_and_a_minute(job):
    ((_, (memory, seconds)),) = run_jobs(photos.tell_limits, [job(b"")], workers=1)

    assert MEMORY == memory <= 1_000_000_000
    assert SECONDS - 2 <= seconds <= SECONDS + 1


def test_a_photo_that_changed_since_it_was_inspected_is_not_decoded(job):
    changed = job(jpeg())
    changed.file.write_bytes(jpeg(quality=50))

    assert [(changed, PhotoFault.UNREADABLE)] == list(run_jobs(encode_renditions, [changed], workers=1))


@pytest.mark.slow
def test_processes_tell_what_they_found_and_make_the_same_bytes_as_we(job):
    sound, cut = job(jpeg()), job(CUT["half"]())

    hashes = dict(run_jobs(difference_hash, [sound, cut]))
    encoded = dict(run_jobs(encode_renditions, [sound, cut]))

    assert {sound: difference_hash(jpeg()), cut: PhotoFault.TRUNCATED} == hashes
    assert {sound: encode_renditions(jpeg(), sound.renditions), cut: PhotoFault.TRUNCATED} == encoded


HEAVY = """
import resource, sys
from pathlib import Path
from showcase.photos.inspection import inspect_file
from showcase.photos.resizing import difference_hash, encode_renditions
from showcase.photos.sandbox import Job, run_jobs
from showcase.record.photo import PhotoFault, renditions
jobs = [Job(Path(path), facts.digest, renditions(facts)) for path in sys.argv[1:] for facts in [inspect_file(Path(path))]]
for work in (difference_hash, encode_renditions):
    for job, result in run_jobs(work, jobs, workers=1):
        print(job.file, bool(job.renditions), isinstance(result, PhotoFault))
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024)
"""


@pytest.mark.slow
def test_the_heaviest_photos_that_are_taken_need_less_than_a_gigabyte(tmp_path):
    heavy = [
        put(tmp_path, "xam.jpg", jpeg(Image.new("L", (12_000, 9_900), 90))),
        put(tmp_path, "nhieu-lop.jpg", jpeg(Image.new("CMYK", (8_000, 6_200)), progressive=True)),
        put(tmp_path, "trong-suot.png", photos.png(8_000, 6_200, 8, 6, bytes(32_000))),
        put(tmp_path, "16-bit.png", photos.png(8_000, 6_200, 16, 0, bytes(16_000))),
        put(tmp_path, "lon.webp", saved(Image.new("RGBA", (7_200, 5_500)), "WEBP", lossless=True, quality=0, method=0)),
    ]

    told = subprocess.run([sys.executable, "-c", HEAVY, *heavy], check=True, capture_output=True, text=True).stdout

    *lines, peak = told.splitlines()
    assert [f"{path} True False" for path in heavy] * 2 == lines
    assert 100_000_000 < int(peak) < 1_000_000_000
