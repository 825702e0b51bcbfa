"""`showcase check`: all files are checked, and what is to be mended in them, or in those that were named, is printed."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from showcase.checking.whole import check_folder
from showcase.cli.chosen import Chosen, OutsideError
from showcase.cli.findings import summary, tell
from showcase.cli.messages import Command, Complaint, shown
from showcase.cli.options import cache_folder, models_option, need_models, need_text
from showcase.cli.today import today
from showcase.words.numbers import write_number
from showcase.words.problem import count_errors

WRONG = 1


@click.command(cls=Command, short_help="Kiểm tra mọi tệp và in mọi điều cần sửa.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[ĐƯỜNG_DẪN]…")
@models_option
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "github", "json"]),
    default="text",
    show_default=True,
    help="Cách in: cho người đọc, cho GitHub, hoặc JSON cho máy.",
)
def check(paths: tuple[Path, ...], models: Path, output_format: str) -> None:
    """Kiểm tra mọi tệp và in mọi điều cần sửa; nếu có ĐƯỜNG_DẪN thì chỉ in những điều thuộc các đường dẫn đó.

    Một tệp của mô hình đại diện cho cả thư mục của mô hình ấy.
    """
    need_models(models)
    chosen = _chosen(paths, models)
    with cache_folder() as cache:
        checked = check_folder(models, cache, today(), makes_models=False)
    problems = [problem for problem in checked.problems if chosen is None or chosen.has(problem)]
    tell(problems, output_format)
    errors = count_errors(problems)
    if output_format == "text":
        click.echo(summary(checked.models, errors, len(problems) - errors, is_part=chosen is not None), err=True)
    if elsewhere := checked.errors - errors:
        sentence = f"Ở những tệp khác còn {write_number(elsewhere)} lỗi. Để xem, hãy chạy lệnh này không kèm đường dẫn."
        click.echo(sentence, err=True)
    sys.exit(WRONG if errors else 0)


def _chosen(paths: Sequence[Path], models: Path) -> Chosen | None:
    """Give the paths that findings are asked of, None where it is all; what is there no more is skipped with a word."""
    need_text(*paths)
    try:
        chosen = Chosen(paths, models) if paths else None
    except OutsideError as error:
        message = f"{shown(error)} không thuộc {shown(models)}. Hãy ghi tệp hoặc thư mục nằm trong đó."
        raise Complaint(message) from error
    for path in paths:
        if not os.path.lexists(path):
            click.echo(f"Bỏ qua {shown(path)}: không có, hoặc đã xóa.", err=True)
    return chosen
