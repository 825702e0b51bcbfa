"""`showcase receive` takes in the ZIP that the form in the browser makes, and tells what is wrong with it."""

import sys
from pathlib import Path

import click

from showcase.cli.messages import Command, Complaint, shown
from showcase.cli.options import models_option, need_models, need_text
from showcase.cli.today import today
from showcase.exchange.grid import RefusedError
from showcase.exchange.receiving import receive as take_in
from showcase.words.problem import count_errors
from showcase.words.quoting import cut
from showcase.words.safe_line import safe_line

WRONG = 1
_LONGEST_LINE = 100


@click.command(cls=Command, short_help="Nhận tệp ZIP từ biểu mẫu trên trang.")
@click.argument("file", type=click.Path(path_type=Path), metavar="TỆP.zip")
@click.option("--update", is_flag=True, help="Sửa mô hình đã có: chỉ những mục gửi tới được thay.")
@click.option("--anyway", is_flag=True, help="Đặt vào thư mục dù còn lỗi, để sửa tại chỗ.")
@models_option
def receive(file: Path, models: Path, *, update: bool, anyway: bool) -> None:
    """Nhận tệp ZIP mà người gửi tải từ biểu mẫu trên trang: mở, kiểm tra, rồi đặt bài và ảnh vào thư mục của tỉnh.

    Còn lỗi thì in từng lỗi và chưa đặt gì. Mô hình đã có thì giữ nguyên, trừ khi có --update.
    """
    need_models(models)
    need_text(file)
    try:
        received = take_in(file, models, today(), update=update, anyway=anyway)
    except RefusedError as error:
        message = f"{shown(file)}: {error}"
        raise Complaint(message) from error
    for problem in received.problems:
        click.echo(str(problem))
        if not received.is_written and (line := received.line_at(problem.spot)):  # nobody can open what lies nowhere
            click.echo(safe_line(f"    {cut(line, _LONGEST_LINE)}"))
    errors = count_errors(received.problems)
    if not received.is_written:
        click.echo(
            f"Còn {errors} lỗi nên chưa đặt gì. Hãy báo người gửi sửa; hoặc thêm --anyway rồi tự sửa tại chỗ.", err=True
        )
        sys.exit(WRONG)
    for change in received.changes:
        click.echo(f"- {shown(change)}", err=True)
    done = "Đã sửa" if received.was_there else "Đã đặt"
    click.echo(f"{done} {shown(received.file)}. Hãy xem lại bằng: showcase check {shown(received.file)}", err=True)
    sys.exit(WRONG if errors else 0)
