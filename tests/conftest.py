"""Switches of the tests."""


def pytest_addoption(parser):
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write what the pages are now into tests/golden/site/, and remove what no page is any more",
    )
