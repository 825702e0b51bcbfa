"""`showcase export` writes all models into the workbook that `showcase import` reads."""

from pathlib import Path

import click

from showcase.checking.scan import scan_sources
from showcase.cli.messages import Command, shown
from showcase.cli.options import models_option, need_models
from showcase.cli.template import need_new
from showcase.exchange.exporting import rows_of
from showcase.exchange.workbook import write_workbook
from showcase.record.catalogue import vocabularies_of
from showcase.system.gazetteer import load_gazetteer
from showcase.system.writing import write_whole
from showcase.words.numbers import write_number


@click.command(cls=Command, short_help="Ghi mọi mô hình ra một tệp Excel.")
@click.argument("file", type=click.Path(path_type=Path), metavar="TỆP.xlsx")
@models_option
def export(file: Path, models: Path) -> None:
    """Ghi mọi mô hình ra một tệp Excel cùng mẫu với lệnh template; sửa trong đó rồi đưa lại bằng lệnh import --update."""
    need_models(models)
    need_new(file)
    scan = scan_sources(models)
    vocabularies = vocabularies_of(scan.vocabularies)
    exported = rows_of(scan, vocabularies)
    write_whole(file, write_workbook(vocabularies, load_gazetteer(), exported.rows))
    for path in exported.unread:
        click.echo(
            f"{shown(path)}: không đọc được nên không có trong bảng tính. Hãy xem: showcase check {shown(path)}",
            err=True,
        )
    click.echo(f"Đã ghi {shown(file)}: {write_number(len(exported.rows[()]))} mô hình.")
