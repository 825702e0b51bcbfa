"""Builds the real catalogue, serves it as a static host would, and has Lighthouse read one page of each important kind.

The scores and what is below its best are printed; a score below its goal ends with 1. `make lighthouse` calls it.
"""

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from lighthouse.audit import CATEGORIES, Audit, audit
from lighthouse.chromium import find_chromium
from lighthouse.static_host import served

_PROJECT = Path(__file__).resolve().parents[2]
_TOOL = _PROJECT / ".cache" / "lighthouse"
_PORT = 8599
_GOALS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 95}
PAGES = {
    "a model": "mo-hinh/hoang-mai-camera-an-ninh/",
    "the front page": "",
    "a province": "dia-phuong/ha-noi/",
    "search": "mo-hinh/?q=duong",
    "figures": "so-lieu/",
    "the places": "dia-phuong/",
}


@click.command()
@click.option("--rounds", default=1, show_default=True, help="How often each page is read; the middle one counts.")
@click.option("--only", default="", help="One of the pages: " + ", ".join(PAGES) + ".")
def main(rounds: int, only: str) -> None:
    """Read the pages and print a table."""
    site, home = _TOOL / "site", f"http://127.0.0.1:{_PORT}/"
    _build(site, home)
    pages = {name: address for name, address in PAGES.items() if only in ("", name)}
    with served(site, _PORT):
        audits = {name: _middle(_read(name, home + address, rounds)) for name, address in pages.items()}
    click.echo(table(audits))
    sys.exit(any(one.scores[category] < goal for one in audits.values() for category, goal in _GOALS.items()))


def _build(site: Path, home: str) -> None:
    """Build as an operator does who knows the address of the site."""
    command = [sys.executable, str(_PROJECT / "scripts" / "build.py"), "--site", str(site)]
    subprocess.run(command, cwd=_PROJECT, env=os.environ | {"SITE_URL": home}, check=True)


def _read(name: str, address: str, rounds: int) -> Iterable[Audit]:
    try:
        chromium = find_chromium()
    except LookupError as error:
        raise click.ClickException(str(error)) from error
    for _ in range(rounds):
        yield audit(address, _TOOL, chromium, _TOOL / f"{name}.json")


def _middle(audits: Iterable[Audit]) -> Audit:
    """Choose the audit of middling performance: what else runs on the machine makes some of them worse."""
    in_order = sorted(audits, key=lambda one: one.scores["performance"])
    return in_order[len(in_order) // 2]


def table(audits: dict[str, Audit]) -> str:
    """Write scores and metrics as a table, and below it what is not yet at its best."""
    metrics = list(next(iter(audits.values())).metrics)
    head = ["page", *CATEGORIES, *metrics]
    rows = [
        [name, *(str(one.scores[category]) for category in CATEGORIES), *one.metrics.values()]
        for name, one in audits.items()
    ]
    lines = [next(iter(audits.values())).versions, "", _row(head), _row(["---"] * len(head)), *map(_row, rows), ""]
    for name, one in audits.items():
        lines += [f"{name}: {finding}" for finding in one.findings]
    return "\n".join(lines)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    main()
