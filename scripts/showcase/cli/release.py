"""The command `release` writes into the ledgers of models/ what is published from now on."""

import sys
from pathlib import Path

import click

from showcase.build.release import write_ledgers
from showcase.cli.messages import WAITING, Command
from showcase.cli.options import cache_folder, models_option, need_models
from showcase.cli.today import today
from showcase.record.addresses import ADDRESSES, PAGES
from showcase.system.lock import lock
from showcase.words.numbers import write_number
from showcase.words.problem import Severity


@click.command(cls=Command, short_help="Ghi vào sổ những địa chỉ được đăng.")
@models_option
def release(models: Path) -> None:
    """Ghi vào sổ những địa chỉ được đăng, để về sau không địa chỉ nào mất đi mà không ai hay; chỉ thêm dòng, không sửa dòng cũ.

    Mã của mô hình ghi ở _addresses.tsv, các trang danh sách ghi ở _pages.tsv, trong thư mục chứa các mô hình.
    """
    need_models(models)
    with cache_folder() as cache, lock(cache, tell=lambda: click.echo(WAITING, err=True)):
        released = write_ledgers(models, cache, today())
    if released.errors:
        for problem in released.problems:
            if problem.severity is Severity.ERROR:
                click.echo(str(problem))
        click.echo(f"Chưa ghi sổ vì còn {write_number(released.errors)} lỗi.", err=True)
        sys.exit(1)
    click.echo(
        f"Đã ghi sổ: thêm {write_number(released.ids)} mã vào {models / ADDRESSES}, "
        f"{write_number(released.pages)} trang vào {models / PAGES}."
    )
