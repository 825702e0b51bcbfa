"""The command line of the bench: sizes in, a table and `.cache/bench/results.json` out; `make bench` calls it."""

import json
import os
import shutil
import sys
from pathlib import Path

import click

from bench.catalogue import PROJECT, write_catalogue
from bench.contestants import ours
from bench.machine import describe
from bench.meter import measure
from bench.preview import preview_times
from bench.race import race, race_pictures
from bench.summary import Summary, summarise
from bench.table import Pictures, as_json, table

_PLACE = PROJECT / ".cache" / "bench"


@click.group(invoke_without_command=True)
@click.option("--sizes", default="137 1366", show_default=True, help="Numbers of models, with spaces between.")
@click.option("--rounds", default=3, show_default=True, help="How often each run is made.")
@click.option("--slow-rounds", default=1, show_default=True, help="How often MkDocs takes part.")
@click.option("--pictures/--no-pictures", default=True, help="Measure photos too, on lines of their own.")
@click.option("--profile", is_flag=True, help="Instead: where a cold build of ours spends its time, in one process.")
@click.pass_context
def main(context: click.Context, sizes: str, rounds: int, slow_rounds: int, *, pictures: bool, profile: bool) -> None:
    """Measure our build beside Hugo's and MkDocs', taking turns, and print medians and ratios."""
    if context.invoked_subcommand:
        return
    wanted = sorted({int(size) for size in sizes.split()})
    if profile:
        for size in wanted:
            click.echo(_profiled(size))
        return
    work = _PLACE / "work"
    shutil.rmtree(work, ignore_errors=True)
    runs, weights, previews = [], {}, {}
    for size in wanted:
        found, weights[size] = race(size, rounds, slow_rounds, work / str(size), _tell)
        runs += found
        previews[size] = preview_times(work / str(size) / "preview", size, _tell)
        _keep(summarise(runs, weights, previews), {})
    developed = race_pictures(rounds, work / "pictures", _tell) if pictures else {}
    click.echo(_keep(summarise(runs, weights, previews), developed))
    shutil.rmtree(work)  # not before: what is deleted makes the next files dear for minutes, see `Contestant.forget`


@main.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=False))
@click.argument("count", type=click.IntRange(min=1))
@click.option("--photos/--no-photos", default=True, show_default=True)
@click.option("--seed", default=2009, show_default=True)
def make(folder: Path, count: int, *, photos: bool, seed: int) -> None:
    """Write an invented catalogue of COUNT models to FOLDER, which must not exist."""
    if folder.exists():
        message = f"{folder} exists; name a folder that does not"
        raise click.UsageError(message)
    write_catalogue(folder, count, photos=photos, seed=seed)


@main.command()
@click.argument("count", type=click.IntRange(min=1))
def preview(count: int) -> None:
    """Time the preview alone, on a catalogue of COUNT models."""
    folder = _PLACE / "work" / "preview"
    shutil.rmtree(folder, ignore_errors=True)
    preview_times(folder, count, click.echo)
    shutil.rmtree(folder)


def _keep(summary: Summary, pictures: Pictures) -> str:
    """Write the results that there are so far; give them as a table."""
    machine = describe()
    _PLACE.mkdir(parents=True, exist_ok=True)
    results = json.dumps(as_json(machine, summary, pictures), ensure_ascii=False, indent=1)
    (_PLACE / "results.json").write_text(results + "\n", encoding="utf-8")
    told = table(machine, summary, pictures, len(os.sched_getaffinity(0)))
    (_PLACE / "results.md").write_text(told, encoding="utf-8")
    return told


def _profiled(size: int) -> str:
    folder = _PLACE / "work" / "profile"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    contestant = ours(folder, size)
    command = (sys.executable, "-m", "bench.profiling", "build", "--no-search")
    path = os.pathsep.join((str(folder), str(PROJECT / "scripts")))
    told = measure(command, folder, contestant.environment | {"PYTHONPATH": path}).output
    shutil.rmtree(folder)
    return f"{size} models, a cold build in one process\n{told}"


def _tell(line: str) -> None:
    click.echo(line, err=True)


if __name__ == "__main__":
    main()
