"""Whether a site is whole is known the same whoever looks: this process, or one beside it where the files are many."""

import sys
from pathlib import Path

import pytest
from showcase.build import wholeness
from showcase.build.ledger import JOURNAL, write_journal, write_ledger
from showcase.build.wholeness import looked_for

ROWS = {"index.html": "a", "mo-hinh/cho-van-minh/index.html": "b"}


@pytest.fixture
def site(tmp_path):
    """A site of two files, with its ledger."""
    for path in ROWS:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("trang", encoding="utf-8")
    write_ledger(tmp_path, ROWS)
    return tmp_path


@pytest.fixture(params=["here", "beside"])
def asked(request, monkeypatch):
    """Asks each way; the other process is asked for sites of any size."""
    began = []
    if request.param == "beside":
        start = wholeness.subprocess.Popen
        monkeypatch.setattr(wholeness, "_WORTH_A_PROCESS", 0)
        monkeypatch.setattr(wholeness.subprocess, "Popen", lambda *a, **k: began.append(start(*a, **k)) or began[-1])

    def ask(site):
        with looked_for(site) as is_whole:
            found = is_whole()
        assert [process.returncode is not None for process in began] == [True] * len(began), "none is left behind"
        assert bool(began) == (request.param == "beside")
        began.clear()
        return found

    return ask


def test_a_site_with_all_its_files_is_whole(asked, site):
    assert asked(site)


@pytest.mark.parametrize("path", ROWS)
def test_a_site_that_lacks_one_is_not(asked, site, path):
    (site / path).unlink()
    assert not asked(site)


def test_one_in_which_a_build_was_killed_is_not(asked, site):
    write_journal(site, ["index.html"])
    assert (site / JOURNAL).is_file()
    assert not asked(site)


def test_where_there_is_no_site_there_is_none_whole(asked, tmp_path):
    assert not asked(tmp_path / "site")


@pytest.mark.parametrize("program", ["/bin/false", "", "no/such/program", sys.executable])
def test_where_nobody_can_look_beside_us_we_look_ourselves(monkeypatch, site, program):
    monkeypatch.setattr(wholeness, "_WORTH_A_PROCESS", 0)
    monkeypatch.setattr(wholeness.sys, "executable", program)
    monkeypatch.setattr(wholeness, "__name__", "no_such_module")
    with looked_for(site) as is_whole:
        assert is_whole()
    Path(site, "index.html").unlink()
    with looked_for(site) as is_whole:
        assert not is_whole()


def test_who_does_not_ask_does_not_wait(monkeypatch, site):
    """What was begun for nothing is ended with the build."""
    monkeypatch.setattr(wholeness, "_WORTH_A_PROCESS", 0)
    processes = []
    start = wholeness.subprocess.Popen
    monkeypatch.setattr(
        wholeness.subprocess, "Popen", lambda *a, **k: processes.append(start(*a, **k)) or processes[-1]
    )
    with looked_for(site):
        pass
    assert processes[0].poll() is not None
