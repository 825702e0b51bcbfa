"""Where Chromium is on this machine; whoever opens pages asks here, and the Makefile's `browser` installs it."""

import shutil

_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The first one that is there: Chromium without a window of its own draws the same pages in two thirds of the time."""


def find_chromium() -> str:
    """Give the path of Chromium; raises LookupError, which says how to install it, where there is none."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        message = "There is no Chromium here. Run: sudo apt-get install --no-install-recommends chromium-headless-shell"
        raise LookupError(message)
    return found
