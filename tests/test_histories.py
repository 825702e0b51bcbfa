"""Whatever editors do in the course of releases, no address that was promised is lost, and no id becomes that of another model."""

import os
from dataclasses import replace

import pytest
from building import FRAME, OPTIONS, share
from histories import RIGHT, WRONG, History
from library import SITE, MadeDrawings, MadeHost
from project import make_project
from showcase.build import build as building
from showcase.publish import site, steering_pages
from showcase.system.pool import Pool
from showcase.views.share_picture import KINDS

HISTORIES = int(os.environ.get("HISTORIES", "3"))
"""Each takes some three seconds of processor time; all 200 are played by `HISTORIES=200`."""
RELEASES = 12
_WITHOUT = (steering_pages.outputs,)
"""What makes as many files for four models as for a thousand, at addresses that no model changes."""
_SITE = replace(
    SITE,
    url="https://mau.example/",
    picture="chia-se.png",
    share_pictures=KINDS,
    feeds=("mo-hinh", "chu-de", "tinh", "xa"),
)


@pytest.fixture(autouse=True)
def _project(tmp_path, shared, monkeypatch):
    """A project without models, in which neither MkDocs, nor processes, drawn pictures and workbooks have a part."""
    monkeypatch.chdir(make_project(tmp_path, photo=False))
    monkeypatch.setattr(building, "make_host", lambda _config, _folder: MadeHost(frame=FRAME, site=_SITE))
    monkeypatch.setattr("showcase.build.inputs.DrawingStore", lambda _folder, _photos: MadeDrawings())
    monkeypatch.setattr("showcase.build.inputs.workbook_of", lambda _title, _tables: b"")
    monkeypatch.setattr(building, "pool_of", lambda _database: Pool(is_alone=True))
    monkeypatch.setattr(site, "FAMILIES", tuple(one for one in site.FAMILIES if one not in _WITHOUT))
    share(OPTIONS.cache, shared)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(HISTORIES))
def test_no_address_is_lost_and_no_id_is_another_s(seed):
    history, releases = History(seed), 1
    while releases < RELEASES:
        if history.step():
            releases += 1
            assert history.lost() == [], history.done
            assert history.others() == [], history.done


@pytest.mark.slow
def test_what_editors_do_right_is_let_pass():
    history = History(0)
    for deed in RIGHT:
        what = deed(history)
        assert not what or history.release(what), history.done


@pytest.mark.slow
@pytest.mark.parametrize("deed", WRONG)
def test_what_they_do_wrong_is_refused(deed):
    history = History(1)
    assert not history.release(deed(history))
    assert "refused" in history.done[-1]
