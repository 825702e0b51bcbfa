"""Switches of the tests, their marks, and which of them begin."""

import signal

import pytest
from hypothesis import settings

# How many random examples a test draws; --hypothesis-profile chooses. A deadline would fail where the machine is busy.
settings.register_profile("thorough", max_examples=1000, deadline=None)
settings.register_profile("full", max_examples=100, deadline=None)
settings.register_profile("quick", max_examples=30, deadline=None)
settings.load_profile("full")

BROWSER = "browser"
"""The folder of what needs a browser, and its mark."""

LOADED_LONG = {BROWSER: BROWSER, "test_photos_cluster.py": "slow"}
"""What takes a second and more to load, a folder with what drives Chromium and a file with Dask, and its mark."""

SLOWEST = (
    "test_leaves.py",
    "test_pages.py",
    "test_walls.py",
    "test_search.py",
    "test_preview.py",
    "test_fences.py",
    "test_saved.py",
    "test_trail.py",
    "test_publish.py",
    "test_form.py",
    "test_photos_cluster.py",
    "test_photos_sandbox.py",
    "test_without_javascript.py",
    "test_map.py",
    "test_mkdocs.py",
    "test_offline.py",
    "test_behaviour.py",
)
"""Files that take long, the longest first; of two with one name the one in the browser is meant as well as the other."""


def pytest_configure():
    """Hear Ctrl+C: a shell has what it starts in the background ignore it, and so would all that tests start and stop by it."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser):
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write what the pages are now into tests/golden/site/, and remove what no page is any more",
    )


def pytest_ignore_collect(collection_path, config):
    """Pass by what takes long to load where its mark is not wanted; each worker would load it."""
    mark = LOADED_LONG.get(collection_path.name)
    return (mark is not None and f"not {mark}" in config.option.markexpr) or None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Mark what lies in browser/, and begin with what takes longest, lest one of several workers is left alone with it."""
    for item in items:
        if item.path.parent.name == BROWSER:
            item.add_marker(BROWSER)
    places = {name: place for place, name in enumerate(SLOWEST)}
    items.sort(key=lambda item: places.get(item.path.name, len(SLOWEST)))


@pytest.fixture(scope="session")
def hosts(tmp_path_factory):
    """What MkDocs made in this session."""
    from building import Hosts  # most tests need nothing of all that it loads

    return Hosts(tmp_path_factory.mktemp("hosts"))


@pytest.fixture(scope="session")
def shared(tmp_path_factory):
    """What caches of small sites have in common, so that photos are decoded and templates compiled once in a session."""
    return tmp_path_factory.mktemp("shared")


@pytest.fixture
def mkdocs_once(hosts, monkeypatch):
    """Have MkDocs build no docs/, settings and environment twice: each time takes it a second."""
    monkeypatch.setattr("showcase.build.build.make_host", hosts.make)
