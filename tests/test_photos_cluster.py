"""More than one machine: a Dask scheduler and two workers, processes of this machine that know of us only what they are sent.

Whatever becomes of them, the renditions are the same bytes or the command says why not; nothing waits for ever.
"""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import islice
from pathlib import Path
from time import monotonic, sleep

import photos
import pytest
from click.testing import CliRunner
from distributed import Client
from photos import jpeg, put, scene
from project import THE_DAY, add_photo, files_of, make_project
from showcase.cli.commands import main
from showcase.photos import cluster
from showcase.photos.cluster import encode_on_cluster
from showcase.photos.errors import ClusterError
from showcase.photos.inspection import inspect_bytes
from showcase.photos.resizing import encode_renditions
from showcase.photos.sandbox import Job, run_jobs
from showcase.photos.store import PhotoStore
from showcase.record.photo import PhotoFault, renditions

pytestmark = pytest.mark.slow

TESTS = Path(__file__).parent
SETTINGS = {
    "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1",
    "DASK_DISTRIBUTED__WORKER__MULTIPROCESSING_METHOD": "spawn",
}


@contextmanager
def dask(folder: Path, *arguments: str, path: Path = TESTS) -> Iterator[subprocess.Popen[bytes]]:
    """Start a scheduler or a worker; what it says lies in the folder, and is told where a test fails."""
    environment = os.environ | SETTINGS | {"PYTHONPATH": str(path)}
    with (folder / f"{arguments[0]}.log").open("ab") as log:
        command = sys.executable, "-m", "dask", *arguments, "--dashboard-address", "127.0.0.1:0"
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log, start_new_session=True)
        try:
            yield process
        finally:
            os.killpg(process.pid, signal.SIGKILL)  # a nanny has a child
            process.wait()


@contextmanager
def scheduler(folder: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """Start a scheduler; gives its process and its address, once the file that tells it is written to its end."""
    file = folder / "scheduler.json"
    with dask(folder, "scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(file)) as process:
        while not (file.exists() and file.read_text().rstrip().endswith("}")):
            assert process.poll() is None, (folder / "scheduler.log").read_text()
            sleep(0.05)
        yield process, json.loads(file.read_text())["address"]


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """A cluster of two workers, each watched by a nanny, which starts it again when it dies."""
    folder = tmp_path_factory.mktemp("cluster")
    with scheduler(folder) as (_, address), ExitStack() as workers:
        for _ in range(2):
            workers.enter_context(dask(folder, "worker", address, "--nthreads", "1"))
        with Client(address, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=60)
        yield address


@pytest.fixture
def jobs(tmp_path) -> list[Job]:
    return [job(tmp_path, f"{number}.jpg", jpeg(scene(700 + number, 500))) for number in range(10)]


def job(folder: Path, name: str, data: bytes) -> Job:
    facts = inspect_bytes(data)
    return Job(put(folder, name, data), facts.digest, renditions(facts))


def made_here(jobs: list[Job]) -> dict[Job, list[bytes]]:
    return {one: encode_renditions(one.file.read_bytes(), one.renditions) for one in jobs}


@pytest.fixture
def nothing_here(monkeypatch):
    """The sandbox of this machine gets nothing to do."""

    def run(_work, jobs, _workers) -> Iterator[None]:
        assert list(jobs) == []
        return iter(())

    monkeypatch.setattr(cluster, "run_jobs", run)


@pytest.mark.usefixtures("nothing_here")
def test_two_workers_make_the_same_bytes_as_this_machine(address, jobs):
    assert made_here(jobs) == dict(encode_on_cluster(address, jobs))
    with Client(address, set_as_default=False) as client:
        done = client.run(lambda dask_worker: dask_worker.state.executed_count)
    assert len(done) == 2
    assert all(done.values()), "one worker did all"


@pytest.mark.usefixtures("nothing_here")
def test_what_they_made_is_kept_in_the_cache_of_this_machine(address, tmp_path):
    photo = put(tmp_path, "a.jpg", jpeg())
    store = PhotoStore(tmp_path / "anh", workers=1, cluster=address)
    (facts,) = store.inspect([photo])

    assert store.make_renditions([(photo, facts)]) == {}
    wanted = renditions(facts)
    assert encode_renditions(jpeg(), wanted) == [store.cache.get(item) for item in wanted]


def test_a_photo_that_is_another_by_now_is_not_sent(address, jobs):
    changed, *others = jobs
    changed.file.write_bytes(jpeg())

    assert {changed: PhotoFault.UNREADABLE, **made_here(others)} == dict(encode_on_cluster(address, jobs))


def test_a_worker_of_another_edition_is_refused(address, jobs, monkeypatch):
    monkeypatch.setattr(cluster, "edition", lambda: "pil 1.0")

    with pytest.raises(
        ClusterError, match=r"^Máy \S+ của cụm là bản khác nên sẽ cho ảnh khác: pil \d.*; máy này: pil 1.0\.$"
    ):
        list(encode_on_cluster(address, jobs))


def test_a_worker_without_the_program_is_refused(jobs, tmp_path):
    (tmp_path / "empty/showcase").mkdir(parents=True)
    put(tmp_path / "empty/showcase", "__init__.py", b"")
    told = r"No module named 'showcase.photos'.*Hãy cài cùng một bản trên mọi máy\.$"
    with (
        scheduler(tmp_path) as (_, address),
        dask(tmp_path, "worker", address, path=tmp_path / "empty"),
        pytest.raises(ClusterError, match=told),
    ):
        list(encode_on_cluster(address, jobs))


def test_a_photo_that_kills_its_workers_is_tried_here_in_the_sandbox(address, jobs, tmp_path, monkeypatch):
    monkeypatch.setattr(cluster, "encode_bytes", photos.die_on_a_worker)
    harmless = job(tmp_path, "chet.jpg", photos.DEADLY)

    found = dict(encode_on_cluster(address, [*jobs, harmless], 1))

    assert made_here([*jobs, harmless]) == found


def test_a_photo_that_kills_the_sandbox_too_is_too_heavy(address, jobs, tmp_path, monkeypatch):
    monkeypatch.setattr(cluster, "encode_bytes", photos.die_on_a_worker)
    monkeypatch.setattr(cluster, "run_jobs", lambda _, jobs, workers: run_jobs(photos.die_if_deadly, jobs, workers))
    deadly = job(tmp_path, "chet.jpg", photos.DEADLY)

    found = dict(encode_on_cluster(address, [*jobs[:3], deadly], 1))

    assert {**made_here(jobs[:3]), deadly: PhotoFault.TOO_HEAVY} == found


@pytest.mark.usefixtures("nothing_here")
def test_what_is_lost_with_a_worker_is_done_by_the_other(jobs, tmp_path):
    with (
        scheduler(tmp_path) as (_, address),
        dask(tmp_path, "worker", address, "--no-nanny", "--nthreads", "2") as one,
        dask(tmp_path, "worker", address, "--no-nanny", "--nthreads", "2"),
    ):
        with Client(address, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=60)
        results = encode_on_cluster(address, jobs)
        found = dict(islice(results, 2))
        one.kill()
        found |= dict(results)

    assert made_here(jobs) == found


def test_what_no_worker_is_left_to_do_is_done_here(jobs, tmp_path, monkeypatch):
    monkeypatch.setattr(cluster, "_SILENCE", 2)
    with scheduler(tmp_path) as (_, address), dask(tmp_path, "worker", address, "--no-nanny", "--nthreads", "1") as one:
        results = encode_on_cluster(address, jobs)
        found = dict(islice(results, 1))
        one.kill()
        found |= dict(results)

    assert made_here(jobs) == found


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSTOP])
def test_a_scheduler_that_is_lost_on_the_way_is_not_waited_for(jobs, tmp_path, monkeypatch, number):
    """One that is killed is told; of one that falls silent, the rest is done here."""
    monkeypatch.setattr(cluster, "_SILENCE", 2)
    with scheduler(tmp_path) as (process, address), dask(tmp_path, "worker", address, "--nthreads", "1"):
        results = encode_on_cluster(address, jobs)
        found = dict(islice(results, 1))
        process.send_signal(number)
        if number == signal.SIGKILL:
            with pytest.raises(ClusterError, match=r"^Mất liên lạc với cụm máy ở tcp://127.0.0.1:\d+\."):
                list(results)
        else:
            assert made_here(jobs) == found | dict(results)


def test_a_cluster_without_workers_says_so(jobs, tmp_path, monkeypatch):
    monkeypatch.setattr(cluster, "_CONNECT", 1)
    with (
        scheduler(tmp_path) as (_, address),
        pytest.raises(ClusterError, match=rf"chưa có máy nào làm việc\. Hãy chạy trên mỗi máy: dask worker {address}$"),
    ):
        list(encode_on_cluster(address, jobs))


@pytest.mark.parametrize(
    "wrong", ["tcp://127.0.0.1:9", "nowhere", "abc://x:1", "tcp://127.0.0.1:0", "tcp://khong.invalid:8786"]
)
def test_an_address_where_there_is_no_scheduler_says_so(jobs, monkeypatch, wrong):
    monkeypatch.setattr(cluster, "_CONNECT", 1)

    with pytest.raises(ClusterError, match=f"^Không nối được tới cụm máy ở {wrong}\\."):
        list(encode_on_cluster(wrong, jobs))


def test_somebody_who_listens_and_says_nothing_is_no_scheduler(jobs, monkeypatch):
    monkeypatch.setattr(cluster, "_CONNECT", 1)
    with socket.create_server(("127.0.0.1", 0)) as server:
        began = monotonic()
        with pytest.raises(ClusterError):
            list(encode_on_cluster(f"tcp://127.0.0.1:{server.getsockname()[1]}", jobs))
    assert monotonic() - began < 30


# --- The command --------------------------------------------------------------------------------------------------


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.chdir(make_project(tmp_path))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", THE_DAY)
    monkeypatch.setattr(cluster, "_CONNECT", 2)
    return tmp_path


def build(*arguments: str):
    return CliRunner().invoke(main, ["build", "--no-search", *arguments])


@pytest.mark.usefixtures("nothing_here")
def test_a_site_is_the_same_whoever_made_its_renditions(project, address):
    alone = build("--site", "alone")
    assert alone.exit_code == 0, alone.output
    (project / ".cache/showcase/anh").rename(project / "anh-alone")

    together = build("--site", "together", "--cluster", address)

    assert together.exit_code == 0, together.output
    assert files_of(Path("alone")) == files_of(Path("together"))


def test_without_the_cluster_the_site_stays_as_it_is_and_the_exit_code_is_2(project):
    assert build().exit_code == 0
    before = files_of(Path("site"))
    add_photo(project, "duong-hoa", width=500)

    done = build("--cluster", "tcp://127.0.0.1:9")

    assert (done.exit_code, len(done.stderr.splitlines())) == (2, 1), done.output
    assert done.stderr.startswith("Không nối được tới cụm máy ở tcp://127.0.0.1:9.")
    assert before == files_of(Path("site"))
