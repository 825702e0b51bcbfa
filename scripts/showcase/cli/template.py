"""`showcase template` writes an empty workbook in which models are filled in row by row."""

from pathlib import Path

import click

from showcase.checking.scan import scan_sources
from showcase.cli.messages import Command, Complaint, shown
from showcase.cli.options import models_option, need_models, need_text
from showcase.exchange.workbook import write_workbook
from showcase.record.catalogue import vocabularies_of
from showcase.system.gazetteer import load_gazetteer
from showcase.system.writing import write_whole


@click.command(cls=Command, short_help="Ghi một tệp Excel mẫu để điền mô hình.")
@click.argument("file", type=click.Path(path_type=Path), metavar="TỆP.xlsx")
@models_option
def template(file: Path, models: Path) -> None:
    """Ghi một tệp Excel mẫu: một trang cho các mô hình, mỗi danh sách một trang, có danh mục và địa danh để chọn.

    Điền xong thì đưa vào bằng lệnh import.
    """
    need_models(models)
    need_new(file)
    vocabularies = vocabularies_of(scan_sources(models).vocabularies)
    write_whole(file, write_workbook(vocabularies, load_gazetteer(), {}))
    click.echo(f"Đã ghi {shown(file)}.")


def need_new(file: Path, ending: str = ".xlsx") -> None:
    """Complain of a name with another ending, or of a file that is there: it may have been filled in."""
    need_text(file)
    if file.suffix.lower() != ending:
        message = f"Tên tệp phải kết thúc bằng {ending}: {shown(file)}."
        raise Complaint(message)
    if file.exists():
        message = f"Đã có {shown(file)} nên không ghi đè. Hãy chọn tên khác."
        raise Complaint(message)
