"""Switches of the tests, and which of them begin."""

SLOWEST = (
    "test_pages.py",
    "test_walls.py",
    "test_engine.py",
    "test_search.py",
    "test_preview.py",
    "test_saved.py",
    "test_trail.py",
    "test_photos_cluster.py",
    "test_photos_sandbox.py",
    "test_without_javascript.py",
    "test_map.py",
    "test_mkdocs.py",
    "test_offline.py",
    "test_behaviour.py",
)
"""Files that take long, the longest first; of two with one name the one in the browser is meant as well as the other."""


def pytest_addoption(parser):
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write what the pages are now into tests/golden/site/, and remove what no page is any more",
    )


def pytest_collection_modifyitems(items):
    """Begin with what takes longest, so that of several workers none is left alone with it in the end."""
    places = {name: place for place, name in enumerate(SLOWEST)}
    items.sort(key=lambda item: places.get(item.path.name, len(SLOWEST)))
