"""The files of the open data of a catalogue, made without a build, and read as those read them who take them; it asserts nothing."""

import csv
import gzip
import io
import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from library import inputs_of_folder
from project import ROOT, put
from showcase.publish.context import Context
from showcase.publish.inputs import Inputs
from showcase.publish.site import all_outputs
from showcase.views import address
from showcase.views.data_kinds import KINDS
from showcase.views.page import SiteFacts

SITE = SiteFacts(name="Dân vận khéo", description="Thử.", url="https://mau.example/thu/", data=KINDS)


def of_site(inputs: Inputs, site: SiteFacts = SITE) -> Inputs:
    """Give the inputs of a site with an address, in which all of the data is made."""
    return replace(inputs, settings=inputs.settings._replace(site=site))


def data_files(context: Context) -> dict[str, bytes]:
    """Give every file of the data by its path; those of `du-lieu/v1/` without that."""
    return {path.removeprefix(address.DATA): data for path, data in _made(context)}


def _made(context: Context) -> Iterator[tuple[str, bytes]]:
    for output in all_outputs(context):
        is_data = output.path.startswith(address.DATA) or output.path.endswith("/du-lieu.json")
        if is_data and output.path != f"{address.DATA}duong-dan.json":
            yield output.path, output.bytes_of(context)


def table_of(data: bytes) -> list[dict[str, str]]:
    """Read a CSV file as Python's own reader does."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def lines_of(data: bytes) -> list[dict[str, object]]:
    """Read compressed lines of JSON."""
    return [json.loads(line) for line in gzip.decompress(data).decode().splitlines()]


def full_models(folder: Path) -> Path:
    """Copy the catalogue that has every entry of the format, with empty files for its photos."""
    shutil.copytree(ROOT / "tests/full_catalogue", folder)
    shutil.copytree(ROOT / "models/_vocabulary", folder / "_vocabulary")
    for path in (*folder.glob("*/*/model.yaml"), *folder.glob("_events/*/su-kien.yaml")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip().startswith(("- tep:", "tep:")):
                put(path.parent / line.partition("tep:")[2].strip(), "")
    return folder


@cache
def real_context() -> Context:
    """Give a context of the project's own catalogue."""
    return Context(of_site(inputs_of_folder(ROOT / "models")))
