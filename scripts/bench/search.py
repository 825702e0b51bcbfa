"""The search bench: how well ours answers beside Material's lunr and Pagefind as it comes; `make bench` calls it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from bench.catalogue import PROJECT
from bench.search_browser import Ask, answers, lunr, ours, plain_pagefind
from bench.search_questions import Question, Score, is_right, questions, score
from bench.search_sites import our_site, plain_site

WAYS: dict[str, tuple[str, Ask]] = {
    "ours": ("ours", ours),
    "Material, lunr (vi)": ("plain", lunr),
    "Pagefind as it comes": ("plain", plain_pagefind),
}
_HEAD = "| catalogue | search | questions | recall@10 | mean reciprocal rank | first as asked |\n| --- | --- | ---: | ---: | ---: | ---: |"


def search_bench(folder: Path) -> str:
    """Build the sites in a folder, ask every question of each, give a table and what ours answered wrongly."""
    rows, wrong = [], []
    for catalogue in ("real", "made"):
        asked = [question for question in questions() if question.catalogue == catalogue]
        sites = {"ours": our_site(_new(folder / catalogue / "ours"), catalogue)}
        sites["plain"] = plain_site(_new(folder / catalogue / "plain"), catalogue)
        for way, (site, ask) in WAYS.items():
            found = list(answers(sites[site], ask, [question.text for question in asked]))
            pairs = list(zip(asked, found, strict=True))
            rows.append(_row(catalogue, way, score(pairs)))
            wrong += list(_wrong(pairs)) if way == "ours" else []
    return "\n".join([_HEAD, *rows, "", *wrong]) + "\n"


def _row(catalogue: str, way: str, found: Score) -> str:
    cells = (catalogue, way, found.asked, f"{found.recall:.3f}", f"{found.reciprocal:.3f}", found.right)
    return f"| {' | '.join(map(str, cells))} |"


def _wrong(pairs: list[tuple[Question, tuple[str, ...]]]) -> Iterator[str]:
    for question, found in pairs:
        if not is_right(question, found):
            yield f"{question.text!r} in {question.catalogue}: {', '.join(found[:3]) or 'nothing'}, not {', '.join(question.first)}"


def _new(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


if __name__ == "__main__":
    print(search_bench(PROJECT / ".cache" / "bench" / "search"))  # noqa: T201 - what a bench is for
