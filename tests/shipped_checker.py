"""A small site that ships the checker for the browser, made by its own families without a host; it asserts nothing."""

import shutil
from dataclasses import replace
from pathlib import Path

from library import SITE, inputs_of
from project import ROOT
from showcase.browser.shipped import shipped
from showcase.publish import checker_files, model_data
from showcase.publish.allowances import allowances
from showcase.publish.context import Context
from showcase.publish.headers import headers_file
from showcase.publish.inputs import Inputs
from showcase.record.submission import Submission

FACTS = replace(SITE, has_checker=True)
PAGE = "gui-bai/index.html"
_HTML = "<!doctype html><html lang=vi><meta charset=utf-8><title>Thử</title><p>Thử.</p></html>"


def inputs_with_checker(cache: Path, *models: Submission) -> Inputs:
    """Give the inputs of a site with some models that ships the checker."""
    inputs = inputs_of(*models)
    return replace(inputs, settings=inputs.settings._replace(site=FACTS), checker=shipped(ROOT, cache))


def make_site(folder: Path, cache: Path, *models: Submission) -> Path:
    """Write into `folder` what the form asks for when it checks, a page in the form's place, and `_headers`."""
    context = Context(inputs_with_checker(cache, *models))
    for family in (checker_files, model_data):
        for output in family.outputs(context):
            _put(folder / output.path, output.bytes_of(context))
    _put(folder / PAGE, _HTML.encode())
    _put(folder / "index.html", _HTML.encode())
    _put(folder / "_headers", headers_file((), ["assets/kiem-tra.js"], allowances(FACTS)))
    (folder / "assets").mkdir()
    shutil.copy(ROOT / "docs/assets/kiem-tra.js", folder / "assets")
    return folder


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
