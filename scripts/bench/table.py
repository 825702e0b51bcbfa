"""Prints a summary for people and writes it for machines."""

from collections.abc import Iterator
from dataclasses import asdict
from statistics import median
from typing import Any

from bench.contestants import COLD
from bench.goals import goals
from bench.meter import Reading
from bench.summary import Middle, Summary

Pictures = dict[str, list[tuple[int, Reading]]]

_HEAD = (
    "| models | who | run | runs | wall s | processor s | by own cold | by Hugo's cold | by bare Hugo's cold | peak MB "
    "| files written | MB written |\n"
    "| ---: | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
)


def table(machine: dict[str, str], summary: Summary, pictures: Pictures, cores: int) -> str:
    """Write everything as Markdown."""
    parts = (
        ", ".join(f"{name} {value}" for name, value in machine.items()),
        f"{_HEAD}\n" + "\n".join(_rows(summary)),
        "\n".join(_previews(summary)),
        "\n".join(_weights(summary)),
        "\n".join(_goals(summary)),
        "\n".join(_pictures(pictures, cores)),
    )
    return "\n\n".join(part for part in parts if part) + "\n"


def as_json(machine: dict[str, str], summary: Summary, pictures: Pictures) -> dict[str, Any]:
    """Give the same as plain values: seconds, bytes, counts."""
    return {
        "machine": machine,
        "runs": [
            {"models": size, "who": name, "run": what, **asdict(middle)} for (size, name, what), middle in summary.runs.items()
        ],
        "preview_seconds": {str(size): seconds for size, seconds in summary.previews.items()},
        "page_bytes": {str(size): weights for size, weights in summary.weights.items()},
        "goals": [{**asdict(goal), "met": goal.is_met} for goal in goals(summary)],
        "pictures": {
            who: [{"pictures": made, "wall": reading.wall, "processor": reading.processor, "memory": reading.memory} for made, reading in readings]
            for who, readings in pictures.items()
        },
    }  # fmt: skip


def _rows(summary: Summary) -> Iterator[str]:
    for (size, name, what), middle in summary.runs.items():
        colds = (summary.wall(size, who, COLD) for who in (name, "hugo", "bare hugo"))
        cells = (size, name, what, *_cells(middle, *colds))
        yield f"| {' | '.join(str(cell) for cell in cells)} |"


def _cells(middle: Middle, own: float, hugos: float, bare_hugos: float) -> tuple[str, ...]:
    return (
        str(middle.runs),
        f"{middle.wall:.2f}",
        f"{middle.processor:.2f}",
        f"{middle.wall / own:.3f}",
        f"{middle.wall / hugos:.2f}",
        f"{middle.wall / bare_hugos:.2f}",
        f"{middle.memory / 1e6:.0f}",
        f"{middle.files_written}",
        f"{middle.size_written / 1e6:.1f}",
    )


def _previews(summary: Summary) -> Iterator[str]:
    sizes = summary.sizes
    yield f"| seconds of the preview, at | {' | '.join(map(str, sizes))} |"
    yield f"| --- | {' | '.join('---:' for _ in sizes)} |"
    for what in summary.previews[sizes[0]]:
        yield f"| {what} | {' | '.join(f'{summary.previews[size][what]:.2f}' for size in sizes)} |"


def _weights(summary: Summary) -> Iterator[str]:
    sizes = summary.sizes
    yield f"| bytes of a page's HTML, of all that is sent for it, and for two words searched, at | {' | '.join(map(str, sizes))} |"
    yield f"| --- | {' | '.join('---:' for _ in sizes)} |"
    for page in summary.weights[sizes[0]]:
        yield f"| {page} | {' | '.join(str(summary.weights[size][page]) for size in sizes)} |"


def _goals(summary: Summary) -> Iterator[str]:
    yield "| goal | found | at most | met |\n| --- | ---: | ---: | --- |"
    for goal in goals(summary):
        yield f"| {goal.what} | {goal.found:.3f} | {goal.most:g} | {'yes' if goal.is_met else 'no'} |"


def _pictures(pictures: Pictures, cores: int) -> Iterator[str]:
    """Compare by what a core does in a second of its own time, and by what a reader of the clock sees."""
    if not pictures:
        return
    yield "| pictures | made | a second | a second of a core | peak MB |\n| --- | ---: | ---: | ---: | ---: |"
    for who, readings in pictures.items():
        by_clock = median(made / reading.wall for made, reading in readings)
        by_core = median(made / reading.processor for made, reading in readings)
        peak = median(reading.memory for _, reading in readings) / 1e6
        name = f"our photo store, {cores} cores" if who == "ours" else "plain Pillow loop, 1 core"
        yield f"| {name} | {readings[0][0]} | {by_clock:.1f} | {by_core:.1f} | {peak:.0f} |"
