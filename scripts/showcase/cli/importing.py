"""`showcase import` takes the rows of a workbook into models/, tells of each cell that is wrong, and is held up by none."""

import gc
import sys
from pathlib import Path

import click

from showcase.cli.messages import Command, Complaint, shown
from showcase.cli.options import models_option, need_models, need_text
from showcase.cli.progress import progress
from showcase.cli.today import today
from showcase.exchange.grid import RefusedError
from showcase.exchange.importing import import_file
from showcase.words.numbers import write_number

WRONG = 1


@click.command("import", cls=Command, short_help="Đưa bảng tính vào models/.")
@click.argument("file", type=click.Path(path_type=Path), metavar="TỆP")
@click.option(
    "--into",
    type=click.Path(path_type=Path),
    metavar="THƯ_MỤC",
    help="Nơi đặt mô hình mới, ví dụ models/nghe-an; không ghi thì theo tỉnh của từng mô hình.",
)
@click.option("--update", is_flag=True, help="Sửa cả những mô hình đã có mà bảng tính ghi khác.")
@models_option
def import_(file: Path, into: Path | None, models: Path, *, update: bool) -> None:
    """Đưa các hàng của một bảng tính (.xlsx, .ods, .csv) vào models/, mỗi mô hình một thư mục.

    Ô nào sai thì báo trang, hàng, cột và cách sửa; những hàng đúng vẫn được ghi. Mô hình đã có thì giữ nguyên, trừ khi có --update.
    """
    need_models(models)
    need_text(file, *([into] if into else []))
    if into and not into.resolve().is_relative_to(models.resolve()):
        message = f"{shown(into)} không nằm trong {shown(models)}."
        raise Complaint(message)
    gc.disable()  # what is read of a workbook is kept: to look through it for garbage takes a quarter of the time
    try:
        with progress("Đang đọc các mô hình") as tell:
            imported = import_file(file, models, into, today(), tell, update=update)
    except RefusedError as error:
        message = f"{shown(file)}: {error}"
        raise Complaint(message) from error
    for remark in imported.remarks:
        click.echo(f"{shown(file)}: {remark}")
    click.echo(
        f"Mô hình mới: {write_number(len(imported.made))}; sửa: {write_number(len(imported.changed))}; "
        f"giữ nguyên: {write_number(imported.same)}; chưa ghi: {write_number(imported.held)}.",
        err=True,
    )
    if imported.made or imported.changed:
        click.echo("Hãy xem lại bằng: showcase check", err=True)
    sys.exit(WRONG if imported.is_wrong else 0)
