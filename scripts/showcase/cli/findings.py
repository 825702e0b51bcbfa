"""Findings as the commands print them: a line each, or as JSON, and in the end how many they are."""

import json
from collections.abc import Sequence

import click

from showcase.cli.annotation import annotation
from showcase.words.numbers import write_number
from showcase.words.problem import Problem
from showcase.words.safe_line import safe_json


def tell(problems: Sequence[Problem], output_format: str = "text") -> None:
    """Print findings: `text` for people, `github` as its annotations, `json` for programs."""
    if output_format == "json":
        rows = [
            {
                "path": problem.spot.path,
                "line": problem.spot.line,
                "column": problem.spot.column,
                "severity": problem.severity.value,
                "rule": problem.rule,
                "message": problem.message,
            }
            for problem in problems
        ]
        click.echo(safe_json(json.dumps(rows, ensure_ascii=False, indent=1)))
        return
    for problem in problems:
        click.echo(annotation(problem) if output_format == "github" else str(problem))


def summary(models: int, errors: int, advice: int, *, is_part: bool = False) -> str:
    """Write how many findings there are; `is_part` where they were asked of some paths alone."""
    what = "Các đường dẫn đã ghi" if is_part else f"{write_number(models)} mô hình"
    if not errors and not advice:
        return f"{what}{':' if is_part else ','} không có gì phải sửa."
    return f"{what}: {write_number(errors)} lỗi, {write_number(advice)} lời nhắc."
