"""The pool: whoever does the work, what comes of it is the same, in the same order; and nobody and nothing is left."""

import os
import sys
import tempfile
from multiprocessing import active_children
from pathlib import Path

import pytest
from jobs import Counted, die, fail, lengths, multiplied
from project import run
from showcase.system import pool as pools
from showcase.system.pool import KilledError, Pool


@pytest.fixture
def counted(tmp_path):
    return Counted(tmp_path / "read", 3)


@pytest.mark.parametrize("is_much", [False, True])
def test_what_comes_of_it_comes_in_the_order_of_the_tasks(counted, is_much):
    with Pool() as pool:
        done = list(pool.map(multiplied, counted, range(1000), is_much=is_much))
    assert [number for _, numbers in done for number in numbers] == [3 * number for number in range(1000)]
    assert (os.getpid() in {worker for worker, _ in done}) == (not is_much)


def test_little_work_is_done_here_and_no_process_is_started(counted):
    with Pool() as pool:
        assert list(pool.map(multiplied, counted, range(9), is_much=False)) == [(os.getpid(), [*range(0, 27, 3)])]
        assert active_children() == []


def test_one_that_is_alone_never_starts_any(counted):
    with Pool(is_alone=True) as pool:
        assert {worker for worker, _ in pool.map(multiplied, counted, range(1000), is_much=True)} == {os.getpid()}


def test_no_tasks_are_no_work(counted):
    with Pool() as pool:
        assert list(pool.map(multiplied, counted, [], is_much=False)) == []


def test_what_batches_have_in_common_is_read_once_by_each_process(counted):
    with Pool() as pool:
        list(pool.map(multiplied, counted, range(1000), is_much=True))
        list(pool.map(multiplied, counted, range(1000), is_much=True))
        readers = counted.file.read_text(encoding="utf-8").split()
        assert len(readers) == len(set(readers)) > 0
        other = Counted(counted.file, 5)
        done = list(pool.map(multiplied, other, range(100), is_much=True))
    assert [number for _, numbers in done for number in numbers] == [5 * number for number in range(100)]


def test_processes_stand_where_we_stand(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("a").write_bytes(b"12345")
    with Pool() as pool:
        assert list(pool.map(lengths, None, [Path("a")], is_much=True)) == [[5]]


def test_tasks_are_asked_for_no_faster_than_they_are_done(counted, monkeypatch):
    monkeypatch.setattr(pools, "_BATCH", 1)
    asked = []

    def tasks():
        for number in range(100):
            asked.append(number)
            yield number

    with Pool() as pool:
        for place, _ in enumerate(pool.map(multiplied, counted, tasks(), is_much=True)):
            assert len(asked) <= place + pools._AHEAD + 1  # noqa: SLF001 - the number is what this is about


def test_of_those_who_helped_nobody_stays_and_nothing_is_left(counted, monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with Pool() as pool:
        list(pool.map(multiplied, counted, range(100), is_much=True))
        assert active_children() != []
    assert active_children() == []
    assert [path.name for path in tmp_path.iterdir()] == ["read"]


def test_who_fails_is_heard_and_nobody_stays(counted):
    with Pool() as pool, pytest.raises(ValueError, match="7"):
        list(pool.map(fail, None, range(1000), is_much=True))
    assert active_children() == []


def test_a_process_that_dies_is_told_and_nobody_waits_for_it(counted):
    with Pool() as pool, pytest.raises(KilledError, match=r"^0$"):
        list(pool.map(die, None, range(1000), is_much=True))
    assert active_children() == []


_INTERRUPTED = """import os, signal, threading, time
from showcase.system import processes

def start(*_):
    os.kill(os.getpid(), signal.SIGINT)
    time.sleep(0.2)
    print("started")

processes.ProcessPoolExecutor.submit = start
threading.Thread(target=time.sleep, args=(5,), daemon=True).start()  # it hears what the main thread does not
try:
    processes.Processes(1, print).submit(print)
except KeyboardInterrupt:
    print("interrupted")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot hold it back")
def test_ctrl_c_in_the_middle_of_a_start_waits_for_its_end(tmp_path):
    """Else the new process says in a traceback that its parent never told it what to do."""
    done = run("python", "-c", _INTERRUPTED, cwd=tmp_path)
    assert (done.stdout, done.stderr) == ("started\ninterrupted\n", "")
